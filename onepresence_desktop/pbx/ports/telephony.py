"""What a telephony driver is asked, what it tells, and what it asks back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.calls import CallId, CallState, Cause, Party, TraceEntry
from onepresence_desktop.domain.doctor import Block, FailedSource, PortSeen, SoundPorts
from onepresence_desktop.domain.messages import MessageWaiting
from onepresence_desktop.domain.number_shown import Shown
from onepresence_desktop.domain.people import (
    CustomerId,
    DeviceId,
    SoundPath,
    UserId,
)
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.steps import External, Hop, MenuStep, Step, TrunkId
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports.sounds import Sound


@dataclass(frozen=True, slots=True)
class Line:
    """A device as a driver needs to know it.

    ha1: MD5 of user:realm:password and ha1_sha256 likewise (RFC 7616), lower-case hex; never logged.
    numbers: everything that dials its owner; the first is the local number shown to others. secure: it must come over
    TLS and encrypt its sound.
    """

    device_id: DeviceId
    user_id: UserId
    customer_id: CustomerId
    sip_user: str
    ha1: str
    ha1_sha256: str
    display_name: str
    numbers: tuple[str, ...]
    sound: SoundPath = SoundPath.AUTOMATIC
    secure: bool = False


@dataclass(frozen=True, slots=True)
class TrunkLine:
    """A line to a provider as a driver needs to know it. region: where the company is (ISO 3166)."""

    trunk: SipTrunk
    region: str


@dataclass(frozen=True, slots=True)
class TrunkState:
    """How a line stands. detail: why it isn't up, in the provider's own words where it said something.

    calls: over it now. refused: calls that were not let out over it since it was set up. since: it is so. own, seen:
    our address (host:port) as we know it and as the provider sees it, "" when it doesn't say; told: as it is told by
    us. clock_off: how far our
    clock is ahead of the provider's, None when it doesn't say.
    """

    id: TrunkId
    up: bool
    detail: str = ""
    calls: int = 0
    refused: int = 0
    since: datetime | None = None
    own: str = ""
    seen: str = ""
    told: str = ""
    clock_off: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a driver saw that an administrator should know: who fails, who is blocked, where calls and sound come in."""

    sources: tuple[FailedSource, ...] = ()
    blocks: tuple[Block, ...] = ()
    ports: tuple[PortSeen, ...] = ()
    sound: SoundPorts | None = None


SIP_REALM = "onepresence"


class Router(Protocol):
    """Answers a driver's question where a call goes; pure, fast (an in-memory snapshot), callable from any thread."""

    def route(self, caller: Party, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        """Steps for what was keyed at the caller's phone or asked for by API, in any spelling.

        Who calls decides who gets through diversions; only a caller with a device may key feature codes.
        """
        ...

    def arriving(self, caller: Party, customer_id: CustomerId, number: str | None) -> Step:
        """Steps for a call from outside to a public number (E.164); anything else is unknown to the outside."""
        ...

    def keyed(self, caller: Party, customer_id: CustomerId, dialled: str) -> tuple[Party, str]:
        """A caller and what they dial, once a code that withholds or shows their number for one call is obeyed."""
        ...

    def shown(self, customer_id: CustomerId, caller: Party, way: External) -> Shown:
        """How a caller is shown to a number outside; those who send help see everybody's own number."""
        ...

    def public_number(self, customer_id: CustomerId, number: str) -> str | None:
        """The public number (E.164) of a local one, for those outside; None when it has none."""
        ...

    def party(self, customer_id: CustomerId, number: str) -> Party:
        """Who is behind a number as dialled, for caller id and records; a Party with just the number if nobody."""
        ...

    def known(self, customer_id: CustomerId, user_id: UserId | None, party: Party) -> Party:
        """The other end of a call with the name that one of ours knows it by: their own contact's before a shared
        one's before a directory's (spec 8.3), else as it is. Nothing is added to who is withheld.

        Asked for each phone that rings: must answer at once.
        """
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
    declined: those of them at whom it rings no more, although it rings on for others or a menu is about to answer.
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
    declined: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuReached:
    """A call has come to a step that is a spoken menu; whoever plays it takes over with answer, play, record…

    by: who transferred the caller here, where somebody did.
    """

    call_id: CallId
    customer_id: CustomerId
    caller: Party
    menu: MenuStep
    by: Party | None = None


@dataclass(frozen=True, slots=True)
class Digit:
    """The far end of a call in a menu pressed a key: 0-9, * or #."""

    call_id: CallId
    digit: str


@dataclass(frozen=True, slots=True)
class Health:
    """The driver as a whole is up (or not); when it isn't, device states are unknown."""

    up: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TrunkChanged:
    """A line to a provider is up, down, or down for another reason."""

    state: TrunkState


TelephonyEvent = DeviceChanged | CallProgress | MenuReached | Digit | TrunkChanged | Health


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

    async def change_lines(self, changed: Sequence[Line], gone: Collection[DeviceId]) -> None:
        """Some of the devices: new or other ones, and those that are none any more; the calls of those end."""
        ...

    async def set_trunks(self, trunks: Sequence[TrunkLine]) -> None:
        """All lines to providers there are, in the order in which they are tried, replacing those told before."""
        ...

    def trunks(self) -> Mapping[TrunkId, TrunkState]:
        """How each line stands now."""
        ...

    async def set_asking(self, sounds: Mapping[str, Sound]) -> None:
        """What whoever lifts a mobile outside is asked with, by language (spec 2.1a)."""
        ...

    async def set_music(self, customer_id: CustomerId, sound: Sound | None) -> None:
        """What is heard in a company by who is held, parked, or waits for a group; None: the driver's own."""
        ...

    async def try_trunk(self, trunk_id: TrunkId, number: str) -> str:
        """Call a number (E.164) over one line until it rings or is refused; what the provider answered, in its words.

        Raises `NotFound` for a line that isn't there, `TelephonyAway`.
        """
        ...

    async def diagnose(self) -> Diagnosis:
        """What it saw of phones and strangers in the last day."""
        ...

    async def unblock(self, address: str, user: str | None) -> int:
        """Let an address try again for a SIP user ("": as a whole; None: all of it); how many blocks were lifted."""
        ...

    def devices(self) -> Mapping[DeviceId, DeviceState]:
        """The state of every line now."""
        ...

    async def originate(self, call_id: CallId, device_id: DeviceId, dialled: str, *, answers: bool = False) -> None:
        """Ring `device_id`, and when it is lifted call `dialled` (RFC 3725). Raises `DeviceNotRegistered`.

        answers: it is asked to lift by itself (RFC 5373), for its owner has just said that they want to speak.

        Returns as soon as the phone is being rung; progress comes by events.
        """
        ...

    async def hangup(self, call_id: CallId, cause: Cause = Cause.NORMAL) -> None:
        """End a call for everyone in it."""
        ...

    async def refuse(self, call_id: CallId, user_id: UserId) -> None:
        """A user who is rung won't take the call: their phones stop, others that ring for it go on."""
        ...

    async def hold(self, call_id: CallId, device_id: DeviceId) -> None:
        """Put the far end on hold on behalf of `device_id`. Raises `CallRefused` when one of the phones won't."""
        ...

    async def resume(self, call_id: CallId, device_id: DeviceId) -> None:
        """End `hold`."""
        ...

    async def transfer(self, call_id: CallId, device_id: DeviceId, dialled: str) -> None:
        """Blind transfer: `device_id` leaves, its far end is connected to `dialled`.

        Raises `CallRefused` when there is nobody to transfer, or a transfer is under way, `NumberRefused` when
        `dialled` leads nowhere.
        """
        ...

    async def join(self, call_id: CallId, other: CallId, device_id: DeviceId) -> None:
        """Attended transfer: the far ends of `device_id`'s two calls are connected, it leaves both."""
        ...

    async def pick_up(self, call_id: CallId, other: CallId) -> None:
        """The phone that keyed a code and waits in `call_id` takes another call: one that rings, or is parked.

        Raises `CallRefused` where that can't be.
        """
        ...

    async def park(self, call_id: CallId, device_id: DeviceId | None) -> None:
        """`device_id` leaves, and its far end waits with music; None: whoever is left alone in it by a transfer.

        Raises `CallRefused` when nobody would be left.
        """
        ...

    async def redirect(self, call_id: CallId, step: Step) -> None:
        """Take a ringing (or mailbox) call to another step: send to voicemail, to a colleague, to the reception."""
        ...

    async def lift(self, call_id: CallId, user_id: UserId) -> None:
        """Lift a phone of the user's that rings for the call, as if by hand.

        Raises `Conflict` where nobody but a hand can do that.
        """
        ...

    async def answer(self, call_id: CallId) -> None:
        """Answer a call that has come to a menu."""
        ...

    async def play(self, call_id: CallId, sounds: Sequence[Sound]) -> bool:
        """Play one after another to the caller; True when all was heard to the end."""
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

    async def check_settings(self, device_ids: Collection[DeviceId]) -> None:
        """Phones that are there are to fetch their settings anew, without a restart; others are left alone."""
        ...
