"""The main window and what belongs to it: made when first shown; its sections follow the user's role."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from onepresence_desktop import __version__
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.commands_registry import CommandRegistry, SectionWords
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.pages import PageContext, Place, SettingsPlace
from onepresence_desktop.desktop.picture_keeper import PictureKeeper
from onepresence_desktop.desktop.platform.paths import Paths
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.ports import HotkeyPort, OnOff, SettingsPorts
from onepresence_desktop.desktop.sections import sections, seen_by
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.tray.tray import Tray
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.gallery import gallery
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import Role
from onepresence_desktop.wire.groups import GROUPS

if TYPE_CHECKING:
    from onepresence_desktop.desktop.pages import Section
    from onepresence_desktop.desktop.popups.popups import PopUps
    from onepresence_desktop.desktop.shell.presenter import WindowPresenter
    from onepresence_desktop.desktop.shell.toast import Toast
    from onepresence_desktop.desktop.shell.window import MainWindow
    from onepresence_desktop.desktop.sign_in.proof import PasswordAsker, Proving


@dataclass
class SystemParts:
    """What the system has, filled in by the app once it is known; None: the system hasn't it."""

    hotkey: HotkeyPort | None = None
    more_keys: Mapping[str, HotkeyPort] = field(default_factory=dict)
    autostart: OnOff | None = None
    links: OnOff | None = None
    colleagues: Callable[[], tuple[str, str]] = lambda: ("", "")


class Windows(QObject):
    """show_wanted: what there is of a window.

    closed_for_good: the window was closed where there is no tray to come back from. made: a window, or pages of it.
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
        registry: CommandRegistry,
        tray: Tray,
        diagnostics: Callable[[], str],
    ) -> None:
        super().__init__()
        self._session, self._actions, self._settings, self._paths = session, actions, settings, paths
        self._registry, self._tray = registry, tray
        self._diagnostics = diagnostics
        self._player = Player(self)
        self._player.failed.connect(lambda why: self.toast(texts.unplayable(why)))
        self._toast: Toast | None = None
        self.system = SystemParts()
        self.window: MainWindow | None = None
        self._presenter: WindowPresenter | None = None
        self._preparing = asyncio.Lock()
        self._watches = Watches(session, self)
        self.contacts = ContactKeeper(session, actions, self)
        self._cards = CallerCards(session, actions, settings, self)
        self._pictures = PictureKeeper(session, actions, gallery(), self)
        context = PageContext(session, actions, settings, paths, self.go_to, self._ports, self._watches, self.contacts)
        self._sections = sections(context)
        self._popups: PopUps | None = None
        self._asker: PasswordAsker | None = None
        actions.prove = self._prove
        program = registry.program
        program.show, program.show_section, program.go_to = self.show_wanted.emit, self.show_section, self.go_to
        program.sections = lambda: [SectionWords(s.key, s.icon, s.title()) for s in self._seen().values()]
        program.show_keys, program.sign_out = self._show_keys, self.sign_out_wanted.emit
        session.reset.connect(self._role_may_differ)
        session.me_changed.connect(self._role_may_differ)
        session.changed(GROUPS).connect(self._role_may_differ)

    @property
    def popups(self) -> PopUps:
        """Made when first asked for: the window comes before them."""
        if self._popups is None:
            from onepresence_desktop.desktop.popups.popups import PopUps

            self._popups = PopUps(self._session, self._actions, self._settings, self._watches, self._cards, self)
            self._popups.looked_at = self._looked_at
            self._popups.section = self._section
            self._popups.wanted.connect(self.go_to)
            self._popups.window_wanted.connect(self.show_wanted)
        return self._popups

    def show(self) -> MainWindow:
        """Bring the window to the front, and hand it out."""
        window = self._needed()
        window.bring_to_front()
        return window

    def toggle(self) -> None:
        """Away with the window that is looked at; else what there is of one to the front."""
        if self.window is not None and self._looked_at():
            self.window.hide()
        else:
            self.show_wanted.emit()

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        self.go_to(Place(section=key))

    def go_to(self, place: Place) -> None:
        """Bring a place of the window to the front; before anybody is signed in, what there is of a window."""
        if self._session.mirror.me is None:
            self.show_wanted.emit()
            return
        window = self._needed()
        window.go_to(place)
        window.bring_to_front()

    def show_settings(self, pane: str) -> None:
        """A pane of the settings, to the front."""
        self.go_to(SettingsPlace(pane=pane))

    async def prepare(self) -> None:
        """While nothing happens: read in what the window is made of, and build those pages that take long."""
        from onepresence_desktop.desktop.shell.ahead import read_in, spread

        async with self._preparing:
            window = self.window
            self.contacts.want()
            for room in ("shell", *self._seen()):
                await spread(read_in(f"onepresence_desktop.desktop.{room}"))
            await asyncio.to_thread(importlib.import_module, "onepresence_desktop.domain.number_search")
            if window is not None:
                await asyncio.to_thread(importlib.import_module, "phonenumbers")  # half a frame or more at a stretch
                for key in window.keys_ahead():
                    await spread(window.ahead(key), lambda: window is self.window and window.page is not None)

    def hide(self) -> None:
        """Signed out: nothing of the user's stays on the screen."""
        self.popups.stack.close_all()
        if self._asker is not None:
            self._asker.close()
        if self.window is not None:
            self.window.hide()
            self.window.forget_pages()

    def failed(self, problem: OnePresenceError) -> None:
        """A command was refused: the window says so itself where it is seen, else a pop-up does."""
        if not self._looked_at():
            self.popups.refused(problem)

    def toast(self, words: str, then: Callable[[], None] | None = None) -> None:
        """A short message at the foot of the window; where that isn't seen a pop-up. then: what a click on it does,
        instead of showing the window."""
        if self.window is not None and self._looked_at():
            from onepresence_desktop.desktop.shell.toast import Toast

            if self._toast is None or self._toast.parentWidget() is not self.window:
                self._toast = Toast(self.window)
            self._toast.say(words)
        else:
            self.popups.say(words, then)

    async def close(self) -> None:
        """The program ends."""
        self._player.stop()
        for section in self._sections.values():
            section.ended()
        self.popups.stack.close_all()
        if self.window is not None:
            self.window.place.save()
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    async def _prove(self, service: Proving) -> bool:
        """Have the password given once more; the dialog is read in when it is first needed."""
        if self._asker is None:
            from onepresence_desktop.desktop.sign_in.proof import PasswordAsker

            self._asker = PasswordAsker(self._in_demo, lambda: self.window)
        return await self._asker.prove(service)

    def _in_demo(self) -> bool:
        customer = self._session.mirror.customer
        return customer is not None and customer.demo

    # --- the window ---

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

        window = MainWindow(list(self._seen().values()), self._settings.store)
        presenter = WindowPresenter(window, self._session, self._actions, self._registry, self._cards)
        presenter.retry_wanted.connect(self.retry_wanted)
        window.dial_wanted.connect(self._actions.call)
        window.hidden_by_user.connect(self._closed)
        window.show_section(self._first_section(window))
        self._presenter = presenter
        self.made.emit()
        return window

    def _first_section(self, window: MainWindow) -> str:
        wanted = self._settings.get(keys.START_SECTION)
        return wanted if wanted in window.section_keys() else window.section_keys()[0]

    def _seen(self) -> dict[str, Section]:
        """The sections of somebody of the user's role, by room."""
        me = self._session.mirror.me
        role: Role | None = me.role if me is not None else None
        return {room: section for room, section in self._sections.items() if seen_by(role, section)}

    def _ports(self) -> SettingsPorts:
        return SettingsPorts(
            version=__version__,
            server=lambda: self._settings.get(keys.SERVER),
            diagnostics=self._diagnostics,
            open_log_folder=self._open_logs,
            sign_out=self.sign_out_wanted.emit,
            show_keys=self._show_keys,
            sections=lambda: [(s.key, s.title()) for s in self._seen().values()],
            play=self._player.play,
            stop_playing=self._player.stop,
            autostart=self.system.autostart,
            links=self.system.links,
            hotkey=self.system.hotkey,
            colleagues=self.system.colleagues,
            more_keys=self.system.more_keys,
            local_pbx=self._settings.get(keys.WAY) == "local",
        )

    def _show_keys(self) -> None:
        self.show()
        if self._presenter is not None:
            self._presenter.show_keys()

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.logs)))

    def _looked_at(self) -> bool:
        """Whether somebody who works looks at the window: one behind another program tells nothing."""
        return self.window is not None and self.window.isVisible() and self.window.isActiveWindow()

    def _section(self) -> str:
        return self.window.current_section if self.window is not None else ""

    # --- changes ---

    def _role_may_differ(self, _what: object = None) -> None:
        seen = list(self._seen().values())
        wanted = [section.key for section in seen]
        if self.window is None or self._session.mirror.me is None or self.window.section_keys() == wanted:
            return
        self.window.set_sections(seen)
        if self._presenter is not None:
            self._presenter.show_all()
        self.made.emit()

    def _closed(self) -> None:
        """Closed by the user: to the tray where there is one and that is wanted, else for good."""
        if not (self._tray.available and self._settings.get(keys.CLOSE_HIDES)):
            self.closed_for_good.emit()
