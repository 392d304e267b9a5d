"""Whether the system asks for less motion; told once it is known, and again whenever the program comes to the front.

Linux: the desktop portal's settings (GNOME's and KDE's own word, and the one both are to share). Windows:
SPI_GETCLIENTAREAANIMATION. macOS: NSWorkspace's accessibilityDisplayShouldReduceMotion.
"""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import sys
import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
WORDS = (
    ("org.freedesktop.appearance", "reduced-motion"),
    ("org.gnome.desktop.interface", "enable-animations"),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"),
)
ANSWER_WITHIN_MS = 2000
SPI_GETCLIENTAREAANIMATION = 0x1042


class SystemMotion(QObject):
    """changed: True when less motion is asked for. Says nothing where the system has no word for it."""

    changed = Signal(bool)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[str, bool] = {}
        self.reduced = False
        self._heard.connect(self._take_all)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._came_to_front)

    def ask(self) -> None:
        """Look now; the answer comes by `changed`."""
        if sys.platform == "win32":
            self._take("system", _windows())
        elif sys.platform == "darwin":
            self._take("system", _macos())
        else:
            threading.Thread(target=self._look, name="reduced motion", daemon=True).start()

    def _came_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.ask()

    def _look(self) -> None:
        """On a thread of its own: the portal may be slow, or not there."""
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self._heard.emit(_portal())

    def _take_all(self, answers: dict[str, bool]) -> None:
        for key, reduced in answers.items():
            self._take(key, reduced)

    def _take(self, key: str, reduced: bool) -> None:
        self._answers[key] = reduced
        now = any(self._answers.values())
        if now != self.reduced:
            self.reduced = now
            self.changed.emit(now)


def _portal() -> dict[str, bool]:
    """What the desktop's words say, by key; blocking."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "reduced motion")
    answers = {}
    if bus.isConnected():
        for space, key in WORDS:
            question = QDBusMessage.createMethodCall(*PORTAL, "Read")
            question.setArguments([space, key])
            reply = bus.call(question, timeout=ANSWER_WITHIN_MS)
            if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                answers[key] = means_less(key, _plain(reply.arguments()[0]))
    QDBusConnection.disconnectFromBus("reduced motion")
    return answers


def means_less(key: str, value: object) -> bool:
    """Whether a desktop's word asks for less motion."""
    if key == "enable-animations":
        return value is False
    if key == "AnimationDurationFactor":
        try:
            return float(str(value)) == 0
        except ValueError:
            return False
    return value == 1


def _plain(value: object) -> object:
    """A value out of the variants it is wrapped in ("Read" answers a variant in a variant)."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value


def _windows() -> bool:
    animated = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - there is no such attribute on other systems
    asked = user32.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
    return bool(asked) and not animated.value


def _macos() -> bool:
    found = ctypes.util.find_library("objc")
    if found is None:
        return False
    objc = ctypes.CDLL(found)
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = [ctypes.c_char_p]
    address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value or 0
    of_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address)
    of_bool = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(address)
    workspace = of_object(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    return bool(of_bool(workspace, objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")))
