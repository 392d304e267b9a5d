"""What is sent is what is meant: once, at the time that is meant, and with the reason where it can't be."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.diversion.when import format_when
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.diversion import (
    Destination,
    DestinationKind,
    Reason,
    Why,
)
from onepresence_desktop.domain.preview import PartKind, RoutePart, RoutePreview
from onepresence_desktop.wire import views
from tests.desktop.diversion.samples import MovedSession, NotedActions, settle, standing


def test_a_draft_that_nobody_touched_follows_the_clock(
    view: DiversionView, session: MovedSession, actions: NotedActions
) -> None:
    before = view.form.ends.text()
    session.ahead = timedelta(minutes=45)
    view.form.times.follow()
    assert view.form.ends.text() != before
    assert view.form.draft.wrong is None
    view._ask_route()
    view.divert.click()
    [request] = actions.diverted
    assert request.duration == timedelta(minutes=30)


def test_a_time_that_was_typed_stays_and_is_said_to_have_passed_when_it_has(
    view: DiversionView, session: MovedSession
) -> None:
    view.form.ends.selectAll()
    QTest.keyClicks(view.form.ends, format_when(session.now() + timedelta(minutes=20), session.now()))
    typed = view.form.ends.text()
    session.ahead = timedelta(minutes=45)
    view.form.times.follow()
    view.form.times._tidy()
    assert view.form.ends.text() == typed
    assert view.form.draft.wrong is Wrong.END_PAST
    assert view.form.ends.accessibleDescription() == "That time has passed."


def test_a_beginning_that_has_come_means_now_and_not_tomorrow(view: DiversionView, session: MovedSession) -> None:
    QTest.keyClicks(view.form.starts, "+10")
    begins = view.form.draft.starts_at
    session.ahead = timedelta(minutes=5)
    assert view.form.draft.starts_at == begins
    session.ahead = timedelta(minutes=15)
    assert view.form.draft.starts_at is None


def test_pressed_three_times_there_is_one_and_the_form_says_so_and_starts_anew(
    view: DiversionView, actions: NotedActions, qtbot: QtBot
) -> None:
    view.form.reasons[Reason.MEETING].click()
    view.form.note.setText("with the bank")
    QTest.keyClicks(view.form.starts, "+60")
    view._ask_route()
    for _ in range(3):
        view.divert.click()
        if actions.replies:
            actions.replies.pop()(None)
            view._diversions_changed()
            view._ask_route()
    assert len(actions.diverted) == 1
    assert view.route.sentence.startswith("Planned: Meeting, ")
    assert not view.divert.isEnabled()
    assert view.divert.toolTip() == view.route.sentence, "no button is off without its reason"
    assert (view.form.reason, view.form.note.text(), view.form.starts.text()) == (Reason.LUNCH, "", "")
    view.form.reasons[Reason.LUNCH].click()
    qtbot.waitUntil(lambda: view.divert.isEnabled())


def test_one_that_was_ended_can_be_had_back(view: DiversionView, session: Session, actions: NotedActions) -> None:
    trip = standing(Reason.TRAVEL, starts=timedelta(days=3), why=Why.COMING, name="t")
    session.take(views.DiversionsView(current=[], coming=[trip]), "e:2")
    view.side.cards[0].remove_wanted.emit(trip)
    assert actions.removed == ["t"]
    assert view.banner.words == "“Travelling” has been cancelled."
    view.banner.action_clicked.emit()
    [request] = actions.diverted
    assert (request.reason, request.starts_at, request.until) == (Reason.TRAVEL, trip.starts_at, trip.until)
    assert view.banner.isHidden()


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("colleague", "mett", "No colleague has that name or local number."),
        ("colleague", "100 2999", "No colleague has that name or local number."),
        ("group", "sales", "There is no group of that name."),
        ("external", "Mum", "That is no telephone number, and no saved one has that name."),
    ],
)
def test_a_name_or_number_that_leads_nowhere_is_said_at_its_field(
    view: DiversionView, kind: str, typed: str, words: str
) -> None:
    view.form.cards[DestinationKind.NUMBER].click()
    view.form.target.kind.set_chosen(kind)
    view.form.target._kind_chosen(kind)
    view.form.target.field.setText(typed)
    view._ask_route()
    assert view.route.sentence == words
    assert view.divert.toolTip() == words
    view.form.target.field.editingFinished.emit()
    assert view.form.target.field.accessibleDescription() == words


def test_the_own_mobile_is_called_by_its_name_in_the_route_and_in_the_list(
    view: DiversionView, session: Session, actions: NotedActions, qtbot: QtBot
) -> None:
    actions.route = RoutePreview((RoutePart(PartKind.EXTERNAL, "+4520123456"),), costs=True)
    settle(view, actions, qtbot)
    assert view.route.sentence == "Calls now → My mobile"
    to_mobile = msgspec.structs.replace(
        standing(Reason.LUNCH, starts=timedelta(minutes=-5), why=Why.EFFECTIVE),
        destination=Destination(DestinationKind.NUMBER, "+4520123456"),
    )
    session.take(views.DiversionsView(current=[to_mobile], coming=[], counts=to_mobile.id), "e:2")
    assert "My mobile" in view.side.cards[0].accessibleName()
