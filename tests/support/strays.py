"""Parts of a window that were windows of their own for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QWidget

SHOWING = ("show", "setVisible", "setHidden", "showNormal", "showMaximized", "showMinimized", "showFullScreen", "open")


class Strays(QObject):
    """Notes what was shown as a window of its own and then became a part of another: it flashed on the screen, took
    the keys from the program in front, and closed any menu that was open.

    It looks on where something is shown, and from then on at that window alone: to have each event of each widget come
    by here was half of what the tests of the desktop cost.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._windows: set[QWidget] = set()

    def look_at(self, widget: QWidget) -> None:
        """It was shown, or hidden."""
        if widget not in self._windows and widget.isVisible() and widget.isWindow():
            self._windows.add(widget)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange:
            if isinstance(watched, QWidget) and not watched.isWindow():
                self.found.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


@contextmanager
def looked_for() -> Iterator[Strays]:
    """Those of the widgets that are shown meanwhile; whoever looked for them before does not see these."""
    _look_on()
    strays = Strays()
    _looking.append(strays)
    try:
        yield strays
    finally:
        _looking.remove(strays)


_looking: list[Strays] = []


@cache
def _look_on() -> None:
    """Once for all tests: whatever shows a widget tells of it."""
    for kind in (QWidget, QDialog):
        for name in SHOWING:
            if name in vars(kind):
                setattr(kind, name, _telling(vars(kind)[name]))


def _telling(shows: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(shows)
    def told(widget: QWidget, *given: Any, **named: Any) -> Any:
        answer = shows(widget, *given, **named)
        for strays in _looking[-1:]:
            strays.look_at(widget)
        return answer

    return told
