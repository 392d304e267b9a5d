"""What becomes of a call in which a phone was lost: no power, no network, or restarted (spec 11.5, 3.6).

Whoever is at the other end did nothing wrong: nobody who waited is cut off, and nobody is left in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from onepresence_desktop.domain.calls import Party, TraceEntry, TraceKind
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.routing import route
from onepresence_desktop.domain.steps import Announcement, PhoneLost, Refusal, Reject, Ring, Step


class Came(StrEnum):
    """How whoever is left came to the phone: outside callers and colleagues by a queue (a group, a company number),
    anybody by its owner's own number, or they were called from it.
    """

    QUEUE = "queue"
    QUEUE_INSIDE = "queue_inside"
    STRAIGHT = "straight"
    CALLED = "called"


@dataclass(frozen=True, slots=True)
class After:
    """told: they hear a sentence. back: then the call goes on, to the queue or as for somebody unreachable."""

    told: bool
    back: bool


AFTER: dict[tuple[Came, bool], After] = {
    (Came.QUEUE, True): After(told=False, back=True),
    (Came.QUEUE, False): After(told=True, back=True),
    (Came.QUEUE_INSIDE, True): After(told=False, back=True),
    (Came.QUEUE_INSIDE, False): After(told=True, back=False),
    (Came.STRAIGHT, True): After(told=False, back=True),
    (Came.STRAIGHT, False): After(told=True, back=False),
    (Came.CALLED, True): After(told=True, back=False),
    (Came.CALLED, False): After(told=True, back=False),
}
"""By how they came and whether they were on hold: music goes over into ringing, a sentence that breaks off does not."""


def after_loss(lost: PhoneLost, left: Party, trace: tuple[TraceEntry, ...], dial_plan: DialPlan, now: datetime) -> Step:
    """Where whoever is left goes. trace: the whole call's so far."""
    whose = lost.whose
    trace = (*trace, TraceEntry(TraceKind.PHONE_LOST, whose.number, whose.name, whose.user_id))
    language = next((entry.why for entry in reversed(trace) if entry.kind is TraceKind.LANGUAGE), "")
    sorry = Announcement(Refusal.PHONE_LOST, trace=trace, language=language)
    queue = queue_of(trace, dial_plan)
    after = AFTER[_came(lost, left, queue), lost.held]
    if not after.back:
        return sorry
    step = route(queue or whose.number, dial_plan, now, caller=dial_plan.caller(left))
    step = _never_silent(step, trace, sorry)
    if not after.told or isinstance(step, Announcement):
        return step  # who can't be put through to anybody isn't asked to wait for it
    return replace(sorry, then=step)


def queue_of(trace: tuple[TraceEntry, ...], dial_plan: DialPlan) -> str:
    """The group by which a call came, the last of several; a company number's calls are the reception's. "": none."""
    for entry in reversed(trace):
        if entry.kind is TraceKind.GROUP and entry.number in dial_plan.groups_by_number:
            return entry.number
    reception = dial_plan.reception
    company = any(entry.kind is TraceKind.COMPANY for entry in trace)
    return reception.local_number if company and reception is not None else ""


def _came(lost: PhoneLost, left: Party, queue: str) -> Came:
    if not lost.called:
        return Came.CALLED
    if not queue:
        return Came.STRAIGHT
    return Came.QUEUE if left.user_id is None else Came.QUEUE_INSIDE


def _never_silent(step: Step, before: tuple[TraceEntry, ...], sorry: Announcement) -> Step:
    """The step with what happened before; where nobody can be rung at all, the caller is told instead of cut off."""
    trace = (*before, *step.trace[1:])
    match step:
        case Reject():
            return replace(sorry, trace=trace)
        case Ring():
            return replace(
                step,
                busy=_never_silent(step.busy, before, sorry),
                no_reply=_continued(step.no_reply, before),
                unreachable=_never_silent(step.unreachable, before, sorry),
                trace=trace,
            )
        case _:
            return replace(step, trace=trace)


def _continued(step: Step, before: tuple[TraceEntry, ...]) -> Step:
    return replace(step, trace=(*before, *step.trace[1:]))
