"""A sheet of people on its way to the service: chosen in the system's dialog, read off the window's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.errors import Invalid, TooLarge
from onepresence_desktop.wire.commands import MOST_TEXT
from onepresence_desktop.wire.people_import import PeopleImportReport

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient


@dataclass
class PeopleFile:
    """data: what it held when it was read; None: not read yet."""

    path: Path
    data: bytes | None = None

    async def send(self, client: PbxClient, *, version: str | None) -> PeopleImportReport:
        """What it would do; with the version of that report it is done. Raises `TooLarge`, `Invalid`, `Conflict`."""
        if self.data is None:
            self.data = await asyncio.to_thread(self._read)
        return await client.import_people(self.data, dry_run=version is None, version=version)

    def _read(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                data = file.read(MOST_TEXT + 1)
        except OSError as exc:
            raise Invalid(field="file", problem="unreadable") from exc
        if len(data) > MOST_TEXT:
            raise TooLarge(limit=MOST_TEXT)
        return data


def ask_which(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """The system's dialog for a sheet of people."""
    dialog = QFileDialog(parent, translate("Administration", "Import people"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Administration", "Tables (*.csv *.txt *.tsv)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
