"""Mail, SMS and directories by one contract on real servers: set up, tried, used, broken, healed; and any kind slow.

Calendars have the same contract in `calendars/test_company_calendars`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.delivery import smtp
from onepresence_desktop.pbx.services import connection_watch
from onepresence_desktop.wire import commands as wire
from tests.pbx.office import PASSWORD, As, Running, running
from tests.support import chasquid, kannel, radicale, slapd, smsc
from tests.support.waiting import eventually

AT = "/v1/connections"
NUMBER = "+4520123450"
CARD = "FN:Karen Kunde\nN:Kunde;Karen;;;\nTEL;TYPE=WORK:70101155"


@dataclass
class Part:
    """A server of some kind. texts: what has reached its other side; None for one that is read. to: of a trial."""

    kind: str
    settings: dict[str, Any]
    start: Callable[[], None]
    stop: Callable[[], None]
    texts: Callable[[], list[str]] | None = None
    to: str = ""

    @property
    def secret(self) -> str:
        return str(self.settings["password"])


def mail(folder: Path, stack: contextlib.ExitStack, monkeypatch: pytest.MonkeyPatch) -> Part:
    if chasquid.missing():
        pytest.skip("chasquid is not installed")
    server = stack.enter_context(chasquid.Chasquid(folder, "anders"))
    trusting = ssl.create_default_context(cafile=server.identity.certificate)
    monkeypatch.setattr(smtp, "_trusting", lambda: trusting)
    known = {"host": "localhost", "account": chasquid.ACCOUNT, "password": chasquid.PASSWORD}
    settings = {**known, "sender": chasquid.ACCOUNT, "port": server.port}

    def texts() -> list[str]:
        return [body.get_content() for one in server.taken if (body := one.get_body(("plain",))) is not None]

    return Part("smtp", settings, server.start, server.stop, texts, f"anders@{chasquid.DOMAIN}")


def mail_by_tls(folder: Path, stack: contextlib.ExitStack, monkeypatch: pytest.MonkeyPatch) -> Part:
    part = mail(folder, stack, monkeypatch)
    server = part.start.__self__  # type: ignore[attr-defined]
    part.settings |= {"port": server.tls_port, "security": "tls"}
    return part


def gateway(folder: Path, stack: contextlib.ExitStack, _: pytest.MonkeyPatch) -> Part:
    server = stack.enter_context(kannel.Kannel(folder))
    settings = {"url": server.url, "sender": "Firma", "account": kannel.ACCOUNT, "password": kannel.PASSWORD}
    return Part("kannel", settings, server.start, server.stop, lambda: [one.text for one in server.taken], NUMBER)


def any_gateway(folder: Path, stack: contextlib.ExitStack, monkeypatch: pytest.MonkeyPatch) -> Part:
    part = gateway(folder, stack, monkeypatch)
    fields = {"username": "{account}", "password": "{password}", "from": "{sender}", "to": "{to}", "text": "{text}"}
    lines = "\n".join(f"{name}: {value}" for name, value in {**fields, "charset": "UTF-8"}.items())
    part.kind = "sms_http"
    part.settings |= {"form": "query", "fields": lines, "accepted": "^(0: Accepted|3: Queued)"}
    return part


def center(folder: Path, stack: contextlib.ExitStack, _: pytest.MonkeyPatch) -> Part:
    if smsc.missing():
        pytest.skip("Net::SMPP is not installed")
    server = stack.enter_context(smsc.Center(folder))
    known = {"host": "127.0.0.1", "port": server.port, "security": "none", "sender": "Firma"}
    settings = {**known, "account": smsc.ACCOUNT, "password": smsc.PASSWORD}
    return Part("smpp", settings, server.start, server.stop, lambda: [text for _, _, text in server.taken], NUMBER)


def directory(_: Path, stack: contextlib.ExitStack, __: pytest.MonkeyPatch) -> Part:
    if slapd.missing():
        pytest.skip("slapd is not installed")
    people = [slapd.person("karen", "Karen Kunde", telephoneNumber="70101155")]
    server = stack.enter_context(slapd.Slapd(people))
    known = {"account": slapd.READER, "password": slapd.PASSWORD, "base": slapd.PEOPLE}
    return Part("ldap", {"address": server.address, **known}, server.start, server.stop)


def address_book(folder: Path, stack: contextlib.ExitStack, _: pytest.MonkeyPatch) -> Part:
    server = stack.enter_context(radicale.Radicale(folder))
    server.make_address_book()
    server.put_card("karen", CARD)
    known = {"account": radicale.ACCOUNT, "password": radicale.PASSWORD}
    return Part("carddav", {"address": server.address_book, **known}, server.start, server.stop)


@pytest.fixture(params=[mail, mail_by_tls, gateway, any_gateway, center, directory, address_book])
def part(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Part]:
    with contextlib.ExitStack() as stack:
        yield request.param(tmp_path / "server", stack, monkeypatch)


class Firm:
    """A company with an administrator, Anders who writes, and a connection."""

    def __init__(self, office: Running, boss: As, anders: As) -> None:
        self.office, self.boss, self.anders = office, boss, anders
        self.where = ""

    async def set_up(self, kind: str, settings: dict[str, Any]) -> dict[str, Any]:
        made = await self.boss.post(AT, {"name": "Server", "kind": kind, "settings": settings})
        assert made.status_code == 201, made.text
        self.where = made.json()["id"]
        return dict(made.json())

    async def attempt(self, to: str = "") -> dict[str, Any]:
        answer = await self.boss.post(f"{AT}/{self.where}/try", {"to": to})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def change(self, **settings: Any) -> None:
        answer = await self.boss.patch(f"{AT}/{self.where}", {"settings": settings})
        assert answer.status_code == 200, answer.text

    async def stands(self) -> tuple[str, str]:
        (found,) = (await self.boss.get(AT)).json()
        return found["state"], found.get("trouble") or ""

    async def stand(self, state: str, trouble: str = "") -> None:
        """Wait until the administrator sees it, and the doctor says the same."""

        async def so() -> bool:
            return await self.stands() == (state, trouble)

        await eventually(so, every=0.1)
        findings = (await self.boss.get("/v1/doctor")).json()["findings"]
        told = [one["values"]["reason"] for one in findings if one["code"] == "connection_failed"]
        assert told == ([trouble] if trouble else [])

    async def use(self, part: Part, text: str) -> None:
        """Send something over it, or read it."""
        if part.texts is None:
            answer = await self.boss.post(f"/v1/directories/{self.where}/reading")
            assert answer.status_code == 200, answer.text
            return
        way, to = ("email", {"email": part.to}) if "@" in part.to else ("sms", {"number": part.to})
        answer = await self.anders.post("/v1/messages", {"to": [to], "by": [way], "text": text})
        assert answer.status_code == 202, answer.text

    async def reaches(self, part: Part, text: str) -> None:
        """Wait until that is on the other side, once, however long it had to wait."""
        if part.texts is None:
            found = (await self.anders.get("/v1/directory", params={"q": "karen"})).json()
            assert [one["name"] for one in found] == ["Karen Kunde"]
            return
        reached = part.texts

        def there() -> bool:
            self.office.clock.pass_(minutes=1)
            self.office.service.outbox.wake()
            return any(text in one for one in reached())

        await eventually(there, every=0.3)
        assert len([one for one in reached() if text in one]) == 1


@contextlib.asynccontextmanager
async def firm(folder: Path) -> AsyncIterator[Firm]:
    async with running(folder / "data") as office:
        await office.company()
        await office.person("1002100", "Bodil", role="administrator")
        await office.command(
            wire.UserAdd(local_number="1002101", name="Anders", email="anders@firma.example", password=PASSWORD)
        )
        yield Firm(office, await office.caller("1002100"), await office.caller("1002101"))


async def test_it_is_set_up_tried_used_broken_and_healed_and_an_administrator_sees_each(
    tmp_path: Path, part: Part
) -> None:
    async with firm(tmp_path) as it:
        made = await it.set_up(part.kind, part.settings)
        assert made["state"] == "untried" and made["secrets"] == ["password"]
        tried = await it.attempt(part.to)
        assert tried["good"], tried
        await it.stand("ok")
        await it.use(part, "Den ene")
        await it.reaches(part, "Den ene")

        part.stop()
        await it.use(part, "Den anden")
        await it.stand("failing", "unreachable")
        refused = await it.attempt(part.to)
        assert (refused["good"], refused["code"]) == (False, "unreachable")
        part.start()
        assert (await it.attempt(part.to))["good"]
        await it.stand("ok")
        await it.use(part, "Den tredje")
        await it.reaches(part, "Den anden")
        await it.reaches(part, "Den tredje")

        await it.change(password="forkert")
        await it.use(part, "Den fjerde")
        await it.stand("failing", "sign_in_refused")
        refused = await it.attempt(part.to)
        assert (refused["good"], refused["code"]) == (False, "sign_in_refused")
        await it.change(password=part.secret)
        assert (await it.attempt(part.to))["good"]
        await it.use(part, "Den femte")
        await it.reaches(part, "Den fjerde")
        await it.reaches(part, "Den femte")
        await it.stand("ok")
        told = json.dumps([made, refused, (await it.boss.get(AT)).json(), (await it.boss.get("/v1/doctor")).json()])
        assert not re.search(rf"\b({part.secret}|forkert)\b", told)


async def test_of_three_recipients_the_one_that_a_mail_server_refuses_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with contextlib.ExitStack() as stack:
        part = mail(tmp_path / "server", stack, monkeypatch)
        async with firm(tmp_path) as it:
            await it.set_up(part.kind, part.settings)
            names = (part.to, f"nobody@{chasquid.DOMAIN}", chasquid.ACCOUNT)
            body = {"to": [{"email": name} for name in names], "by": ["email"], "text": "Til jer tre"}
            assert (await it.anders.post("/v1/messages", body)).status_code == 202

            async def states() -> bool:
                (sent,) = (await it.anders.get("/v1/me/sent")).json()
                return sorted(one["state"] for one in sent["recipients"]) == ["failed", "sent", "sent"]

            await eventually(states, every=0.1)
            assert part.texts is not None
            await eventually(lambda: len(part.texts()) == 2, every=0.1)  # type: ignore[misc]
            await it.stand("ok")  # the server is well


def at(port: int) -> dict[str, tuple[dict[str, Any], str]]:
    """Settings of each kind for a server at that port, and for whom it is tried."""
    url, account = f"http://127.0.0.1:{port}/", {"account": "a", "password": "b-secret"}
    graph = {"tenant": "firma.example", "client_id": "c", "client_secret": "d-secret"}
    calendar = {"calendar_url": f"{url}{{user}}/", **account}
    who = "anders@firma.example"
    return {
        "smtp": ({"host": "127.0.0.1", "port": port, "sender": "pbx@firma.example", **account}, ""),
        "sms_http": ({"url": url, "sender": "Firma", **account}, ""),
        "kannel": ({"url": url, "sender": "Firma", **account}, NUMBER),
        "smpp": ({"host": "127.0.0.1", "port": port, "security": "none", "sender": "Firma", **account}, ""),
        "ldap": ({"address": f"ldap://127.0.0.1:{port}", "base": "dc=x", "account": "cn=a", "password": "b"}, ""),
        "carddav": ({"address": url, **account}, ""),
        "graph": ({**graph, "sign_in_url": url, "graph_url": url}, who),
        "ews": ({"ews_url": url, **account}, who),
        "caldav": (calendar, who),
        "ics": (calendar, who),
    }


@pytest.mark.parametrize("kind", sorted(at(1)))
async def test_a_server_that_takes_a_connection_and_says_nothing_is_told_as_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(connection_watch, "PATIENCE", 0.5)
    writers: list[asyncio.StreamWriter] = []

    async def silent(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
        writers.append(outgoing)
        with contextlib.suppress(ConnectionError):
            await incoming.read()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    settings, to = at(server.sockets[0].getsockname()[1])[kind]
    async with firm(tmp_path) as it:
        await it.set_up(kind, settings)
        tried = await it.attempt(to)
        assert (tried["good"], tried["code"] if not tried["people"] else tried["people"][0]["code"]) == (
            False,
            "time_out",
        )
        await it.stand("failing", "time_out")
        assert (await it.anders.get("/v1/snapshot")).status_code == 200
        for writer in writers:
            writer.close()
    server.close()
