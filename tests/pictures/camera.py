"""Takes pictures of what is on the screen, and brings the program to the screens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop.app import Desktop
from onepresence_desktop.desktop.colleagues.view import ColleaguesView
from onepresence_desktop.desktop.shell.window import MainWindow
from onepresence_desktop.desktop.widgets.focus_ring import note_mouse
from onepresence_desktop.wire import demo

SETTLE = 0.35
"""Seconds until window manager, server and program have drawn what was asked for."""
USUAL = (980, 680)
"""The window's first size, in logical pixels."""
FRAME = 8
"""Pixels of screen round a window in its picture."""


class Camera:
    """page: the page shown. colleague: the telephone system as a colleague sees it.

    size: of the window, in logical pixels.
    """

    def __init__(self, desktop: Desktop, folder: Path, size: tuple[int, int]) -> None:
        self.desktop = desktop
        self.size = size
        self._folder = folder
        self._clients: dict[str, PbxClient] = {}

    async def begin(self) -> None:
        """Tidy up after the scene before: one window of the usual size, nothing written, nothing open."""
        while (popup := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            popup.close()
        self.desktop.windows.popups.stack.close_all()
        await self.hang_up()
        window = self.window
        window.bands.hide_notice()
        self.resize(*self.size)
        self.desktop.show()
        window.search.search_for("")
        window.show_section("search")
        QCursor.setPos(QPoint(1350, 20))
        window.left.own_card.setFocus()
        note_mouse()
        page = window.page
        if isinstance(page, ColleaguesView):
            page.list.setCurrentIndex(QModelIndex())
            page.list.scrollToTop()
        window.setFocus()

    def resize(self, wide: int, high: int) -> None:
        """The window, smaller than its usual least where the picture's screen is."""
        self.window.setMinimumSize(1, 1)  # 0 would have the window manager keep it as wide as its layouts like
        if self.window.size().toTuple() != (wide, high):
            self.window.resize(wide, high)

    @property
    def window(self) -> MainWindow:
        window = self.desktop.windows.window
        assert window is not None
        return window

    async def show(self, section: str) -> Any:
        """A section's page."""
        self.window.show_section(section)
        await asyncio.sleep(SETTLE)
        return self.window.page

    def press(self, widget: QWidget, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Keys, or texts to type."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(widget, key)
            else:
                QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    async def take(self, name: str, *besides: QWidget, only: bool = False, settle: float = SETTLE) -> None:
        """The window with its frame and what else is named; only: nothing but that."""
        await asyncio.sleep(settle)
        area = QRect() if only else self.window.frameGeometry()
        for widget in besides:
            area = area.united(widget.frameGeometry())
        area = area.adjusted(-FRAME, -FRAME, FRAME, FRAME)
        screen = QGuiApplication.primaryScreen()
        area = area.intersected(screen.geometry())
        picture = screen.grabWindow(0, area.x(), area.y(), area.width(), area.height())
        picture.setDevicePixelRatio(1)
        if not picture.save(str(self._folder / f"{name}.png")):
            raise OSError(f"{name} can't be saved")

    async def wait(self, condition: Callable[[], bool], *, within: float = 20) -> None:
        """Until it is so."""
        deadline = time.monotonic() + within
        while not condition():
            assert time.monotonic() < deadline, f"not within {within} s"
            await asyncio.sleep(0.05)

    async def as_colleague(self, extension: str) -> PbxClient:
        """The telephone system for another of the demo's people."""
        number = demo.LOCAL_NUMBER[:3] + extension
        if number not in self._clients:
            where = self.desktop.entry.pbx
            assert where is not None and where.where is not None
            client = PbxClient(where.where.address)
            await client.sign_in(number, demo.PASSWORD, device_name="camera")
            self._clients[number] = client
        return self._clients[number]

    async def hang_up(self) -> None:
        """End the own calls."""
        for call in list(self.desktop.session.mirror.calls.values()):
            self.desktop.actions.hang_up(call.id)
        await self.wait(lambda: not self.desktop.session.mirror.calls)

    async def close(self) -> None:
        """Nothing stays open."""
        for client in self._clients.values():
            await client.close()
