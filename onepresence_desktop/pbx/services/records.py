"""Records of finished calls on their way into the history: none is lost, and none is in the way of another (CDR)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence

import msgspec

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.errors import OnePresenceError, Unavailable
from onepresence_desktop.domain.events import CallRecorded
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import EventSink, Spool, Spooled, Store
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.wire import codec

log = logging.getLogger(__name__)

PAUSE_WHEN_AWAY = 2.0
"""Seconds until another try when the store can't be written."""

MOST_AT_ONCE = 200
"""Calls whose records are committed together when many have ended."""

GATHERED = 0.1
"""Seconds after a commit in which records are gathered for the next one; the first after a quiet time goes at once."""

KIND = "call_record"
"""Their kind in the spool."""


class WaitingRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it waits in the spool."""

    customer_id: CustomerId
    record: CallRecord


class Records:
    """Writes records in the order in which calls ended. While the store is away they wait in the spool, on disk.

    What the store refuses for its contents is set aside there and told in the log; `check` counts it.
    """

    def __init__(self, store: Store, spool: Spool, live: LiveState, sink: EventSink) -> None:
        self._store = store
        self._spool = spool
        self._live = live
        self._sink = sink
        self._finished: asyncio.Queue[tuple[CustomerId, list[CallRecord]]] = asyncio.Queue()

    def add(self, customer_id: CustomerId, records: list[CallRecord]) -> None:
        """A call has ended."""
        if records:
            self._finished.put_nowait((customer_id, records))

    async def run(self) -> None:
        """For ever; first what an earlier life could not write."""
        await self._take_up()
        while True:
            finished = [await self._finished.get()]
            while len(finished) < MOST_AT_ONCE and not self._finished.empty():
                finished.append(self._finished.get_nowait())
            by_customer: dict[CustomerId, list[CallRecord]] = {}
            for customer_id, records in finished:
                by_customer.setdefault(customer_id, []).extend(records)
            for customer_id, records in by_customer.items():
                await self._keep(customer_id, records)
            for _ in finished:
                self._finished.task_done()
            await asyncio.sleep(GATHERED)

    async def drain(self, *, within: float) -> None:
        """Wait, for so many seconds at most, until every finished call is in the history; for a clean end."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._finished.join()

    async def _take_up(self) -> None:
        for spooled in await self._spool.waiting(KIND):
            try:
                waiting = codec.decode(spooled.content, WaitingRecord)
            except OnePresenceError as exc:
                await self._spool.set_aside(spooled, str(exc))
                continue
            await self._keep(waiting.customer_id, [waiting.record], spooled=True)

    async def _keep(self, customer_id: CustomerId, records: list[CallRecord], *, spooled: bool = False) -> None:
        while True:
            company = self._live.companies.get(customer_id)
            there = company.dial_plan.users if company is not None else {}
            current = [record for record in records if record.user_id in there]
            try:
                if current:
                    await self._write(customer_id, current)
                break
            except Unavailable as exc:
                log.warning("call records wait for the store: %s", exc)
                if not spooled:
                    spooled = await self._put_by(customer_id, current)
                await asyncio.sleep(PAUSE_WHEN_AWAY)
            except Exception as exc:  # noqa: BLE001  (whatever is wrong with one record must not stop the others)
                if len(current) > 1:
                    for record in current:
                        await self._keep(customer_id, [record], spooled=spooled)
                    return
                log.error("the record %s can't be written and is set aside: %s", current[0].id, exc)
                await self._spool.set_aside(
                    Spooled(KIND, current[0].id, ascii(current[0]).encode()), f"{type(exc).__name__}: {exc}"
                )
                return
        for record in current:
            self._sink.publish(CallRecorded(customer_id, record))
        if spooled:
            for record in records:
                await self._spool.drop(KIND, record.id)

    async def _write(self, customer_id: CustomerId, records: Sequence[CallRecord]) -> None:
        async with self._store.unit(customer_id) as unit:
            await unit.history.put(*records)

    async def _put_by(self, customer_id: CustomerId, records: Sequence[CallRecord]) -> bool:
        """Into the spool, so that a crash while the store is away loses none; False when there is no room either."""
        try:
            for record in records:
                await self._spool.put(_spooled(customer_id, record))
        except (Unavailable, OSError) as exc:
            log.warning("call records could not be put by and are in memory only: %s", exc)
            return False
        return True


def _spooled(customer_id: CustomerId, record: CallRecord) -> Spooled:
    return Spooled(KIND, record.id, codec.encode(WaitingRecord(customer_id=customer_id, record=record)))
