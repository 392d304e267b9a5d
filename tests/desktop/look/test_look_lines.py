"""Texts that are laid out once and painted many times look as if Qt had drawn them at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.measures import MOST_LINES, Measures, measures

BOX = QRectF(10, 10, 200, 18)
INK = QColor("#c02030")


def painted(words: str, align: Qt.AlignmentFlag, ink: QColor, ratio: float, *, by_qt: bool = False) -> QImage:
    image = QImage(round(240 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = fonts.font(fonts.Text.SMALL)
    if by_qt:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(BOX, align, measures(font).fitting(words, BOX.width()))
    else:
        painters.text(painter, BOX, words, font, ink, align)
    painter.end()
    return image


@pytest.mark.parametrize("align", [painters.LEFT, painters.RIGHT, painters.CENTER])
@pytest.mark.parametrize("words", ["Søren Ågård", "100 0123", "Service Vest – Kundeservice og Udvikling, 4. sal", ""])
def test_it_is_painted_as_qt_paints_it(qapp: object, words: str, align: Qt.AlignmentFlag) -> None:
    assert painted(words, align, INK, 1.0) == painted(words, align, INK, 1.0, by_qt=True)


def test_the_same_text_has_other_colours_after_the_theme_has_changed(qapp: object) -> None:
    before = painted("Ledig", painters.LEFT, INK, 1.0)
    assert painted("Ledig", painters.LEFT, QColor("#109040"), 1.0) != before
    assert painted("Ledig", painters.LEFT, INK, 1.0) == before


def test_the_same_text_is_sharp_on_a_screen_of_another_scale(qapp: object) -> None:
    before = painted("Ledig", painters.LEFT, INK, 1.0)
    assert painted("Ledig", painters.LEFT, INK, 2.0) == painted("Ledig", painters.LEFT, INK, 2.0, by_qt=True)
    assert painted("Ledig", painters.LEFT, INK, 1.0) == before


def test_a_text_is_laid_out_once_and_anew_where_there_is_less_room(qapp: object) -> None:
    font = fonts.font()
    measured = Measures(font)
    line = measured.line("Mette Lundgaard", 400)
    assert measured.line("Mette Lundgaard", 300) is line
    narrow = measured.line("Mette Lundgaard", 60)
    assert narrow.width <= 60
    assert narrow.laid_out.text().endswith("…")
    assert measured.line("Mette Lundgaard", 400) is line


def test_a_break_in_a_text_is_a_space_where_it_stands_in_a_line(qapp: object) -> None:
    assert Measures(fonts.font()).line("one\ntwo", 400).laid_out.text() == "one two"


def test_only_so_many_texts_are_kept(qapp: object) -> None:
    measured = Measures(fonts.font())
    first = measured.line("0", 400)
    for number in range(MOST_LINES):
        measured.line(str(number), 400)
    assert measured.line("0", 400) is first
    measured.line("one more", 400)
    assert measured.line("0", 400) is not first
