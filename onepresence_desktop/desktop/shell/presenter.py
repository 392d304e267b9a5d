"""Joins the window to session and actions: shows what the mirror says, passes on what the user wants."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import own_state, texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.do_not_disturb import what_happens
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_shown import NumberShownSelect, body
from onepresence_desktop.desktop.pages import SettingsPlace
from onepresence_desktop.desktop.popups.other_phone import other_phone
from onepresence_desktop.desktop.quick_diversions import quick_items
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.shell.call_bar import CallBar
from onepresence_desktop.desktop.shell.key_overview import KeyOverview
from onepresence_desktop.desktop.shell.own_menu import OwnMenu, OwnMenuContent
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.domain.errors import CertificateChanged, DeviceNotRegistered, OnePresenceError, VersionRefused
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.doctor import FINDINGS
from onepresence_desktop.wire.number_shown import NumberShownView, ShownChoiceView
from onepresence_desktop.wire.reception import QUEUE

RETRY_STEP_MS = 1000
SAID_BY_THE_FORM = frozenset({"divert", "change_diversion", "add_quick"})
"""Commands whose refusal the diversion form tells of itself."""


class WindowPresenter(QObject):
    """One for each window. retry_wanted is the app's to carry out."""

    retry_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        actions: Actions,
        registry: CommandRegistry,
        cards: CallerCards,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = actions
        self._registry = registry
        self._bound: list[tuple[str, str]] = []
        self._menu: OwnMenu | None = None
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_STEP_MS)
        self._retry.timeout.connect(self._show_banner)
        window.left.own_card.set_clock(session.now)
        for signal in (session.reset, session.me_changed, session.diversions_changed, session.day_changed):
            signal.connect(self.show_all)
        session.presence_changed.connect(self._presence)
        session.messages_changed.connect(self._messages)
        session.changed(FINDINGS).connect(self._findings)
        session.changed(QUEUE).connect(self._queue)
        session.connection_changed.connect(self._connection)
        actions.failed.connect(self._failed)
        self.calls = CallBar(session, actions, cards)
        window.set_call_bar(self.calls)
        window.top.field.set_number_shown(NumberShownSelect(session, actions, bare=True))
        window.quick_chosen.connect(self._quick)
        window.open_phone_wanted.connect(actions.open_phone)
        window.own_menu_wanted.connect(self.show_menu)
        window.edit_quick_wanted.connect(self._edit_quick)
        window.left.set_editable("settings" in window.section_keys())
        window.retry_wanted.connect(self.retry_wanted)
        window.retranslated.connect(self.retranslate)
        self.show_all()

    def show_all(self) -> None:
        """Everything anew."""
        mirror = self._session.mirror
        self._show_own()
        self._window.show_quick(quick_items(mirror), enabled=self._able())
        self._window.set_demo(mirror.customer is not None and mirror.customer.demo)
        self._messages()
        self._findings()
        self._queue()
        self._show_connection()
        self._show_banner()
        self._bind_keys()

    def _bind_keys(self) -> None:
        """The keys of commands; those of quick diversions change with them."""
        wanted = [(command.keys, command.id) for command in self._registry.commands() if command.keys]
        if wanted != self._bound:
            self._bound = wanted
            self._window.bind({keys: partial(self._give, name) for keys, name in wanted})

    def _give(self, command_id: str) -> None:
        command = self._registry.find(command_id)
        if command is not None and command.enabled:
            command.run()

    def retranslate(self) -> None:
        """What isn't kept by the window itself."""
        self.calls.retranslate()
        self._show_connection()
        self._show_banner()

    def show_menu(self) -> None:
        """The own card's menu, under the card."""
        me = self._session.mirror.me
        everywhere = {command.id: command for command in self._registry.commands()}
        menu = OwnMenu(
            OwnMenuContent(
                state=self._own(),
                quick=self._registry.quick(),
                door=self._registry.do_not_disturb(),
                door_note=what_happens(self._session.mirror),
                open_phone=self._registry.open_phone(),
                more=[everywhere[name] for name in ("go.settings", "sign-out") if name in everywhere],
                other=lambda: self._window.show_section("divert"),
                shown=me.number_shown if me is not None else NumberShownView(),
                show=self._show_number,
            )
        )
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        card = self._window.left.own_card
        menu.popup(card.mapToGlobal(QPoint(0, card.height() + 4)))

    def show_keys(self) -> None:
        """All keys: of commands, and of the page shown."""
        page = self._window.page
        row = self._window.left.navigation.rows.get(self._window.current_section)
        hints = page.hints() if page is not None else []
        KeyOverview(self._registry.commands(), row.text() if row is not None else "", hints, self._window).open()

    def _show_number(self, choice: ShownChoiceView, once: bool) -> None:
        self._actions.save_number_shown(body(choice.kind, choice.number, once=once))

    def _quick(self, key: str) -> None:
        self._give(f"divert.{key}")

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
        self._window.go_to(SettingsPlace(pane="divert"))

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
        self._window.set_badge("inbox", readings.unread(self._session.mirror))

    def _findings(self) -> None:
        self._window.set_badge("admin", len(readings.to_mend(self._session.mirror)))

    def _queue(self) -> None:
        self._window.set_badge("reception", readings.waiting(self._session.mirror))

    def _connection(self, _connection: Connection) -> None:
        self.show_all()

    def _show_connection(self) -> None:
        connection = self._session.connection
        demo = self._session.mirror.customer is not None and self._session.mirror.customer.demo
        match connection.state:
            case ConnectionState.LIVE:
                words = translate("Shell", "Demo – connected") if demo else translate("Shell", "Connected")
                place = texts.other_place(self._session.now())
                if place:
                    words = translate("Shell", "Connected · {place}").format(place=place)
                self._window.show_connection("online", words)
            case ConnectionState.CONNECTING:
                self._window.show_connection("status-connecting", translate("Shell", "Connecting …"))
            case ConnectionState.STALE:
                words = translate("Shell", "Disconnected")
                if connection.since is not None:
                    words = translate("Shell", "Disconnected {time}").format(
                        time=texts.clock_or_more(connection.since, self._session.now())
                    )
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
            left = round((connection.retry_at - datetime.now(UTC)).total_seconds())
            if left > 0:
                words += " " + translate("Shell", "Trying again in {time}.").format(time=texts.span(left))
                if not self._retry.isActive():
                    self._retry.start()
            else:
                words += " " + translate("Shell", "Trying again now …")
                self._retry.stop()
        strong = translate("Shell", "No connection to the telephone system.")
        action = translate("Shell", "Try now")
        if isinstance(connection.error, VersionRefused | CertificateChanged):
            strong = texts.error(connection.error)
        if isinstance(connection.error, CertificateChanged):
            words, action = "", translate("Shell", "Compare the words …")
        self._window.bands.show_banner(strong, words, action)
