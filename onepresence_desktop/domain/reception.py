"""Calls that wait for the reception, as its receptionists see them together (spec chapter 11)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from onepresence_desktop.domain.calls import Call, CallId, CallState, Party, TraceEntry, TraceKind, came_back_from
from onepresence_desktop.domain.people import HuntGroup, Role, User, UserId
from onepresence_desktop.domain.words import Word

BACK_AFTER, LEAST_BACK, MOST_BACK = 25, 10, 180
"""Seconds that a call which was handed on rings there before it comes back (about six rings), and what may be set."""

PARKED_FOR, LEAST_PARKED, MOST_PARKED = 120, 30, 900
"""Seconds after which a parked call comes back to whoever parked it, and what may be set."""

RECALL_SECONDS = 30
"""How long it then rings at whoever handed it on, before all of the reception is rung again."""


class QueueState(Word):
    """Where a call is. `menu`: the caller hears a company number's menu. `handed_on`: it rings at a colleague."""

    MENU = "menu"
    WAITING = "waiting"
    TAKEN = "taken"
    HANDED_ON = "handed_on"
    UNKNOWN = "unknown"


class DeskState(Word):
    """Whether the reception's calls ring at somebody. `paused`: not for the moment, and meant to be seen as that."""

    IN = "in"
    PAUSED = "paused"
    OUT = "out"
    UNKNOWN = "unknown"


class Where(StrEnum):
    """At whom a call is: a menu, a group, somebody who attends to the reception, or another colleague."""

    MENU = "menu"
    GROUP = "group"
    DESK = "desk"
    COLLEAGUE = "colleague"


STATES: dict[tuple[CallState, Where], QueueState] = {
    (CallState.VOICEMAIL, Where.MENU): QueueState.MENU,
    (CallState.RINGING, Where.GROUP): QueueState.WAITING,
    (CallState.RINGING, Where.DESK): QueueState.WAITING,
    (CallState.RINGING, Where.COLLEAGUE): QueueState.HANDED_ON,
    (CallState.CONNECTED, Where.DESK): QueueState.TAKEN,
    (CallState.HELD, Where.DESK): QueueState.TAKEN,
}
"""What the reception sees of a call; what isn't here is no longer its business."""


@dataclass(frozen=True, slots=True)
class Times:
    """After how many seconds calls come back: those handed on, and those parked (by anybody)."""

    back_after: int = BACK_AFTER
    parked_for: int = PARKED_FOR


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A call that was given to somebody, and comes back to `by` when they don't take it.

    to, number, name: who is to take it, None for a number outside, or for a place where it was parked.
    """

    by: UserId
    number: str
    name: str
    to: UserId | None = None


@dataclass(frozen=True, slots=True)
class QueuedCall:
    """One call in the reception's queue.

    number, name: of the caller, "" when withheld. called_number, called_name: what was dialled; called_user: the
    colleague whose diversion led here. language: what the caller chose in the menu, "" for none. since: they wait.
    taken_by, taken_at: who answers it or has it. ringing_at: at whose own phones it rings. handed_to, handed_name: at
    whom it rings now. back_from: who didn't take it, or the place where it was parked, so that it came back; lost: or
    whose phone was lost in it.
    last_with, last_at: which colleague the caller last spoke with. answered: a receptionist has talked with them.
    """

    id: CallId
    state: QueueState
    number: str
    name: str
    called_number: str
    called_name: str
    since: datetime
    called_user: UserId | None = None
    language: str = ""
    taken_by: UserId | None = None
    taken_at: datetime | None = None
    ringing_at: UserId | None = None
    handed_to: UserId | None = None
    handed_name: str = ""
    back_from: str = ""
    lost: bool = False
    last_with: UserId | None = None
    last_at: datetime | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around one call: who attends to which group, who was given it, who takes it, whether it is parked.

    parked: it waits at a place, where another list shows it.
    """

    reception: HuntGroup | None
    attendants: Collection[UserId]
    handed: HandedOn | None = None
    taking: UserId | None = None
    parked: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """The reception's day so far: calls that waited, those that were answered, and their waiting together."""

    on: date
    calls: int = 0
    answered: int = 0
    waited: timedelta = timedelta()

    @property
    def average(self) -> timedelta:
        """How long who was answered had waited."""
        return self.waited / self.answered if self.answered else timedelta()


def attends(user: User, reception: HuntGroup | None) -> bool:
    """Whether somebody sees the queue and may act on it: receptionists, and administrators who serve in the group."""
    if user.closed:
        return False
    serves = reception is not None and user.id in reception.members
    return user.role is Role.RECEPTIONIST or (user.role is Role.ADMINISTRATOR and serves)


def caretakers(users: Collection[User], reception: HuntGroup | None) -> list[UserId]:
    """Who cares for what is for nobody: who attends to the reception, else the administrators."""
    there = [user.id for user in users if attends(user, reception)]
    return there or [user.id for user in users if user.role is Role.ADMINISTRATOR and not user.closed]


def queued(before: QueuedCall | None, call: Call, around: Around, now: datetime) -> QueuedCall | None:
    """A call as the queue shows it after a change; None when it isn't the reception's, or no longer."""
    if around.parked or not (around.handed is not None or _meant_for(call, around.reception)):
        return None
    where = _where(call, around, back=before is not None and before.back_from != "")
    state = STATES.get((call.state, where))
    if state is None or (state is QueueState.HANDED_ON and around.handed is None):
        return None
    base = before or _begun(call, state)
    ringing_at = call.callee.user_id if call.state is CallState.RINGING else None
    base = replace(
        base, state=state, number=call.caller.shown().number, name=call.caller.shown().name,
        language=_language(call) or base.language, ringing_at=ringing_at, handed_to=None, handed_name="",
    )  # fmt: skip
    handed = around.handed
    match state:
        case QueueState.TAKEN:
            at = base.taken_at if base.taken_by == call.callee.user_id and base.taken_at is not None else now
            return replace(base, taken_by=call.callee.user_id, taken_at=at, back_from="", lost=False, answered=True)
        case QueueState.HANDED_ON if handed is not None:
            base = replace(base, handed_to=handed.to, handed_name=handed.name or handed.number)
            return replace(base, taken_by=handed.by, taken_at=base.taken_at or now, back_from="", lost=False)
    lost = came_back_from(call.trace) if handed is None else None
    came_from = lost if handed is None else handed
    back = (came_from.name or came_from.number) if came_from is not None else ""
    since = now if back and not base.back_from else base.since
    taken_at = (base.taken_at if base.taken_by == around.taking else now) if around.taking is not None else None
    answered = base.answered or (before is None and back != "")  # from where it was parked, or a phone was lost
    return replace(
        base, back_from=back, lost=lost is not None, since=since, taken_by=around.taking, taken_at=taken_at,
        answered=answered,
    )  # fmt: skip


def counted(day: Day, before: QueuedCall | None, after: QueuedCall | None, now: datetime, today: date) -> Day:
    """The day after a call's change: each call counts once when it begins to wait, once when it is first answered."""
    day = day if day.on == today else Day(today)
    waits = after is not None and after.state is QueueState.WAITING
    back = after is not None and after.back_from != ""
    if waits and not back and (before is None or before.state is QueueState.MENU):
        day = replace(day, calls=day.calls + 1)
    answered = after is not None and after.state is QueueState.TAKEN
    if answered and before is not None and before.state is QueueState.WAITING and not before.answered:
        day = replace(day, answered=day.answered + 1, waited=day.waited + (now - before.since))
    return day


def _begun(call: Call, state: QueueState) -> QueuedCall:
    number, name = _called(call)
    meant = next((e.user_id for e in call.trace if e.kind in _SENT_ON and e.user_id is not None), None)
    return QueuedCall(
        call.id, state, call.caller.number, call.caller.name, number, name, call.started_at, called_user=meant
    )


_SENT_ON = (TraceKind.DIVERTED, TraceKind.FORWARDED)


def _called(call: Call) -> tuple[str, str]:
    """The company's number where one was called, else what was dialled first."""
    told = [entry for entry in call.trace if entry.kind in (TraceKind.COMPANY, TraceKind.DIALLED)]
    told.sort(key=lambda entry: entry.kind is not TraceKind.COMPANY)
    return (told[0].number, told[0].name) if told else (call.dialled, "")


def _language(call: Call) -> str:
    return next((entry.why for entry in reversed(call.trace) if entry.kind is TraceKind.LANGUAGE), "")


def _meant_for(call: Call, reception: HuntGroup | None) -> bool:
    """Whether a company number was called, or the reception itself."""
    return any(entry.kind is TraceKind.COMPANY or _of(entry, reception) for entry in call.trace)


def _of(entry: TraceEntry, reception: HuntGroup | None) -> bool:
    return reception is not None and entry.kind is TraceKind.GROUP and entry.number == reception.local_number


def _where(call: Call, around: Around, *, back: bool) -> Where:
    """back: it has come back already from where it was handed on."""
    if call.state is CallState.RINGING and around.handed is not None and not back:
        return _handed_on(call.callee, around.handed, around)
    if call.callee.user_id is not None:
        return Where.DESK if call.callee.user_id in around.attendants else Where.COLLEAGUE
    if call.state is CallState.VOICEMAIL:
        mailbox = any(entry.kind is TraceKind.VOICEMAIL for entry in call.trace)
        return Where.COLLEAGUE if mailbox else Where.MENU
    return Where.GROUP


def _handed_on(rings: Party, handed: HandedOn, around: Around) -> Where:
    """It is at a colleague wherever it rings, also where their diversion leads, until it rings here again."""
    if rings.user_id is not None:
        return Where.DESK if rings.user_id == handed.by and handed.by in around.attendants else Where.COLLEAGUE
    group = around.reception
    return Where.GROUP if group is not None and rings.number == group.local_number else Where.COLLEAGUE
