"""Painting functions for widgets and delegates alike: avatar, pill, glyph, ring, badge, key cap, floating edge.

All take logical pixels and `ratio`, the device pixel ratio of the widget painted on.
"""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import cast
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QTextLayout

from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.icons import Edges
from onepresence_desktop.desktop.theme.theme import current
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.gallery import gallery
from onepresence_desktop.desktop.widgets.measures import measures
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.presence import Presence

PILL_HEIGHT = 22
MOST_PLATES = 256
"""Filled shapes that are remembered; then all are made anew."""
CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTERED, ON_THE_RIGHT = Qt.AlignmentFlag.AlignHCenter.value, Qt.AlignmentFlag.AlignRight.value
"""As numbers: a flag's own "&" takes twenty times as long, for each text."""


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
    """One line of text, elided on the right when it doesn't fit; always in the middle of the rectangle's height."""
    left, top, room, height = cast("Edges", rect.getRect())
    measured = measures(font)
    line = measured.line(words, room)
    if align is not LEFT:
        across = align.value
        if across & CENTERED:
            left += (room - line.width) / 2
        elif across & ON_THE_RIGHT:
            left += room - line.width
    painter.setFont(font)
    painter.setPen(color)
    painter.drawStaticText(QPointF(left, top + (height - measured.height) / 2), line.laid_out)


def width(words: str, font: QFont) -> float:
    """The advance of `words` in logical pixels."""
    return measures(font).width(words)


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
    """A disc with the person's picture, or else initials; with `presence` its glyph at the lower right, cut out of the
    ground colour `cut`. Of whom nothing is confirmed, the picture is faint.
    """
    theme = current()
    picture = gallery().picture(person_id, round(rect.width() * ratio))
    if picture is not None:
        painter.setOpacity(0.5 if stale else 1.0)
        painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        painter.setOpacity(1.0)
    else:
        ground, letter = theme.palette.avatars[tone(person_id)]
        if stale:
            ground, letter = theme.palette[Color.BG_TRACK], theme.palette[Color.TEXT_TERTIARY]
        plate(painter, rect, rect.width() / 2, ground, ratio)
        text(painter, rect, initials(name), fonts.sized(round(rect.width() * 0.36), fonts.SEMIBOLD), letter, CENTER)
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
    ink = current().palette[Color.TEXT_TERTIARY if stale else look.solid]
    _pulsing_icon(painter, look.glyph, rect, ink, ratio, opacity)


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
        plate(painter, rect, radius, theme.palette[fill], ratio)
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
    _pulsing_icon(painter, look.glyph, QRectF(left, at.y() - 6, 12, 12), mark, ratio, opacity)
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
    text(painter, rect, words, font, theme.palette[Color.BADGE_ON], CENTER)
    return rect


def key_cap_width(key: str) -> float:
    """How wide a key cap is."""
    return max(18.0, width(key, fonts.font(fonts.Text.MICRO)) + 12)


def key_cap(
    painter: QPainter, at: QPointF, key: str, *, ground: Color = Color.BG_WINDOW, ink: QColor | None = None
) -> float:
    """A key cap whose left edge and middle are `at`; returns its width. ink: on a ground in a colour of its own."""
    theme = current()
    wide = key_cap_width(key)
    rect = QRectF(at.x() + 0.5, at.y() - 8.5, wide - 1, 17)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink or theme.palette[Color.LINE_STRONG], 1))
    painter.setBrush(theme.palette[ground])
    painter.drawRoundedRect(rect, 3.5, 3.5)
    text(painter, rect, key, fonts.font(fonts.Text.MICRO), ink or theme.palette[Color.TEXT_TERTIARY], CENTER)
    return wide


def _pulsing_icon(painter: QPainter, name: str, rect: QRectF, ink: QColor, ratio: float, opacity: float) -> None:
    if opacity == 1.0:
        icons.paint(painter, name, rect, ink, ratio)
        return
    before = painter.opacity()
    painter.setOpacity(before * opacity)
    icons.paint(painter, name, rect, ink, ratio)
    painter.setOpacity(before)


_plates: dict[tuple[float, float, float, int, float], QPixmap] = {}


def plate(painter: QPainter, rect: QRectF, radius: float, fill: QColor, ratio: float) -> None:
    """A filled rounded rectangle as a ready picture: a list has a few sizes and colours of them, again and again.

    For a rectangle that begins on whole logical pixels, as those of rows do.
    """
    left, top, wide, high = cast("Edges", rect.getRect())
    key = (wide, high, radius, fill.rgba(), ratio)
    made = _plates.get(key)
    if made is None:
        if len(_plates) >= MOST_PLATES:
            _plates.clear()
        made = QPixmap(ceil(wide * ratio), ceil(high * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        into = QPainter(made)
        into.setRenderHint(QPainter.RenderHint.Antialiasing)
        into.setPen(Qt.PenStyle.NoPen)
        into.setBrush(fill)
        into.drawRoundedRect(QRectF(0, 0, wide, high), radius, radius)
        into.end()
        _plates[key] = made
    painter.drawPixmap(QPointF(left, top), made)


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
