"""One person's data as a file, where the administrator wants it (spec 12.4d)."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.errors import Invalid, OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.views import PersonView


def export_person(actions: Actions, form: PersonForm, person: PersonView) -> None:
    """Ask where to, then save all that is kept of a person there."""
    dialog = QFileDialog(form, translate("Administration", "Export data"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Administration", "Archives (*.zip)"))
    dialog.setDefaultSuffix("zip")
    dialog.selectFile(f"{person.local_number}.zip")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: save_export(actions, form, person.id, Path(path)))
    dialog.open()


def save_export(actions: Actions, form: PersonForm, user_id: UserId, path: Path) -> None:
    """Fetch it and write it; the form says how it went."""

    async def fetched(client: PbxClient) -> Path:
        archive = await client.export_person(user_id)
        try:
            await asyncio.to_thread(path.write_bytes, archive)
        except OSError as exc:
            raise Invalid(field="path", problem="unwritable") from exc
        return path

    def arrived(answer: Path | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            form.band.say(texts.error(answer))
        else:
            form.state.setText(translate("Administration", "Saved as {file}").format(file=answer.name))

    actions.ask("export_person", fetched, arrived)
