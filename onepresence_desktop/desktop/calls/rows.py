"""What the history shows: days as heads, calls as rows, repeated missed calls of one number folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.calls import CallRecord, Cause, Direction
from onepresence_desktop.domain.finding import found_in
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence


class Filter(Enum):
    """Which calls are shown."""

    ALL = "all"
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    MISSED = "missed"
    SHARED = "shared"

    def lets(self, record: CallRecord) -> bool:
        """Whether a call passes; one missed came in, too."""
        if self is Filter.INCOMING:
            return record.direction is not Direction.OUTGOING
        return self is Filter.ALL or record.direction.value == self.value


@dataclass(frozen=True, slots=True)
class Head:
    """A day and how many calls it has."""

    text: str
    count: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a call, with those folded into it after it. user, presence: the colleague's, if it is one."""

    records: tuple[CallRecord, ...]
    icon: str
    title: str
    line: str
    number: str
    device_icon: str
    length: str
    when: str
    missed: bool
    user: UserId | None = None
    presence: Presence | None = None
    stale: bool = False

    @property
    def record(self) -> CallRecord:
        """The newest."""
        return self.records[0]


Row = Head | Entry

DEVICE_ICONS = {"desk": "device-desk", "mobile": "device-mobile", "softphone": "device-computer", "": ""}


def owners(mirror: Mirror) -> dict[str, UserId]:
    """Whose a number is, for all numbers of the colleagues."""
    return {
        number: person.id
        for person in mirror.people.values()
        for number in (person.mobile, person.one_number, person.local_number)
        if number
    }


def named(
    records: Iterable[CallRecord], mirror: Mirror, people: Mapping[str, UserId], phonebook: Phonebook
) -> list[CallRecord]:
    """The calls, each with the name its number has: the colleague's, the contact's, the call's, or another call's."""
    known = {record.number: record.name for record in reversed(mirror.history) if record.number and record.name}

    def name(record: CallRecord) -> str:
        user = people.get(record.number)
        if user is not None:
            return mirror.people[user].name
        contact = phonebook.whose(record.number)
        return contact.name if contact is not None else record.name or known.get(record.number, "")

    return [record if (own := name(record)) == record.name else replace(record, name=own) for record in records]


def matching(records: Iterable[CallRecord], which: Filter, query: str) -> list[CallRecord]:
    """Newest first; `query` looks into names and numbers."""
    return [record for record in records if which.lets(record) and found_in(query, record.name, [record.number])]


def rows_of(records: Sequence[CallRecord], mirror: Mirror, people: Mapping[str, UserId], now: datetime) -> list[Row]:
    """Heads and entries of calls that are newest first; `people` by `owners`."""
    rows: list[Row] = []
    for day in _days(records):
        rows.append(Head(texts.day(day[0].at, now), texts.count(len(day))))
        rows.extend(_entry(folded, mirror, people.get(folded[0].number)) for folded in _folded(day))
    return rows


def _days(records: Sequence[CallRecord]) -> list[list[CallRecord]]:
    days: list[list[CallRecord]] = []
    for record in records:
        date = company_time.local(record.at).date()
        if not days or company_time.local(days[-1][0].at).date() != date:
            days.append([])
        days[-1].append(record)
    return days


def _folded(records: Sequence[CallRecord]) -> list[tuple[CallRecord, ...]]:
    found: list[tuple[CallRecord, ...]] = []
    for record in records:
        before = found[-1] if found else ()
        same = before and record.number and before[0].number == record.number
        if same and record.direction is Direction.MISSED is before[0].direction:
            found[-1] = (*before, record)
        else:
            found.append((record,))
    return found


def _entry(records: tuple[CallRecord, ...], mirror: Mirror, user: UserId | None) -> Entry:
    record = records[0]
    missed = record.direction is Direction.MISSED
    person = mirror.people.get(user) if user is not None else None
    presence = mirror.presence.get(user) if user is not None else None
    title = record.name or texts.number(record.number) or translate("Calls", "Withheld number")
    if len(records) > 1:
        title = f"{title} ({len(records)})"
    return Entry(
        records,
        _icon(record),
        title,
        _line(record, mirror, person.department if person is not None else ""),
        texts.number(record.number),
        DEVICE_ICONS.get(record.device, ""),
        _length(record),
        texts.clock(record.at),
        missed,
        user,
        presence.presence if presence is not None else None,
        not mirror.live,
    )


def _icon(record: CallRecord) -> str:
    if record.direction is Direction.UNKNOWN:
        return "call"
    if record.direction is Direction.OUTGOING:
        return "call-out"
    if record.forwarded_by:
        return "call-diverted"
    return "call-missed" if record.direction is Direction.MISSED else "call-in"


def _line(record: CallRecord, mirror: Mirror, department: str) -> str:
    parts = [department]
    if record.forwarded_by:
        by = next((p.name for p in mirror.people.values() if p.local_number == record.forwarded_by), "")
        parts.append(translate("Calls", "diverted by {name}").format(name=by or texts.number(record.forwarded_by)))
    if record.voicemail:
        parts.append(translate("Calls", "Voicemail"))
    if not any(parts) and not record.name and record.number:
        parts.append(translate("Calls", "Unknown number"))
    return " · ".join(part for part in parts if part)


def _length(record: CallRecord) -> str:
    if record.direction is Direction.MISSED or (not record.duration and record.cause is Cause.NO_ANSWER):
        return translate("Calls", "Not answered")
    if not record.duration:
        return {
            Cause.BUSY: translate("Calls", "Busy"),
            Cause.CANCELLED: translate("Calls", "Given up"),
            Cause.REJECTED: translate("Calls", "Rejected"),
            Cause.UNREACHABLE: translate("Calls", "Not connected"),
            Cause.NUMBER_UNKNOWN: translate("Calls", "No such number"),
        }.get(record.cause, translate("Calls", "Not answered"))
    return texts.duration(record.duration.total_seconds())
