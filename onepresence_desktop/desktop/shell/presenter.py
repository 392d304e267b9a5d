"""Joins the window to session and actions: shows what the mirror says, passes on what the user wants."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from onepresence_desktop.desktop import do_not_disturb, texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell import own_state
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.desktop.shell.key_overview import KeyOverview
from onepresence_desktop.desktop.shell.other_phone import other_phone
from onepresence_desktop.desktop.shell.own_menu import OwnMenu, OwnMenuContent
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.domain.diversion import VOICEMAIL, Reason
from onepresence_desktop.domain.errors import DeviceNotRegistered, OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.bodies import DiversionRequest

RETRY_STEP_MS = 1000
SAID_BY_THE_FORM = frozenset({"divert", "change_diversion", "add_quick"})
"""Commands whose refusal the diversion form tells of itself."""


class WindowPresenter(QObject):
    """One for each window. sign_out_wanted and retry_wanted are the app's to carry out."""

    sign_out_wanted = Signal()
    retry_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        actions: Actions,
        *,
        hotkey: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = actions
        self._hotkey = hotkey
        self._menu: OwnMenu | None = None
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_STEP_MS)
        self._retry.timeout.connect(self._show_banner)
        window.left.own_card.set_clock(session.now)
        for signal in (session.reset, session.me_changed, session.diversions_changed):
            signal.connect(self.show_all)
        session.presence_changed.connect(self._presence)
        session.messages_changed.connect(self._messages)
        session.connection_changed.connect(self._connection)
        actions.failed.connect(self._failed)
        self.calls = CallBar(session, actions)
        window.set_call_bar(self.calls)
        window.quick_chosen.connect(self._quick)
        window.open_phone_wanted.connect(actions.open_phone)
        window.own_menu_wanted.connect(self.show_menu)
        window.edit_quick_wanted.connect(self._edit_quick)
        window.left.set_editable("settings" in window.section_keys())
        window.retry_wanted.connect(self.retry_wanted)
        window.retranslated.connect(self.retranslate)
        window.key_overview_wanted.connect(self.show_keys)
        self.show_all()

    def show_all(self) -> None:
        """Everything anew."""
        mirror = self._session.mirror
        self._show_own()
        self._window.show_quick(own_state.quick_items(mirror), enabled=self._able())
        self._window.set_demo(mirror.customer is not None and mirror.customer.demo)
        self._messages()
        self._show_connection()
        self._show_banner()

    def retranslate(self) -> None:
        """What isn't kept by the window itself."""
        self.calls.retranslate()
        self._show_connection()
        self._show_banner()

    def show_menu(self) -> None:
        """The own card's menu, under the card."""
        keys = self._window.section_keys()
        place = keys.index("settings") + 1 if "settings" in keys else 0
        mirror = self._session.mirror
        menu = OwnMenu(
            OwnMenuContent(
                state=self._own(),
                quick=own_state.quick_items(mirror),
                door=do_not_disturb.lengths(mirror, self._session.now()),
                settings_key=f"Ctrl+{place}" if place else "",
                able=self._able(),
            )
        )
        menu.quick_chosen.connect(self._quick)
        menu.door_chosen.connect(self._close_door)
        menu.open_phone_chosen.connect(self._actions.open_phone)
        menu.other_chosen.connect(lambda: self._window.show_section("divert"))
        menu.settings_chosen.connect(lambda: self._window.show_section("settings"))
        menu.sign_out_chosen.connect(self.sign_out_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        card = self._window.left.own_card
        menu.popup(card.mapToGlobal(QPoint(0, card.height() + 4)))

    def show_keys(self) -> None:
        """F1."""
        page = self._window.page
        hints = page.hints() if page is not None and hasattr(page, "hints") else []
        row = self._window.left.navigation.rows.get(self._window.current_section)
        KeyOverview(row.text() if row is not None else "", hints, self._hotkey(), self._window).open()

    def _quick(self, key: str) -> None:
        running = next((i for i in self._window.left.quick.items if i.key == key and i.running), None)
        if running is not None:
            self._actions.open_phone()
        else:
            self._actions.divert_preset(key)

    def _failed(self, name: str, problem: OnePresenceError) -> None:
        if name in SAID_BY_THE_FORM and self._window.current_section == "divert":
            return
        if isinstance(problem, DeviceNotRegistered) and self._offer_other_phone(problem):
            return
        self._window.bands.show_notice(texts.error(problem))

    def _offer_other_phone(self, problem: DeviceNotRegistered) -> bool:
        other, number = other_phone(self._session, problem), self._actions.last_called
        if other is None or not number:
            return False
        words, device = other
        self._window.bands.show_notice(texts.error(problem), words, lambda: self._actions.call(number, device))
        return True

    def _edit_quick(self) -> None:
        self._window.show_section("settings")
        show_pane = getattr(self._window.page, "show_pane", None)
        if show_pane is not None:
            show_pane("divert")

    def _close_door(self, ends_at: datetime | None) -> None:
        request = DiversionRequest(reason=Reason.DO_NOT_DISTURB, destination=VOICEMAIL, until=ends_at)
        self._actions.divert(request)

    def _own(self) -> own_state.OwnState:
        state = self._session.connection.state
        return own_state.own_state(
            self._session.mirror,
            connected=state is ConnectionState.LIVE,
            connecting=state is ConnectionState.CONNECTING,
        )

    def _able(self) -> bool:
        return self._session.connection.state is ConnectionState.LIVE

    def _show_own(self) -> None:
        self._window.show_own(self._own())

    def _presence(self, user_ids: list[UserId]) -> None:
        me = self._session.mirror.me
        if me is not None and me.id in user_ids:
            self._show_own()

    def _messages(self) -> None:
        self._window.set_badge("inbox", own_state.unread(self._session.mirror))

    def _connection(self, _connection: Connection) -> None:
        self.show_all()

    def _show_connection(self) -> None:
        connection = self._session.connection
        demo = self._session.mirror.customer is not None and self._session.mirror.customer.demo
        match connection.state:
            case ConnectionState.LIVE:
                words = translate("Shell", "Demo – connected") if demo else translate("Shell", "Connected")
                self._window.show_connection("online", words)
            case ConnectionState.CONNECTING:
                self._window.show_connection("status-connecting", translate("Shell", "Connecting …"))
            case ConnectionState.STALE:
                words = translate("Shell", "Disconnected")
                if connection.since is not None:
                    words = translate("Shell", "Disconnected {time}").format(time=texts.clock(connection.since))
                self._window.show_connection("disconnected", words, alarm=True)
            case ConnectionState.SIGNED_OUT:
                self._window.show_connection("disconnected", translate("Shell", "Signed out"))

    def _show_banner(self) -> None:
        connection = self._session.connection
        if connection.state is not ConnectionState.STALE:
            self._retry.stop()
            self._window.bands.hide_banner()
            return
        words = translate("Shell", "States may be out of date.")
        if connection.retry_at is not None:
            left = max(0, round((connection.retry_at - datetime.now(UTC)).total_seconds()))
            words += " " + translate("Shell", "Trying again in {time}.").format(time=texts.span(left))
            if not self._retry.isActive():
                self._retry.start()
        strong = translate("Shell", "No connection to the telephone system.")
        self._window.bands.show_banner(strong, words, translate("Shell", "Try now"))
