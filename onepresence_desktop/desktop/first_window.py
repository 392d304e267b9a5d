"""When the window is first shown after a start or a sign-in: with what was known last, or with the first state."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings

FIRST_STATE_MS = 1500
"""After signing in, until the window is shown although nothing is known yet."""


class FirstWindow(QObject):
    """show: brings it up. tray: whether there is one to stay hidden in. minimized: as the command line wants it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        *,
        show: Callable[[], None],
        tray: Callable[[], bool],
        minimized: bool,
    ) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._show, self._tray, self._minimized = show, tray, minimized
        self._owed = False
        session.reset.connect(self._first_state)

    async def show_copy(self, folder: Path, address: str, local_number: str) -> None:
        """The window as it was for this user, if a copy was kept and nothing newer is known."""
        if self._session.mirror.me is not None:
            return
        from onepresence_desktop.client.local_copy import LocalCopy

        snapshot = await asyncio.to_thread(LocalCopy(folder, address, local_number).load)
        if snapshot is not None:
            self._session.show_copy(snapshot)
            self._session.set_connection(Connection(ConnectionState.CONNECTING))
            self._bring()

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

    def _bring(self) -> None:
        hidden = self._minimized or self._settings.get(keys.START_HIDDEN)
        if not hidden or not self._tray():
            self._show()
