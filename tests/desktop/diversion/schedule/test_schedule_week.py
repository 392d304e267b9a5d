"""The week by pointer and keys: seen, made, moved, skipped, stopped, and had back (spec 3.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.page import NOW, DivertPage
from onepresence_desktop.desktop.diversion.schedule.view import SchedulePane
from onepresence_desktop.desktop.diversion.schedule.week import Block
from onepresence_desktop.desktop.session import Connection, ConnectionState
from onepresence_desktop.domain.diversion import Origin, Reason, Why
from onepresence_desktop.domain.errors import Invalid, ServerAway
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.schedules import SCHEDULES, ScheduleView
from tests.desktop.diversion.samples import snapshot, standing
from tests.desktop.diversion.schedule.samples import Service, StillSession, local

LEFT = Qt.MouseButton.LeftButton


def shown(pane: SchedulePane) -> list[tuple[str, int, int, int]]:
    return [(b.entry.schedule, b.day, b.begin, b.end) for b in pane.grid.blocks]


def block(pane: SchedulePane, schedule: str, day: int) -> Block:
    return next(b for b in pane.grid.blocks if b.entry.schedule == schedule and b.day == day)


def spot(pane: SchedulePane, day: int, minute: int) -> QPoint:
    edges = pane.grid.edges()
    return QPoint(round((edges[day] + edges[day + 1]) / 2), round(pane.grid._y(minute)))


def drag(pane: SchedulePane, begin: QPoint, end: QPoint) -> None:
    port = pane.grid.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, begin)
    for step in range(1, 5):
        QTest.mouseMove(port, begin + (end - begin) * step / 4)
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, end)


def schedules(session: StillSession) -> dict[ScheduleId, ScheduleView]:
    return session.mirror[SCHEDULES]


def test_the_week_shows_what_comes_and_says_which_it_is(pane: SchedulePane) -> None:
    assert pane.number.text() == "Week 20"
    assert pane.days.text() == "12–18 May 2025"
    assert [day for name, day, *_ in shown(pane) if name == "lunch"] == [0, 1, 2, 3, 4]
    assert ("visit", 2, 13 * 60, 14 * 60) in shown(pane)
    assert pane.grid.now == (2, 11 * 60 + 20)


def test_a_stretch_dragged_with_the_pointer_opens_the_form_for_it(pane: SchedulePane) -> None:
    drag(pane, spot(pane, 3, 14 * 60), spot(pane, 3, 15 * 60 + 30))
    form = pane.editor.form
    assert pane.editing
    assert (form.day.text(), form.start.text(), form.end.text()) == ("15/5", "14:00", "15:30")
    assert form.repeat.way.key == "once"


def test_what_the_form_says_is_saved_and_stands_in_the_week(
    pane: SchedulePane, service: Service, session: StillSession, qtbot: QtBot
) -> None:
    pane.add.click()
    form = pane.editor.form
    assert form.repeat.way.key == "week"
    form.day.clear()
    QTest.keyClicks(form.day, "16/5")
    assert form.repeat.days[4].isChecked()
    form.start.clear()
    QTest.keyClicks(form.start, "1415")
    form.end.clear()
    QTest.keyClicks(form.end, "15")
    QTest.keyClicks(form.title, "Leave early")
    form.repeat.way.setFocus()
    for _ in range(9):
        if form.repeat.way.key == "second_week":
            break
        QTest.keyClick(form.repeat.way, Qt.Key.Key_Down)
    QTest.keyClicks(form.skipped, "30/5")
    form.holidays.click()
    qtbot.waitUntil(pane.editor.save.isEnabled)
    QTest.keyClick(form.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not pane.editing
    made = schedules(session)[ScheduleId("new1")]
    assert made.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    assert (made.start, made.duration) == (local(16, 14, 15), timedelta(minutes=45))
    assert (made.exdates, made.skip_holidays) == ((date(2025, 5, 30),), True)
    assert ("new1", 4, 855, 900) in shown(pane)


def test_what_cannot_be_read_is_said_at_its_field_and_cannot_be_saved(pane: SchedulePane, qtbot: QtBot) -> None:
    pane.add.click()
    form = pane.editor.form
    form.day.setFocus()
    form.day.clear()
    QTest.keyClicks(form.day, "32/5")
    QTest.keyClick(form.day, Qt.Key.Key_Tab)
    assert form.complaint.isVisible() and form.day.property("error")
    assert form.day.accessibleDescription() == "Write a day, like 25/7."
    assert not pane.editor.save.isEnabled()
    form.day.setText("16/5")
    form.complain()
    form.repeat.ends.set_key("on_day")
    form.repeat._end_picked("on_day")
    QTest.keyClicks(form.repeat.last, "1/5/2025")
    QTest.keyClick(form.repeat.last, Qt.Key.Key_Tab)
    assert form.repeat._complaint.text() == "The last day lies before the first."


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    pane: SchedulePane, service: Service, qtbot: QtBot
) -> None:
    service.refuse["add"] = Invalid(field="rrule", problem="never")
    pane.add.click()
    QTest.keyClicks(pane.editor.form.title, "Never")
    qtbot.waitUntil(pane.editor.save.isEnabled)
    QTest.mouseClick(pane.editor.save, LEFT)
    assert pane.editing and pane.editor.form.title.text() == "Never"
    assert "It would never come: no day answers to that." in pane.editor.banner.words


def test_a_block_that_comes_once_is_moved_and_stretched_by_its_ends(pane: SchedulePane, session: StillSession) -> None:
    rect = pane.grid.rect_of(block(pane, "visit", 2))
    drag(pane, rect.center().toPoint(), rect.center().toPoint() + QPoint(0, 39))
    assert schedules(session)[ScheduleId("visit")].start == local(14, 14)
    rect = pane.grid.rect_of(block(pane, "visit", 2))
    bottom = QPoint(round(rect.center().x()), round(rect.bottom()) - 2)
    drag(pane, bottom, bottom + QPoint(0, 39))
    assert schedules(session)[ScheduleId("visit")].duration == timedelta(hours=2)


@pytest.mark.parametrize("following", [False, True], ids=["only this one", "all following"])
def test_a_block_of_a_series_asks_what_is_moved(
    following: bool, pane: SchedulePane, session: StillSession, qtbot: QtBot
) -> None:
    rect = pane.grid.rect_of(block(pane, "weekly", 0))
    drag(pane, rect.center().toPoint(), spot(pane, 1, 14 * 60 + 30))
    assert pane.changes.which is not None
    button = pane.changes.which.following if following else pane.changes.which.one
    QTest.mouseClick(button, LEFT)
    old, new = schedules(session)[ScheduleId("weekly")], schedules(session)[ScheduleId("new1")]
    assert new.start == local(13, 14)
    if following:
        assert (new.rrule, old.rrule) == ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20250511")
    else:
        assert (new.rrule, old.exdates) == (None, (date(2025, 5, 12),))
    assert ("new1", 1, 840, 900) in shown(pane)
    assert not any(name == "weekly" for name, *_ in shown(pane))


def test_a_move_that_is_refused_goes_back_and_leaves_nothing_behind(
    pane: SchedulePane, service: Service, session: StillSession
) -> None:
    before = shown(pane)
    service.refuse["change"] = ServerAway()
    rect = pane.grid.rect_of(block(pane, "weekly", 0))
    drag(pane, rect.center().toPoint(), spot(pane, 1, 14 * 60 + 30))
    assert pane.changes.which is not None
    QTest.mouseClick(pane.changes.which.one, LEFT)
    assert sorted(shown(pane)) == sorted(before)
    assert ScheduleId("new1") not in schedules(session)
    assert pane.banner.isVisible() and "The schedule stands as it was." in pane.banner.words


def test_a_click_opens_the_card_which_skips_a_day_and_takes_it_back(
    pane: SchedulePane, session: StillSession, qtbot: QtBot
) -> None:
    rect = pane.grid.rect_of(block(pane, "lunch", 2))
    QTest.mouseClick(pane.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, rect.center().toPoint())
    assert pane.card is not None
    assert pane.card.accessibleName() == (
        "Lunch, Time: 12:00–12:30, Repeats: Every weekday, Calls to: OneVoicemail, Colleagues see: Call Mette"
    )
    QTest.mouseClick(pane.card.skip_button, LEFT)
    assert schedules(session)[ScheduleId("lunch")].exdates == (date(2025, 5, 14),)
    assert ("lunch", 2, 720, 750) not in shown(pane)
    assert pane.foot.words.text() == "“Lunch” is skipped on Wednesday 14 May."
    QTest.mouseClick(pane.foot.undo, LEFT)
    assert schedules(session)[ScheduleId("lunch")].exdates == ()
    assert ("lunch", 2, 720, 750) in shown(pane)


def test_a_series_is_stopped_from_the_day_that_was_clicked(pane: SchedulePane, session: StillSession) -> None:
    rect = pane.grid.rect_of(block(pane, "lunch", 2))
    QTest.mouseClick(pane.grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, rect.center().toPoint())
    assert pane.card is not None
    QTest.mouseClick(pane.card.stop_button, LEFT)
    assert [day for name, day, *_ in shown(pane) if name == "lunch"] == [0, 1]
    QTest.mouseClick(pane.foot.undo, LEFT)
    assert [day for name, day, *_ in shown(pane) if name == "lunch"] == [0, 1, 2, 3, 4]


def test_everything_is_done_with_the_keys(
    pane: SchedulePane, session: StillSession, service: Service, qtbot: QtBot
) -> None:
    grid = pane.grid
    QTest.keyClick(grid, Qt.Key.Key_T)
    assert (grid.day, grid.minute) == (2, 11 * 60)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    spoken = "Wednesday 14 May 12:00, Lunch, 12:00–12:30, OneVoicemail, Every weekday"
    assert grid.accessibleName() == spoken
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert pane.card is not None and pane.card.isVisible()
    QTest.keyClick(pane.card, Qt.Key.Key_Escape)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert schedules(session)[ScheduleId("lunch")].exdates == (date(2025, 5, 14),)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert (grid.day, grid.minute) == (2, 13 * 60)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert (grid.day, grid.minute) == (3, 13 * 60)
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (grid.minute, grid.length) == (780, 120)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert (pane.editor.form.start.text(), pane.editor.form.end.text()) == ("13:00", "15:00")
    assert pane.editor.form.reason.hasFocus()
    pane.leave()
    assert grid.hasFocus()
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert pane.number.text() == "Week 21"
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    QTest.keyClick(grid, Qt.Key.Key_N)
    assert pane.editing


def test_one_set_by_hand_counts_before_the_schedule_and_is_changed_where_it_was_made(
    page: DivertPage, pane: SchedulePane, session: StillSession
) -> None:
    by_hand = standing(Reason.SICK, starts=timedelta(), why=Why.EFFECTIVE, name="hand")
    hand = by_hand.__class__(
        **{n: getattr(by_hand, n) for n in by_hand.__struct_fields__}
        | {"starts_at": session.now(), "until": session.now() + timedelta(hours=5)}
    )
    before = schedules(session).values()
    session.take(snapshot(hand), "e:2")
    for each in list(before):
        session.take(each, "")
    lunch = block(pane, "lunch", 2)
    assert not lunch.entry.counts
    assert lunch.entry.why == "“Sick”, set by hand, counts instead"
    own = next(b for b in pane.grid.blocks if b.entry.key == "hand")
    pane.grid.go_to(own.day, own.begin)
    pane.grid.opened.emit(own, pane.grid.place_of(own))
    assert pane.card is not None
    QTest.mouseClick(pane.card.edit_button, LEFT)
    assert page.switch.key == NOW and page.now.form.reason is Reason.SICK


def test_offline_the_week_is_read_and_nothing_can_be_changed(pane: SchedulePane, session: StillSession) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert [day for name, day, *_ in shown(pane) if name == "lunch"] == [0, 1, 2, 3, 4]
    QTest.keyClick(pane.grid, Qt.Key.Key_PageDown)
    assert [day for name, day, *_ in shown(pane) if name == "lunch"] == [0, 1, 2, 3, 4]
    assert not pane.add.isEnabled()
    assert pane.add.accessibleDescription() == "Not sent without a connection"
    drag(pane, spot(pane, 3, 14 * 60), spot(pane, 3, 15 * 60))
    assert not pane.editing


def test_summer_time_moves_no_block(pane: SchedulePane, qapp: QApplication) -> None:
    for monday in (date(2025, 10, 20), date(2025, 10, 27)):
        pane.monday = monday
        pane.refresh(ask=True)
        assert ("lunch", 2, 720, 750) in shown(pane)


def test_one_of_the_list_that_a_schedule_brings_opens_its_series(page: DivertPage, session: StillSession) -> None:
    page.show_part(NOW)
    one = standing(Reason.LUNCH, starts=timedelta(), why=Why.EFFECTIVE)
    fields = {name: getattr(one, name) for name in one.__struct_fields__}
    page.now.side.edit_wanted.emit(type(one)(**fields | {"id": "lunch@2025-05-14", "origin": Origin.SCHEDULE}))
    assert page.schedule.editing and page.schedule.editor.editing == schedules(session)[ScheduleId("lunch")]


def test_what_was_typed_is_shown_as_it_was_understood_when_its_field_is_left(pane: SchedulePane) -> None:
    pane.add.click()
    form = pane.editor.form
    form.repeat.ends.set_key("on_day")
    form.repeat._end_picked("on_day")
    for field, typed, shown in (
        (form.start, "9", "09:00"),
        (form.end, "22", "22:00"),
        (form.end, "13.5", "13.5"),
        (form.day, "16.5.", "16/5"),
        (form.skipped, "6/6;30.5", "30/5, 6/6"),
        (form.repeat.last, "1-8", "1/8"),
    ):
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, typed)
        assert field.text() == typed
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert field.text() == shown
