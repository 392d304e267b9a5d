"""A mail server that falls when it has a whole mail and hasn't said so: the mail is sent again, by its name (6.4)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.outgoing import Outgoing, Way
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.delivery import smtp
from onepresence_desktop.pbx.delivery.mail_server import MailServer, Security
from onepresence_desktop.pbx.delivery.smtp import Judge, SmtpSender
from onepresence_desktop.pbx.ports import Recordings
from tests.pbx.office import As, Running, running
from tests.support import chasquid
from tests.support.chasquid import ACCOUNT, DOMAIN, PASSWORD, Chasquid
from tests.support.falling import Fall, Falling
from tests.support.waiting import eventually

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TO = f"anders@{DOMAIN}"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chasquid]:
    if chasquid.missing():
        pytest.skip("chasquid is not installed")
    with Chasquid(tmp_path / "server", "anders") as made:
        trusting = ssl.create_default_context(cafile=made.identity.certificate)
        monkeypatch.setattr(smtp, "_trusting", lambda: trusting)
        monkeypatch.setattr(smtp, "KEPT", 600.0)
        yield made


async def berit_in(office: Running, falling: Falling) -> As:
    """An administrator of a company whose mail goes over it."""
    await office.company()
    await office.person("1002100", "Berit", role="administrator")
    berit = await office.caller("1002100")
    known = {"host": "localhost", "port": falling.port, "security": "tls", "account": ACCOUNT, "password": PASSWORD}
    body = {"name": "Mail", "kind": "smtp", "settings": {**known, "sender": ACCOUNT}}
    assert (await berit.post("/v1/connections", body)).status_code == 201
    return berit


async def sent(who: As, text: str) -> None:
    answer = await who.post("/v1/messages", {"to": [{"email": TO}], "by": ["email"], "text": text})
    assert answer.status_code == 202, answer.text


async def told(who: As, text: str) -> dict[str, Any]:
    found = next(one for one in (await who.get("/v1/me/sent")).json() if one["text"] == text)
    return dict(found["recipients"][0])


async def becomes(who: As, text: str, state: str, *, reason: str = "") -> dict[str, Any]:
    async def so() -> bool:
        now = await told(who, text)
        return bool(now["state"] == state and reason in now.get("reason", ""))

    await eventually(so, every=0.05)
    return await told(who, text)


async def connection(who: As) -> tuple[str, str]:
    (found,) = (await who.get("/v1/connections")).json()
    return found["state"], found.get("trouble") or ""


@pytest.mark.parametrize(("fall", "copies"), [(Fall.LOST, 1), (Fall.TAKEN, 2)])
async def test_a_mail_whose_taking_was_never_said_waits_and_goes_out_again_under_its_name(
    tmp_path: Path, server: Chasquid, fall: Fall, copies: int
) -> None:
    async with running(tmp_path / "data") as office, Falling(server.tls_port, server.identity) as falling:
        berit = await berit_in(office, falling)
        falling.falls.append(fall)
        await sent(berit, "Ring til Åse")
        waiting = await becomes(berit, "Ring til Åse", "queued", reason="unreachable")
        assert not waiting.get("doubt")
        assert await connection(berit) == ("failing", "unreachable")

        office.clock.pass_(minutes=1)
        office.service.outbox.wake()
        assert not (await becomes(berit, "Ring til Åse", "sent")).get("doubt")
        assert await connection(berit) == ("ok", "")
        await sent(berit, "Den næste")
        await becomes(berit, "Den næste", "sent")
        await eventually(lambda: len(server.names) == copies + 1)
    names = [mail["Message-ID"] for mail in server.taken if "Åse" in text_of(mail)]
    assert len(names) == copies and len(set(names)) == 1
    assert falling.ends == 3


def text_of(mail: Any) -> str:
    return str(mail.get_body(("plain",)).get_content())


async def test_over_a_connection_that_waited_it_is_sent_once_more_at_once_and_then_waits(server: Chasquid) -> None:
    """Several connections wait; a mail at which the server falls isn't tried over each of them."""
    together = asyncio.Barrier(3)

    falling = Falling(server.tls_port, server.identity)

    async def judge(_: str, __: int) -> None:
        if not falling.ends:
            await together.wait()

    async with over(falling, judge) as sender:
        await asyncio.gather(*(sender.send(mail(f"o{n}")) for n in range(3)))
        falling.ends, falling.falls = 0, [Fall.TAKEN] * 20
        with pytest.raises(ConnectionFailed) as failed:
            await sender.send(mail("falls"))
        assert (failed.value.details["reason"], falling.ends) == (Trouble.UNREACHABLE, 2)
        falling.falls = [Fall.LOST]
        await sender.send(mail("again"))
        await eventually(lambda: len(server.names) == 3 + 2 + 1)
    names = [str(one["Message-ID"]).partition("@")[0] for one in server.taken]
    assert sorted(names) == ["<again", "<falls", "<falls", "<o0", "<o1", "<o2"]


@asynccontextmanager
async def over(falling: Falling, judge: Judge) -> AsyncIterator[SmtpSender]:
    async with falling:
        known = MailServer("localhost", ACCOUNT, falling.port, Security.TLS, ACCOUNT, PASSWORD)
        sender = SmtpSender(known, cast(Recordings, None), judge)
        try:
            yield sender
        finally:
            await sender.close()


def mail(name: str) -> Outgoing:
    return Outgoing(name, CustomerId("c"), Way.EMAIL, TO, "Hej", NOW, NOW)
