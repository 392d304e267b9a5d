"""The main window and what belongs to it: made when first shown, made anew when the user's role is another."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from onepresence_desktop import __version__
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.platform.paths import Paths
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings import keys
from onepresence_desktop.desktop.settings.keys import Settings
from onepresence_desktop.desktop.settings.ports import HotkeyPort, OnOff, SettingsPorts
from onepresence_desktop.desktop.shell.incoming import IncomingCalls
from onepresence_desktop.desktop.shell.notifications import Notifications
from onepresence_desktop.desktop.shell.other_phone import other_phone
from onepresence_desktop.desktop.shell.toasts import NoteToast, ToastStack
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.tray.tray import Tray
from onepresence_desktop.domain.errors import DeviceNotRegistered, OnePresenceError
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.people import Role

if TYPE_CHECKING:
    from onepresence_desktop.desktop.administration.person_form import PersonForm
    from onepresence_desktop.desktop.diversion.form import DiversionForm
    from onepresence_desktop.desktop.inbox.outlet import Outlet
    from onepresence_desktop.desktop.inbox.reading import ReadingPane
    from onepresence_desktop.desktop.shell.presenter import WindowPresenter
    from onepresence_desktop.desktop.shell.section import Section
    from onepresence_desktop.desktop.shell.toast import Toast
    from onepresence_desktop.desktop.shell.window import MainWindow


ROOMS = ("shell", "colleagues", "diversion", "inbox", "calls", "settings")
"""What the window and everybody's pages are made of."""


class Windows(QObject):
    """show_wanted: what there is of a window.

    closed_for_good: the window was closed where there is no tray to come back from. made: a window, anew.
    """

    show_wanted = Signal()
    sign_out_wanted = Signal()
    retry_wanted = Signal()
    closed_for_good = Signal()
    made = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        paths: Paths,
        *,
        tray: Tray,
        diagnostics: Callable[[], str],
    ) -> None:
        super().__init__()
        self._session, self._actions, self._settings, self._paths = session, actions, settings, paths
        self._tray = tray
        self._diagnostics = diagnostics
        self._player = Player(self)
        self._player.failed.connect(lambda why: self.toast(texts.unplayable(why)))
        self._toast: Toast | None = None
        self.hotkey: HotkeyPort | None = None
        self.autostart: OnOff | None = None
        self.links: OnOff | None = None
        self.window: MainWindow | None = None
        self._presenter: WindowPresenter | None = None
        self._administers = False
        self._preparing = asyncio.Lock()
        self._parts: dict[str, QWidget] = {}
        self.toasts = ToastStack(self)
        self._incoming = IncomingCalls(session, actions, settings, self.toasts, self)
        self._notifications = Notifications(session, actions, settings, self.toasts.show, self)
        self._notifications.voicemail_wanted.connect(lambda message: self._on_message("play_message", message))
        self._notifications.message_wanted.connect(lambda message: self._on_message("show_message", message))
        self._notifications.section_wanted.connect(self.show_section)
        self._notifications.window_wanted.connect(self.show_wanted)
        session.reset.connect(self._role_may_differ)
        session.me_changed.connect(self._role_may_differ)

    def show(self) -> None:
        """Bring the window to the front."""
        self._needed().bring_to_front()

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        window = self._needed()
        window.show_section(key)
        window.bring_to_front()

    async def prepare(self) -> None:
        """While nothing happens: read in what the window is made of, and build the pages of the one there is."""
        from onepresence_desktop.desktop.shell.ahead import read_in, spread

        async with self._preparing:
            window = self.window
            administering = ("administration",) if window is not None and self._administers else ()
            for room in (*ROOMS, *administering):
                await spread(read_in(f"onepresence_desktop.desktop.{room}"))
            if window is not None:
                await asyncio.to_thread(importlib.import_module, "phonenumbers")  # half a frame or more at a stretch
                for key in window.section_keys():
                    await spread(window.ahead(key), lambda: window is self.window and window.page is not None)

    def hide(self) -> None:
        """Signed out: nothing of the user's stays on the screen."""
        self.toasts.close_all()
        self._parts.clear()
        if self.window is not None:
            self.window.hide()
            self.window.forget_pages()

    def failed(self, problem: OnePresenceError) -> None:
        """A command was refused: the window says so itself where it is seen, else a pop-up does."""
        if self._seen():
            return
        number = self._actions.last_called
        other = other_phone(self._session, problem) if isinstance(problem, DeviceNotRegistered) and number else None
        if other is None:
            self._pop_up(NoteToast("error", Color.DANGER_TINT, Color.DANGER_TEXT, texts.error(problem)))
            return
        words, device = other
        title, line = texts.error(problem), texts.number(number)
        toast = NoteToast("device-desk-offline", Color.WARNING_TINT, Color.WARNING_TEXT, title, line, words)
        toast.action.clicked.connect(lambda: self._actions.call(number, device))
        self._pop_up(toast)

    def toast(self, words: str, then: Callable[[], None] | None = None) -> None:
        """A short message at the foot of the window; where that isn't seen a pop-up. then: what a click on it does,
        instead of showing the window."""
        if self.window is not None and self._seen():
            from onepresence_desktop.desktop.shell.toast import Toast

            if self._toast is None or self._toast.parentWidget() is not self.window:
                self._toast = Toast(self.window)
            self._toast.say(words)
        else:
            self._pop_up(NoteToast("info", Color.ACCENT_TINT, Color.ACCENT_TEXT, words), then)

    def _seen(self) -> bool:
        """Whether somebody who works looks at the window: one behind another program tells nothing."""
        return self.window is not None and self.window.isVisible() and self.window.isActiveWindow()

    def _pop_up(self, toast: NoteToast, then: Callable[[], None] | None = None) -> None:
        """Show it, and what it is about when it is clicked; once, if the same is said again and again."""
        title = toast.title.text()
        there = (shown for shown in self.toasts.toasts if isinstance(shown, NoteToast) and shown.isVisible())
        if any(shown.title.text() == title for shown in there):
            toast.deleteLater()
            return
        toast.opened.connect(then or self.show_wanted)
        self.toasts.show(toast)

    def show_settings(self, pane: str) -> None:
        """A pane of the settings, to the front; before anybody is signed in, what there is of a window."""
        if self._session.mirror.me is None:
            self.show_wanted.emit()
            return
        self.show_section("settings")
        page = self._needed().page
        if page is not None and hasattr(page, "show_pane"):
            page.show_pane(pane)

    async def close(self) -> None:
        """The program ends."""
        self._player.stop()
        if self._paths.voicemail.exists():
            self._outlet().forget()
        self.toasts.close_all()
        if self.window is not None:
            self.window.save_geometry()
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _needed(self) -> MainWindow:
        if self.window is None:
            self.window = self._make()
        elif self.window.page is None:
            # Somebody has signed in anew: the pages of before are gone.
            self.window.show_section(self._first_section(self.window))
        return self.window

    def _make(self) -> MainWindow:
        from onepresence_desktop.desktop.shell.presenter import WindowPresenter
        from onepresence_desktop.desktop.shell.window import MainWindow

        me = self._session.mirror.me
        self._administers = me is not None and me.role is Role.ADMINISTRATOR
        window = MainWindow(self._sections(), self._settings.store)
        presenter = WindowPresenter(
            window, self._session, self._actions, hotkey=lambda: self.hotkey.caps() if self.hotkey is not None else ""
        )
        presenter.sign_out_wanted.connect(self.sign_out_wanted)
        presenter.retry_wanted.connect(self.retry_wanted)
        window.hidden_by_user.connect(self._closed)
        window.show_section(self._first_section(window))
        self._presenter = presenter
        self.made.emit()
        return window

    def _first_section(self, window: MainWindow) -> str:
        wanted = self._settings.get(keys.START_SECTION)
        return wanted if wanted in window.section_keys() else "search"

    def _sections(self) -> list[Section]:
        from onepresence_desktop.desktop.shell.section import Section

        sections = [
            Section("search", "nav-search", lambda: translate("App", "Search"), self._search),
            Section(
                "divert",
                "nav-divert",
                lambda: translate("App", "Divert my phone"),
                self._divert,
                before=lambda: self._ahead("divert", self._diversion_form),
            ),
            Section(
                "inbox",
                "nav-messages",
                lambda: translate("App", "Phone messages"),
                self._inbox,
                before=lambda: self._ahead("inbox", self._reading_pane),
            ),
            Section("calls", "nav-calls", lambda: translate("App", "Calls"), self._calls),
            Section("settings", "nav-settings", lambda: translate("App", "Settings"), self._settings_page),
        ]
        if self._administers:
            title = lambda: translate("App", "Administration")  # noqa: E731
            sections.append(
                Section(
                    "admin",
                    "nav-admin",
                    title,
                    self._administration,
                    below_line=True,
                    before=lambda: self._ahead("admin", self._people_form),
                )
            )
        return sections

    # --- pages, imported when first shown or prepared ---

    def _search(self) -> QWidget:
        from onepresence_desktop.desktop.colleagues.view import ColleaguesView

        page = ColleaguesView(self._session, self._actions)
        page.divert_to_wanted.connect(self._divert_to)
        return page

    def _ahead(self, key: str, make: Callable[[], QWidget]) -> Iterator[None]:
        """The largest part of a page, in a step of its own."""
        self._parts[key] = make()
        yield

    def _divert(self) -> QWidget:
        from onepresence_desktop.desktop.diversion.view import DiversionView

        form = self._parts.pop("divert", None) or self._diversion_form()
        return DiversionView(self._session, self._actions, cast("DiversionForm", form))

    def _diversion_form(self) -> QWidget:
        from onepresence_desktop.desktop.diversion.form import DiversionForm

        return DiversionForm(self._session)

    def _divert_to(self, number: str) -> None:
        window = self._needed()
        window.show_section("divert")
        page = window.page
        if page is not None and hasattr(page, "divert_to"):
            page.divert_to(number)

    def _inbox(self) -> QWidget:
        from onepresence_desktop.desktop.inbox.view import InboxView

        pane = self._parts.pop("inbox", None) or self._reading_pane()
        return InboxView(self._session, self._actions, self._outlet(), pane=cast("ReadingPane", pane))

    def _reading_pane(self) -> QWidget:
        from onepresence_desktop.desktop.inbox.reading import ReadingPane

        return ReadingPane()

    def _outlet(self) -> Outlet:
        from onepresence_desktop.desktop.inbox.outlet import Outlet

        settings = self._settings
        return Outlet(
            folder=self._paths.voicemail,
            outside=lambda: settings.get(keys.VOICEMAIL_OUTSIDE),
            device=lambda: settings.get(keys.LOUDSPEAKER),
            choose_outside=lambda on: settings.set(keys.VOICEMAIL_OUTSIDE, on),
            choose_device=lambda device: settings.set(keys.LOUDSPEAKER, device),
        )

    def _on_message(self, verb: str, message_id: MessageId) -> None:
        self.show_section("inbox")
        page = self._needed().page
        if page is not None and hasattr(page, verb):
            getattr(page, verb)(message_id)

    def _calls(self) -> QWidget:
        from onepresence_desktop.desktop.calls.view import CallsView

        return CallsView(self._session, self._actions)

    def _administration(self) -> QWidget:
        from onepresence_desktop.desktop.administration.view import AdministrationPage

        form = self._parts.pop("admin", None) or self._people_form()
        return AdministrationPage(self._session, self._actions, cast("PersonForm", form))

    def _people_form(self) -> QWidget:
        from onepresence_desktop.desktop.administration.person_form import PersonForm

        return PersonForm()

    def _settings_page(self) -> QWidget:
        from onepresence_desktop.desktop.settings.view import SettingsView

        ports = SettingsPorts(
            version=__version__,
            server=lambda: self._settings.get(keys.SERVER),
            diagnostics=self._diagnostics,
            open_log_folder=self._open_logs,
            sign_out=self.sign_out_wanted.emit,
            show_keys=lambda: self._presenter.show_keys() if self._presenter is not None else None,
            sections=lambda: [(s.key, s.title()) for s in self._sections()],
            play=self._player.play,
            stop_playing=self._player.stop,
            autostart=self.autostart,
            links=self.links,
            hotkey=self.hotkey,
            local_pbx=self._settings.get(keys.WAY) == "local",
        )
        return SettingsView(self._session, self._actions, self._settings, ports)

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.logs)))

    # --- changes ---

    def _role_may_differ(self) -> None:
        me = self._session.mirror.me
        if self.window is None or me is None or self._administers == (me.role is Role.ADMINISTRATOR):
            return
        old, visible = self.window, self.window.isVisible()
        old.save_geometry()
        self.window = self._make()
        if visible:
            self.window.show()
        old.hide()
        old.deleteLater()

    def _closed(self) -> None:
        """Closed by the user: to the tray where there is one and that is wanted, else for good."""
        if not (self._tray.available and self._settings.get(keys.CLOSE_HIDES)):
            self.closed_for_good.emit()
