"""All of a call beside the list, by mouse and keyboard (spec 7.1, 7.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.calls.delegate import Places
from onepresence_desktop.desktop.calls.trace import outcome, steps
from onepresence_desktop.desktop.calls.view import CallsView
from onepresence_desktop.desktop.pages import Compose, NewContact, Place
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.calls import TraceEntry, TraceKind
from tests.desktop.calls.test_history import IN, MISSED, NOW, OUT, Desk, desk, record

__all__ = ["desk"]

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
WAY = (
    TraceEntry(TraceKind.DIALLED, "1002102", "Person 2"),
    TraceEntry(TraceKind.DIVERTED, "1002102", "Person 2", why="lunch", until=NOW + timedelta(minutes=20)),
    TraceEntry(TraceKind.RANG, "1002101", "Person 1"),
    TraceEntry(TraceKind.ANSWERED, "1002101", "Person 1"),
)


@pytest.fixture
def places(desk: Desk) -> list[Place]:
    """Where the page led."""
    found: list[Place] = []
    desk.view._go_to = found.append
    return found


def told(view: CallsView) -> list[str]:
    return [step.words for step in view.details.way.steps]


def test_the_right_arrow_opens_it_the_row_chosen_is_followed_and_the_left_arrow_closes(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.session.take(replace(record(-1, IN, "1002102", seconds=60), trace=WAY, id="new"), "")
    view = desk.view
    view.list.choose(1)
    qtbot.keyClick(view.list, Qt.Key.Key_Right)
    assert view.details.isVisible() and view.details.title.text() == "Person 2"
    assert told(view)[0] == "100 2102 was dialled" and told(view)[-1] == "Answered by Person 1"
    assert view.details.outcome.text().startswith("Answered by Person 1. Person 2 had diverted (Lunch, until ")
    assert not view.grab().isNull()
    qtbot.keyClick(view.details.call, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert "diverted lunch" in copied and "Person" not in copied
    assert view.details.copy.text() == "Copied"
    view.list.choose(2)
    assert view.details.title.text() == "Nordic Marine (2)" and view.details.copy.text() == "Copy for support"
    qtbot.keyClick(view.details.call, Qt.Key.Key_Left)
    assert view.details.isHidden()
    assert not view.leave()


def test_it_calls_writes_and_saves_a_caller_nobody_knows(desk: Desk, places: list[Place], qtbot: QtBot) -> None:
    view = desk.view
    view.list.choose(view.model.place_of("r4"))
    qtbot.keyClick(view.list, Qt.Key.Key_I)
    for button in (view.details.call, view.details.write, view.details.keep):
        qtbot.mouseClick(button, LEFT)
    assert desk.actions.asked[-1] == ("call", "+4570123499")
    assert places == [Compose(to=("+4570123499",)), NewContact(number="+4570123499")]
    view.list.choose(view.model.place_of("r3"))
    assert view.details.keep.isHidden(), "a colleague is known"
    qtbot.keyClick(view.list, Qt.Key.Key_Return, CTRL)
    person = next(entry.user for entry in desk.entries() if entry.record.id == "r3")
    assert places[-1] == Compose(to=(str(person),))


def test_beside_the_details_names_have_the_room_of_numbers_and_phones() -> None:
    whole, beside = Places(QRectF(0, 0, 764, 48)), Places(QRectF(0, 0, 430, 48))
    assert whole.number.width() > 0 and whole.device.width() > 0
    assert beside.number.isEmpty() and beside.device.isEmpty() and beside.name.width() > 160


def test_a_withheld_number_is_neither_called_nor_written_to(desk: Desk, places: list[Place], qtbot: QtBot) -> None:
    view = desk.view
    view.list.choose(view.model.place_of("r1441"))
    qtbot.keyClick(view.list, Qt.Key.Key_Right)
    assert not view.details.call.isEnabled() and view.details.write.isHidden() and view.details.keep.isHidden()
    qtbot.keyClick(view.list, Qt.Key.Key_Return, CTRL)
    assert places == []


def test_the_menu_writes_and_saves_too(desk: Desk, places: list[Place]) -> None:
    view = desk.view
    view.list.choose(view.model.place_of("r4"))
    view.list.show_why()
    assert view._menu is not None
    for action in view._menu.actions():
        if action.text().startswith(("Write a message", "Add to contacts")):
            action.trigger()
    view._menu.close()
    assert places == [Compose(to=("+4570123499",)), NewContact(number="+4570123499")]


def test_every_kind_of_step_has_an_icon_and_the_end_its_colour() -> None:
    every = tuple(TraceEntry(kind, "1002101", "P") for kind in TraceKind.known())
    found = steps(replace(record(1, IN, "1"), trace=every), NOW)
    assert len(found) == len(every) and not any(step.icon == "info" for step in found)
    missed = replace(record(1, MISSED, "1"), trace=WAY[:3])
    assert outcome(missed, "Not answered", NOW)[0] is Color.DANGER_TINT
    assert outcome(record(1, OUT, "1", seconds=5), "0:05", NOW) == (Color.AVAILABLE_TINT, "available", "0:05")
    sent = replace(record(1, IN, "1", seconds=5), trace=WAY, forwarded_by="1002102")
    assert outcome(sent, "0:05", NOW)[0] is Color.DIVERTED_TINT


def test_in_a_narrow_window_the_details_stand_in_the_place_of_the_calls(desk: Desk, qtbot: QtBot) -> None:
    view = desk.view
    view.resize(620, 600)
    view.list.choose(1)
    qtbot.keyClick(view.list, Qt.Key.Key_Right)
    assert view.details.isVisible() and not view.list.isVisible()
    view.resize(900, 600)
    assert view.details.isVisible() and view.list.isVisible()
    view.resize(620, 600)
    assert view.leave() and view.list.isVisible()


def test_each_step_says_when_it_was_and_one_nobody_noted_the_time_of_says_nothing(desk: Desk, qtbot: QtBot) -> None:
    local = company_time.local(NOW)
    way = (WAY[0], replace(WAY[2], at=NOW), replace(WAY[3], at=NOW + timedelta(seconds=14)))
    desk.session.take(replace(record(-1, IN, "1002102", seconds=60), trace=way, id="new"), "")
    view = desk.view
    view.list.choose(1)
    qtbot.keyClick(view.list, Qt.Key.Key_Right)
    at = [step.at for step in view.details.way.steps]
    assert at == ["", f"{local:%H:%M:%S}", f"{local + timedelta(seconds=14):%H:%M:%S}"]
    assert f"{at[2]} Answered by Person 1" in view.details.way.accessibleName()
