"""People from a sheet: what an import would do, or did, line by line (spec 12.4)."""

from __future__ import annotations

from onepresence_desktop.domain.words import Word
from onepresence_desktop.wire.slices import View


class LineVerdict(Word):
    """What a line of the sheet is beside the people there are; one that changes nothing isn't told of."""

    NEW = "new"
    CHANGED = "changed"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class ImportedLine(View, frozen=True, kw_only=True):
    """A line of the sheet, by its row from 1. fields: the columns in which a person that is there becomes another.

    field, problem: a column, or "", and the stable word for why the line is refused; a line may be refused for several.
    """

    line: int
    name: str
    verdict: LineVerdict
    fields: list[str] = []
    field: str = ""
    problem: str = ""


class PeopleImportReport(View, frozen=True, kw_only=True):
    """What an import did, or would do (dry_run): all of it, or nothing when a line is refused.

    added, changed, unchanged, refused: how many lines. version: of all this, sent back so that nothing else is written.
    """

    dry_run: bool
    lines: list[ImportedLine]
    added: int
    changed: int
    unchanged: int
    refused: int
    version: str
