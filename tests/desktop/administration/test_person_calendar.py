"""A person's calendar as their administrator sets it, by mouse and keyboard (spec 5.1, 5.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec import UNSET
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.calendar.form import CalendarForm
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.domain.connections import ConnectionKind, ConnectionState, Purpose
from onepresence_desktop.domain.errors import Conflict, ConnectionFailed, Invalid
from onepresence_desktop.domain.meetings import CalendarKind, MeetingUse
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.calendars import CalendarBody, CalendarView
from onepresence_desktop.wire.connections import ConnectionView
from tests.desktop.administration.test_administration import Server, choose, click

ADDRESS = "https://calendar.example.com/anders.ics"


def view(**more: Any) -> CalendarView:
    values: dict[str, Any] = {
        "kind": CalendarKind.ICS, "address": ADDRESS, "account": "", "use": MeetingUse.SHOW, "show_subject": False,
        "out_of_office": False, "version": "1", **more,
    }  # fmt: skip
    return CalendarView(**values)


class Calendars(Server):
    """A service that has people's calendars, and a connection of the company's when told so."""

    def __init__(self) -> None:
        super().__init__()
        self.there: dict[str, CalendarView] = {}
        self.companys: list[ConnectionView] = []
        self.wrong: Exception | None = None

    def connect(self) -> None:
        connection = ConnectionView(
            id="k", name="Microsoft 365", kind=ConnectionKind.GRAPH, purpose=Purpose.CALENDAR, enabled=True,
            settings={}, secrets=[], counts=True, state=ConnectionState.OK,
        )  # fmt: skip
        self.companys = [connection]

    async def connections(self) -> list[ConnectionView]:
        return self.companys

    async def person_calendar(self, user_id: UserId) -> CalendarView | None:
        return self.there.get(user_id)

    async def put_person_calendar(self, user_id: UserId, body: CalendarBody) -> CalendarView:
        self.asked.append(("put", body))
        before = self.there.get(user_id)
        if self.wrong is not None:
            raise self.wrong
        if body.version != (before.version if before is not None else ""):
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        made = view(kind=body.kind, address=body.address, account=body.account, use=body.use, version="2")
        self.there[user_id] = made
        return made

    async def remove_person_calendar(self, user_id: UserId) -> None:
        self.asked.append(("remove", user_id))
        del self.there[user_id]


@pytest.fixture
def server() -> Calendars:
    return Calendars()


def opened(page: AdministrationPage, qtbot: QtBot) -> CalendarForm:
    """From the person's menu."""
    click(qtbot, page.people.form.more_button)
    choose(qtbot, "Calendar")
    form = page.people.calendar.form
    assert form.isVisible() and not page.people.form.isVisible()
    return form


def test_an_address_is_set_and_meetings_may_divert(page: AdministrationPage, qtbot: QtBot, server: Calendars) -> None:
    form = opened(page, qtbot)
    assert form.title.text() == "Calendar of Anders Holmvig" and form.state.text() == "No calendar is read"
    assert form.kind.key == "ics" and form.kind.hasFocus() and not form.save_button.isEnabled()
    assert [form.kind.itemData(row) for row in range(form.kind.count())] == ["ics", "caldav"]
    form.address.setFocus()
    qtbot.keyClicks(form.address, ADDRESS)
    qtbot.keyClick(form.use, Qt.Key.Key_Down)
    form.use.set_key("divert")
    qtbot.keyClick(form.address, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    body = server.asked[-1][1]
    assert (body.kind, body.address, body.use, body.password, body.version) == (
        CalendarKind.ICS, ADDRESS, MeetingUse.DIVERT, "", "",
    )  # fmt: skip
    assert body.show_subject is UNSET, "whether its subject is seen is for its owner to say"
    assert not form.changed and form.forget_button.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.leave() and page.people.form.isVisible()


def test_the_companys_connection_is_offered_and_hides_the_address(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    server.connect()
    server.there["u1"] = view(account="anders", has_password=True)
    form = opened(page, qtbot)
    assert form.account.text() == "anders" and "kept" in form.password.placeholderText()
    assert form.kind.itemText(0) == "The company's connection: Microsoft 365"
    form.kind.set_key("company")
    form.kind.picked.emit("company")
    assert not form.address.isVisible() and not form.password.isVisible() and form.save_button.isEnabled()
    click(qtbot, form.save_button)
    body = server.asked[-1][1]
    assert (body.kind, body.address, body.account, body.version) == (CalendarKind.COMPANY, "", "", "1")
    assert not form.forget_button.isVisible(), "the company's connection is taken away under Connections"


def test_a_password_that_is_kept_is_not_sent_and_what_cant_be_read_is_said(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    read = page.test_session.now() - timedelta(minutes=2)  # type: ignore[attr-defined]
    server.there["u1"] = view(kind=CalendarKind.CALDAV, account="anders", has_password=True, read_at=read)
    form = opened(page, qtbot)
    assert form.state.text() == "Read 2 min ago"
    form.address.setFocus()
    qtbot.keyClicks(form.address, "?")
    server.wrong = Invalid(field="password", problem="again")
    click(qtbot, form.save_button)
    assert server.asked[-1][1].password is UNSET
    assert form.boxes["password"].complaint == "Another server is told it, so type it again."
    qtbot.keyClicks(form.password, "hemmelig")
    server.wrong = ConnectionFailed(reason="sign_in_refused")
    click(qtbot, form.save_button)
    assert server.asked[-1][1].password == "hemmelig"
    assert form.band.words == "The other server refuses the account or its password." and form.changed


def test_trouble_is_told_and_a_calendar_forgotten_once_it_is_sure(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    server.there["u1"] = view(trouble="not_found", read_at=datetime(2026, 11, 29, tzinfo=UTC))
    form = opened(page, qtbot)
    assert form.state.text() == "The calendar can't be read"
    assert form.under.text() == "There is nothing at that address."
    click(qtbot, form.forget_button)
    assert form.sure.isVisible() and not server.asked
    click(qtbot, form.sure.agree)
    assert server.asked[-1] == ("remove", "u1") and form.address.text() == ""
    assert form.state.text() == "No calendar is read" and not form.forget_button.isVisible()


def test_what_somebody_else_set_is_shown_beside_mine(page: AdministrationPage, qtbot: QtBot, server: Calendars) -> None:
    form = opened(page, qtbot)
    qtbot.keyClicks(form.address, ADDRESS)
    server.there["u1"] = view(address="https://other.example/", version="9")
    click(qtbot, form.save_button)
    assert form.conflict.isVisible()
    click(qtbot, form.conflict.theirs_button)
    assert form.address.text() == "https://other.example/" and not form.changed


def test_another_person_is_asked_about_before_what_was_typed_is_left(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    form = opened(page, qtbot)
    qtbot.keyClicks(form.address, "https://half")
    page.people.list.setFocus()
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    assert form.isVisible() and form.band.isVisible() and form.address.text() == "https://half"
    qtbot.waitUntil(lambda: page.people.list.currentIndex().row() == 0)
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    assert page.people.form.isVisible() and page.people.form.name.text() == "Birgit Fuglkær"
    assert opened(page, qtbot).title.text() == "Calendar of Birgit Fuglkær" and form.address.text() == ""
    assert server.asked == []
