"""Sends what goes out of the house, and tries again until it is taken or a day has passed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from onepresence_desktop.domain.errors import OnePresenceError, Unavailable
from onepresence_desktop.domain.outgoing import Outgoing, OutgoingState, Way, moved, tried_in_vain
from onepresence_desktop.pbx.ports import Clock, Receipt, Store, UnitOfWork

log = logging.getLogger(__name__)

Send = Callable[[Outgoing], Awaitable[Receipt | None]]

LONGEST_SLEEP = 20.0
"""Seconds; the machine's clock may be set, and other nodes may leave something behind."""

IN_HAND = timedelta(minutes=5)
"""How long something that is being sent is left alone; after a crash in the midst it is sent again."""

TRY_WITHIN = 120.0
"""Seconds for one try; less than `IN_HAND`."""

AT_ONCE = 20
"""Sent side by side; so many connections a mail server accepts from one client without complaint."""

KEPT = timedelta(days=30)
"""How long what came to its end can be looked at."""

TIDY_EVERY = timedelta(hours=1)


class Outbox:
    """The worker; `put` is called within the unit that commits what is told of.

    send: hands something over, and answers None where nobody delivers by its way; it waits for one, and fails after
    a day.
    """

    def __init__(self, store: Store, send: Send, clock: Clock) -> None:
        self._store = store
        self._send = send
        self._clock = clock
        self._wake = asyncio.Event()

    async def put(self, unit: UnitOfWork, outgoing: Outgoing) -> None:
        """Queue it in a unit; it goes out once that is committed, and not at all when it isn't."""
        await unit.outbox.put(outgoing)
        self.wake()

    def wake(self) -> None:
        """Look at the clock again."""
        self._wake.set()

    async def told(self, reference: str, state: OutgoingState, reason: str = "") -> bool:
        """The other side tells what became of something it had taken (a delivery receipt); whether it is known."""
        async with self._store.reading() as unit:
            outgoing = await unit.outbox.by_reference(reference)
        if outgoing is not None:
            await self._change(outgoing.id, lambda current: moved(current, state, reason=reason))
        return outgoing is not None

    async def reported(self, outgoing_id: str, state: OutgoingState, reason: str = "") -> None:
        """As `told`, by the id that was sent along; only of SMS, for only they are sent with one."""
        async with self._store.reading() as unit:
            outgoing = await unit.outbox.get(outgoing_id)
        if outgoing is not None and outgoing.way is Way.SMS:
            await self._change(outgoing.id, lambda current: moved(current, state, reason=reason))

    async def run(self) -> None:
        """For ever. Each is sent for itself: one that takes its time keeps a place, and nobody else waiting."""
        async with asyncio.TaskGroup() as group:
            await self._work(group)

    async def _work(self, group: asyncio.TaskGroup) -> None:
        tidied = self._clock.now() - TIDY_EVERY
        under_way: set[asyncio.Task[None]] = set()

        def done(task: asyncio.Task[None]) -> None:
            under_way.discard(task)
            self._wake.set()

        while True:
            self._wake.clear()
            now = self._clock.now()
            if len(under_way) >= AT_ONCE:
                await self._wake.wait()
                continue
            try:
                async with self._store.unit() as unit:
                    due = await unit.outbox.take_due(now, now + IN_HAND, AT_ONCE - len(under_way))
                    if now - tidied >= TIDY_EVERY:
                        await unit.outbox.forget(now - KEPT)
                        tidied = now
                    next_due = await unit.outbox.next_due()
            except Unavailable as exc:
                log.info("the outbox waits for the store: %s", exc)
                await asyncio.sleep(LONGEST_SLEEP)
                continue
            for outgoing in due:
                task = group.create_task(self._try(outgoing), name=f"outgoing {outgoing.id}")
                under_way.add(task)
                task.add_done_callback(done)
            if due:
                continue
            sleep = LONGEST_SLEEP
            if next_due is not None:
                sleep = max(0.05, min(sleep, (next_due - now).total_seconds()))
            try:
                async with asyncio.timeout(sleep):
                    await self._wake.wait()
            except TimeoutError:
                pass

    async def _try(self, outgoing: Outgoing) -> None:
        try:
            async with asyncio.timeout(TRY_WITHIN):
                receipt = await self._send(outgoing)
            if receipt is None:
                raise Unavailable(detail=f"no_sender_for_{outgoing.way}")
        except Exception as exc:  # noqa: BLE001  (a sender's fault is a reason to try again, and in nobody's way)
            reason = str(exc) if isinstance(exc, OnePresenceError) else type(exc).__name__
            change = await self._record(outgoing, lambda now_: tried_in_vain(now_, self._clock.now(), reason))
            if outgoing.tries == 0 or (change is not None and change.state is OutgoingState.FAILED):
                log.warning("%s %s could not be sent: %s", outgoing.way, outgoing.id, reason)
            return
        state, reason, reference = receipt.state, receipt.reason, receipt.reference
        await self._record(outgoing, lambda now_: moved(now_, state, reason=reason, reference=reference))

    async def _record(self, outgoing: Outgoing, how: Callable[[Outgoing], Outgoing]) -> Outgoing | None:
        """Write down what became of a try; while the store is away it stays in hand, and is tried again after that."""
        try:
            return await self._change(outgoing.id, how)
        except Unavailable as exc:
            log.warning("what became of %s could not be written: %s", outgoing.id, exc)
            return None

    async def _change(self, outgoing_id: str, how: Callable[[Outgoing], Outgoing]) -> Outgoing | None:
        async with self._store.unit() as unit:
            current = await unit.outbox.get(outgoing_id)
            if current is None:
                return None
            changed = how(current)
            if changed != current:
                await unit.outbox.put(changed)
            return changed
