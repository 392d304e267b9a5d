"""Quick diversions and destinations of one's own, made in the settings (spec 3.3)."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.divert_pane import DivertPane, QuickRow
from onepresence_desktop.desktop.settings.quick_editor import OPEN_END, OTHER_NUMBER, UNTIL, QuickEditor
from onepresence_desktop.desktop.settings.saved_destinations import DestinationRow
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind, Reason, SavedDestination
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.wire.bodies import QuickDiversionBody


@pytest.fixture
def pane(session: Session, actions: Any, qtbot: QtBot) -> DivertPane:
    made = DivertPane(session, actions)
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show()
    return made


@pytest.fixture
def editor(pane: DivertPane) -> QuickEditor:
    pane.add.click()
    return pane.editor


def test_one_of_ones_own_is_made_with_the_keyboard_alone(pane: DivertPane, editor: QuickEditor, actions: Any) -> None:
    assert editor.isVisible() and editor.name.hasFocus() and not pane.add.isVisible()
    QTest.keyClicks(editor.name, "School run")
    editor.reason.set_key("break")
    editor.reason.picked.emit("break")
    editor.time.setText("45")
    QTest.keyClicks(editor.note, "back soon")
    QTest.keyClick(editor.note, Qt.Key.Key_Return)
    [(verb, (body,))] = actions.asked
    assert verb == "add_quick"
    assert body == QuickDiversionBody(
        name="School run",
        icon="reason-break",
        reason=Reason.BREAK,
        destination=VOICEMAIL,
        minutes=45,
        note="back soon",
    )
    actions.replies.pop()(None)
    assert not editor.isVisible() and pane.add.isVisible()


@pytest.mark.parametrize(("typed", "clock"), [("15:00", "15:00"), ("9.30", "09:30"), ("0845", "08:45")])
def test_it_may_last_until_a_time_of_day(editor: QuickEditor, typed: str, clock: str) -> None:
    editor.name.setText("Workshop")
    editor.how.set_chosen(UNTIL)
    editor.how.chosen.emit(UNTIL)
    editor.time.setText(typed)
    body = editor.body()
    assert body is not None and (body.minutes, body.clock) == (None, clock)


def test_it_may_last_until_further_notice_and_lead_to_another_number(editor: QuickEditor) -> None:
    editor.name.setText("Travelling")
    editor.how.set_chosen(OPEN_END)
    editor.how.chosen.emit(OPEN_END)
    assert not editor.time.isVisible()
    editor.where.set_key(OTHER_NUMBER)
    editor.where.picked.emit(OTHER_NUMBER)
    assert editor.number.isVisible()
    editor.number.setText("33 12 34 56")
    body = editor.body()
    assert body is not None and (body.minutes, body.clock) == (None, None)
    assert body.destination == Destination(DestinationKind.NUMBER, "33 12 34 56")


@pytest.mark.parametrize(
    ("name", "way", "time", "words"),
    [
        ("", "for", "60", "Give it a name"),
        ("A", "for", "soon", "Minutes as a number, for example 90"),
        ("A", "for", "0", "Minutes as a number, for example 90"),
        ("A", "until", "25:00", "A time of day, for example 15:00"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_sent(
    editor: QuickEditor, actions: Any, name: str, way: str, time: str, words: str
) -> None:
    editor.name.setText(name)
    editor.how.set_chosen(way)
    editor.how.chosen.emit(way)
    editor.time.setText(time)
    editor.save.click()
    assert [said.text() for said in editor.complaints.values() if said.isVisible()] == [words]
    assert actions.asked == []


def test_of_several_wrong_fields_each_says_what_is_wrong_and_keeps_what_was_typed(
    editor: QuickEditor, actions: Any
) -> None:
    editor.time.setText("soon")
    editor.where.set_key(OTHER_NUMBER)
    editor.where.picked.emit(OTHER_NUMBER)
    editor.save.click()
    assert all(said.isVisible() for said in editor.complaints.values()) and editor.name.hasFocus()
    assert editor.time.text() == "soon"
    editor.name.setText("A")
    editor.save.click()
    assert [said.isVisible() for said in editor.complaints.values()] == [False, True, True]
    assert actions.asked == []


def test_what_the_server_refuses_is_said_and_stays_to_be_mended(editor: QuickEditor, actions: Any) -> None:
    editor.name.setText("A")
    editor.save.click()
    actions.replies.pop()(NumberRefused(number="33"))
    assert editor.isVisible() and editor.problem.isVisible() and editor.name.text() == "A"


def test_one_that_is_there_is_changed_and_escape_leaves_it(pane: DivertPane, actions: Any) -> None:
    buttons = {b.accessibleName(): b for b in pane.findChildren(IconButton) if b.isVisible()}
    buttons["Change Customer visit"].click()
    editor = pane.editor
    assert (editor.name.text(), editor.how.key, editor.time.text()) == ("Customer visit", UNTIL, "15:00")
    assert editor.icons["reason-visit"].isChecked()
    QTest.keyClick(editor.name, Qt.Key.Key_Escape)
    assert not editor.isVisible() and actions.asked == []
    buttons["Change Customer visit"].click()
    editor.time.setText("16:00")
    editor.save.click()
    [(verb, (quick_id, body))] = actions.asked
    assert (verb, quick_id, body.clock) == ("put_quick", "q1", "16:00")


def test_destinations_are_kept_under_a_name_offered_everywhere_and_removed(
    pane: DivertPane, session: Session, actions: Any
) -> None:
    assert not pane.saved.add.isEnabled()
    pane.saved.name.setText("Cottage")
    pane.saved.number.setText("98 76 54 32")
    pane.saved.add.click()
    assert actions.asked.pop() == ("save_destination", ("Cottage", "98 76 54 32"))
    actions.replies.pop()(Invalid(field="number", problem="invalid"))
    assert pane.saved.complaint.isVisible() and pane.saved.name.text() == "Cottage"
    pane.saved.add.click()
    actions.replies.pop()(None)
    assert pane.saved.name.text() == "" and not pane.saved.complaint.isVisible()
    me = session.mirror.me
    assert me is not None
    kept = SavedDestination("s1", "Cottage", "+4598765432")
    session.take(msgspec.structs.replace(me, destinations=[kept]), "e:2")
    QApplication.processEvents()
    [row] = [row for row in pane.findChildren(DestinationRow) if row.isVisible()]
    assert row.accessibleName() == "Cottage, 98 76 54 32"
    assert pane.forwarding.busy.findData("+4598765432") >= 0
    pane.add.click()
    assert pane.editor.where.findData("+4598765432") >= 0
    row.removed.emit()
    QApplication.processEvents()
    assert pane.saved_undo.isVisible() and not [row for row in pane.findChildren(DestinationRow) if row.isVisible()]
    pane.saved_undo.action_clicked.emit()
    QApplication.processEvents()
    [row] = [row for row in pane.findChildren(DestinationRow) if row.isVisible()]
    row.removed.emit()
    pane._removing_saved._timer.timeout.emit()
    assert actions.asked[-1] == ("remove_destination", ("s1",))


def test_without_a_connection_nothing_here_can_be_changed(pane: DivertPane, session: Session) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert not any(control.isEnabled() for control in (pane.add, pane.editor, pane.saved))


def test_every_control_has_a_name(pane: DivertPane, editor: QuickEditor) -> None:
    for button in pane.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text() or button.isHidden(), button
    assert [row.accessibleName() for row in pane.findChildren(QuickRow)]


def test_a_quick_diversion_of_ones_own_can_be_removed_and_had_back(pane: DivertPane, actions: Any) -> None:
    def buttons() -> dict[str, IconButton]:
        QApplication.processEvents()
        return {b.accessibleName(): b for b in pane.findChildren(IconButton) if b.isVisible()}

    assert list(buttons()) == ["Change Customer visit", "Remove Customer visit"]
    buttons()["Remove Customer visit"].click()
    assert not buttons() and pane.undo.isVisible() and actions.asked == []
    pane.undo.action_clicked.emit()
    assert len(buttons()) == 2 and not pane.undo.isVisible()
    buttons()["Remove Customer visit"].click()
    pane.hide()
    assert actions.asked == [("remove_quick", ("q1",))]
