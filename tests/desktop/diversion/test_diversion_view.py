"""The form, its route, and the list of what runs and is to come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.pages import DivertTo
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.domain.diversion import (
    VOICEMAIL,
    Destination,
    DestinationKind,
    Reason,
    Why,
)
from onepresence_desktop.domain.errors import StoreFull
from onepresence_desktop.domain.preview import Problem, RoutePreview
from onepresence_desktop.wire import views
from tests.desktop.diversion.samples import NotedActions, settle, standing
from tests.support.dressing import speak


def test_lunch_is_proposed_with_half_an_hour_to_voicemail(view: DiversionView) -> None:
    draft = view.form.draft
    assert draft.reason is Reason.LUNCH
    assert draft.ends_at is not None
    assert 28 <= (draft.ends_at - datetime.now(UTC)).total_seconds() / 60 <= 31
    assert draft.destination == VOICEMAIL
    assert view.route.sentence == "Calls now → OneVoicemail"


def test_a_reason_brings_its_usual_length_and_what_was_used_last(view: DiversionView, actions: NotedActions) -> None:
    view.form.reasons[Reason.VACATION].click()
    assert view.form.draft.ends_at is None
    assert view.form.open_end.isChecked()
    view.form.reasons[Reason.MEETING].click()
    view.form.note.setText("back at two")
    view.form.used()
    view.form.reasons[Reason.LUNCH].click()
    assert view.form.draft.note == ""
    view.form.reasons[Reason.MEETING].click()
    assert view.form.draft.note == "back at two"


def test_six_reasons_are_in_view_with_the_one_chosen_and_the_rest_under_more(view: DiversionView, qtbot: QtBot) -> None:
    def seen() -> list[Reason]:
        return [reason for reason, chip in view.form.reasons.items() if chip.isVisible()]

    assert len(seen()) == 6 and Reason.VISIT not in seen()
    qtbot.mouseClick(view.form.more, Qt.MouseButton.LeftButton)
    assert seen() == list(view.form.reasons) and view.form.more.isHidden()
    qtbot.mouseClick(view.form.reasons[Reason.VISIT], Qt.MouseButton.LeftButton)
    view.form.fill(view.form.draft)
    assert len(seen()) == 7 and seen()[-1] is Reason.VISIT
    assert view.form.more.isVisible()


def test_the_chips_set_the_end(view: DiversionView) -> None:
    view.form.spans[2].click()
    ends = view.form.draft.ends_at
    assert ends is not None
    assert 118 <= (ends - datetime.now(UTC)).total_seconds() / 60 <= 121


def test_until_further_notice_greys_the_end_and_back_again(view: DiversionView) -> None:
    view.form.open_end.click()
    until_further_notice = view.form.draft
    assert until_further_notice.ends_at is None
    assert not view.form.ends.isEnabled()
    view.form.open_end.click()
    again = view.form.draft
    assert again.ends_at is not None
    assert view.form.ends.isEnabled()


def test_a_time_that_cannot_be_read_is_marked_and_nothing_can_be_sent(
    view: DiversionView, actions: NotedActions, qtbot: QtBot
) -> None:
    view.form.ends.clear()
    QTest.keyClicks(view.form.ends, "soon")
    assert view.form.draft.wrong
    assert bool(view.form.ends.property("error"))
    qtbot.waitUntil(lambda: view.route.wrong)
    words = "That can't be read as a time. Write 12:30, +30 for minutes, or 25/7 08:00."
    assert view.route.sentence == words
    assert view.form.ends.accessibleDescription() == words
    assert view.divert.toolTip() == words
    assert not view.divert.isEnabled()


def test_a_later_beginning_is_a_plan(view: DiversionView) -> None:
    QTest.keyClicks(view.form.starts, "+60")
    assert view.form.draft.starts_at is not None
    assert view.divert.text() == "Plan"


def test_a_colleague_is_chosen_by_name_or_number(view: DiversionView, actions: NotedActions, qtbot: QtBot) -> None:
    view.form.cards[DestinationKind.NUMBER].click()
    assert view.form.target.isVisible()
    assert view.form.draft.destination.number == ""
    view.form.target.field.setText("mette holm")
    assert view.form.draft.destination == Destination(DestinationKind.NUMBER, "1002140")
    view.form.target.field.setText("mette hølm")
    assert view.form.draft.destination == Destination(DestinationKind.NUMBER, "1002140")
    view.form.target.field.setText("100 2140")
    assert view.form.draft.destination == Destination(DestinationKind.NUMBER, "1002140")
    view.form.target.field.setText("mett")
    assert not view.form.draft.complete


def test_the_tab_key_goes_from_the_destinations_to_the_number_and_on_to_the_texts(view: DiversionView) -> None:
    form = view.form
    form.cards[DestinationKind.NUMBER].click()
    order, widget = [], form.cards[DestinationKind.OPEN].nextInFocusChain()
    while widget is not form.cards[DestinationKind.OPEN]:
        order.append(widget)
        widget = widget.nextInFocusChain()
    assert order.index(form.target.field) < order.index(form.note) < order.index(form.reset)


def test_an_external_number_says_that_it_costs(view: DiversionView) -> None:
    view.form.cards[DestinationKind.NUMBER].click()
    view.form.target.kind.set_chosen("external")
    view.form.target._kind_chosen("external")
    assert view.form.target.cost.isVisible()
    view.form.target.field.setText("My mobile")
    assert view.form.draft.destination.number == "+4520123456"
    view.form.target.field.setText("+46 8 465 004 12")
    assert view.form.draft.destination.number == "+46846500412"


def test_coming_from_a_colleagues_row_proposes_that_colleague(view: DiversionView) -> None:
    view.go_to(DivertTo(number="1002140"))
    assert view.form.target.field.text() == "Mette Holm"
    assert view.form.draft.destination == Destination(DestinationKind.NUMBER, "1002140")


def test_a_loop_keeps_the_button_off_and_says_where(view: DiversionView, actions: NotedActions, qtbot: QtBot) -> None:
    actions.route = RoutePreview((), problem=Problem.LOOP, at="1002141")
    settle(view, actions, qtbot)
    assert view.route.wrong
    assert view.route.sentence == "Calls would loop back to 100 2141"
    assert not view.divert.isEnabled()


def test_a_number_outside_without_a_line_out_keeps_the_button_off_and_says_why(
    view: DiversionView, actions: NotedActions, qtbot: QtBot
) -> None:
    actions.route = RoutePreview((), problem=Problem.NO_LINE_OUT, at="+4520123456")
    settle(view, actions, qtbot)
    assert view.route.wrong
    assert view.route.sentence == "There is no line to the outside: 20 12 34 56 can't be reached"
    assert not view.divert.isEnabled()


def test_what_is_shown_is_sent(view: DiversionView, actions: NotedActions) -> None:
    view.form.note.setText("call Mette")
    view.form.reception_note.setText("back soon")
    view._ask_route()
    QTest.keyClick(view.form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [request] = actions.diverted
    assert (request.reason, request.note, request.reception_note) == (Reason.LUNCH, "call Mette", "back soon")
    assert request.destination == VOICEMAIL
    assert not view.divert.isEnabled(), "not twice"
    actions.replies.pop()(None)
    assert view.banner.isHidden()
    assert view.route.sentence.startswith("Diverted: Lunch until ")


def test_a_refusal_is_said_and_nothing_typed_is_lost(view: DiversionView, actions: NotedActions) -> None:
    view.form.note.setText("call Mette")
    view._ask_route()
    view.divert.click()
    actions.replies.pop()(StoreFull())
    assert view.banner.words == "The diversion wasn't saved. The disk is full. Nothing was changed."
    assert view.form.note.text() == "call Mette"


def test_remembering_makes_a_quick_diversion_of_it(view: DiversionView, actions: NotedActions) -> None:
    view.form.remember.click()
    assert view.form.keeping.name.isVisible()
    QTest.keyClicks(view.form.keeping.name, "Canteen")
    view._ask_route()
    view.divert.click()
    [quick] = actions.quick
    assert (quick.name, quick.minutes) == ("Canteen", 30)
    [request] = actions.diverted
    assert request.preset == "q1", "what is set now bears the name"


def test_a_quick_diversion_without_a_name_is_asked_for_it_and_nothing_is_sent(
    view: DiversionView, actions: NotedActions
) -> None:
    view.form.remember.click()
    view._ask_route()
    view.divert.click()
    assert (actions.quick, actions.diverted) == ([], [])
    assert view.form.keeping.name.accessibleDescription() == "Give the quick diversion a name."
    assert view.form.keeping.name.hasFocus()
    QTest.keyClicks(view.form.keeping.name, "Canteen")
    assert view.form.keeping.name.accessibleDescription() == ""


def test_without_a_connection_the_form_can_be_edited_but_not_sent(
    view: DiversionView, session: Session, qtbot: QtBot
) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert not view.divert.isEnabled()
    qtbot.waitUntil(lambda: view.route.sentence == "Not sent without a connection")
    assert view.form.note.isEnabled()


def test_what_runs_and_is_to_come_stands_at_the_right_with_its_reason(
    view: DiversionView, session: Session, actions: NotedActions
) -> None:
    lunch = standing(Reason.LUNCH, starts=timedelta(minutes=-5), why=Why.EFFECTIVE)
    older = standing(Reason.SICK, starts=timedelta(hours=-2, minutes=90), why=Why.OLDER, name="o")
    trip = standing(Reason.TRAVEL, starts=timedelta(days=3), why=Why.COMING, name="t")
    session.take(views.DiversionsView(current=[lunch, older], coming=[trip], counts=lunch.id), "e:2")
    names = [card.accessibleName() for card in view.side.cards]
    assert names[0].startswith("Lunch, until ")
    assert "A newer one counts" in names[1]
    assert names[2].startswith("Travelling, ")
    view.side.cards[2].remove_wanted.emit(trip)
    assert actions.removed == ["t"]
    view.side.open_phone_wanted.emit()
    assert actions.opened == 1


def test_one_that_is_to_come_is_changed_in_the_form(
    view: DiversionView, session: Session, actions: NotedActions
) -> None:
    trip = standing(Reason.TRAVEL, starts=timedelta(days=3), why=Why.COMING, name="t")
    session.take(views.DiversionsView(current=[], coming=[trip]), "e:2")
    view.side.cards[0].edit_wanted.emit(trip)
    assert view.divert.text() == "Save the change"
    assert view.form.reason is Reason.TRAVEL
    view._ask_route()
    assert actions.previewed[-1].replaces == "t"
    view.divert.click()
    [(which, request)] = actions.changed
    assert which == "t"
    assert abs((request.starts_at - trip.starts_at).total_seconds()) < 60
    assert abs((request.until - trip.until).total_seconds()) < 60


def test_esc_gives_up_a_change_and_only_that(view: DiversionView, session: Session) -> None:
    assert not view.leave()
    view.edit(standing(Reason.TRAVEL, starts=timedelta(days=3), why=Why.COMING))
    assert view.leave()
    assert view.divert.text() in ("Divert", "Plan")


def test_a_change_ends_when_what_was_changed_is_gone(view: DiversionView, session: Session) -> None:
    trip = standing(Reason.TRAVEL, starts=timedelta(days=3), why=Why.COMING, name="t")
    session.take(views.DiversionsView(current=[], coming=[trip]), "e:2")
    view.edit(trip)
    session.take(views.DiversionsView(current=[], coming=[]), "e:3")
    assert view._editing is None


@pytest.mark.parametrize("language", list(Language))
def test_nothing_of_the_form_is_cut_off_at_the_right_in_the_windows_usual_size(
    view: DiversionView, qapp: QApplication, language: Language
) -> None:
    load_translations(qapp, language)
    view.retranslate()
    view.resize(764, 600)
    view.form.divert_to("+4520123456")
    qapp.processEvents()
    room = view.form.mapToGlobal(view.form.rect().topRight()).x()
    parts = [view.form.open_end, *view.form.cards.values(), *view.form.reasons.values(), *view.form.spans]
    for part in (part for part in parts if part.isVisible()):
        assert part.mapToGlobal(part.rect().topRight()).x() <= room, part.text()
        assert part.visibleRegion().boundingRect().width() == part.width(), part.text()
    speak(qapp)


@pytest.mark.parametrize("language", list(Language))
def test_every_control_has_a_name_in_every_language(
    view: DiversionView, session: Session, qapp: QApplication, language: Language
) -> None:
    load_translations(qapp, language)
    lunch = standing(Reason.LUNCH, starts=timedelta(minutes=-5), why=Why.EFFECTIVE)
    session.take(views.DiversionsView(current=[lunch], coming=[], counts=lunch.id), "e:2")
    view.retranslate()
    view.form.cards[DestinationKind.NUMBER].click()
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
    speak(qapp)
