"""What the tray shows, as pixels: the design's artwork by state and size, with the countdown ring painted over it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from onepresence_desktop.desktop.theme import resources
from onepresence_desktop.domain.presence import Presence

SIZES = (16, 22, 32)
RING_COLOR = {"light": "#C2183F", "dark": "#FF6E88", "mono": "#000000"}
TRACK_OPACITY = 0.35

STATES: dict[Presence, str] = {
    Presence.RINGING: "oncall",
    Presence.BUSY: "oncall",
    Presence.DO_NOT_DISTURB: "dnd",
    Presence.OFF_WORK: "offwork",
    Presence.OFFLINE: "offline",
    Presence.MEETING: "available",
    Presence.AVAILABLE: "available",
    Presence.UNKNOWN: "connecting",
}


@dataclass(frozen=True, slots=True)
class TrayState:
    """kind: available, oncall, dnd, offwork, offline, connecting or diverted. left: of the diversion, 0 to 1.

    panel: light, dark, or mono for a template that the system colours itself.
    """

    kind: str
    left: float = 1.0
    badge: bool = False
    panel: str = "light"

    def steps(self) -> TrayState:
        """The same with the ring in as many steps as 32 pixels can show, so that it is drawn only when it moves."""
        return TrayState(self.kind, round(self.left * 88) / 88, self.badge, self.panel)


def icon(state: TrayState) -> QIcon:
    """All sizes of a state."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_pixmap(state, size))
    made.setIsMask(state.panel == "mono")
    return made


def _pixmap(state: TrayState, size: int) -> QPixmap:
    badge = "-badge" if state.badge else ""
    name = "diverted-100" if state.kind == "diverted" else state.kind
    data = resources.path("icons", "tray", f"{name}{badge}-{size}-{state.panel}.svg").read_bytes()
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state.kind == "diverted" and state.left < 1.0:
        data = _nearest_quarter(state, badge, size)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, size * 2, size * 2))
    if state.kind == "diverted" and not state.badge:
        _ring(painter, state, size * 2)
    painter.end()
    pixmap.setDevicePixelRatio(2.0)
    return pixmap


def _nearest_quarter(state: TrayState, badge: str, size: int) -> bytes:
    """The artwork of the quarter below: its own ring never shows more than what is left."""
    quarter = next((q for q in (75, 50, 25) if state.left * 100 >= q), 25)
    return resources.path("icons", "tray", f"diverted-{quarter}{badge}-{size}-{state.panel}.svg").read_bytes()


def _ring(painter: QPainter, state: TrayState, extent: int) -> None:
    stroke = extent / 9
    box = QRectF(stroke / 2, stroke / 2, extent - stroke, extent - stroke)
    pen = QPen(QColor(RING_COLOR.get(state.panel, "#C2183F")), stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(box, 90 * 16, -round(360 * 16 * state.left))
