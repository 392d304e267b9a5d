"""The day board: everyone's day as a line, by pointer and keys, and nothing private in it (spec 2.9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.day_delegate import line_room
from onepresence_desktop.desktop.colleagues.day_scale import Piece, Scale, hours_shown, hours_worked
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.diversion import Origin, Reason
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.schedules import AbsenceView, DayBoardRow, DayBoardView, WorkView
from tests.desktop.colleagues.test_colleagues_view import NotedActions, presence, snapshot
from tests.support.dressing import dress, speak

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2025, 5, 14, 12, 6, tzinfo=COPENHAGEN)
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class StillSession(Session):
    """Its clock stands."""

    def now(self) -> datetime:
        return NOW.astimezone(UTC)


def at(hour: int, minute: int = 0, day: int = 14) -> datetime:
    return datetime(2025, 5, day, hour, minute, tzinfo=COPENHAGEN).astimezone(UTC)


def absence(reason: Reason, begin: datetime, end: datetime, **other: Any) -> AbsenceView:
    fields: dict[str, Any] = {"title": "", "note": "", "origin": Origin.MANUAL}
    return AbsenceView(reason=reason, starts_at=begin, until=end, **fields | other)


class Board(NotedActions):
    """Answers with a board, and notes for which days it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[datetime, datetime]] = []
        work = [WorkView(starts_at=at(8), until=at(16))]
        self.rows = [
            DayBoardRow(
                user_id=UserId("anders"),
                absences=[
                    absence(Reason.MEETING, at(9, 30), at(10, 30), origin=Origin.CALENDAR),
                    absence(Reason.LUNCH, at(12), at(12, 30), origin=Origin.SCHEDULE),
                    absence(Reason.TRAVEL, at(13), at(15), title="Customer visit", note="Call Mette"),
                ],
                work=work,
            ),
            DayBoardRow(
                user_id=UserId("birgit"), absences=[absence(Reason.VACATION, at(0, day=12), at(0, day=19))], work=[]
            ),
            DayBoardRow(user_id=UserId("mette"), absences=[], work=work),
        ]

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        assert name == "day_board"
        verb(self)
        begin, end = self.asked[-1]
        reply(DayBoardView(starts_at=begin, until=end, rows=self.rows))

    def day_board(self, begin: datetime, end: datetime) -> None:
        self.asked.append((begin, end))


@pytest.fixture
def session(qapp: QApplication) -> Iterator[StillSession]:
    dress(qapp)
    speak(qapp)
    made = StillSession()
    first = snapshot()
    seen = [
        presence("anders", Presence.DIVERTED, reason=Reason.LUNCH, until=at(12, 30)),
        presence("birgit", Presence.DIVERTED, reason=Reason.VACATION, until=at(0, day=19)),
        presence("karin", Presence.OFF_WORK, returns_at=at(6, day=15)),
        presence("mette", Presence.AVAILABLE),
    ]
    made.take(structs.replace(first, public=structs.replace(first.public, presence=seen)), "e:1")
    made.set_connection(Connection(ConnectionState.LIVE))
    yield made


@pytest.fixture
def actions(qapp: QApplication) -> Board:
    return Board()


@pytest.fixture
def page(session: StillSession, actions: Board, qtbot: QtBot) -> ColleaguesView:
    made = ColleaguesView(session, actions, shows="day")
    qtbot.addWidget(made)
    made.resize(764, 560)
    with qtbot.waitActive(made):
        made.show()
    return made


def spot(page: ColleaguesView, user: str, moment: datetime) -> QPoint:
    place = page.model.place_of(UserId(user))
    assert place is not None
    rect = page.days.list.visualRect(page.model.index(place, 0))
    left, right = line_room(page.days.list.viewport().width())
    return QPoint(round(left + page.board.scale(right - left).x(moment)), rect.center().y())


def test_a_moment_has_its_place_and_what_lies_outside_is_cut() -> None:
    day = Scale(date(2025, 5, 14), 1, COPENHAGEN, 1100)
    assert day.x(at(7)) == 0 and day.x(at(12)) == 500 and day.x(at(18)) == 1100
    assert day.piece(at(9), at(10)) == Piece(200, 300)
    assert day.piece(at(0, day=12), at(0, day=19)) == Piece(0, 1100, cut_left=True, cut_right=True)
    assert day.piece(at(19), at(20)) is None and day.piece(at(9, day=13), at(10, day=13)) is None
    week = Scale(date(2025, 5, 12), 7, COPENHAGEN, 624)
    assert week.edges[2] == pytest.approx(200, abs=1)
    assert week.x(at(7, day=14)) == pytest.approx(week.edges[2])
    assert week.x(at(18, day=14)) == pytest.approx(week.edges[3])


@pytest.mark.parametrize(
    ("begin", "end", "hours"),
    [
        (at(8), at(16), (7, 17)),
        (at(7, 30), at(16, 30), (7, 17)),
        (at(7), at(18), (6, 19)),
        (at(15), at(23), (14, 24)),
        (at(0, 15), at(5, 45), (0, 7)),
        (at(14), at(0, day=15), (13, 24)),
        (at(22), at(6, day=15), (0, 24)),
    ],
)
def test_a_day_is_shown_with_some_time_before_and_after_work(
    begin: datetime, end: datetime, hours: tuple[int, int]
) -> None:
    assert hours_worked(begin, end, COPENHAGEN) == hours


def test_the_usual_hours_are_shown_at_least() -> None:
    assert hours_shown([]) == (7, 18)
    assert hours_shown([(8, 17)]) == (7, 18)
    assert hours_shown([(6, 12), (9, 23)]) == (6, 23)


def test_a_whole_day_has_its_places_and_as_many_numbers_as_there_is_room_for() -> None:
    day = Scale(date(2025, 5, 14), 1, COPENHAGEN, 480, (0, 24))
    assert day.x(at(0)) == 0 and day.x(at(12)) == 240 and day.x(at(0, day=15)) == 480
    assert day.piece(at(22), at(6, day=15)) == Piece(440, 480, cut_right=True)
    assert day.piece(at(22), at(0, day=15)) == Piece(440, 480)
    assert day.labelled == list(range(0, 25, 2))
    assert Scale(date(2025, 5, 14), 1, COPENHAGEN, 960, (0, 24)).labelled == list(range(25))
    assert Scale(date(2025, 5, 14), 1, COPENHAGEN, 100, (0, 24)).labelled == [0, 6, 12, 18, 24]


def test_in_the_hour_that_comes_twice_a_stretch_is_as_long_as_it_lasts() -> None:
    night = Scale(date(2025, 10, 26), 1, COPENHAGEN, 480, (0, 24))
    first = datetime(2025, 10, 26, 2, 30, tzinfo=COPENHAGEN)
    assert night.piece(first, first.replace(minute=15, fold=1)) == Piece(50, 65)


def test_the_line_grows_for_those_who_work_at_other_hours_and_shrinks_when_they_are_not_among_those_shown(
    page: ColleaguesView, actions: Board
) -> None:
    assert page.board.hours == (7, 18)
    actions.rows[2] = DayBoardRow(
        user_id=UserId("mette"), absences=[], work=[WorkView(starts_at=at(14), until=at(22, 30))]
    )
    page.board.ask()
    assert page.board.hours == (7, 23)
    assert not page.grab().isNull()
    page.take_search("anders")
    assert page.board.hours == (7, 18)
    page.take_search("")
    assert page.board.hours == (7, 23)


def test_the_present_hour_is_shown_also_before_and_after_work(
    page: ColleaguesView, session: StillSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour, hours in ((21, (7, 22)), (5, (5, 18)), (12, (7, 18))):
        monkeypatch.setattr(session, "now", lambda hour=hour: at(hour, 30))
        page.board.changed.emit()
        assert page.board.hours == hours
        assert page.board.scale(500).shows(session.now())
    monkeypatch.setattr(session, "now", lambda: at(21))
    page.board.turn(1)
    assert page.board.hours == (7, 18)


def test_on_another_day_a_night_is_told_by_its_beginning_or_by_the_end_of_the_one_before(
    page: ColleaguesView, actions: Board
) -> None:
    page.board.turn(1)
    nights = [
        WorkView(starts_at=at(0, day=15), until=at(6, day=15)),
        WorkView(starts_at=at(22, day=15), until=at(0, day=16)),
    ]
    for work, words in ((nights, "from 22:00"), (nights[:1], "until 06:00"), ([], "")):
        actions.rows[2] = DayBoardRow(user_id=UserId("mette"), absences=[], work=work)
        page.board.ask()
        assert page.board.comes_in(UserId("mette")) == words


def test_a_day_off_is_shaded_and_said_for_an_empty_line_means_at_work(page: ColleaguesView, actions: Board) -> None:
    def ground() -> str:
        where = spot(page, "mette", at(17, 30))
        return page.days.list.viewport().grab().toImage().pixelColor(where.x() + 5, where.y()).name()

    actions.rows[2] = DayBoardRow(user_id=UserId("mette"), absences=[], work=[])
    page.board.ask()
    at_work = ground()
    actions.rows[2] = DayBoardRow(user_id=UserId("mette"), absences=[], work=[], off=True)
    page.board.ask()
    assert ground() == color(Color.BG_SIDEBAR).name() != at_work
    page.board.turn(1)
    assert page.board.comes_in(UserId("mette")) == "Off work"


def test_the_board_is_asked_for_today_and_read_out_with_each_person(page: ColleaguesView, actions: Board) -> None:
    assert actions.asked == [(at(0), at(0, day=15))]
    assert page.days.isVisible() and page.days.head.title.text() == "Wednesday 14 May"
    place = page.model.place_of(UserId("anders"))
    assert place is not None
    said = page.model.data(page.model.index(place, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    assert said.endswith("Meeting 09:30 to 10:30, Lunch 12:00 to 12:30, Customer visit 13:00 to 15:00")


def test_the_pill_says_the_end_and_the_head_who_is_back_next(page: ColleaguesView) -> None:
    board, row = page.board, page.model.person
    assert board.state(row(UserId("anders"))) == (Presence.DIVERTED, "until 12:30")
    assert board.state(row(UserId("karin"))) == (Presence.OFF_WORK, "tomorrow 06:00")
    assert board.state(row(UserId("mette"))) == (Presence.AVAILABLE, "Available")
    assert board.state(row(UserId("birgit"))) == (Presence.DIVERTED, "until 19 May")
    assert board.next_back([UserId("birgit"), UserId("anders")]) == "Next back: Anders 12:30"
    assert board.next_back([UserId("birgit")]) == ""


def test_the_pointer_on_a_block_tells_what_it_is(page: ColleaguesView) -> None:
    assert page.days.list.words_at(spot(page, "anders", at(14))) == "Customer visit 13:00–15:00 · Call Mette"
    assert page.days.list.words_at(spot(page, "birgit", at(12))) == "Vacation 12/05 00:00–19/05 00:00"
    assert page.days.list.words_at(spot(page, "mette", at(12))) == ""


def test_keys_turn_the_days_and_the_same_key_the_week(page: ColleaguesView, actions: Board, qtbot: QtBot) -> None:
    page.days.list.setFocus()
    QTest.keyClick(page.days.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.days.head.title.text() == "Thursday 15 May"
    assert page.board.state(page.model.person(UserId("anders"))) is None
    QTest.keyClick(page.days.list, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert page.board.comes_in(UserId("anders")) == "from 08:00"
    with qtbot.waitSignal(page.view_chosen) as told:
        QTest.keyClick(page, Qt.Key.Key_3, KEYS)
    assert told.args == ["week"] and page.tools.spans.key == "week"
    assert page.days.head.title.text() == "Week 20"
    assert actions.asked[-1] == (at(0, day=12), at(0, day=19))
    QTest.keyClick(page, Qt.Key.Key_1, KEYS)
    assert page.list.isVisible() and not page.tools.spans.isVisible()
    QTest.keyClick(page, Qt.Key.Key_3, KEYS)
    assert page.days.isVisible() and page.tools.spans.isVisible()


def test_more_than_a_fortnight_ahead_there_is_nothing(page: ColleaguesView) -> None:
    for _ in range(30):
        QTest.mouseClick(page.days.head.on, Qt.MouseButton.LeftButton)
    assert page.board.day == date(2025, 5, 28)
    for _ in range(40):
        QTest.mouseClick(page.days.head.back, Qt.MouseButton.LeftButton)
    assert page.board.day == date(2025, 5, 7)


def test_rows_are_chosen_called_and_searched_as_in_the_list(page: ColleaguesView, actions: Board) -> None:
    board = page.days.list
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert actions.called == ["1002112"]
    QTest.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=spot(page, "mette", at(12)))
    assert actions.called[-1] == "1002140"
    page.take_search("birg")
    assert board.isVisible() and page.model.people_shown() == 1


def test_a_change_of_state_asks_again_a_little_later_and_hidden_it_asks_nobody(
    page: ColleaguesView, session: StillSession, actions: Board
) -> None:
    before = len(actions.asked)
    session.take(presence("mette", Presence.BUSY), "e:2")
    session._flush()
    assert page.board._again.isActive()
    page.board._again.timeout.emit()
    assert len(actions.asked) == before + 1
    page.hide()
    session.take(presence("mette", Presence.AVAILABLE), "e:3")
    session._flush()
    assert not page.board._again.isActive()


def test_offline_the_plans_stay_and_the_states_are_stale(page: ColleaguesView, session: StillSession) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    row = page.model.person(UserId("anders"))
    assert row.stale and page.board.row(UserId("anders")) is not None
    assert not page.grab().isNull()
    assert page.board.next_back([UserId("anders")]) == "Next back: Anders 12:30"
