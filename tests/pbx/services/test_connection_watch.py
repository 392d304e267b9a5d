"""A server that says nothing is asked by one message at a time, so that the others wait for nothing (spec 6.4)."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Receipt
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from tests.pbx.office import START
from tests.pbx.phones import TestClock
from tests.support.senders import shared

TEXT = Outgoing("o", CustomerId("f"), Way.EMAIL, "a@firma.example", "Hej", START, START)


class Host:
    """Answers when it may: with a time-out, or well."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.away = True
        self.may = asyncio.Event()

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.tried.append(outgoing.id)
        await self.may.wait()
        if self.away:
            raise ConnectionFailed(reason=Trouble.TIME_OUT, said="")
        return Receipt(OutgoingState.SENT)


async def test_while_one_asks_a_server_that_said_nothing_the_others_are_told_at_once(tmp_path: Path) -> None:
    host = Host()
    watch = ConnectionWatch(LiveState(SqlStore(url_of(tmp_path))), {}, shared(host), TestClock(START))

    async def trouble(name: str) -> str:
        try:
            await watch.send(replace(TEXT, id=name))
        except ConnectionFailed as exc:
            return str(exc.details["reason"])
        return ""

    host.may.set()
    assert await trouble("first") == Trouble.TIME_OUT
    host.may.clear()
    async with asyncio.TaskGroup() as group:
        asking = group.create_task(trouble("asks"))
        while host.tried != ["first", "asks"]:
            await asyncio.sleep(0)
        async with asyncio.timeout(60):
            assert [await trouble(f"other-{n}") for n in range(5)] == [Trouble.TIME_OUT] * 5
        host.away = False
        host.may.set()
    assert asking.result() == "" and host.tried == ["first", "asks"]
    assert [await trouble(f"next-{n}") for n in range(2)] == ["", ""]

    host.may.clear()  # while it works, several are sent side by side
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(trouble(f"beside-{n}"))
        while len(host.tried) != 7:
            await asyncio.sleep(0)
        host.may.set()


async def test_a_message_that_is_taken_back_lets_the_next_ask(tmp_path: Path) -> None:
    host = Host()
    watch = ConnectionWatch(LiveState(SqlStore(url_of(tmp_path))), {}, shared(host), TestClock(START))
    host.may.set()
    with pytest.raises(ConnectionFailed):
        await watch.send(TEXT)
    host.may.clear()
    asking = asyncio.create_task(watch.send(TEXT))
    while len(host.tried) != 2:
        await asyncio.sleep(0)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    host.away = False
    host.may.set()
    assert (await watch.send(TEXT)) == Receipt(OutgoingState.SENT)
