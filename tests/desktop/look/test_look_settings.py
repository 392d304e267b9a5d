"""Settings: kept as data, applied at once, rolled back when refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.pages import Section, at_once
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.about_pane import AboutPane
from onepresence_desktop.desktop.settings.appearance import Appearance, language
from onepresence_desktop.desktop.settings.calls_pane import CallsPane
from onepresence_desktop.desktop.settings.divert_pane import DivertPane, QuickRow
from onepresence_desktop.desktop.settings.notify_pane import NotifyPane
from onepresence_desktop.desktop.settings.password_pane import PasswordPane
from onepresence_desktop.desktop.settings.sessions_pane import SessionsPane
from onepresence_desktop.desktop.settings.start_pane import StartPane
from onepresence_desktop.desktop.settings.view import SettingsView
from onepresence_desktop.desktop.settings.voicemail_pane import VoicemailPane
from onepresence_desktop.desktop.shell.presenter import WindowPresenter
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Choice, Theme
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind
from onepresence_desktop.domain.errors import Forbidden, PasswordRefused, ServerAway, WrongCredentials
from onepresence_desktop.wire.sessions import SessionListing


class Machine:
    """What the system would do: autostart that may refuse, a hotkey, a loudspeaker."""

    def __init__(self) -> None:
        self.on = False
        self.refuses = False
        self.played: list[bytes] = []
        self.signed_out = 0
        self.heard: Callable[[str], None] | None = None

    def enabled(self) -> bool:
        return self.on

    def set_enabled(self, on: bool) -> None:
        if self.refuses:
            raise OSError(13, "Permission denied")
        self.on = on

    def recorder(self) -> QWidget:
        return Field("Key")

    def caps(self) -> str:
        return "Ctrl+§"

    def follow(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    def try_out(self, heard: Callable[[str], None]) -> Callable[[], None]:
        self.heard = heard

        def stop() -> None:
            self.heard = None

        return stop

    def sign_out(self) -> None:
        self.signed_out += 1


@pytest.fixture
def machine() -> Machine:
    """A machine that does as told."""
    return Machine()


@pytest.fixture
def ports(machine: Machine) -> SettingsPorts:
    """All ports, on that machine."""
    return SettingsPorts(
        version="1.2.3",
        server=lambda: "phones.example",
        diagnostics=lambda: "version 1.2.3\nplatform offscreen",
        open_log_folder=lambda: None,
        sign_out=machine.sign_out,
        show_keys=lambda: None,
        sections=lambda: [("search", "Search"), ("inbox", "Messages")],
        play=machine.played.append,
        stop_playing=lambda: None,
        autostart=machine,
        links=machine,
        hotkey=machine,
        local_pbx=True,
    )


@pytest.fixture
def view(session: Session, actions: Any, settings: Settings, ports: SettingsPorts, qtbot: QtBot) -> SettingsView:
    """The section, shown."""
    made = SettingsView(session, actions, settings, ports)
    qtbot.addWidget(made)
    made.resize(764, 600)
    made.show()
    made.on_shown()
    return made


def test_every_setting_reads_as_its_default_and_keeps_what_it_is_given(settings: Settings) -> None:
    assert len({setting.key for setting in keys.ALL}) == len(keys.ALL)
    every: tuple[keys.Setting[Any], ...] = keys.ALL
    for setting in every:
        assert settings.get(setting) == setting.default
    settings.set(keys.CANCEL_SECONDS, -1)
    settings.set(keys.START_HIDDEN, True)
    settings.store.sync()
    assert settings.get(keys.CANCEL_SECONDS) == -1
    assert settings.get(keys.START_HIDDEN) is True


@pytest.mark.parametrize(
    ("setting", "damaged"),
    [(keys.CANCEL_SECONDS, "seven"), (keys.CANCEL_SECONDS, "99"), (keys.THEME, "purple"), (keys.CLOSE_HIDES, "maybe")],
)
def test_a_damaged_setting_reads_as_its_default(settings: Settings, setting: Any, damaged: str) -> None:
    settings.store.setValue(setting.key, damaged)
    assert settings.get(setting) == setting.default


def test_a_value_that_is_no_choice_is_refused(settings: Settings) -> None:
    with pytest.raises(ValueError, match="theme"):
        settings.set(keys.THEME, "purple")


def test_a_change_is_told_once(settings: Settings) -> None:
    heard: list[str] = []
    settings.changed.connect(heard.append)
    settings.set(keys.THEME, "dark")
    settings.set(keys.THEME, "dark")
    assert heard == ["theme"]


def test_language_and_theme_apply_at_once(
    dressed: Theme, settings: Settings, ports: SettingsPorts, qapp: QApplication, qtbot: QtBot
) -> None:
    appearance = Appearance(qapp, dressed, settings)
    pane = StartPane(settings, ports)
    qtbot.addWidget(pane)
    pane.theme.chosen.emit("dark")
    assert dressed.choice is Choice.DARK
    pane.language.picked.emit("sv")
    pane.retranslate()
    assert language(settings) is Language.SWEDISH
    assert pane._title.text() == "Språk och start"
    settings.changed.disconnect(appearance._changed)


def test_start_settings_are_kept(settings: Settings, ports: SettingsPorts, dressed: Theme, qtbot: QtBot) -> None:
    pane = StartPane(settings, ports)
    qtbot.addWidget(pane)
    pane.show()
    QTest.mouseClick(pane.closing, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.hidden, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    pane.first.picked.emit("inbox")
    assert settings.get(keys.CLOSE_HIDES) is False
    assert settings.get(keys.START_HIDDEN) is True
    assert settings.get(keys.KEEP_PBX_RUNNING) is True
    assert settings.get(keys.START_SECTION) == "inbox"


def test_when_the_system_refuses_the_switch_goes_back_and_says_why(
    settings: Settings, ports: SettingsPorts, machine: Machine, dressed: Theme, qtbot: QtBot
) -> None:
    pane = StartPane(settings, ports)
    qtbot.addWidget(pane)
    pane.show()
    machine.refuses = True
    QTest.mouseClick(pane.autostart, Qt.MouseButton.LeftButton)
    assert not pane.autostart.isChecked()
    assert pane._problem.text() == "The system refused: Permission denied"
    machine.refuses = False
    QTest.mouseClick(pane.autostart, Qt.MouseButton.LeftButton)
    assert machine.on
    assert not pane._problem.isVisible()


@pytest.fixture
def password(view: SettingsView) -> PasswordPane:
    """The password page with a good new password typed."""
    view.show_pane("password")
    pane = view.pane
    assert isinstance(pane, PasswordPane)
    pane.current.setText("1111")
    pane.fields.first.setText("739118")
    pane.fields.second.setText("739118")
    return pane


def test_a_password_is_changed_and_nothing_typed_is_left(password: PasswordPane, actions: Any) -> None:
    assert password.change.isEnabled()
    QTest.keyClick(password.fields.second, Qt.Key.Key_Return)
    assert actions.asked == [("change_password", ("1111", "739118"))]
    assert not password.change.isEnabled(), "not twice"
    actions.replies.pop()(None)
    assert password.banner.words == "The password has been changed."
    assert password.current.text() == password.fields.first.text() == ""


def test_a_wrong_present_password_is_marked(password: PasswordPane, actions: Any) -> None:
    password.change.click()
    actions.replies.pop()(WrongCredentials())
    assert password.banner.words == "The current password isn't right."
    assert bool(password.current.property("error"))
    assert password.fields.first.text() == "739118"


def test_the_same_password_again_is_refused_on_its_line(password: PasswordPane, actions: Any) -> None:
    password.change.click()
    actions.replies.pop()(PasswordRefused(rule="same_as_before"))
    assert "Not the one you have now" in password.fields.rules.accessibleName()
    assert not password.change.isEnabled()


def test_what_was_typed_is_forgotten_when_the_page_is_left(view: SettingsView, password: PasswordPane) -> None:
    view.show_pane("about")
    assert password.current.text() == password.fields.first.text() == ""


def test_the_local_number_is_no_password_here_either(password: PasswordPane) -> None:
    password.fields.first.setText("2141")
    password.fields.second.setText("2141")
    assert not password.change.isEnabled()


@pytest.fixture
def voicemail(view: SettingsView) -> VoicemailPane:
    """The voicemail page."""
    view.show_pane("messages")
    pane = view.pane
    assert isinstance(pane, VoicemailPane)
    return pane


def test_voicemail_options_show_what_the_server_says_and_send_a_change(voicemail: VoicemailPane, actions: Any) -> None:
    assert voicemail.language.key == "da"
    assert voicemail.second.key == "en"
    assert voicemail.deposit.isChecked()
    QTest.mouseClick(voicemail.reception, Qt.MouseButton.LeftButton)
    [(verb, (body,))] = actions.asked
    assert verb == "save_voicemail"
    assert (body.language, body.second_language, body.deposit, body.reception) == ("da", "en", True, False)


def test_a_refused_voicemail_change_is_rolled_back_and_said(voicemail: VoicemailPane, actions: Any) -> None:
    QTest.mouseClick(voicemail.deposit, Qt.MouseButton.LeftButton)
    assert not voicemail.deposit.isChecked()
    actions.replies.pop()(Forbidden())
    assert voicemail.deposit.isChecked()
    assert voicemail.banner.words == "You don't have the right to do that."


def test_the_second_language_is_never_the_first(voicemail: VoicemailPane, actions: Any) -> None:
    voicemail.language.set_key("en")
    voicemail.language.picked.emit("en")
    assert actions.asked[-1][1][0].second_language is None


def test_listening_plays_what_the_server_made(voicemail: VoicemailPane, actions: Any, machine: Machine) -> None:
    voicemail.listen.click()
    assert not voicemail.listen.isEnabled()
    actions.replies.pop()(b"RIFF")
    assert machine.played == [b"RIFF"]
    assert voicemail.listen.isEnabled()


def test_how_long_heard_messages_are_kept_is_sent_to_the_server(voicemail: VoicemailPane, actions: Any) -> None:
    assert voicemail.age.currentText() == "30 days"
    voicemail.age.set_key("0")
    voicemail.age.picked.emit("0")
    verb, (body,) = actions.asked[-1]
    assert verb == "save_voicemail" and body.keep_days == 0 and voicemail.age.currentText() == "Never"


def test_where_messages_are_played_is_kept_on_this_computer_and_follows_what_is_chosen_elsewhere(
    voicemail: VoicemailPane, settings: Settings, session: Session
) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert voicemail.outside.isEnabled(), "needs no server"
    voicemail.outside.chosen.emit("outside")
    assert settings.get(keys.VOICEMAIL_OUTSIDE) is True
    settings.set(keys.VOICEMAIL_OUTSIDE, False)
    assert voicemail.outside.key == "inside"


def test_without_a_connection_the_servers_settings_are_locked_with_one_note(
    voicemail: VoicemailPane, session: Session
) -> None:
    session.set_connection(Connection(ConnectionState.STALE))
    assert not any(control.isEnabled() for control in voicemail.controls())
    assert voicemail.banner.words == "Can be changed when you are connected again."
    session.set_connection(Connection(ConnectionState.LIVE))
    assert all(control.isEnabled() for control in voicemail.controls())
    assert voicemail.banner.isHidden()


def test_who_has_no_address_can_have_no_mail_and_is_told_why(voicemail: VoicemailPane, session: Session) -> None:
    assert session.mirror.me is not None and not session.mirror.me.email
    assert not voicemail.email.isEnabled() and not voicemail.email_recording.isEnabled()
    assert "hasn't entered an e-mail address" in " ".join(
        label.text() for label in voicemail.findChildren(QLabel) if not label.isHidden()
    )


@pytest.fixture
def divert(view: SettingsView) -> DivertPane:
    """The diversion page."""
    view.show_pane("divert")
    pane = view.pane
    assert isinstance(pane, DivertPane)
    return pane


def test_quick_diversions_are_listed_with_time_destination_and_key(divert: DivertPane) -> None:
    names = [row.accessibleName() for row in divert.findChildren(QuickRow) if row.isVisible()]
    assert names[0] == "Lunch, ½ hour, OneVoicemail"
    assert names[5] == "Customer visit, until 15:00, OneVoicemail"
    assert len(names) == 6


def test_what_happens_to_calls_not_taken_is_sent_and_rolled_back_when_refused(divert: DivertPane, actions: Any) -> None:
    divert.forwarding.busy.set_key("+4520123456")
    divert.forwarding.busy.picked.emit("+4520123456")
    divert.forwarding.seconds.set_key("30")
    divert.forwarding.seconds.picked.emit("30")
    [_first, (verb, (body,))] = actions.asked
    assert verb == "save_forwarding"
    assert body.busy == Destination(DestinationKind.NUMBER, "+4520123456")
    assert body.no_reply == VOICEMAIL
    assert body.no_reply_seconds == 30
    actions.replies.pop()(Forbidden())
    assert divert.forwarding.busy.key == "voicemail"
    assert divert.forwarding.seconds.key == "20"
    assert divert.banner.words == "You don't have the right to do that."
    divert.forwarding.waiting.click()
    assert actions.asked[-1][1][0].call_waiting is True and not isinstance(body.call_waiting, bool)


def test_the_pencil_in_the_left_column_leads_to_the_quick_diversions(
    session: Session, actions: Any, settings: Settings, ports: SettingsPorts, qtbot: QtBot
) -> None:
    window = MainWindow(
        [
            Section(
                "settings",
                "nav-settings",
                lambda: "Settings",
                at_once(lambda: SettingsView(session, actions, settings, ports)),
            )
        ]
    )
    qtbot.addWidget(window)
    cards = CallerCards(session, actions, settings)
    WindowPresenter(window, session, actions, CommandRegistry(session, actions), cards)
    window.show()
    window.left._edit.click()
    assert isinstance(window.page, SettingsView)
    assert isinstance(window.page.pane, DivertPane)


def test_call_handling_is_kept_and_the_key_can_be_tried_without_dialling(
    view: SettingsView, settings: Settings, machine: Machine
) -> None:
    view.show_pane("calls")
    pane = view.pane
    assert isinstance(pane, CallsPane)
    pane.cancel.chosen.emit("0")
    pane.region.picked.emit("SE")
    pane.device.picked.emit("d1")
    assert settings.get(keys.CANCEL_SECONDS) == 0
    assert settings.get(keys.REGION) == "SE"
    assert settings.get(keys.CALL_DEVICE) == "d1"
    assert machine.heard is not None
    machine.heard("Ring til 33 12 34 56")
    assert pane.result.text() == "Works"
    machine.heard("something else")
    assert pane.result.text() == "Select the number first"
    view.show_pane("about")
    assert machine.heard is None, "the key dials again"


def test_rows_of_missing_ports_are_not_there(
    session: Session, settings: Settings, ports: SettingsPorts, qtbot: QtBot
) -> None:
    from dataclasses import replace

    bare = replace(ports, hotkey=None, links=None, autostart=None, play=None, local_pbx=False)
    calls, start = CallsPane(session, Actions(), settings, bare), StartPane(settings, bare)
    for pane in (calls, start):
        qtbot.addWidget(pane)
        pane.show()
    assert not calls.links.isVisible()
    assert not start.autostart.isVisible()
    assert not start.keep.isVisible()
    assert start.hidden.isVisible()


def test_each_kind_of_notification_is_on_or_off(settings: Settings, dressed: Theme, qtbot: QtBot) -> None:
    pane = NotifyPane(settings)
    qtbot.addWidget(pane)
    pane.show()
    for setting in (keys.NOTIFY_MISSED, keys.NOTIFY_VOICEMAIL, keys.NOTIFY_CONNECTION):
        QTest.mouseClick(pane.switches[setting.key], Qt.MouseButton.LeftButton)
        assert settings.get(setting) is False


def test_about_tells_version_connection_and_who_and_copies_diagnostics(
    view: SettingsView, session: Session, machine: Machine
) -> None:
    view.show_pane("about")
    pane = view.pane
    assert isinstance(pane, AboutPane)
    assert pane.version.text() == "Version 1.2.3"
    assert pane.state.text() == "Connected"
    assert "100 2141 · Sofie Engdal" in pane._user_row.words
    session.mirror.newest_client = "1.10.0"
    session.reset.emit()
    assert pane.version.text() == "Version 1.2.3 – version 1.10.0 is out"
    pane.copy.click()
    assert QGuiApplication.clipboard().text() == "version 1.2.3\nplatform offscreen"
    assert pane.copy.text() == "Copied"
    session.set_connection(Connection(ConnectionState.STALE))
    assert pane.state.text() == "Not connected"
    pane.leave_button.click()
    assert machine.signed_out == 1


def test_the_top_field_searches_the_settings(view: SettingsView) -> None:
    view.take_search("cancel")
    assert [key for key, row in view.rows.items() if row.isVisible()] == ["calls"]
    assert isinstance(view.pane, CallsPane)
    for typed, page in (("dark", "start"), ("svenska", "start"), ("sound missed", "notify"), ("diagnostics", "about")):
        view.take_search(typed)
        assert [key for key, row in view.rows.items() if row.isVisible()] == [page], typed
    view.take_search("nothing like this")
    assert not any(row.isVisible() for row in view.rows.values())
    assert view._nothing.isVisible()
    view.take_search("")
    assert all(row.isVisible() for row in view.rows.values())


@pytest.mark.parametrize("spoken", list(Language))
def test_every_control_of_every_page_has_a_name_in_every_language(
    view: SettingsView, qapp: QApplication, spoken: Language
) -> None:
    load_translations(qapp, spoken)
    view.retranslate()
    for key in view.rows:
        view.show_pane(key)
        for widget in view.findChildren(QWidget):
            if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), (key, widget)


def test_where_one_is_signed_in_is_listed_and_each_other_place_can_be_ended(view: SettingsView, actions: Any) -> None:
    now = datetime.now(UTC)
    view.show_pane("sessions")
    pane = view.pane
    assert isinstance(pane, SessionsPane)
    places = [
        SessionListing(id="a", device_name="desk", created_at=now, seen_at=now, current=True),
        SessionListing(id="b", device_name="laptop", created_at=now, seen_at=now - timedelta(hours=3), current=False),
    ]
    actions.replies.pop()(places)
    assert [row.words for row in pane.rows] == ["desk This program", "laptop Last seen 3 h ago"]
    assert pane.rows[0].controls == ()
    QTest.mouseClick(pane.rows[1].controls[0], Qt.MouseButton.LeftButton)
    assert actions.asked == [("end_session", ("b",))]
    actions.replies.pop()(None)
    actions.replies.pop()(places[:1])
    assert [row.words for row in pane.rows] == ["desk This program"]
    view.show_pane("sessions")
    actions.replies.pop()(ServerAway())
    assert pane.banner.words == "The telephone system can't be reached."
