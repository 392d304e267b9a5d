"""iCalendar texts (RFC 5545) as meetings: recurrence, moved and cancelled occurrences, zones, private entries.

Servers answer free-busy and expansion differently and often wrongly, so everything is expanded here. Blocking: a text
of some hundred entries takes a third of a second, so it is read on a thread.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from onepresence_desktop.domain.meetings import Busy, Meeting

MOST_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 50_000
MOST_MEETINGS = 2_000
"""Within one window; somebody with more has a calendar that no human keeps."""

_TOO_OFTEN = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
"""No meeting of people, but enough to keep a service busy for ever."""

_PERIODS = {"DAILY": (1, 3.0), "WEEKLY": (7, 0.8), "MONTHLY": (30, 0.4), "YEARLY": (365, 0.2)}
"""Days between two occurrences, and microseconds that the library takes to walk over a day of such a rule."""

OCCURRENCE = 60.0
"""Microseconds for each occurrence in the window."""

MOST_WORK = 10_000_000.0
"""Microseconds, reckoned before anything is expanded: many times what a busy person's calendar takes."""

MOST_AGAIN = 2 * MOST_BYTES
"""Bytes that are read once more where a text is broken somewhere."""

_MICROSOFT = {
    "FREE": Busy.FREE,
    "TENTATIVE": Busy.TENTATIVE,
    "BUSY": Busy.BUSY,
    "OOF": Busy.OUT_OF_OFFICE,
    "WORKINGELSEWHERE": Busy.ELSEWHERE,
}


_TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "RECURRENCE-ID"})
"""Without one of these it isn't known when an entry takes place."""

_BEGUN, _ENDED = (re.compile(rb"^%b:VCALENDAR\s*$" % word, re.MULTILINE | re.IGNORECASE) for word in (b"BEGIN", b"END"))
_ENTRY = re.compile(rb"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)
_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_FOLDED = re.compile(rb"\r?\n[ \t]")


BROKEN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
"""What the library raises for texts that are none."""


class NotACalendar(Exception):
    """What was given holds no iCalendar object."""


class TooMuch(NotACalendar):
    """It holds more than is read."""


@dataclass(slots=True)
class Text:
    """What a text holds. meetings: by start. series: by their UIDs, of entries that could be read.

    unread: of those that are there and couldn't, or only in part; "" where not even that is known. entries: how many
    were looked at. cut: it ends before it is over.
    """

    meetings: list[Meeting] = field(default_factory=list)
    series: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    entries: int = 0
    cut: bool = False


class Budget:
    """The work that texts of one calendar may take together."""

    def __init__(self, work: float = MOST_WORK) -> None:
        self._left = work

    def spend(self, work: float) -> None:
        """Before it is done. Raises `TooMuch`."""
        self._left -= work
        if self._left < 0:
            raise TooMuch("too much to expand")


def read(
    data: bytes, start: datetime, end: datetime, zone: tzinfo, *, owner: str = "", budget: Budget | None = None
) -> Text:
    """What takes place at some time from `start` to `end` (aware).

    zone: of floating times and whole days. owner: their e-mail address, by which a declined invitation is known.
    budget: what this and other texts of the calendar may take. An entry that can't be read is left out, the others are
    kept. Raises `NotACalendar`.
    """
    budget = budget or Budget()
    if len(data) > MOST_BYTES:
        raise TooMuch("too large")
    if b"BEGIN:VCALENDAR" not in data[:4096].upper():
        raise NotACalendar("no calendar")
    if data.upper().count(b"BEGIN:VEVENT") > MOST_ENTRIES:
        raise TooMuch("too many entries")
    window = _Window(start, end, zone, owner.casefold(), budget)
    text = None
    with contextlib.suppress(*BROKEN):
        text = window.expanded(data)
    if text is None or text.entries < len(_ENTRY.findall(data)):  # of what isn't closed the library makes nothing
        text = _in_parts(data, window)
    text.cut = len(_ENDED.findall(data)) < len(_BEGUN.findall(data))
    once = {m.key: m for m in text.meetings[:MOST_MEETINGS]}
    text.meetings = sorted(once.values(), key=lambda m: (m.start, m.key))
    return text


@dataclass(frozen=True, slots=True)
class _Window:
    """What is asked of texts. owner: in small letters."""

    start: datetime
    end: datetime
    zone: tzinfo
    owner: str
    budget: Budget

    def expanded(self, data: bytes) -> Text:
        """Raises `NotACalendar`, and what is in `BROKEN` for a text that is broken somewhere."""
        text = Text()
        for calendar in Calendar.from_ical(data, multiple=True):
            entries = [part for part in calendar.subcomponents if part.name == "VEVENT"]
            text.entries += len(entries)
            for entry in entries:
                (text.series if hasattr(entry.get("DTSTART"), "dt") else text.unread).add(_series_of(entry))
                if any(str(name).upper() in _TIMES for name, _ in entry.errors):
                    text.unread.add(_series_of(entry))
            usable = [entry for entry in entries if _usable(entry)]
            calendar.subcomponents = [part for part in calendar.subcomponents if part.name != "VEVENT"] + usable
            self.budget.spend(sum(_work(entry, self.start, self.end) for entry in usable))
            query = recurring_ical_events.of(calendar, keep_recurrence_attributes=True, skip_bad_series=True)
            text.unread |= {uid for entry in usable if (uid := _series_of(entry))} - {one.uid for one in query.series}
            for series in query.series:
                try:
                    text.meetings += self._meetings(series)
                except BROKEN:
                    text.unread.add(str(series.uid))
        text.series -= text.unread
        return text

    def _meetings(self, series: Any) -> list[Meeting]:
        entries = (one.as_component(True) for one in series.between(self.start, self.end))
        found = (_meeting(entry, self.zone, self.owner) for entry in entries)
        return [m for m in found if m is not None and m.start < self.end and m.end > self.start]


def _in_parts(data: bytes, window: _Window) -> Text:
    """A text that is broken somewhere, one calendar for each series in it, so that the others are kept."""
    zones = b"\r\n".join(_blocks(data, b"VTIMEZONE"))
    series: dict[bytes, list[bytes]] = {}
    whole = 0
    for entry in _blocks(data, b"VEVENT"):
        whole += 1
        uid = _UID.search(_FOLDED.sub(b"", entry))
        series.setdefault(uid.group(1).strip() if uid else entry, []).append(entry)
    if len(zones) * len(series) + len(data) > MOST_AGAIN:
        raise TooMuch("broken, and too large to look for what is whole")
    text = Text(unread={""} if whole < len(_ENTRY.findall(data)) else set())
    for uid_or_entry, parts in series.items():
        part = b"\r\n".join([b"BEGIN:VCALENDAR", b"VERSION:2.0", zones, *parts, b"END:VCALENDAR", b""])
        try:
            found = window.expanded(part)
        except BROKEN:
            text.unread.add("" if uid_or_entry is parts[0] else uid_or_entry.decode("utf-8", "replace"))
        else:
            text.meetings += found.meetings
            text.series |= found.series
            text.unread |= found.unread
    return text


def _series_of(entry: Any) -> str:
    return str(entry.get("UID", ""))


def _blocks(data: bytes, name: bytes) -> Iterator[bytes]:
    """The components of a name that are whole, in one walk over the text."""
    block: list[bytes] | None = None
    for line in data.splitlines():
        word = line.strip().upper()
        if word == b"BEGIN:" + name:
            block = [line]
        elif block is not None:
            block.append(line)
            if word == b"END:" + name:
                yield b"\r\n".join(block)
                block = None


def _rules(entry: Any) -> list[Any]:
    found = entry.get("RRULE", [])
    return found if isinstance(found, list) else [found]


def _usable(entry: Any) -> bool:
    """Whether it has a start, and no rule that repeats it more often than people meet."""
    rules = [rule.to_ical().decode() for rule in _rules(entry) if hasattr(rule, "to_ical")]
    return hasattr(entry.get("DTSTART"), "dt") and not any(_TOO_OFTEN.search(rule) for rule in rules)


def _work(entry: Any, start: datetime, end: datetime) -> float:
    """Microseconds that expanding an entry takes, about; a rule's bound lies in its beginning and its parts."""
    first = entry["DTSTART"].dt.toordinal()
    last = entry["DTEND"].dt.toordinal() if hasattr(entry.get("DTEND"), "dt") else first
    lasts = entry.get("DURATION")
    length = lasts.dt.days if hasattr(getattr(lasts, "dt", None), "days") else last - first
    window = end.toordinal() - start.toordinal() + 1 + max(0, length)
    dates = entry.get("RDATE", [])
    work = OCCURRENCE * (1 + sum(len(one.dts) for one in (dates if isinstance(dates, list) else [dates])))
    for rule in _rules(entry):
        period, a_day = _PERIODS.get(str(_part(rule, "FREQ", ["DAILY"])[0]).upper(), (1, 3.0))
        interval = max(1, int(_part(rule, "INTERVAL", [1])[0]))
        times = 1
        for part in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            times *= max(1, len(_part(rule, part, [])))
        days = max(0, end.toordinal() - first) / interval
        often = any(_part(rule, part, []) for part in ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"))
        work += days * a_day * times + OCCURRENCE * times * window / (1 if often else period * interval)
    return work


def _part(rule: Any, name: str, otherwise: list[Any]) -> list[Any]:
    found = rule.get(name, otherwise) if hasattr(rule, "get") else otherwise
    return found if isinstance(found, list) else [found]


def _meeting(entry: Any, zone: tzinfo, owner: str) -> Meeting | None:
    """An occurrence, or None for one that is cancelled, declined or without a length."""
    if str(entry.get("STATUS", "")).upper() == "CANCELLED" or _declined(entry, owner):
        return None
    first, last = entry["DTSTART"].dt, entry["DTEND"].dt if "DTEND" in entry else entry["DTSTART"].dt
    all_day = not isinstance(first, datetime)
    start, end = _moment(first, zone), _moment(last, zone)
    if all_day and end <= start:
        end = start + timedelta(days=1)
    if end <= start:
        return None
    private = str(entry.get("CLASS", "PUBLIC")).upper() in ("PRIVATE", "CONFIDENTIAL")
    place = entry["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in entry else ""
    return Meeting(
        key=f"{entry.get('UID', '')}/{place}",
        start=start,
        end=end,
        subject="" if private else str(entry.get("SUMMARY", "")).strip()[:200],
        busy=_busy(entry),
        private=private,
        all_day=all_day,
    )


def _busy(entry: Any) -> Busy:
    told = _MICROSOFT.get(str(entry.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper())
    if told is not None:
        return told
    if str(entry.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT":
        return Busy.FREE
    return Busy.TENTATIVE if str(entry.get("STATUS", "")).upper() == "TENTATIVE" else Busy.BUSY


def _declined(entry: Any, owner: str) -> bool:
    if not owner:
        return False
    invited = entry.get("ATTENDEE", [])
    for one in invited if isinstance(invited, list) else [invited]:
        address = str(one).casefold().removeprefix("mailto:")
        if address == owner and str(getattr(one, "params", {}).get("PARTSTAT", "")).upper() == "DECLINED":
            return True
    return False


def _moment(value: date | datetime, zone: tzinfo) -> datetime:
    """In UTC; floating times and days are the owner's."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if value.tzinfo is None:
        value = value.replace(tzinfo=zone)
    return value.astimezone(UTC)
