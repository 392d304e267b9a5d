"""What is marked on macOS: asked by Accessibility (AXSelectedText), else by copying; both by the user's leave."""

from __future__ import annotations

import logging
from typing import Any

from onepresence_desktop.desktop.selection.copying import MOST_KEPT, Copying
from onepresence_desktop.desktop.selection.limits import MOST_BYTES

log = logging.getLogger(__name__)

TERMINALS = (
    "com.apple.terminal",
    "com.googlecode.iterm2",
    "net.kovidgoyal.kitty",
    "org.alacritty",
    "com.mitchellh.ghostty",
)
TEXT = "public.utf8-plain-text"
TRANSIENT = "org.nspasteboard.TransientType"
_MODIFIERS = 0x1E0000
"""Shift, Control, Option and Command of CGEventFlags."""

_copying: list[Copying] = []


def read() -> str:
    """What is marked in the program in front; "" without the permission. Blocking."""
    import AppKit
    import ApplicationServices
    import Quartz

    if not allowed(ApplicationServices):
        return ""
    text = marked(ApplicationServices)
    front = AppKit.NSWorkspace.sharedWorkspace().frontmostApplication()
    if text or front is None or str(front.bundleIdentifier() or "").lower() in TERMINALS:
        return text
    if not _copying:
        _copying.append(Copying(MacBoard(AppKit), MacKeys(Quartz)))
    return _copying[0].read()


def allowed(services: Any) -> bool:
    """Whether the user lets us read other programs (System Settings, Privacy, Accessibility)."""
    return bool(services.AXIsProcessTrusted())


def marked(services: Any) -> str:
    """By Accessibility; "" where the program doesn't tell."""
    system = services.AXUIElementCreateSystemWide()
    error, element = services.AXUIElementCopyAttributeValue(system, "AXFocusedUIElement", None)
    if error or element is None:
        return ""
    error, text = services.AXUIElementCopyAttributeValue(element, "AXSelectedText", None)
    return str(text)[:MOST_BYTES] if not error and text else ""


class MacKeys:
    """`Keys` by Quartz and pynput."""

    def __init__(self, quartz: Any, controller: Any = None) -> None:
        self._quartz, self._controller = quartz, controller

    def held(self) -> bool:
        """A modifier is down."""
        source = self._quartz.kCGEventSourceStateCombinedSessionState
        return bool(self._quartz.CGEventSourceFlagsState(source) & _MODIFIERS)

    def copy(self) -> None:
        """Command+C."""
        from pynput.keyboard import Controller, Key

        controller = self._controller if self._controller is not None else Controller()
        with controller.pressed(Key.cmd):
            controller.tap("c")


class MacBoard:
    """`Board` on NSPasteboard."""

    def __init__(self, appkit: Any) -> None:
        self._appkit = appkit
        self._board = appkit.NSPasteboard.generalPasteboard()

    def count(self) -> int:
        """changeCount."""
        return int(self._board.changeCount())

    def keep(self) -> object | None:
        """Every item in every type."""
        kept: list[list[tuple[str, Any]]] = []
        total = 0
        for item in self._board.pasteboardItems() or []:
            types = []
            for kind in item.types():
                data = item.dataForType_(kind)
                if data is None:
                    continue
                total += int(data.length())
                if total > MOST_KEPT:
                    return None
                types.append((str(kind), data))
            kept.append(types)
        return kept

    def text(self) -> str:
        """The plain text."""
        return str(self._board.stringForType_(TEXT) or "")

    def put_back(self, kept: object) -> None:
        """As it was, marked as passing."""
        assert isinstance(kept, list)
        self._board.clearContents()
        items = []
        for types in kept:
            item = self._appkit.NSPasteboardItem.alloc().init()
            for kind, data in types:
                item.setData_forType_(data, kind)
            item.setString_forType_("", TRANSIENT)
            items.append(item)
        if items:
            self._board.writeObjects_(items)
