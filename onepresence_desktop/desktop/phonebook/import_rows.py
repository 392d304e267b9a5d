"""What an import would do, entry by entry: those that need a decision first."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.files import ADD, REPLACE
from onepresence_desktop.desktop.texts.contacts import entry_problem, verdict
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.file_report import ReportModel, ReportRow
from onepresence_desktop.domain.phonebook import Verdict
from onepresence_desktop.wire.contacts import ImportedEntry

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


class ImportModel(ReportModel[ImportedEntry]):
    """Entries of a report. decided: what becomes of one, by its number."""

    def __init__(self, decided: Callable[[int], str]) -> None:
        super().__init__()
        self._decided = decided

    def row(self, entry: ImportedEntry) -> ReportRow:
        """Name and what it is beside the contacts there are; the decision, where there is one."""
        icon, ink = _LOOKS[entry.verdict]
        name = entry.name or translate("Phonebook", "Entry {number}").format(number=entry.number)
        choice = decision_words(self._decided(entry.number)) if entry.verdict is Verdict.CONFLICT else ""
        return ReportRow(icon, ink, name, self.words(entry), choice=choice)

    def words(self, entry: ImportedEntry) -> str:
        """What it is beside the contacts there are."""
        return entry_problem(entry.problem) if entry.problem else verdict(entry.verdict, entry.existing_name)

    def show_entries(self, entries: list[ImportedEntry]) -> None:
        """Show a report's: what needs a decision first."""
        super().show_entries([entry for which in _FIRST for entry in entries if entry.verdict is which])
