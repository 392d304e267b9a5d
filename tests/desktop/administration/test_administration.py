"""Administration: people and devices by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import UNSET, structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.people import CustomerId, DeviceId, DeviceKind, Role, UserId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.wire import bodies, views


class Server:
    """Answers as the service would, at once, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.refuse: OnePresenceError | None = None
        self.devices: list[views.DeviceListing] = []
        self.transport = "udp"

    async def add_person(self, body: bodies.PersonBody) -> views.PersonCreated:
        self.asked.append(("add", body))
        person = views.PersonView(id=UserId("new"), name=str(body.name), local_number=str(body.local_number))
        return views.PersonCreated(person=person, activation_code="407193")

    async def change_person(self, user_id: UserId, body: bodies.PersonBody) -> views.PersonView:
        self.asked.append(("change", body))
        return views.PersonView(id=user_id, name="Changed", local_number="1002101", closed=body.closed is True)

    async def remove_person(self, user_id: UserId) -> None:
        self.asked.append(("remove", user_id))

    async def erase_person(self, user_id: UserId) -> None:
        self.asked.append(("erase", user_id))

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

    async def change_device(self, device_id: DeviceId, body: bodies.DevicePatch) -> views.DeviceListing:
        names = ("sound", "secure", "ring_after", "ring_in_hours")
        said = {name: getattr(body, name) for name in names if getattr(body, name) is not UNSET}
        self.devices = [structs.replace(d, **said) if d.id == device_id else d for d in self.devices]
        return self.devices[0]

    async def remove_device(self, device_id: DeviceId) -> None:
        self.devices = [d for d in self.devices if d.id != device_id]

    async def provisioning(self, device_id: DeviceId) -> str:
        return f"https://192.0.2.9/provisioning/{device_id}/s3cret/"

    async def sip_settings(self, device_id: DeviceId) -> views.SipSettings:
        return views.SipSettings(
            device_id=device_id,
            server="192.0.2.9",
            port=5060,
            transport=self.transport,
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
        except OnePresenceError as refusal:
            reply(refusal)


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


def signed_in(session: Session, people: list[views.PersonView]) -> None:
    """An administrator of a company of these people."""
    me = views.MeView(id=UserId("u0"), name="Me", local_number="1002100", role=Role.ADMINISTRATOR, language="da")
    customer = views.CustomerView(id=CustomerId("c"), code="100", name="F", region="DK", time_zone="Europe/Copenhagen")
    session.take(
        views.SnapshotView(
            event_id="e:0",
            at=session.now(),
            version="0",
            public=views.PublicView(customer=customer, people=people, presence=[], groups=[]),
            private=views.PrivateView(
                me=me, diversions=views.DiversionsView(current=[], coming=[]), messages=[], calls=[], history=[]
            ),
        ),
        "e:0",
    )


def click(qtbot: QtBot, widget: Any) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_first_person_is_shown_and_the_arrow_keys_go_on(page: AdministrationPage, qtbot: QtBot) -> None:
    assert page.people.form.name.text() == "Anders Holmvig"
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    assert page.people.form.name.text() == "Birgit Fuglkær"
    assert page.people.form.role.key == "administrator"


def test_searching_narrows_by_name_department_and_number(page: AdministrationPage) -> None:
    for text, names in [
        ("fugl", ["Birgit Fuglkær"]),
        ("fuglkaer birgit", ["Birgit Fuglkær"]),
        ("salg", ["Anders Holmvig"]),
        ("100 2103", ["Emil Storbæk"]),
    ]:
        page.take_search(text)
        assert [
            page.people.model.index(r, 0).data().split(",")[0] for r in range(page.people.model.rowCount())
        ] == names


def test_a_new_person_gets_a_local_number_from_the_onenumber_and_a_code_shown_once(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.people.new_button)
    assert not page.people.form.save_button.isEnabled()
    qtbot.keyClicks(page.people.form.name, "Freja Nørlund")
    qtbot.keyClicks(page.people.form.one, "+4533122147")
    assert page.people.form.local.text() == "100 2147"
    assert page.people.form.local.isReadOnly()
    click(qtbot, page.people.form.save_button)
    ((_, body),) = server.asked
    assert (body.name, body.local_number, body.one_number) == ("Freja Nørlund", "1002147", "+4533122147")
    assert page.people.form.code.code.text() == "407 193"
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    assert page.people.form.code.code.text() == ""


def test_a_number_in_use_is_told_at_its_field_and_nothing_is_lost(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.refuse = Conflict(what="local_number")
    page.people.form.name.setFocus()
    qtbot.keyClicks(page.people.form.name, " Hansen")
    click(qtbot, page.people.form.save_button)
    assert page.people.form.name.text() == "Anders Holmvig Hansen"
    assert page.people.form.local.property("error") is True
    assert page.people.form.band.isVisible() and page.people.form.band.words
    assert page.people.form.save_button.isEnabled()


def test_a_role_that_a_newer_service_gave_is_shown_and_not_saved_as_another(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    form = page.people.form
    form.show_person(person(2, "Freja Lund", role=Role.UNKNOWN), "100")
    form.retranslate()
    assert form.role.currentText() == "Unknown role"
    qtbot.keyClicks(form.job, "Chef")
    click(qtbot, form.save_button)
    assert not server.asked and form.band.isVisible() and form.job.text() == "Chef"
    form.role.set_key("user")
    click(qtbot, form.save_button)
    assert server.asked[-1][1].role is Role.USER


def test_access_is_closed_and_opened_and_a_password_reset(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.people.form.close_button)
    assert server.asked[-1][1].closed is True
    click(qtbot, page.people.form.close_button)
    assert server.asked[-1][1].closed is False
    click(qtbot, page.people.form.reset_button)
    assert server.asked[-1][0] == "change" and page.people.form.sure.isVisible()
    click(qtbot, page.people.form.sure.leave)
    assert not page.people.form.sure.isVisible() and server.asked[-1][0] == "change"
    click(qtbot, page.people.form.reset_button)
    click(qtbot, page.people.form.sure.agree)
    assert page.people.form.code.code.text() == "123 987"


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
    click(qtbot, page.people.form.more_button)
    choose(qtbot, "Delete …")
    sure = page.people.form.sure
    assert sure.agree.text() == "Delete Anders for good" and not sure.agree.isEnabled()
    qtbot.keyClicks(sure.typed, "anders")
    qtbot.keyClick(sure.typed, Qt.Key.Key_Return)
    assert server.asked == [] and sure.isVisible()
    qtbot.keyClicks(sure.typed, " holmvig")
    qtbot.keyClick(sure.typed, Qt.Key.Key_Return)
    assert server.asked == [("remove", "u1")]
    assert not sure.isVisible()


def test_erasing_a_person_wants_the_name_typed_too(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    click(qtbot, page.people.form.more_button)
    choose(qtbot, "Erase all data …")
    sure = page.people.form.sure
    assert not sure.agree.isEnabled()
    qtbot.keyClicks(sure.typed, "anders holmvig")
    click(qtbot, sure.agree)
    assert server.asked[-1] == ("erase", "u1") and page.people.form.person is None


def test_a_row_has_the_same_menu_by_pointer_and_by_key(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    page.people.list.customContextMenuRequested.emit(
        page.people.list.visualRect(page.people.model.index(2, 0)).center()
    )
    assert page.people.form.name.text() == "Emil Storbæk"
    choose(qtbot, "Open access")
    assert server.asked[-1][1].closed is False
    page.people.list.customContextMenuRequested.emit(QPoint(-1, -1))
    choose(qtbot, "Devices")
    assert page.people.panes.currentWidget() is page.people.devices
    page.people.list.customContextMenuRequested.emit(QPoint(-1, -1))
    choose(qtbot, "Edit")
    assert page.people.panes.currentWidget() is page.people.form and page.people.form.name.hasFocus()


def test_the_only_administrator_is_neither_closed_nor_lowered_nor_deleted(
    page: AdministrationPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    assert page.people.form.name.text() == "Birgit Fuglkær"
    assert not page.people.form.close_button.isEnabled() and not page.people.form.role.isEnabled()
    click(qtbot, page.people.form.more_button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert not enabled["Close access"] and not enabled["Delete …"] and enabled["Reset password"]
    menu.close()
    session: Session = page.test_session  # type: ignore[attr-defined]
    with qtbot.waitSignal(session.people_changed):
        session.take(person(1, "Anders Holmvig", role=Role.ADMINISTRATOR), "e:3")
    assert page.people.form.close_button.isEnabled() and page.people.form.role.isEnabled()


def test_numbers_stand_in_groups_and_are_kept_as_e164(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    session: Session = page.test_session  # type: ignore[attr-defined]
    with qtbot.waitSignal(session.people_changed):
        session.take(person(1, "Anders Holmvig", one_number="+4533122101", mobile="+4520123447"), "e:3")
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.people.list, Qt.Key.Key_Up)
    form = page.people.form
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
    page.people.form.mobile.setFocus()
    qtbot.keyClicks(page.people.form.mobile, "20 12")
    page.people.form.email.setFocus()
    assert page.people.form.mobile.text() == "20 12"
    click(qtbot, page.people.form.save_button)
    assert server.asked[-1][1].mobile == "20 12"


def test_a_person_removed_by_another_administrator_leaves_the_list(page: AdministrationPage) -> None:
    session: Session = page.test_session  # type: ignore[attr-defined]
    session.take(views.PersonRemoved(id=UserId("u3")), "e:2")
    assert page.people.model.rowCount() == 2


class Silent(Actions):
    """Nothing is answered."""

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        pass


def test_every_tab_is_reached_by_its_keys_whichever_was_in_front(qtbot: QtBot) -> None:
    session, window = Session(), QWidget()
    signed_in(session, [person(1, "Anders Holmvig")])
    page = AdministrationPage(session, Silent())
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(page)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    page.on_shown()
    keys = list(page.tabs.buttons)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for number, key in enumerate(keys, 1):
        focus = QApplication.focusWidget()
        assert focus is not None and page.isAncestorOf(focus), "Ctrl+N and Ctrl+S are the page's"
        qtbot.keyClick(focus, Qt.Key(Qt.Key.Key_0 + number % 10), control)
        assert page.tabs.key == key
