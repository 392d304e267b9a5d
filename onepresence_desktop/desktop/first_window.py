"""When the window is first shown after a start or a sign-in: with what was known last, or with the first state."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings

FIRST_STATE_MS = 1500
"""After signing in, until the window is shown although nothing is known yet."""

PAINTED = 1.0
"""Seconds until the start goes on although the window isn't painted: on another desktop it may never be."""


class FirstPaint(QObject):
    """Waits for a window that was shown to be painted, so that nothing else is done before people see it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._painted = asyncio.Event()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the window is told: what waits goes on once all its parts are painted too."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painted.set()
        return False

    async def wait(self) -> None:
        """Until then, or until it takes too long."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._painted.wait(), PAINTED)


class FirstWindow(QObject):
    """show: brings it up, and hands it out.

    tray: whether there is one to stay hidden in. minimized: as the command line wants it.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        *,
        show: Callable[[], QWidget],
        tray: Callable[[], bool],
        minimized: bool,
    ) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._show, self._tray, self._minimized = show, tray, minimized
        self._owed = False
        session.reset.connect(self._first_state)

    async def show_copy(self, folder: Path, address: str, local_number: str) -> None:
        """The window as it was for this user, painted, if a copy was kept and nothing newer is known."""
        if self._session.mirror.me is not None:
            return
        from onepresence_desktop.client.local_copy import LocalCopy

        snapshot = await asyncio.to_thread(LocalCopy(folder, address, local_number).load)
        if snapshot is not None:
            self._session.show_copy(snapshot)
            self._session.set_connection(Connection(ConnectionState.CONNECTING))
            window = self._bring()
            if window is not None:
                await FirstPaint(window).wait()

    def owe(self) -> None:
        """Show it with the first state, so that it is made once, for the user's role; or without one after a while."""
        self._owed = True
        QTimer.singleShot(FIRST_STATE_MS, self, self._pay)

    def forgive(self) -> None:
        """Signed out before it came to that."""
        self._owed = False

    def _first_state(self) -> None:
        if self._session.mirror.me is not None:
            self._pay()

    def _pay(self) -> None:
        if self._owed:
            self._owed = False
            self._bring()

    def _bring(self) -> QWidget | None:
        hidden = self._minimized or self._settings.get(keys.START_HIDDEN)
        return None if hidden and self._tray() else self._show()
