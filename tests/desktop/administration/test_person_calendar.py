"""A person's calendars as their administrator sets them, by mouse and keyboard (spec 5.1, 5.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.calendar.form import CalendarForm
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.domain.connections import ConnectionKind, ConnectionState, Purpose
from onepresence_desktop.domain.errors import Conflict, ConnectionFailed, Invalid
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, MeetingUse
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.calendars import CalendarBody, CalendarView
from onepresence_desktop.wire.connections import ConnectionView
from tests.desktop.administration.test_administration import Server, choose, click

ADDRESS = "https://calendar.example.com/anders.ics"


def view(**more: Any) -> CalendarView:
    values: dict[str, Any] = {
        "kind": CalendarKind.ICS, "address": ADDRESS, "account": "", "use": MeetingUse.SHOW, "show_subject": False,
        "out_of_office": False, "version": "1", "id": CalendarId("a"), **more,
    }  # fmt: skip
    return CalendarView(**values)


class Calendars(Server):
    """A service that has people's calendars, and a connection of the company's when told so."""

    def __init__(self) -> None:
        super().__init__()
        self.there: list[CalendarView] = []
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

    async def person_calendars(self, user_id: UserId) -> list[CalendarView]:
        return self.there if user_id == "u1" else []

    async def put_person_calendar(
        self, user_id: UserId, calendar_id: CalendarId | None, body: CalendarBody
    ) -> list[CalendarView]:
        self.asked.append(("put", calendar_id, body))
        before = next((one for one in self.there if one.id == calendar_id), None)
        if self.wrong is not None:
            raise self.wrong
        if body.version != (before.version if before is not None else ""):
            raise Conflict(what="changed", by="Line", at="2026-11-29T10:00:00+00:00")
        made = view(kind=body.kind, address=body.address, account=body.account, use=body.use, version="2")
        made = replace(made, id=CalendarId(calendar_id or f"new{len(self.there)}"), diverts=not self.there)
        self.there = [made if one.id == made.id else one for one in self.there] + ([] if before else [made])
        return self.there

    async def remove_person_calendar(self, user_id: UserId, calendar_id: CalendarId) -> None:
        self.asked.append(("remove", calendar_id))
        self.there = [one for one in self.there if one.id != calendar_id]


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
    assert form.title.text() == "Calendars of Anders Holmvig" and form.state.text() == "No calendar is read"
    assert form.kind.key == "ics" and form.kind.hasFocus() and not form.save_button.isEnabled()
    assert [form.kind.itemData(row) for row in range(form.kind.count())] == ["ics", "caldav"]
    form.address.setFocus()
    qtbot.keyClicks(form.address, ADDRESS)
    qtbot.keyClick(form.use, Qt.Key.Key_Down)
    form.use.set_key("divert")
    qtbot.keyClick(form.address, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    body = server.asked[-1][2]
    assert (body.kind, body.address, body.use, body.password, body.version) == (
        CalendarKind.ICS, ADDRESS, MeetingUse.DIVERT, "", "",
    )  # fmt: skip
    assert body.show_subject is UNSET, "whether its subject is seen is for its owner to say"
    assert not form.changed and form.forget_button.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.leave() and page.people.form.isVisible()


def test_several_are_listed_and_the_companys_has_no_address(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    server.connect()
    companys = view(id=CalendarId("company"), kind=CalendarKind.COMPANY, address="", use=MeetingUse.DIVERT)
    server.there = [companys, view(account="anders", has_password=True, diverts=False)]
    form = opened(page, qtbot)
    assert [form.which.itemText(row) for row in range(form.which.count())] == [
        "The company's calendar: Microsoft 365",
        "calendar.example.com",
    ]
    assert form.which.hasFocus() and form.which.key == "company" and not form.kind.isEnabled()
    assert not form.address.isVisible() and not form.forget_button.isVisible(), "that is done under Connections"
    qtbot.keyClick(form.which, Qt.Key.Key_Down)
    assert (
        form.address.text() == ADDRESS and form.account.text() == "anders" and "kept" in form.password.placeholderText()
    )
    assert form.kind.isEnabled() and form.forget_button.isVisible() and not form.save_button.isEnabled()
    assert "Now that is The company's calendar: Microsoft 365." in form.rule
    form.use.set_key("divert")
    form.use.picked.emit("divert")
    click(qtbot, form.save_button)
    assert server.asked[-1][1] == "a" and server.asked[-1][2].use is MeetingUse.DIVERT


def test_one_more_is_added_beside_those_that_are_there(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    server.there = [view()]
    form = opened(page, qtbot)
    form.add_button.setFocus()
    qtbot.keyClick(form.add_button, Qt.Key.Key_Space)
    assert form.which.currentText() == "A new one" and form.kind.hasFocus() and form.address.text() == ""
    assert not form.add_button.isEnabled() and not form.forget_button.isVisible()
    form.address.setFocus()
    qtbot.keyClicks(form.address, "https://club.example/x.ics")
    form.which.set_key("a")
    form.which.picked.emit("a")
    assert form.band.isVisible() and form.which.key == "" and form.address.text(), "what was typed is asked about first"
    click(qtbot, form.save_button)
    assert server.asked[-1][1] is None and server.asked[-1][2].version == ""
    assert form.which.key == "new1" and form.which.currentText() == "club.example" and form.add_button.isEnabled()
    click(qtbot, form.forget_button)
    click(qtbot, form.sure.agree)
    assert server.asked[-1] == ("remove", "new1")
    assert form.which.key == "a" and form.address.text() == ADDRESS


def test_there_is_room_for_five(page: AdministrationPage, qtbot: QtBot, server: Calendars) -> None:
    server.there = [view(id=CalendarId(f"{n}"), diverts=not n) for n in range(5)]
    assert not opened(page, qtbot).add_button.isEnabled()


def test_a_password_that_is_kept_is_not_sent_and_what_cant_be_read_is_said(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    read = page.test_session.now() - timedelta(minutes=2)  # type: ignore[attr-defined]
    server.there = [view(kind=CalendarKind.CALDAV, account="anders", has_password=True, read_at=read)]
    form = opened(page, qtbot)
    assert form.state.text() == "Read 2 min ago"
    form.address.setFocus()
    qtbot.keyClicks(form.address, "?")
    server.wrong = Invalid(field="password", problem="again")
    click(qtbot, form.save_button)
    assert server.asked[-1][2].password is UNSET
    assert form.boxes["password"].complaint == "Another server is told it, so type it again."
    qtbot.keyClicks(form.password, "hemmelig")
    server.wrong = ConnectionFailed(reason="sign_in_refused")
    click(qtbot, form.save_button)
    assert server.asked[-1][2].password == "hemmelig"
    assert form.band.words == "The other server refuses the account or its password." and form.changed


def test_trouble_is_told_and_a_calendar_forgotten_once_it_is_sure(
    page: AdministrationPage, qtbot: QtBot, server: Calendars
) -> None:
    server.there = [view(trouble="not_found", read_at=datetime(2026, 11, 29, tzinfo=UTC))]
    form = opened(page, qtbot)
    assert form.state.text() == "The calendar can't be read"
    assert form.under.text() == "There is nothing at that address."
    click(qtbot, form.forget_button)
    assert form.sure.isVisible() and not server.asked
    click(qtbot, form.sure.agree)
    assert server.asked[-1] == ("remove", "a") and form.address.text() == ""
    assert form.state.text() == "No calendar is read" and not form.forget_button.isVisible()


def test_what_somebody_else_set_is_shown_beside_mine(page: AdministrationPage, qtbot: QtBot, server: Calendars) -> None:
    server.there = [view()]
    form = opened(page, qtbot)
    qtbot.keyClicks(form.address, "?x")
    server.there = [view(address="https://other.example/", version="9")]
    click(qtbot, form.save_button)
    assert form.conflict.isVisible()
    click(qtbot, form.conflict.theirs_button)
    assert form.address.text() == "https://other.example/" and not form.changed
    qtbot.keyClicks(form.address, "y")
    server.there = [view(address="https://third.example/", version="10")]
    click(qtbot, form.save_button)
    click(qtbot, form.conflict.mine_button)
    assert server.there[0].address == "https://other.example/y" and not form.changed


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
    assert opened(page, qtbot).title.text() == "Calendars of Birgit Fuglkær" and form.address.text() == ""
    assert server.asked == []
