"""F1: all keys on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.desktop.widgets.key_caps import KeyCaps
from onepresence_desktop.desktop.widgets.labels import Label

EVERYWHERE = (
    ("Ctrl+F", QT_TRANSLATE_NOOP("Shell", "Search field")),
    ("Ctrl+1 … Ctrl+9", QT_TRANSLATE_NOOP("Shell", "Sections in their order")),
    ("Alt+1 … Alt+9", QT_TRANSLATE_NOOP("Shell", "Quick diversions")),
    ("Alt+0", QT_TRANSLATE_NOOP("Shell", "Open the phone")),
    ("Ctrl+Tab", QT_TRANSLATE_NOOP("Shell", "Next pane")),
    ("Esc", QT_TRANSLATE_NOOP("Shell", "One step back")),
    ("F1", QT_TRANSLATE_NOOP("Shell", "This overview")),
)


class KeyOverview(QDialog):
    """Shown with `open`; Esc closes it. hotkey: the global key as caps, "" when there is none."""

    def __init__(self, section: str, hints: list[Hint], hotkey: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Shell", "Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(10)
        rows = [(keys, translate("Shell", words)) for keys, words in EVERYWHERE]
        if hotkey:
            rows.insert(0, (hotkey, translate("Shell", "Call the selected number, in any program")))
        column.addWidget(Label(translate("Shell", "Everywhere"), role=fonts.Text.HEADING))
        column.addLayout(_table(rows))
        if hints:
            column.addSpacing(8)
            column.addWidget(Label(section, role=fonts.Text.HEADING))
            column.addLayout(_table([(hint.keys, hint.text) for hint in hints]))


def _table(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    for row, (keys, words) in enumerate(rows):
        grid.addWidget(KeyCaps(keys), row, 0)
        grid.addWidget(Label(words, tone="secondary"), row, 1)
    grid.setColumnMinimumWidth(0, 130)
    grid.setColumnStretch(1, 1)
    return grid
