"""What can't be read is not taken for gone: known meetings and diversions stay, of all kinds of calendars (5.1)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.pbx.calendars.test_company_calendars import ANDERS, EwsServer, Firm, GraphServer, firm, meeting
from tests.support.calendar_server import Answer
from tests.support.dav import HTML, Dav, event, multistatus, one, whole
from tests.support.ews import found

Server = GraphServer | EwsServer | Dav


def made(kind: str) -> Server:
    server: Server = GraphServer() if kind == "graph" else EwsServer() if kind == "ews" else Dav(kind=kind)
    server.calendars[ANDERS] = {}
    return server


def page(*entries: Any, **more: Any) -> Answer:
    """What Graph tells of Anders."""
    told = {"scheduleId": ANDERS, "scheduleItems": entries, **more}
    return 200, {}, json.dumps({"value": [told]}).encode()


def text(body: str) -> Answer:
    return 200, {"Content-Type": "text/calendar"}, body.encode()


def data(body: str) -> str:
    return f"<c:calendar-data>{body}</c:calendar-data>"


WITHOUT_TIME = event("m", "SUMMARY:Budget")
BROKEN_RULE = event("m", "DTSTART:20200101T090000Z", "DURATION:PT1H", "RRULE:FREQ=NOW")
NOTHING_READABLE: list[tuple[str, Answer]] = [
    ("graph", page({"begins": "soon"})),
    ("graph", page("m")),
    ("graph", page(scheduleItems=None)),
    ("graph", page(scheduleItems={}, availabilityView="0")),
    ("graph", page(scheduleId="mette@firma.example")),
    ("graph", (200, {"Content-Type": "text/html"}, HTML)),
    ("ews", found("<m:RootFolder><t:Items><t:CalendarItem><t:Begins/></t:CalendarItem></t:Items></m:RootFolder>")),
    ("ews", found("<m:RootFolder><t:Items><t:Meeting><t:Start>x</t:Start></t:Meeting></t:Items></m:RootFolder>")),
    ("ews", found("<m:RootFolder TotalItemsInView='1'><t:Things/></m:RootFolder>")),
    ("ews", (200, {"Content-Type": "text/html"}, HTML)),
    ("caldav", (200, {"Content-Type": "text/html"}, HTML)),
    ("caldav", multistatus(one("/anders/m", data(whole(WITHOUT_TIME))))),
    ("caldav", multistatus(one("/anders/m", data(whole(BROKEN_RULE))))),
    ("caldav", multistatus(one("/anders/m", data("no calendar at all")))),
    ("caldav", multistatus(one("/anders/m", ""))),
    ("caldav", multistatus("<d:response><d:href>/anders/</d:href><d:status>HTTP/1.1 507 x</d:status></d:response>")),
    ("ics", (200, {"Content-Type": "text/html"}, HTML)),
    ("ics", text(whole(WITHOUT_TIME))),
    ("ics", text(whole(BROKEN_RULE))),
    ("ics", text(whole(WITHOUT_TIME)[:60])),
    ("ics", text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")),
    ("ics", text(whole("BEGIN:VEVENT\r\nUID:m\r\n"))),
]


@asynccontextmanager
async def in_a_meeting(folder: Path, server: Server) -> AsyncIterator[Firm]:
    """Anders is, and it diverts."""
    with server:
        async with firm(folder) as it:
            server.put(ANDERS, "m", meeting(-10, 60, subject="Budget"))
            await it.set_up(server)
            await it.read()
            await it.anders.patch("/v1/me/calendar", {"use": "divert"})
            assert await stands(it) == ("diverted", 1)
            yield it


async def stands(it: Firm) -> tuple[str, int]:
    """What colleagues see, and how many diversions count."""
    current = (await it.anders.get("/v1/me/diversions")).json()["current"]
    return (await it.seen())["presence"], len(current)


NAMES = [f"{kind}-{n}" for n, (kind, _) in enumerate(NOTHING_READABLE)]


@pytest.mark.parametrize(("kind", "answer"), NOTHING_READABLE, ids=NAMES)
async def test_an_answer_of_which_nothing_can_be_read_takes_no_meeting_away(
    tmp_path: Path, kind: str, answer: Answer
) -> None:
    server = made(kind)
    async with in_a_meeting(tmp_path, server) as it:
        server.instead = [answer, answer]
        assert (await it.read())["trouble"] == "not_understood"
        assert await stands(it) == ("diverted", 1)
        server.instead = []
        (made_here,) = (await it.boss.get("/v1/connections")).json()
        assert (await it.attempt(made_here, ANDERS))["good"]  # the whole server is left in peace after such a page
        assert (await it.read())["trouble"] == ""
        server.remove(ANDERS, "m")  # and what isn't there any more goes
        await it.read()
        assert await stands(it) == ("available", 0)


SICK_M = {
    "graph": lambda ok: page({"start": {"dateTime": "2026-11-24T09:50:00", "timeZone": "UTC"}, "end": None}, ok),
    "ews": lambda ok: found(
        "<m:RootFolder><t:Items><t:CalendarItem><t:ItemId Id='AAMk-m='/><t:Start>soon</t:Start></t:CalendarItem>"
        f"{ok}</t:Items></m:RootFolder>"
    ),
    "caldav": lambda ok: multistatus(one("/anders/m", data(whole(WITHOUT_TIME))), one("/anders/n", data(whole(ok)))),
    "ics": lambda ok: text(whole(WITHOUT_TIME, ok)),
}
OTHER = {
    "graph": {"start": {"dateTime": "2026-11-24T15:00:00"}, "end": {"dateTime": "2026-11-24T16:00:00"}},
    "ews": "<t:CalendarItem><t:Start>2026-11-24T15:00:00Z</t:Start><t:End>2026-11-24T16:00:00Z</t:End>"
    "</t:CalendarItem>",
    "caldav": event("n", "DTSTART:20261124T150000Z", "DURATION:PT1H"),
    "ics": event("n", "DTSTART:20261124T150000Z", "DURATION:PT1H"),
}


@pytest.mark.parametrize("kind", ["graph", "ews", "caldav", "ics"])
async def test_one_entry_that_cant_be_read_any_more_stays_as_it_was_and_others_come_and_go(
    tmp_path: Path, kind: str
) -> None:
    server = made(kind)
    async with in_a_meeting(tmp_path, server) as it:
        server.put(ANDERS, "o", meeting(-20, 40, subject="Other"))
        await it.read()
        assert await stands(it) == ("diverted", 2)
        answer = SICK_M[kind](OTHER[kind])
        server.instead = [answer, answer]
        assert (await it.read())["trouble"] == ""
        assert await stands(it) == ("diverted", 1)  # the other one is gone
        assert (await it.seen())["until"] == "2026-11-24T10:50:00Z"


async def test_a_text_that_ends_too_early_takes_nothing_away_of_what_may_follow(tmp_path: Path) -> None:
    server = made("ics")
    assert isinstance(server, Dav)
    async with in_a_meeting(tmp_path, server) as it:
        cut = whole(OTHER["ics"]).partition("END:VCALENDAR")[0]  # type: ignore[arg-type]
        server.instead = [text(cut)]
        assert (await it.read())["trouble"] == ""
        assert await stands(it) == ("diverted", 1)
        server.instead = [text(whole(OTHER["ics"]))]  # type: ignore[arg-type]
        await it.read()
        assert await stands(it) == ("available", 0)
