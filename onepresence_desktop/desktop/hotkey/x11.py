"""The key on X11, by XGrabKey on the key code: the program in front gets nothing, layouts don't matter.

A connection and a thread of its own, so that neither a slow X server nor a busy Qt delays the other.
"""

from __future__ import annotations

import logging
import os
import queue
import select
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from itertools import product
from typing import Any

from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError, ConnectionClosedError, DisplayError

from onepresence_desktop.desktop.hotkey.combination import Combination
from onepresence_desktop.desktop.hotkey.grabber import Fired
from onepresence_desktop.desktop.hotkey.held import TABLE, Event, Key

log = logging.getLogger(__name__)

ABOVE_SCAN = 8
"""X key codes are the kernel's plus eight."""

_MASKS = {"ctrl": X.ControlMask, "shift": X.ShiftMask, "alt": X.Mod1Mask, "meta": X.Mod4Mask}


class X11Keys:
    """`Grabber` for X11 (and XWayland's own windows)."""

    def __init__(self) -> None:
        self._display: Any = None
        self._root: Any = None
        self._thread: threading.Thread | None = None
        self._orders: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = queue.SimpleQueue()
        self._wake: tuple[int, int] = (-1, -1)
        self._fired: Fired = lambda: None
        self._taken: list[tuple[int, int]] = []
        self._combinations: tuple[Combination, ...] = ()
        self._keys: dict[int, Key] = {}
        self._stopping = False

    def start(self, fired: Fired) -> None:
        """Connect. Raises `OSError` when there is no X server."""
        try:
            self._display = Display()
        except (DisplayError, ConnectionClosedError, OSError) as exc:
            raise OSError("no X server") from exc
        self._root = self._display.screen().root
        self._fired = fired
        self._wake = os.pipe()
        self._thread = threading.Thread(target=self._run, name="hotkey", daemon=True)
        self._thread.start()

    def take(self, combinations: Sequence[Combination]) -> list[Combination]:
        """Take just these; those that another program has."""
        return list(self._order(lambda: self._take(tuple(combinations))))

    def stop(self) -> None:
        """Let everything go and end the thread."""
        if self._thread is None:
            return

        def end() -> None:
            self._take(())
            self._stopping = True

        self._order(end)
        self._thread.join(2)
        self._thread = None

    def label(self, combination: Combination) -> str:
        """The character of the key; of both its levels "§" wins, as users know the key by it."""
        return str(self._order(lambda: self._label(combination)))

    def place(self, scan_code: int, virtual_key: int) -> int:
        """Qt's scan codes are X key codes here."""
        return max(0, scan_code - ABOVE_SCAN)

    # --- on the thread ---

    def _order(self, work: Callable[[], Any]) -> Any:
        if self._thread is None or not self._thread.is_alive():
            raise OSError("not connected to an X server")
        done: Future[Any] = Future()
        self._orders.put((work, done))
        os.write(self._wake[1], b"\0")
        return done.result(5)

    def _run(self) -> None:
        display = self._display
        try:
            while not self._stopping:
                while display.pending_events():
                    self._event(display.next_event())
                readable, _, _ = select.select([display.fileno(), self._wake[0]], [], [])
                if self._wake[0] in readable:
                    os.read(self._wake[0], 64)
                    self._carry_out()
        except (ConnectionClosedError, OSError, ValueError):
            log.warning("the X server is gone; the key no longer works")
        finally:
            for end in self._wake:
                os.close(end)
            try:
                display.close()
            except (ConnectionClosedError, OSError):
                log.debug("the connection was closed already")

    def _carry_out(self) -> None:
        while True:
            try:
                work, done = self._orders.get_nowait()
            except queue.Empty:
                return
            try:
                done.set_result(work())
            except (ConnectionClosedError, OSError, ValueError) as exc:
                done.set_exception(OSError(str(exc)))

    def _event(self, event: Any) -> None:
        if event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            # Num Lock may be another modifier now.
            self._take(self._combinations)
        elif event.type in (X.KeyPress, X.KeyRelease):
            key = self._keys.get(event.detail, Key.UP)
            self._keys[event.detail], fires = TABLE[key, self._what(event)]
            if fires:
                self._fired()

    def _what(self, event: Any) -> Event:
        if event.type == X.KeyPress:
            return Event.PRESSED
        down = self._display.query_keymap()[event.detail // 8] & (1 << event.detail % 8)
        return Event.REPEATED if down else Event.RELEASED

    def _take(self, combinations: tuple[Combination, ...]) -> list[Combination]:
        """What is held already is taken once more, not let go first: a key pressed between would reach a window."""
        before, self._taken = self._taken, []
        self._combinations = combinations
        lost = []
        for combination in combinations:
            code = combination.scan + ABOVE_SCAN
            base = sum(mask for name, mask in _MASKS.items() if getattr(combination, name))
            refused = CatchError(BadAccess)
            for locks in self._locks():
                self._root.grab_key(code, base | locks, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
                self._taken.append((code, base | locks))
            self._display.sync()
            if refused.get_error() is not None:
                lost.append(combination)
        for code, mask in before:
            if (code, mask) not in self._taken:
                self._root.ungrab_key(code, mask)
        self._display.sync()
        return lost

    def _locks(self) -> list[int]:
        """Every state of Caps Lock and Num Lock: neither may stand in the key's way."""
        number = 0
        codes = {code for code, _ in self._display.keysym_to_keycodes(XK.string_to_keysym("Num_Lock"))}
        for index, held in enumerate(self._display.get_modifier_mapping()):
            if codes & set(held):
                number = 1 << index
        return sorted({caps | num for caps, num in product((0, X.LockMask), (0, number))})

    def _label(self, combination: Combination) -> str:
        code = combination.scan + ABOVE_SCAN
        levels = [_character(self._display.keycode_to_keysym(code, level)) for level in (0, 1)]
        if "§" in levels:
            return "§"
        return levels[1] if combination.shift and levels[1] else levels[0]


def _character(keysym: int) -> str:
    """What a keysym looks like: Latin 1 and Unicode keysyms as themselves, the others by name."""
    if 0x20 <= keysym <= 0xFF:
        return chr(keysym).upper()
    if keysym > 0x1000000:
        return chr(keysym - 0x1000000).upper()
    return (XK.keysym_to_string(keysym) or "").removeprefix("dead_") if keysym else ""
