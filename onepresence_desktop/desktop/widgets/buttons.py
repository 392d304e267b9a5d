"""Push buttons and icon buttons as the design draws them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.focus_ring import Ringed, note_key
from onepresence_desktop.desktop.widgets.toggling import Toggled
from onepresence_desktop.desktop.widgets.writing import Writing


@dataclass(frozen=True, slots=True)
class Dress:
    """Colours of a kind of button; None: nothing is painted there."""

    ink: Color
    fill: Color | None = None
    hover: Color | None = None
    pressed: Color | None = None
    line: Color | None = None
    strong: bool = False
    padding: int = 12


class Kind(Enum):
    """What a button is for."""

    PLAIN = Dress(Color.TEXT_PRIMARY, Color.BG_CARD, Color.BG_HOVER, Color.BG_PRESSED, Color.LINE_STRONG)
    PRIMARY = Dress(Color.TEXT_ON_ACCENT, Color.ACCENT_SOLID, Color.ACCENT_HOVER, Color.ACCENT_PRESSED, strong=True)
    ANSWER = Dress(Color.AVAILABLE_ON, Color.AVAILABLE_SOLID, strong=True)
    DANGER = Dress(Color.DANGER_ON, Color.DANGER_SOLID, strong=True)
    DIVERT = Dress(Color.DIVERTED_ON, Color.DIVERTED_SOLID, strong=True)
    DANGER_TEXT = Dress(Color.DANGER_TEXT, Color.BG_CARD, Color.BG_HOVER, Color.BG_PRESSED, Color.LINE_STRONG)
    QUIET = Dress(Color.TEXT_SECONDARY, None, Color.BG_HOVER, Color.BG_PRESSED)
    LINK = Dress(Color.ACCENT_TEXT, None, Color.BG_HOVER, Color.BG_PRESSED, padding=6)


class Pressable(Writing, Toggled, Ringed, QPushButton):
    """A push button that also answers to Enter and repaints under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def setCheckable(self, checkable: bool) -> None:
        """Whether it stays down."""
        if checkable and not self.isCheckable():
            self.follow_toggles()
        super().setCheckable(checkable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            note_key()
            self.click()
            return
        super().keyPressEvent(event)


class Button(Pressable):
    """A button with words and perhaps an icon; 32 high, or 28 when `small`. cap: the key that does the same.

    flush: its words stand in line with what is above and below.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        small: bool = False,
        height: int | None = None,
        cap: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._flush = flush
        self._cap = cap
        self._icon = icon
        self._small = small
        self._busy = False
        self._height = height if height is not None else 28 if small else 32
        self.on_popover = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_icon(self, name: str) -> None:
        """Another icon, or none with ""."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def widen(self) -> None:
        """Take all the width there is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def busy(self) -> bool:
        """Whether what it began is under way."""
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Show the connecting glyph and take no presses while the command is under way."""
        self._busy = busy
        self.setEnabled(not busy)
        self.update()

    def sizeHint(self) -> QSize:
        """Words, icon and padding."""
        padding = self.kind.value.padding - (2 if self._small and self.kind.value.padding > 6 else 0)
        padding = 0 if self._flush else padding
        wide = painters.width(self.text(), self._words_font()) if self.text() else 0.0
        if self._icon or self._busy:
            wide += self._icon_size() + (7 if self.text() else 0)
        wide += self._cap_room()
        return QSize(round(wide + 0.5) + 2 * padding, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, icon and words."""
        dress = self.kind.value
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        ink, fill, line = color(dress.ink), dress.fill, dress.line
        if self.on_popover and self.kind is Kind.PLAIN:
            fill, line = Color.BG_POPOVER_CONTROL, Color.LINE_POPOVER_CONTROL
        if not self.isEnabled():
            ink, line = color(Color.TEXT_DISABLED), None
            fill = Color.BG_TRACK if fill is not None else None
        elif self.isDown():
            fill = dress.pressed or fill
        elif self.isChecked():
            ink, fill = color(Color.ACCENT_TEXT), Color.BG_SELECTED
        elif self.underMouse():
            fill = dress.hover or fill
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(color(line), 1))
            painter.setBrush(color(fill))
            inset = 0.0 if line is None else 0.5
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.S - inset, Radius.S - inset)
        font = self._words_font()
        words = painters.width(self.text(), font) if self.text() else 0.0
        name = "status-connecting" if self._busy else self._icon
        mark = self._icon_size() if name else 0
        gap = 7 if name and self.text() else 0
        if self._busy and words + mark + gap + 8 > rect.width():
            words, gap = 0.0, 0
        left = max(0.0 if self._flush else 4.0, (rect.width() - words - mark - gap - self._cap_room()) / 2)
        if name:
            spot = QRectF(left, (rect.height() - mark) / 2, mark, mark)
            icons.paint(painter, name, spot, ink, self.devicePixelRatioF())
        if words:
            room = QRectF(
                left + mark + gap,
                0,
                rect.width() - left - mark - gap - self._cap_room() - (0 if self._flush else 2),
                rect.height(),
            )
            painters.text(painter, room, self.text(), font, ink)
        if self._cap:
            at = QPointF(left + mark + gap + words + 8, rect.height() / 2)
            own = ink if self.kind is Kind.PRIMARY else None
            painters.key_cap(painter, at, self._cap, ground=fill or Color.BG_WINDOW, ink=own)

    def _cap_room(self) -> float:
        return painters.key_cap_width(self._cap) + 8 if self._cap else 0.0

    def _words_font(self) -> QFont:
        weight = fonts.SEMIBOLD if self.kind.value.strong else fonts.MEDIUM
        return fonts.font(fonts.Text.SMALL if self._small else fonts.Text.BODY, weight)

    def _icon_size(self) -> int:
        return 14 if self._small else 16


class IconButton(Pressable):
    """A 28 by 28 button with an icon alone; `name` is its accessible name and its tooltip."""

    def __init__(
        self,
        icon: str,
        name: str = "",
        *,
        size: int = 16,
        bordered: bool = False,
        ink: Color = Color.TEXT_SECONDARY,
        extent: int = 28,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._bordered = bordered
        self._ink = ink
        self._extent = extent
        self.setFixedSize(extent, extent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str, ink: Color | None = None) -> None:
        """Another icon and perhaps another colour."""
        self._icon = icon
        if ink is not None:
            self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """Its fixed size."""
        return QSize(self._extent, self._extent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, and a ground under the pointer or when checked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        ink = color(self._ink)
        ground: Color | None = Color.BG_CARD if self._bordered else None
        if not self.isEnabled():
            ink = color(Color.TEXT_DISABLED)
        elif self.isDown() or self.underMouse():
            ground = Color.BG_PRESSED
            if self._ink is Color.TEXT_SECONDARY:
                ink = color(Color.TEXT_PRIMARY)
        elif self.isChecked():
            ground = Color.BG_SELECTED
            ink = color(Color.ACCENT_TEXT)
        if ground is not None:
            painter.setPen(QPen(color(Color.LINE_STRONG), 1) if self._bordered else Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            inset = 0.5 if self._bordered else 0.0
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Radius.S - inset, Radius.S - inset)
        half = self._size / 2
        spot = QRectF(rect.center().x() - half, rect.center().y() - half, self._size, self._size)
        icons.paint(painter, self._icon, spot, ink, self.devicePixelRatioF())
