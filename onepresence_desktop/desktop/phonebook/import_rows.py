"""What an import would do, entry by entry: those that need a decision first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.files import ADD, REPLACE
from onepresence_desktop.desktop.texts.contacts import entry_problem, verdict
from onepresence_desktop.desktop.theme import fonts, icons
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color, Radius
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.domain.phonebook import Verdict
from onepresence_desktop.wire.contacts import ImportedEntry

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 40

_FIRST = (Verdict.CONFLICT, Verdict.REFUSED, Verdict.UNKNOWN, Verdict.NEW, Verdict.SAME)
_LOOKS = {
    Verdict.NEW: ("add", Color.AVAILABLE_TEXT),
    Verdict.SAME: ("check", Color.TEXT_TERTIARY),
    Verdict.CONFLICT: ("warning", Color.WARNING_TEXT),
    Verdict.REFUSED: ("error", Color.DANGER_TEXT),
    Verdict.UNKNOWN: ("info", Color.TEXT_TERTIARY),
}


def decision_words(what: str) -> str:
    """What becomes of an entry that looks like a contact there is."""
    if what == REPLACE:
        return translate("Phonebook", "Update it")
    return translate("Phonebook", "Add beside it") if what == ADD else translate("Phonebook", "Leave out")


class ImportModel(QAbstractTableModel):
    """Entries of a report. decided: what becomes of one, by its number."""

    def __init__(self, decided: Callable[[int], str]) -> None:
        super().__init__()
        self._decided = decided
        self.entries: list[ImportedEntry] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry with its words, or what a screen reader says of it."""
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry, self.words(entry), self.right(entry)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (entry.name, self.words(entry), self.right(entry)) if part)
        return None

    def words(self, entry: ImportedEntry) -> str:
        """What it is beside the contacts there are."""
        return entry_problem(entry.problem) if entry.problem else verdict(entry.verdict, entry.existing_name)

    def right(self, entry: ImportedEntry) -> str:
        """What becomes of it, where that is to be decided."""
        return decision_words(self._decided(entry.number)) if entry.verdict is Verdict.CONFLICT else ""

    def show_entries(self, entries: list[ImportedEntry]) -> None:
        """Show a report's."""
        self.beginResetModel()
        self.entries = [entry for which in _FIRST for entry in entries if entry.verdict is which]
        self.endResetModel()

    def refresh(self) -> None:
        """Something was decided."""
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, 0))


class ImportDelegate(QStyledItemDelegate):
    """Icon, name, what it is; the decision at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked by nobody: rows have a fixed height."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        entry, words, right = index.data(ENTRY_ROLE)
        rect = QRectF(option.rect).adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(Color.BG_SELECTED))
            painter.drawRoundedRect(rect, Radius.S, Radius.S)
        icon, ink = _LOOKS[entry.verdict]
        ratio, middle = option.widget.devicePixelRatioF(), rect.center().y()
        icons.paint(painter, icon, QRectF(rect.left() + 8, middle - 8, 16, 16), color(ink), ratio)
        small, end = fonts.font(fonts.Text.SMALL), rect.right() - 10
        if right:
            wide = painters.width(right, small)
            icons.paint(
                painter, "chevron-down", QRectF(end - 14, middle - 7, 14, 14), color(Color.TEXT_TERTIARY), ratio
            )
            spot = QRectF(end - 18 - wide, rect.top(), wide + 1, rect.height())
            painters.text(painter, spot, right, small, color(Color.ACCENT_TEXT))
            end -= wide + 28
        left = rect.left() + 34
        name = QRectF(left, middle - 17, end - left, 18)
        shown = entry.name or translate("Phonebook", "Entry {number}").format(number=entry.number)
        painters.text(painter, name, shown, fonts.font(weight=fonts.MEDIUM), color(Color.TEXT_PRIMARY))
        painters.text(painter, QRectF(left, middle, end - left, 16), words, small, color(Color.TEXT_SECONDARY))
        painter.restore()
