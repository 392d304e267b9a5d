"""What a telephony driver is told to do with a call: ring somebody, play a menu, leave by a trunk, refuse.

A `Ring` carries the step for each way in which ringing can fail, so a driver never needs to know what a diversion is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from onepresence_desktop.domain.calls import Cause, Party, TraceEntry
from onepresence_desktop.domain.company_number import CompanyNumberId, Opening
from onepresence_desktop.domain.diversion import Diversion, Forwarding, Reason
from onepresence_desktop.domain.feature_codes import Code
from onepresence_desktop.domain.people import DeviceId, GroupId, UserId

TrunkId = NewType("TrunkId", str)


class Refusal(StrEnum):
    """Why a call may not go out, or come in (`BLOCKED`, `ANONYMOUS`), or can't go on."""

    NO_LINE = "no_line"
    ABROAD = "abroad"
    PREMIUM = "premium"
    BUSY = "line_busy"
    TOO_MANY = "too_many"
    BLOCKED = "blocked"
    ANONYMOUS = "anonymous"
    PHONE_LOST = "phone_lost"

    @property
    def cause(self) -> Cause:
        """What the call's record says, as of any other refused call (spec 7.1)."""
        return _CAUSES.get(self, Cause.REJECTED)


_CAUSES = {Refusal.NO_LINE: Cause.UNREACHABLE, Refusal.BUSY: Cause.BUSY, Refusal.PHONE_LOST: Cause.LOST}


@dataclass(frozen=True, slots=True)
class Hop:
    """A number the call was meant for before, and the forwarding that moved it on (Diversion/History-Info)."""

    number: str
    forwarding: Forwarding
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Voicemail:
    """Answer in the mailbox of `user_id`. forwarding: why the caller is here; diversion: the one that sent it.

    reception_away: the caller chose the reception there, which didn't answer.
    """

    user_id: UserId
    forwarding: Forwarding
    diversion: Diversion | None = None
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    reception_away: bool = False


@dataclass(frozen=True, slots=True)
class Reject:
    """End the call with `cause`."""

    cause: Cause
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Trunk:
    """Leave the company for `number` (E.164 or an emergency number as dialled) over the first trunk that takes it.

    otherwise: where a call that was forwarded outside goes when no trunk could carry it; None: it is refused.
    """

    number: str
    emergency: bool = False
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    otherwise: Step | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """Tell the caller why the call can't go out, isn't let in, or can't go on, and end it, or go on with `then`.

    language: in which they are told, "" for their own.
    """

    refusal: Refusal
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    language: str = ""
    then: Step | None = None


@dataclass(frozen=True, slots=True)
class PhoneLost:
    """A phone was lost in a conversation, and whoever talked to it waits (`domain.lost_phone` says where they go).

    whose: the lost phone's party. called: the other one made the call. held: they were on hold, or handed on.
    """

    whose: Party
    called: bool
    held: bool
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class FeatureCode:
    """Do what was keyed at the caller's phone, and say so. code: None for one that nobody knows."""

    code: Code | None
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendant:
    """Answer with the menu of a company number, or say why it isn't served (an auto attendant; spec 12.4a).

    at: how the number stands for this call. language: what the caller chose before, "" for none.
    """

    number_id: CompanyNumberId
    at: Opening
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """A device that is registered with the driver.

    waits: another call rings there, too, while one rings or is talked in (spec 3.6a). answers: its owner has said that
    they take the call, so it lifts by itself where it can (RFC 5373), else it rings.
    """

    device_id: DeviceId
    waits: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class External:
    """A number outside (E.164), rung over a trunk. trunk: a certain one, None for the first that takes it.

    user_id, device_id: whose mobile it is, when it is somebody's. confirm: whoever lifts must press 1 to take the call,
    so that a mobile operator's own voicemail never does (spec 2.1a); they are asked in `language`. emergency: no limit
    holds for it.
    """

    number: str
    trunk: TrunkId | None = None
    user_id: UserId | None = None
    device_id: DeviceId | None = None
    confirm: bool = False
    emergency: bool = False
    language: str = ""


Endpoint = OwnPhone | External
"""Something that can be rung."""


@dataclass(frozen=True, slots=True)
class RingStage:
    """Who rings, from when until when: seconds since ringing began; `until` None means to the end.

    When nobody rings any more, the next stage begins at once instead of at its time.
    """

    endpoints: tuple[Endpoint, ...]
    after: int = 0
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """Ring in `stages` for `seconds` at most; whoever answers first takes the call.

    Otherwise go on with `busy` (all that could ring are busy, or won't), `no_reply` or `unreachable` (nothing is
    registered). user_id: whose phones; group_id: the hunt group, for a group's ringing. A person who declines (603) is
    no longer rung, at any of their phones; the others are.
    """

    stages: tuple[RingStage, ...]
    seconds: int
    busy: Step
    no_reply: Step
    unreachable: Step
    user_id: UserId | None = None
    group_id: GroupId | None = None
    hops: tuple[Hop, ...] = ()
    trace: tuple[TraceEntry, ...] = ()

    @property
    def devices(self) -> tuple[DeviceId, ...]:
        """The company's own phones in it, in the order in which they ring."""
        found = (e.device_id for stage in self.stages for e in stage.endpoints if isinstance(e, OwnPhone))
        return tuple(dict.fromkeys(found))

    def lifts(self, device_id: DeviceId) -> bool:
        """Whether a phone is to lift by itself."""
        for stage in self.stages:
            for phone in stage.endpoints:
                if isinstance(phone, OwnPhone) and phone.answers and phone.device_id == device_id:
                    return True
        return False


MenuStep = Voicemail | Announcement | FeatureCode | Attendant | PhoneLost
"""Steps that answer the call with a spoken menu, or lead it on."""

Step = Ring | Attendant | Voicemail | Announcement | FeatureCode | Trunk | Reject | PhoneLost

OUTSIDE_SECONDS = 120
"""How long a number outside rings at most; usually its own network ends it before."""


def ring_outside(step: Trunk) -> Ring:
    """A `Trunk` as ringing: the number outside is all that rings."""
    way = External(step.number, emergency=step.emergency)
    return Ring(
        (RingStage((way,)),),
        OUTSIDE_SECONDS,
        busy=Reject(Cause.BUSY, step.hops, step.trace),
        no_reply=Reject(Cause.NO_ANSWER, step.hops, step.trace),
        unreachable=step.otherwise or Reject(Cause.UNREACHABLE, step.hops, step.trace),
        hops=step.hops,
        trace=step.trace,
    )
