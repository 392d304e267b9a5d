"""What goes out of the house: sent, tried again, given up, and never lost over a restart."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, Unavailable
from onepresence_desktop.domain.outgoing import GIVEN_UP_AFTER, Outgoing, OutgoingState, Way
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import Receipt, Sender, Store, UnitOfWork
from onepresence_desktop.pbx.services import outbox as outbox_service
from onepresence_desktop.pbx.services.outbox import AT_ONCE, IN_HAND, Outbox
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from tests.pbx.office import START
from tests.pbx.phones import TestClock
from tests.pbx.store.stores import FIRM, seeded
from tests.support.senders import Tray, away, by_way
from tests.support.waiting import eventually


def mail(name: str = "a", way: Way = Way.EMAIL) -> Outgoing:
    return Outgoing(name, FIRM, way, "mette@example.com", "Hej", START, START)


@contextlib.asynccontextmanager
async def store_in(folder: Path) -> AsyncIterator[Store]:
    store = SqlStore(url_of(folder))
    await store.open()
    try:
        yield store
    finally:
        await store.close()


@contextlib.asynccontextmanager
async def working(store: Store, senders: dict[Way, Sender], clock: TestClock) -> AsyncIterator[Outbox]:
    outbox = Outbox(store, by_way(senders), clock)
    task = asyncio.create_task(outbox.run())
    try:
        yield outbox
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def put(store: Store, outbox: Outbox, outgoing: Outgoing) -> None:
    async with store.unit(FIRM) as unit:
        await outbox.put(unit, outgoing)


async def state_of(store: Store, name: str) -> Outgoing:
    async with store.reading() as unit:
        found = await unit.outbox.get(name)
    assert found is not None
    return found


async def reaches(store: Store, name: str, what: Callable[[Outgoing], bool]) -> Outgoing:
    async def so() -> bool:
        return what(await state_of(store, name))

    await eventually(so)
    return await state_of(store, name)


async def test_it_is_sent_once_committed_and_its_delivery_is_told_later(tmp_path: Path) -> None:
    tray = Tray(Receipt(OutgoingState.SENT, reference="queue-1"))
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with working(store, {Way.EMAIL: tray}, TestClock(START)) as outbox:
            with contextlib.suppress(ZeroDivisionError):
                async with store.unit(FIRM) as unit:
                    await outbox.put(unit, mail("undone"))
                    raise ZeroDivisionError
            await put(store, outbox, mail())
            await reaches(store, "a", lambda o: o.state is OutgoingState.SENT)
            await outbox.told("queue-1", OutgoingState.DELIVERED)
            await outbox.told("nobody's", OutgoingState.DELIVERED)
            assert (await state_of(store, "a")).state is OutgoingState.DELIVERED
        assert tray.taken == ["a"]


async def test_one_that_can_not_go_now_is_tried_again_and_in_nobodys_way(tmp_path: Path) -> None:
    tray, clock = Tray(away(), RuntimeError("a sender's own fault")), TestClock(START)
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with working(store, {Way.EMAIL: tray}, clock) as outbox:
            await put(store, outbox, mail())
            waiting = await reaches(store, "a", lambda o: o.tries == 1)
            assert (waiting.state, "host_away" in waiting.reason) == (OutgoingState.QUEUED, True)
            clock.moment = waiting.next_try
            outbox.wake()
            waiting = await reaches(store, "a", lambda o: o.tries == 2)
            assert waiting.reason == "connection_failed (reason=not_understood)"
            await put(store, outbox, mail("b"))
            await reaches(store, "b", lambda o: o.state is OutgoingState.SENT)
            clock.moment = waiting.next_try
            outbox.wake()
            await reaches(store, "a", lambda o: o.state is OutgoingState.SENT)


class Silent:
    """Takes what it is handed and says nothing, until it may."""

    def __init__(self) -> None:
        self.tried: list[str] = []
        self.may = asyncio.Event()

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.tried.append(outgoing.id)
        await self.may.wait()
        return Receipt(OutgoingState.SENT)


async def test_who_says_nothing_keeps_only_their_own_waiting(tmp_path: Path) -> None:
    silent, tray = Silent(), Tray()
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with working(store, {Way.SMS: silent, Way.EMAIL: tray}, TestClock(START)) as outbox:
            waiting = [f"sms{n}" for n in range(AT_ONCE + 1)]
            for name in waiting:
                await put(store, outbox, mail(name, Way.SMS))
            await eventually(lambda: len(silent.tried) == AT_ONCE)
            names = [f"m{n}" for n in range(AT_ONCE * 2)]
            for name in names:
                await put(store, outbox, mail(name))
            await eventually(lambda: sorted(tray.taken) == sorted(names))
            silent.may.set()
            for name in waiting:
                await reaches(store, name, lambda o: o.state is OutgoingState.SENT)
    assert sorted(silent.tried) == sorted(waiting)


class Away:
    """A store that is away while a test says so."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.away = False
        self.asked = 0

    def unit(self, *customer_ids: CustomerId) -> AbstractAsyncContextManager[UnitOfWork]:
        self.asked += 1
        if self.away:
            raise Unavailable(detail="store_away")
        return self._store.unit(*customer_ids)


async def test_what_became_of_it_is_noted_once_the_store_is_there_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox_service, "LONGEST_SLEEP", 0.05)
    silent, clock = Silent(), TestClock(START)
    async with store_in(tmp_path) as store:
        await seeded(store)
        leaving = Away(store)
        async with working(cast(Store, leaving), {Way.EMAIL: silent}, clock) as outbox:
            await put(store, outbox, mail())
            await eventually(lambda: silent.tried == ["a"])
            leaving.away, asked = True, leaving.asked
            silent.may.set()
            await eventually(lambda: leaving.asked > asked + 1)
            clock.moment = START + IN_HAND + timedelta(seconds=1)
            leaving.away = False
            await reaches(store, "a", lambda o: o.state is OutgoingState.SENT)
    assert silent.tried == ["a"]


async def test_a_servers_words_are_noted_whatever_they_hold(tmp_path: Path) -> None:
    words = "5" + chr(0) + "50 No" + chr(0xDC80)
    tray = Tray(Receipt(OutgoingState.FAILED, words), Unavailable(detail=words))
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with working(store, {Way.EMAIL: tray}, TestClock(START)) as outbox:
            await put(store, outbox, mail())
            assert (await reaches(store, "a", lambda o: o.state is OutgoingState.FAILED)).reason == "5 50 No "
            await put(store, outbox, mail("b"))
            assert "5 50 No " in (await reaches(store, "b", lambda o: o.tries == 1)).reason


async def test_refused_for_good_it_has_failed_and_without_a_way_out_it_fails_after_a_day(tmp_path: Path) -> None:
    tray, clock = Tray(Receipt(OutgoingState.FAILED, "no_such_address")), TestClock(START)
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with working(store, {Way.EMAIL: tray}, clock) as outbox:
            await put(store, outbox, mail())
            assert (await reaches(store, "a", lambda o: o.state is OutgoingState.FAILED)).reason == "no_such_address"
            await put(store, outbox, mail("sms", Way.SMS))
            await reaches(store, "sms", lambda o: o.tries == 1)
            clock.moment = START + GIVEN_UP_AFTER
            outbox.wake()
            failed = await reaches(store, "sms", lambda o: o.state is OutgoingState.FAILED)
            assert "no_sender" in failed.reason


async def test_what_was_in_hand_when_the_service_fell_is_sent_by_the_next(tmp_path: Path) -> None:
    clock = TestClock(START)
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with store.unit(FIRM) as unit:
            await unit.outbox.put(mail())
            assert await unit.outbox.take_due(START, START + IN_HAND, {Way.EMAIL: 1})
    clock.moment = START + IN_HAND + timedelta(seconds=1)
    tray = Tray()
    async with store_in(tmp_path) as store, working(store, {Way.EMAIL: tray}, clock):
        await reaches(store, "a", lambda o: o.state is OutgoingState.SENT)
    assert tray.taken == ["a"]


async def test_an_sms_that_was_handed_over_without_an_answer_is_in_doubt_when_it_goes_out_again(tmp_path: Path) -> None:
    tray, clock = Tray(ConnectionFailed(reason=Trouble.TIME_OUT, said="", perhaps=True)), TestClock(START)
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with working(store, {Way.SMS: tray}, clock) as outbox:
            await put(store, outbox, mail("sms", Way.SMS))
            waiting = await reaches(store, "sms", lambda o: o.tries == 1)
            clock.moment = waiting.next_try
            outbox.wake()
            assert (await reaches(store, "sms", lambda o: o.state is OutgoingState.SENT)).doubt


async def test_an_sms_that_was_in_hand_when_the_service_fell_is_in_doubt_for_good(tmp_path: Path) -> None:
    clock, later = TestClock(START), START + IN_HAND + timedelta(seconds=1)
    async with store_in(tmp_path) as store:
        await seeded(store)
        async with store.unit(FIRM) as unit:
            await unit.outbox.put(replace(mail(), id="sms", way=Way.SMS, to="+4520123456"))
            await unit.outbox.put(replace(mail(), id="later", way=Way.SMS, to="+4520123457", next_try=later))
            (first,) = await unit.outbox.take_due(START, START + IN_HAND, {Way.SMS: 5})
            assert not first.doubt
    clock.moment = later
    tray = Tray()
    async with store_in(tmp_path) as store, working(store, {Way.SMS: tray}, clock):
        again = await reaches(store, "sms", lambda o: o.state is OutgoingState.SENT)
        other = await reaches(store, "later", lambda o: o.state is OutgoingState.SENT)
    assert (again.doubt, again.reason, other.doubt) == (True, "", False)
    assert sorted(tray.taken) == ["later", "sms"]
