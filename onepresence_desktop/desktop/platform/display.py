"""Is there a screen? Qt aborts the process where there is none, so it is asked before (on Linux; others have one)."""

from __future__ import annotations

import ctypes
import os
import sys

ON_A_SCREEN = ("xcb", "wayland")
"""Qt's plug-ins that need one; whoever chose another knows why."""


def reachable() -> bool:
    """Whether windows can be shown; True where that can't be told. Takes a millisecond."""
    if sys.platform != "linux":
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(ON_A_SCREEN):
        return True
    return _wayland() or _x11()


def _wayland() -> bool:
    try:
        library = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return bool(os.environ.get("WAYLAND_DISPLAY"))
    library.wl_display_connect.restype = ctypes.c_void_p
    library.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    display = library.wl_display_connect(None)
    if display:
        library.wl_display_disconnect(display)
    return bool(display)


def _x11() -> bool:
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return bool(os.environ.get("DISPLAY"))
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    library.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = library.xcb_connect(None, None)
    failed = library.xcb_connection_has_error(connection)
    library.xcb_disconnect(connection)
    return not failed
