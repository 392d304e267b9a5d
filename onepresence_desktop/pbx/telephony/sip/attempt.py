"""One try to reach somebody: all phones of a `Ring` step at once, until one answers or none will."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.people import DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Hop, Ring
from onepresence_desktop.pbx.telephony.sip.address import named
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Timer
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.leg import Leg, Owner

ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"'
BUSY_STATUS = {486, 600, 603}
GONE_STATUS = {404, 408, 410, 480, 502, 503, 504}

DIVERSION_REASONS = {
    Forwarding.CFU: "unconditional",
    Forwarding.CFB: "user-busy",
    Forwarding.CFNR: "no-answer",
    Forwarding.CFNRC: "unavailable",
}
HISTORY_CAUSES = {Forwarding.CFU: 302, Forwarding.CFB: 486, Forwarding.CFNR: 408, Forwarding.CFNRC: 503}


class Outcome(Enum):
    """How a try ended without an answer; names of `Ring`'s further steps."""

    BUSY = "busy"
    NO_REPLY = "no_reply"
    UNREACHABLE = "unreachable"


class Attempt:
    """Rings the step's phones for a call.

    describe: our offer as one of them shall see it. on_ringing, on_answer(leg, sdp) and on_failure(outcome) tell how
    it goes.
    """

    def __init__(
        self,
        core: Core,
        owner: Owner,
        step: Ring,
        *,
        describe: Callable[[Leg, bytes], bytes],
        offer: bytes,
        caller: tuple[str, str],
        without: DeviceId | None,
        on_ringing: Callable[[], None],
        on_answer: Callable[[Leg, bytes], None],
        on_failure: Callable[[Outcome], None],
    ) -> None:
        self._core = core
        self._owner = owner
        self._describe = describe
        self.step = step
        self._offer = offer
        self._caller = caller
        self._without = without
        self._on_ringing = on_ringing
        self._on_answer = on_answer
        self._on_failure = on_failure
        self.forks: list[Leg] = []
        self.users: list[UserId] = []
        self._refusals: list[int] = []
        self._rang = False
        self._timer: Timer | None = None
        self.over = False

    def start(self) -> None:
        """Ring; when nothing can ring the failure is told at once."""
        core = self._core
        devices = [d for d in self.step.devices if d in core.lines and d != self._without]
        there = [d for d in devices if core.states.get(d, DeviceState.OFFLINE) is not DeviceState.OFFLINE]
        free = [d for d in there if core.states[d] is DeviceState.IDLE]
        if not free:
            self._fail(Outcome.BUSY if there else Outcome.UNREACHABLE)
            return
        self._timer = core.clock.call_later(self.step.seconds, lambda: self._fail(Outcome.NO_REPLY))
        for device in free:
            line = core.lines[device]
            if line.user_id not in self.users:
                self.users.append(line.user_id)
            for binding in core.registrar.bindings(line.sip_user):
                self._ring(device, binding.contact, binding.flow)
        if not self.forks and not self.over:
            self._fail(Outcome.UNREACHABLE)

    def _ring(self, device: DeviceId, contact: str, flow: Flow) -> None:
        core = self._core
        line = core.lines[device]
        leg = core.new_leg(self._owner, flow, device)
        self.forks.append(leg)
        name, number = self._caller
        host = core.domain(leg.flow)
        local = named(name, f"sip:{number or 'anonymous'}@{host}")
        headers = [("p-asserted-identity", local), *_history(self.step.hops, line.numbers[0], host)]
        sdp = self._describe(leg, self._offer) if self._offer else b""
        remote = f"<sip:{line.numbers[0]}@{host}>"
        leg.invite(contact, f"{local};tag={leg.local_tag}", remote, sdp, headers)

    def progress(self, leg: Leg, status: int) -> None:
        """A fork tells that it rings."""
        if status >= 180 and not self._rang and not self.over:
            self._rang = True
            self._on_ringing()
        self._core.refresh(leg.device_id)

    def answered(self, leg: Leg, sdp: bytes) -> None:
        """A fork was lifted, or another phone picks up; the others stop."""
        if self.over:
            leg.ack(b"")
            leg.bye()
            return
        self._finish()
        if leg in self.forks:
            self.forks.remove(leg)
        self._stop_forks(ELSEWHERE)
        self._on_answer(leg, sdp)

    def failed(self, leg: Leg, status: int) -> None:
        """A fork was refused or is gone."""
        if leg in self.forks:
            self.forks.remove(leg)
        if self.over:
            return
        self._refusals.append(status)
        if self.forks:
            return
        if any(s in BUSY_STATUS for s in self._refusals):
            self._fail(Outcome.BUSY)
        elif self._rang and not all(s in GONE_STATUS for s in self._refusals):
            self._fail(Outcome.NO_REPLY)
        else:
            self._fail(Outcome.UNREACHABLE)

    def stop(self, reason: str = "") -> None:
        """Give up from outside: the caller hung up, or the call goes elsewhere."""
        if not self.over:
            self._finish()
            self._stop_forks(reason)

    def _fail(self, outcome: Outcome) -> None:
        if not self.over:
            self._finish()
            self._stop_forks("")
            self._on_failure(outcome)

    def _finish(self) -> None:
        self.over = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _stop_forks(self, reason: str) -> None:
        for leg in list(self.forks):
            leg.cancel(reason)
            self._core.refresh(leg.device_id)


def _history(hops: tuple[Hop, ...], number: str, host: str) -> list[tuple[str, str]]:
    """Whom the call was for before it comes to `number`: last first (RFC 5806), and as a history (RFC 7044, 4458)."""
    if not hops:
        return []
    headers = [
        ("diversion", f"<sip:{hop.number}@{host}>;reason={DIVERSION_REASONS[hop.forwarding]}") for hop in reversed(hops)
    ]
    headers.append(("history-info", f"<sip:{hops[0].number}@{host}>;index=1"))
    reached = [*(hop.number for hop in hops[1:]), number]
    for n, (hop, then) in enumerate(zip(hops, reached, strict=True), start=1):
        uri = f"sip:{then}@{host};cause={HISTORY_CAUSES[hop.forwarding]}"
        headers.append(("history-info", f"<{uri}>;index=1{'.1' * n};mp=1{'.1' * (n - 1)}"))
    return headers
