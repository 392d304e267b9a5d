"""What is marked on Windows: asked of UI Automation, else by copying, with the clipboard's own formats put back."""

from __future__ import annotations

import ctypes
import logging
from typing import Any

from onepresence_desktop.desktop.selection.copying import MOST_KEPT, Copying
from onepresence_desktop.desktop.selection.limits import MOST_BYTES

log = logging.getLogger(__name__)

CF_UNICODETEXT = 13
GMEM_MOVEABLE = 2
TEXT_PATTERN = 10014
"""UIA_TextPatternId."""

HELD = (0x10, 0x11, 0x12, 0x5B, 0x5C, 0xC0, 0xDC, 0xDF)
"""Virtual keys: Shift, Ctrl, Alt, both Windows keys, and the key left of 1: US, most of Europe, UK."""

NOT_MEMORY = {2, 9, 14, 0x80, 0x82, 0x8E}
"""Formats whose handle isn't global memory (bitmaps, palettes, metafiles); others stand for the same picture."""

TERMINALS = ("consolewindowclass", "cascadia_hosting_window_class", "mintty", "putty", "virtualconsoleclass")
HISTORY = "ExcludeClipboardContentFromMonitorProcessing"

_copying: list[Copying] = []


def read() -> str:
    """What is marked in the program in front. Blocking."""
    text = automation()
    if text:
        return text
    user = ctypes.WinDLL("user32")  # type: ignore[attr-defined, unused-ignore]
    if in_terminal(user):
        return ""
    if not _copying:
        _copying.append(Copying(WindowsBoard(), WindowsKeys(user)))
    return _copying[0].read()


def automation(client: Any = None) -> str:
    """By UI Automation's text pattern of the focused element; "" where there is none. client: IUIAutomation."""
    try:
        if client is None:
            client = _client()
        element = client.GetFocusedElement()
        pattern = element.GetCurrentPattern(TEXT_PATTERN) if element else None
        if not pattern:
            return ""
        ranges = _text_pattern(pattern).GetSelection()
        pieces = [str(ranges.GetElement(n).GetText(MOST_BYTES)) for n in range(min(ranges.Length, 8))]
    except Exception as exc:  # COM raises what it likes; there is another way
        log.info("UI Automation has no selection: %s", type(exc).__name__)
        return ""
    return "\n".join(pieces)[:MOST_BYTES]


def in_terminal(user: Any) -> bool:
    """Whether a console is in front, where copying by Ctrl+C would end a program."""
    name = ctypes.create_unicode_buffer(128)
    user.GetClassNameW(user.GetForegroundWindow(), name, 128)
    return name.value.lower() in TERMINALS


class WindowsKeys:
    """`Keys` by GetAsyncKeyState and pynput's SendInput."""

    def __init__(self, user: Any, controller: Any = None) -> None:
        self._user, self._controller = user, controller

    def held(self) -> bool:
        """A modifier or the key itself is down."""
        return any(self._user.GetAsyncKeyState(key) & 0x8000 for key in HELD)

    def copy(self) -> None:
        """Ctrl+C."""
        from pynput.keyboard import Controller, Key

        controller = self._controller if self._controller is not None else Controller()
        with controller.pressed(Key.ctrl):
            controller.tap("c")


class WindowsBoard:
    """`Board` on native memory handles: Qt would turn formats into others. user, kernel: the libraries."""

    def __init__(self, user: Any = None, kernel: Any = None) -> None:
        self._user = user if user is not None else _with_handles("user32")
        self._kernel = kernel if kernel is not None else _with_handles("kernel32")

    def count(self) -> int:
        """GetClipboardSequenceNumber."""
        return int(self._user.GetClipboardSequenceNumber())

    def keep(self) -> object | None:
        """Each format's bytes."""
        if not self._user.OpenClipboard(None):
            return None
        kept: list[tuple[int, bytes]] = []
        total, kind = 0, 0
        try:
            while kind := int(self._user.EnumClipboardFormats(kind)):
                data = b"" if kind in NOT_MEMORY else self._bytes(self._user.GetClipboardData(kind))
                total += len(data)
                if total > MOST_KEPT:
                    return None
                if data:
                    kept.append((kind, data))
        finally:
            self._user.CloseClipboard()
        return kept

    def text(self) -> str:
        """CF_UNICODETEXT."""
        if not self._user.OpenClipboard(None):
            return ""
        try:
            data = self._bytes(self._user.GetClipboardData(CF_UNICODETEXT))
        finally:
            self._user.CloseClipboard()
        return data.decode("utf-16-le", "ignore").split("\0")[0]

    def put_back(self, kept: object) -> None:
        """Empty it and set every format again; histories are asked to look away."""
        assert isinstance(kept, list)
        if not self._user.OpenClipboard(None):
            log.warning("the clipboard could not be put back")
            return
        try:
            self._user.EmptyClipboard()
            away = int(self._user.RegisterClipboardFormatW(HISTORY))
            for kind, data in [*kept, (away, b"\1")]:
                self._set(kind, data)
        finally:
            self._user.CloseClipboard()

    def _bytes(self, handle: Any) -> bytes:
        if not handle:
            return b""
        size = int(self._kernel.GlobalSize(handle))
        place = self._kernel.GlobalLock(handle)
        if not place:
            return b""
        try:
            return ctypes.string_at(place, size)
        finally:
            self._kernel.GlobalUnlock(handle)

    def _set(self, kind: int, data: bytes) -> None:
        handle = self._kernel.GlobalAlloc(GMEM_MOVEABLE, len(data))
        place = self._kernel.GlobalLock(handle) if handle else None
        if not place:
            return
        ctypes.memmove(place, data, len(data))
        self._kernel.GlobalUnlock(handle)
        if not self._user.SetClipboardData(kind, handle):
            self._kernel.GlobalFree(handle)


def _client() -> Any:
    import comtypes
    import comtypes.client

    comtypes.CoInitialize()
    comtypes.client.GetModule("UIAutomationCore.dll")
    from comtypes.gen import UIAutomationClient

    return comtypes.client.CreateObject(UIAutomationClient.CUIAutomation, interface=UIAutomationClient.IUIAutomation)


def _text_pattern(pattern: Any) -> Any:
    if not hasattr(pattern, "QueryInterface"):
        return pattern
    from comtypes.gen import UIAutomationClient

    return pattern.QueryInterface(UIAutomationClient.IUIAutomationTextPattern)


def _with_handles(name: str) -> Any:
    """A library whose handles and pointers are whole on 64 bit."""
    library = ctypes.WinDLL(name)  # type: ignore[attr-defined, unused-ignore]
    pointer = ctypes.c_void_p
    if name == "user32":
        library.GetClipboardData.restype = pointer
        library.SetClipboardData.argtypes = [ctypes.c_uint, pointer]
        library.SetClipboardData.restype = pointer
    else:
        library.GlobalAlloc.argtypes = [ctypes.c_uint, ctypes.c_size_t]
        library.GlobalAlloc.restype = pointer
        library.GlobalSize.restype = ctypes.c_size_t
        for call in (library.GlobalSize, library.GlobalLock, library.GlobalUnlock, library.GlobalFree):
            call.argtypes = [pointer]
        library.GlobalLock.restype = pointer
    return library
