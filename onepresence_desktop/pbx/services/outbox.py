"""Sends what goes out of the house, and tries again until it is taken or a day has passed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, OnePresenceError, Unavailable
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
"""Sent side by side by each way; so many connections a mail server accepts from one client without complaint. Each way
has places of its own: a mail server that takes its time keeps no SMS waiting."""

KEPT = timedelta(days=30)
"""How long what came to its end can be looked at."""

TIDY_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a try. receipt: None where it failed for now, and why. perhaps: it may have been taken even so."""

    outgoing: Outgoing
    receipt: Receipt | None
    reason: str = ""
    perhaps: bool = False

    def after(self, current: Outgoing, now: datetime) -> Outgoing:
        """It with this noted."""
        if self.receipt is None:
            return tried_in_vain(current, now, _printable(self.reason), perhaps=self.perhaps)
        reason, reference = _printable(self.receipt.reason), _printable(self.receipt.reference)
        return moved(current, self.receipt.state, reason=reason, reference=reference)


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
        self._outcomes: list[_Outcome] = []
        self._under_way: dict[str, Way] = {}

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
        """Note what came of those that were sent, and take the next, in one unit: one sync to disk for all of them."""
        tidied = self._clock.now() - TIDY_EVERY
        while True:
            self._wake.clear()
            now, sleep, outcomes = self._clock.now(), LONGEST_SLEEP, list(self._outcomes)
            ways = list(self._under_way.values())
            room = {way: AT_ONCE - ways.count(way) for way in Way.known() if ways.count(way) < AT_ONCE}
            try:
                async with self._store.unit() as unit:
                    noted = await _noted(unit, outcomes, now)
                    due = await unit.outbox.take_due(now, now + IN_HAND, room)
                    if now - tidied >= TIDY_EVERY:
                        await unit.outbox.forget(now - KEPT)
                        tidied = now
                    taken = [outgoing.way for outgoing in due]
                    next_due = await unit.outbox.next_due([way for way in room if taken.count(way) < room[way]])
            except Unavailable as exc:
                log.info("the outbox waits for the store: %s", exc)
                await asyncio.sleep(LONGEST_SLEEP)
                continue
            del self._outcomes[: len(outcomes)]
            _log(outcomes, noted)
            for outgoing in due:
                self._under_way[outgoing.id] = outgoing.way
                group.create_task(self._try(outgoing), name=f"outgoing {outgoing.id}")
            if next_due is not None:
                sleep = max(0.05, min(sleep, (next_due - now).total_seconds()))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(sleep):
                    await self._wake.wait()

    async def _try(self, outgoing: Outgoing) -> None:
        try:
            self._outcomes.append(await self._outcome(outgoing))
        finally:
            del self._under_way[outgoing.id]
            self._wake.set()

    async def _outcome(self, outgoing: Outgoing) -> _Outcome:
        try:
            async with asyncio.timeout(TRY_WITHIN):
                receipt = await self._send(outgoing)
            if receipt is None:
                raise Unavailable(detail=f"no_sender_for_{outgoing.way}")
        except Exception as exc:  # noqa: BLE001  (a sender's fault is a reason to try again, and in nobody's way)
            reason = str(_told(exc))
            perhaps = isinstance(exc, TimeoutError) or (
                isinstance(exc, ConnectionFailed) and bool(exc.details.get("perhaps"))
            )
            return _Outcome(outgoing, None, reason, perhaps)
        return _Outcome(outgoing, receipt)

    async def _change(self, outgoing_id: str, how: Callable[[Outgoing], Outgoing]) -> None:
        async with self._store.unit() as unit:
            current = await unit.outbox.get(outgoing_id)
            if current is not None and (changed := how(current)) != current:
                await unit.outbox.put(changed)


def _told(exc: Exception) -> OnePresenceError:
    """Why a try failed, in words that its sender can be shown."""
    if isinstance(exc, OnePresenceError):
        return exc
    if isinstance(exc, TimeoutError):
        return ConnectionFailed(reason=Trouble.TIME_OUT)
    log.error("what a server answers is understood by nobody", exc_info=exc)
    return ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD)


async def _noted(unit: UnitOfWork, outcomes: Sequence[_Outcome], now: datetime) -> dict[str, Outgoing]:
    """Write down what came of tries; what they are now, by their ids."""
    noted = await unit.outbox.among([outcome.outgoing.id for outcome in outcomes])
    for outcome in outcomes:
        current = noted.get(outcome.outgoing.id)
        if current is not None and (changed := outcome.after(current, now)) != current:
            await unit.outbox.put(changed)
            noted[changed.id] = changed
    return noted


def _log(outcomes: Sequence[_Outcome], noted: dict[str, Outgoing]) -> None:
    """The first try in vain, and that it is given up."""
    for outcome in outcomes:
        now = noted.get(outcome.outgoing.id)
        given_up = now is not None and now.state is OutgoingState.FAILED
        if outcome.receipt is None and (outcome.outgoing.tries == 0 or given_up):
            log.warning("%s %s could not be sent: %s", outcome.outgoing.way, outcome.outgoing.id, outcome.reason)


def _printable(reason: str) -> str:
    """What every database takes: a server's own words may hold anything."""
    return "".join(char if char.isprintable() else " " for char in reason)
