"""Times as people type them, drafts, and the route sentence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.diversion.draft import Draft, Wrong, of_standing
from onepresence_desktop.desktop.diversion.sentence import PROBLEMS, route_sentence
from onepresence_desktop.desktop.diversion.when import format_when, parse_when
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.domain.diversion import (
    VOICEMAIL,
    Destination,
    DestinationKind,
    DiversionId,
    Origin,
    Reason,
    Why,
)
from onepresence_desktop.domain.preview import PartKind, Problem, RoutePart, RoutePreview
from onepresence_desktop.wire.views import StandingView
from tests.support.dressing import speak

NOON = datetime(2025, 5, 14, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12:30", (14, 12, 30)),
        ("12.30", (14, 12, 30)),
        ("1230", (14, 12, 30)),
        ("13", (14, 13, 0)),
        ("830", (15, 8, 30)),
        ("08:00", (15, 8, 0)),
        ("12:00", (15, 12, 0)),
        ("+30", (14, 12, 30)),
        ("+ 2 h", (14, 14, 0)),
        ("+2t", (14, 14, 0)),
        ("+1d", (15, 12, 0)),
        ("25/5 08:00", (25, 8, 0)),
        ("25.5. 0800", (25, 8, 0)),
        ("25-5 kl. 8.00", (25, 8, 0)),
    ],
)
def test_a_time_is_understood_as_people_type_it(typed: str, meant: tuple[int, int, int]) -> None:
    moment = parse_when(typed, NOON, end=True)
    assert moment is not None
    local = moment.astimezone()
    assert (local.day, local.hour, local.minute) == meant


def test_a_date_alone_means_all_of_that_day() -> None:
    begin, end = parse_when("7/7", NOON, end=False), parse_when("25/7", NOON, end=True)
    assert begin is not None and end is not None
    assert (begin.month, begin.day, begin.hour) == (7, 7, 0)
    assert (end.month, end.day, end.hour, end.minute) == (7, 25, 23, 59)


def test_a_date_that_is_past_means_next_year() -> None:
    moment = parse_when("3/1", NOON, end=True)
    assert moment is not None
    assert moment.year == 2026


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "12:75", "32/1", "31/2", "+", "1/13", "12:3", "99"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_when(typed, NOON, end=True) is None


def test_a_time_written_out_reads_back_the_same() -> None:
    for ahead in (timedelta(minutes=30), timedelta(hours=20), timedelta(days=40)):
        moment = NOON + ahead
        assert parse_when(format_when(moment, NOON), NOON, end=True) == moment


def test_a_draft_becomes_the_request_it_shows() -> None:
    end = NOON + timedelta(minutes=30)
    draft = Draft(Reason.LUNCH, None, end, VOICEMAIL, "call Mette", "back soon")
    request = draft.request()
    assert (request.reason, request.starts_at, request.until, request.destination) == (
        Reason.LUNCH,
        None,
        end,
        VOICEMAIL,
    )
    assert (request.note, request.reception_note) == ("call Mette", "back soon")
    assert draft.preview_request(DiversionId("d")).replaces == "d"
    assert draft.quick("Lunch", "reason-lunch", NOON).minutes == 30


def test_a_draft_without_a_number_or_with_a_wrong_time_is_incomplete() -> None:
    assert Draft().complete
    assert not Draft(wrong=Wrong.END_PAST).complete
    assert not Draft(destination=Destination(DestinationKind.NUMBER)).complete
    assert Draft(destination=Destination(DestinationKind.NUMBER, "1002140")).complete


def test_changing_one_that_runs_does_not_move_its_beginning() -> None:
    standing = StandingView(
        id=DiversionId("d"),
        reason=Reason.SICK,
        starts_at=NOON - timedelta(hours=1),
        until=None,
        destination=VOICEMAIL,
        note="n",
        reception_note="r",
        origin=Origin.MANUAL,
        preset=None,
        why=Why.EFFECTIVE,
    )
    draft = of_standing(standing, NOON)
    assert draft.starts_at is None
    assert draft.ends_at is None
    assert (draft.reason, draft.note, draft.reception_note) == (Reason.SICK, "n", "r")


def sentence(*parts: RoutePart, **more: object) -> str:
    return route_sentence(RoutePreview(parts, **more), NOON)  # type: ignore[arg-type]


def test_the_route_is_one_sentence(qapp: QApplication) -> None:
    speak(qapp)
    end = NOON + timedelta(minutes=30)
    own = RoutePart(PartKind.VOICEMAIL, "1002141", "Sofie", Reason.LUNCH, end)
    assert sentence(own) == "Calls now → OneVoicemail (back 12:30)"
    mette = RoutePart(PartKind.PERSON, "1002140", "Mette Holm", Reason.MEETING, NOON + timedelta(hours=2))
    hers = RoutePart(PartKind.VOICEMAIL, "1002140", "Mette Holm")
    assert sentence(mette, hers) == "Calls now → Mette Holm (meeting until 14:00) → OneVoicemail"
    later = NOON + timedelta(hours=1)
    assert sentence(mette, hers, starts_at=later).startswith("Calls from 13:00 → Mette Holm")
    outside = RoutePart(PartKind.EXTERNAL, "+4520123456")
    assert sentence(outside, costs=True) == "Calls now → 20 12 34 56"
    lost = "There is no line to the outside: 20 12 34 56 can't be reached"
    assert sentence(problem=Problem.NO_LINE_OUT, at="+4520123456") == lost
    group = RoutePart(PartKind.GROUP, "1002900", "Customer service")
    assert sentence(group) == "Calls now → Customer service"
    phone = RoutePart(PartKind.PHONE, "1002141", "Sofie")
    assert sentence(phone, RoutePart(PartKind.VOICEMAIL)) == "Calls now ring your phone → OneVoicemail"
    forever = RoutePart(PartKind.VOICEMAIL, "1002141", "Sofie", Reason.SICK, None)
    assert sentence(forever) == "Calls now → OneVoicemail (until further notice)"


@pytest.mark.parametrize("language", list(Language))
def test_every_problem_of_a_route_is_a_sentence_that_names_the_place(qapp: QApplication, language: Language) -> None:
    load_translations(qapp, language)
    assert set(PROBLEMS) == set(Problem)
    said = {problem: sentence(problem=problem, at="1002140") for problem in Problem}
    assert len(set(said.values())) == len(Problem)
    for problem, words in said.items():
        assert ("100 2140" in words) == (problem is not Problem.NO_RECEPTION)
    speak(qapp)


def test_the_route_of_an_entry_in_the_schedule_says_the_times_that_the_schedule_shows(qapp: QApplication) -> None:
    speak(qapp)
    begin = datetime(2026, 7, 24, 22, 30, tzinfo=UTC)
    own = RoutePart(PartKind.VOICEMAIL, "1002141", "Sofie", Reason.LUNCH, begin + timedelta(hours=1))
    said = {
        zone: route_sentence(RoutePreview((own,), starts_at=begin), begin - timedelta(days=2), zone=ZoneInfo(zone))
        for zone in ("Europe/Copenhagen", "America/New_York")
    }
    assert "00:30" in said["Europe/Copenhagen"]
    assert "(back" in said["Europe/Copenhagen"] and "01:30" in said["Europe/Copenhagen"]
    assert "18:30" in said["America/New_York"] and "19:30" in said["America/New_York"]
