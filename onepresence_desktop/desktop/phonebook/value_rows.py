"""Several numbers, or addresses, of a contact in its form: a kind, the value, what is preferred, take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label

MOST = 20


class ValueRow(QWidget):
    """One value. preferred: its star was pressed. removed: take it away. left: its field was left."""

    edited = Signal()
    preferred = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self, kinds: Sequence[tuple[str, str]], kind: str, value: str, *, with_star: bool) -> None:
        super().__init__()
        self.kind = Select()
        self.kind.setFixedHeight(32)
        self.kind.setFixedWidth(116)
        self.kind.set_rows(list(kinds))
        self.kind.set_key(kind)
        self.field = Field(tabular=True)
        self.field.setText(value)
        self.star = IconButton("star")
        self.remove = IconButton("delete")
        self.problem = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self.problem.hide()
        across = QHBoxLayout()
        across.setSpacing(8)
        for widget in (self.kind, self.field, self.star, self.remove):
            across.addWidget(widget, 1 if widget is self.field else 0)
        if not with_star:
            self.star.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(across)
        column.addWidget(self.problem)
        self.kind.picked.connect(lambda _key: self.edited.emit())
        self.field.textEdited.connect(lambda _text: self._typed())
        self.field.editingFinished.connect(self.left)
        self.star.clicked.connect(self.preferred)
        self.remove.clicked.connect(self.removed)

    def set_preferred(self, on: bool) -> None:
        """Whether it is the one that is called."""
        self.star.set_icon("star-filled" if on else "star", Color.ACCENT_TEXT if on else Color.TEXT_SECONDARY)

    def set_problem(self, words: str) -> None:
        """What is wrong with it; "" for nothing."""
        self.field.set_error(bool(words))
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _typed(self) -> None:
        self.set_problem("")
        self.edited.emit()


class ValueRows(QWidget):
    """Rows for values of one sort; the first is preferred. edited: something is other. shape: how a value is read.

    tick: whether what is typed is surely a value; allowed: whether it may be one.
    """

    edited = Signal()

    def __init__(
        self,
        *,
        with_star: bool,
        tick: Callable[[str], bool],
        allowed: Callable[[str], bool],
        shape: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._with_star, self._tick, self._allowed, self._shape = with_star, tick, allowed, shape
        self._kinds: Sequence[tuple[str, str]] = ()
        self._words: dict[str, str] = {}
        self.rows: list[ValueRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add = Button(kind=Kind.LINK, icon="add", small=True)
        self.add.clicked.connect(self._add_empty)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addSpacing(-Kind.LINK.value.padding)
        across.addWidget(self.add)
        across.addStretch()
        self._column.addLayout(across)

    def set_words(
        self, kinds: Sequence[tuple[str, str]], *, name: str, kind: str, add: str, remove: str, star: str
    ) -> None:
        """In the language in use. name: of a field, kind: of its kind."""
        self._kinds = kinds
        self._words = {"name": name, "kind": kind, "remove": remove, "star": star}
        self.add.setText(add)
        self.add.updateGeometry()
        for row in self.rows:
            row.kind.set_rows(list(kinds))
        self._arrange()

    def show_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Kinds and values; an empty row for none."""
        for row in list(self.rows):
            self._take_away(row)
        for kind, value in values or [(self._kinds[0][0], "")]:
            self._put(kind, value)

    def values(self) -> list[tuple[str, str]]:
        """Kinds and values, without empty ones."""
        return [(row.kind.key, text) for row in self.rows if (text := row.field.text().strip())]

    def whole(self) -> bool:
        """Whether all that is typed could be a value."""
        return all(self._allowed(value) for _, value in self.values())

    def _put(self, kind: str, value: str) -> ValueRow:
        row = ValueRow(self._kinds, kind, self._shape(value) if value else "", with_star=self._with_star)
        row.edited.connect(lambda: self._edited(row))
        row.left.connect(lambda: self._left(row))
        row.preferred.connect(lambda: self._prefer(row))
        row.removed.connect(lambda: self._removed(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        row.field.set_tick(bool(value) and self._tick(value))
        self._arrange()
        return row

    def _add_empty(self) -> None:
        self._put(self._kinds[min(len(self.rows), len(self._kinds) - 1)][0], "").field.setFocus()
        self.edited.emit()

    def _edited(self, row: ValueRow) -> None:
        row.field.set_tick(self._tick(row.field.text().strip()))
        self.edited.emit()

    def _left(self, row: ValueRow) -> None:
        text = row.field.text().strip()
        if text and self._tick(text):
            row.field.setText(self._shape(text))

    def _prefer(self, row: ValueRow) -> None:
        self.rows.remove(row)
        self.rows.insert(0, row)
        self._column.removeWidget(row)
        self._column.insertWidget(0, row)
        self._arrange()
        self.edited.emit()

    def _removed(self, row: ValueRow) -> None:
        self._take_away(row)
        if not self.rows:
            self._put(self._kinds[0][0], "")
        self.rows[0].field.setFocus()
        self.edited.emit()

    def _take_away(self, row: ValueRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        for place, row in enumerate(self.rows):
            row.set_preferred(place == 0)
            number = f" {place + 1}" if place else ""
            row.field.setAccessibleName(f"{self._words.get('name', '')}{number}")
            row.kind.setAccessibleName(f"{self._words.get('kind', '')}{number}")
            row.star.set_name(self._words.get("star", ""))
            row.remove.set_name(self._words.get("remove", ""))
        self.add.setVisible(len(self.rows) < MOST)
