"""Where the window was when it was last seen, and how small it may be."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme.tokens import size_pair

GEOMETRY_KEY = "window/geometry"


class WindowPlace:
    """Remembers the place of one window; settings: where, None to remember nothing."""

    def __init__(self, window: QWidget, settings: QSettings | None) -> None:
        self._window = window
        self._settings = settings
        self._placed = False
        window.setMinimumSize(*size_pair("window.min"))
        window.resize(*size_pair("window.main"))

    def fit(self) -> None:
        """Large text, or a small screen: the smallest window still fits on it."""
        room = self._window.screen().availableGeometry().size()
        self._window.setMinimumSize(QSize(*size_pair("window.min")).boundedTo(room))

    def take(self) -> None:
        """Go where it was; the first time only."""
        if self._placed or self._settings is None:
            return
        self._placed = True
        saved = self._settings.value(GEOMETRY_KEY)
        if saved is not None:
            self._window.restoreGeometry(saved)

    def save(self) -> None:
        """Remember where it is."""
        if self._settings is not None:
            self._settings.setValue(GEOMETRY_KEY, self._window.saveGeometry())
