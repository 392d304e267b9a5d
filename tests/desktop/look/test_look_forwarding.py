"""Settings of diversion: calls of colleagues, and who gets through as usual (spec 3.6a, 3.11)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.divert_pane import DivertPane
from onepresence_desktop.desktop.settings.view import SettingsView
from onepresence_desktop.desktop.widgets.focus_ring import keyboard_used
from onepresence_desktop.domain.diversion import RECEPTION, ForwardingDefaults, SavedDestination
from onepresence_desktop.domain.errors import Forbidden, Invalid
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import GroupId
from onepresence_desktop.wire.blocking import BlockingBody, BlockingView
from onepresence_desktop.wire.views import ExceptionsView, GroupView
from tests.desktop.look.test_look_settings import machine, ports, view

__all__ = ["machine", "ports", "view"]

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(session: Session, actions: Any, qtbot: QtBot) -> DivertPane:
    """The page as it comes."""
    made = DivertPane(session, actions)
    qtbot.addWidget(made)
    made.resize(560, 1400)
    with qtbot.waitActive(made):
        made.show()
    return made


def tell(session: Session, **changed: Any) -> None:
    """The server says that the user's own settings are others."""
    me = session.mirror.me
    assert me is not None
    session.take(msgspec.structs.replace(me, **changed), "e:2")


def reception(session: Session) -> None:
    """The company has one."""
    group = GroupView(id=GroupId("r"), local_number="1002199", name="Reception", reception=True)
    session.take(group, "e:3")


def test_the_reception_is_offered_only_where_the_company_has_one_or_it_was_chosen(
    pane: DivertPane, session: Session, qtbot: QtBot
) -> None:
    offered = pane.forwarding.busy
    assert offered.findText("Reception") < 0
    tell(session, forwarding=ForwardingDefaults(busy=RECEPTION))
    assert offered.currentText() == "Reception"
    tell(session, forwarding=ForwardingDefaults())
    assert offered.findText("Reception") < 0
    reception(session)
    qtbot.waitUntil(lambda: offered.findText("Reception") >= 0)


def test_colleagues_go_where_all_go_until_another_destination_is_chosen(
    pane: DivertPane, session: Session, actions: Any, qtbot: QtBot
) -> None:
    reception(session)
    busy = pane.forwarding.busy_internal
    qtbot.waitUntil(lambda: busy.findText("Reception") >= 0)
    assert busy.currentText() == "The same for all"
    assert busy.accessibleName() == "Colleagues: When I am on the phone"
    busy.setFocus()
    QTest.keyClick(busy, Qt.Key.Key_Down)
    QTest.keyClick(busy, Qt.Key.Key_Down)
    assert busy.currentText() == "Reception"
    busy.picked.emit(busy.key)
    verb, (body,) = actions.asked[-1]
    assert (verb, body.busy_internal, body.no_reply_internal) == ("save_forwarding", RECEPTION, None)
    actions.replies.pop()(Forbidden())
    assert busy.currentText() == "The same for all", "rolled back"
    tell(session, forwarding=ForwardingDefaults(unreachable_internal=RECEPTION))
    assert pane.forwarding.unreachable_internal.currentText() == "Reception"


def test_who_gets_through_as_usual_is_ticked_saved_and_rolled_back_when_refused(
    pane: DivertPane, session: Session, actions: Any
) -> None:
    chips = pane.through.chips
    QTest.mouseClick(chips[Passing.FAVOURITES], LEFT)
    assert actions.asked[-1] == ("save_exceptions", ({"usual": [Passing.FAVOURITES]},))
    actions.replies.pop()(Forbidden())
    assert not chips[Passing.FAVOURITES].isChecked()
    QTest.keyClick(chips[Passing.TWICE], Qt.Key.Key_Space)
    assert actions.asked[-1] == ("save_exceptions", ({"usual": [Passing.TWICE]},))
    tell(session, exceptions=ExceptionsView(usual=[Passing.TWICE]))
    tell(session, exceptions=ExceptionsView(usual=[Passing.COLLEAGUES]))
    assert pane.through.ticked == (Passing.COLLEAGUES,), "another computer has changed it"


def test_the_list_names_whom_it_can_and_takes_on_and_off(pane: DivertPane, session: Session, actions: Any) -> None:
    field = pane.through.add
    QTest.keyClicks(field, "7012")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert actions.asked[-1] == ("save_exceptions", ({"numbers": ["7012"]},))
    actions.replies.pop()(Invalid(field="numbers[0]", problem="invalid_number"))
    assert field.text() == "7012", "to be put right"
    kept = SavedDestination("s1", "Nordic Marine", "+4533123456")
    tell(session, destinations=[kept], exceptions=ExceptionsView(numbers=["+4533123456", "+4570123400"]))
    first, second = pane.through.numbers.entries
    assert (first.text(), second.text()) == ("Nordic Marine", "70 12 34 00")
    assert first.accessibleName() == "Take Nordic Marine off the list"
    QTest.mouseClick(first, LEFT)
    assert actions.asked[-1] == ("save_exceptions", ({"numbers": ["+4570123400"]},))


def test_none_of_it_can_be_changed_without_a_connection(pane: DivertPane, session: Session) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    parts = (pane.forwarding.busy_internal, pane.through.add, pane.through.chips[Passing.LIST])
    assert not any(part.isEnabled() for part in parts)


def test_blocked_callers_are_what_the_service_says_and_can_be_changed_then(
    pane: DivertPane, session: Session, actions: Any
) -> None:
    card = pane.blocked
    assert not card.anonymous.isEnabled() and not card.numbers.add.isEnabled(), "not known yet"
    actions.blocked_replies.pop()(BlockingView(numbers=["+4533123456"]))
    assert [chip.accessibleName() for chip in card.numbers.entries] == ["Let 33 12 34 56 in again"]
    QTest.mouseClick(card.anonymous, LEFT)
    assert actions.asked[-1] == ("save_blocked", (BlockingBody(numbers=["+4533123456"], anonymous=True),))
    QTest.keyClicks(card.numbers.add, "70 12 34 00")
    QTest.keyClick(card.numbers.add, Qt.Key.Key_Return)
    both = BlockingBody(numbers=["+4533123456", "70 12 34 00"], anonymous=True)
    assert actions.asked[-1] == ("save_blocked", (both,))
    first, second = actions.replies[-2:]
    first(BlockingView(numbers=["+4533123456"], anonymous=True))
    second(BlockingView(numbers=["+4533123456", "+4570123400"], anonymous=True))
    assert card.anonymous.isChecked() and len(card.numbers.entries) == 2
    QTest.mouseClick(card.numbers.entries[0], LEFT)
    assert actions.asked[-1] == ("save_blocked", (BlockingBody(numbers=["+4570123400"], anonymous=True),))


def test_a_number_that_is_refused_stays_in_the_field_and_the_rest_as_it_was(pane: DivertPane, actions: Any) -> None:
    card = pane.blocked
    actions.blocked_replies.pop()(BlockingView(numbers=["+4533123456"]))
    QTest.keyClicks(card.numbers.add, "112")
    QTest.keyClick(card.numbers.add, Qt.Key.Key_Return)
    actions.replies.pop()(Invalid(field="numbers[1]", problem="emergency"))
    assert card.numbers.add.text() == "112" and len(card.numbers.entries) == 1
    assert card.numbers._complaint.isVisible() and card.numbers._complaint.text()
    QTest.mouseClick(card.anonymous, LEFT)
    actions.replies.pop()(Forbidden())
    assert not card.anonymous.isChecked()


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        (Language.ENGLISH, "who gets through"),
        (Language.DANISH, "hvem kommer igennem"),
        (Language.SWEDISH, "vem kommer fram"),
    ],
)
def test_the_search_in_settings_finds_who_gets_through(
    view: SettingsView, qapp: QApplication, spoken: Language, words: str
) -> None:
    load_translations(qapp, spoken)
    view.retranslate()
    view.take_search(words)
    assert [key for key, row in view.rows.items() if row.isVisible()] == ["divert"]


def test_the_pointer_takes_the_list_along(view: SettingsView) -> None:
    QTest.keyClick(view.rows[view._current], Qt.Key.Key_Down)
    QTest.mouseClick(view.rows["about"], Qt.MouseButton.LeftButton)
    assert view.rows["about"].hasFocus() and not keyboard_used()
    QTest.keyClick(view.rows["about"], Qt.Key.Key_Up)
    assert view._current == "notify" and view.rows["notify"].hasFocus()
