"""Calls and their states, and the records they leave (spec 7; CDR)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NewType

from onepresence_desktop.domain.finding import digits_of
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId
from onepresence_desktop.domain.words import Word

CallId = NewType("CallId", str)


class CallState(Word):
    """Where a call is. `calling`: the caller's own phone rings first (click-to-call)."""

    CALLING = "calling"
    RINGING = "ringing"
    CONNECTED = "connected"
    HELD = "held"
    VOICEMAIL = "voicemail"
    ENDED = "ended"
    UNKNOWN = "unknown"


TRANSITIONS: dict[CallState, frozenset[CallState]] = {
    CallState.CALLING: frozenset({CallState.RINGING, CallState.CONNECTED, CallState.VOICEMAIL, CallState.ENDED}),
    CallState.RINGING: frozenset({CallState.RINGING, CallState.CONNECTED, CallState.VOICEMAIL, CallState.ENDED}),
    CallState.CONNECTED: frozenset(
        {CallState.CONNECTED, CallState.HELD, CallState.RINGING, CallState.VOICEMAIL, CallState.ENDED}
    ),
    CallState.HELD: frozenset(
        {CallState.HELD, CallState.CONNECTED, CallState.RINGING, CallState.VOICEMAIL, CallState.ENDED}
    ),
    CallState.VOICEMAIL: frozenset({CallState.VOICEMAIL, CallState.RINGING, CallState.CONNECTED, CallState.ENDED}),
    CallState.ENDED: frozenset(),
}
"""What may follow what: a transfer takes a connected call back to ringing, key 9 leads out of the mailbox."""


class Cause(Word):
    """Why a call, or an attempt to ring, ended (after Q.850)."""

    NORMAL = "normal"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    UNREACHABLE = "unreachable"
    NUMBER_UNKNOWN = "number_unknown"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    NOT_ACCEPTABLE = "not_acceptable"
    FAILED = "failed"
    LOST = "lost"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a call. number: local number or E.164, "" when withheld; ids where it is one of ours.

    hidden: one of ours who asked not to be shown to the other side (Privacy: id, RFC 3325); openly: who asked to be
    shown in this call, though they usually aren't.
    """

    number: str
    name: str = ""
    user_id: UserId | None = None
    device_id: DeviceId | None = None
    hidden: bool = False
    openly: bool = False

    def shown(self) -> Party:
        """What the other side is told of it."""
        return Party("") if self.hidden else self


class TraceKind(Word):
    """A step on a call's way (spec 7.3)."""

    DIALLED = "dialled"
    DIVERTED = "diverted"
    LET_THROUGH = "let_through"
    FORWARDED = "forwarded"
    RANG = "rang"
    GROUP = "group"
    COMPANY = "company"
    LANGUAGE = "language"
    GROUP_CLOSED = "group_closed"
    ON_CALL = "on_call"
    BLOCKED = "blocked"
    VOICEMAIL = "voicemail"
    NO_DEVICE = "no_device"
    CLOSED = "closed"
    UNKNOWN_NUMBER = "unknown_number"
    LOOP = "loop"
    EMERGENCY = "emergency"
    TRUNK = "trunk"
    NO_LINE_OUT = "no_line_out"
    TRANSFERRED = "transferred"
    PICKED_UP = "picked_up"
    ANSWERED = "answered"
    TURNED_AWAY = "turned_away"
    PHONE_LOST = "phone_lost"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One step: what happened at whose number and why.

    why: a wire word: a diversion's reason, a forwarding kind, a cause, an exception or a language. until: end of the
    diversion. at: when it was told, None where that isn't known; the same step told again is the same.
    """

    kind: TraceKind
    number: str = ""
    name: str = ""
    user_id: UserId | None = None
    why: str = ""
    until: datetime | None = None
    at: datetime | None = field(default=None, compare=False)


def trace_for(trace: tuple[TraceEntry, ...], user_id: UserId) -> tuple[TraceEntry, ...]:
    """A trace as one user may read it: whom others let through is theirs alone to know (spec 3.11, section 14)."""
    if not any(entry.kind is TraceKind.LET_THROUGH for entry in trace):
        return trace
    return tuple(entry for entry in trace if entry.kind is not TraceKind.LET_THROUGH or entry.user_id == user_id)


@dataclass(frozen=True, slots=True)
class Call:
    """A call as the PBX sees it now.

    caller rang (or asked to call) callee; `dialled` is what was keyed. answered_by: the device that took it.
    diverted_from: the numbers it was meant for before, first first.
    """

    id: CallId
    customer_id: CustomerId
    state: CallState
    caller: Party
    callee: Party
    dialled: str
    started_at: datetime
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    cause: Cause | None = None
    diverted_from: tuple[str, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


class Direction(Word):
    """A history entry as its owner sees it."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CallFilter:
    """Which lines of a history are wanted. start, end: aware, or None for open. words: each must be found, folded."""

    start: datetime | None = None
    end: datetime | None = None
    direction: Direction | None = None
    words: tuple[str, ...] = ()


LONGEST_KEY = 200
"""Characters of a record's search key."""


def call_search_key(number: str, name: str) -> str:
    """What a record is found by: its folded name and its number's digits."""
    return f"{fold(name)} {re.sub(r'[^0-9]', '', number)}"[:LONGEST_KEY]


def call_words(query: str) -> tuple[str, ...]:
    """The words of a query as they stand in search keys; a number in any spelling is one word of digits."""
    digits = digits_of(query)
    return (digits,) if digits else tuple(fold(query).split())


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One user's line in the call history (spec 7.1).

    duration: talk time. forwarded_by: the number that diverted the call here, or "". device: kind of phone, or "".
    voicemail: the call ended in the mailbox.
    """

    id: str
    call_id: CallId
    user_id: UserId
    direction: Direction
    number: str
    name: str
    at: datetime
    duration: timedelta
    cause: Cause
    device: str = ""
    forwarded_by: str = ""
    voicemail: bool = False
    trace: tuple[TraceEntry, ...] = ()


def came_back_from(trace: tuple[TraceEntry, ...]) -> TraceEntry | None:
    """Whose phone was lost, for a call that nobody has answered since."""
    last = next((e for e in reversed(trace) if e.kind in (TraceKind.ANSWERED, TraceKind.PHONE_LOST)), None)
    return last if last is not None and last.kind is TraceKind.PHONE_LOST else None
