"""Meetings in people's calendars as they count for presence and calls (spec 5.1, 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import count
from typing import NewType

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.words import Word

CalendarId = NewType("CalendarId", str)

COMPANYS = CalendarId("company")
"""Of the calendar that is read over the company's own connection; a person has one such at most."""

MOST_CALENDARS = 5
"""Of one person, the company's among them."""


class Busy(StrEnum):
    """How an entry makes its owner busy (RFC 5545 TRANSP, and the four words that Microsoft's calendars add)."""

    BUSY = "busy"
    OUT_OF_OFFICE = "out_of_office"
    TENTATIVE = "tentative"
    FREE = "free"
    ELSEWHERE = "working_elsewhere"


class CalendarKind(Word):
    """How a calendar is read: a published text (RFC 5545), or a collection on a server (CalDAV, RFC 4791).

    company: over the company's own connection, by its owner's e-mail address.
    """

    ICS = "ics"
    CALDAV = "caldav"
    COMPANY = "company"
    UNKNOWN = "unknown"


class MeetingUse(Word):
    """What somebody's meetings do: nothing, show in presence, or divert to the mailbox as well (spec 5.2)."""

    NEVER = "never"
    SHOW = "show"
    DIVERT = "divert"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CalendarSource:
    """Where a calendar of a user's is and what it is for. address: http or https, "" of the company's own connection.
    account: who signs in there, or "".

    show_subject: colleagues may read what a meeting is about, unless it is private. out_of_office: such entries count.
    diverts: chosen as the one of its owner's calendars that may divert, by its meetings and by words in them.
    """

    user_id: UserId
    kind: CalendarKind
    address: str
    account: str = ""
    use: MeetingUse = MeetingUse.SHOW
    show_subject: bool = False
    out_of_office: bool = False
    id: CalendarId = COMPANYS
    diverts: bool = False


def one_diverts(sources: Iterable[CalendarSource]) -> tuple[CalendarSource, ...]:
    """A person's calendars as they count: the chosen one may divert, or else the first; the others show at most."""
    sources = tuple(sources)
    chosen = next((one.id for one in sources if one.diverts), sources[0].id if sources else COMPANYS)
    return tuple(_diverting(one, one.id == chosen) for one in sources)


def _diverting(source: CalendarSource, diverts: bool) -> CalendarSource:
    use = MeetingUse.SHOW if source.use is MeetingUse.DIVERT and not diverts else source.use
    return replace(source, use=use, diverts=diverts)


def with_one(sources: Iterable[CalendarSource], one: CalendarSource) -> tuple[CalendarSource, ...]:
    """A person's calendars with `one` in the place of what it was, or as the last; if it is chosen, no other is."""
    sources = tuple(sources)
    places = [other.id for other in sources]
    kept = [_diverting(other, other.diverts and not one.diverts) for other in sources]
    at = places.index(one.id) if one.id in places else len(places)
    return (*kept[:at], one, *kept[at + 1 :])


@dataclass(frozen=True, slots=True)
class Meeting:
    """One time that an entry of a calendar takes place.

    key: the same for this occurrence as long as it exists, also when it is moved. start, end: aware, end exclusive.
    subject: "" for a private entry, whose words are never kept. all_day: of whole days, by the calendar's own word.
    """

    key: str
    start: datetime
    end: datetime
    subject: str = ""
    busy: Busy = Busy.BUSY
    private: bool = False
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """A calendar of somebody's, with what was read in it."""

    source: CalendarSource
    meetings: tuple[Meeting, ...] = ()


MOST_KEPT = 2_000
"""Meetings that are kept of earlier readings; a server that names ever new ones fills no memory."""


MOVED = timedelta(days=1)
"""So far an entry without a name is looked for by its words; a daily one that is gone is not tomorrow's."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar holds. unread: keys, or their part before the last slash, of what is there and can't be read.

    cut: the answer ended too early, so that there may be more. nameless: entries have no names there, and are known by
    when they begin (`named`); so are those that can't be read (`begins`).
    """

    meetings: tuple[Meeting, ...] = ()
    unread: frozenset[str] = frozenset()
    cut: bool = False
    nameless: bool = False


def begins(start: datetime) -> str:
    """What an entry without a name is known by; there may be others that begin when it does."""
    return f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"


_LIKE: tuple[Callable[[Meeting], object], ...] = (
    lambda m: (m.start, m.end, m.subject),
    lambda m: (m.start, m.subject),
    lambda m: (m.start, m.end),
    lambda m: (m.end, m.subject),
)
"""By what an entry is one that was read before, the surest first: all of it, or with another end, words, beginning."""


def named(meetings: Iterable[Meeting], before: Iterable[Meeting] = ()) -> tuple[Meeting, ...]:
    """Entries that have no names, each with the key of the one that it was before, as far as can be told.

    Others have a key of their beginning, which is the same when they are read by another program or after a restart.
    One that was moved as a whole is known by its words; without words it is a new one, for "not this time" must not be
    taken to be said of it.
    """
    waiting = sorted(meetings, key=lambda m: (m.start, m.end, m.subject, m.busy.value))
    known = sorted(before, key=lambda m: (m.start, m.key))
    used = {one.key for one in known}
    found: list[Meeting] = []
    for like in _LIKE:
        waiting, known = _matched(waiting, known, like, found)
    by_words: dict[object, list[Meeting]] = {}
    for old in known:
        by_words.setdefault((old.subject, old.end - old.start), []).append(old)
    last: dict[str, int] = {}
    for one in waiting:
        alike = by_words.get((one.subject, one.end - one.start), []) if one.subject else []
        moved = min(alike, key=lambda m: abs(m.start - one.start), default=None)
        if moved is not None and abs(moved.start - one.start) < MOVED:
            alike.remove(moved)
            found.append(replace(one, key=moved.key))
            continue
        begin = begins(one.start)
        last[begin] = next(n for n in count(last.get(begin, -1) + 1) if f"{begin}/{n}" not in used)
        found.append(replace(one, key=f"{begin}/{last[begin]}"))
    return tuple(sorted(found, key=lambda m: (m.start, m.key)))


def _matched(
    waiting: list[Meeting], known: list[Meeting], like: Callable[[Meeting], object], found: list[Meeting]
) -> tuple[list[Meeting], list[Meeting]]:
    """Who isn't matched, of both. found: is given the others."""
    if not waiting or not known:
        return waiting, known
    by: dict[object, list[Meeting]] = {}
    for old in reversed(known):
        by.setdefault(like(old), []).append(old)
    left: list[Meeting] = []
    for one in waiting:
        alike = by.get(like(one))
        if alike:
            found.append(replace(one, key=alike.pop().key))
        else:
            left.append(one)
    unmatched = {old.key for rest in by.values() for old in rest}
    return left, [old for old in known if old.key in unmatched]


def still_known(before: Iterable[Meeting], reading: Reading, since: datetime) -> tuple[Meeting, ...]:
    """What was read, and of what was known before whatever may be there still, though it couldn't be read.

    since: what is over by then is forgotten.
    """
    before = tuple(before)
    if reading.nameless:
        reading = replace(reading, meetings=named(reading.meetings, before))
    if not reading.unread and not reading.cut:
        return reading.meetings
    read = {meeting.key for meeting in reading.meetings}

    def unread(one: Meeting) -> bool:
        if reading.cut or (reading.nameless and begins(one.start) in reading.unread):
            return True
        return one.key in reading.unread or one.key.rpartition("/")[0] in reading.unread

    kept = [m for m in before if m.key not in read and m.end > since and unread(m)]
    return tuple(sorted((*reading.meetings, *kept[:MOST_KEPT]), key=lambda m: (m.start, m.key)))


def counts(meeting: Meeting, *, out_of_office: bool) -> bool:
    """Whether it makes its owner busy: "free" and all-day entries don't; out of office does by setting (spec 5.2)."""
    if meeting.busy is Busy.OUT_OF_OFFICE:
        return out_of_office
    return meeting.busy in (Busy.BUSY, Busy.TENTATIVE) and not meeting.all_day


def together(calendars: Iterable[CalendarRead]) -> tuple[Meeting, ...]:
    """What makes somebody busy in any of their calendars, with the words that colleagues may read.

    What stands in two of them at the same time is one meeting, and the one that says more; nothing is said of what is
    private in either.
    """
    found: dict[tuple[datetime, datetime], Meeting] = {}
    for calendar in calendars:
        source = calendar.source
        for one in calendar.meetings if source.use is not MeetingUse.NEVER else ():
            if not counts(one, out_of_office=source.out_of_office):
                continue
            said = not one.subject or (source.show_subject and not one.private)
            seen = one if said else replace(one, subject="")
            other = found.get((one.start, one.end))
            if other is not None and (one.private or other.private):
                seen = replace(seen, subject="", private=True)
            elif other is not None and _tells(other) >= _tells(seen):
                seen = other
            found[one.start, one.end] = seen
    return tuple(sorted(found.values(), key=lambda m: (m.start, m.end)))


def _tells(meeting: Meeting) -> tuple[bool, bool]:
    return bool(meeting.subject), meeting.busy is not Busy.TENTATIVE


def running(meetings: Iterable[Meeting], now: datetime, *, out_of_office: bool = False) -> Meeting | None:
    """The meeting somebody is in: of several at once the one that ends last, then the one that began first."""
    under_way = [m for m in meetings if counts(m, out_of_office=out_of_office) and m.start <= now < m.end]
    return max(under_way, key=lambda m: (m.end, -m.start.timestamp()), default=None)


def busy_until(meetings: Iterable[Meeting], now: datetime, *, out_of_office: bool = False) -> datetime | None:
    """When somebody in a meeting is back: meetings that follow without a gap are taken together. None when in none."""
    end: datetime | None = None
    relevant = (m for m in meetings if counts(m, out_of_office=out_of_office) and m.end > now)
    for meeting in sorted(relevant, key=lambda m: m.start):
        if meeting.start > (end or now):
            break
        end = meeting.end if end is None else max(end, meeting.end)
    return end


def next_change(meetings: Iterable[Meeting], now: datetime, *, out_of_office: bool = False) -> datetime | None:
    """The next moment at which `running` or `busy_until` may answer otherwise; None when nothing is coming."""
    moments = (
        at
        for meeting in meetings
        if counts(meeting, out_of_office=out_of_office)
        for at in (meeting.start, meeting.end)
        if at > now
    )
    return min(moments, default=None)
