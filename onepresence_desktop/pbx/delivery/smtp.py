"""Mail by SMTP (RFC 5321), with the same Message-ID at every try, so that none arrives twice."""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, Unavailable
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState
from onepresence_desktop.pbx.delivery.mail_server import MailServer, Security
from onepresence_desktop.pbx.ports import Receipt, Recordings

if TYPE_CHECKING:
    import aiosmtplib

Judge = Callable[[str, int], Awaitable[object]]

PATIENCE = 30.0
"""Seconds for each step of the conversation with the server."""

LEAVE = 2.0
"""Seconds for a server's goodbye."""

KEPT = 3.0
"""Seconds that a connection waits for the next mail: to come in and sign in costs both sides more than most mails."""

MOST_OVER_ONE = 100
"""Mails over one connection; servers have a limit."""

TOO_LARGE = 552
"""Answered already to the sender, to whom the size is told (RFC 1870 section 6.1)."""

MOST_ATTACHED = 15 * 1024 * 1024
"""Bytes of a recording that go along; most servers refuse mail of more than 20 to 25 MB."""


@dataclass(slots=True)
class _Kept:
    """A connection that waits for the next mail. carried: mails so far. ends: lets it go when none comes."""

    client: aiosmtplib.SMTP
    carried: int = 0
    ends: asyncio.Task[None] | None = None


class SmtpSender:
    """The `Sender` for mail. judge: looks at the server's name first; raises `ConnectionFailed`.

    A connection that has carried a mail waits a moment for the next one; after anything else than success it is let go.
    """

    def __init__(self, server: MailServer, recordings: Recordings, judge: Judge | None = None) -> None:
        self._server = server
        self._recordings = recordings
        self._judge = judge
        self._kept: list[_Kept] = []
        self._closed = False

    async def send(self, outgoing: Outgoing) -> Receipt:
        """Hand one mail over; a refusal by 5xx is final, all else may work later."""
        import aiosmtplib

        mail = await asyncio.to_thread(self._written, outgoing)
        try:
            await self._handed_over(mail, outgoing.to)
        except aiosmtplib.SMTPRecipientsRefused as exc:
            if not _is_answer(exc.recipients[0].code):
                raise _failed(exc.recipients[0]) from exc
            return _refused(exc.recipients[0].code, exc.recipients[0].message)
        except aiosmtplib.SMTPNotSupported as exc:
            if outgoing.to.isascii() or "SMTPUTF8" not in str(exc):
                raise _failed(exc) from exc
            return Receipt(OutgoingState.FAILED, reason=str(exc))  # an address (RFC 6531) is no fault of the server
        except aiosmtplib.SMTPAuthenticationError as exc:
            raise _failed(exc) from exc  # a mended password sends what waits
        except aiosmtplib.SMTPConnectResponseError as exc:
            raise _failed(exc) from exc
        except aiosmtplib.SMTPSenderRefused as exc:
            if exc.code != TOO_LARGE:
                raise _failed(exc) from exc  # it lets us send nothing: a mended setting sends what waits
            return _refused(exc.code, exc.message)
        except aiosmtplib.SMTPResponseException as exc:
            if not _is_answer(exc.code):
                raise _failed(exc) from exc  # whatever it means, it is no refusal of this mail
            return _refused(exc.code, exc.message)
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as exc:
            raise _failed(exc) from exc
        return Receipt(OutgoingState.SENT)

    async def close(self) -> None:
        """Let go of connections that wait; one that carries a mail ends after it."""
        self._closed = True
        while self._kept:
            kept = self._kept.pop()
            await _ended(kept)
            await _quit(kept.client)

    async def _handed_over(self, mail: EmailMessage, to: str) -> None:
        """Over one that waits, where the server hasn't let go of it meanwhile; else over a new one.

        It isn't tried over each that waits: a server may fall at just this mail, and may have it all the same.
        """
        import aiosmtplib

        kept = await self._taken()
        if kept is not None:
            with contextlib.suppress(aiosmtplib.SMTPServerDisconnected):
                await self._carried(kept, mail, to)
                return
        await self._carried(_Kept(await self._client()), mail, to)

    async def _carried(self, kept: _Kept, mail: EmailMessage, to: str) -> None:
        try:
            if not kept.carried:
                await kept.client.connect()
            await kept.client.send_message(mail, sender=self._server.sender, recipients=[to])
        except BaseException:
            kept.client.close()
            raise
        kept.carried += 1
        if self._closed or kept.carried >= MOST_OVER_ONE:
            await _quit(kept.client)
            return
        self._kept.append(kept)
        kept.ends = asyncio.create_task(self._let_go(kept), name=f"SMTP {self._server.host}")

    async def _taken(self) -> _Kept | None:
        """One that waits; the last that was used, so that the others end."""
        while self._kept:
            kept = self._kept.pop()
            await _ended(kept)
            if kept.client.is_connected:
                return kept
        return None

    async def _let_go(self, kept: _Kept) -> None:
        await asyncio.sleep(KEPT)
        self._kept.remove(kept)
        await _quit(kept.client)

    async def greet(self) -> str:
        """Come in, sign in, say nothing; the server's words. Raises `ConnectionFailed`."""
        import aiosmtplib

        try:
            async with await self._client() as client:
                answer = await client.noop()
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as exc:
            raise _failed(exc) from exc
        return f"{answer.code} {answer.message}"

    async def _client(self) -> aiosmtplib.SMTP:
        """Not yet connected; encrypted and signed in once it is."""
        import aiosmtplib

        server = self._server
        if self._judge is not None:
            await self._judge(server.host, server.port)
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.account or None,
            password=server.password or None,
            use_tls=server.security is Security.TLS,
            start_tls=server.security is Security.STARTTLS,
            tls_context=_trusting() if server.security is not Security.NONE else None,
            timeout=PATIENCE,
        )

    def _written(self, outgoing: Outgoing) -> EmailMessage:
        """On a thread: a recording is megabytes."""
        return written(outgoing, self._server, self._sound(outgoing))

    def _sound(self, outgoing: Outgoing) -> bytes | None:
        """The recording that goes along; None when it is gone, or larger than servers take."""
        if outgoing.recording is None:
            return None
        path: Path = self._recordings.path(outgoing.recording)
        try:
            return path.read_bytes() if path.stat().st_size <= MOST_ATTACHED else None
        except OSError:
            return None


def written(outgoing: Outgoing, server: MailServer, sound: bytes | None) -> EmailMessage:
    """The mail as it goes out: plain text and the same as HTML, marked as automatic (RFC 3834)."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = server.sender
    mail["To"] = outgoing.to
    if server.reply_to:
        mail["Reply-To"] = server.reply_to
    mail["Subject"] = " ".join(outgoing.subject.split())
    mail["Date"] = format_datetime(outgoing.created_at)
    mail["Message-ID"] = f"<{outgoing.id}@{server.sender.partition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(outgoing.text)
    parts = [_linked(escape(part)).replace("\n", "<br>") for part in outgoing.text.strip().split("\n\n")]
    paragraphs = "".join(f"<p>{part}</p>" for part in parts)
    mail.add_alternative(f"<!DOCTYPE html><html><body>{paragraphs}</body></html>", subtype="html")
    if sound is not None:
        mail.add_attachment(sound, maintype="audio", subtype="wav", filename="voicemail.wav")
    return mail


async def _ended(kept: _Kept) -> None:
    """Nothing lets it go any more."""
    if kept.ends is not None:
        kept.ends.cancel()
        await asyncio.gather(kept.ends, return_exceptions=True)


async def _quit(client: aiosmtplib.SMTP) -> None:
    """Take leave (RFC 5321 section 4.1.1.10), of a server that may be gone."""
    import aiosmtplib

    with contextlib.suppress(aiosmtplib.SMTPException, OSError, TimeoutError):
        await client.quit(timeout=LEAVE)
    client.close()


def _linked(escaped: str) -> str:
    """Addresses in an escaped text as links."""
    return re.sub(r"https?://[^\s<]+", lambda found: f'<a href="{found[0]}">{found[0]}</a>', escaped)


def _failed(exc: BaseException) -> ConnectionFailed:
    """Why the server can't be used, with its own words where it said any."""
    import aiosmtplib

    from onepresence_desktop.pbx.webdav.asking import about_certificate, words_of

    said = f"{exc.code} {exc.message}" if isinstance(exc, aiosmtplib.SMTPResponseException) else words_of(exc)
    if isinstance(exc, aiosmtplib.SMTPAuthenticationError):
        trouble = Trouble.SIGN_IN_REFUSED
    elif isinstance(exc, aiosmtplib.SMTPTimeoutError | TimeoutError):
        trouble = Trouble.TIME_OUT
    elif about_certificate(exc):
        trouble = Trouble.CERTIFICATE
    elif isinstance(exc, aiosmtplib.SMTPResponseException) and not _is_answer(exc.code):
        trouble, said = Trouble.NOT_UNDERSTOOD, exc.message
    elif isinstance(exc, aiosmtplib.SMTPResponseException):
        trouble = Trouble.REFUSED if exc.code >= 500 else Trouble.BUSY
    elif isinstance(exc, OSError | aiosmtplib.SMTPConnectError | aiosmtplib.SMTPServerDisconnected):
        trouble = Trouble.UNREACHABLE
    else:
        trouble = Trouble.NOT_UNDERSTOOD
        said = str(exc)  # "server does not support STARTTLS", and the like
    return ConnectionFailed(reason=trouble, said=said)


def _is_answer(code: int) -> bool:
    """Whether it says no, for now or for good (RFC 5321 section 4.2.1); the library has -1 for what it can't read."""
    return 400 <= code < 600


def _refused(code: int, message: str) -> Receipt:
    """By the server's own words; raises `Unavailable` where it says that later may do."""
    said = f"{code} {' '.join(message.split())}"
    if 400 <= code < 500:
        raise Unavailable(detail=said)
    return Receipt(OutgoingState.FAILED, reason=said)


def _trusting() -> ssl.SSLContext:
    """The system's trust, a company's own authority included."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
