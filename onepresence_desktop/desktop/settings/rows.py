"""Groups of rows: words at the left, a control at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.card import Card, Line, Scrolled
from onepresence_desktop.desktop.widgets.labels import Label

ROW_HEIGHT = 37
ROW_HEIGHT_TWO_LINES = 44
MOST_CHOICES = 12
"""Of a list whose choices are looked through; longer ones are of people or countries."""


class Row(QWidget):
    """One setting: label, a smaller line, controls. Its control is named after the label."""

    def __init__(self, *controls: QWidget, two_lines: bool = False) -> None:
        super().__init__()
        self.controls = controls
        self._label = Label(wrap=True)
        self._line = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        if not two_lines:
            self._line.hide()
        self.setMinimumHeight(ROW_HEIGHT_TWO_LINES if two_lines else ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 4, 12, 4)
        across.setSpacing(12)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._label)
        words.addWidget(self._line)
        words.addStretch()
        across.addLayout(words, 1)
        for control in controls:
            across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, label: str, line: str = "") -> None:
        """Its words; the first control without a name of its own takes the label's."""
        self._label.setText(label)
        self._line.setText(line)
        for control in self.controls[:1]:
            control.setAccessibleName(label)
            control.setAccessibleDescription(line)

    def say_line(self, line: str, tone: str = "tertiary") -> None:
        """Another smaller line; tone: "danger" for a refusal."""
        self._line.setText(line)
        self._line.set_tone(tone)
        for control in self.controls[:1]:
            control.setAccessibleDescription(line)

    @property
    def words(self) -> str:
        """All it says."""
        return f"{self._label.text()} {self._line.text()}"


class Pane(Scrolled):
    """A page of settings: title, lead, groups. Subclasses build in `build` and speak in `retranslate`."""

    def __init__(self) -> None:
        super().__init__(Color.BG_WINDOW)
        self.column.setContentsMargins(20, 16, 20, 16)
        self._title = Label(role=fonts.Text.TITLE, wrap=True)
        self._lead = Label(role=fonts.Text.SMALL, tone="tertiary", wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self._lead)
        self.column.addSpacing(10)
        self.rows: list[Row] = []

    def end(self) -> None:
        """Nothing more follows."""
        self.column.addStretch(1)

    def say(self, title: str, lead: str) -> None:
        """Title and lead."""
        self._title.setText(title)
        self._lead.setText(lead)

    def add_head(self) -> Label:
        """A small head over the next group; set its text in `retranslate`."""
        head = Label(role=fonts.Text.SMALL, weight=fonts.SEMIBOLD, tone="secondary", wrap=True)
        head.setContentsMargins(2, 0, 0, 0)
        self.column.addWidget(head)
        self.column.addSpacing(6)
        return head

    def add_group(self, *rows: QWidget) -> Card:
        """Rows in a card, hairlines between them."""
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for place, row in enumerate(rows):
            if place:
                column.addWidget(Line())
            column.addWidget(row)
            if isinstance(row, Row):
                self.rows.append(row)
        self.column.addWidget(card)
        self.column.addSpacing(12)
        return card

    def add_layout(self, layout: QLayout) -> None:
        """Something that is no group."""
        self.column.addLayout(layout)

    def said(self) -> Iterator[str]:
        """All it says, what can be pressed and chosen included, for the search; of a long list only what is chosen."""
        for widget in self.findChildren(QWidget):
            if not widget.isVisibleTo(self):
                continue
            if isinstance(widget, QLabel | QAbstractButton):
                yield widget.text()
            elif isinstance(widget, QComboBox) and widget.count() <= MOST_CHOICES:
                yield from (widget.itemText(place) for place in range(widget.count()))
            elif isinstance(widget, QComboBox):
                yield widget.currentText()

    def retranslate(self) -> None:
        """All texts again."""

    def refresh(self) -> None:
        """Show what is set now (it has come to the front, or the server has told)."""

    def leave(self) -> None:
        """Another page, or another section, has come to the front."""
