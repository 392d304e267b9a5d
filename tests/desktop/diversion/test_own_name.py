"""An own quick diversion is called by its own name wherever it is told of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.rows import person_row
from onepresence_desktop.desktop.commands.status import status_words
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.diversion.side_list import SideList
from onepresence_desktop.desktop.own_state import own_state
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.own_card import OwnCard
from onepresence_desktop.desktop.tray.menu import TrayMenu
from onepresence_desktop.domain.diversion import Reason, Why
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.views import PersonView, PresenceView
from tests.desktop.diversion.samples import NotedActions, snapshot, standing
from tests.support.dressing import speak


def test_the_name_stands_on_the_own_card_in_the_list_in_the_tray_and_in_the_status(
    qapp: QApplication, qtbot: QtBot
) -> None:
    speak(qapp)
    session = Session()
    own = standing(Reason.OTHER, starts=timedelta(minutes=-5), why=Why.EFFECTIVE)
    session.take(snapshot(msgspec.structs.replace(own, title="Dentist")), "e:1")
    session.set_connection(Connection(ConnectionState.LIVE))
    card = OwnCard()
    qtbot.addWidget(card)
    card.show_state(own_state(session.mirror, connected=True, connecting=False))
    assert card.lines()[0] == "Dentist"
    side = SideList(session)
    qtbot.addWidget(side)
    assert side.cards[0].accessibleName().startswith("Dentist, ")
    actions = NotedActions()
    menu = TrayMenu(session, actions, CommandRegistry(session, actions))
    qtbot.addWidget(menu)
    assert menu.state_words().startswith("Diverted: Dentist, until ")
    assert "Dentist → OneVoicemail" in status_words(session)


def test_colleagues_see_the_name_instead_of_the_reason(qapp: QApplication) -> None:
    speak(qapp)
    seen = PresenceView(user_id=UserId("m"), presence=Presence.DIVERTED, reason=Reason.OTHER, title="Dentist")
    mette = PersonView(id=UserId("m"), name="Mette Holm", local_number="1002140")
    row = person_row(mette, seen, datetime.now(UTC), favourite=False, confirmed_at=None, live=True)
    assert row.line == "Dentist until further notice"


def test_where_a_colleagues_calls_go_is_told_by_name(qapp: QApplication) -> None:
    speak(qapp)
    session = Session()
    first = snapshot()
    away = PresenceView(user_id=UserId("mette"), presence=Presence.DIVERTED, reason=Reason.LUNCH, destination="1002900")
    session.take(msgspec.structs.replace(first, public=msgspec.structs.replace(first.public, presence=[away])), "e:1")
    model = ColleaguesModel(lambda: session.mirror, session.now)
    assert model.person(UserId("mette")).line == "Lunch until further notice – → Customer service"
