"""How far texts stand out from what is behind them (WCAG 2.1, success criterion 1.4.3), by the pixels of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QLabel, QWidget

from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters

LEAST = 4.5
Pixels = NDArray[np.uint8]


def luminance(rgb: NDArray[Any]) -> NDArray[np.float64]:
    """Relative luminance of colours (…, 3) of 0 to 255."""
    part = np.asarray(rgb, np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def ratio(one: NDArray[Any], other: NDArray[Any]) -> NDArray[np.float64]:
    """Of two colours, or of many to one: 1 to 21."""
    first, second = luminance(one), luminance(other)
    high, low = np.maximum(first, second), np.minimum(first, second)
    return np.asarray((high + 0.05) / (low + 0.05))


class Inked:
    """What was painted with words: where in the picture, and in which ink."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[tuple[str, QRect, QColor]] = []
        before = painters.text

        def text(painter: Any, rect: QRectF, words: str, font: QFont, ink: QColor, *more: Any, **named: Any) -> None:
            if words.strip() and painter.opacity() == 1:
                self.texts.append((words, painter.deviceTransform().mapRect(rect).toAlignedRect(), QColor(ink)))
            before(painter, rect, words, font, ink, *more, **named)

        monkeypatch.setattr(painters, "text", text)


def faint(top: QWidget, inked: Inked, seen: set[tuple[str, str]]) -> set[str]:
    """Texts of `top` that stand out too little; what can't be used now may (the criterion says so).

    seen: texts and grounds that were good before, added to.
    """
    inked.texts.clear()
    pixels = _pixels(top.grab().toImage())
    disabled = color(Color.TEXT_DISABLED)
    found = set()
    for words, rect, ink in inked.texts:
        grounds = _colors(pixels, rect)
        if grounds is None or ink == disabled:
            continue
        found.update(_judge(f"{words} ({ink.name()})", np.array([ink.getRgb()[:3]]), grounds[0], seen))
    for label in _written(top):
        colors = _colors(pixels, QRect(label.mapTo(top, QPoint(0, 0)), label.size()))
        if colors is not None:
            found.update(_judge(label.text(), colors, colors[0], seen))
    return found


def _judge(words: str, inks: NDArray[Any], ground: NDArray[Any], seen: set[tuple[str, str]]) -> Iterator[str]:
    known = (words, _name(ground))
    if known in seen:
        return
    best = float(ratio(inks, ground).max())
    if best >= LEAST:
        seen.add(known)
    else:
        yield f"{words!r} on {known[1]} is {best:.2f}"


def _written(top: QWidget) -> Iterator[QLabel]:
    """What Qt itself writes, where all of it shows; of what paints itself `Inked` knows."""
    for label in top.findChildren(QLabel):
        if label.isVisible() and label.isEnabled() and label.text().strip():
            if label.visibleRegion().boundingRect() == label.rect():
                yield label


def _pixels(image: QImage) -> Pixels:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()  # the image ends here


def _colors(pixels: Pixels, rect: QRect) -> Pixels | None:
    """The colours of a place, that of its ground first: most of it has that. None outside of the picture."""
    part = pixels[max(0, rect.top()) : rect.bottom() + 1, max(0, rect.left()) : rect.right() + 1].reshape(-1, 3)
    if len(part) < 30:
        return None
    packed = part.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    values, counts = np.unique(packed, return_counts=True)
    values = values[np.argsort(-counts)]
    return np.stack([values >> 16, values >> 8 & 255, values & 255], axis=1).astype(np.uint8)


def _name(rgb: Pixels) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in rgb)
