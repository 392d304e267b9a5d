"""Where calls go while a user is away (spec 3.1 to 3.8; call forwarding kinds after ITU-T I.252)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NewType
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import Role, UserId, WorkingHours
from onepresence_desktop.domain.words import Word

DiversionId = NewType("DiversionId", str)


class Reason(Word):
    """Why the user is away. `do_not_disturb` is the closed door of spec 3.8a, kept in the same table."""

    LUNCH = "lunch"
    BREAK = "break"
    GONE_HOME = "gone_home"
    MEETING = "meeting"
    SICK = "sick"
    VACATION = "vacation"
    TRAVEL = "travel"
    COURSE = "course"
    HOME_OFFICE = "home_office"
    VISIT = "visit"
    OTHER = "other"
    DO_NOT_DISTURB = "do_not_disturb"
    UNKNOWN = "unknown"


class Forwarding(StrEnum):
    """Call forwarding: unconditional, busy, no reply, not reachable."""

    CFU = "cfu"
    CFB = "cfb"
    CFNR = "cfnr"
    CFNRC = "cfnrc"


class DestinationKind(Word):
    """Where a diversion leads. `open`: the phone rings as usual and only the reason is shown."""

    VOICEMAIL = "voicemail"
    RECEPTION = "reception"
    NUMBER = "number"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Destination:
    """A target; `number` (as dialled inside the company, or E.164) only with kind `number`."""

    kind: DestinationKind
    number: str | None = None


VOICEMAIL = Destination(DestinationKind.VOICEMAIL)
RECEPTION = Destination(DestinationKind.RECEPTION)
OPEN = Destination(DestinationKind.OPEN)


class Origin(Word):
    """Who made a diversion; earlier wins over later (spec 3.8)."""

    MANUAL = "manual"
    SCHEDULE = "schedule"
    CALENDAR = "calendar"
    UNKNOWN = "unknown"


ORIGINS: tuple[Origin, ...] = tuple(Origin)


@dataclass(frozen=True, slots=True)
class Diversion:
    """One absence. Times are aware; `ends_at` None means until further notice.

    note: for colleagues. reception_note: for receptionists only. preset: the quick diversion it was made by. title:
    the name of an own quick diversion, which everyone sees instead of the reason; "" for none. destination_internal:
    where calls of colleagues go instead (spec 3.6a). exceptions: who gets through; None: those the user usually lets
    through.
    """

    id: DiversionId
    user_id: UserId
    reason: Reason
    starts_at: datetime
    ends_at: datetime | None
    destination: Destination
    created_at: datetime
    note: str = ""
    reception_note: str = ""
    origin: Origin = Origin.MANUAL
    preset: str | None = None
    title: str = ""
    destination_internal: Destination | None = None
    exceptions: tuple[Passing, ...] | None = None

    def destination_for(self, *, inside: bool) -> Destination:
        """Where a call goes; inside: it is a colleague's."""
        return self.destination_internal if inside and self.destination_internal is not None else self.destination

    @property
    def rings(self) -> bool:
        """Whether the phone rings as usual and only the reason is shown."""
        return self.destination == OPEN and self.destination_internal in (None, OPEN)

    def running(self, now: datetime) -> bool:
        """Whether `now` lies within it."""
        return self.starts_at <= now and not self.ended(now)

    def ended(self, now: datetime) -> bool:
        """Whether it is over at `now`."""
        return self.ends_at is not None and self.ends_at <= now


@dataclass(frozen=True, slots=True)
class ForwardingDefaults:
    """Per user: what happens when the phone isn't answered (CFNR), is busy (CFB) or unreachable (CFNRc).

    The three `…_internal` are for calls of colleagues instead (spec 3.6a). call_waiting: a second call rings during a
    conversation, rather than finding the user busy; None: as is usual for their role.
    """

    busy: Destination = VOICEMAIL
    no_reply: Destination = VOICEMAIL
    no_reply_seconds: int = 20
    unreachable: Destination = VOICEMAIL
    busy_internal: Destination | None = None
    no_reply_internal: Destination | None = None
    unreachable_internal: Destination | None = None
    call_waiting: bool | None = None

    def destination_for(self, forwarding: Forwarding, *, inside: bool) -> Destination:
        """Where a call goes that is not answered for a reason; inside: it is a colleague's."""
        outside, colleagues = {
            Forwarding.CFB: (self.busy, self.busy_internal),
            Forwarding.CFNR: (self.no_reply, self.no_reply_internal),
            Forwarding.CFNRC: (self.unreachable, self.unreachable_internal),
        }[forwarding]
        return colleagues if inside and colleagues is not None else outside

    def waits(self, role: Role) -> bool:
        """Whether a second call rings during a conversation: unless chosen otherwise, receptionists' do."""
        return self.call_waiting if self.call_waiting is not None else role is Role.RECEPTIONIST


class Why(Word):
    """Why a diversion counts, or doesn't (spec 3.8)."""

    EFFECTIVE = "counts"
    COMING = "coming"
    LESS_THAN_MANUAL = "less_than_manual"
    LESS_THAN_SCHEDULE = "less_than_schedule"
    OLDER = "older"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """A diversion with its place among the others at one moment."""

    diversion: Diversion
    why: Why


def standings(diversions: Iterable[Diversion], now: datetime) -> list[Standing]:
    """Current and coming diversions, the one that counts first, then the overruled, then the coming by start."""
    alive = [d for d in diversions if not d.ended(now)]
    running = sorted((d for d in alive if d.running(now)), key=_rank)
    coming = sorted((d for d in alive if not d.running(now)), key=lambda d: (d.starts_at, d.id))
    result: list[Standing] = []
    for place, diversion in enumerate(running):
        if place == 0:
            why = Why.EFFECTIVE
        elif diversion.origin is running[0].origin:
            why = Why.OLDER
        else:
            why = Why.LESS_THAN_MANUAL if running[0].origin is Origin.MANUAL else Why.LESS_THAN_SCHEDULE
        result.append(Standing(diversion, why))
    return result + [Standing(d, Why.COMING) for d in coming]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when a diversion is the one that counts."""

    diversion: Diversion
    starts_at: datetime
    ends_at: datetime


def stretches(diversions: Iterable[Diversion], start: datetime, end: datetime) -> list[Stretch]:
    """Which diversion counts when, between two moments; where none does there is no stretch."""
    waiting = sorted((d for d in diversions if d.starts_at < end and not d.ended(start)), key=lambda d: d.starts_at)
    edges = sorted({start, end} | {m for d in waiting for m in (d.starts_at, d.ends_at) if m and start < m < end})
    found: list[Stretch] = []
    running: list[Diversion] = []
    place = 0
    for begin, finish in pairwise(edges):
        while place < len(waiting) and waiting[place].starts_at <= begin:
            running.append(waiting[place])
            place += 1
        running = [d for d in running if not d.ended(begin)]
        counts = effective(running, begin)
        if counts is None:
            continue
        if found and found[-1].diversion is counts and found[-1].ends_at == begin:
            begin = found.pop().starts_at
        found.append(Stretch(counts, begin, finish))
    return found


def effective(diversions: Iterable[Diversion], now: datetime) -> Diversion | None:
    """The diversion that counts at `now`, if any: the first of `standings`, without the places of the others."""
    return min((d for d in diversions if d.running(now)), key=_rank, default=None)


def _rank(diversion: Diversion) -> tuple[int, float, str]:
    return ORIGINS.index(diversion.origin), -diversion.created_at.timestamp(), diversion.id


def next_change(diversions: Iterable[Diversion], now: datetime) -> datetime | None:
    """The next moment after `now` at which one starts or ends."""
    moments = [m for d in diversions for m in (d.starts_at, d.ends_at) if m is not None and m > now]
    return min(moments, default=None)


class Preset(StrEnum):
    """The standard quick diversions (spec 3.1)."""

    LUNCH = "lunch"
    BREAK = "break"
    GONE_HOME = "gone_home"
    MEETING_1H = "meeting_1h"
    MEETING_2H = "meeting_2h"


@dataclass(frozen=True, slots=True)
class PresetRule:
    """What a standard quick diversion sets; `duration` None means until the next working hour."""

    reason: Reason
    duration: timedelta | None


PRESETS: dict[Preset, PresetRule] = {
    Preset.LUNCH: PresetRule(Reason.LUNCH, timedelta(minutes=30)),
    Preset.BREAK: PresetRule(Reason.BREAK, timedelta(minutes=5)),
    Preset.GONE_HOME: PresetRule(Reason.GONE_HOME, None),
    Preset.MEETING_1H: PresetRule(Reason.MEETING, timedelta(hours=1)),
    Preset.MEETING_2H: PresetRule(Reason.MEETING, timedelta(hours=2)),
}


def preset_end(preset: Preset, now: datetime, hours: WorkingHours, zone: ZoneInfo) -> datetime:
    """When a preset set at `now` ends; "gone for the day" without working hours ends at the next midnight + 8 h."""
    duration = PRESETS[preset].duration
    if duration is not None:
        return now + duration
    opening = hours.next_opening(now, zone)
    if opening is not None:
        return opening
    local = now.astimezone(zone)
    tomorrow = local.date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, 8, tzinfo=zone)


QuickDiversionId = NewType("QuickDiversionId", str)


@dataclass(frozen=True, slots=True)
class QuickDiversion:
    """A user's own quick diversion (spec 3.3).

    Exactly one of `minutes` and `clock` ("HH:MM", local) is given; neither means until further notice.
    icon: a name of the icon set. destination_internal, exceptions: as of a `Diversion`.
    """

    id: QuickDiversionId
    name: str
    icon: str
    reason: Reason
    destination: Destination
    minutes: int | None = None
    clock: str | None = None
    note: str = ""
    reception_note: str = ""
    destination_internal: Destination | None = None
    exceptions: tuple[Passing, ...] | None = None

    def end(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When it ends if set at `now`; a clock time already past means tomorrow."""
        if self.minutes is not None:
            return now + timedelta(minutes=self.minutes)
        if self.clock is None:
            return None
        hour, minute = (int(part) for part in self.clock.split(":"))
        local = now.astimezone(zone)
        end = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if end > local:
            return end
        day = local.date() + timedelta(days=1)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


@dataclass(frozen=True, slots=True)
class SavedDestination:
    """A destination kept under a name (spec 3.3)."""

    id: str
    name: str
    number: str
