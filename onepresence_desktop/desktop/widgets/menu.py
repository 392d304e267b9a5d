"""Menus in our dress: rounded, with tinted icons that follow the chosen row, heads and words at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters


class Menu(QMenu):
    """A QMenu; rows are ordinary actions, so that desktops which draw menus themselves can."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self.setFont(fonts.font())

    def add_row(
        self,
        text: str,
        icon: str = "",
        right: str = "",
        *,
        enabled: bool = True,
        ink: Color = Color.TEXT_TERTIARY,
    ) -> QAction:
        """A row; `right` stands at its right end (a time, a key)."""
        words = text.replace("&", "&&")
        action = self.addAction(f"{words}\t{right}" if right else words)
        if icon:
            action.setIcon(icons.icon(icon, 16, color(ink), active=color(Color.TEXT_ON_ACCENT)))
        action.setEnabled(enabled)
        return action

    def add_head(self, text: str) -> QAction:
        """Small words over a group."""
        action = QWidgetAction(self)
        head = _Head(text)
        action.setDefaultWidget(head)
        action.setEnabled(False)
        self.addAction(action)
        return action


class _Head(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setFixedHeight(26)

    def sizeHint(self) -> QSize:
        return QSize(round(painters.width(self._text, fonts.font(fonts.Text.MICRO))) + 24, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(8, 4, self.width() - 16, self.height() - 4)
        painters.text(painter, rect, self._text, fonts.font(fonts.Text.MICRO), color(Color.TEXT_TERTIARY))
