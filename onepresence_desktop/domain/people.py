"""Customers, users, devices and hunt groups (spec, vocabulary and 9.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.rota import Rota
from onepresence_desktop.domain.words import Word

CustomerId = NewType("CustomerId", str)
UserId = NewType("UserId", str)
DeviceId = NewType("DeviceId", str)
GroupId = NewType("GroupId", str)


class Role(Word):
    """What a user may do."""

    USER = "user"
    RECEPTIONIST = "receptionist"
    ADMINISTRATOR = "administrator"
    UNKNOWN = "unknown"


class DeviceKind(Word):
    """What kind of phone a device is."""

    DESK = "desk"
    MOBILE = "mobile"
    SOFTPHONE = "softphone"
    UNKNOWN = "unknown"


class SoundPath(Word):
    """How a phone's sound goes to the other one: through the service, straight, or as the service finds is needed."""

    AUTOMATIC = "automatic"
    RELAYED = "relayed"
    DIRECT = "direct"
    UNKNOWN = "unknown"


class RingStrategy(Word):
    """How a hunt group rings its members (spec 12.1)."""

    ALL = "all"
    IN_TURN = "in_turn"
    LONGEST_IDLE = "longest_idle"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Customer:
    """A company on the PBX.

    code: three digits. region: ISO 3166 for reading numbers. time_zone: IANA name. language: da, sv or en.
    """

    id: CustomerId
    code: str
    name: str
    region: str = "DK"
    time_zone: str = "Europe/Copenhagen"
    language: str = "da"

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which working hours and clock times are meant."""
        return ZoneInfo(self.time_zone)


LAST_MINUTE = time(23, 59)
"""As an end it is midnight: the clock of a day has no 24:00."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """One stretch of work that begins on a weekday, local clock. An `end` before `start` is on the day after."""

    start: time
    end: time

    @property
    def over_midnight(self) -> bool:
        """Whether it ends on the day after."""
        return self.end < self.start

    @property
    def ends_on(self) -> tuple[int, time]:
        """So many days on, and when: midnight belongs to the day after."""
        return (1, time()) if self.end >= LAST_MINUTE else (int(self.over_midnight), self.end)


WEEKDAYS_8_TO_16: tuple[tuple[Opening, ...], ...] = tuple(
    (Opening(time(8), time(16)),) if day < 5 else () for day in range(7)
)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """A week of openings, Monday first. No opening on any day: hours aren't used and the user is never off work.

    Moments are compared in UTC: of an hour that comes twice, a clock time means the first, and 22:00 to 06:00 lasts an
    hour longer or less in the night in which clocks change.
    """

    days: tuple[tuple[Opening, ...], ...] = ((),) * 7

    @property
    def used(self) -> bool:
        """Whether any hours are given at all."""
        return any(self.days)

    def _begun_on(self, day: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        for opening in sorted(self.days[day.weekday()], key=lambda o: o.start):
            days, end = opening.ends_on
            begin = datetime.combine(day, opening.start, tzinfo=zone).astimezone(UTC)
            finish = datetime.combine(day + days * DAY, end, tzinfo=zone).astimezone(UTC)
            if begin < finish:
                yield begin, finish

    def _worked(self, first: date, days: int, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """What begins on these days, in order; what touches is one."""
        under_way: tuple[datetime, datetime] | None = None
        for number in range(days):
            for begin, finish in self._begun_on(first + number * DAY, zone):
                if under_way is not None and begin > under_way[1]:
                    yield under_way
                    under_way = None
                under_way = (under_way or (begin, finish))[0], finish
        if under_way is not None:
            yield under_way

    def open_at(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether `now` (aware) lies within working hours; True when hours aren't used."""
        if not self.used:
            return True
        now = now.astimezone(UTC)
        today = now.astimezone(zone).date()
        return any(begin <= now < end for day in (today, today - DAY) for begin, end in self._begun_on(day, zone))

    def next_change(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """The next moment at which `open_at` changes its answer, or None when hours aren't used."""
        return next((edge for worked in self._ahead(now, zone) for edge in worked if edge > now), None)

    def next_opening(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """When work next begins, strictly after `now`; None when hours aren't used, or work never ends."""
        return next((begin for begin, _end in self._ahead(now, zone) if begin > now), None)

    def _ahead(self, now: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """What is under way or to come within nine days; without what goes on as long as that."""
        yesterday = now.astimezone(zone).date() - DAY
        return (one for one in self._worked(yesterday, 11, zone) if one[1] - one[0] < 9 * DAY)

    def stretches(self, start: datetime, end: datetime, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
        """From when to when is worked between two aware moments, in UTC; none when hours aren't used."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        first, last = start.astimezone(zone).date() - DAY, end.astimezone(zone).date()
        worked = self._worked(first, (last - first).days + 1, zone)
        return [(max(start, begin), min(end, finish)) for begin, finish in worked if begin < end and finish > start]


def working_hours(days: Sequence[Sequence[tuple[time, time]]]) -> WorkingHours:
    """A week from what somebody typed, openings in any order. Raises `Invalid` for what overlaps or has no length."""
    week = [tuple(Opening(start, end) for start, end in sorted(day)) for day in days]
    for number, day in enumerate(week):
        if any(opening.start == opening.end for opening in day):
            raise Invalid(field=f"hours[{number}]", problem="ends_before_it_starts")
        after = week[(number + 1) % len(week)]
        begins = [(0, opening.start) for opening in day[1:]] + [(1, opening.start) for opening in after[:1]]
        ends = [opening.ends_on for opening in day]
        if any(end > begin for end, begin in zip(ends, begins, strict=False)):
            raise Invalid(field=f"hours[{number}]", problem="overlap")
    return WorkingHours(tuple(week))


@dataclass(frozen=True, slots=True)
class User:
    """A person with a phone.

    local_number: 7 digits, customer code + last four of the OneNumber. one_number and mobile: E.164 or None.
    closed: access closed by the administrator; calls to the user are a dead end. picture: which one of them is kept, a
    digest, "" for none. manager: whom they report to; None for whoever stands at the head of a department.
    """

    id: UserId
    customer_id: CustomerId
    local_number: str
    name: str
    email: str | None = None
    mobile: str | None = None
    one_number: str | None = None
    title: str = ""
    department: str = ""
    role: Role = Role.USER
    language: str = "da"
    hours: WorkingHours = field(default_factory=WorkingHours)
    closed: bool = False
    picture: str = ""
    manager: UserId | None = None

    @property
    def extension(self) -> str:
        """The last four digits, dialled inside the company."""
        return self.local_number[-4:]


@dataclass(frozen=True, slots=True)
class Device:
    """A phone of a user. A mobile with `number` is rung over the trunk; without one it is a softphone.

    sound: how its sound goes. ring_after: seconds after which it joins in when the user is called;
    ring_in_hours: only within the user's working hours (spec 3.6b). secure: it must come over TLS and encrypt its sound
    (spec 12.1c).
    """

    id: DeviceId
    customer_id: CustomerId
    user_id: UserId
    kind: DeviceKind
    sip_user: str
    name: str = ""
    number: str | None = None
    sound: SoundPath = SoundPath.AUTOMATIC
    ring_after: int = 0
    ring_in_hours: bool = False
    secure: bool = False

    @property
    def registers(self) -> bool:
        """Whether the device signs in to the PBX itself, so that its state is known (spec 2.1a)."""
        return self.number is None


@dataclass(frozen=True, slots=True)
class HuntGroup:
    """Users that ring together or in turn. `reception`: the group that key 9 and destination "reception" lead to.

    seconds: how long it rings; in turn: how long each member at most. logged_out: members it doesn't ring.
    overflow: the number (local, or E.164) where calls go that nobody took; None: they are refused.
    one_number: the group's public number (E.164). hours: outside them, and on the company's holidays, nobody is rung
    but who is on call by the `rota`; none: they are rung at any time. mailbox: whose OneVoicemail takes what nobody
    takes.
    """

    id: GroupId
    customer_id: CustomerId
    local_number: str
    name: str
    members: tuple[UserId, ...] = ()
    strategy: RingStrategy = RingStrategy.ALL
    reception: bool = False
    seconds: int = 30
    logged_out: tuple[UserId, ...] = ()
    overflow: str | None = None
    one_number: str | None = None
    hours: WorkingHours = field(default_factory=WorkingHours)
    rota: Rota | None = None
    mailbox: UserId | None = None
