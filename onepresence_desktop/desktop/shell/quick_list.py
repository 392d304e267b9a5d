"""The quick diversions in the left column (spec 3.1); one key or click sets one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.quick_diversions import QuickItem, icon, words
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable


class QuickButton(Pressable):
    """One quick diversion; red while it runs."""

    def __init__(self, item: QuickItem, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._place = place
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Its words in the language in use."""
        name, time = words(self.item)
        self.setText(name)
        self.setAccessibleName(f"{name} {time}".strip())
        self.setAccessibleDescription(translate("Shell", "running now") if self.item.running else "")
        self.setToolTip(f"{name} {time}  Alt+{self._place}" if self._place <= 9 else f"{name} {time}")
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(196, 30)

    def minimumSizeHint(self) -> QSize:
        """Beside a scroll bar there is less."""
        return QSize(150, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, name, time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        name, time = words(self.item)
        ink, faint, ground = Color.TEXT_PRIMARY, Color.TEXT_TERTIARY, Color.BG_CARD
        edge: QPen | Qt.PenStyle = QPen(color(Color.LINE_HAIRLINE) if current().dark else QColor("#DEE2E8"), 1)
        if self.item.running:
            ink = faint = Color.DIVERTED_TEXT
            ground = Color.DIVERTED_TINT
            edge = Qt.PenStyle.NoPen
        elif not self.isEnabled():
            ink = faint = Color.TEXT_DISABLED
        elif self.isDown() or self.underMouse():
            ground = Color.BG_PRESSED
        painter.setPen(edge)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.S - 0.5, Radius.S - 0.5)
        spot = QRectF(8, rect.center().y() - 8, 16, 16)
        icons.paint(painter, icon(self.item), spot, color(faint), self.devicePixelRatioF())
        small = fonts.font(fonts.Text.SMALL, tabular=True)
        wide = painters.width(time, small) + 1 if time else 0
        right = rect.right() - 9
        painters.text(painter, QRectF(right - wide, 0, wide, rect.height()), time, small, color(faint), painters.RIGHT)
        room = QRectF(33, 0, right - wide - 33 - (6 if time else 0), rect.height())
        painters.text(painter, room, name, fonts.font(fonts.Text.SMALL, fonts.MEDIUM), color(ink))


class QuickList(QWidget):
    """All quick diversions. chosen: the key of one that is to be set."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.buttons: list[QuickButton] = []

    @property
    def items(self) -> list[QuickItem]:
        """What is shown, in order."""
        return [button.item for button in self.buttons]

    def set_items(self, items: list[QuickItem]) -> None:
        """Show these; rows that stay keep their focus."""
        if [item.key for item in items] == [button.item.key for button in self.buttons]:
            for button, item in zip(self.buttons, items, strict=True):
                button.item = item
                button.retranslate()
            return
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [QuickButton(item, place, self) for place, item in enumerate(items, start=1)]
        for button in self.buttons:
            button.clicked.connect(lambda _on=False, key=button.item.key: self.chosen.emit(key))
            self._column.addWidget(button)

    def retranslate(self) -> None:
        """All words again."""
        for button in self.buttons:
            button.retranslate()
