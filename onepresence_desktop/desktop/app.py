"""The desktop's only wiring: tray first, then the window from what was known last, then the network."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import signal
import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop import company_time, texts
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.diagnostics import diagnostics
from onepresence_desktop.desktop.first_window import FirstWindow
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.loop import Loop
from onepresence_desktop.desktop.options import Options
from onepresence_desktop.desktop.own_tasks import OwnTasks
from onepresence_desktop.desktop.platform.background import Background
from onepresence_desktop.desktop.platform.collector import Collector
from onepresence_desktop.desktop.platform.log import log_to
from onepresence_desktop.desktop.platform.memory import come_to_rest, give_back
from onepresence_desktop.desktop.platform.paths import Paths, paths
from onepresence_desktop.desktop.platform.system_events import SystemEvents
from onepresence_desktop.desktop.platform.watchdog import Watchdog
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings.appearance import Appearance
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Choice, install
from onepresence_desktop.desktop.tray.tray import Tray
from onepresence_desktop.domain.errors import NotSignedIn, OnePresenceError, PasswordChangeRequired

if TYPE_CHECKING:
    from onepresence_desktop.desktop.connection import SignedIn
    from onepresence_desktop.desktop.entry import Entered
    from onepresence_desktop.desktop.first_look import FirstLook
    from onepresence_desktop.desktop.palette.opener import PaletteOpener

log = logging.getLogger(__name__)

SETTLED_MS = 3000
"""After signing in, until the window is drawn: what comes then is everyday use, and is watched."""

LONG_START_MS = 2500
"""A start that takes longer than this says so."""

PREPARED_MS = 1500
"""After a window was made, until pages are built that nobody has asked for yet."""

NEXT_NEEDED = (
    "client.pbx_client",
    "client.event_stream",
    "desktop.connection",
    "desktop.shell.window",
    "desktop.shell.presenter",
    "desktop.colleagues.view",
)
"""Read in while the service is waited for: what shows the list as soon as it answers."""

RETRY_LOCAL = 3.0
"""Seconds before the local PBX or the demo is tried again after it couldn't be reached."""


def run_in(
    app: QApplication,
    options: Options,
    settings: Settings,
    *,
    look: FirstLook | None = None,
    begun: subprocess.Popen[bytes] | None = None,
) -> int:
    """Run until the user quits; the exit code. look: the window's shape. begun: the demo's service."""
    desktop = Desktop(app, options, settings, look=look, begun=begun)
    with asyncio.Runner(loop_factory=lambda: Loop(app)) as runner:
        return runner.run(desktop.run())


class Desktop(QObject):
    """Everything that lives while the program runs."""

    def __init__(
        self,
        app: QApplication,
        options: Options,
        settings: Settings,
        *,
        look: FirstLook | None = None,
        begun: subprocess.Popen[bytes] | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._stop = asyncio.Event()
        self.paths: Paths = paths(options.profile)
        log_to(self.paths)
        self.settings = settings
        self._begun = begun
        if look is not None:
            look.given_up.connect(self._stop.set)
            look.say_later(translate("App", "Starting …"), LONG_START_MS)
        theme = install(app, Choice(self.settings.get(keys.THEME)))
        self._appearance = Appearance(app, theme, self.settings)
        self.session = Session()
        self.session.reset.connect(self._tell_time)  # before anybody shows anything
        self.actions = Actions()
        self.registry = CommandRegistry(self.session, self.actions)
        self.registry.program.quit = self._stop.set
        self.tray = Tray(self.session, self.actions, self.registry, self.settings, menu_later=True)
        self.tray.show()
        self._furnished = False
        self._tasks = OwnTasks()
        self._link = options.link
        told = SystemEvents(app)
        told.quit_wanted.connect(self._stop.set)
        told.language_changed.connect(self.tray.retranslate)
        told.link_opened.connect(self._open_link)
        self._palette: PaletteOpener | None = None
        self._watchdog = Watchdog(self)
        self._collector = Collector(self)
        Background(app).rested.connect(lambda: self._tasks.own(give_back(), "giving memory back"))
        self._signed_in: SignedIn | None = None
        self._entered: Entered | None = None
        self._sign_out = asyncio.Event()

    def _tell_time(self) -> None:
        customer = self.session.mirror.customer
        if company_time.follow(customer.time_zone if customer is not None else ""):
            self.session.look_at_day()

    async def _furnish_window(self) -> None:
        """What the window needs, and no more. Between the rooms the loop goes on, so that the icon is painted."""
        await asyncio.sleep(0)
        from onepresence_desktop.desktop.windows import Windows

        self.windows = Windows(
            self.session,
            self.actions,
            self.settings,
            self.paths,
            registry=self.registry,
            tray=self.tray,
            diagnostics=self._diagnostics,
        )
        await asyncio.sleep(0)
        from onepresence_desktop.desktop.entry import Entry
        from onepresence_desktop.desktop.platform.token_store import TokenStore

        tokens = TokenStore(self.paths.tokens)
        self.entry = Entry(self.settings, self.paths, tokens, demo_only=self._options.demo, begun=self._begun)
        self._first = FirstWindow(
            self.session,
            self.settings,
            show=self.windows.show,
            tray=lambda: self.tray.available,
            minimized=self._options.minimized,
        )
        self._connect_window()

    async def _furnish(self) -> None:
        """The rest: keys, pop-ups, commands for scripts."""
        await asyncio.sleep(0)
        self._furnish_keys()
        await asyncio.sleep(0)
        self._furnish_palette()
        await asyncio.sleep(0)
        _ = self.windows.popups
        await asyncio.sleep(0)
        self._furnish_commands()
        self._connect()
        self._furnished = True
        for name in NEXT_NEEDED:
            await asyncio.sleep(0)
            importlib.import_module(f"onepresence_desktop.{name}")

    def _furnish_keys(self) -> None:
        from onepresence_desktop.desktop.dial.dialler import Dialler
        from onepresence_desktop.desktop.global_keys import GlobalKeys
        from onepresence_desktop.desktop.selection import reader

        self.dialler = Dialler(self.session, self.actions, self.settings, reader.for_this_system())
        self.actions.usual_phone = self.dialler.device
        self.keys = GlobalKeys(self.settings, self.registry)
        self.windows.system.hotkey = self.keys.selection_port()
        self.windows.system.more_keys = self.keys.more_ports()
        self.keys.window_wanted.connect(self.windows.toggle)
        self.keys.dial_wanted.connect(lambda: self._tasks.own(self.dial_marked(), "dial what is marked"))

    def _furnish_palette(self) -> None:
        from onepresence_desktop.desktop.palette.opener import PaletteOpener

        self._palette = PaletteOpener(
            self.session,
            self.actions,
            self.registry,
            call=self.dialler.dial_typed,
            not_in=self.show,
            contacts=self.windows.contacts,
            own_key=self.keys.is_palettes,
        )
        self.registry.program.palette = self._palette.toggle
        self.keys.palette_wanted.connect(self._palette.toggle)

    def _furnish_commands(self) -> None:
        from onepresence_desktop.desktop.commands.place import place
        from onepresence_desktop.desktop.commands.server import CommandServer
        from onepresence_desktop.desktop.commands.verbs import Verbs
        from onepresence_desktop.desktop.platform import autostart, links

        self.windows.system.autostart = autostart.for_this_system(self._options.profile)
        self.windows.system.colleagues = self.entry.for_colleagues
        self.windows.system.links = links.for_this_system(self._options.profile)
        self.verbs = Verbs(
            self.session,
            self.actions,
            self.registry,
            self.dialler,
            dial_selection=self.dial_marked,
            show=self.show,
            quit_program=self._stop.set,
            say=self.windows.toast,
        )
        self.commands = CommandServer(place(self._options.profile).socket, self.verbs.carry_out)

    def _connect_window(self) -> None:
        self.windows.sign_out_wanted.connect(self._sign_out.set)
        self.windows.retry_wanted.connect(self._retry)
        self.windows.show_wanted.connect(self.show)
        self.windows.closed_for_good.connect(self._stop.set)
        self.windows.made.connect(lambda: QTimer.singleShot(PREPARED_MS, self, self._prepare))
        self.actions.failed.connect(lambda _name, error: self.windows.failed(error))
        self.entry.when_no_keyring(lambda: self.windows.toast(texts.no_keyring()))
        self.entry.moved = self._moved

    def _connect(self) -> None:
        self.dialler.said.connect(self.windows.toast)
        if self.keys.selection is not None:
            self.dialler.instead = self.keys.selection.tried
        self.tray.menu.fill()

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
        await self._furnish_window()
        await self._show_copy()
        living = asyncio.get_running_loop().create_task(self._live(), name="desktop")
        await self._furnish()
        self.keys.start()
        if self.keys.selection is not None and self.keys.selection.problem == "taken":
            words = translate("App", "Another program has {keys}. Choose another key in Settings, Call handling.")
            caps = self.keys.selection.caps()
            self.windows.toast(words.format(keys=caps), lambda: self.windows.show_settings("calls"))
        self.commands.listen()
        if self._link:
            self.verbs.open_link(self._link)
        stopping = asyncio.get_running_loop().create_task(self._stop.wait(), name="stop")
        await asyncio.wait({living, stopping}, return_when=asyncio.FIRST_COMPLETED)
        failed = living.exception() if living.done() and not living.cancelled() else None
        for task in (living, stopping):
            task.cancel()
        await asyncio.gather(living, stopping, return_exceptions=True)
        await self._tasks.end()
        self.keys.stop()
        if self._palette is not None:
            self._palette.close()
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

    async def _live(self) -> None:
        """Sign in, be signed in, sign out, again."""
        from onepresence_desktop.desktop.sign_in.asking import Closed

        while True:
            await self._show_copy()
            if self.session.mirror.me is None:
                self._prepare()  # while the service starts, or the user types a name and a password
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

    async def _show_copy(self) -> None:
        """The window as it was, for whoever was signed in last."""
        known = self.entry.known_account()
        if known is not None:
            await self._first.show_copy(self.paths.copies, known.address, known.local_number)

    async def _be_signed_in(self, entered: Entered) -> None:
        from onepresence_desktop.desktop.connection import SignedIn

        self._entered = entered
        self._sign_out.clear()
        self.actions.connect_client(entered.client)
        signed_in = self._signed_in = SignedIn(self.session, entered.client, entered.account, self.paths.copies)
        if self.session.mirror.me is None:
            self.session.set_connection(Connection(ConnectionState.CONNECTING))
            self._first.owe()
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
            self.entry.signed_out_because = texts.signed_out(str(ended.details.get("reason") or ""))
            signed_in.forget()
        elif isinstance(ended, Exception):
            raise ended
        self._first.forgive()
        if self._palette is not None:
            self._palette.close()
        self.session.clear()
        self.windows.hide()

    def _settled(self) -> None:
        self._collector.settle()
        self._watchdog.restart()
        self._tasks.own(self._rest(), "coming to rest")

    async def _rest(self) -> None:
        await self.windows.prepare()
        if self._palette is not None and self.session.mirror.me is not None:
            self._palette.made()
        await come_to_rest()

    def _prepare(self) -> None:
        self._tasks.own(self.windows.prepare(), "building pages ahead")

    def _retry(self) -> None:
        if self._signed_in is not None and self._entered is not None:
            again = self.entry.again(self._entered, self.session.connection.error, self._signed_in.retry_now)
            self._tasks.own(again, "trying again")

    def _moved(self, address: str) -> None:
        """The local PBX was started again, perhaps on another port."""
        if self._entered is not None:
            self._entered.client.move(address)
            self._retry()

    def _diagnostics(self) -> str:
        return diagnostics(
            self.session,
            tray=self.tray.available,
            way=self.entry.way,
            thread=str(self._watchdog.seen),
            logs=self.paths.logs,
        )
