"""A real SMTP server on a free port, by TLS and with sign-in, that keeps what it takes and refuses by rule."""

from __future__ import annotations

import ssl
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from onepresence_desktop.pbx.certificate import own
from tests.support.free_port import free_port

ACCOUNT, PASSWORD = "onepresence", "post-secret"


class MailHost:
    """`taken`: what it took, in order. `refusals`: answers it gives to recipients, by address.

    `signed_in`: each sign-in, whether it was right. `left`: who took leave.
    """

    def __init__(self, folder: Path) -> None:
        self.identity = own(folder)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.identity.certificate, self.identity.key)
        self.taken: list[EmailMessage] = []
        self.refusals: dict[str, str] = {}
        self.after_data = ""
        self.signed_in: list[bool] = []
        self.left = 0
        self._servers: list[Any] = []
        self.port = free_port()
        self._controller = Controller(
            self,
            hostname="127.0.0.1",
            port=self.port,
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=self._authenticate,
        )

    def __enter__(self) -> MailHost:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    def only_ascii(self) -> None:
        """Connections from now on are told of no other letters in addresses."""
        self._controller.SMTP_kwargs["enable_SMTPUTF8"] = False

    def hang_up(self) -> None:
        """Let go of all connections."""
        for server in self._servers:
            self._controller.loop.call_soon_threadsafe(server.transport.close)
        self._servers.clear()

    async def handle_QUIT(self, _server: Any, _session: Session, _envelope: Envelope) -> str:
        self.left += 1
        return "221 Bye"

    async def handle_RCPT(
        self, server: Any, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self._servers.append(server)
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Session, envelope: Envelope) -> str:
        if self.after_data:
            return self.after_data
        content = envelope.content
        assert isinstance(content, bytes)
        mail = message_from_bytes(content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.taken.append(mail)
        return "250 Taken"

    def _authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (ACCOUNT.encode(), PASSWORD.encode())
        self.signed_in.append(good)
        return AuthResult(success=good, handled=False)  # not handled: a refusal is said by 535
