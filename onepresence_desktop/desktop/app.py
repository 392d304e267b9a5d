"""The desktop's only wiring: tray first, then the window from what was known last, then the network."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import platform
import signal
import sys
from collections.abc import Coroutine
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, qVersion
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from onepresence_desktop import __version__
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.loop import Loop
from onepresence_desktop.desktop.platform.background import Background
from onepresence_desktop.desktop.platform.collector import Collector
from onepresence_desktop.desktop.platform.memory import give_back
from onepresence_desktop.desktop.platform.paths import Paths, paths
from onepresence_desktop.desktop.platform.watchdog import Watchdog
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings import keys
from onepresence_desktop.desktop.settings.appearance import Appearance
from onepresence_desktop.desktop.settings.keys import Settings
from onepresence_desktop.desktop.theme.theme import Choice, install
from onepresence_desktop.desktop.tray.tray import Tray
from onepresence_desktop.domain.errors import NotSignedIn, OnePresenceError, PasswordChangeRequired

if TYPE_CHECKING:
    from onepresence_desktop.desktop.connection import Account, SignedIn
    from onepresence_desktop.desktop.entry import Entered
    from onepresence_desktop.desktop.hotkey.hotkey import Hotkey

log = logging.getLogger(__name__)

SETTLED_MS = 3000
"""After signing in, until the window is drawn: what comes then is everyday use, and is watched."""

PREPARED_MS = 1500
"""After a window was made, until pages are built that nobody has asked for yet."""

RETRY_LOCAL = 3.0
"""Seconds before the local PBX or the demo is tried again after it couldn't be reached."""


@dataclass(frozen=True, slots=True)
class Options:
    """From the command line. profile: settings and folders of their own under a name. link: asked about at once."""

    demo: bool = False
    profile: str = ""
    minimized: bool = False
    link: str = ""


def run(options: Options) -> int:
    """Run until the user quits; the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("OnePresence")
    app.setDesktopFileName("onepresence")
    app.setQuitOnLastWindowClosed(False)
    desktop = Desktop(app, options)
    with asyncio.Runner(loop_factory=lambda: Loop(app)) as runner:
        return runner.run(desktop.run())


class Desktop(QObject):
    """Everything that lives while the program runs."""

    def __init__(self, app: QApplication, options: Options) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._stop = asyncio.Event()
        self.paths: Paths = paths(options.profile)
        _log_to(self.paths)
        self.settings = Settings(QSettings(str(self.paths.settings), QSettings.Format.IniFormat))
        theme = install(app, Choice(self.settings.get(keys.THEME)))
        self._appearance = Appearance(app, theme, self.settings)
        self.session = Session()
        self.actions = Actions()
        self.tray = Tray(self.session, self.actions)
        self.tray.show()
        self._furnished = False
        self._link = options.link
        app.installEventFilter(self)
        self.hotkey: Hotkey | None = None
        self._watchdog = Watchdog(self)
        self._collector = Collector(self)
        Background(app).rested.connect(lambda: self._own(give_back(), "giving memory back"))
        self._signed_in: SignedIn | None = None
        self._entered: Entered | None = None
        self._sign_out = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def _furnish(self) -> None:
        """What isn't needed for the icon. Between the rooms the loop goes on, so that the icon is painted meanwhile."""
        await asyncio.sleep(0)
        from onepresence_desktop.desktop.entry import Entry
        from onepresence_desktop.desktop.platform.token_store import TokenStore

        tokens = TokenStore(self.paths.tokens)
        self.entry = Entry(self.settings, self.paths, tokens, demo_only=self._options.demo)
        await asyncio.sleep(0)
        from onepresence_desktop.desktop.windows import Windows

        self.windows = Windows(
            self.session, self.actions, self.settings, self.paths, tray=self.tray, diagnostics=self._diagnostics
        )
        await asyncio.sleep(0)
        self._furnish_hotkey()
        await asyncio.sleep(0)
        self._furnish_commands()
        self._connect()
        self._furnished = True

    def _furnish_hotkey(self) -> None:
        from onepresence_desktop.desktop.dial.dialler import Dialler
        from onepresence_desktop.desktop.hotkey import hotkey
        from onepresence_desktop.desktop.hotkey.port import Port
        from onepresence_desktop.desktop.selection import reader

        self.dialler = Dialler(self.session, self.actions, self.settings, reader.for_this_system())
        self.actions.usual_phone = self.dialler.device
        grabber = hotkey.for_this_system()
        if grabber is not None:
            self.hotkey = hotkey.Hotkey(self.settings, grabber)
            self.windows.hotkey = Port(self.hotkey)

    def _furnish_commands(self) -> None:
        from onepresence_desktop.desktop.commands.place import place
        from onepresence_desktop.desktop.commands.server import CommandServer
        from onepresence_desktop.desktop.commands.verbs import Verbs
        from onepresence_desktop.desktop.platform import autostart, links

        self.windows.autostart = autostart.for_this_system(self._options.profile)
        self.windows.links = links.for_this_system(self._options.profile)
        self.verbs = Verbs(
            self.session,
            self.actions,
            self.dialler,
            dial_selection=self.dial_marked,
            show=self.show,
            quit_program=self._stop.set,
            say=self.windows.toast,
        )
        self.commands = CommandServer(place(self._options.profile).socket, self.verbs.carry_out)

    def _connect(self) -> None:
        self.tray.show_wanted.connect(self.show)
        self.tray.section_wanted.connect(self.windows.show_section)
        self.tray.quit_wanted.connect(self._stop.set)
        self.windows.sign_out_wanted.connect(self._sign_out.set)
        self.windows.retry_wanted.connect(self._retry)
        self.windows.show_wanted.connect(self.show)
        self.windows.closed_for_good.connect(self._stop.set)
        self.windows.made.connect(lambda: QTimer.singleShot(PREPARED_MS, self, self._prepare))
        self.dialler.said.connect(self.windows.toast)
        if self.hotkey is not None:
            self.dialler.instead = self.hotkey.tried
            self.tray.menu.offers_selection = True
            self.tray.menu.selection_keys = self.hotkey.caps
            self.tray.dial_selection_wanted.connect(self.hotkey.pressed)
            self.hotkey.pressed.connect(lambda: self._own(self.dial_marked(), "dial what is marked"))
        self.actions.failed.connect(lambda _name, error: self.windows.failed(error))
        self.entry.no_keyring = lambda: self.windows.toast(
            translate("App", "This computer has no keyring, so you sign in at each start.")
        )
        self.entry.moved = self._moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The system wants us to quit: end in order. Another language: say everything again. A link on macOS."""
        if watched is self._app and event.type() == QEvent.Type.Quit:
            self._stop.set()
            return True
        if watched is self._app and event.type() == QEvent.Type.LanguageChange:
            self.tray.retranslate()
        if isinstance(event, QFileOpenEvent):
            self._open_link(event.url().toString())
            return True
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Bring to the front what there is."""
        if not self.entry.raise_dialog():
            self.windows.show()

    def _open_link(self, link: str) -> None:
        if self._furnished:
            self.verbs.open_link(link)
        else:
            self._link = link

    async def dial_marked(self) -> None:
        """The global key, or the verb for systems that don't give one: find the marked number and call it."""
        if self.session.mirror.me is None:
            self.show()
        else:
            await self.dialler.dial_selection()

    async def run(self) -> int:
        """Live; end in order."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM"):
            with contextlib.suppress(NotImplementedError, AttributeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._stop.set)
        await self._furnish()
        if self.hotkey is not None:
            self.hotkey.start()
            if self.hotkey.problem == "taken":
                words = translate("App", "Another program has {keys}. Choose another key in Settings, Call handling.")
                self.windows.toast(words.format(keys=self.hotkey.caps()), lambda: self.windows.show_settings("calls"))
        self.commands.listen()
        if self._link:
            self.verbs.open_link(self._link)
        living = self._start(self._live(), "desktop")
        stopping = self._start(self._stopped(), "stop")
        await asyncio.wait({living, stopping}, return_when=asyncio.FIRST_COMPLETED)
        failed = living.exception() if living.done() and not living.cancelled() else None
        for task in (living, stopping, *self._tasks):
            task.cancel()
        await asyncio.gather(living, stopping, *self._tasks, return_exceptions=True)
        if self.hotkey is not None:
            self.hotkey.stop()
        await self.commands.close()
        await self.windows.close()
        await self.actions.close()
        await self.entry.close()
        self.tray.hide()
        log.info("the window's thread: %s", self._watchdog.seen)
        if failed is not None:
            log.error("the program ended unexpectedly", exc_info=failed)
            return 1
        return 0

    async def _stopped(self) -> None:
        await self._stop.wait()

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(work, name=name)

    def _own(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Something short the user asked for; it ends with the program at the latest, and a failure is told."""

        def over(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            if not task.cancelled() and (failure := task.exception()) is not None:
                log.error("%s failed", name, exc_info=failure)

        task = self._start(work, name)
        self._tasks.add(task)
        task.add_done_callback(over)

    async def _live(self) -> None:
        """Sign in, be signed in, sign out, again."""
        from onepresence_desktop.desktop.sign_in.asking import Closed

        while True:
            known = self.entry.known_account()
            if known is not None:
                await self._show_copy(known)
            elif not self._options.demo:
                self._prepare()  # while the user types a name and a password
            try:
                entered = await self.entry.enter()
            except Closed:
                return
            except OnePresenceError as exc:
                log.warning("can't get in: %s", exc)
                self.session.set_connection(Connection(ConnectionState.CONNECTING, error=exc))
                self.windows.toast(texts.error(exc))
                await asyncio.sleep(RETRY_LOCAL)
                continue
            await self._be_signed_in(entered)

    async def _show_copy(self, account: Account) -> None:
        from onepresence_desktop.client.local_copy import LocalCopy

        snapshot = await asyncio.to_thread(LocalCopy(self.paths.copies, account.address, account.local_number).load)
        if snapshot is not None:
            self.session.show_copy(snapshot)
            self.session.set_connection(Connection(ConnectionState.CONNECTING))
            self._show_window()

    def _show_window(self) -> None:
        hidden = self._options.minimized or self.settings.get(keys.START_HIDDEN)
        if not hidden or not self.tray.available:
            self.windows.show()

    async def _be_signed_in(self, entered: Entered) -> None:
        from onepresence_desktop.desktop.connection import SignedIn

        self._entered = entered
        self._sign_out.clear()
        self.actions.connect_client(entered.client)
        signed_in = self._signed_in = SignedIn(self.session, entered.client, entered.account, self.paths.copies)
        if self.session.mirror.me is None:
            self.session.set_connection(Connection(ConnectionState.CONNECTING))
            self._show_window()
        following = asyncio.get_running_loop().create_task(signed_in.run(), name="signed in")
        QTimer.singleShot(SETTLED_MS, self._watchdog, self._settled)
        leaving = asyncio.get_running_loop().create_task(self._sign_out.wait(), name="sign out")
        try:
            await asyncio.wait({following, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if leaving.done():
                await self.entry.leave(entered)
                signed_in.forget()
        finally:
            following.cancel()
            leaving.cancel()
            ended = (await asyncio.gather(following, leaving, return_exceptions=True))[0]
            self._signed_in = self._entered = None
            self.actions.connect_client(None)
            await entered.client.close()
        if isinstance(ended, (NotSignedIn, PasswordChangeRequired)):
            self.entry.signed_out = True
            signed_in.forget()
        elif isinstance(ended, Exception):
            raise ended
        self.session.clear()
        self.windows.hide()

    def _settled(self) -> None:
        self._collector.settle()
        self._watchdog.restart()
        self._own(self._rest(), "coming to rest")

    async def _rest(self) -> None:
        await self.windows.prepare()
        await give_back()

    def _prepare(self) -> None:
        self._own(self.windows.prepare(), "building pages ahead")

    def _retry(self) -> None:
        if self._signed_in is not None:
            self._signed_in.retry_now()

    def _moved(self, address: str) -> None:
        """The local PBX was started again, perhaps on another port."""
        if self._entered is not None:
            self._entered.client.move(address)
            self._retry()

    def _diagnostics(self) -> str:
        connection = self.session.connection
        lines = [
            f"OnePresence Desktop {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            f"Screen system: {QGuiApplication.platformName()}, tray: {self.tray.available}",
            f"Way: {self.entry.way}, connection: {connection.state.value}, since: {connection.since}",
            f"Error: {connection.error.code if connection.error else '-'}",
            f"People: {len(self.session.mirror.people)}, event: {self.session.mirror.event_id}",
            f"Window's thread: {self._watchdog.seen}",
            f"Log: {self.paths.logs}",
        ]
        return "\n".join(lines)


def _log_to(where: Paths) -> None:
    """A small log file of our own; nothing secret is ever written to it."""
    try:
        where.logs.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = RotatingFileHandler(
            where.logs / "onepresence.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.getLogger("httpx").setLevel(logging.WARNING)
