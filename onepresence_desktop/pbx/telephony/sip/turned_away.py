"""Calls that were refused before there was one: they are told all the same, so that each has its record (spec 7.1).

While too many messages wait (`load`), an INVITE is only noted, since whoever is told has work of it; the rest is done
when there is time again. Of a phone only what comes from where it is registered is believed: nothing was proved.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from onepresence_desktop.domain.calls import CallId, CallState, Cause, TraceEntry, TraceKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.ports import CallProgress, Line
from onepresence_desktop.pbx.telephony.sip import arrivals
from onepresence_desktop.pbx.telephony.sip.address import Malformed
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk
from onepresence_desktop.pbx.telephony.sip.txn import Server

log = logging.getLogger(__name__)

PAUSE = 1.0
"""Seconds until it is looked again whether there is time."""

AT_ONCE = 20
"""Calls told at one look."""

MOST = 200
"""Calls that wait to be told; what is beyond that in a flood is counted in the log."""

PLACES = frozenset({TraceKind.DIALLED, TraceKind.COMPANY, TraceKind.GROUP, TraceKind.GROUP_CLOSED})
"""Steps that say whom a call was for."""


class TurnedAway:
    """whose: the phone or line that an INVITE is of, None for a stranger's. busy: whether too much waits."""

    def __init__(
        self, core: Core, whose: Callable[[Message, Flow], Line | Trunk | None], busy: Callable[[], bool]
    ) -> None:
        self._core = core
        self._whose = whose
        self._busy = busy
        self._waiting: dict[str, tuple[Message, Flow]] = {}
        self._uncounted = 0
        self._timer: Timer | None = None

    def note(self, message: Message, flow: Flow) -> None:
        """An INVITE is refused, since there is too much to do; the same one again is the same call.

        Strangers' take no place of those that are told. Raises `Malformed`.
        """
        if self._whose(message, flow) is None:
            return
        if len(self._waiting) < MOST:
            self._waiting.setdefault(message.call_id, (message, flow))
        elif message.call_id not in self._waiting:
            self._uncounted += 1
        if self._timer is None:
            self._timer = self._core.clock.call_later(PAUSE, self._look)

    def fits(self, server: Server, of: Line | Trunk) -> bool:
        """Whether the description of an INVITE can be used; else it has been refused and told. Raises `Malformed`."""
        message = server.request
        if arrivals.fit(server):
            return True
        self._came_to_nothing(message, of, Cause.NOT_ACCEPTABLE)
        return False

    def _came_to_nothing(self, message: Message, of: Line | Trunk, cause: Cause, *why: TraceEntry) -> None:
        """Tell it. Raises `Malformed`."""
        core = self._core
        rang: tuple[UserId, ...] = ()
        if isinstance(of, Trunk):
            customer_id = of.config.customer_id
            caller, number, dialled = arrivals.calling(core, message, of)
            callee = core.router.party(customer_id, number or dialled)
            way = core.router.arriving(caller, customer_id, number).trace
            if callee.user_id is not None:
                rang = (callee.user_id,)
        else:
            customer_id = of.customer_id
            caller, dialled = arrivals.dialling(core, message, of)
            callee = core.router.party(customer_id, dialled)
            way = (TraceEntry(TraceKind.DIALLED, dialled, callee.name),)
        trace = (*(entry for entry in way if entry.kind in PLACES), *why)
        call_id = CallId(core.unique())
        ended = CallProgress(call_id, customer_id, CallState.ENDED, caller, callee, dialled, cause, (), trace, rang)
        core.emit(ended)

    def stop(self) -> None:
        """Tell what waits; nothing is looked at any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._tell(len(self._waiting))

    def _look(self) -> None:
        self._timer = None
        if not self._busy():
            self._tell(AT_ONCE)
        if self._waiting:
            self._timer = self._core.clock.call_later(PAUSE, self._look)

    def _tell(self, most: int) -> None:
        for call_id in list(self._waiting)[:most]:
            message, flow = self._waiting.pop(call_id)
            try:
                if (of := self._whose(message, flow)) is not None:
                    self._came_to_nothing(message, of, Cause.FAILED, TraceEntry(TraceKind.TURNED_AWAY))
            except Malformed as exc:
                log.info("a call of %s that was turned away can't be read: %s", flow.remote[0], exc)
        if self._uncounted and not self._waiting:
            log.warning("%d more calls were turned away, of which no records are made", self._uncounted)
            self._uncounted = 0
