"""Tabs over a pane: words with a line under the one chosen, and perhaps a number in a badge (design, section 7.17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout

HEIGHT = 32
GAP, LEAST_GAP = 18, 10
"""Between one tab's words and the next one's, and where that keeps all of them on one line."""


@dataclass(frozen=True, slots=True)
class Tab:
    """Its key, its words, and a count that needs looking at (0 for none)."""

    key: str
    text: str
    badge: int = 0


class _TabButton(Pressable):
    ring_radius = 4

    def __init__(self, tab: Tab, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.relabel(tab)

    def relabel(self, tab: Tab) -> None:
        self.tab = tab
        self.setText(tab.text)
        self.setAccessibleName(f"{tab.text} ({tab.badge})" if tab.badge else tab.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = fonts.font(weight=fonts.MEDIUM)
        return QSize(round(painters.width(self.text(), font)) + 2 + (24 if self.tab.badge else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        font = fonts.font(weight=fonts.MEDIUM)
        ink = Color.TEXT_PRIMARY if on or self.underMouse() else Color.TEXT_SECONDARY
        wide = painters.width(self.text(), font)
        painters.text(painter, QRectF(0, 0, wide + 2, HEIGHT - 4), self.text(), font, color(ink))
        if self.tab.badge:
            disc = QRectF(wide + 6, HEIGHT / 2 - 10, 16, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.DANGER_SOLID))
            painter.drawRoundedRect(disc, 8, 8)
            small = fonts.font(fonts.Text.MICRO, fonts.SEMIBOLD, tabular=True)
            painters.text(painter, disc, str(self.tab.badge), small, color(Color.DANGER_ON), painters.CENTER)
        if on:
            painter.fillRect(QRectF(0, HEIGHT - 3, self.width(), 2), color(Color.ACCENT_SOLID))


class Tabs(Surface):
    """Chooses one of several panes; on two lines where there is little room.

    chosen: the key, when the user changes it, not by `set_chosen`.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_WINDOW, "bottom", parent=parent)
        row = FlowLayout(self, gap=GAP, below=0, least=LEAST_GAP)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 1)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, _TabButton] = {}
        for key in keys:
            button = _TabButton(Tab(key, ""), self)
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
        self.buttons[keys[0]].setChecked(True)

    @property
    def key(self) -> str:
        """The one chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def set_chosen(self, key: str) -> None:
        """Choose another."""
        self.buttons[key].setChecked(True)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Words and badges anew."""
        for tab in tabs:
            self.buttons[tab.key].relabel(tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self.buttons)
        place = keys.index(self.key) + step
        if 0 <= place < len(keys):
            self.buttons[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self.buttons[keys[place]].click()
