"""Finds texts that are cut off, targets that are too small, and columns that scroll sideways, by geometry."""

from __future__ import annotations

import re
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from onepresence_desktop.desktop.languages import Language
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.desktop.widgets.labels import Label

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"
SMALLEST_TARGET = 24
"""Logical pixels (WCAG 2.2, success criterion 2.5.8)."""
LONGER = 1.35
LITERAL = 6
"""Characters beside its placeholders from which a text with some is known again."""


class Pseudo(QTranslator):
    """English a third longer, as a language nobody has translated into yet may be."""

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """The text with its last letters said again; what stands in braces stays."""
        words = source.replace("%n", str(n)) if n >= 0 else source
        more = round(len(re.sub(r"\{\w+\}", "", words)) * (LONGER - 1))
        tail = "".join(c for c in words if c.isalpha())[-1:] or "o"
        return words + tail * more if more and words.strip() else words


@contextmanager
def pseudo(app: QCoreApplication) -> Iterator[None]:
    """Speak it."""
    translator = Pseudo()
    app.installTranslator(translator)
    try:
        yield
    finally:
        app.removeTranslator(translator)


def own_texts(language: str) -> re.Pattern[str]:
    """Matches what the program itself says in a language ("" for the pseudo one: all English, longer)."""
    found = []
    for message in Xml.parse(TRANSLATIONS / f"onepresence_{language or 'en'}.ts").getroot().iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in message.iter("numerusform")]
        for text in forms or [translation.text or "" if translation is not None else ""]:
            said = text if language else Pseudo().translate("", text)
            parts = [re.escape(part) for part in re.split(r"\{\w+\}|%n", said)]
            if sum(len(part) for part in parts) >= LITERAL or len(parts) == 1:
                found.append(".+".join(parts))
    names = [re.escape(name) for name in ("OneVoicemail", *(one.own_name for one in Language))]
    return re.compile("|".join(f"(?:{one})" for one in [*found, *names] if one))


class Painted:
    """What was painted with too little room: words, room and need in logical pixels."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cut: set[tuple[str, int, int]] = set()
        before = painters.text

        def text(painter: Any, rect: QRectF, words: str, font: QFont, color: Any, *more: Any, **named: Any) -> None:
            need = painters.width(words, font)
            if need > rect.width() + 0.5:
                self.cut.add((words, round(rect.width()), round(need)))
            before(painter, rect, words, font, color, *more, **named)

        monkeypatch.setattr(painters, "text", text)


def faults_of(top: QWidget, own: re.Pattern[str], painted: Painted) -> set[str]:
    """All that is wrong with what `top` shows now."""
    painted.cut.clear()
    top.grab()
    found = {f"{words!r} has {room} of {need}" for words, room, need in painted.cut if own.fullmatch(words)}
    for widget in (w for w in top.findChildren(QWidget) if w.isVisible()):
        found.update(_of_widget(top, widget))
    return found


def _of_widget(top: QWidget, widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea):
        bar = widget.horizontalScrollBar()
        if bar is not None and bar.maximum() > bar.minimum():
            yield f"{_name(widget)} scrolls sideways by {bar.maximum()}"
        return
    if isinstance(widget, QScrollBar) or not isinstance(widget, QAbstractButton | QLabel | QLineEdit | QComboBox):
        return
    outside = _outside(top, widget)
    if outside:
        yield f"{_name(widget)} is cut off by {outside}"
    if isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
        if widget.height() < SMALLEST_TARGET or widget.width() < SMALLEST_TARGET:
            yield f"{_name(widget)} is {widget.width()} × {widget.height()}"
    elif isinstance(widget, QLabel) and widget.text() and not (isinstance(widget, Label) and widget._elide):
        need = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        if widget.height() < need - 1:
            yield f"{_name(widget)} is {widget.height()} high and needs {need}"
        if not widget.wordWrap() and widget.width() < widget.sizeHint().width() - 1:
            yield f"{_name(widget)} is {widget.width()} wide and needs {widget.sizeHint().width()}"


def _outside(top: QWidget, widget: QWidget) -> str:
    """By what a widget is clipped: anything sideways; downwards anything but what can be scrolled."""
    shown = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    scrolled = False
    while parent is not None:
        room = QRect(parent.mapTo(top, QPoint(0, 0)), parent.size())
        if shown.left() < room.left() or shown.right() > room.right():
            return f"{_name(parent)} sideways"
        scrolled = scrolled or isinstance(parent.parentWidget(), QAbstractScrollArea)
        if not scrolled and (shown.top() < room.top() or shown.bottom() > room.bottom()):
            return f"{_name(parent)} in height"
        if parent is top or scrolled:
            break
        parent = parent.parentWidget()
    return ""


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    return f"{type(widget).__name__} {words!r}"
