"""One's own details: what is changed is saved when its field is left, what is refused goes back (spec 9.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from msgspec import UNSET, structs
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.hours.hours_text import fits, parse_day, parts, show_day
from onepresence_desktop.desktop.hours.week_body import week_body, week_words
from onepresence_desktop.desktop.profile.chart_layout import Member, chart, step
from onepresence_desktop.desktop.profile.view import ProfileView
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import Invalid, ServerAway
from onepresence_desktop.domain.people import (
    LAST_MINUTE,
    CustomerId,
    DeviceId,
    DeviceKind,
    Opening,
    Role,
    UserId,
    WorkingHours,
)
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views
from tests.desktop.diversion.samples import NotedActions
from tests.desktop.diversion.schedule.samples import run
from tests.support.dressing import dress, speak

WEEK = WorkingHours(tuple((Opening(time(8), time(16)),) if day < 5 else () for day in range(7)))
STAFF = [("me", "Sofie Engdal", "Support"), ("mette", "Mette Holm", "Support"), ("anders", "Anders Riis", "Sales")]


def me() -> views.MeView:
    return views.MeView(
        id=UserId("me"),
        name="Sofie Engdal",
        local_number="1002141",
        role=Role.USER,
        language="da",
        title="Project manager",
        department="Support",
        email="sen@demo.example",
        mobile="+4520123456",
        hours=WEEK,
        devices=[
            views.OwnDeviceView(id=DeviceId("d1"), kind=DeviceKind.DESK, name="Yealink", state=DeviceState.IDLE),
            views.OwnDeviceView(
                id=DeviceId("d2"), kind=DeviceKind.MOBILE, name="", state=DeviceState.UNKNOWN, number="+4520123456"
            ),
        ],
    )


def snapshot() -> views.SnapshotView:
    return views.SnapshotView(
        event_id="e:1",
        at=datetime.now(UTC),
        version="1",
        public=views.PublicView(
            customer=views.CustomerView(
                id=CustomerId("c"), code="100", name="Nordhavn", region="DK", time_zone="Europe/Copenhagen"
            ),
            people=[
                views.PersonView(id=UserId(user), name=name, local_number=f"10021{n}0", department=department)
                for n, (user, name, department) in enumerate(STAFF)
            ],
            presence=[views.PresenceView(user_id=UserId("mette"), presence=Presence.AVAILABLE)],
            groups=[],
        ),
        private=views.PrivateView(
            me=me(), diversions=views.DiversionsView(current=[], coming=[]), messages=[], calls=[], history=[]
        ),
    )


class Service:
    """Takes changes as the service does. refuse: raised by the next."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.asked: list[Any] = []
        self.refuse: Exception | None = None

    async def change_me(self, body: Any) -> views.MeView:
        self._note(body)
        changed = structs.replace(self.session.mirror.me, mobile=body.mobile) if body.mobile is not UNSET else None
        if changed is None:
            week = tuple(
                tuple(Opening(time.fromisoformat(o.start), time.fromisoformat(o.end)) for o in day)
                for day in body.hours
            )
            changed = structs.replace(self.session.mirror.me, hours=WorkingHours(week))
        self.session.take(changed, "")
        return changed

    async def change_own_device(self, device_id: DeviceId, body: Any) -> None:
        self._note((device_id, body.ring_after, body.ring_in_hours))

    def _note(self, what: Any) -> None:
        if self.refuse is not None:
            refuse, self.refuse = self.refuse, None
            raise refuse
        self.asked.append(what)


class Answered(NotedActions):
    """Has the service answer at once."""

    def __init__(self, service: Service) -> None:
        super().__init__()
        self.service = service

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        try:
            answer = run(verb(self.service))
        except (Invalid, ServerAway) as exc:
            answer = exc
        reply(answer)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    dress(qapp)
    speak(qapp)
    made = Session()
    made.take(snapshot(), "e:1")
    made.set_connection(Connection(ConnectionState.LIVE))
    yield made


@pytest.fixture
def service(session: Session) -> Service:
    return Service(session)


@pytest.fixture
def page(session: Session, service: Service, qtbot: QtBot, tmp_path: Path) -> ProfileView:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = ProfileView(session, Answered(service), settings)
    qtbot.addWidget(made)
    made.resize(764, 620)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_hours_are_read_as_people_write_them() -> None:
    assert parse_day("8-16") == (Opening(time(8), time(16)),)
    assert parse_day("12:30–24, 8.00 til 12") == (Opening(time(8), time(12)), Opening(time(12, 30), LAST_MINUTE))
    assert parse_day("") == ()
    assert parse_day("22-6, 8-12") == (Opening(time(8), time(12)), Opening(time(22), time(6)))
    for wrong in ("8-8", "8-12, 11-13", "22-6, 23-24", "eight", "8-25"):
        assert parse_day(wrong) is None, wrong
    day = (Opening(time(8), time(12)), Opening(time(12, 30), LAST_MINUTE))
    assert parse_day(show_day(day)) == day
    assert show_day(day, short=True) == "8–12, 12:30–24"


def test_a_week_in_words_ends_a_day_at_24_as_its_field_does() -> None:
    late, night = Opening(time(16), LAST_MINUTE), Opening(time(22), time(6))
    week = WorkingHours(((late,), (night,), *((),) * 5))
    assert week_words(week) == week_words(week_body(week.days)) == "Monday 16:00–24:00; Tuesday 22:00–06:00"


def test_a_night_is_shown_on_both_of_its_days_and_may_not_last_into_the_next_ones_hours() -> None:
    night, early = Opening(time(22), time(6)), Opening(time(5), time(9))
    week = ((night,), (), (), (), (), (early,), (night,))
    assert [parts(week, day) for day in (0, 1, 2, 5)] == [[(0, 360), (1320, 1440)], [(0, 360)], [], [(300, 540)]]
    assert parts(((Opening(time(18), time(0)),), *((),) * 6), 1) == []
    assert fits(week)
    assert not fits(((night,), (early,), (), (), (), (), ()))


def test_a_night_says_that_it_ends_on_the_day_after_and_one_that_lasts_too_long_is_not_taken(
    page: ProfileView,
) -> None:
    week = page.week
    week.bars.choose(5)
    QTest.keyClicks(week.hours, "22-6")
    week.take()
    assert week.week[5] == (Opening(time(22), time(6)),)
    assert week.hours.text() == "22:00–06:00"
    assert week.night.text() == "Over midnight, until 06:00 on the day after."
    week.bars.choose(6)
    QTest.keyClicks(week.hours, "5-9")
    week.take()
    assert week.week[6] == ()
    assert week.hours.accessibleDescription() == "A night can't last into the hours of the day after."


def test_nights_are_copied_to_the_weekdays_whose_old_hours_they_would_last_into(page: ProfileView) -> None:
    week = page.week
    week.bars.choose(0)
    week.hours.selectAll()
    QTest.keyClicks(week.hours, "16-9")
    week.take()
    assert week.hours.accessibleDescription() == "A night can't last into the hours of the day after."
    QTest.mouseClick(week.copy, Qt.MouseButton.LeftButton)
    assert week.week[:5] == ((Opening(time(16), time(9)),),) * 5 and not week.hours.accessibleDescription()


def test_the_chart_wraps_its_people_and_the_arrows_find_them() -> None:
    people = [Member(UserId(str(n)), f"Person {n}", "") for n in range(5)]
    made = chart("Company", "Support", "5 people", people, 372)
    assert made.columns == 2 and len(made.boxes) == 7
    assert made.boxes[4].top > made.boxes[3].top == made.boxes[2].top
    assert [step(made, 1, 0, 1), step(made, 2, 1, 0), step(made, 3, 0, 1), step(made, 5, 0, 1)] == [2, 3, 5, 5]
    assert step(made, 3, 0, -1) == 1
    assert chart("C", "D", "", [Member(UserId(str(n)), "", "") for n in range(200)], 372).more == 140


def test_what_the_administrator_owns_is_read_and_copied_only(page: ProfileView) -> None:
    assert page.fields["title"].text() == "Project manager"
    for field in page.fields.values():
        assert field.isReadOnly() and field.accessibleDescription() == "Changed by the administrator"
    QTest.keyClicks(page.fields["title"], "x")
    assert page.fields["title"].text() == "Project manager"


def test_the_mobile_is_saved_when_its_field_is_left(page: ProfileView, service: Service) -> None:
    page.mobile.setFocus()
    page.mobile.selectAll()
    QTest.keyClicks(page.mobile, "30405060")
    QTest.keyClick(page.mobile, Qt.Key.Key_Tab)
    assert [body.mobile for body in service.asked] == ["30405060"]
    assert page.saved.text().startswith("Saved ")


def test_a_number_that_is_refused_stays_with_the_reason_beside_it(page: ProfileView, service: Service) -> None:
    service.refuse = Invalid(field="mobile", problem="number")
    page.mobile.setFocus()
    page.mobile.selectAll()
    QTest.keyClicks(page.mobile, "12")
    QTest.keyClick(page.mobile, Qt.Key.Key_Tab)
    assert page.mobile.text() == "12" and page.mobile.property("error")
    assert page.mobile.accessibleDescription() == "That is no telephone number."


def test_a_day_is_chosen_typed_and_copied_to_the_weekdays(page: ProfileView, service: Service) -> None:
    bars = page.week.bars
    wide = (bars.width() - 16) / 7
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(round(8 + wide * 4.5), 40))
    assert bars.accessibleName() == "Working hours, Friday: 08:00–16:00"
    page.week.hours.setFocus()
    page.week.hours.selectAll()
    QTest.keyClicks(page.week.hours, "7-14.30")
    QTest.keyClick(page.week.hours, Qt.Key.Key_Tab)
    hours = service.asked[-1].hours
    assert [(o.start, o.end) for o in hours[4]] == [("07:00", "14:30")]
    assert [(o.start, o.end) for o in hours[0]] == [("08:00", "16:00")]
    QTest.mouseClick(page.week.copy, Qt.MouseButton.LeftButton)
    assert [(o.start, o.end) for o in service.asked[-1].hours[0]] == [("07:00", "14:30")]
    assert service.asked[-1].hours[6] == []
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert page.week.hours.text() == "" and page.week.hours.placeholderText() == "Day off"


def test_hours_that_make_no_sense_are_said_and_not_sent(page: ProfileView, service: Service) -> None:
    page.week.hours.setFocus()
    page.week.hours.selectAll()
    QTest.keyClicks(page.week.hours, "16-16")
    QTest.keyClick(page.week.hours, Qt.Key.Key_Tab)
    assert service.asked == [] and page.week.hours.text() == "16-16"
    assert page.week.hours.accessibleDescription() == "Write like 8–16, or 8–12, 13–16; nothing for a day off."


def test_a_phone_says_its_state_and_when_it_rings_is_changed(page: ProfileView, service: Service) -> None:
    row = page.devices.rows[DeviceId("d1")]
    assert row.title.text() == "Desk phone · Yealink"
    assert row.state.text() == "Ready · calls go out from here"
    row.after.setFocus()
    QTest.keyClick(row.after, Qt.Key.Key_Down)
    QTest.mouseClick(page.devices.rows[DeviceId("d2")].in_hours, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert service.asked == [("d1", 5, False), ("d2", 0, True)]


def test_what_is_refused_goes_back_with_the_reason(page: ProfileView, service: Service) -> None:
    service.refuse = ServerAway()
    row = page.devices.rows[DeviceId("d1")]
    row.after.setFocus()
    QTest.keyClick(row.after, Qt.Key.Key_Down)
    assert page.devices.rows[DeviceId("d1")].after.key == "0"
    assert page.banner.isVisible() and "It wasn't saved." in page.banner.words


def test_the_chart_is_walked_with_the_keys_and_opens_a_colleague(page: ProfileView, qtbot: QtBot) -> None:
    page.chart.setFocus()
    assert page.chart.accessibleName() == "Organisation: Sofie Engdal, Unknown"
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    assert page.chart.accessibleName() == "Organisation: Mette Holm, Available"
    with qtbot.waitSignal(page.want_search) as told:
        QTest.keyClick(page.chart, Qt.Key.Key_Return)
    assert told.args == ["Mette Holm"]
    QTest.keyClick(page.chart, Qt.Key.Key_Up)
    QTest.keyClick(page.chart, Qt.Key.Key_Left)
    assert page.chart.accessibleName() == "Organisation: Sales, 1 person"
    QTest.mouseClick(page.own, Qt.MouseButton.LeftButton)
    assert page.chart.department == "Support"


def test_offline_everything_is_read_and_nothing_changed(page: ProfileView, session: Session) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert not page.mobile.isEnabled() and page.week.hours.isReadOnly()
    assert not page.devices.rows[DeviceId("d1")].after.isEnabled()
    assert page.saved.text() == "Changes need a connection"
    assert page.fields["local"].text() == "100 2141"
