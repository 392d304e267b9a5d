"""What a sheet of people would do, line by line: lines that can't be taken first."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts.people_import import column, line_problem
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.file_report import ReportModel, ReportRow
from onepresence_desktop.wire.people_import import ImportedLine, LineVerdict

_LOOKS = {
    LineVerdict.NEW: ("add", Color.AVAILABLE_TEXT),
    LineVerdict.CHANGED: ("edit", Color.ACCENT_TEXT),
    LineVerdict.REFUSED: ("error", Color.DANGER_TEXT),
    LineVerdict.UNKNOWN: ("info", Color.TEXT_TERTIARY),
}


def words(line: ImportedLine) -> str:
    """What becomes of a line."""
    if line.verdict is LineVerdict.REFUSED:
        return line_problem(line.field, line.problem)
    if line.verdict is LineVerdict.NEW:
        return translate("Administration", "New person")
    if line.verdict is LineVerdict.UNKNOWN:
        return translate("Administration", "Something that this version doesn't know")
    return translate("Administration", "Changed: {columns}").format(columns=", ".join(map(column, line.fields)))


def place(line: ImportedLine) -> str:
    """Where it stands in the file."""
    return translate("Administration", "Row {number}").format(number=line.line)


class LinesModel(ReportModel[ImportedLine]):
    """Lines of a report, in its order."""

    def row(self, entry: ImportedLine) -> ReportRow:
        """Name and number of the line; what becomes of it below."""
        icon, ink = _LOOKS[entry.verdict]
        return ReportRow(icon, ink, entry.name, words(entry), place(entry))
