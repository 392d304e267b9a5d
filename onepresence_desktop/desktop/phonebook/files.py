"""Contacts from a file and into one: read and written off the window's thread (spec 8.2)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.errors import Invalid, TooLarge
from onepresence_desktop.wire.contacts import ImportReport

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient

MOST_BYTES = 64 * 1024 * 1024
"""Of a file the service takes."""
Form = Literal["vcard", "csv"]
SKIP, REPLACE, ADD = "skip", "replace", "add"


@dataclass
class ImportFile:
    """A file on its way into the phonebook, with what was decided so far.

    columns: what each column of a sheet holds; None: by its heads. conflicts: what becomes of those that look like a
    contact that is there; decisions: the same for single entries, by their number.
    """

    path: Path
    shared: bool
    columns: list[str] | None = None
    conflicts: str = SKIP
    decisions: dict[int, str] = field(default_factory=dict)
    data: bytes = b""

    @property
    def form(self) -> Form:
        """What it holds, by its name; cards unless it says to be a sheet."""
        return "csv" if self.path.suffix.lower() in (".csv", ".txt", ".tsv") else "vcard"

    async def send(self, client: PbxClient, *, dry_run: bool) -> ImportReport:
        """Have the service read it; without `dry_run` it is written. Raises `TooLarge`, `Invalid`, what it refuses."""
        if not self.data:
            self.data = await asyncio.to_thread(self._read)
        how = {"conflicts": self.conflicts}
        if self.columns is not None:
            how["columns"] = ",".join(self.columns)
        if self.decisions:
            how["decisions"] = ",".join(f"{number}:{what}" for number, what in self.decisions.items())
        return await client.import_contacts(self.data, f"text/{self.form}", dry_run=dry_run, shared=self.shared, **how)

    def _read(self) -> bytes:
        try:
            if self.path.stat().st_size > MOST_BYTES:
                raise TooLarge(limit=MOST_BYTES)
            return self.path.read_bytes()
        except OSError as exc:
            raise Invalid(field="file", problem="unreadable") from exc


def ask_which(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """The system's dialog for a file of contacts."""
    dialog = QFileDialog(parent, translate("Phonebook", "Import contacts"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Phonebook", "Contacts (*.vcf *.vcard *.csv *.txt)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


def ask_where(parent: QWidget, form: Form, chosen: Callable[[Path], None]) -> None:
    """The system's dialog for a place to write to."""
    ending = "vcf" if form == "vcard" else "csv"
    cards, sheet = translate("Phonebook", "Cards (*.vcf)"), translate("Phonebook", "Table (*.csv)")
    dialog = QFileDialog(parent, translate("Phonebook", "Export contacts"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(cards if form == "vcard" else sheet)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"{translate('Phonebook', 'Contacts')}.{ending}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


async def export(client: PbxClient, path: Path, form: Form, *, shared: bool) -> None:
    """Write all of them there. Raises `Invalid` when the place can't be written to."""
    data = await client.export_contacts(form, shared=shared)
    try:
        await asyncio.to_thread(path.write_bytes, data)
    except OSError as exc:
        raise Invalid(field="file", problem="unwritable") from exc
