"""Devices: what is typed into a phone, when it rings, what it fetches, and that it is taken away."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.administration.devices import DevicesPane, after_words, sound_words
from onepresence_desktop.desktop.administration.qr import matrix
from onepresence_desktop.desktop.administration.view import AdministrationPage
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.people import DeviceId, DeviceKind, SoundPath, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire import views
from tests.desktop.administration.test_administration import Server, choose, click, listing, person


def test_an_added_desk_phone_shows_its_sip_settings_with_the_password_as_dots(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    click(qtbot, page.tabs.buttons["devices"])
    qtbot.keyClicks(page.people.devices.name, "T54W")
    click(qtbot, page.people.devices.add_button)
    assert server.asked[-1][1].kind is DeviceKind.DESK
    card = page.people.devices.sip_card
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
    click(qtbot, page.tabs.buttons["devices"])
    page.people.devices.kind.set_key("mobile")
    qtbot.keyClicks(page.people.devices.number, "+4520123447")
    click(qtbot, page.people.devices.add_button)
    assert server.asked[-1][1].number == "+4520123447"
    assert not page.people.devices.sip_card.isVisible()
    assert not page.people.devices.rows[-1].show_sip.isVisible()


def test_a_device_that_registers_is_seen_at_once(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.tabs.buttons["devices"])
    before = page.people.devices.rows[0].state.text()
    device = views.DeviceView(id=DeviceId("d1"), kind=DeviceKind.DESK, state=DeviceState.IDLE)
    session: Session = page.test_session  # type: ignore[attr-defined]
    with qtbot.waitSignal(session.presence_changed):
        session.take(views.PresenceView(user_id=UserId("u1"), presence=Presence.AVAILABLE, devices=(device,)), "e:1")
    assert page.people.devices.rows[0].state.text() != before


def test_how_a_devices_sound_goes_is_chosen_in_its_menu_and_shown(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.tabs.buttons["devices"])
    click(qtbot, page.people.devices.rows[0].more)
    choose(qtbot, sound_words(SoundPath.DIRECT))
    assert server.devices[0].sound is SoundPath.DIRECT
    shown = [label.text() for label in page.people.devices.rows[0].findChildren(Label)]
    assert any(sound_words(SoundPath.DIRECT) in text for text in shown)


def test_when_a_device_rings_is_chosen_in_its_menu_and_shown(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1", DeviceKind.MOBILE, "+4520123456")]
    click(qtbot, page.tabs.buttons["devices"])
    for words in (after_words(10), "Only within working hours"):
        click(qtbot, page.people.devices.rows[0].more)
        choose(qtbot, words)
    assert (server.devices[0].ring_after, server.devices[0].ring_in_hours) == (10, True)
    shown = [label.text() for label in page.people.devices.rows[0].findChildren(Label)]
    assert any(after_words(10) in text and "Only within" in text for text in shown)


def test_a_device_of_which_much_is_said_keeps_the_buttons_in_sight(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [structs.replace(listing("1002102s2"), sound=SoundPath.DIRECT, secure=True, name="L" * 60)]
    click(qtbot, page.tabs.buttons["devices"])
    devices = page.people.devices
    for button in (devices.rows[0].show_sip, devices.rows[0].more, devices.add_button):
        qtbot.waitUntil(lambda button=button: button.visibleRegion().boundingRect() == button.rect())


def test_that_a_device_must_be_encrypted_is_chosen_in_its_menu_and_shown(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.tabs.buttons["devices"])
    click(qtbot, page.people.devices.rows[0].more)
    choose(qtbot, "Must be encrypted (TLS and SRTP)")
    assert server.devices[0].secure and server.devices[0].sound is SoundPath.AUTOMATIC
    shown = [label.text() for label in page.people.devices.rows[0].findChildren(Label)]
    assert any("Encrypted only" in text for text in shown)


def test_a_desk_phone_is_given_an_address_to_fetch_its_settings_from(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1"), listing("d2", DeviceKind.SOFTPHONE)]
    click(qtbot, page.tabs.buttons["devices"])
    pane = page.people.devices
    click(qtbot, pane.rows[1].more)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert not any("fetch its settings" in action.text() for action in menu.actions()), "a desk phone's alone"
    menu.close()
    click(qtbot, pane.rows[0].more)
    choose(qtbot, "Let the phone fetch its settings …")
    assert (
        pane.fetching.isVisible() and pane.fetching.address.toPlainText() == "https://192.0.2.9/provisioning/d1/s3cret/"
    )
    click(qtbot, pane.fetching.copy)
    assert QGuiApplication.clipboard().text() == pane.fetching.address.toPlainText()
    qtbot.keyClick(page.people.list, Qt.Key.Key_Down)
    assert not pane.fetching.isVisible() and pane.fetching.address.toPlainText() == ""


def test_the_qr_code_is_there_while_the_password_is_and_says_what_softphones_read(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.tabs.buttons["devices"])
    click(qtbot, page.people.devices.rows[0].show_sip)
    card = page.people.devices.sip_card
    assert not card.qr.matrix, "it holds the password"
    click(qtbot, card.eye)
    assert card.qr.matrix == matrix("sip:1002101-a:k7Qm-2vXe@192.0.2.9:5060;transport=udp")
    assert all(len(row) == len(card.qr.matrix) for row in card.qr.matrix)
    click(qtbot, card.close_button)
    assert not card.qr.matrix


def test_a_device_is_removed(page: AdministrationPage, qtbot: QtBot, server: Server) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.tabs.buttons["devices"])
    click(qtbot, page.people.devices.rows[0].more)
    choose(qtbot, "Remove Yealink")
    sure = page.people.devices.sure
    assert sure.isVisible() and server.devices, "what is set up in the phone can't be had back"
    click(qtbot, sure.leave)
    click(qtbot, page.people.devices.rows[0].more)
    choose(qtbot, "Remove Yealink")
    click(qtbot, sure.agree)
    assert page.people.devices.rows == []
    assert page.people.devices.empty.isVisible()


def test_a_device_that_another_administrator_adds_is_seen(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1")]
    click(qtbot, page.tabs.buttons["devices"])
    session: Session = page.test_session  # type: ignore[attr-defined]
    one = views.DeviceView(id=DeviceId("d1"), kind=DeviceKind.DESK, state=DeviceState.IDLE)
    with qtbot.waitSignal(session.presence_changed):
        session.take(views.PresenceView(user_id=UserId("u1"), presence=Presence.AVAILABLE, devices=(one,)), "e:0")
    server.devices = [listing("d1"), listing("d2")]
    both = tuple(
        views.DeviceView(id=DeviceId(name), kind=DeviceKind.DESK, state=DeviceState.IDLE) for name in ("d1", "d2")
    )
    with qtbot.waitSignal(session.presence_changed):
        session.take(views.PresenceView(user_id=UserId("u1"), presence=Presence.AVAILABLE, devices=both), "e:1")
    assert len(page.people.devices.rows) == 2


def test_the_settings_of_a_phone_say_whether_it_is_encrypted_and_the_eye_what_it_does(
    page: AdministrationPage, qtbot: QtBot, server: Server
) -> None:
    server.devices = [listing("d1"), listing("d2")]
    click(qtbot, page.tabs.buttons["devices"])
    card = page.people.devices.sip_card
    click(qtbot, page.people.devices.rows[0].show_sip)
    assert card.values[4].text() == "UDP · not encrypted" and card.eye.accessibleName() == "Show the password"
    click(qtbot, card.eye)
    assert card.eye.accessibleName() == "Hide the password"
    server.transport = "tls"
    click(qtbot, page.people.devices.rows[1].show_sip)
    assert card.values[4].text() == "TLS · encrypted" and card.eye.accessibleName() == "Show the password"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [359, 492])
def test_what_is_typed_into_a_phone_is_whole_in_every_language_and_window(
    qtbot: QtBot, request: pytest.FixtureRequest, language: Language, width: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_translations(app, language)
    request.addfinalizer(lambda: load_translations(app, Language.ENGLISH))
    pane = DevicesPane()
    qtbot.addWidget(pane)
    pane.resize(width, 600)
    pane.show_person(person(4, "Søren Ågård"))
    pane.show()
    for part in (pane.add_button, pane.line, pane.empty):
        qtbot.waitUntil(lambda part=part: part.mapTo(pane, part.rect().topRight()).x() < width, timeout=5000)
    pane.show_devices([listing("1002104d")])
    pane.show_sip(
        views.SipSettings(
            device_id=DeviceId("d1"), server="telefoni.firma.example", port=5061, transport="tls", user="1002104d",
            password="k7Qm2vXe9TbR4w", display_name="Søren Ågård",
        )
    )  # fmt: skip
    click(qtbot, pane.sip_card.eye)
    for part in (*pane.sip_card.copies, pane.sip_card.eye, pane.sip_card.qr, pane.add_button):
        qtbot.waitUntil(lambda part=part: part.mapTo(pane, part.rect().topRight()).x() < width, timeout=5000)
