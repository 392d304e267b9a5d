"""Records of finished calls: none is lost while the store is away, and none is in the way of another."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.calls import CallId, CallRecord, Cause, Direction
from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.facts import FactBus
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.records import Records
from onepresence_desktop.pbx.store.spool import FileSpool
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from tests.pbx.store.stores import ANDERS, FIRM, NOW, OTHER, STRANGER, seeded
from tests.support.waiting import eventually


def record(name: str, owner: UserId = ANDERS, number: str = "+4533123456") -> CallRecord:
    return CallRecord(name, CallId("c"), owner, Direction.MISSED, number, "", NOW, timedelta(), Cause.NO_ANSWER)


class Away:
    """A store that can't be written for a while."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.away = False

    def reading(self) -> Any:
        return self._store.reading()

    def unit(self, *customers: CustomerId) -> Any:
        return self._refusing() if self.away else self._store.unit(*customers)

    @contextlib.asynccontextmanager
    async def _refusing(self) -> AsyncIterator[None]:
        raise Unavailable(detail="away")
        yield


@contextlib.asynccontextmanager
async def keeping(folder: Path) -> AsyncIterator[tuple[Records, Away, FileSpool]]:
    whole = SqlStore(url_of(folder))
    await whole.open()
    async with whole.reading() as unit:
        new = not await unit.people.customers()
    if new:
        await seeded(whole)
    store, spool = Away(whole), FileSpool(folder / "spool")
    live = LiveState(whole)
    await live.load()
    records = Records(store, spool, live, FactBus())  # type: ignore[arg-type]
    task = asyncio.create_task(records.run())
    try:
        yield records, store, spool
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await whole.close()


async def kept(store: Away, owner: UserId) -> set[str]:
    async with store.reading() as unit:
        return {found.id for found in await unit.history.of(owner)}


async def test_a_record_that_can_not_be_written_is_set_aside_and_the_others_are_kept(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (records, store, spool):
        no_text = b"\xff".decode("utf-8", "surrogateescape")
        records.add(FIRM, [record("a"), record("bad", number=no_text), record("b")])
        records.add(OTHER, [record("c", STRANGER)])
        await records.drain(within=60)
        assert (await kept(store, ANDERS), await kept(store, STRANGER)) == ({"a", "b"}, {"c"})
        assert await spool.counts() == (0, 1)
        (aside,) = (tmp_path / "spool" / "aside").glob("*.json")
        assert aside.stem == "bad" and "no_text" in aside.read_text("utf-8")


async def test_records_of_a_time_without_the_store_are_there_after_a_crash(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (records, store, spool):
        store.away = True
        records.add(FIRM, [record("a"), record("b")])

        async def put_by() -> bool:
            return await spool.counts() == (2, 0)

        await eventually(put_by)
    async with keeping(tmp_path) as (records, store, spool):

        async def written() -> bool:
            return await spool.counts() == (0, 0)

        await eventually(written)
        assert await kept(store, ANDERS) == {"a", "b"}


async def test_a_record_of_somebody_who_is_gone_is_let_go(tmp_path: Path) -> None:
    async with keeping(tmp_path) as (records, store, spool):
        records.add(FIRM, [record("a", UserId("gone")), record("b")])
        await records.drain(within=60)
        assert (await kept(store, ANDERS), await spool.counts()) == ({"b"}, (0, 0))
