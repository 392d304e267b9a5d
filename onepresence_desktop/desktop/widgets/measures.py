"""Texts in one font, measured and laid out once: lists paint the same few thousand words again and again."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextOption

MOST_WORDS, MOST_LINES, MOST_FONTS = 4096, 512, 64
"""Texts measured in each font, texts laid out in it, and fonts, that are remembered; then all is begun anew."""

LEFT_TO_RIGHT = QTextOption()
"""As the program's languages are written: a name in another script is one word of a line, and doesn't turn it round."""
LEFT_TO_RIGHT.setTextDirection(Qt.LayoutDirection.LeftToRight)


class Line(NamedTuple):
    """A text ready to be painted. width: its advance in logical pixels. No colour and no scale: the painter has them.

    Qt lays it out again by itself when the painter's scale is another one than last time.
    """

    laid_out: QStaticText
    width: float


class Measures:
    """How wide texts are in one font, and how they look in it. height: of a line, in logical pixels."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.height = self._metrics.height()
        self._widths: dict[str, float] = {}
        self._elided: dict[tuple[str, float], str] = {}
        self._lines: dict[str, Line] = {}

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
        key = (words, room)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) >= MOST_WORDS:
                self._elided.clear()
            found = self._elided[key] = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        return found

    def line(self, words: str, room: float) -> Line:
        """The words, elided like `fitting`, laid out in one line; a break in the text is a space."""
        found = self._lines.get(words)
        if found is not None and found.width <= room:
            return found
        shown = self.fitting(words, room)
        found = self._lines.get(shown)
        if found is None:
            if len(self._lines) >= MOST_LINES:
                self._lines.clear()
            text = QStaticText(shown.replace("\n", " "))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextOption(LEFT_TO_RIGHT)
            text.prepare(font=self.font)
            found = self._lines[shown] = Line(text, self.width(shown))
        return found


_measures: dict[int, Measures] = {}


def measures(font: QFont) -> Measures:
    """Of a font; `fonts.font` gives the same object for the same role, so few are kept."""
    found = _measures.get(id(font))
    if found is None:
        if len(_measures) >= MOST_FONTS:
            _measures.clear()
        found = _measures[id(font)] = Measures(font)
    return found
