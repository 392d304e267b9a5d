"""What floats: a frameless panel with one pre-rendered shadow drawn as nine slices, and menus in the same dress."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onepresence_desktop.desktop.theme.theme import color, current
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets.compositing import composited, cut_corners

MARGIN = 28
"""Transparent room around a floating panel for its shadow."""
ASK_AGAIN_MS = 15
"""How often the keyboard is asked for while another key is held."""
UNBOUNDED = 16_777_215
"""Qt's QWIDGETSIZE_MAX: no width was given."""
_TILE = 96
_BLUR_STEPS = 3
_shadows: dict[tuple[bool, float], QPixmap] = {}


def shadow(ratio: float) -> QPixmap:
    """The shadow of a rounded plate, 96 logical pixels square, blurred once per scheme."""
    key = (current().dark, ratio)
    found = _shadows.get(key)
    if found is None:
        found = _shadows[key] = _render(dark=current().dark, ratio=ratio)
    return found


def _render(*, dark: bool, ratio: float) -> QPixmap:
    pixels = round(_TILE * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.55 if dark else 0.16
    ink = (0, 0, 0) if dark else (16, 24, 40)
    plate = QRectF(MARGIN, MARGIN, _TILE - 2 * MARGIN, _TILE - 2 * MARGIN)
    rings = 24
    for step in range(rings):
        reach = MARGIN - 4 - step * (MARGIN - 4) / rings
        share = (step + 1) / rings
        alpha = strength * 2.0 * share * share / rings * 1.5
        painter.setBrush(QColor(*ink, round(255 * alpha)))
        grown = plate.adjusted(-reach, -reach + 8, reach, reach + 4)
        painter.drawRoundedRect(grown, Radius.L + reach, Radius.L + reach)
    if not dark:
        for reach, alpha in ((2.5, 0.03), (1.5, 0.05)):
            painter.setBrush(QColor(*ink, round(255 * alpha)))
            painter.drawRoundedRect(plate.adjusted(-reach, -reach + 1, reach, reach + 1), Radius.L, Radius.L)
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def paint_shadow(painter: QPainter, outer: QRect, ratio: float) -> None:
    """Draw the shadow in nine slices into `outer`, of which the inner plate is smaller by MARGIN on every side."""
    pixmap = shadow(ratio)
    side = _TILE // 2 - 2
    wide, high = outer.width(), outer.height()
    across = [
        (0, side, 0, side),
        (side, _TILE - 2 * side, side, wide - 2 * side),
        (_TILE - side, side, wide - side, side),
    ]
    down = [
        (0, side, 0, side),
        (side, _TILE - 2 * side, side, high - 2 * side),
        (_TILE - side, side, high - side, side),
    ]
    for from_y, from_h, to_y, to_h in down:
        for from_x, from_w, to_x, to_w in across:
            source = QRectF(from_x * ratio, from_y * ratio, from_w * ratio, from_h * ratio)
            painter.drawPixmap(QRectF(outer.x() + to_x, outer.y() + to_y, to_w, to_h), pixmap, source)


def paint_plate(painter: QPainter, plate: QRectF, radius: float) -> None:
    """The panel itself with its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(Color.LINE_POPOVER_EDGE), 1))
    painter.setBrush(color(Color.BG_POPOVER))
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class FloatingPanel(QWidget):
    """A frameless window with shadow; fill `panel` (it has no layout yet). `margin` is the room its shadow takes
    on every side: 28, or 0 where the desktop blends nothing.

    `takes_focus` False: a toast that never becomes active (spec 4.7).
    """

    def __init__(
        self, *, takes_focus: bool, radius: float = Radius.XL, popup: bool = False, parent: QWidget | None = None
    ) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        flags |= Qt.WindowType.Popup if popup else Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint
        if not takes_focus:
            # Window managers on X11 make a clicked window the active one, and when that closes, our main window.
            flags |= Qt.WindowType.WindowDoesNotAcceptFocus | Qt.WindowType.X11BypassWindowManagerHint
        super().__init__(parent, flags)
        self._popup = popup
        self.has_keys = False
        """Whether what is typed comes here, whatever program is in front; only popups on X11 have to ask for it."""
        self.margin = MARGIN if composited() else 0
        if composited():
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if not takes_focus:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._radius = radius
        around = QVBoxLayout(self)
        around.setContentsMargins(self.margin, self.margin, self.margin, self.margin)
        self.panel = QWidget()
        around.addWidget(self.panel)
        current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as its words need in the width that it was given, if it was."""
        wide = self.maximumWidth()
        if self.panel.minimumWidth() == self.panel.maximumWidth():
            wide = self.panel.minimumWidth() + 2 * self.margin
        layout = self.layout()
        if layout is None or wide >= UNBOUNDED or not layout.hasHeightForWidth():
            return super().sizeHint()
        return QSize(wide, layout.totalHeightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow and plate."""
        painter = QPainter(self)
        if self.margin:
            paint_shadow(painter, self.rect(), self.devicePixelRatioF())
        inner = self.rect().adjusted(self.margin, self.margin, -self.margin, -self.margin)
        paint_plate(painter, QRectF(inner), self._radius)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt has asked for the keyboard; in vain where a global key is still held that opened it."""
        super().showEvent(event)
        self._take_keys()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it go."""
        super().hideEvent(event)
        window = self.windowHandle()
        if self.has_keys and window is not None:
            window.setKeyboardGrabEnabled(False)
        self.has_keys = False

    def _take_keys(self) -> None:
        window = self.windowHandle()
        if not self._popup or not self.isVisible() or window is None or QGuiApplication.platformName() != "xcb":
            return
        self.has_keys = window.setKeyboardGrabEnabled(True)
        if not self.has_keys:
            QTimer.singleShot(ASK_AGAIN_MS, self, self._take_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners where nothing blends them."""
        super().resizeEvent(event)
        if not self.margin:
            cut_corners(self, self._radius)
