"""Settings, Calendar: what meetings of each do, which may divert, words; and what is told five minutes before."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.popups.announcements import Announcements
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.calendar_pane import CalendarPane
from onepresence_desktop.domain.diversion import OPEN, VOICEMAIL, DiversionId, Origin, Reason, Why
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, MeetingUse
from onepresence_desktop.wire.calendar_words import CalendarWordsBody, CalendarWordsView, WordRuleBody
from onepresence_desktop.wire.calendars import CalendarPatch, CalendarView
from onepresence_desktop.wire.diversions import DiversionsView, StandingView
from tests.desktop.administration.test_administration import Now, Server, click, signed_in
from tests.support.dressing import dress


def view(name: str, **more: Any) -> CalendarView:
    values: dict[str, Any] = {
        "kind": CalendarKind.ICS, "address": "", "account": "", "use": MeetingUse.SHOW, "show_subject": False,
        "out_of_office": False, "id": CalendarId(name), **more,
    }  # fmt: skip
    return CalendarView(**values)


class Calendar(Server):
    """A service with a calendar, or without one."""

    def __init__(self) -> None:
        super().__init__()
        self.views = [view("own", address="https://x.example/")]
        self.wrong: Exception | None = None
        self.words = CalendarWordsView(
            on=False, rules=[], company=[], usual=[WordRuleBody(word="frokost", reason=Reason.LUNCH)]
        )

    async def my_calendars(self) -> list[CalendarView]:
        return self.views

    async def change_calendar(self, calendar_id: CalendarId, patch: CalendarPatch) -> list[CalendarView]:
        self.asked.append((calendar_id, patch))
        if self.wrong is not None:
            raise self.wrong
        if patch.diverts is True:
            self.views = [replace(one, diverts=one.id == calendar_id) for one in self.views]
        return self.views

    async def calendar_words(self) -> CalendarWordsView:
        return self.words

    async def save_calendar_words(self, body: CalendarWordsBody) -> CalendarWordsView:
        self.asked.append(("words", body))
        if any(rule.word == "!" for rule in body.rules):
            raise Invalid(field="rules[0].word", problem="missing")
        self.words = CalendarWordsView(on=body.on, rules=body.rules, company=[], usual=self.words.usual)
        return self.words

    async def remove_diversion(self, diversion_id: DiversionId) -> None:
        self.asked.append(("remove", diversion_id))


@pytest.fixture
def server() -> Calendar:
    return Calendar()


@pytest.fixture
def session(qapp: QApplication) -> Session:
    dress(qapp)
    made = Session()
    signed_in(made, [])
    made.set_connection(Connection(ConnectionState.LIVE))
    return made


@pytest.fixture
def pane(qtbot: QtBot, session: Session, server: Calendar) -> CalendarPane:
    made = CalendarPane(session, Now(server))
    made.retranslate()
    qtbot.addWidget(made)
    made.resize(620, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_meetings_divert_once_their_owner_says_so(pane: CalendarPane, server: Calendar) -> None:
    (card,) = pane.cards
    assert card.use.key == "show" and card.use.isEnabled() and not card.diverts.isVisible()
    card.use.set_key("divert")
    card.use.picked.emit("divert")
    assert server.asked == [("own", CalendarPatch(use=MeetingUse.DIVERT))]


def three(server: Calendar, session: Session) -> None:
    """The company's, which may divert, and two at one server, one of which can't be read."""
    server.views = [
        view("company", kind=CalendarKind.COMPANY, use=MeetingUse.DIVERT, read_at=session.now() - timedelta(minutes=5)),
        view("a", address="https://dav.example.com/anders/secret/", diverts=False, trouble="sign_in_refused"),
        view("b", address="https://dav.example.com/club/", diverts=False, show_subject=True),
    ]


def test_each_calendar_says_how_it_is_and_what_it_is_for(
    pane: CalendarPane, server: Calendar, session: Session
) -> None:
    three(server, session)
    pane.refresh()
    assert [row.words for row in (card.rows[0] for card in pane.cards)] == [
        "The company's calendar Read 5 min ago",
        "dav.example.com (1) The other server refuses the account or its password.",
        "dav.example.com (2) Not read yet",
    ]
    names = [control.accessibleName() for card in pane.cards for row in card.rows for control in row.controls]
    assert len(set(names)) == len(names) == 12
    assert names[4:6] == ["May divert: dav.example.com (1)", "Meetings: dav.example.com (1)"]
    offered = [[card.use.itemData(row) for row in range(card.use.count())] for card in pane.cards]
    assert offered == [["never", "show", "divert"], ["never", "show"], ["never", "show"]]
    assert [card.subject.isChecked() for card in pane.cards] == [False, False, True]


def test_one_of_them_may_divert_and_another_is_chosen_by_the_keyboard(
    pane: CalendarPane, server: Calendar, session: Session, qtbot: QtBot
) -> None:
    three(server, session)
    pane.refresh()
    first, second, third = pane.cards
    assert [card.diverts.isChecked() for card in pane.cards] == [True, False, False]
    first.diverts.setFocus()
    qtbot.keyClick(first.diverts, Qt.Key.Key_Down)
    assert second.diverts.hasFocus() and server.asked == [("a", CalendarPatch(diverts=True))]
    assert [card.diverts.isChecked() for card in pane.cards] == [False, True, False]
    assert pane.cards == [first, second, third], "what has the focus stays"
    server.wrong = ConnectionFailed(reason="busy")
    click(qtbot, third.diverts)
    assert [card.diverts.isChecked() for card in pane.cards] == [False, True, False] and pane.band.isVisible()
    server.wrong = None
    click(qtbot, third.subject)
    assert server.asked[-1] == ("b", CalendarPatch(show_subject=False))


def test_words_are_switched_on_and_one_s_own_are_added_and_taken_away(
    pane: CalendarPane, server: Calendar, qtbot: QtBot
) -> None:
    click(qtbot, pane.on)
    assert server.words.on and not pane.own.add.isEnabled()
    qtbot.keyClicks(pane.own.word, "Stand-up")
    pane.own.reason.set_key("home_office")
    pane.own.where.set_key("open")
    click(qtbot, pane.own.add)
    assert server.words.rules == [WordRuleBody(word="Stand-up", reason=Reason.HOME_OFFICE, destination=OPEN)]
    assert pane.own.word.text() == "" and [row.rule.word for row in pane.own.rules] == ["Stand-up"]
    qtbot.keyClicks(pane.own.word, "!")
    click(qtbot, pane.own.add)
    assert pane.band.isVisible() and pane.own.word.text() == "!" and len(pane.own.rules) == 1
    click(qtbot, pane.own.rules[0].remove)
    assert server.words.rules == [] and server.words.on


def test_who_has_no_calendar_is_told_so(session: Session, server: Calendar, qtbot: QtBot) -> None:
    server.views = []
    pane = CalendarPane(session, Now(server))
    qtbot.addWidget(pane)
    pane.retranslate()
    with qtbot.waitExposed(pane):
        pane.show()
    assert "isn't connected" in pane.band.words and not pane.cards[0].use.isEnabled() and pane.on.isEnabled()


def coming(session: Session, minutes: float, origin: Origin = Origin.CALENDAR) -> DiversionsView:
    start = session.now() + timedelta(minutes=minutes)
    one = StandingView(
        id=DiversionId("calendar-1"), reason=Reason.LUNCH, starts_at=start, until=start + timedelta(hours=1),
        destination=VOICEMAIL, note="", reception_note="", origin=origin, preset=None, title="", why=Why.COMING,
    )  # fmt: skip
    return DiversionsView(current=[], coming=[one])


def test_what_comes_from_the_calendar_is_told_five_minutes_before_with_not_this_time(
    session: Session, server: Calendar, qtbot: QtBot
) -> None:
    shown: list[Any] = []
    actions = Now(server)
    removed: list[str] = []
    actions.remove_diversion = removed.append  # type: ignore[method-assign,assignment]
    told = Announcements(session, actions, shown.append)
    session.take(coming(session, 20), "e:1")
    session.take(coming(session, 4, Origin.SCHEDULE), "e:2")
    assert shown == []
    session.take(coming(session, 4), "e:3")
    told.look()
    assert len(shown) == 1 and shown[0].line.text() == "From your calendar: OneVoicemail"
    qtbot.addWidget(shown[0])
    shown[0].action.click()
    assert removed == ["calendar-1"]
