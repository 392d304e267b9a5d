"""One try to reach somebody: the phones of a `Ring` step, stage by stage, until one answers or none will."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from onepresence_desktop.domain.calls import Party
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import Endpoint, External, Refusal, Ring, RingStage
from onepresence_desktop.pbx.telephony.sip.clock import Flow, Timer
from onepresence_desktop.pbx.telephony.sip.completed import ELSEWHERE
from onepresence_desktop.pbx.telephony.sip.confirming import Confirming
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.history_headers import history
from onepresence_desktop.pbx.telephony.sip.leg import Leg, Owner
from onepresence_desktop.pbx.telephony.sip.lifting import lifting
from onepresence_desktop.pbx.telephony.sip.otherwise import Otherwise
from onepresence_desktop.pbx.telephony.sip.outside import Outside
from onepresence_desktop.pbx.telephony.sip.trunk import Trunk
from onepresence_desktop.pbx.telephony.sip.trunks import Trunks
from onepresence_desktop.pbx.telephony.sip.who_calls import who_calls

BUSY_STATUS = {486, 600, 603}
DECLINED_STATUS = {600, 603}
"""Answers of one phone that speak for the person, and so for all of their phones (RFC 3261 section 21.6)."""

GONE_STATUS = {404, 408, 410, 480, 502, 503, 504}


class Outcome(Enum):
    """How a try ended without an answer; names of `Ring`'s further steps."""

    BUSY = "busy"
    NO_REPLY = "no_reply"
    UNREACHABLE = "unreachable"


class Attempt:
    """Rings the step's phones for a call.

    describe: our offer as one of them shall see it. on_stage (others ring now), on_ringing, on_answer(leg, sdp)
    and on_failure(outcome) tell how it goes; on_early(leg, sdp): something is to be heard before the answer.
    referred_by: who transfers, for the company's own phones (RFC 3892). known: phones show who their users know calls.
    refusal: why a number outside was not called. words: what the provider said last; line_name: over which line.
    """

    def __init__(
        self,
        core: Core,
        owner: Owner,
        step: Ring,
        trunks: Trunks,
        customer_id: CustomerId,
        *,
        describe: Callable[[Leg, bytes], bytes],
        offer: bytes,
        caller: Party,
        without: DeviceId | None,
        on_ringing: Callable[[], None],
        on_answer: Callable[[Leg, bytes], None],
        on_failure: Callable[[Outcome], None],
        on_stage: Callable[[], None] = lambda: None,
        on_early: Callable[[Leg, bytes], None] = lambda leg, sdp: None,
        max_forwards: int = 70,
        referred_by: str = "",
        known: bool = True,
    ) -> None:
        self._core = core
        self._owner = owner
        self._customer_id = customer_id
        self._describe = describe
        self.step = step
        self._offer = offer
        self._caller = caller
        self._trunks = trunks
        self._without = without
        self._on_ringing = on_ringing
        self._on_answer = on_answer
        self._on_failure = on_failure
        self._on_stage = on_stage
        self._on_early = on_early
        self._max_forwards = max_forwards
        self._referred_by = referred_by
        self._known = known
        self.forks: list[Leg] = []
        self.users: list[UserId] = []
        self.refusal: Refusal | None = None
        self.words = self.line_name = ""
        self._outside: dict[Leg, Outside] = {}
        self._asked: dict[Leg, Confirming] = {}
        self._otherwise = Otherwise(core, self._invite)
        self._late = False
        self._stages = deque(step.stages)
        self.declined: set[UserId] = set()
        self._refusals: list[int] = []
        self._rang = self._busy = self._unanswered = False
        self._timers: list[Timer] = []
        self._coming: Timer | None = None
        self.over = False

    def start(self) -> None:
        """Ring; when nothing can ring the failure is told at once."""
        self._later(self.step.seconds, self._time_up)
        self._next()

    def _later(self, seconds: float, then: Callable[[], None]) -> Timer:
        timer = self._core.clock.call_later(seconds, then)
        self._timers.append(timer)
        return timer

    def _next(self) -> None:
        """Begin the next stage, and the ones after it for as long as nobody rings."""
        if self._coming is not None:
            self._coming.cancel()
            self._coming = None
        while self._stages and not self.over:
            stage = self._stages.popleft()
            self._begin(stage)
            if self.forks:
                if self._stages:
                    self._coming = self._later(self._stages[0].after - stage.after, self._next)
                self._on_stage()
                return
        if not self.over:
            self._exhausted()

    def _begin(self, stage: RingStage) -> None:
        before = len(self.forks)
        for endpoint in stage.endpoints:
            self._ring(endpoint)
        begun = self.forks[before:]
        if begun and stage.until is not None:
            self._later(stage.until - stage.after, lambda: self._stage_over(begun))

    def _stage_over(self, legs: list[Leg]) -> None:
        """Their time is up."""
        for leg in legs:
            self._give_up(leg)
        self._unanswered = True
        self._go_on()

    def _give_up(self, leg: Leg, reason: str = "") -> None:
        if leg in self.forks:
            self.forks.remove(leg)
            if (asked := self._asked.pop(leg, None)) is not None:
                asked.close()
            leg.bye(reason)
            self._core.refresh(leg.device_id)

    def _go_on(self) -> None:
        if not self.forks and not self.over:
            self._next()

    def _ring(self, endpoint: Endpoint) -> None:
        core = self._core
        if isinstance(endpoint, External):
            self._ring_outside(endpoint)
            return
        if endpoint.device_id == self._without:
            return
        line = core.lines.get(endpoint.device_id)
        state = core.states.get(endpoint.device_id, DeviceState.OFFLINE)
        if line is None or line.user_id in self.declined or state is DeviceState.OFFLINE:
            return
        if state is not DeviceState.IDLE and not endpoint.waits:
            self._busy = True
            return
        for binding in core.registrar.bindings(line.sip_user):
            if line.user_id not in self.users:
                self.users.append(line.user_id)
            self._invite(endpoint.device_id, binding.contact, binding.flow)

    def _invite(self, device: DeviceId, contact: str, flow: Flow) -> None:
        core = self._core
        line = core.lines[device]
        leg = core.new_leg(self._owner, flow, device)
        self._otherwise.note(leg, contact)
        self.forks.append(leg)
        host = core.domain(leg.flow)
        known = core.router.known(self._customer_id, line.user_id, self._caller) if self._known else self._caller
        local, vouched = who_calls(known, host)
        headers = [vouched, *history(self.step.hops, line.numbers[0], host)]
        if self._referred_by:
            headers.append(("referred-by", self._referred_by))
        headers += lifting(host) if self.step.lifts(device) else ()
        sdp = self._describe(leg, self._offer) if self._offer else b""
        remote = f"<sip:{line.numbers[0]}@{host}>"
        leg.invite(contact, f"{local};tag={leg.local_tag}", remote, sdp, headers)

    def _ring_outside(self, way: External) -> None:
        """A number over a line; not a person's mobile when they declined or are on the phone already."""
        core = self._core
        if way.user_id is not None and (way.user_id in self.declined or self._on_the_phone(way.user_id)):
            self._busy = True
            return
        lines = self._trunks.choose(self._customer_id, way, self._caller.user_id)
        if isinstance(lines, Refusal):
            self.refusal = lines
            return
        if way.user_id is not None and way.user_id not in self.users:
            self.users.append(way.user_id)
        public = core.router.public_number
        hops = tuple(
            replace(hop, number=number) for hop in self.step.hops if (number := public(self._customer_id, hop.number))
        )
        shown = core.router.shown(self._customer_id, self._caller, way)

        def new_leg(line: Trunk) -> Leg:
            assert line.flow is not None, "a line without a way isn't chosen"
            leg = core.new_leg(self._owner, line.flow, line.device_id)
            leg.outside = True
            leg.dialog.max_forwards = self._max_forwards
            self.forks.append(leg)
            self._outside[leg] = call
            return leg

        def describe(leg: Leg) -> bytes:
            if not way.confirm:
                return self._describe(leg, self._offer) if self._offer else b""
            asked = self._asked[leg] = Confirming(
                core,
                leg,
                core.asking.get(way.language),
                taken=lambda: self._take(leg),
                declined=lambda: self._not_taken(leg),
            )
            return asked.offer()

        call = Outside(core, way, lines, shown, hops, new_leg=new_leg, describe=describe)
        call.next()

    def _take(self, leg: Leg) -> None:
        """1 was pressed: the others stop, and the caller's sound is brought to the mobile."""
        for timer in self._timers:
            timer.cancel()
        for other in list(self.forks):
            if other is not leg:
                self._give_up(other, ELSEWHERE)

        def described(sdp: bytes) -> None:
            self._asked.pop(leg).close()
            if self.over:
                leg.bye()
                return
            self.forks.remove(leg)
            self._finish()
            self._on_answer(leg, sdp)

        leg.reinvite(
            self._describe(leg, self._offer) if self._offer else b"", described, lambda _: self._not_taken(leg)
        )

    def _not_taken(self, leg: Leg) -> None:
        """Lifted, but nobody pressed 1: as if it had not been answered."""
        self._asked.pop(leg).close()
        if leg in self.forks:
            self.forks.remove(leg)
        leg.bye()
        self._unanswered = True
        if not self.over:
            if self._late:
                self._fail(Outcome.NO_REPLY)
            else:
                self._go_on()

    def _time_up(self) -> None:
        """Who is being asked to press 1 may still do so."""
        if any(asked.asking for asked in self._asked.values()):
            self._late = True
        else:
            self._fail(Outcome.NO_REPLY)

    def pressed(self, leg: Leg, digit: str) -> None:
        """A key of a phone that was lifted, told by INFO."""
        if leg in self._asked:
            self._asked[leg].pressed(digit)

    def _on_the_phone(self, user_id: UserId) -> bool:
        busy = (DeviceState.ON_CALL, DeviceState.ON_HOLD)
        return any(state in busy for state in self._core.user_states(user_id).values())

    def progress(self, leg: Leg, status: int, sdp: bytes) -> None:
        """A fork tells that it rings; `sdp`: what is to be heard meanwhile (early media)."""
        if leg in self._outside and status >= 180:
            self._outside[leg].heard()
        if status >= 180 and not self.over:
            if leg not in self._asked and sdp and len(self.forks) == 1 and not self._stages:
                self._rang = True
                self._on_early(leg, sdp)
            elif not self._rang:
                self._rang = True
                self._on_ringing()

    def answered(self, leg: Leg, sdp: bytes) -> None:
        """A fork was lifted, or another phone picks up; the others stop."""
        if self.over:
            leg.ack(b"")
            leg.bye()
            return
        if leg in self._asked:
            self._asked[leg].ask(sdp)
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
        if (asked := self._asked.pop(leg, None)) is not None:
            asked.close()
        if self.over:
            return
        outside = self._outside.pop(leg, None)
        if outside is not None:
            if outside.go_on(status) is not None:
                return
            self.words = outside.answer
            self.line_name = outside.line_name
        if self._otherwise.again(leg, status, self._offer):
            return
        self._refusals.append(status)
        person = outside.wanted.user_id if outside is not None else self._person(leg)
        if status in DECLINED_STATUS and person is not None:
            self._decline(person)
        self._go_on()

    def refuse(self, user_id: UserId) -> None:
        """A person won't take the call: none of their phones rings any more."""
        if not self.over:
            self._refusals.append(603)
            self._decline(user_id)
            self._go_on()

    def _decline(self, user_id: UserId) -> None:
        self.declined.add(user_id)
        for leg in list(self.forks):
            if self._person(leg) == user_id:
                self._give_up(leg)
        if self.forks:
            self._on_stage()

    def _person(self, leg: Leg) -> UserId | None:
        if leg in self._outside:
            return self._outside[leg].wanted.user_id
        line = self._core.lines.get(leg.device_id)
        return line.user_id if line is not None else None

    def _exhausted(self) -> None:
        """Nobody rings and nobody is left to be rung."""
        if any(status in BUSY_STATUS for status in self._refusals):
            self._fail(Outcome.BUSY)
        elif self._unanswered or (self._rang and not all(status in GONE_STATUS for status in self._refusals)):
            self._fail(Outcome.NO_REPLY)
        else:
            self._fail(Outcome.BUSY if self._busy and not self._refusals else Outcome.UNREACHABLE)

    @property
    def status(self) -> int:
        """The last refusal, 0 without one."""
        return self._refusals[-1] if self._refusals else 0

    def line_of(self, leg: Leg) -> str:
        """The name of the line a leg is on, "" for a phone."""
        outside = self._outside.get(leg)
        return outside.line_name if outside is not None else ""

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
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        for outside in self._outside.values():
            outside.stop()
        for asked in self._asked.values():
            asked.close()

    def _stop_forks(self, reason: str) -> None:
        for leg in list(self.forks):
            leg.bye(reason)
            self._core.refresh(leg.device_id)
