"""How long nobody has touched keyboard or mouse, as the system counts it; nothing is recorded of what was touched."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Callable

log = logging.getLogger(__name__)

IdleSeconds = Callable[[], float | None]
"""Seconds since the last touch; None where that can't be told."""


def for_this_system() -> IdleSeconds:
    """X11's screen saver extension, `GetLastInputInfo`, or Quartz's event source. Wayland tells nobody."""
    if sys.platform == "win32":
        return _windows
    if sys.platform == "darwin":
        return _macos
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return _unknown
    return _X11()


def _unknown() -> float | None:
    return None


class _X11:
    """Asks over a connection of its own, opened when first needed."""

    def __init__(self) -> None:
        self._root: object = None
        self._failed = False

    def __call__(self) -> float | None:
        from Xlib.display import Display
        from Xlib.error import ConnectionClosedError, DisplayError
        from Xlib.ext import screensaver

        if self._failed:
            return None
        try:
            if self._root is None:
                display = Display()
                if not display.has_extension("MIT-SCREEN-SAVER"):
                    raise OSError("no screen saver extension")
                self._root = display.screen().root
            return float(screensaver.query_info(self._root).idle) / 1000
        except (DisplayError, ConnectionClosedError, OSError) as exc:
            log.info("the idle time can't be told: %s", exc)
            self._failed = True
            return None


def _windows() -> float | None:
    class LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))

    library = getattr(ctypes, "windll")  # noqa: B009  (there is none elsewhere)
    last = LastInput(ctypes.sizeof(LastInput), 0)
    if not library.user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    return float((library.kernel32.GetTickCount() - last.time) & 0xFFFFFFFF) / 1000


def _macos() -> float | None:
    try:
        quartz = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
    except OSError:
        return None
    quartz.CGEventSourceSecondsSinceLastEventType.restype = ctypes.c_double
    any_event, hid_state = ctypes.c_uint32(0xFFFFFFFF), ctypes.c_int32(1)
    return float(quartz.CGEventSourceSecondsSinceLastEventType(hid_state, any_event))
