"""Administration: people and devices by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.theme import Choice, install
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire import bodies, events, views


class Server:
    """Answers as the service would, at once, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.refuse: OnePresenceError | None = None
        self.devices: list[views.DeviceListing] = []

    async def add_person(self, body: bodies.PersonBody) -> views.PersonCreated:
        self.asked.append(("add", body))
        person = views.PersonView(id=UserId("new"), name=str(body.name), local_number=str(body.local_number))
        return views.PersonCreated(person=person, activation_code="407193")

    async def change_person(self, user_id: UserId, body: bodies.PersonBody) -> views.PersonView:
        self.asked.append(("change", body))
        return views.PersonView(id=user_id, name="Changed", local_number="1002101", closed=body.closed is True)

    async def remove_person(self, user_id: UserId) -> None:
        self.asked.append(("remove", user_id))

    async def reset_password(self, user_id: UserId) -> str:
        self.asked.append(("reset", user_id))
        return "123987"

    async def person_devices(self, user_id: UserId) -> list[views.DeviceListing]:
        return self.devices

    async def add_device(self, user_id: UserId, body: bodies.DeviceBody) -> views.DeviceListing:
        self.asked.append(("add_device", body))
        device = listing("d9", body.kind, body.number)
        self.devices = [*self.devices, device]
        return device

    async def remove_device(self, device_id: DeviceId) -> None:
        self.devices = [d for d in self.devices if d.id != device_id]

    async def sip_settings(self, device_id: DeviceId) -> views.SipSettings:
        return views.SipSettings(
            device_id=device_id,
            server="192.0.2.9",
            port=5060,
            transport="udp",
            user="1002101-a",
            password="k7Qm-2vXe",
            display_name="Anders",
        )


class Now(Actions):
    """Actions whose questions are answered before they return."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self.server = server

    def ask(self, name: str, verb: Callable[[Any], Awaitable[Any]], reply: Callable[[Any], None]) -> None:
        if self.server.refuse is not None:
            reply(self.server.refuse)
            return
        try:
            verb(self.server).__await__().send(None)
        except StopIteration as answer:
            reply(answer.value)


def listing(name: str, kind: DeviceKind = DeviceKind.DESK, number: str | None = None) -> views.DeviceListing:
    return views.DeviceListing(
        id=DeviceId(name),
        user_id=UserId("u1"),
        kind=kind,
        name="Yealink",
        sip_user=name,
        number=number,
        state=DeviceState.OFFLINE,
    )


def person(n: int, name: str, **more: Any) -> views.PersonView:
    return views.PersonView(id=UserId(f"u{n}"), name=name, local_number=f"100{2100 + n}", **more)


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def page(qtbot: QtBot, server: Server) -> AdministrationPage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install(app, Choice.LIGHT)
    session = Session()
    me = views.MeView(id=UserId("u0"), name="Me", local_number="1002100", role=Role.ADMINISTRATOR, language="da")
    session.take(
        views.SnapshotView(
            event_id="e:0",
            at=session.now(),
            version="0",
            public=views.PublicView(
                customer=views.CustomerView(
                    id=CustomerId("c"), code="100", name="F", region="DK", time_zone="Europe/Copenhagen"
                ),
                people=[
                    person(1, "Anders Holmvig", department="Salg"),
                    person(2, "Birgit Fuglkær", role=Role.ADMINISTRATOR),
                    person(3, "Emil Storbæk", closed=True),
                ],
                presence=[],
                groups=[],
            ),
            private=views.PrivateView(
                me=me, diversions=views.DiversionsView(current=[], coming=[]), messages=[], calls=[], history=[]
            ),
        ),
        "e:0",
    )
    page = AdministrationPage(session, Now(server))
    qtbot.addWidget(page)
    page.resize(764, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.test_session = session  # type: ignore[attr-defined]
    return page


def click(qtbot: QtBot, widget: Any) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_first_person_is_shown_and_the_arrow_keys_go_on(page: AdministrationPage, qtbot: QtBot) -> None:
    assert page.form.name.text() == "Anders Holmvig"
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.form.name.text() == "Birgit Fuglkær"
    assert page.form.role.key == "administrator"


def test_searching_narrows_by_name_department_and_number(page: AdministrationPage) -> None:
    for text, names in [("fugl", ["Birgit Fuglkær"]), ("salg", ["Anders Holmvig"]), ("100 2103", ["Emil Storbæk"])]:
        page.take_search(text)
        assert [page.model.index(r, 0).data().split(",")[0] for r in range(page.model.rowCount())] == names


def test_a_new_person_gets_a_local_number_from_the_onenumber_and_a_code_shown_once(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.new_button)
    assert not page.form.save_button.isEnabled()
    qtbot.keyClicks(page.form.name, "Freja Nørlund")
    qtbot.keyClicks(page.form.one, "+4533122147")
    assert page.form.local.text() == "100 2147"
    assert page.form.local.isReadOnly()
    click(qtbot, page.form.save_button)
    ((_, body),) = server.asked
    assert (body.name, body.local_number, body.one_number) == ("Freja Nørlund", "1002147", "+4533122147")
    assert page.form.code.code.text() == "407 193"
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.form.code.code.text() == ""


def test_a_number_in_use_is_told_at_its_field_and_nothing_is_lost(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.refuse = Conflict(what="local_number")
    page.form.name.setFocus()
    qtbot.keyClicks(page.form.name, " Hansen")
    click(qtbot, page.form.save_button)
    assert page.form.name.text() == "Anders Holmvig Hansen"
    assert page.form.local.property("error") is True
    assert page.form.band.isVisible() and page.form.band.words
    assert page.form.save_button.isEnabled()


def test_access_is_closed_and_opened_and_a_password_reset(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.form.close_button)
    assert server.asked[-1][1].closed is True
    click(qtbot, page.form.close_button)
    assert server.asked[-1][1].closed is False
    click(qtbot, page.form.reset_button)
    assert server.asked[-1][0] == "change" and page.form.sure.isVisible()
    click(qtbot, page.form.sure.leave)
    assert not page.form.sure.isVisible() and server.asked[-1][0] == "change"
    click(qtbot, page.form.reset_button)
    click(qtbot, page.form.sure.agree)
    assert page.form.code.code.text() == "123 987"


def choose(qtbot: QtBot, words: str) -> None:
    """In the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    action = next(a for a in menu.actions() if a.text() == words)
    assert action.isEnabled()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_deleting_is_in_the_menu_and_wants_the_name_typed(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.form.more_button)
    choose(qtbot, "Delete …")
    sure = page.form.sure
    assert sure.agree.text() == "Delete Anders for good" and not sure.agree.isEnabled()
    qtbot.keyClicks(sure.typed, "anders")
    qtbot.keyClick(sure.typed, Qt.Key.Key_Return)
    assert server.asked == [] and sure.isVisible()
    qtbot.keyClicks(sure.typed, " holmvig")
    qtbot.keyClick(sure.typed, Qt.Key.Key_Return)
    assert server.asked == [("remove", "u1")]
    assert not sure.isVisible()


def test_a_row_has_the_same_menu_by_pointer_and_by_key(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    page.list.customContextMenuRequested.emit(page.list.visualRect(page.model.index(2, 0)).center())
    assert page.form.name.text() == "Emil Storbæk"
    choose(qtbot, "Open access")
    assert server.asked[-1][1].closed is False
    page.list.customContextMenuRequested.emit(QPoint(-1, -1))
    choose(qtbot, "Devices")
    assert page.panes.currentWidget() is page.devices
    page.list.customContextMenuRequested.emit(QPoint(-1, -1))
    choose(qtbot, "Edit")
    assert page.panes.currentWidget() is page.form and page.form.name.hasFocus()


def test_the_only_administrator_is_neither_closed_nor_lowered_nor_deleted(
    page: AdministrationPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.form.name.text() == "Birgit Fuglkær"
    assert not page.form.close_button.isEnabled() and not page.form.role.isEnabled()
    click(qtbot, page.form.more_button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert not enabled["Close access"] and not enabled["Delete …"] and enabled["Reset password"]
    menu.close()
    session: Session = page.test_session  # type: ignore[attr-defined]
    session.take(person(1, "Anders Holmvig", role=Role.ADMINISTRATOR), "e:3")
    assert page.form.close_button.isEnabled() and page.form.role.isEnabled()


def test_numbers_stand_in_groups_and_are_kept_as_e164(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    session: Session = page.test_session  # type: ignore[attr-defined]
    session.take(person(1, "Anders Holmvig", one_number="+4533122101", mobile="+4520123447"), "e:3")
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    form = page.form
    assert (form.one.text(), form.mobile.text()) == ("+45 33 12 21 01", "20 12 34 47")
    form.mobile.setFocus()
    form.mobile.selectAll()
    qtbot.keyClicks(form.mobile, "0046701234567")
    form.email.setFocus()
    assert form.mobile.text() == "+46 70 123 45 67"
    click(qtbot, form.save_button)
    body = server.asked[-1][1]
    assert (body.one_number, body.mobile) == ("+4533122101", "+46701234567")


def test_what_is_no_number_is_left_as_it_was_typed(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    page.form.mobile.setFocus()
    qtbot.keyClicks(page.form.mobile, "20 12")
    page.form.email.setFocus()
    assert page.form.mobile.text() == "20 12"
    click(qtbot, page.form.save_button)
    assert server.asked[-1][1].mobile == "20 12"


def test_an_added_desk_phone_shows_its_sip_settings_with_the_password_as_dots(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.segments._halves["devices"])
    qtbot.keyClicks(page.devices.name, "T54W")
    click(qtbot, page.devices.add_button)
    assert server.asked[-1][1].kind is DeviceKind.DESK
    card = page.devices.sip_card
    assert card.isVisible()
    assert [v.text() for v in card.values][:3] == ["192.0.2.9", "5060", "1002101-a"]
    assert "k7Qm" not in card.values[3].text()
    click(qtbot, card.eye)
    assert card.values[3].text() == "k7Qm-2vXe"
    click(qtbot, card.copies[3])
    assert QGuiApplication.clipboard().text() == "k7Qm-2vXe"
    card._wipe_clipboard()
    assert QGuiApplication.clipboard().text() == ""
    click(qtbot, card.close_button)
    assert not card.isVisible()
    assert card.values[3].text() == ""


def test_a_mobile_asks_for_its_number_and_has_no_sip_settings(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.segments._halves["devices"])
    page.devices.kind.set_key("mobile")
    qtbot.keyClicks(page.devices.number, "+4520123447")
    click(qtbot, page.devices.add_button)
    assert server.asked[-1][1].number == "+4520123447"
    assert not page.devices.sip_card.isVisible()
    assert not page.devices.rows[-1].show_sip.isVisible()


def test_a_device_that_registers_is_seen_at_once(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.segments._halves["devices"])
    before = page.devices.rows[0].state.text()
    device = views.DeviceView(id=DeviceId("d1"), kind=DeviceKind.DESK, state=DeviceState.IDLE)
    from onepresence_desktop.domain.presence import Presence

    session: Session = page.test_session  # type: ignore[attr-defined]
    with qtbot.waitSignal(session.presence_changed, timeout=1000):
        session.take(views.PresenceView(user_id=UserId("u1"), presence=Presence.AVAILABLE, devices=(device,)), "e:1")
    assert page.devices.rows[0].state.text() != before


def test_a_device_is_removed(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.segments._halves["devices"])
    click(qtbot, page.devices.rows[0].more)
    choose(qtbot, "Remove Yealink")
    assert page.devices.rows == []
    assert page.devices.empty.isVisible()


def test_a_person_removed_by_another_administrator_leaves_the_list(page: AdministrationPage) -> None:
    session: Session = page.test_session  # type: ignore[attr-defined]
    session.take(events.PersonRemoved(id=UserId("u3")), "e:2")
    assert page.model.rowCount() == 2
