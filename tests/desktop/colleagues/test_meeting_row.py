"""What a colleague's row says of a meeting under way (spec 5.1)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.rows import person_row
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire import views

NOW = datetime.now(UTC).replace(hour=10, minute=0)
METTE = views.PersonView(id=UserId("mette"), name="Mette", local_number="1002140")


def line(**more: object) -> str:
    seen = views.PresenceView(user_id=METTE.id, presence=Presence.MEETING, **more)  # type: ignore[arg-type]
    return person_row(METTE, seen, NOW, favourite=False, confirmed_at=None, live=True).line


def test_it_tells_until_when_and_what_about_where_that_may_be_read(qtbot: QtBot) -> None:
    until = NOW + timedelta(minutes=30)
    assert line(meeting_until=until) == f"In a meeting until {texts.clock(until)}"
    assert line(meeting_until=until, meeting="Budget") == f"In a meeting until {texts.clock(until)} – Budget"


def test_a_diversion_says_more_than_the_meeting_it_was_set_for(qtbot: QtBot) -> None:
    until = NOW + timedelta(minutes=30)
    assert "Lunch" in line(meeting_until=until, reason=Reason.LUNCH, until=until)
