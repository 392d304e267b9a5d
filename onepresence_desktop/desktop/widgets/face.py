"""A person's disc as a widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.widgets import painters


class Face(QWidget):
    """A colleague by initials, anyone else by an icon."""

    def __init__(self, extent: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(extent, extent)
        self._name = ""
        self._user: str | None = None

    def show_person(self, name: str, user: str | None) -> None:
        """user: the colleague's id."""
        self._name, self._user = name, user
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._user is not None:
            painters.avatar(painter, rect, self._name, self._user, self.devicePixelRatioF())
        else:
            painters.avatar_icon(painter, rect, "person", self.devicePixelRatioF())
