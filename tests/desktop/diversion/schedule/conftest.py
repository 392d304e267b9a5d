"""The page of the section with a week in May 2025 and a service that answers at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.diversion.page import SCHEDULE, DivertPage
from onepresence_desktop.desktop.diversion.schedule.view import SchedulePane
from onepresence_desktop.desktop.diversion.view import DiversionView
from onepresence_desktop.desktop.session import Connection, ConnectionState
from onepresence_desktop.domain.diversion import OPEN, Reason
from tests.desktop.diversion.samples import snapshot
from tests.desktop.diversion.schedule.samples import METTE, ServedActions, Service, StillSession, local, view
from tests.support.dressing import dress, speak


@pytest.fixture
def session(qapp: QApplication) -> Iterator[StillSession]:
    """Live, signed in as Sofie."""
    dress(qapp)
    speak(qapp)
    made = StillSession()
    made.take(snapshot(), "e:1")
    made.set_connection(Connection(ConnectionState.LIVE))
    yield made


@pytest.fixture
def service(session: StillSession) -> Service:
    """With lunch on weekdays, a weekly meeting, one that comes once, and a day at home with the phone open."""
    made = Service(session)
    made.put(
        view(
            "lunch",
            local(5, 12),
            rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            duration=timedelta(minutes=30),
            reason=Reason.LUNCH,
            note="Call Mette",
        )
    )
    made.put(view("weekly", local(5, 9), rrule="FREQ=WEEKLY;BYDAY=MO", title="Weekly meeting", destination=METTE))
    made.put(view("visit", local(14, 13), title="Customer", destination=METTE, exdates=(date(2025, 5, 1),)))
    made.put(view("home", local(16, 8), reason=Reason.HOME_OFFICE, destination=OPEN, duration=timedelta(hours=4)))
    return made


@pytest.fixture
def actions(service: Service) -> ServedActions:
    """Answered by the service."""
    return ServedActions(service)


@pytest.fixture
def page(session: StillSession, actions: ServedActions, qtbot: QtBot) -> DivertPage:
    """The section with the week in front."""
    made = DivertPage(session, actions, DiversionView(session, actions))
    qtbot.addWidget(made)
    made.resize(764, 590)
    with qtbot.waitActive(made):
        made.show()
    made.show_part(SCHEDULE)
    return made


@pytest.fixture
def pane(page: DivertPage) -> SchedulePane:
    """The week."""
    return page.schedule
