"""Menus in our dress: rounded, painted rows with tinted icons, heads, and words at the right."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.compositing import composited, cut_corners

_ICON = "row_icon"
_INK = "row_ink"
_WORDS_INK = "row_words_ink"
_RIGHT_INK = "row_right_ink"


LEFT, GAP = 34, 3
"""Where the words of a row begin, and what is between two key caps."""
KEYS = re.compile(r"((Ctrl|Alt|Shift)\+)+[^+]+|Enter|Esc|Del|F[0-9]+")
"""What stands at the right of a row and is drawn as key caps: "Ctrl+Shift+D"."""


class Menu(QMenu):
    """A QMenu; rows are ordinary actions, so that desktops which draw menus themselves can show them too."""

    def __init__(self, name: str = "", *, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        if composited():
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self.setTitle(name)
        self.setFont(fonts.font())
        if width:
            self.setMinimumWidth(width)
        current().changed.connect(self.update)

    def add_row(
        self,
        text: str,
        icon: str = "",
        right: str = "",
        *,
        enabled: bool = True,
        ink: Color = Color.TEXT_TERTIARY,
        words: Color = Color.TEXT_PRIMARY,
        right_ink: Color = Color.TEXT_TERTIARY,
    ) -> QAction:
        """A row; `right` stands at its right end (a time, a key). ink: of the icon, words: of the text."""
        plain = text.replace("&", "&&")
        action = self.addAction(f"{plain}\t{right}" if right else plain)
        _dress(action, icon, ink, words)
        action.setProperty(_RIGHT_INK, right_ink.value)
        action.setEnabled(enabled)
        if right and KEYS.fullmatch(right):
            caps = sum(painters.key_cap_width(cap) + GAP for cap in right.split("+"))
            self.setMinimumWidth(max(self.minimumWidth(), round(LEFT + painters.width(text, fonts.font()) + caps + 40)))
        return action

    def add_submenu(
        self, menu: Menu, text: str, icon: str = "", *, ink: Color = Color.TEXT_TERTIARY, right: str = ""
    ) -> QAction:
        """A row that opens `menu`; `right` stands before its arrow."""
        plain = text.replace("&", "&&")
        menu.setTitle(f"{plain}\t{right}" if right else plain)
        action = self.addMenu(menu)
        _dress(action, icon, ink, Color.TEXT_PRIMARY)
        return action

    def add_head(self, text: str) -> QAction:
        """Small words over a group."""
        return self.add_widget(_Words(text, fonts.font(fonts.Text.MICRO), 26))

    def add_note(self, text: str, width: int = 216) -> QAction:
        """A few lines of explanation at the foot."""
        return self.add_widget(_Words(text, fonts.font(fonts.Text.SMALL), 0, width))

    def refuse(self, why_not: str, *but: QAction) -> None:
        """Why nothing here can be chosen now, but for some; with "" it can."""
        if not why_not:
            return
        for action in self.actions():
            if action not in but:
                action.setEnabled(False)
        self.add_note(why_not)

    def popup_under(self, button: QWidget) -> None:
        """Open under a button at the right of its line, with the right edges on one another."""
        place = QPoint(button.width() - self.sizeHint().width(), button.height() + 4)
        self.popup(button.mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners where nothing blends them."""
        super().resizeEvent(event)
        if not composited():
            cut_corners(self, Radius.L)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate and rows; the measures are the style sheet's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(Color.LINE_POPOVER_EDGE), 1))
        painter.setBrush(color(Color.BG_POPOVER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.L, Radius.L)
        for action in self.actions():
            if action.isVisible() and not isinstance(action, QWidgetAction):
                self._paint_row(painter, QRectF(self.actionGeometry(action)), action)

    def _paint_row(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        if action.isSeparator():
            line = QRectF(rect.left() + 8, rect.center().y(), rect.width() - 16, 1)
            painter.fillRect(line, color(Color.LINE_POPOVER))
            return
        rect = rect.adjusted(1, 0, -1, 0)
        on = self.activeAction() is action and action.isEnabled()
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.ACCENT_SOLID))
            painter.drawRoundedRect(rect, Radius.S, Radius.S)
        words, _, right = action.text().replace("&&", "&").partition("\t")
        ink = action.property(_INK) or Color.TEXT_TERTIARY
        words_ink = action.property(_WORDS_INK) or Color.TEXT_PRIMARY
        faint = Color(action.property(_RIGHT_INK) or Color.TEXT_TERTIARY)
        if not action.isEnabled():
            ink = words_ink = faint = Color.TEXT_DISABLED
        elif on:
            ink = words_ink = faint = Color.TEXT_ON_ACCENT
        ratio = self.devicePixelRatioF()
        name = str(action.property(_ICON) or "")
        if action.isCheckable():
            name = "check" if action.isChecked() else name
        middle = rect.center().y()
        if name:
            icons.paint(painter, name, QRectF(rect.left() + 8, middle - 8, 16, 16), color(Color(ink)), ratio)
        end = rect.right() - 8
        if action.menu() is not None:
            icons.paint(painter, "chevron-right", QRectF(end - 12, middle - 7, 14, 14), color(faint), ratio)
            end -= 16
        if right and KEYS.fullmatch(right) and not on:
            for cap in reversed(right.split("+")):
                end -= painters.key_cap_width(cap)
                painters.key_cap(painter, QPointF(end, middle), cap, ground=Color.BG_POPOVER)
                end -= GAP
            end -= 9
        elif right:
            font = fonts.font(fonts.Text.SMALL, tabular=True)
            room = painters.width(right, font) + 1
            painters.text(painter, QRectF(end - room, rect.top(), room, rect.height()), right, font, color(faint))
            end -= room + 12
        left = rect.left() + LEFT
        box = QRectF(left, rect.top(), end - left, rect.height())
        painters.text(painter, box, words, fonts.font(), color(Color(words_ink)))

    def add_widget(self, widget: QWidget) -> QAction:
        """Something painted that can't be chosen; desktops that draw menus themselves show its accessible name."""
        action = QWidgetAction(self)
        action.setDefaultWidget(widget)
        action.setText(widget.accessibleName())
        action.setEnabled(False)
        self.addAction(action)
        return action


def _dress(action: QAction, icon: str, ink: Color, words: Color) -> None:
    action.setProperty(_ICON, icon)
    action.setProperty(_INK, ink.value)
    action.setProperty(_WORDS_INK, words.value)
    if icon:
        action.setIcon(icons.icon(icon, 16, color(ink), active=color(Color.TEXT_ON_ACCENT)))


def dress_like(row: QAction, other: QAction) -> None:
    """Make a row look as another does: words, picture, inks, mark, and whether it can be chosen."""
    row.setText(other.text())
    row.setIcon(other.icon())
    for name in (_ICON, _INK, _WORDS_INK, _RIGHT_INK):
        row.setProperty(name, other.property(name))
    row.setEnabled(other.isEnabled())
    row.setCheckable(other.isCheckable())
    row.setChecked(other.isChecked())


class _Words(QWidget):
    def __init__(self, text: str, font: QFont, height: int, width: int = 0) -> None:
        super().__init__()
        self._text = text
        self.setFont(font)
        self.setAccessibleName(text)
        self._width = width
        self._height = height

    def sizeHint(self) -> QSize:
        if self._height:
            return QSize(round(painters.width(self._text, self.font())) + 24, self._height)
        lines = painters.wrapped(self._text, self.font(), self._width - 22)
        return QSize(self._width, len(lines) * fonts.Text.SMALL.value.line + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(11, 6, self.width() - 22, self.height() - 8)
        ink = color(Color.TEXT_TERTIARY)
        if self._height:
            painters.text(painter, rect, self._text, self.font(), ink)
        else:
            painters.paragraph(painter, rect, self._text, fonts.Text.SMALL, ink)
