"""F1: all keys on one page, those of commands as the registry has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.commands_registry import Command, Group
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps
from onepresence_desktop.desktop.widgets.labels import Label

MOVING = (
    ("Ctrl+F", QT_TRANSLATE_NOOP("Shell", "Search field")),
    ("Ctrl+Tab", QT_TRANSLATE_NOOP("Shell", "Next pane")),
    ("Esc", QT_TRANSLATE_NOOP("Shell", "One step back")),
)
"""Keys that move about in the window, and are no commands."""

Rows = list[tuple[str, str]]


class KeyOverview(QDialog):
    """Shown with `open`; Esc closes it. section: title of the page shown, whose keys are `hints`."""

    def __init__(self, commands: Sequence[Command], section: str, hints: list[Hint], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Shell", "Keys"))
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 20, 24, 24)
        across.setSpacing(36)
        moving = [(keys, translate("Shell", words)) for keys, words in MOVING]
        own = _rows(command for command in commands if command.group is not Group.DIVERT)
        left = _column(
            (translate("Shell", "In any program"), [(c.global_keys, _words(c)) for c in commands if c.global_keys]),
            (translate("Shell", "In this window"), [*own, *moving]),
        )
        right = _column(
            (translate("Shell", "Quick diversions"), _rows(c for c in commands if c.group is Group.DIVERT)),
            (section, [(hint.keys, hint.text) for hint in hints]),
        )
        across.addLayout(left)
        across.addLayout(right)


def _rows(commands: Iterable[Command]) -> Rows:
    return [(command.keys, _words(command)) for command in commands if command.keys]


def _words(command: Command) -> str:
    quick = command.id.startswith("divert.")
    return f"{command.words} {command.detail}".strip() if quick else command.words


def _column(*tables: tuple[str, Rows]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    for place, (head, rows) in enumerate(table for table in tables if table[1]):
        if place:
            column.addSpacing(8)
        column.addWidget(Label(head, role=fonts.Text.HEADING))
        column.addLayout(_table(rows))
    column.addStretch()
    return column


def _table(rows: Rows) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    for row, (keys, words) in enumerate(rows):
        grid.addWidget(KeyCaps(keys), row, 0)
        grid.addWidget(Label(words, tone="secondary"), row, 1)
    grid.setColumnMinimumWidth(0, 110)
    grid.setColumnStretch(1, 1)
    return grid
