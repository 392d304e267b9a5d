"""A control of two to four halves, one of which is raised."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable


@dataclass(frozen=True, slots=True)
class Segment:
    """One half: its key, its words ("" for an icon alone, then `name` says what it is)."""

    key: str
    text: str = ""
    icon: str = ""
    name: str = ""


class _Half(Pressable):
    ring_radius = 5

    def __init__(self, segment: Segment, small: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.segment = segment
        self._small = small
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.relabel(segment)

    def relabel(self, segment: Segment) -> None:
        self.segment = segment
        self.setText(segment.text)
        self.setAccessibleName(segment.text or segment.name)
        self.setToolTip("" if segment.text else segment.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = 20 if self._small else 24
        if self.text():
            wide += round(painters.width(self.text(), self._font())) + 1
        if self.segment.icon:
            wide += 16 + (6 if self.text() else 0)
        return QSize(wide, 24 if self._small else 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        on = self.isChecked()
        if on:
            edge = QPen(QColor(16, 24, 40, 26), 1) if not current().dark else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(color(Color.BG_SEGMENT))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        ink = Color.TEXT_PRIMARY if on or self.underMouse() else Color.TEXT_SECONDARY
        if not self.isEnabled():
            ink = Color.TEXT_DISABLED
        words = painters.width(self.text(), self._font()) if self.text() else 0
        mark = 16 if self.segment.icon else 0
        left = (rect.width() - words - mark - (6 if words and mark else 0)) / 2
        if mark:
            spot = QRectF(left, rect.center().y() - 8, 16, 16)
            icons.paint(painter, self.segment.icon, spot, color(ink), self.devicePixelRatioF())
            left += 22
        if words:
            painters.text(painter, QRectF(left, 0, words + 2, rect.height()), self.text(), self._font(), color(ink))

    def _font(self) -> QFont:
        return fonts.font(fonts.Text.SMALL if self._small else fonts.Text.BODY, fonts.MEDIUM)


class Segmented(QWidget):
    """Chooses one of `segments`. chosen: the key; emitted when the user changes it, not by `set_chosen`."""

    chosen = Signal(str)

    def __init__(
        self, segments: list[Segment], *, small: bool = True, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._halves: dict[str, _Half] = {}
        for segment in segments:
            half = _Half(segment, small, self)
            self._group.addButton(half)
            self._halves[segment.key] = half
            row.addWidget(half)
            half.clicked.connect(lambda _on=False, key=segment.key: self.chosen.emit(key))
        if segments:
            self.set_chosen(segments[0].key)

    @property
    def key(self) -> str:
        """The one chosen."""
        return next((key for key, half in self._halves.items() if half.isChecked()), "")

    def set_chosen(self, key: str) -> None:
        """Raise another half."""
        half = self._halves.get(key)
        if half is not None:
            half.setChecked(True)

    def set_segments(self, segments: list[Segment]) -> None:
        """The same keys in other words (another language)."""
        for segment in segments:
            self._halves[segment.key].relabel(segment)

    def show_segment(self, key: str, shown: bool) -> None:
        """Offer one, or not; the first is chosen instead of one that goes."""
        self._halves[key].setVisible(shown)
        if not shown and self.key == key:
            self.set_chosen(next(iter(self._halves)))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = [key for key, half in self._halves.items() if not half.isHidden()]
        place = keys.index(self.key) + step
        if 0 <= place < len(keys):
            self._halves[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self._halves[keys[place]].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(Color.BG_TRACK))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
