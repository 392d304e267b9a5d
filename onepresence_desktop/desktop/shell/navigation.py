"""The list of sections in the left column, and its narrow form, the rail."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop.pages import Section
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable
from onepresence_desktop.desktop.widgets.card import Line


class NavigationRow(Pressable):
    """One section: icon, name, count of what waits."""

    def __init__(self, section: Section, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._place = place
        self._count = 0
        self._rail = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, and no tick: so screen readers are told
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def count(self) -> int:
        """What waits there."""
        return self._count

    def set_count(self, count: int) -> None:
        """What waits there; 0 shows nothing."""
        self._count = count
        self._name()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """The icon alone."""
        self._rail = rail
        self.setFixedHeight(36 if rail else 32)
        self._name()
        self.update()

    def retranslate(self) -> None:
        """Its name in the language in use."""
        self.setText(self.section.title())
        self._name()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(36 if self._rail else 196, 36 if self._rail else 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, name, badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        on = self.isChecked()
        ground = Color.BG_SIDEBAR_SELECTED if on else Color.BG_SIDEBAR_HOVER if self.underMouse() else None
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            painter.drawRoundedRect(rect, Radius.S, Radius.S)
        left = (rect.width() - 18) / 2 if self._rail else 8.0
        ink = color(Color.ACCENT_TEXT if on else Color.TEXT_TERTIARY)
        spot = QRectF(left, rect.center().y() - 9, 18, 18)
        icons.paint(painter, self.section.icon, spot, ink, self.devicePixelRatioF())
        if self._rail:
            painters.badge(painter, QPointF(rect.right() + 1, 9), self._count)
            return
        badge = painters.badge(painter, QPointF(rect.right() - 8, rect.center().y()), self._count)
        end = badge.left() - 6 if self._count else rect.right() - 8
        words = color(Color.TEXT_PRIMARY if on else Color.TEXT_SECONDARY)
        room = QRectF(35, 0, end - 35, rect.height())
        painters.text(painter, room, self.text(), fonts.font(weight=fonts.MEDIUM), words)

    def _name(self) -> None:
        name = self.section.title()
        if self._count:
            name = self.section.counted().format(section=name, count=self._count)
        self.setAccessibleName(name)
        key = f"Ctrl+{self._place}" if self._place <= 9 else ""
        self.setToolTip(f"{self.section.title()}  {key}" if self._rail else "")


class Navigation(QWidget):
    """Rows under one another; chosen: the key of the section the user wants."""

    chosen = Signal(str)

    def __init__(self, sections: list[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._group = QButtonGroup(self)
        self._rail = False
        self.rows: dict[str, NavigationRow] = {}
        self.set_sections(sections)

    def set_sections(self, sections: list[Section]) -> None:
        """A row for each, instead of those of before."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        above = True
        for place, section in enumerate(sections, start=1):
            if section.below_line and above:
                above = False
                line = QWidget()
                inner = QVBoxLayout(line)
                inner.setContentsMargins(8, 5, 8, 5)
                inner.addWidget(Line())
                self._column.addWidget(line)
            row = NavigationRow(section, place, self)
            row.set_rail(self._rail)
            row.clicked.connect(lambda _on=False, key=section.key: self.chosen.emit(key))
            self._group.addButton(row)
            self._column.addWidget(row)
            self.rows[section.key] = row

    def set_current(self, key: str) -> None:
        """Mark the section shown."""
        if key in self.rows:
            self.rows[key].setChecked(True)

    def set_rail(self, rail: bool) -> None:
        """Icons alone."""
        self._rail = rail
        self._column.setSpacing(3 if rail else 1)
        for row in self.rows.values():
            row.set_rail(rail)

    def retranslate(self) -> None:
        """All names again."""
        for row in self.rows.values():
            row.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        rows = list(self.rows.values())
        here = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        rows[(here + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)
