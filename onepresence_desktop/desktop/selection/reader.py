"""The way to read the marked text on this system."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable

from PySide6.QtGui import QGuiApplication

from onepresence_desktop.desktop.selection.marked import Marked

log = logging.getLogger(__name__)

Read = Callable[[], Awaitable[Marked]]


def for_this_system() -> Read:
    """Reads what is marked; "" when nothing is, or it can't be had. Raises TimeoutError when its owner is frozen."""
    if sys.platform == "win32":
        from onepresence_desktop.desktop.selection import windows

        return _in_thread(lambda: Marked(windows.read()))
    if sys.platform == "darwin":
        from onepresence_desktop.desktop.selection import macos

        return _in_thread(lambda: Marked(macos.read()))
    if QGuiApplication.platformName() == "xcb":
        from onepresence_desktop.desktop.selection import x11

        return _in_thread(x11.read)
    return _nothing


def _in_thread(read: Callable[[], Marked]) -> Read:
    async def reading() -> Marked:
        return await asyncio.to_thread(read)

    return reading


async def _nothing() -> Marked:
    log.info("this system doesn't let a program read what is marked in another")
    return Marked("")
