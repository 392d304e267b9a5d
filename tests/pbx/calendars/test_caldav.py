"""A user's calendar on a real CalDAV server, as colleagues see it (spec 5.1, 5.2)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.calendars import ics
from tests.pbx.office import START, As, Running, running
from tests.support.calendar_server import Answer, CalendarServer
from tests.support.radicale import ACCOUNT, PASSWORD, Radicale


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    with Radicale(tmp_path / "radicale") as server:
        yield server


def at(minutes: float, length: float = 30) -> str:
    """From and to, in minutes from now."""
    begin = START + timedelta(minutes=minutes)
    end = begin + timedelta(minutes=length)
    return f"DTSTART:{begin:%Y%m%dT%H%M%SZ}\nDTEND:{end:%Y%m%dT%H%M%SZ}"


class Day:
    """A company with an administrator and a colleague whose calendar is on the server."""

    def __init__(self, office: Running, administrator: As, anders: As) -> None:
        self.office, self.administrator, self.anders = office, administrator, anders
        self.of_anders = f"/v1/people/{office.ids['1002101']}/calendar"

    async def seen(self) -> dict[str, Any]:
        """What colleagues see of Anders."""
        snapshot = (await self.administrator.get("/v1/snapshot")).json()
        found = snapshot["public"]["presence"]
        return dict(next(one for one in found if one["user_id"] == self.office.ids["1002101"]))

    async def set(self, server: Radicale, **more: Any) -> Any:
        body = {"kind": "caldav", "address": server.address, "account": ACCOUNT, "password": PASSWORD, **more}
        return await self.administrator.put(self.of_anders, body)

    async def read(self) -> dict[str, Any]:
        answer = await self.anders.post("/v1/me/calendar/reading")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@asynccontextmanager
async def day(folder: Path) -> AsyncIterator[Day]:
    async with running(folder / "data") as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        await office.person("1002101", "Anders")
        yield Day(office, await office.caller("1002100"), await office.caller("1002101"))


async def test_a_meeting_shows_in_presence_on_time_and_ends_by_itself(tmp_path: Path, radicale: Radicale) -> None:
    async with day(tmp_path) as it:
        radicale.put("m", f"{at(5)}\nSUMMARY:Budget")
        assert (await it.set(radicale)).status_code == 200
        assert (await it.seen())["presence"] == "available"

        it.office.clock.pass_(minutes=5)
        it.office.wake()
        seen = await until(it, "meeting")
        assert seen["meeting_until"] == "2026-11-24T10:35:00Z"
        assert seen.get("meeting", "") == ""

        it.office.clock.pass_(minutes=30)
        it.office.wake()
        assert (await until(it, "available")).get("meeting_until") is None


async def until(it: Day, presence: str) -> dict[str, Any]:
    from tests.support.waiting import eventually

    async def now() -> dict[str, Any] | None:
        seen = await it.seen()
        return seen if seen["presence"] == presence else None

    found = await eventually(now, every=0.05)
    assert found is not None
    return found


async def test_a_meeting_that_is_moved_or_cancelled_while_it_runs_is_followed(
    tmp_path: Path, radicale: Radicale
) -> None:
    async with day(tmp_path) as it:
        radicale.put("m", f"{at(-10)}\nSUMMARY:Budget")
        await it.set(radicale)
        assert (await it.seen())["presence"] == "meeting"
        radicale.put("m", f"{at(60)}\nSUMMARY:Budget")
        await it.read()
        assert (await it.seen())["presence"] == "available"
        radicale.put("m", f"{at(-10, 90)}\nSUMMARY:Budget")
        await it.read()
        assert (await it.seen())["meeting_until"] == "2026-11-24T11:20:00Z"
        radicale.remove("m")
        await it.read()
        assert (await it.seen())["presence"] == "available"


async def test_colleagues_read_a_subject_only_where_its_owner_lets_them_and_never_a_private_one(
    tmp_path: Path, radicale: Radicale
) -> None:
    async with day(tmp_path) as it:
        radicale.put("open", f"{at(-10)}\nSUMMARY:Budget")
        await it.set(radicale)
        assert (await it.seen())["meeting"] == ""
        await it.anders.patch("/v1/me/calendar", {"show_subject": True})
        assert (await it.seen())["meeting"] == "Budget"
        radicale.put("open", f"{at(-10)}\nSUMMARY:Doctor\nCLASS:PRIVATE")
        await it.read()
        assert (await it.seen())["presence"] == "meeting" and (await it.seen())["meeting"] == ""
        await it.anders.patch("/v1/me/calendar", {"use": "never"})
        assert (await it.seen())["presence"] == "available"


async def test_an_unchanged_calendar_is_not_read_again(tmp_path: Path, radicale: Radicale) -> None:
    from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource
    from onepresence_desktop.domain.people import UserId
    from onepresence_desktop.pbx.calendars.reader import HttpCalendar
    from onepresence_desktop.pbx.ports.calendars import CalendarAccess

    radicale.put("m", f"{at(5)}\nSUMMARY:Budget")
    reader = HttpCalendar(here=True)
    asked: list[str] = []
    source = CalendarSource(UserId("u"), CalendarKind.CALDAV, radicale.address, ACCOUNT)
    access = CalendarAccess(source, PASSWORD)

    async def read() -> list[str]:
        found = await reader.meetings(access, START, START + timedelta(days=1), START.tzinfo, owner="")  # type: ignore[arg-type]
        if reader._server._client is not None and not reader._server._client.event_hooks["request"]:

            async def note(request: Any) -> None:
                asked.append(request.method)

            reader._server._client.event_hooks = {"request": [note], "response": []}
        return [m.subject for m in found.meetings]

    try:
        assert await read() == await read() == ["Budget"]
        assert asked == ["PROPFIND"]
        radicale.put("n", f"{at(50)}\nSUMMARY:Sales")
        assert await read() == ["Budget", "Sales"]
        assert asked == ["PROPFIND", "PROPFIND", "REPORT", "REPORT"]
        radicale.put("w", "DTSTART:20261101T101500Z\nDTEND:20261101T104500Z\nRRULE:FREQ=DAILY\nSUMMARY:Standup")
        assert await read() == ["Budget", "Standup", "Sales"]
        assert asked[4:] == ["PROPFIND", "REPORT"]  # one that began earlier was found: it filters as it should
    finally:
        await reader.close()


class Narrow(CalendarServer):
    """A CalDAV server that filters by time alone. says: its answer to any other filter."""

    says = 403

    def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        if b"prop-filter" in body:
            return self.says, {}, b"<d:error xmlns:d='DAV:'/>"
        text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:m\n{at(-10, 60)}\nSUMMARY:Budget\nEND:VEVENT\nEND:VCALENDAR\n"
        told = f"<c:calendar-data xmlns:c='urn:ietf:params:xml:ns:caldav'>{text}</c:calendar-data>"
        inside = told if method == "REPORT" else "<d:sync-token>1</d:sync-token>"
        answer = f"<d:response><d:href>/m.ics</d:href>{inside}</d:response>"
        return 207, {}, f"<d:multistatus xmlns:d='DAV:'>{answer}</d:multistatus>".encode()


@pytest.mark.parametrize(("says", "trouble"), [(403, ""), (501, ""), (207, ""), (503, "busy")])
async def test_a_server_that_filters_by_time_alone_is_read_and_one_under_load_asked_again(
    tmp_path: Path, says: int, trouble: str
) -> None:
    with Narrow() as server:
        server.says = says
        async with day(tmp_path) as it:
            body = {"kind": "caldav", "address": f"http://127.0.0.1:{server.port}/anders/"}
            answer = await it.administrator.put(it.of_anders, body)
            if trouble:
                assert answer.json()["details"]["reason"] == trouble
            else:
                assert answer.status_code == 200, answer.text
                assert (await it.seen())["presence"] == "meeting"


async def test_a_calendar_that_cant_be_read_is_refused_with_the_reason_and_kept_by_nobody(
    tmp_path: Path, radicale: Radicale
) -> None:
    async with day(tmp_path) as it:
        for change, reason in (
            ({"password": "wrong"}, "sign_in_refused"),
            ({"address": f"http://127.0.0.1:{radicale.port}/anders/nothing/"}, "not_found"),
            ({"address": "http://127.0.0.1:1/"}, "unreachable"),
            ({"kind": "ics", "address": f"http://127.0.0.1:{radicale.port}/.web/"}, "not_understood"),
        ):
            answer = await it.set(radicale, **change)
            assert answer.status_code == 503, (change, answer.text)
            assert answer.json()["code"] == "connection_failed" and answer.json()["details"]["reason"] == reason, change
        for address in ("ftp://calendar.example/", "http://", "http://a b/", "http://host:84x/", "nonsense"):
            answer = await it.set(radicale, address=address)
            assert answer.status_code == 422 and answer.json()["details"]["field"] == "address", address
        assert (await it.administrator.get(it.of_anders)).status_code == 404


async def test_a_server_that_goes_away_is_told_and_what_was_read_stays(tmp_path: Path, radicale: Radicale) -> None:
    async with day(tmp_path) as it:
        radicale.put("m", f"{at(-10)}\nSUMMARY:Budget")
        await it.set(radicale)
        radicale.stop()
        assert (await it.read())["trouble"] == "unreachable"
        assert (await it.seen())["presence"] == "meeting"
        radicale.start()
        view = await it.read()
        assert view["trouble"] == "" and "password" not in view and PASSWORD not in str(view)


async def test_a_calendar_at_which_the_reader_breaks_is_told_as_not_understood_and_in_nobodys_way(
    tmp_path: Path, radicale: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ics.read

    def breaking(data: bytes, *where: Any, **more: Any) -> Any:
        if b"Breaks" in data:
            raise RecursionError
        return read(data, *where, **more)

    monkeypatch.setattr(ics, "read", breaking)
    async with day(tmp_path) as it:
        radicale.put("m", f"{at(-10)}\nSUMMARY:Budget")
        await it.set(radicale)
        radicale.put("n", f"{at(-10)}\nSUMMARY:Breaks")
        assert (await it.read())["trouble"] == "not_understood"
        assert (await it.seen())["presence"] == "meeting"
        assert (await it.set(radicale)).json()["details"]["reason"] == "not_understood"


async def test_a_calendar_outlives_a_restart_and_goes_with_its_owner(tmp_path: Path, radicale: Radicale) -> None:
    radicale.put("m", f"{at(-10)}\nSUMMARY:Budget")
    async with day(tmp_path) as it:
        await it.set(radicale)
        ids = it.office.ids
    async with running(tmp_path / "data") as office:
        office.ids = ids
        it = Day(office, await office.caller("1002100"), await office.caller("1002101"))
        assert (await until(it, "meeting"))["meeting_until"] == "2026-11-24T10:20:00Z"
        assert (await it.administrator.delete(it.of_anders)).status_code == 204
        assert (await it.seen())["presence"] == "available"
        assert (await it.anders.get("/v1/me/calendar")).status_code == 404


async def test_only_an_administrator_says_where_a_calendar_is(tmp_path: Path, radicale: Radicale) -> None:
    async with day(tmp_path) as it:
        body = {"kind": "ics", "address": radicale.address}
        for verb in (it.anders.put(it.of_anders, body), it.anders.get(it.of_anders), it.anders.delete(it.of_anders)):
            assert (await verb).status_code == 403


async def test_a_failure_of_the_second_filter_takes_no_recurring_meeting_away_where_it_was_answered_before(
    tmp_path: Path,
) -> None:
    class Falling(Narrow):
        def answer(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
            if method == "REPORT" and (b"prop-filter" in body) != (self.says == 207):
                return (self.says if b"prop-filter" in body else 207), {}, b"<d:multistatus xmlns:d='DAV:'/>"
            status, more, said = super().answer(method, path, headers, b"")
            return status, more, said.replace(b">1<", str(self.asked).encode().join((b">", b"<")))

    with Falling() as server:
        server.says = 207
        async with day(tmp_path) as it:
            body = {"kind": "caldav", "address": f"http://127.0.0.1:{server.port}/anders/"}
            assert (await it.administrator.put(it.of_anders, body)).status_code == 200
            assert (await it.seen())["presence"] == "meeting"
            server.says = 500
            assert (await it.read())["trouble"] == "server_failed"
            assert (await it.seen())["presence"] == "meeting"


async def test_an_administrator_changes_where_it_is_and_what_its_owner_decided_stays(
    tmp_path: Path, radicale: Radicale
) -> None:
    async with day(tmp_path) as it:
        first = (await it.set(radicale)).json()
        assert first["has_password"] and PASSWORD not in str(first)
        await it.anders.patch("/v1/me/calendar", {"use": "divert", "show_subject": True})
        stale = await it.set(radicale, version=first["version"])
        assert (stale.status_code, stale.json()["details"]["what"]) == (409, "changed")
        body = {"kind": "caldav", "address": radicale.address, "account": ACCOUNT}
        kept = (await it.administrator.put(it.of_anders, body)).json()
        assert (kept["use"], kept["show_subject"], kept["has_password"]) == ("divert", True, True)
        elsewhere = await it.administrator.put(it.of_anders, {**body, "address": radicale.address + "?x"})
        assert elsewhere.json()["details"] == {"field": "password", "problem": "again"}, "handed to no other server"
        both = await it.administrator.put(it.of_anders, {**body, "kind": "company"})
        assert both.json()["details"] == {"field": "address", "problem": "both_given"}
        none = await it.administrator.put(it.of_anders, {"kind": "company"})
        assert none.json()["details"] == {"field": "kind", "problem": "no_email"}
        assert (await it.administrator.get(it.of_anders)).json()["address"] == radicale.address
