"""Before contacts of a file are taken in: what each entry is, which column holds what, and what is decided."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.files import ADD, REPLACE, SKIP, ImportFile
from onepresence_desktop.desktop.phonebook.import_rows import ImportModel, decision_words
from onepresence_desktop.desktop.texts.contacts import columns
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.card import Scrolled
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.desktop.widgets.file_report import FileReport
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.phonebook import Verdict
from onepresence_desktop.wire.contacts import ColumnView, ImportReport

WAYS = (SKIP, REPLACE, ADD)
COLUMN_ROW, TALLEST_COLUMNS = 34, 178


class ImportPane(FileReport):
    """done: the import was written, or left (None): a report."""

    done = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        self.model = ImportModel(self._decided)
        super().__init__(self.model, parent)
        self._actions = actions
        self._file: ImportFile | None = None
        self._report: ImportReport | None = None
        self._menu: Menu | None = None
        self._all_words = Label(role=fonts.Text.SMALL, tone="secondary")
        self.all = Select()
        self._columns = Scrolled()
        self._grid = QGridLayout()
        self.selects: list[Select] = []
        self._build()
        self.all.picked.connect(self._all_picked)
        self.list.menu_wanted.connect(self._ask)
        self.list.clicked.connect(lambda index: self._ask_at(index.row()))
        self.cancel_button.clicked.connect(self.leave)
        self.import_button.clicked.connect(self._write)
        self.retranslate()

    def _build(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self._all_words)
        across.addWidget(self.all)
        across.addStretch()
        self.head.addLayout(across)
        inner = QWidget()
        inner.setLayout(self._grid)
        self._grid.setContentsMargins(20, 0, 20, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._columns.column.addWidget(inner)
        self.column.insertWidget(self.column.indexOf(self.list), self._columns)
        self._columns.hide()

    def retranslate(self) -> None:
        """All words again."""
        self._all_words.setText(translate("Phonebook", "Those that look like a contact there is:"))
        self.all.setAccessibleName(translate("Phonebook", "What becomes of those that look like a contact there is"))
        self.all.set_rows([(way, decision_words(way)) for way in WAYS])
        self.list.setAccessibleName(translate("Phonebook", "Entries of the file"))
        self.cancel_button.setText(translate("Phonebook", "Cancel"))
        self._say()

    def begin(self, file: ImportFile) -> None:
        """Have a file read, and show what it would bring."""
        self._file, self._report = file, None
        self.model.show_entries([])
        self.all.set_key(SKIP)
        self._show_columns([])
        self.band.hide()
        self._look()

    def leave(self) -> None:
        """Take nothing in."""
        self._file = self._report = None
        self.model.show_entries([])
        self.done.emit(None)

    def _look(self) -> None:
        file = self._file
        if file is None:
            return
        self.import_button.set_busy(True)
        self._say()
        self._actions.ask(
            "import_contacts", lambda client: file.send(client, dry_run=True), partial(self._looked, file)
        )

    def _looked(self, file: ImportFile, answer: ImportReport | OnePresenceError) -> None:
        if file is not self._file:
            return
        self.import_button.set_busy(False)
        if isinstance(answer, OnePresenceError):
            self.band.say(texts.error(answer))
            self.import_button.setEnabled(False)
            return
        self.band.hide()
        if answer.columns and not any(column.holds for column in answer.columns):
            self.band.say(texts.error(Invalid(field="columns", problem="none_known")))
        self._report = answer
        self.model.show_entries(answer.entries)
        self._show_columns(answer.columns)
        self._say()
        self.list.choose(0 if answer.entries else -1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        file = self._file
        if file is None:
            return
        self.import_button.set_busy(True)
        self._actions.ask(
            "import_contacts", lambda client: file.send(client, dry_run=False), partial(self._written, file)
        )

    def _written(self, file: ImportFile, answer: ImportReport | OnePresenceError) -> None:
        if file is not self._file:
            return
        self.import_button.set_busy(False)
        if isinstance(answer, OnePresenceError):
            self.band.say(texts.error(answer))
            return
        self._file = self._report = None
        self.done.emit(answer)

    # --- words ---

    def _say(self) -> None:
        file, report = self._file, self._report
        name = file.path.name if file is not None else ""
        self.title.setText(translate("Phonebook", "Import {file}").format(file=name))
        if report is None:
            self.summary.setText(translate("Phonebook", "Reading the file …") if file is not None else "")
        else:
            parts = [
                translate("Phonebook", "%n new", "", report.new),
                translate("Phonebook", "%n there already", "", report.same) if report.same else "",
                translate("Phonebook", "%n to decide", "", report.conflict) if report.conflict else "",
                translate("Phonebook", "%n can't be read", "", report.refused) if report.refused else "",
            ]
            self.summary.setText(" · ".join(part for part in parts if part))
        for widget in (self._all_words, self.all):
            widget.setVisible(report is not None and report.conflict > 0)
        many = self._taken()
        self.import_button.setText(translate("Phonebook", "Import %n contact(s)", "", many))
        self.import_button.updateGeometry()
        if report is not None:
            self.import_button.setEnabled(many > 0)

    def _taken(self) -> int:
        """How many entries would be written, as it is decided now."""
        if self._report is None:
            return 0
        taken = [e for e in self.model.entries if e.verdict is Verdict.CONFLICT and self._decided(e.number) != SKIP]
        return self._report.new + len(taken)

    # --- decisions ---

    def _decided(self, number: int) -> str:
        file = self._file
        return file.decisions.get(number, file.conflicts) if file is not None else SKIP

    def _all_picked(self, way: str) -> None:
        if self._file is not None:
            self._file.conflicts = way
            self._file.decisions.clear()
            self.model.refresh()
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter on an entry asks what becomes of it."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.list.hasFocus():
            self._ask_at(self.list.place())
        else:
            super().keyPressEvent(event)

    def _ask_at(self, place: int) -> None:
        rect = self.list.visualRect(self.model.index(place, 0))
        self._ask(place, self.list.viewport().mapToGlobal(QPoint(rect.right() - 180, rect.bottom())))

    def _ask(self, place: int, where: QPoint) -> None:
        if not 0 <= place < len(self.model.entries) or self.model.entries[place].verdict is not Verdict.CONFLICT:
            return
        entry = self.model.entries[place]
        menu = self._menu = Menu(self.model.words(entry), parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in WAYS:
            row = menu.add_row(decision_words(way), "check" if way == self._decided(entry.number) else "")
            row.triggered.connect(partial(self._decide, entry.number, way))
        menu.popup(where)

    def _decide(self, number: int, way: str) -> None:
        if self._file is not None:
            self._file.decisions[number] = way
            self.model.refresh()
            self._say()

    # --- columns of a sheet ---

    def _show_columns(self, held: list[ColumnView]) -> None:
        if [select.accessibleName() for select in self.selects] == [column.head for column in held]:
            return
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.selects = []
        rows = [("", translate("Phonebook", "Not used")), *columns()]
        for place, column in enumerate(held):
            select = Select(column.head)
            select.set_rows(rows)
            select.set_key(column.holds)
            select.picked.connect(self._column_picked)
            self._grid.addWidget(Label(column.head, elide=True), place, 0)
            self._grid.addWidget(select, place, 1)
            self.selects.append(select)
        self._columns.setFixedHeight(min(TALLEST_COLUMNS, COLUMN_ROW * len(held) + 8))
        self._columns.setVisible(bool(held))

    def _column_picked(self, _key: str) -> None:
        if self._file is not None:
            self._file.columns = [select.key for select in self.selects]
            self._file.decisions.clear()
            self._look()
