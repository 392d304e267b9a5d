"""A company's calendar server as a connection, each kind by the same contract: set up, read, broken, mended (5.1)."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest

from onepresence_desktop.wire import commands as wire
from tests.pbx.office import PASSWORD, START, As, Running, running
from tests.support import ews, graph
from tests.support.calendar_server import Entry
from tests.support.radicale import ACCOUNT, Radicale
from tests.support.radicale import PASSWORD as CALENDAR_PASSWORD
from tests.support.waiting import eventually

AT = "/v1/connections"
ANDERS = "anders@firma.example"


class Server(Protocol):
    """A calendar server of some kind, with Anders' calendar on it."""

    kind: str

    @property
    def settings(self) -> dict[str, Any]: ...
    def put(self, mailbox: str, name: str, entry: Entry) -> None: ...
    def remove(self, mailbox: str, name: str) -> None: ...
    def stop(self) -> None: ...
    def start(self) -> None: ...


class OnRadicale:
    """A real CalDAV server; each person's calendar at an address of its own, also as one iCalendar text."""

    def __init__(self, server: Radicale, kind: str) -> None:
        self.kind = kind
        self._server = server
        self.stop, self.start = server.stop, server.start

    @property
    def settings(self) -> dict[str, Any]:
        address = f"http://127.0.0.1:{self._server.port}/{{user}}/calendar/"
        return {"calendar_url": address, "account": ACCOUNT, "password": CALENDAR_PASSWORD}

    def put(self, mailbox: str, name: str, entry: Entry) -> None:
        lines = [f"SUMMARY:{entry.subject}", f"X-MICROSOFT-CDO-BUSYSTATUS:{entry.busy}"]
        if entry.all_day:
            lines += [f"DTSTART;VALUE=DATE:{entry.start:%Y%m%d}", f"DTEND;VALUE=DATE:{entry.end:%Y%m%d}"]
        else:
            lines += [f"DTSTART:{entry.start:%Y%m%dT%H%M%SZ}", f"DTEND:{entry.end:%Y%m%dT%H%M%SZ}"]
        lines += ["CLASS:PRIVATE"] if entry.private else []
        lines += ["STATUS:CANCELLED"] if entry.cancelled else []
        lines += [f"ATTENDEE;PARTSTAT=DECLINED:mailto:{mailbox}"] if entry.declined else []
        self._server.put(name, "\n".join(lines))

    def remove(self, mailbox: str, name: str) -> None:
        self._server.remove(name)


class GraphServer(graph.Graph):
    kind = "graph"


class EwsServer(ews.Ews):
    kind = "ews"


@pytest.fixture(params=["graph", "ews", "caldav", "ics"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    with contextlib.ExitStack() as stack:
        if request.param in ("caldav", "ics"):
            yield OnRadicale(stack.enter_context(Radicale(tmp_path / "radicale")), request.param)
        else:
            made = GraphServer() if request.param == "graph" else EwsServer()
            stack.enter_context(made)
            made.calendars[ANDERS] = {}
            yield made


class Firm:
    """A company with an administrator, Anders, and Mette, who has no calendar on the server."""

    def __init__(self, office: Running, boss: As, anders: As) -> None:
        self.office, self.boss, self.anders = office, boss, anders

    async def seen(self, number: str = "1002101") -> dict[str, Any]:
        """What colleagues see of somebody."""
        found = (await self.boss.get("/v1/snapshot")).json()["public"]["presence"]
        return dict(next(one for one in found if one["user_id"] == self.office.ids[number]))

    async def set_up(self, server: Server, **more: Any) -> dict[str, Any]:
        body = {"name": "Kalender", "kind": server.kind, "settings": {**server.settings, **more}}
        answer = await self.boss.post(AT, body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def attempt(self, made: dict[str, Any], to: str = "") -> dict[str, Any]:
        answer = await self.boss.post(f"{AT}/{made['id']}/try", {"to": to})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def stands(self) -> dict[str, Any]:
        (found,) = (await self.boss.get(AT)).json()
        return dict(found)

    async def read(self) -> dict[str, Any]:
        answer = await self.anders.post("/v1/me/calendar/reading")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@asynccontextmanager
async def firm(folder: Path) -> AsyncIterator[Firm]:
    async with running(folder / "data") as office:
        await office.company()
        await office.person("1002100", "Bodil", role="administrator")
        for number, name in (("1002101", "Anders"), ("1002102", "Mette")):
            email = f"{name.lower()}@firma.example"
            added = await office.command(
                wire.UserAdd(local_number=number, name=name, email=email, password=PASSWORD)
            )  # fmt: skip
            office.ids[number] = added["id"]
            await office.command(wire.DeviceAdd(local_number=number, kind="desk"))  # type: ignore[arg-type]
        yield Firm(office, await office.caller("1002100"), await office.caller("1002101"))


def meeting(minutes: float, length: float = 30, **more: Any) -> Entry:
    begin = START + timedelta(minutes=minutes)
    return Entry(begin, begin + timedelta(minutes=length), **more)


async def test_everybodys_calendar_is_read_over_the_companys_connection(tmp_path: Path, server: Server) -> None:
    async with firm(tmp_path) as it:
        server.put(ANDERS, "m", meeting(-10, 60, subject="Budget"))
        assert (await it.anders.get("/v1/me/calendar")).status_code == 404
        made = await it.set_up(server)
        assert made["purpose"] == "calendar" and made["state"] == "untried" and "secret" not in str(made["settings"])

        tried = await it.attempt(made)
        anders, mette = tried["people"]
        assert tried["good"] and (anders["name"], anders["code"], mette["name"]) == ("Anders", "ok", "Mette")
        assert mette["code"] in ("not_found", "refused")  # Radicale lets one account see its own calendars only
        assert (await it.attempt(made, "mette@firma.example"))["code"] == mette["code"]
        mettes = await it.office.caller("1002102")
        assert (await mettes.post("/v1/me/calendar/reading")).json()["trouble"] == mette["code"]
        findings = (await it.boss.get("/v1/doctor")).json()["findings"]
        assert [f["values"]["people"] for f in findings if f["code"] == "connection_partly"] == ["Mette"]
        assert (await it.stands())["state"] == "ok"  # the server is well; one person has no calendar there

        view = await it.read()
        assert view["kind"] == "company" and view["trouble"] == "" and view["address"] == ""
        seen = await it.seen()
        assert seen["presence"] == "meeting" and seen["meeting_until"] == "2026-11-24T10:50:00Z"
        assert seen.get("meeting", "") == ""  # until Anders lets colleagues read it
        await it.anders.patch("/v1/me/calendar", {"show_subject": True})
        assert (await it.seen())["meeting"] == "Budget"

        server.put(ANDERS, "m", meeting(-10, 60, subject="Læge", private=True))
        await it.read()
        assert (await it.seen())["presence"] == "meeting" and (await it.seen())["meeting"] == ""
        assert "Læge" not in json.dumps((await it.anders.get("/v1/snapshot")).json())

        for harmless in ({"busy": "FREE"}, {"cancelled": True}, {"declined": True}):
            server.put(ANDERS, "m", meeting(-10, 60, subject="x", **harmless))
            await it.read()
            assert (await it.seen())["presence"] == "available", harmless
        server.put(ANDERS, "m", Entry(START.replace(hour=0), START.replace(hour=0) + timedelta(days=1), all_day=True))
        await it.read()
        assert (await it.seen())["presence"] == "available"

        server.put(ANDERS, "m", meeting(-10, 60, busy="OOF"))
        await it.read()
        assert (await it.seen())["presence"] == "available"
        await it.anders.patch("/v1/me/calendar", {"out_of_office": True})
        assert (await it.seen())["presence"] == "meeting"

        assert (await it.boss.delete(f"{AT}/{made['id']}")).status_code == 204
        assert (await it.anders.get("/v1/me/calendar")).status_code == 404
        assert (await it.seen())["presence"] == "available"


async def test_a_meeting_over_the_companys_connection_diverts_is_moved_and_ends(tmp_path: Path, server: Server) -> None:
    async with firm(tmp_path) as it:
        await it.set_up(server)
        await it.read()
        await it.anders.patch("/v1/me/calendar", {"use": "divert"})
        server.put(ANDERS, "m", meeting(5, 30, subject="Budget"))
        await it.read()
        assert (await it.seen())["presence"] == "available"
        it.office.clock.pass_(minutes=5)
        it.office.wake()
        seen = await until(it, "diverted")
        assert seen["until"] == "2026-11-24T10:35:00Z" and seen["reason"] == "meeting"
        (counting,) = (await it.anders.get("/v1/me/diversions")).json()["current"]
        assert counting["reason"] == "meeting" and counting["destination"]["kind"] == "voicemail"

        server.put(ANDERS, "m", meeting(-5, 60, subject="Budget"))  # longer, while it runs
        await it.read()
        assert (await it.seen())["until"] == "2026-11-24T10:55:00Z"
        server.remove(ANDERS, "m")
        await it.read()
        assert (await it.seen())["presence"] == "available"
        assert not (await it.anders.get("/v1/me/diversions")).json()["current"]


async def test_whoever_is_given_another_address_is_in_no_meeting_of_the_earlier_mailbox(
    tmp_path: Path, server: Server
) -> None:
    async with firm(tmp_path) as it:
        server.put(ANDERS, "m", meeting(-10, 60, subject="Budget"))
        await it.set_up(server)
        await it.read()
        assert (await it.seen())["presence"] == "meeting"
        where = f"/v1/people/{it.office.ids['1002101']}"
        assert (await it.boss.patch(where, {"email": "nobody@firma.example"})).status_code == 200
        assert (await it.read())["trouble"] in ("not_found", "refused")
        assert (await it.seen())["presence"] == "available"
        assert (await it.boss.patch(where, {"email": ANDERS})).status_code == 200
        assert (await it.read())["trouble"] == "" and (await it.seen())["presence"] == "meeting"


async def until(it: Firm, presence: str) -> dict[str, Any]:
    async def now() -> dict[str, Any] | None:
        seen = await it.seen()
        return seen if seen["presence"] == presence else None

    found = await eventually(now, within=60, every=0.05)
    assert found is not None
    return found


async def test_what_is_wrong_with_the_server_is_told_once_and_mends_by_itself(tmp_path: Path, server: Server) -> None:
    secret = "client_secret" if server.kind == "graph" else "password"
    async with firm(tmp_path) as it:
        server.put(ANDERS, "m", meeting(-10, 60))
        made = await it.set_up(server)
        await it.read()
        server.stop()
        assert (await it.read())["trouble"] == "unreachable"
        failing = await it.stands()
        assert failing["state"] == "failing" and failing["trouble"] == "unreachable" and failing["since"]
        assert (await it.seen())["presence"] == "meeting"  # what was read stays
        findings = (await it.boss.get("/v1/doctor")).json()["findings"]
        assert [f["values"]["reason"] for f in findings if f["code"] == "connection_failed"] == ["unreachable"]
        server.start()
        assert (await it.attempt(made, ANDERS))["good"]
        assert (await it.read())["trouble"] == "" and (await it.stands())["state"] == "ok"

        where = f"{AT}/{made['id']}"
        assert (await it.boss.patch(where, {"settings": {secret: "forkert"}})).status_code == 200
        view = await it.read()
        assert view["trouble"] == "sign_in_refused" and (await it.stands())["trouble"] == "sign_in_refused"
        tries = getattr(server, "refused", 0)
        for _ in range(5):
            await it.read()
        assert getattr(server, "refused", 0) == tries  # not tried into a lock-out
        refused = await it.attempt(made)
        assert not refused["good"] and refused["code"] == "sign_in_refused" and "forkert" not in str(refused)
        right = await it.boss.patch(where, {"settings": {secret: server.settings[secret]}})
        assert right.status_code == 200
        assert (await it.read())["trouble"] == "" and (await it.stands())["state"] == "ok"
        told = json.dumps([(await it.boss.get(AT)).json(), (await it.boss.get("/v1/doctor")).json()])
        assert json.dumps(server.settings[secret]) not in told


async def test_for_an_older_client_one_calendar_takes_the_place_of_the_other_and_settings_outlive_a_restart(
    tmp_path: Path,
) -> None:
    with GraphServer() as server, Radicale(tmp_path / "radicale") as radicale:
        server.calendars[ANDERS] = {"m": meeting(-10, 60, subject="Budget")}
        async with firm(tmp_path) as it:
            await it.set_up(server)
            await it.read()
            await it.anders.patch("/v1/me/calendar", {"show_subject": True})
            ids = it.office.ids
        async with running(tmp_path / "data") as office:
            office.ids = ids
            it = Firm(office, await office.caller("1002100"), await office.caller("1002101"))
            assert (await until(it, "meeting"))["meeting"] == "Budget"
            own = f"/v1/people/{ids['1002101']}/calendar"
            body = {"kind": "caldav", "address": radicale.address, "account": ACCOUNT, "password": CALENDAR_PASSWORD}
            assert (await it.boss.put(own, {**body, "kind": "company"})).status_code == 422
            assert (await it.boss.put(own, body)).json()["kind"] == "caldav"
            both = [(one["kind"], one["diverts"]) for one in (await it.anders.get("/v1/me/calendars")).json()]
            assert both == [("company", False), ("caldav", True)]
            back = (await it.boss.put(own, {"kind": "company", "use": "divert"})).json()
            assert (back["kind"], back["use"], back["show_subject"]) == ("company", "divert", True)
            assert (await it.boss.delete(own)).status_code == 204
            assert (await it.read())["kind"] == "company"
            assert (await it.seen())["presence"] == "meeting"


@pytest.mark.parametrize(
    ("kind", "settings", "field", "problem"),
    [
        ("graph", {"graph_url": "http://graph.example.com"}, "graph_url", "not_on_a_network"),
        ("graph", {"tenant": "../x"}, "tenant", "malformed"),
        ("graph", {"client_secret": ""}, "client_secret", "missing"),
        ("ews", {"ews_url": "ftp://mail.example.com/"}, "ews_url", "malformed"),
        ("ews", {"rights": "all"}, "rights", "unknown"),
        ("caldav", {"calendar_url": "https://dav.example.com/calendar/"}, "calendar_url", "not_a_persons"),
        ("ics", {"calendar_url": "https://{email}/"}, "calendar_url", "malformed"),
    ],
)
async def test_settings_that_are_none_are_told_at_the_door(
    tmp_path: Path, kind: str, settings: dict[str, str], field: str, problem: str
) -> None:
    well = {
        "graph": {"tenant": graph.TENANT, "client_id": graph.CLIENT, "client_secret": "x"},
        "ews": {"ews_url": "https://mail.example.com/EWS/Exchange.asmx", "account": "x", "password": "x"},
        "caldav": {"calendar_url": "https://dav.example.com/{email}/"},
        "ics": {"calendar_url": "https://dav.example.com/{user}.ics"},
    }[kind]
    async with running(tmp_path / "data") as office:
        await office.company()
        await office.person("1002100", "Bodil", role="administrator")
        boss = await office.caller("1002100")
        answer = await boss.post(AT, {"name": "Kalender", "kind": kind, "settings": {**well, **settings}})
        assert answer.status_code == 422
        assert answer.json()["details"] == {"field": f"settings.{field}", "problem": problem}
        made = await boss.post(AT, {"name": "Kalender", "kind": kind, "settings": well})
        assert made.status_code == 201
        nobody = await boss.post(f"{AT}/{made.json()['id']}/try", {})
        assert nobody.status_code == 422 and nobody.json()["details"]["field"] == "to"
