"""The PRIMARY selection on X11: asked of its owner over a connection of our own, with a bound on time and size.

Qt would wait for a frozen owner for five seconds on its only thread.
"""

from __future__ import annotations

import select
import time
from typing import Any

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError

from onepresence_desktop.desktop.selection.limits import MOST_BYTES, PATIENCE
from onepresence_desktop.desktop.selection.marked import Marked

TRIES, PAUSE = 3, 0.03
_PLACE = "ONEPRESENCE_SELECTION"


def read() -> Marked:
    """What is marked, its first 16 kB. Blocking. Raises TimeoutError when its owner doesn't answer in time."""
    try:
        display = Display()
    except (DisplayError, ConnectionClosedError, OSError):
        return Marked("")
    try:
        return _Reading(display).marked()
    except TimeoutError:
        raise
    except (ConnectionClosedError, DisplayError, OSError):
        return Marked("")
    finally:
        try:
            display.close()
        except (ConnectionClosedError, OSError):
            pass  # the server is gone; there is nothing left to close


class _Reading:
    """One conversation with the owner (ICCCM section 2)."""

    def __init__(self, display: Any) -> None:
        self._display = display
        self._until = time.monotonic() + PATIENCE
        self._window = self._new_window()
        self._place = display.intern_atom(_PLACE)
        self._incremental = display.intern_atom("INCR")

    def marked(self) -> Marked:
        """UTF-8 where the owner has it, else Latin 1."""
        owner = self._display.get_selection_owner(Xatom.PRIMARY)
        if owner == X.NONE:
            return Marked("")
        for _ in range(TRIES):
            text = self._text()
            if text:
                return Marked(text, in_front=self._in_front(owner))
            # Owners refuse now and then what they give a moment later, when they are still busy with the last asker.
            time.sleep(PAUSE)
            self._window = self._new_window()
        return Marked("")

    def _text(self) -> str:
        for name, encoding in (("UTF8_STRING", "utf-8"), ("STRING", "latin-1")):
            data = self._ask(self._display.intern_atom(name))
            if data is not None:
                return data[:MOST_BYTES].decode(encoding, "ignore").replace("\0", "")
        return ""

    def _new_window(self) -> Any:
        root = self._display.screen().root
        return root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)

    def _in_front(self, owner: Any) -> bool:
        """Whether the owner is the program with the keyboard: the upper bits of an id are its connection's."""
        focus = self._display.get_input_focus().focus
        theirs = ~self._display.display.info.resource_id_mask
        return not isinstance(focus, int) and focus.id & theirs == owner.id & theirs

    def _ask(self, target: int) -> bytes | None:
        self._window.convert_selection(Xatom.PRIMARY, target, self._place, X.CurrentTime)
        self._display.flush()
        while (event := self._next()) is not None:
            if event.type == X.SelectionNotify and event.target == target:
                return None if event.property == X.NONE else self._take()
        raise TimeoutError

    def _take(self) -> bytes:
        found = self._window.get_full_property(self._place, X.AnyPropertyType, MOST_BYTES)
        if found is None:
            return b""
        if found.property_type != self._incremental:
            self._window.delete_property(self._place)
            return _bytes(found.value)
        return self._pieces()

    def _pieces(self) -> bytes:
        """Large selections come piece by piece (ICCCM 2.7.2); the first 16 kB are enough."""
        self._window.delete_property(self._place)
        self._display.flush()
        whole = b""
        while len(whole) < MOST_BYTES and (event := self._next()) is not None:
            if event.type != X.PropertyNotify or event.state != X.PropertyNewValue or event.atom != self._place:
                continue
            found = self._window.get_full_property(self._place, X.AnyPropertyType, MOST_BYTES)
            self._window.delete_property(self._place)
            self._display.flush()
            piece = _bytes(found.value) if found is not None else b""
            if not piece:
                break
            whole += piece
        return whole

    def _next(self) -> Any:
        """The next event; None when time is up."""
        while not self._display.pending_events():
            left = self._until - time.monotonic()
            if left <= 0 or not select.select([self._display.fileno()], [], [], left)[0]:
                return None
        return self._display.next_event()


def _bytes(value: Any) -> bytes:
    return value.encode("latin-1", "ignore") if isinstance(value, str) else bytes(value)
