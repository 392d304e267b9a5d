"""Rounded rectangles that are painted by the hundred: each size and colour is drawn once and kept as a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

MOST = 160
"""Pictures kept; sizes in one view are few, and what a window was resized through is not wanted again."""
Key = tuple[int, int, int, int, float, float]
_kept: dict[Key, QPixmap] = {}


def plate(
    painter: QPainter, rect: QRectF, ground: QColor | None, edge: QColor | None, *, radius: float, ratio: float
) -> None:
    """A rounded rectangle, its edge within `rect`; sides lie on pixels of the screen (`ratio` a logical pixel)."""
    left, top = round(rect.left() * ratio), round(rect.top() * ratio)
    wide, high = round(rect.right() * ratio) - left, round(rect.bottom() * ratio) - top
    if wide <= 0 or high <= 0:
        return
    inks = ground.rgba() if ground is not None else 0, edge.rgba() if edge is not None else 0
    key = (wide, high, *inks, radius, ratio)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= MOST:
            _kept.clear()
        found = _kept[key] = _drawn(wide, high, ground, edge, radius, ratio)
    painter.drawPixmap(QPointF(left / ratio, top / ratio), found)


def _drawn(wide: int, high: int, ground: QColor | None, edge: QColor | None, radius: float, ratio: float) -> QPixmap:
    picture = QPixmap(wide, high)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.2) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    inset = 0.6 if edge is not None else 0.0
    whole = QRectF(0, 0, wide / ratio, high / ratio)
    painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.end()
    return picture
