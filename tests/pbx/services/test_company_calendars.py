"""How a company's calendar server is left in peace while it fails, and for how long (spec 5.1)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.services.company_calendars import AT_ONCE, LONGEST_PAUSE, PAUSE, CompanyCalendars
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from tests.pbx.office import START
from tests.pbx.phones import TestClock
from tests.support.waiting import eventually

SERVER = Connection(ConnectionId("c"), CustomerId("f"), "Kalender", ConnectionKind.GRAPH, {"tenant": "firma.example"})


def calendars(folder: Path) -> CompanyCalendars:
    return CompanyCalendars(ConnectionWatch(LiveState(SqlStore(url_of(folder))), {}, (), TestClock(START)))


def pause(servers: CompanyCalendars, reason: Trouble, **more: int) -> float:
    """Seconds that it is left in peace after one more failure."""
    return servers.failed(SERVER, ConnectionFailed(reason=reason, **more)) - asyncio.get_running_loop().time()


async def test_all_who_were_asking_when_it_fell_are_one_failure(tmp_path: Path) -> None:
    servers = calendars(tmp_path)
    servers.answered(SERVER, UserId("u"), well=True)
    pauses = [pause(servers, Trouble.UNREACHABLE) for _ in range(4)]
    assert max(pauses) <= PAUSE * 2
    assert servers.resting(SERVER)[1] is Trouble.UNREACHABLE


async def test_what_the_server_asks_for_and_a_lasting_fault_are_heard_while_it_rests(tmp_path: Path) -> None:
    servers = calendars(tmp_path)
    pause(servers, Trouble.BUSY)
    assert pause(servers, Trouble.BUSY, retry_after=500) > PAUSE * 2
    assert pause(servers, Trouble.BUSY) > PAUSE * 2  # not sooner because somebody else was told less
    assert pause(servers, Trouble.SIGN_IN_REFUSED) > LONGEST_PAUSE - PAUSE


async def test_whoever_waited_for_the_first_answer_is_asked_some_at_a_time(tmp_path: Path) -> None:
    servers = calendars(tmp_path)
    inside: list[asyncio.Event] = []
    most = 0

    async def look() -> None:
        nonlocal most
        async with servers.asking(SERVER):
            answered = asyncio.Event()
            inside.append(answered)
            most = max(most, len(inside))
            await answered.wait()
            servers.answered(SERVER, UserId("u"), well=True)
            inside.remove(answered)

    async with asyncio.TaskGroup() as group:
        looks = [group.create_task(look()) for _ in range(9)]
        await asyncio.sleep(0.05)
        assert len(inside) == 1  # nobody knows whether the password is right
        inside[0].set()
        await eventually(lambda: len(inside) == AT_ONCE)

        def all_done() -> bool:
            for answered in inside:
                answered.set()
            return all(look.done() for look in looks)

        await eventually(all_done)
    assert most == AT_ONCE
