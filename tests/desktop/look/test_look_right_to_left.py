"""Names in scripts that are written from right to left stand in lines that are read from left to right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import Theme, color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters

FROM_THE_LEFT = "\u200e"
"""Says it to whoever guesses from the first letter; of no width."""


@pytest.mark.parametrize("words", ["אבי → Mette Holm", "ליאור did not answer", "سلمى: rings at Mette"])
def test_a_line_that_begins_with_such_a_name_is_read_from_the_left(dressed: Theme, words: str) -> None:
    def painted(text: str) -> QImage:
        image = QImage(300, 24, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painters.text(painter, QRectF(0, 0, 300, 24), text, fonts.font(), color(Color.TEXT_PRIMARY))
        painter.end()
        return image

    assert painted(words) == painted(FROM_THE_LEFT + words)
