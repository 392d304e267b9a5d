"""Calls and their states, and the records they leave (spec 7; CDR)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from onepresence_desktop.domain.people import CustomerId, DeviceId, UserId

CallId = NewType("CallId", str)


class CallState(StrEnum):
    """Where a call is. `calling`: the caller's own phone rings first (click-to-call)."""

    CALLING = "calling"
    RINGING = "ringing"
    CONNECTED = "connected"
    HELD = "held"
    VOICEMAIL = "voicemail"
    ENDED = "ended"


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


class Cause(StrEnum):
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


@dataclass(frozen=True, slots=True)
class Party:
    """One end of a call. number: local number or E.164, "" when withheld; ids where it is one of ours."""

    number: str
    name: str = ""
    user_id: UserId | None = None
    device_id: DeviceId | None = None


class TraceKind(StrEnum):
    """A step on a call's way (spec 7.3)."""

    DIALLED = "dialled"
    DIVERTED = "diverted"
    FORWARDED = "forwarded"
    RANG = "rang"
    GROUP = "group"
    VOICEMAIL = "voicemail"
    NO_DEVICE = "no_device"
    CLOSED = "closed"
    UNKNOWN_NUMBER = "unknown_number"
    LOOP = "loop"
    EMERGENCY = "emergency"
    TRUNK = "trunk"
    TRANSFERRED = "transferred"
    PICKED_UP = "picked_up"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One step: what happened at whose number and why.

    why: a wire word: a diversion's reason, a forwarding kind or a cause. until: end of the diversion.
    """

    kind: TraceKind
    number: str = ""
    name: str = ""
    user_id: UserId | None = None
    why: str = ""
    until: datetime | None = None


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


class Direction(StrEnum):
    """A history entry as its owner sees it."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    MISSED = "missed"


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
