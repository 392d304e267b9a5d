"""What a telephony driver is asked, what it tells, and what it asks back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.people import (
    CustomerId,
    DeviceId,
    UserId,
)
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Hop, Step, Voicemail


@dataclass(frozen=True, slots=True)
class Line:
    """A device as a driver needs to know it.

    ha1: MD5 of user:realm:password and ha1_sha256 likewise (RFC 7616), lower-case hex; never logged.
    numbers: everything that dials its owner; the first is the local number shown to others.
    """

    device_id: DeviceId
    user_id: UserId
    customer_id: CustomerId
    sip_user: str
    ha1: str
    ha1_sha256: str
    display_name: str
    numbers: tuple[str, ...]
    relay: bool = False


SIP_REALM = "onepresence"


class Router(Protocol):
    """Answers a driver's question where a call goes; pure, fast (an in-memory snapshot), callable from any thread."""

    def route(self, caller: DeviceId | None, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        """Steps for what was keyed at a phone or asked for by API, in any spelling."""
        ...

    def party(self, customer_id: CustomerId, number: str) -> Party:
        """Who is behind a number as dialled, for caller id and records; a Party with just the number if nobody."""
        ...


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A phone's state is another."""

    device_id: DeviceId
    state: DeviceState


@dataclass(frozen=True, slots=True)
class CallProgress:
    """A call began or changed. Sent at each change of state, of the parties (transfer, answer) or of the step.

    callee: whom the call is for now; device_id is set when a device has answered. diverted_from: local numbers before.
    trace: of the step being executed. cause: when ended. rang: every user that was rung in this call so far.
    """

    call_id: CallId
    customer_id: CustomerId
    state: CallState
    caller: Party
    callee: Party
    dialled: str
    cause: Cause | None = None
    diverted_from: tuple[str, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    rang: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class VoicemailReached:
    """A call has come to a `Voicemail` step; whoever plays the mailbox takes over with answer, play, record…"""

    call_id: CallId
    customer_id: CustomerId
    caller: Party
    step: Voicemail


@dataclass(frozen=True, slots=True)
class Digit:
    """The far end of a call in the mailbox pressed a key: 0-9, * or #."""

    call_id: CallId
    digit: str


@dataclass(frozen=True, slots=True)
class Health:
    """The driver as a whole is up (or not); when it isn't, device states are unknown."""

    up: bool
    detail: str = ""


TelephonyEvent = DeviceChanged | CallProgress | VoicemailReached | Digit | Health


@dataclass(frozen=True, slots=True)
class Recorded:
    """The end of a recording. seconds: of sound kept.

    why: hangup, digit, silence, length, disk_full, or stopped when the driver was while the caller spoke.
    """

    path: Path
    seconds: float
    why: str


class Telephony(Protocol):
    """A telephony driver: `sip` (embedded), `asterisk` or `demo`. Drivers know nothing of diversions.

    `emit` is called on the loop that ran `start`, in order. Verbs raise `CallGone` when the call has ended,
    `TelephonyAway` when the driver is down.
    """

    async def start(self, router: Router, emit: Callable[[TelephonyEvent], None]) -> None:
        """Open sockets and begin; raises `AddressInUse`."""
        ...

    async def stop(self) -> None:
        """End every call, close everything."""
        ...

    @property
    def address(self) -> str | None:
        """host:port where phones register, or None when there is no such thing."""
        ...

    @property
    def line_out(self) -> bool:
        """Whether numbers outside the company can be reached: a call nobody could take is refused beforehand."""
        ...

    async def set_lines(self, lines: Sequence[Line]) -> None:
        """All devices there are, replacing those told before; calls of vanished ones end."""
        ...

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every line now."""
        ...

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Ring `device_id`, and when it is lifted call `dialled` (RFC 3725). Raises `DeviceNotRegistered`.

        Returns as soon as the phone is being rung; progress comes by events.
        """
        ...

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """End a call for everyone in it."""
        ...

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """Put the far end on hold on behalf of `device_id`."""
        ...

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """End `hold`."""
        ...

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Blind transfer: `device_id` leaves, its far end is connected to `dialled`."""
        ...

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """Attended transfer: the far ends of `device_id`'s two calls are connected, it leaves both."""
        ...

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """Take a ringing (or mailbox) call to another step: send to voicemail, to a colleague, to the reception."""
        ...

    async def answer(self, call_id: CallId) -> None:
        """Answer a call that has come to a mailbox."""
        ...

    async def play(self, call_id: CallId, sounds: Sequence[Path]) -> bool:
        """Play WAV files (8 kHz mono 16 bit) one after another to the caller; True when all was heard to the end."""
        ...

    async def stop_playing(self, call_id: CallId) -> None:
        """Break off `play`."""
        ...

    async def record(
        self, call_id: CallId, path: Path, *, most: timedelta, silence: timedelta, stop_digit: str = "#"
    ) -> Recorded:
        """Record the caller to a WAV file until digit, silence, length, hang-up or a full disk."""
        ...

    async def set_mwi(self, waiting: MessageWaiting) -> None:
        """Light or put out the message lamp on all phones of a user (RFC 3842)."""
        ...
