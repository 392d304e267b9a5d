"""The details beside the list: what is known of a colleague, and what can be done from there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from tests.desktop.colleagues.test_colleagues_view import NOW, NotedActions, actions, presence, session

__all__ = ["actions", "session"]


@pytest.fixture
def page(session: Session, actions: NotedActions, qtbot: QtBot) -> ColleaguesView:
    made = ColleaguesView(session, actions)
    qtbot.addWidget(made)
    made.resize(764, 560)
    with qtbot.waitActive(made):
        made.show()
    return made


def open_of(page: ColleaguesView, user: str) -> None:
    place = page.model.place_of(UserId(user))
    assert place is not None
    page.list.setFocus()
    page.list.choose(place)
    QTest.keyClick(page.list, Qt.Key.Key_Right)


def said(page: ColleaguesView) -> list[str]:
    return [label.text() for label in page.details.findChildren(QLabel) if label.isVisible()]


def test_the_right_arrow_opens_them_and_the_left_one_leads_back(page: ColleaguesView) -> None:
    open_of(page, "anders")
    assert page.details.isVisible() and page.details.call.hasFocus()
    assert page.details.face.accessibleName().startswith("Anders Holmvig, Diverted, Lunch until ")
    QTest.keyClick(page.details.call, Qt.Key.Key_Left)
    assert not page.details.isVisible() and page.list.hasFocus()
    open_of(page, "anders")
    assert page.leave() and not page.details.isVisible()
    assert not page.leave()


def test_numbers_phones_diversion_and_note_are_told(page: ColleaguesView) -> None:
    open_of(page, "anders")
    words = said(page)
    assert "Desk phone: ready" in words and "call Mette" in words
    names = [button.accessibleName() for button in page.details.numbers]
    assert names == ["Local number: Call 100 2112", "Mobile: Call 20 12 34 56"]


def test_each_number_calls_and_the_actions_do_what_they_say(
    page: ColleaguesView, actions: NotedActions, qtbot: QtBot
) -> None:
    open_of(page, "anders")
    QTest.mouseClick(page.details.numbers[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(page.details.call, Qt.Key.Key_Return)
    assert actions.called == ["+4520123456", "1002112"]
    with qtbot.waitSignal(page.divert_to_wanted) as told:
        QTest.mouseClick(page.details.deeds["divert"], Qt.MouseButton.LeftButton)
    assert told.args == ["1002112"]
    QTest.mouseClick(page.details.deeds["star"], Qt.MouseButton.LeftButton)
    assert actions.favourites == [[UserId("mette"), UserId("anders")]]
    QTest.mouseClick(page.details.deeds["watch"], Qt.MouseButton.LeftButton)
    assert page.details.deeds["watch"].text() == "Don't tell me when free"


def test_they_follow_the_row_chosen_and_its_state(page: ColleaguesView, session: Session, qtbot: QtBot) -> None:
    open_of(page, "anders")
    place = page.model.place_of(UserId("birgit"))
    assert place is not None
    rect = page.list.visualRect(page.model.index(place, 0))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 20))
    assert page.details.user == "birgit"
    session.take(presence("birgit", Presence.MEETING, meeting_until=NOW + timedelta(hours=1), meeting="Budget"), "e:2")
    qtbot.waitUntil(lambda: "Budget" in said(page))


def test_in_a_narrow_window_they_take_the_place_of_the_list(page: ColleaguesView) -> None:
    page.resize(480, 560)
    open_of(page, "mette")
    assert page.details.isVisible() and not page.list.isVisible()
    QTest.mouseClick(page.details.back, Qt.MouseButton.LeftButton)
    assert page.list.isVisible() and page.list.hasFocus()
