"""A company's people on Microsoft 365: read together, and each followed by themselves (spec 5.1 to 5.3)."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.calendars import reader
from onepresence_desktop.pbx.services import meetings
from onepresence_desktop.pbx.webdav import asking
from onepresence_desktop.wire import commands as wire
from tests.pbx.calendars.test_company_calendars import ANDERS, Firm, GraphServer, firm, meeting, until
from tests.pbx.office import START, Running, running
from tests.support.calendar_server import Answer, Entry
from tests.support.dav import Dav
from tests.support.waiting import eventually

PEOPLE = [f"p{n:02}@firma.example" for n in range(24)]


async def people(it: Firm) -> None:
    for n, email in enumerate(PEOPLE):
        await it.office.command(wire.UserAdd(local_number=f"10022{n:02}", name=f"Person {n:02}", email=email))


def in_meetings(office: Running) -> int:
    """How many have some."""
    return sum(bool(one) for company in office.service.live.companies.values() for one in company.meetings.values())


async def test_everybody_is_read_twenty_at_a_time_and_who_asked_for_it_is_with_the_others_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meetings, "EVERY_TOGETHER", 2.0)
    with GraphServer() as server:
        server.calendars = {one: {"m": meeting(-10, 60)} for one in (ANDERS, *PEOPLE)}
        async with firm(tmp_path) as it:
            await people(it)
            await it.set_up(server)
            await eventually(lambda: in_meetings(it.office) == 25, every=0.1)
            assert sorted(len(some) for some in server.schedules[:2]) == [6, 20]
            await it.read()
            assert [ANDERS] in server.schedules
            last = len(server.schedules)
            await eventually(lambda: len(server.schedules) >= last + 8, every=0.1)
            later = server.schedules[last + 4 : last + 8]
            assert all(len(some) > 1 for some in later)
            assert {one for some in later for one in some} >= {ANDERS, *PEOPLE}


async def test_what_is_wrong_with_some_is_theirs_and_the_others_meetings_are_seen(tmp_path: Path) -> None:
    with GraphServer() as server:
        server.calendars = {one: {"m": meeting(-10, 60)} for one in (ANDERS, *PEOPLE)}
        del server.calendars[PEOPLE[3]]
        server.denied.add(PEOPLE[5])
        server.malformed.add(PEOPLE[7])
        async with firm(tmp_path) as it:
            await people(it)
            await it.set_up(server)
            await eventually(lambda: in_meetings(it.office) == 22, every=0.1)

            async def partly() -> list[str]:
                findings = (await it.boss.get("/v1/doctor")).json()["findings"]
                return [f["values"]["people"] for f in findings if f["code"] == "connection_partly"]

            told = await eventually(partly, every=0.1)
            assert told == ["Mette, Person 03, Person 05, Person 07"]
            assert (await it.stands())["state"] == "ok"
            server.malformed.clear()
            server.denied.clear()
            server.calendars[PEOPLE[3]] = {"m": meeting(-10, 60)}
            await it.read()
            assert (await it.seen())["presence"] == "meeting"


async def test_a_server_that_never_answers_delays_nobody_elses_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meetings, "EVERY_TOGETHER", 1.0)
    monkeypatch.setattr(meetings, "EVERY", 1.0)
    for module in (asking, reader):
        monkeypatch.setattr(module, "PATIENCE", 600.0)
    held, free = threading.Event(), threading.Event()
    with GraphServer() as server, Dav(kind="ics") as slow:
        answer = slow.answer

        def holding(method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
            if slow.asked > 1:
                held.set()
                free.wait(600)
            return answer(method, path, headers, body)

        slow.answer = holding  # type: ignore[method-assign]
        server.calendars[ANDERS] = {}
        async with firm(tmp_path) as it:
            own = {"kind": "ics", "address": f"http://127.0.0.1:{slow.port}/mette/"}
            put = await it.boss.put(f"/v1/people/{it.office.ids['1002102']}/calendar", own)
            assert put.status_code == 200, put.text
            await it.set_up(server)
            try:
                await eventually(held.is_set, every=0.1)
                asked = len(server.schedules)
                await eventually(lambda: len(server.schedules) > asked + 3, every=0.1)
                server.put(ANDERS, "m", meeting(-10, 60))
                await until(it, "meeting")
            finally:
                free.set()


async def coming(it: Firm) -> list[tuple[str, str, str]]:
    """Diversions that stand in Anders' list: from, until, id."""
    found = (await it.anders.get("/v1/me/diversions")).json()
    return [(one["from"][11:16], one["until"][11:16], one["id"]) for one in (*found["current"], *found["coming"])]


async def shown(it: Firm) -> list[tuple[str, str]]:
    await it.read()
    return [(begin, end) for begin, end, _ in await coming(it)]


async def diverting(it: Firm, server: GraphServer) -> None:
    await it.set_up(server)
    await it.read()
    await it.anders.patch("/v1/me/calendar", {"use": "divert"})


async def test_a_diversion_by_an_entry_without_a_name_keeps_its_id_when_the_entry_is_moved(tmp_path: Path) -> None:
    with GraphServer() as server:
        server.calendars[ANDERS] = {"a": meeting(-10, 60, subject="Budget"), "b": meeting(-10, 30, subject="Other")}
        async with firm(tmp_path) as it:
            await diverting(it, server)
            ((_, _, other), (_, _, budget)) = sorted(await coming(it), key=lambda one: one[1])
            for moved in (meeting(-10, 90), meeting(-15, 95), meeting(30, 95)):
                server.put(ANDERS, "a", Entry(moved.start, moved.end, subject="Budget"))
                await it.read()
                ends = {key: end for _, end, key in await coming(it)}
                assert ends == {budget: f"{moved.end:%H:%M}", other: "10:20"}, moved
            server.remove(ANDERS, "a")
            assert await shown(it) == [("09:50", "10:20")]


@pytest.mark.parametrize("shared", ["all", "limited", "view"])
async def test_not_this_time_stays_said_when_the_end_moves_and_after_a_restart(tmp_path: Path, shared: str) -> None:
    with GraphServer() as server:
        server.shared[ANDERS] = shared
        server.calendars[ANDERS] = {"m": meeting(5, 25, subject="Budget"), "n": meeting(65, 25, subject="Plan")}
        async with firm(tmp_path) as it:
            await diverting(it, server)
            (first, second) = await coming(it)
            assert (first[:2], second[:2]) == (("10:05", "10:30"), ("11:05", "11:30")) or shared == "view"
            assert (await it.anders.delete(f"/v1/me/diversions/{first[2]}")).status_code == 204
            for length in (40, 10):
                server.put(ANDERS, "m", meeting(5, length, subject="Budget"))
                assert [key for _, _, key in await _now(it)] == [second[2]]
            ids = it.office.ids
        async with running(tmp_path / "data") as office:
            office.ids = ids
            it = Firm(office, await office.caller("1002100"), await office.caller("1002101"))
            assert [key for _, _, key in await _now(it)] == [second[2]]


async def _now(it: Firm) -> list[tuple[str, str, str]]:
    await it.read()
    return await coming(it)


async def test_a_word_in_an_entry_makes_an_absence_where_words_are_shared(tmp_path: Path) -> None:
    with GraphServer() as server:
        day = START.replace(hour=0)
        server.calendars[ANDERS] = {
            "m": meeting(5, 25, subject="Frokost"),
            "p": meeting(40, 25, subject="Frokost", private=True),
            "v": Entry(day + timedelta(days=1), day + timedelta(days=3), subject="Ferie", all_day=True),
        }
        async with firm(tmp_path) as it:
            await it.set_up(server)
            await it.anders.put("/v1/me/calendar/words", {"on": True, "rules": []})
            await it.read()
            found: list[dict[str, Any]] = (await it.anders.get("/v1/me/diversions")).json()["coming"]
            assert [(one["reason"], one["from"]) for one in found] == [
                ("lunch", "2026-11-24T10:05:00Z"),
                ("vacation", "2026-11-24T23:00:00Z"),
            ]
            server.shared[ANDERS] = "limited"
            assert await shown(it) == []
