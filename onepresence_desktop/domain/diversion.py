"""Where calls go while a user is away (spec 3.1 to 3.8; call forwarding kinds after ITU-T I.252)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.people import UserId, WorkingHours

DiversionId = NewType("DiversionId", str)


class Reason(StrEnum):
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
    OTHER = "other"
    DO_NOT_DISTURB = "do_not_disturb"


class Forwarding(StrEnum):
    """Call forwarding: unconditional, busy, no reply, not reachable."""

    CFU = "cfu"
    CFB = "cfb"
    CFNR = "cfnr"
    CFNRC = "cfnrc"


class DestinationKind(StrEnum):
    """Where a diversion leads. `open`: the phone rings as usual and only the reason is shown."""

    VOICEMAIL = "voicemail"
    RECEPTION = "reception"
    NUMBER = "number"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Destination:
    """A target; `number` (as dialled inside the company, or E.164) only with kind `number`."""

    kind: DestinationKind
    number: str | None = None


VOICEMAIL = Destination(DestinationKind.VOICEMAIL)
RECEPTION = Destination(DestinationKind.RECEPTION)
OPEN = Destination(DestinationKind.OPEN)


class Origin(StrEnum):
    """Who made a diversion; earlier wins over later (spec 3.8)."""

    MANUAL = "manual"
    SCHEDULE = "schedule"
    CALENDAR = "calendar"


ORIGINS: tuple[Origin, ...] = tuple(Origin)


@dataclass(frozen=True, slots=True)
class Diversion:
    """One absence. Times are aware; `ends_at` None means until further notice.

    note: for colleagues. reception_note: for receptionists only. preset: the quick diversion it was made by.
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

    def running(self, now: datetime) -> bool:
        """Whether `now` lies within it."""
        return self.starts_at <= now and not self.ended(now)

    def ended(self, now: datetime) -> bool:
        """Whether it is over at `now`."""
        return self.ends_at is not None and self.ends_at <= now


@dataclass(frozen=True, slots=True)
class ForwardingDefaults:
    """Per user: what happens when the phone isn't answered (CFNR), is busy (CFB) or unreachable (CFNRc)."""

    busy: Destination = VOICEMAIL
    no_reply: Destination = VOICEMAIL
    no_reply_seconds: int = 20
    unreachable: Destination = VOICEMAIL


class Why(StrEnum):
    """Why a diversion counts, or doesn't (spec 3.8)."""

    COUNTS = "counts"
    COMING = "coming"
    LESS_THAN_MANUAL = "less_than_manual"
    LESS_THAN_SCHEDULE = "less_than_schedule"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Standing:
    """A diversion with its place among the others at one moment."""

    diversion: Diversion
    why: Why


def standings(diversions: Iterable[Diversion], now: datetime) -> list[Standing]:
    """Current and coming diversions, the one that counts first, then the overruled, then the coming by start."""
    alive = [d for d in diversions if not d.ended(now)]
    running = sorted(
        (d for d in alive if d.running(now)),
        key=lambda d: (ORIGINS.index(d.origin), -d.created_at.timestamp(), d.id),
    )
    coming = sorted((d for d in alive if not d.running(now)), key=lambda d: (d.starts_at, d.id))
    result: list[Standing] = []
    for place, diversion in enumerate(running):
        if place == 0:
            why = Why.COUNTS
        elif diversion.origin is running[0].origin:
            why = Why.OLDER
        else:
            why = Why.LESS_THAN_MANUAL if running[0].origin is Origin.MANUAL else Why.LESS_THAN_SCHEDULE
        result.append(Standing(diversion, why))
    return result + [Standing(d, Why.COMING) for d in coming]


def counting(diversions: Iterable[Diversion], now: datetime) -> Diversion | None:
    """The diversion that counts at `now`, if any."""
    first = next(iter(standings(diversions, now)), None)
    return first.diversion if first is not None and first.why is Why.COUNTS else None


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
    icon: a name of the icon set.
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
