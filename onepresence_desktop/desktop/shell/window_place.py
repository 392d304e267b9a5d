"""Where the window was when it was last seen, and how small it may be."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSettings, QSize
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.theme.tokens import size_pair

GEOMETRY_KEY = "window/geometry"


class WindowPlace:
    """Remembers the place of one window; settings: where, None to remember nothing."""

    def __init__(self, window: QWidget, settings: QSettings | None) -> None:
        self._window = window
        self._settings = settings
        self._placed = False
        self._frame = QMargins()
        window.setMinimumSize(*size_pair("window.min"))
        window.resize(*size_pair("window.main"))

    def fit(self) -> None:
        """On a small screen the window fits between the panels, with the frame that the desktop puts around it."""
        window, screen = self._window, self._window.screen().availableGeometry()
        self._frame = self._framed()
        room = screen.size().shrunkBy(self._frame)
        window.setMinimumSize(QSize(*size_pair("window.min")).boundedTo(room))
        size = window.size().boundedTo(room)
        if window.isMaximized() or window.isFullScreen() or size == window.size():
            return
        window.resize(size)
        whole = size.grownBy(self._frame)
        window.move(
            max(screen.left(), min(window.x(), screen.left() + screen.width() - whole.width())),
            max(screen.top(), min(window.y(), screen.top() + screen.height() - whole.height())),
        )

    def framed(self) -> None:
        """The desktop may have put a frame around it: that comes some time after it is shown."""
        if self._window.isVisible() and self._framed() != self._frame:
            self.fit()

    def _framed(self) -> QMargins:
        handle = self._window.windowHandle()
        return handle.frameMargins() if handle is not None else QMargins()

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
