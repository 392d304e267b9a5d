"""The key on macOS, by Carbon's RegisterEventHotKey: no permission is needed, and the program in front gets nothing."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
from collections.abc import Sequence
from typing import Any

from onepresence_desktop.desktop.hotkey.combination import Combination
from onepresence_desktop.desktop.hotkey.grabber import Fired

log = logging.getLogger(__name__)

CMD, SHIFT, OPTION, CONTROL = 0x100, 0x200, 0x800, 0x1000
KEYBOARD_EVENT = int.from_bytes(b"keyb")
HOTKEY_PRESSED = 5
SIGNATURE = int.from_bytes(b"OneP")
EXISTS = -9878
"""eventHotKeyExistsErr."""

ISO_SECTION = 0x0A
"""The key left of 1 on keyboards with an ISO shape; 0x32 on ANSI ones, whose 0x0A is nowhere."""

_KEYS = {
    0x29: 0x32, 2: 0x12, 3: 0x13, 4: 0x14, 5: 0x15, 6: 0x17, 7: 0x16, 8: 0x1A, 9: 0x1C, 10: 0x19, 11: 0x1D,
    16: 0x0C, 17: 0x0D, 18: 0x0E, 19: 0x0F, 20: 0x11, 21: 0x10, 22: 0x20, 23: 0x22, 24: 0x1F, 25: 0x23,
    30: 0x00, 31: 0x01, 32: 0x02, 33: 0x03, 34: 0x05, 35: 0x04, 36: 0x26, 37: 0x28, 38: 0x25,
    44: 0x06, 45: 0x07, 46: 0x08, 47: 0x09, 48: 0x0B, 49: 0x2D, 50: 0x2E, 57: 0x31,
    59: 0x7A, 60: 0x78, 61: 0x63, 62: 0x76, 63: 0x60, 64: 0x61, 65: 0x62, 66: 0x64, 67: 0x65, 68: 0x6D,
    87: 0x67, 88: 0x6F,
}  # fmt: skip
"""PC scan code to the key's code on a Mac."""

_MODIFIERS = {"ctrl": CONTROL, "shift": SHIFT, "alt": OPTION, "meta": CMD}


class EventType(ctypes.Structure):
    """EventTypeSpec."""

    _fields_ = (("kind_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


class HotkeyId(ctypes.Structure):
    """EventHotKeyID."""

    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class MacKeys:
    """`Grabber` for macOS; its events come on the main thread. carbon: the framework; tests bring their own."""

    def __init__(self, carbon: Any = None) -> None:
        self._carbon = carbon if carbon is not None else _framework()
        self._held: list[ctypes.c_void_p] = []
        self._handler: Any = None
        self._fired: Fired = lambda: None

    def start(self, fired: Fired) -> None:
        """Listen. Raises `OSError` when the system refuses."""
        self._fired = fired
        self._handler = Handler(self._pressed)
        kind = EventType(KEYBOARD_EVENT, HOTKEY_PRESSED)
        target = self._carbon.GetApplicationEventTarget()
        refused = self._carbon.InstallEventHandler(target, self._handler, 1, ctypes.byref(kind), None, None)
        if refused:
            raise OSError(f"InstallEventHandler: {refused}")

    def take(self, combinations: Sequence[Combination]) -> list[Combination]:
        """Take just these; those that another program has."""
        for held in self._held:
            self._carbon.UnregisterEventHotKey(held)
        self._held.clear()
        lost = []
        for combination in combinations:
            modifiers = sum(flag for name, flag in _MODIFIERS.items() if getattr(combination, name))
            for code in self._codes(combination):
                held = ctypes.c_void_p()
                number = HotkeyId(SIGNATURE, len(self._held) + 1)
                target = self._carbon.GetApplicationEventTarget()
                refused = self._carbon.RegisterEventHotKey(code, modifiers, number, target, 0, ctypes.byref(held))
                if refused:
                    if refused != EXISTS:
                        log.warning("the system refused the key: error %s", refused)
                    lost.append(combination)
                    break
                self._held.append(held)
        return lost

    def stop(self) -> None:
        """Let everything go."""
        self.take(())

    def label(self, combination: Combination) -> str:
        """The key left of 1 is § on European keyboards; others are named by their place on none."""
        return "§" if combination.scan == 0x29 else ""

    def place(self, scan_code: int, virtual_key: int) -> int:
        """Macs tell codes of their own, as the virtual key."""
        if virtual_key == ISO_SECTION:
            return 0x29
        return next((scan for scan, code in _KEYS.items() if code == virtual_key), 0)

    def _codes(self, combination: Combination) -> list[int]:
        code = _KEYS.get(combination.scan)
        if combination.scan == 0x29:
            return [ISO_SECTION, 0x32]
        return [code] if code is not None else []

    def _pressed(self, _chain: Any, _event: Any, _data: Any) -> int:
        self._fired()
        return 0


def _framework() -> Any:
    name = ctypes.util.find_library("Carbon")
    if name is None:
        raise OSError("no Carbon framework")
    carbon = ctypes.CDLL(name)
    carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
    carbon.InstallEventHandler.argtypes = [
        ctypes.c_void_p, Handler, ctypes.c_ulong, ctypes.POINTER(EventType), ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    carbon.RegisterEventHotKey.argtypes = [
        ctypes.c_uint32, ctypes.c_uint32, HotkeyId, ctypes.c_void_p, ctypes.c_uint32, ctypes.POINTER(ctypes.c_void_p),
    ]  # fmt: skip
    carbon.UnregisterEventHotKey.argtypes = [ctypes.c_void_p]
    return carbon
