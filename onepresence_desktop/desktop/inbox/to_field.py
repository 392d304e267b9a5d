"""Recipients as chips, and a field that offers names as one types (design, section 7.8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from onepresence_desktop.desktop.inbox.recipients import Known, To
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import Pressable
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout

ROW = 30
WIDEST_CHIP = 220


class ToChip(Pressable):
    """One recipient; pressing it takes them away."""

    ring_radius = 12

    def __init__(self, to: To, parent: QWidget) -> None:
        super().__init__(parent)
        self.to = to
        self.reached = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Inbox", "Remove {name}").format(name=to.name))

    def sizeHint(self) -> QSize:
        """Name and a cross."""
        wide = painters.width(self.to.name, fonts.font(fonts.Text.SMALL)) + 36
        return QSize(round(min(WIDEST_CHIP, wide)), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, name, cross; red when no way leads there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground, ink = (Color.BG_TRACK, Color.TEXT_PRIMARY) if self.reached else (Color.DANGER_TINT, Color.DANGER_TEXT)
        painter.setBrush(color(Color.BG_PRESSED if self.underMouse() else ground))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        room = QRectF(10, 0, self.width() - 34, self.height())
        painters.text(painter, room, self.to.name, fonts.font(fonts.Text.SMALL), color(ink))
        spot = QRectF(self.width() - 20, 6, 12, 12)
        icons.paint(painter, "close", spot, color(Color.TEXT_TERTIARY), self.devicePixelRatioF())


SIDE, NARROW, CURSOR = 8, 110, 12
"""Pixels: beside the line, of the line for a name, and for the cursor behind what is typed."""


class _Line(QLineEdit):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setMinimumWidth(90)
        self.setFixedHeight(24)
        self.setStyleSheet("QLineEdit { border: none; background: transparent; padding: 0; }")

    def sizeHint(self) -> QSize:
        """Room for what is typed, or for what may be typed; at least for a name, at most a whole line."""
        field = self.parentWidget()
        most = field.contentsRect().width() - 2 * SIDE if field is not None else NARROW
        return QSize(max(NARROW, min(self._wide(), most)), 24)

    def _wide(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText()) + CURSOR


class ToField(QWidget):
    """changed: the recipients are others."""

    changed = Signal()

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self.chips: list[ToChip] = []
        self._flow = FlowLayout(self, gap=4)
        self._flow.setContentsMargins(SIDE, 4, SIDE, 4)
        self.line = _Line(self)
        self._flow.addWidget(self.line)
        self.line.textEdited.connect(lambda _text: self._offer())
        self.line.textChanged.connect(lambda _text: self.line.updateGeometry())
        self.line.installEventFilter(self)
        self.offers = QListWidget(self)
        self.offers.setWindowFlags(Qt.WindowType.ToolTip)
        self.offers.setObjectName("completer")
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setFont(fonts.font())
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.itemClicked.connect(self._take)
        self.offers.hide()
        self.setFocusProxy(self.line)

    def retranslate(self) -> None:
        """All texts again."""
        self.line.setAccessibleName(translate("Inbox", "To"))
        self.offers.setAccessibleName(translate("Inbox", "Names found"))
        self.line.setPlaceholderText("" if self.chips else translate("Inbox", "Name, number or e-mail"))
        self.line.updateGeometry()

    def recipients(self) -> list[To]:
        """All of them; what is typed and clear counts too."""
        typed = self._known.meant(self.line.text())
        return [chip.to for chip in self.chips] + ([typed] if typed is not None else [])

    def unclear(self) -> bool:
        """Whether something is typed that means nobody."""
        return bool(self.line.text().strip()) and self._known.meant(self.line.text()) is None

    def set_recipients(self, recipients: list[To]) -> None:
        """Others."""
        for chip in list(self.chips):
            self._remove(chip)
        self.line.clear()
        for to in recipients:
            self.add(to)

    def add(self, to: To) -> None:
        """One more, unless they are there."""
        self.line.clear()
        self.offers.hide()
        if to in [chip.to for chip in self.chips]:
            return
        chip = ToChip(to, self)
        chip.clicked.connect(lambda: self._remove(chip))
        self._flow.removeWidget(self.line)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        chip.show()
        self.chips.append(chip)
        self._told()

    def mark(self, reached: list[bool]) -> None:
        """Which of the recipients can be reached by the ways chosen."""
        for chip, can in zip(self.chips, reached, strict=False):
            if chip.reached is not can:
                chip.reached = can
                chip.update()

    def _remove(self, chip: ToChip) -> None:
        self.chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.line.setFocus()
        self._told()

    def _told(self) -> None:
        self.retranslate()
        self.updateGeometry()
        self.changed.emit()

    # --- offers ---

    def _offer(self) -> None:
        found = self._known.offered(self.line.text())
        self.offers.clear()
        for to in found:
            detail = to.email or to.number
            item = QListWidgetItem(f"{to.name} · {detail}" if detail and detail != to.name else to.name)
            item.setData(Qt.ItemDataRole.UserRole, to)
            self.offers.addItem(item)
        self.offers.setVisible(bool(found))
        if found:
            self.offers.setCurrentRow(0)
            self.offers.setFixedSize(max(280, self.width() - 40), ROW * len(found) + 6)
            self.offers.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.changed.emit()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.add(item.data(Qt.ItemDataRole.UserRole))

    def commit(self) -> bool:
        """Make a chip of what is typed; False when it means nobody."""
        if not self.line.text().strip():
            return True
        if self.offers.isVisible():
            self._take(self.offers.currentItem())
            return True
        to = self._known.meant(self.line.text())
        if to is not None:
            self.add(to)
        return to is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line that are for chips and offers."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.offers.hide()
            self.update()
        elif event.type() == QEvent.Type.FocusIn:
            self.update()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, offering = Qt.Key(event.key()), self.offers.isVisible()
        if offering and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.offers.setCurrentRow((self.offers.currentRow() + step) % self.offers.count())
        elif self._ends_one(event):
            self.commit()
        elif key == Qt.Key.Key_Tab and offering:
            self._take(self.offers.currentItem())
        elif key == Qt.Key.Key_Escape and offering:
            self.offers.hide()
        elif key == Qt.Key.Key_Backspace and not self.line.text() and self.chips:
            self._remove(self.chips[-1])
        else:
            return False
        return True

    def _ends_one(self, event: QKeyEvent) -> bool:
        """Enter, or the sign between two recipients."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return not event.modifiers()
        return event.key() in (Qt.Key.Key_Comma, Qt.Key.Key_Semicolon) and bool(self.line.text().strip())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Into the line."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint the edge."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge of a field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.line.hasFocus()
        pen = QPen(color(Color.ACCENT_FOCUS), 2) if focus else QPen(color(Color.LINE_CONTROL), 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(color(Color.BG_FIELD))
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, Radius.S - inset, Radius.S - inset)
