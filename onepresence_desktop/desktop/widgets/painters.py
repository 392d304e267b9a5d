"""Painting functions for widgets and delegates alike: avatar, pill, glyph, ring, badge, key cap, floating edge.

All take logical pixels and `ratio`, the device pixel ratio of the widget painted on.
"""

from __future__ import annotations

from functools import cache
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.presence import Presence

PILL_HEIGHT = 22
MOST_WORDS, MOST_FONTS = 4096, 64
"""Texts measured in each font, and fonts, that are remembered."""
CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@cache
def initials(name: str) -> str:
    """First letter of the first and of the last part of a name; one letter for a single word, "?" for none."""
    parts = name.replace("-", " ").split()
    if not parts:
        return "?"
    letters = parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")
    return letters.upper()


@cache
def tone(person_id: str) -> int:
    """Which of the eight avatar tones; the same for a person everywhere and always."""
    return crc32(person_id.encode()) % 8


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text, elided on the right when it doesn't fit."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, align, measures(font).fitting(words, rect.width()))


def width(words: str, font: QFont) -> float:
    """The advance of `words` in logical pixels."""
    return measures(font).width(words)


class Measures:
    """How wide texts are in one font. Lists paint the same few thousand words again and again: measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}

    def width(self, words: str) -> float:
        """The advance in logical pixels."""
        found = self._widths.get(words)
        if found is None:
            if len(self._widths) >= MOST_WORDS:
                self._widths.clear()
            found = self._widths[words] = self._metrics.horizontalAdvance(words)
        return found

    def fitting(self, words: str, room: float) -> str:
        """The words, elided on the right when they are wider than `room`."""
        if self.width(words) <= room:
            return words
        return self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def wrapped(words: str, font: QFont, room: float) -> list[str]:
    """The lines of a text in so much width, broken between words; the breaks in the text are kept."""
    lines: list[str] = []
    for piece in words.split("\n"):
        layout = QTextLayout(piece, font)
        layout.beginLayout()
        before = len(lines)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            start = line.textStart()
            lines.append(piece[start : start + line.textLength()].rstrip())
        layout.endLayout()
        if len(lines) == before:
            lines.append("")
    return lines


def paragraph(painter: QPainter, rect: QRectF, words: str, role: fonts.Text, ink: QColor) -> None:
    """Lines from the top left, in the role's line height."""
    font = fonts.font(role)
    for place, line in enumerate(wrapped(words, font, rect.width())):
        box = QRectF(rect.left(), rect.top() + place * role.value.line, rect.width(), role.value.line)
        text(painter, box, line, font, ink)


_measures: dict[int, Measures] = {}


def measures(font: QFont) -> Measures:
    """Of a font; `fonts.font` gives the same object for the same role, so few are kept."""
    found = _measures.get(id(font))
    if found is None:
        if len(_measures) >= MOST_FONTS:
            _measures.clear()
        found = _measures[id(font)] = Measures(font)
    return found


def avatar(
    painter: QPainter,
    rect: QRectF,
    name: str,
    person_id: str,
    ratio: float,
    *,
    presence: Presence | None = None,
    cut: QColor | None = None,
    stale: bool = False,
) -> None:
    """A disc with initials; with `presence` its glyph at the lower right, cut out of the ground colour `cut`."""
    theme = current()
    ground, letter = theme.palette.avatars[tone(person_id)]
    if stale:
        ground, letter = theme.palette[Color.BG_TRACK], theme.palette[Color.TEXT_TERTIARY]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(rect)
    painter.setFont(fonts.sized(round(rect.width() * 0.36), fonts.SEMIBOLD))
    painter.setPen(letter)
    painter.drawText(rect, CENTER, initials(name))
    if presence is not None:
        spot = QRectF(rect.right() - 13, rect.bottom() - 13, 16, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(cut if cut is not None else theme.palette[Color.BG_WINDOW])
        painter.drawEllipse(spot)
        glyph_size = 10 if presence is Presence.AVAILABLE else 11
        inner = QRectF(spot.center().x() - glyph_size / 2, spot.center().y() - glyph_size / 2, glyph_size, glyph_size)
        glyph(painter, inner, presence, ratio, stale=stale)


def avatar_icon(painter: QPainter, rect: QRectF, name: str, ratio: float, *, ground: Color = Color.BG_TRACK) -> None:
    """A neutral disc with an icon, for a company or an unknown number. ground: another one on a pop-up."""
    theme = current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.palette[ground])
    painter.drawEllipse(rect)
    size = round(rect.width() / 2)
    inner = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
    icons.paint(painter, name, inner, theme.palette[Color.TEXT_TERTIARY], ratio)


def glyph(
    painter: QPainter, rect: QRectF, presence: Presence, ratio: float, *, stale: bool = False, opacity: float = 1.0
) -> None:
    """The state's silhouette alone. `opacity`: of the pulse while ringing."""
    look = LOOKS[presence]
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    icons.paint(painter, look.glyph, rect, current().palette[Color.TEXT_TERTIARY if stale else look.solid], ratio)
    painter.restore()


def pill_width(words: str, presence: Presence, *, stale: bool = False) -> float:
    """How wide the pill of `words` is."""
    filled = stale or LOOKS[presence].fill is not None
    left = 7 if filled else 6 if LOOKS[presence].dashed else 5
    return left + 12 + 5 + width(words, fonts.font(fonts.Text.SMALL, fonts.MEDIUM)) + 9


def pill(
    painter: QPainter,
    at: QPointF,
    presence: Presence,
    words: str,
    ratio: float,
    *,
    stale: bool = False,
    opacity: float = 1.0,
    room: float | None = None,
) -> QRectF:
    """The state as a pill whose left edge and middle are `at`; returns the rectangle it covers.

    `words` come from `texts.presence`. `room`: the most width it may take. `opacity` of the glyph, for the pulse.
    """
    theme = current()
    look = LOOKS[presence]
    wide = pill_width(words, presence, stale=stale)
    if room is not None:
        wide = min(wide, room)
    rect = QRectF(at.x(), at.y() - PILL_HEIGHT / 2, wide, PILL_HEIGHT)
    fill = Color.BG_TRACK if stale else look.fill
    radius = PILL_HEIGHT / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = rect.left() + 5
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.palette[fill])
        painter.drawRoundedRect(rect, radius, radius)
        left = rect.left() + 7
    elif look.dashed:
        pen = QPen(theme.palette[Color.LINE_CONTROL], 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
        left = rect.left() + 6
    ink = theme.palette[Color.TEXT_TERTIARY if stale else look.on]
    mark = ink if fill is not None else theme.palette[look.solid]
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    icons.paint(painter, look.glyph, QRectF(left, at.y() - 6, 12, 12), mark, ratio)
    painter.restore()
    words_rect = QRectF(left + 17, at.y() - 9, rect.right() - 8 - left - 17, 18)
    text(painter, words_rect, words, fonts.font(fonts.Text.SMALL, fonts.MEDIUM), ink)
    return rect


def ring(
    painter: QPainter,
    rect: QRectF,
    fraction: float,
    thickness: float,
    color: Color = Color.DIVERTED_SOLID,
    track: Color = Color.LINE_STRONG,
) -> None:
    """A countdown: what remains (`fraction`, 0 to 1) of a circle, emptying clockwise from twelve o'clock."""
    theme = current()
    half = thickness / 2
    circle = rect.adjusted(half, half, -half, -half)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ground = QColor(theme.palette[track])
    ground.setAlphaF(0.55)
    painter.setPen(QPen(ground, thickness))
    painter.drawEllipse(circle)
    fraction = min(1.0, max(0.0, fraction))
    if fraction > 0:
        pen = QPen(theme.palette[color], thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        gone = 1 - fraction
        painter.drawArc(circle, round((90 - 360 * gone) * 16), -round(360 * fraction * 16))


def badge(painter: QPainter, right: QPointF, count: int) -> QRectF:
    """A count of unread things, its right edge and middle at `right`; nothing at zero, "99+" above 99."""
    if count <= 0:
        return QRectF()
    theme = current()
    words = str(count) if count < 100 else "99+"
    font = fonts.sized(11, fonts.SEMIBOLD, tabular=True)
    wide = max(18.0, width(words, font) + 10)
    rect = QRectF(right.x() - wide, right.y() - 9, wide, 18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.palette[Color.BADGE_SOLID])
    painter.drawRoundedRect(rect, 9, 9)
    painter.setFont(font)
    painter.setPen(theme.palette[Color.BADGE_ON])
    painter.drawText(rect, CENTER, words)
    return rect


def key_cap_width(key: str) -> float:
    """How wide a key cap is."""
    return max(18.0, width(key, fonts.font(fonts.Text.MICRO)) + 12)


def key_cap(painter: QPainter, at: QPointF, key: str, *, ground: Color = Color.BG_WINDOW) -> float:
    """A key cap whose left edge and middle are `at`; returns its width."""
    theme = current()
    wide = key_cap_width(key)
    rect = QRectF(at.x() + 0.5, at.y() - 8.5, wide - 1, 17)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.palette[Color.LINE_STRONG], 1))
    painter.setBrush(theme.palette[ground])
    painter.drawRoundedRect(rect, 3.5, 3.5)
    painter.setFont(fonts.font(fonts.Text.MICRO))
    painter.setPen(theme.palette[Color.TEXT_TERTIARY])
    painter.drawText(rect, CENTER, key)
    return wide


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rounded rectangle as a path, to clip with."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def skeleton(painter: QPainter, rect: QRectF) -> None:
    """A grey bar where a text will be."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().palette[Color.BG_TRACK])
    painter.drawRoundedRect(rect, 4, 4)
