"""Everybody as a sheet that a spreadsheet opens and Import reads again, by a button of the section's header."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.people_sheet import written
from onepresence_desktop.wire.views import PersonView


class PeopleExporting(QObject):
    """told: where it lies. refused: an `OnePresenceError`."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actions, self._parent = session, actions, parent
        self.button = Button(icon="save")
        self.button.clicked.connect(self.ask_where)

    def retranslate(self) -> None:
        """All words again."""
        self.button.setText(translate("Administration", "Export …"))
        self.button.updateGeometry()

    def ask_where(self) -> None:
        """Ask for a file, then write it."""
        dialog = QFileDialog(self._parent, translate("Administration", "Export people"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(translate("Administration", "Sheets (*.csv)"))
        dialog.setDefaultSuffix("csv")
        customer = self._session.mirror.customer
        dialog.selectFile(f"{customer.code if customer is not None else 'people'}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, path: Path) -> None:
        """UTF-8 with a mark, by which spreadsheets know it; semicolons where the comma is decimal."""
        people = list(self._session.mirror.people.values())
        separator = ";" if QLocale().decimalPoint() == "," else ","

        async def write(_: PbxClient) -> Path:
            await asyncio.to_thread(_write, path, people, separator)
            return path

        def done(answer: Path | OnePresenceError) -> None:
            if isinstance(answer, OnePresenceError):
                self.refused.emit(answer)
            else:
                self.told.emit(translate("Administration", "Saved as {file}").format(file=answer.name))

        self._actions.ask("export_people", write, done)


def _write(path: Path, people: list[PersonView], separator: str) -> None:
    """Blocking. Raises `Invalid`."""
    people.sort(key=lambda person: person.local_number)
    try:
        path.write_bytes(b"\xef\xbb\xbf" + written(people, separator, "\r\n").encode())
    except OSError as exc:
        raise Invalid(field="path", problem="unwritable") from exc
