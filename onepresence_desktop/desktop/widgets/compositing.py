"""Whether the desktop blends windows, so that shadows and soft corners can be seen; else we cut a shape."""

from __future__ import annotations

import ctypes
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget


@cache
def composited() -> bool:
    """True on Windows, macOS and Wayland; on X11 when a compositing manager owns its selection."""
    return QGuiApplication.platformName() != "xcb" or _manager_on_x11()


def _manager_on_x11() -> bool:
    try:
        x11 = ctypes.CDLL("libX11.so.6")  # its one name for decades; `find_library` starts a program to learn it
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    display = ctypes.c_void_p(display)
    atom = x11.XInternAtom(display, b"_NET_WM_CM_S0", 0)
    owner = x11.XGetSelectionOwner(display, ctypes.c_ulong(atom))
    x11.XCloseDisplay(display)
    return bool(owner)


def cut_corners(widget: QWidget, radius: float) -> None:
    """Give a window round corners by its shape, where nothing blends them."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(widget.rect()), radius, radius)
    widget.setMask(QRegion(path.toFillPolygon().toPolygon()))
