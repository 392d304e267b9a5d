"""Icons from `resources/icons`, tinted with a token's colour and cached by name, size, colour and pixel ratio."""

from __future__ import annotations

from functools import cache
from typing import cast

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from onepresence_desktop.desktop.theme import resources

Edges = tuple[float, float, float, float]
"""Of a rectangle: left, top, width and height, asked of Qt at once."""
_pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}


@cache
def svg(name: str) -> str:
    """The drawing as text; raises FileNotFoundError for an unknown name."""
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int, color: QColor, ratio: float) -> QPixmap:
    """`name` in `color`, `size` logical pixels square. Within a delegate take `ratio` from `option.widget`."""
    key = (name, size, color.rgba(), ratio)
    found = _pixmaps.get(key)
    if found is None:
        found = render(
            svg(name).replace("currentColor", color.name()),
            size,
            ratio,
            opacity=color.alphaF(),
        )
        _pixmaps[key] = found
    return found


def render(drawing: str, size: int, ratio: float, *, opacity: float = 1.0) -> QPixmap:
    """Draw SVG text into a fresh pixmap of `size` logical pixels square."""
    pixels = max(1, round(size * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def paint(painter: QPainter, name: str, rect: QRectF, color: QColor, ratio: float) -> None:
    """Paint `name` centred in `rect`, as large as its smaller side, on whole device pixels."""
    left, top, wide, high = cast("Edges", rect.getRect())
    size = int(min(wide, high))
    left = round((left + (wide - size) / 2) * ratio) / ratio
    top = round((top + (high - size) / 2) * ratio) / ratio
    painter.drawPixmap(QPointF(left, top), pixmap(name, size, color, ratio))


def icon(name: str, size: int, color: QColor, *, active: QColor | None = None) -> QIcon:
    """A QIcon for menus and actions; `active` is the colour in a chosen menu row."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size, color, ratio))
        if active is not None:
            made.addPixmap(pixmap(name, size, active, ratio), QIcon.Mode.Active)
            made.addPixmap(pixmap(name, size, active, ratio), QIcon.Mode.Selected)
    return made


@cache
def app_icon() -> QIcon:
    """The program's icon in all sizes it has drawings for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(app_pixmap(size, 1.0), QIcon.Mode.Normal)
    made.actualSize(QSize(256, 256))
    return made


def app_pixmap(size: int, ratio: float) -> QPixmap:
    """The program's icon; below 48 pixels its small drawing."""
    name = "app-icon" if size >= 48 else "app-icon-small"
    key = (name, size, 0, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = render(svg(name), size, ratio)
    return _pixmaps[key]


def forget() -> None:
    """Drop all tinted pixmaps (the theme has changed)."""
    _pixmaps.clear()
