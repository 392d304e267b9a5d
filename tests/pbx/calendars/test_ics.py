"""iCalendar texts as servers and programs write them, read as their owners mean them (spec 5.1)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from onepresence_desktop.domain.meetings import Busy, Meeting
from onepresence_desktop.pbx.calendars import ics
from onepresence_desktop.pbx.calendars.ics import NotACalendar

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FROM = datetime(2026, 3, 23, tzinfo=COPENHAGEN)
TO = FROM + timedelta(days=14)


def calendar(*entries: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\n{entry.strip()}\r\nEND:VEVENT\r\n" for entry in entries)
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n".replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .encode()
    )


def meetings(
    data: bytes, start: datetime, end: datetime, zone: ZoneInfo, *, owner: str = "", budget: ics.Budget | None = None
) -> list[Meeting]:
    return ics.read(data, start, end, zone, owner=owner, budget=budget).meetings


def read(*entries: str, owner: str = "") -> list[Meeting]:
    return meetings(calendar(*entries), FROM, TO, COPENHAGEN, owner=owner)


def starts(found: list[Meeting]) -> list[str]:
    return [m.start.astimezone(COPENHAGEN).strftime("%d %H:%M") for m in found]


WEEKLY = """UID:w
DTSTART;TZID=Europe/Copenhagen:20260302T130000
DTEND;TZID=Europe/Copenhagen:20260302T140000
RRULE:FREQ=WEEKLY;BYDAY=MO,TU
SUMMARY:Planning"""


def test_a_meeting_at_13_stays_at_13_over_the_change_of_clocks() -> None:
    found = read(WEEKLY)
    assert starts(found) == ["23 13:00", "24 13:00", "30 13:00", "31 13:00"]
    assert [m.start.astimezone(UTC).hour for m in found] == [12, 12, 11, 11]
    assert {m.subject for m in found} == {"Planning"}


def test_exceptions_moved_and_cancelled_occurrences_are_as_the_owner_made_them() -> None:
    moved = """UID:w
RECURRENCE-ID;TZID=Europe/Copenhagen:20260324T130000
DTSTART;TZID=Europe/Copenhagen:20260325T090000
DTEND;TZID=Europe/Copenhagen:20260325T100000
SUMMARY:Moved"""
    cancelled = """UID:w
RECURRENCE-ID;TZID=Europe/Copenhagen:20260331T130000
DTSTART;TZID=Europe/Copenhagen:20260331T130000
DTEND;TZID=Europe/Copenhagen:20260331T140000
STATUS:CANCELLED"""
    found = read(WEEKLY + "\nEXDATE;TZID=Europe/Copenhagen:20260330T130000", moved, cancelled)
    assert starts(found) == ["23 13:00", "25 09:00"]


def test_an_occurrence_keeps_its_key_when_it_is_moved() -> None:
    before = next(m for m in read(WEEKLY) if m.start.astimezone(COPENHAGEN).day == 24)
    moved = """UID:w
RECURRENCE-ID;TZID=Europe/Copenhagen:20260324T130000
DTSTART;TZID=Europe/Copenhagen:20260324T150000
DTEND;TZID=Europe/Copenhagen:20260324T160000"""
    after = next(m for m in read(WEEKLY, moved) if m.start.astimezone(COPENHAGEN).day == 24)
    assert after.start != before.start and after.key == before.key


@pytest.mark.parametrize(
    ("lines", "hour"),
    [
        ("DTSTART:20260323T090000\nDTEND:20260323T100000", 9),
        ("DTSTART:20260323T090000Z\nDTEND:20260323T100000Z", 10),
        ("DTSTART;TZID=Romance Standard Time:20260323T090000\nDURATION:PT1H", 9),
        ("DTSTART;TZID=W. Europe Standard Time:20260323T090000\nDURATION:PT1H", 9),
        ("DTSTART;TZID=Europe/London:20260323T090000\nDURATION:PT1H", 10),
    ],
)
def test_floating_utc_and_windows_zones_are_read_as_meant(lines: str, hour: int) -> None:
    (found,) = read(f"UID:z\n{lines}")
    assert found.start.astimezone(COPENHAGEN).hour == hour
    assert found.end - found.start == timedelta(hours=1)


@pytest.mark.parametrize(
    ("line", "busy"),
    [
        ("TRANSP:TRANSPARENT", Busy.FREE),
        ("TRANSP:OPAQUE", Busy.BUSY),
        ("STATUS:TENTATIVE", Busy.TENTATIVE),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", Busy.OUT_OF_OFFICE),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", Busy.ELSEWHERE),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE\nTRANSP:OPAQUE", Busy.FREE),
    ],
)
def test_how_busy_an_entry_makes_is_told_in_both_dialects(line: str, busy: Busy) -> None:
    (found,) = read(f"UID:b\nDTSTART:20260323T090000Z\nDURATION:PT1H\n{line}")
    assert found.busy is busy


@pytest.mark.parametrize("word", ["PRIVATE", "CONFIDENTIAL", "private"])
def test_of_a_private_entry_no_word_is_kept(word: str) -> None:
    (found,) = read(f"UID:p\nDTSTART:20260323T090000Z\nDURATION:PT1H\nSUMMARY:Doctor\nCLASS:{word}")
    assert found.private and found.subject == ""


def test_whole_days_are_the_owners_days() -> None:
    (found,) = read("UID:d\nDTSTART;VALUE=DATE:20260328\nDTEND;VALUE=DATE:20260330\nSUMMARY:Fair")
    assert found.all_day
    assert found.start.astimezone(COPENHAGEN).isoformat() == "2026-03-28T00:00:00+01:00"
    assert found.end.astimezone(COPENHAGEN).isoformat() == "2026-03-30T00:00:00+02:00"


def test_what_its_owner_declined_is_left_out_and_what_others_declined_is_not() -> None:
    entry = """UID:i
DTSTART:20260323T090000Z
DURATION:PT1H
ATTENDEE;PARTSTAT=DECLINED:mailto:Anders@firma.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:mette@firma.example"""
    assert read(entry, owner="anders@firma.example") == []
    assert len(read(entry, owner="mette@firma.example")) == 1
    assert len(read(entry)) == 1


def test_until_is_inclusive_and_a_count_ends() -> None:
    until = read(WEEKLY.replace("BYDAY=MO,TU", "BYDAY=MO;UNTIL=20260330T110000Z"))
    assert starts(until) == ["23 13:00", "30 13:00"]
    assert read(WEEKLY.replace("BYDAY=MO,TU", "COUNT=2")) == []


def test_endless_and_mad_rules_end() -> None:
    every_second = WEEKLY.replace("FREQ=WEEKLY;BYDAY=MO,TU", "FREQ=SECONDLY")
    century = "UID:c\nDTSTART:19260101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nSUMMARY:Old"
    impossible = "UID:n\nDTSTART:20260102T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    found = read(every_second, century, impossible)
    assert {m.subject for m in found} == {"Old"} and len(found) == 14


@pytest.mark.parametrize(
    "broken",
    [
        "UID:x\nDTSTART:nonsense\nDTEND:20260323T100000Z",
        "UID:x\nDTSTART:20260323T090000Z\nDURATION:PT1H\nRRULE:FREQ=NEVER",
        "UID:x\nSUMMARY:no start",
        "UID:x\nDTSTART:20260323T100000Z\nDTEND:20260323T090000Z",
        "UID:x\nDTSTART:20260323T090000Z\nDURATION:PT1H\nthis is no line at all",
        "UID:x\nDTSTART;TZID=Middle Earth:20260323T090000\nDURATION:forever",
    ],
)
def test_a_broken_entry_costs_no_other(broken: str) -> None:
    good = "UID:good\nDTSTART:20260323T110000Z\nDURATION:PT1H\nSUMMARY:Good"
    found = meetings(calendar(broken, good), FROM, TO, COPENHAGEN)
    assert "Good" in {m.subject for m in found}


def test_a_text_cut_off_in_the_middle_gives_what_is_whole() -> None:
    whole = calendar(*(f"UID:{n}\nDTSTART:20260323T{n:02}0000Z\nDURATION:PT30M\nSUMMARY:M{n}" for n in range(8, 14)))
    found = meetings(whole[: len(whole) * 2 // 3], FROM, TO, COPENHAGEN)
    assert [m.subject for m in found][:3] == ["M8", "M9", "M10"] and len(found) < 6


@pytest.mark.parametrize("data", [b"", b"<html>Sign in</html>", b"\x00" * 4096, b"BEGIN:VCARD\nEND:VCARD"])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(NotACalendar):
        meetings(data, FROM, TO, COPENHAGEN)


def test_more_than_anybody_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ics, "MOST_ENTRIES", 3)
    entries = [f"UID:{n}\nDTSTART:20260323T090000Z\nDURATION:PT1H" for n in range(4)]
    with pytest.raises(NotACalendar):
        meetings(calendar(*entries), FROM, TO, COPENHAGEN)
    monkeypatch.setattr(ics, "MOST_BYTES", 10)
    with pytest.raises(NotACalendar):
        meetings(calendar(*entries[:1]), FROM, TO, COPENHAGEN)


HOURS, SIXTY = ",".join(map(str, range(24))), ",".join(map(str, range(60)))
DAILY = "DTSTART:20260101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"


@pytest.mark.parametrize(
    "bomb",
    [
        [f"UID:{n}\n{DAILY};BYHOUR={HOURS};BYMINUTE={SIXTY};BYSECOND={SIXTY}" for n in range(3)],
        [f"UID:{n}\n{DAILY}".replace("2026", "0001") for n in range(20)],
        [f"UID:{n}\n{DAILY}".replace("PT1H", "P36500D").replace("2026", "1927") for n in range(20)],
        ["UID:d\nDTSTART:20260101T090000Z\nDURATION:PT1H\n" + f"RDATE:{','.join(['20260323T090000Z'] * 200_000)}"],
    ],
)
def test_a_text_that_would_take_for_ever_is_refused_before_it_is_expanded(bomb: list[str]) -> None:
    with pytest.raises(NotACalendar):
        meetings(calendar(*bomb), FROM, TO, COPENHAGEN)


def test_two_mad_rules_of_one_entry_are_as_mad_as_one() -> None:
    assert read(f"UID:s\n{DAILY}\nRRULE:FREQ=SECONDLY") == []


def test_texts_of_one_calendar_share_what_they_may_take() -> None:
    text, budget = calendar(f"UID:a\n{DAILY}".replace("2026", "0001")), ics.Budget(3_000_000)
    assert meetings(text, FROM, TO, COPENHAGEN, budget=budget)
    with pytest.raises(NotACalendar):
        meetings(text, FROM, TO, COPENHAGEN, budget=budget)


@pytest.mark.parametrize("part", ["BEGIN:VEVENT\nUID:{}\n", "BEGIN:VTIMEZONE\nTZID:{}\n"])
def test_a_text_of_beginnings_alone_takes_no_longer_than_its_length(part: str) -> None:
    text = "BEGIN:VCALENDAR\n" + "".join(part.format(n) for n in range(40_000))
    assert meetings(text.encode(), FROM, TO, COPENHAGEN) == []


def test_the_birthdays_of_a_telephone_that_begin_in_1604_are_read() -> None:
    days = [f"UID:{n}\nDTSTART;VALUE=DATE:16040324\nRRULE:FREQ=YEARLY\nSUMMARY:Kaj" for n in range(3)]
    assert len(read(*days)) == 3


def told(*entries: str) -> ics.Text:
    return ics.read(calendar(*entries), FROM, TO, COPENHAGEN)


@pytest.mark.parametrize(
    "broken",
    [
        "UID:x\nDTSTART:nonsense\nDTEND:20260323T100000Z",
        "UID:x\nDTSTART:20260323T090000Z\nDURATION:PT1H\nRRULE:FREQ=NEVER",
        "UID:x\nSUMMARY:no start",
        "UID:x\nDTSTART:20260323T090000Z\nDURATION:forever",
        "UID;X=1:x\nDTSTART:20260323T090000Z\nDTEND:20260399T100000Z",
    ],
)
def test_an_entry_that_cant_be_read_is_named_so_that_it_isnt_taken_for_gone(broken: str) -> None:
    good = "UID:good\nDTSTART:20260323T110000Z\nDURATION:PT1H\nSUMMARY:Good"
    assert (told(broken, good).unread, told(broken, good).series) == ({"x"}, {"good"})
    assert (told(broken).unread, told(broken).series) == ({"x"}, set())
    assert (told(good).unread, told(good).cut) == (set(), False)


def test_series_that_differ_behind_the_end_of_a_line_are_two() -> None:
    long = "040000008200E00074C5B7101A82E00800000000" * 2
    good = f"UID:{long[:70]}\n {long[70:]}1\nDTSTART:20260323T110000Z\nDURATION:PT1H\nSUMMARY:Good"
    bad = f"UID:{long[:70]}\n {long[70:]}2\nDTSTART:20260323T110000Z\nDURATION:PT1H\nRDATE:x"
    broken = calendar(good, bad).replace(b"VERSION:2.0", b"VERSION:2.0\r\nthis is no line at all")
    found = ics.read(broken, FROM, TO, COPENHAGEN)
    assert "Good" in {m.subject for m in found.meetings}
    assert (found.unread, found.series) == ({f"{long}2"}, {f"{long}1"})


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_text_that_ends_too_early_says_so(part: float) -> None:
    whole = calendar(*(f"UID:{n}\nDTSTART:20260323T{n:02}0000Z\nDURATION:PT30M" for n in range(8, 14)))
    assert ics.read(whole[: int(len(whole) * part)], FROM, TO, COPENHAGEN).cut
    at = whole.index(b"BEGIN:VEVENT", len(whole) // 2)  # between two entries
    between = ics.read(whole[:at], FROM, TO, COPENHAGEN)
    assert between.cut and len(between.meetings) == 3
