"""What meetings come to: diversions with their ends, and absences by the words of an entry (spec 5.2, 5.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onepresence_desktop.domain.calendar_words import (
    AHEAD,
    BUILT_IN,
    WordRule,
    absences,
    diversion_id,
    folded,
    matching,
)
from onepresence_desktop.domain.diversion import OPEN, VOICEMAIL, DestinationKind, Origin, Reason
from onepresence_desktop.domain.meetings import Busy, CalendarKind, CalendarSource, Meeting, MeetingUse
from onepresence_desktop.domain.people import UserId

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOURCE = CalendarSource(UserId("a"), CalendarKind.ICS, "https://x.example/a.ics", use=MeetingUse.DIVERT)
BUDGET = Meeting("budget/", NOW, NOW + HOUR, "Budget")


@pytest.mark.parametrize(
    ("subject", "languages", "reason"),
    [
        ("Frokost", ("da",), Reason.LUNCH),
        ("FROKOST med Åse", ("da",), Reason.LUNCH),
        ("Ferie: Mallorca", ("da",), Reason.VACATION),
        ("ferieplanlægning", ("da",), None),
        ("kursusudvalg", ("da",), None),
        ("Barns  sygedag!", ("da",), Reason.SICK),
        ("Semester", ("sv",), Reason.VACATION),
        ("Semester", ("da",), None),
        ("Tjänsteresa till Umeå", ("sv",), Reason.TRAVEL),
        ("Lunch", ("da", "sv"), Reason.LUNCH),
        ("Working from home", ("en",), Reason.HOME_OFFICE),
        ("", ("da", "sv", "en"), None),
    ],
)
def test_an_entry_s_whole_words_decide(subject: str, languages: tuple[str, ...], reason: Reason | None) -> None:
    found = matching(subject, *(BUILT_IN[language] for language in languages))
    assert (found.reason if found is not None else None) is reason


def test_own_words_go_before_the_company_s_and_the_longest_of_a_table_counts() -> None:
    own, company = (WordRule("kursus", Reason.OTHER),), (WordRule("internt kursus", Reason.HOME_OFFICE, OPEN),)
    assert matching("Internt kursus", own, company) == own[0]
    assert matching("Internt kursus", (*own, *company)) == company[0]
    assert matching("Møde", own, company) is None and matching("x", (WordRule("!?", Reason.OTHER),)) is None
    assert folded("Barns-sygedag") == " barns sygedag "


def test_home_work_keeps_the_phone_open() -> None:
    (found,) = absences([replace(BUDGET, subject="Hjemmearbejde")], SOURCE, NOW, tables=[BUILT_IN["da"]])
    assert found.destination.kind is DestinationKind.OPEN and found.reason is Reason.HOME_OFFICE


def test_a_meeting_diverts_to_the_mailbox_until_it_ends() -> None:
    (found,) = absences([BUDGET], SOURCE, NOW)
    assert (found.reason, found.destination, found.origin) == (Reason.MEETING, VOICEMAIL, Origin.CALENDAR)
    assert (found.starts_at, found.ends_at, found.note) == (NOW, NOW + HOUR, "")
    moved = replace(BUDGET, start=NOW + HOUR, end=NOW + 2 * HOUR)
    assert absences([moved], SOURCE, NOW)[0].id == found.id == diversion_id(BUDGET)


@pytest.mark.parametrize(
    ("change", "use", "words", "reasons"),
    [
        ({}, MeetingUse.SHOW, True, []),
        ({}, MeetingUse.NEVER, True, []),
        ({"subject": "Frokost"}, MeetingUse.NEVER, True, []),
        ({"subject": "Frokost"}, MeetingUse.SHOW, True, [Reason.LUNCH]),
        ({"subject": "Frokost"}, MeetingUse.SHOW, False, []),
        ({"subject": "Frokost"}, MeetingUse.DIVERT, False, [Reason.MEETING]),
        ({"busy": Busy.FREE}, MeetingUse.DIVERT, True, []),
        ({"busy": Busy.FREE, "subject": "Frokost"}, MeetingUse.DIVERT, True, []),
        ({"all_day": True}, MeetingUse.DIVERT, True, []),
        ({"all_day": True, "subject": "Ferie"}, MeetingUse.DIVERT, True, [Reason.VACATION]),
        ({"busy": Busy.ELSEWHERE, "subject": "Hjemmearbejde"}, MeetingUse.SHOW, True, [Reason.HOME_OFFICE]),
        ({"busy": Busy.OUT_OF_OFFICE}, MeetingUse.DIVERT, True, []),
        ({"private": True, "subject": ""}, MeetingUse.DIVERT, True, [Reason.MEETING]),
        ({"end": NOW}, MeetingUse.DIVERT, True, []),
        ({"start": NOW + AHEAD, "end": NOW + AHEAD + HOUR}, MeetingUse.DIVERT, True, []),
    ],
)
def test_what_an_entry_comes_to(change: dict[str, Any], use: MeetingUse, words: bool, reasons: list[Reason]) -> None:
    meeting = replace(BUDGET, **{"start": NOW - HOUR, **change})
    found = absences([meeting], replace(SOURCE, use=use), NOW, tables=[BUILT_IN["da"]] if words else [])
    assert [one.reason for one in found] == reasons


def test_what_is_not_this_time_does_not_divert_and_the_others_do() -> None:
    later = Meeting("later/", NOW + HOUR, NOW + 2 * HOUR, "Budget")
    found = absences([later, BUDGET], SOURCE, NOW, skipped={diversion_id(BUDGET)})
    assert [one.id for one in found] == [diversion_id(later)]
