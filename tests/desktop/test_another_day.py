"""What is said of days is said again when it is another day, also to who slept over midnight."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.administration.audit_pane import AuditPane
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.calls.rows import Head
from onepresence_desktop.desktop.calls.view import CallsView
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.inbox.view import InboxView
from onepresence_desktop.desktop.popups.incoming import IncomingCalls
from onepresence_desktop.desktop.popups.toasts import ToastStack
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.desktop.shell.presenter import WindowPresenter
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.calls import CallId, CallRecord, CallState, Cause, Direction
from onepresence_desktop.domain.diversion import Reason, Why
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.calls import CallView
from onepresence_desktop.wire.privacy import AuditView
from tests.desktop.colleagues.test_colleagues_view import presence, snapshot
from tests.desktop.diversion.samples import NotedActions, standing
from tests.desktop.inbox.test_inbox import Choices
from tests.support.dressing import dress, speak

MIDNIGHT = datetime(2026, 12, 1).astimezone()
ENDS, BEFORE, ME = MIDNIGHT + timedelta(minutes=24), MIDNIGHT - timedelta(minutes=5), UserId("me")


class Clocked(Session):
    """A session whose present moment a test sets."""

    moment = BEFORE

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot) -> Clocked:
    """Anders and I are at lunch until 00:24; I had a call and a message five minutes before midnight."""
    dress(qapp)
    speak(qapp)
    made, first = Clocked(), snapshot()
    lunch = structs.replace(standing(Reason.LUNCH, starts=timedelta(), why=Why.EFFECTIVE), starts_at=BEFORE, until=ENDS)
    call = CallRecord("h", CallId("c"), ME, Direction.MISSED, "+4533123407", "", BEFORE, timedelta(), Cause.NO_ANSWER)
    message = Message(MessageId("m"), ME, MessageKind.SMS, "+4533123407", "", BEFORE, read=True, text="Hello")
    private = structs.replace(
        first.private,
        diversions=structs.replace(first.private.diversions, current=[lunch], counts=lunch.id),
        history=[call],
        messages=[message],
    )
    made.take(structs.replace(first, private=private), "e:1")
    for user in ("anders", "me"):
        made.take(presence(user, Presence.DIVERTED, reason=Reason.LUNCH, until=ENDS), "e:2")
    made.set_connection(Connection(ConnectionState.LIVE))
    return made


class Unanswered(NotedActions):
    """Nobody answers."""

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        return


@pytest.fixture
def actions(qapp: QApplication) -> NotedActions:
    return Unanswered()


def shown(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()


def midnight_passes(session: Clocked, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.day_changed):
        session.moment = MIDNIGHT + timedelta(minutes=2)
        session.look_at_day()


def test_the_day_changes_at_midnight_and_once(session: Clocked, qtbot: QtBot) -> None:
    told: list[datetime] = []
    session.day_changed.connect(lambda: told.append(session.moment))
    session.moment = MIDNIGHT - timedelta(milliseconds=20)
    session.look_at_day()
    assert told == []
    session.moment = MIDNIGHT
    qtbot.waitUntil(lambda: told == [MIDNIGHT])
    session.moment = MIDNIGHT + timedelta(hours=23)
    session.look_at_day()
    assert told == [MIDNIGHT]


def test_rows_and_details_of_colleagues_say_it_again(session: Clocked, actions: NotedActions, qtbot: QtBot) -> None:
    page = ColleaguesView(session, actions)
    shown(page, qtbot)
    place = page.model.place_of(UserId("anders"))
    assert place is not None
    page.list.choose(place)
    QTest.keyClick(page.list, Qt.Key.Key_Right)

    def said() -> str:
        return " / ".join(label.text() for label in page.details.findChildren(QLabel) if label.isVisible())

    assert "until tomorrow 00:24" in page.model.person(UserId("anders")).line and "until tomorrow 00:24" in said()
    midnight_passes(session, qtbot)
    assert page.model.person(UserId("anders")).line == "Lunch until 00:24"
    assert "until 00:24" in said() and "tomorrow" not in said()


def test_diversions_say_it_again(session: Clocked, actions: NotedActions, qtbot: QtBot) -> None:
    page = DiversionView(session, actions)
    shown(page, qtbot)
    assert "until tomorrow 00:24" in page.side.cards[0].accessibleName()
    midnight_passes(session, qtbot)
    assert "tomorrow" not in page.side.cards[0].accessibleName()


async def test_the_heads_of_the_history_say_it_again(session: Clocked, actions: NotedActions, qtbot: QtBot) -> None:
    page = CallsView(session, actions)
    shown(page, qtbot)

    def heads() -> list[str]:
        return [row.text for row in page.model.rows if isinstance(row, Head)]

    before = heads()
    midnight_passes(session, qtbot)
    assert before[0].startswith("Today") and heads()[0].startswith("Yesterday")


def test_messages_say_it_again(session: Clocked, actions: NotedActions, qtbot: QtBot, tmp_path: Path) -> None:
    page = InboxView(session, actions, Choices(tmp_path).outlet)
    shown(page, qtbot)
    before = page.model.rows[0].when
    midnight_passes(session, qtbot)
    assert before == "23:55" and page.model.rows[0].when == "Yesterday"


def test_the_own_card_says_it_again(session: Clocked, actions: NotedActions, qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    window = MainWindow([])
    cards = CallerCards(session, actions, settings)
    WindowPresenter(window, session, actions, CommandRegistry(session, actions), cards)
    shown(window, qtbot)
    card = window.left.own_card
    assert card.lines() == ("Lunch", "until tomorrow 00:24") and "tomorrow" in card.accessibleName()
    midnight_passes(session, qtbot)
    assert card.lines() == ("Lunch", "until 00:24") and "tomorrow" not in card.accessibleName()


def test_what_is_said_of_a_caller_is_said_again(
    session: Clocked, actions: NotedActions, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    cards, stack = CallerCards(session, actions, settings), ToastStack()
    incoming, bar = IncomingCalls(session, actions, settings, stack, cards), CallBar(session, actions, cards)
    qtbot.addWidget(bar)
    for name, state in (("rings", CallState.RINGING), ("lasts", CallState.CONNECTED)):
        call = CallView(id=CallId(name), state=state, outgoing=False, number="+4533123407", started_at=BEFORE)
        session.take(call, "e:3")
    toast = incoming.toasts[CallId("rings")]

    def said() -> tuple[str, str]:
        return toast.lines.shown[0].words, bar.cards[CallId("lasts")].accessibleName()

    assert all("today 23:55" in words for words in said()), said()
    toast._fresh.stop()
    midnight_passes(session, qtbot)
    assert all("yesterday 23:55" in words for words in said()), said()
    stack.close_all()


def test_the_day_board_goes_on_to_the_new_day_and_stays_where_somebody_looks_ahead(
    session: Clocked, actions: NotedActions, qtbot: QtBot
) -> None:
    there = datetime(2026, 12, 1, tzinfo=ZoneInfo("Europe/Copenhagen"))
    session.moment = there - timedelta(minutes=5)
    page = ColleaguesView(session, actions)
    shown(page, qtbot)
    page.show_as("day")
    assert page.board.day == date(2026, 11, 30) and page.board.is_today
    session.moment = there + timedelta(minutes=2)
    session.day_changed.emit()
    assert page.board.day == date(2026, 12, 1) and page.board.is_today
    page.board.turn(2)
    session.moment += timedelta(days=1)
    session.day_changed.emit()
    assert page.board.day == date(2026, 12, 3) and not page.board.is_today


def test_the_log_says_it_again(session: Clocked, actions: NotedActions, qtbot: QtBot) -> None:
    pane = AuditPane(session, actions)
    shown(pane, qtbot)
    pane.model.now = company_time.local(session.now())
    pane.model.show([AuditView(id=1, at=BEFORE, who="Anders", action="signed_in", subject="1002101", detail="")])
    first = pane.model.index(0, 0)
    assert str(first.data()).startswith("Today 23:55")
    midnight_passes(session, qtbot)
    assert str(first.data()).startswith("Yesterday 23:55")
