"""Text fields, secret fields and lists to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.buttons import IconButton

SPACE = "Space"
"""The space bar, in names of keys."""
PADDING = 12
"""Between the edge of a field and its words."""
LEAST_OF_A_HINT = 30
"""Logical pixels of a placeholder under which it tells nothing, and its icon alone stands better."""


class Field(QLineEdit):
    """A line to type in, 32 high (36 for `search`), with an icon before and small buttons or a note behind.

    pressed: the pointer went down in it.
    """

    def __init__(
        self,
        name: str = "",
        *,
        icon: str = "",
        search: bool = False,
        tabular: bool = False,
        height: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._hint = ""
        self._note = ""
        self._keys: tuple[str, ...] = ()
        self._trailing: list[QWidget] = []
        self._tick = False
        self.setFixedHeight(height if height is not None else 36 if search else 32)
        self.setFont(fonts.font(tabular=tabular))
        self.setProperty("shape", "search" if search else "field")
        self.setAccessibleName(name)
        self._margins()
        self.textChanged.connect(self._margins)

    def setPlaceholderText(self, text: str) -> None:
        """What stands in it while it is empty; where there is room for next to nothing of it, the tooltip says it."""
        self._hint = text
        self._fit_hint()

    def _fit_hint(self) -> None:
        whole = painters.width(self._hint, self.font())
        room = self.width() - 2 * PADDING - self.textMargins().left() - self.textMargins().right()
        fits = not self._icon or room >= min(whole, LEAST_OF_A_HINT)
        super().setPlaceholderText(self._hint if fits else "")
        if not fits or self.toolTip() == self._hint:
            self.setToolTip("" if fits else self._hint)

    def set_name(self, name: str) -> None:
        """What is typed here, in words."""
        self.setAccessibleName(name)

    def set_error(self, wrong: bool) -> None:
        """A red edge; the words stand elsewhere."""
        if bool(self.property("error")) != wrong:
            self.setProperty("error", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_note(self, note: str) -> None:
        """Small words at the right inside ("5 of 7 digits"); away while what is typed needs their room."""
        self._note = note
        self._margins()
        self.update()

    def set_keys(self, *keys: str) -> None:
        """Key caps at the right while it is empty and without focus."""
        self._keys = keys
        self._margins()
        self.update()

    def set_tick(self, on: bool) -> None:
        """A green tick at the right: checked and good."""
        self._tick = on
        self._margins()
        self.update()

    def add_trailing(self, widget: QWidget, *, first: bool = False) -> None:
        """Put a small button at the right inside, behind those that are there (first: before them).

        It takes no focus: keys pressed there would land in the field, and Tab goes from field to field.
        """
        widget.setParent(self)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self._trailing.insert(0 if first else len(self._trailing), widget)
        self.place_trailing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the small buttons at the right."""
        super().resizeEvent(event)
        self.place_trailing()
        self._fit_hint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then icon, note and key caps."""
        super().paintEvent(event)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        middle = self.height() / 2
        if self._icon:
            ink = Color.ACCENT_TEXT if self.hasFocus() and self.property("shape") == "search" else Color.TEXT_TERTIARY
            icons.paint(painter, self._icon, QRectF(11, middle - 8, 16, 16), color(ink), ratio)
        right = self.width() - 10.0 - self._taken()
        if self._tick:
            icons.paint(painter, "success", QRectF(right - 16, middle - 8, 16, 16), color(Color.AVAILABLE_TEXT), ratio)
            right -= 22
        if self._note_width():
            font = fonts.font(fonts.Text.MICRO, fonts.REGULAR, tabular=True)
            rect = QRectF(right - 160, 0, 160, self.height())
            painters.text(painter, rect, self._note, font, color(Color.TEXT_TERTIARY), painters.RIGHT)
        elif self._keys and not self.text() and not self.hasFocus():
            right = self.width() - 7.0
            for key in reversed(self._keys):
                right -= painters.key_cap_width(key)
                painters.key_cap(painter, QPointF(right, middle), key)
                right -= 3

    def _margins(self) -> None:
        right = self._taken() + (22 if self._tick else 0) + self._note_width()
        self.setTextMargins(24 if self._icon else 0, 0, right, 0)

    def _note_width(self) -> int:
        """Room the note takes; 0 for none, and while the text needs it."""
        if not self._note:
            return 0
        wide = round(painters.width(self._note, fonts.font(fonts.Text.MICRO, fonts.REGULAR, tabular=True))) + 8
        others = self._taken() + (22 if self._tick else 0) + (24 if self._icon else 0) + 2 * PADDING
        return wide if painters.width(self.text(), self.font()) + wide + others <= self.width() else 0

    def show_trailing(self, widget: QWidget, shown: bool) -> None:
        """Show or hide one of the small buttons; the words get its room."""
        if widget.isHidden() == shown:
            widget.setVisible(shown)
            self.place_trailing()
            self.update()

    def place_trailing(self) -> None:
        """Put the small buttons where they belong, and the words into the room they leave."""
        self._margins()
        right = self.width() - 3
        for widget in (w for w in reversed(self._trailing) if not w.isHidden()):
            right -= widget.width()
            widget.move(right, (self.height() - widget.height()) // 2)

    def _taken(self) -> int:
        return sum(w.width() for w in self._trailing if not w.isHidden())


class SecretField(Field):
    """A password of digits behind dots, with an eye that shows it; Ctrl+Space does as the eye does."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, tabular=True, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self._show_words = ("", "")
        self._eye = IconButton("eye", size=15, extent=26, ink=Color.TEXT_TERTIARY)
        self._eye.clicked.connect(self._toggle)
        self.add_trailing(self._eye)

    def set_eye_words(self, show: str, hide: str) -> None:
        """What the eye does, in words."""
        self._show_words = (f"{show} (Ctrl+{SPACE})", f"{hide} (Ctrl+{SPACE})")
        self._eye.set_name(self._show_words[1 if self.echoMode() is QLineEdit.EchoMode.Normal else 0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The eye by the keyboard."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle()
            return
        super().keyPressEvent(event)

    def hide_again(self) -> None:
        """Back to dots."""
        if self.echoMode() is QLineEdit.EchoMode.Normal:
            self._toggle()

    def _toggle(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.set_icon("eye-off" if hidden else "eye")
        self._eye.set_name(self._show_words[1 if hidden else 0])


class Select(QComboBox):
    """A list to choose one from; painted as a field with an arrow. `bare`: words and arrow alone.

    picked: the key chosen by the user (not by `set_key`).
    """

    picked = Signal(str)

    def __init__(self, name: str = "", *, icon: str = "", bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._bare = bare
        self.setFont(fonts.font(fonts.Text.SMALL) if bare else fonts.font())
        self.setAccessibleName(name)
        self.setFixedHeight(24 if bare else 28)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _row: self.picked.emit(self.key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns the page, whose form it would otherwise change unseen."""
        event.ignore()

    @property
    def key(self) -> str:
        """The key of the row chosen; "" when the list is empty."""
        return str(self.currentData() or "")

    def set_rows(self, rows: list[tuple[str, str]]) -> None:
        """Keys and words; the choice stays when its key is still there."""
        before = self.key
        self.blockSignals(True)
        self.clear()
        for key, words in rows:
            self.addItem(words, key)
        self.set_key(before)
        self.blockSignals(False)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Choose by key; unknown keys leave the first row chosen."""
        row = self.findData(key)
        self.setCurrentIndex(max(0, row))

    def sizeHint(self) -> QSize:
        """As wide as the widest row."""
        widest = max((painters.width(self.itemText(i), self.font()) for i in range(self.count())), default=40.0)
        extra = 22 if self._bare else 46
        return QSize(round(widest) + extra + (23 if self._icon else 0), self.height())

    def minimumSizeHint(self) -> QSize:
        """Rows may be elided."""
        return QSize(60, self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint the edge."""
        super().focusInEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint when the pointer has gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge, icon, words, arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        ratio = self.devicePixelRatioF()
        focus = self.hasFocus()
        ink = Color.TEXT_TERTIARY if self._bare else Color.TEXT_PRIMARY
        if not self.isEnabled():
            ink = Color.TEXT_DISABLED
        if not self._bare or focus:
            pen = QPen(color(Color.ACCENT_FOCUS), 2) if focus else QPen(color(Color.LINE_CONTROL), 1)
            inset = pen.widthF() / 2
            if not self.isEnabled():
                pen = QPen(color(Color.BG_TRACK), 1)
            painter.setPen(pen)
            ground = Color.BG_TRACK if not self.isEnabled() else Color.BG_HOVER if self.underMouse() else Color.BG_FIELD
            painter.setBrush(Qt.BrushStyle.NoBrush if self._bare else color(ground))
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6 - inset, 6 - inset)
        left = 4.0 if self._bare else 11.0
        if self._icon:
            icons.paint(
                painter, self._icon, QRectF(left, rect.center().y() - 8, 16, 16), color(Color.TEXT_TERTIARY), ratio
            )
            left += 23
        room = QRectF(left, 0, rect.width() - left - (18 if self._bare else 30), rect.height())
        painters.text(painter, room, self.currentText(), self.font(), color(ink))
        arrow = QRectF(rect.right() - (16 if self._bare else 25), rect.center().y() - 7, 14, 14)
        icons.paint(painter, "chevron-down", arrow, color(Color.TEXT_TERTIARY), ratio)
