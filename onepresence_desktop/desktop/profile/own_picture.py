"""One's own picture on the page: shown large, chosen from a file, taken away (spec 9.1)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.profile.picture_file import prepared
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.desktop.widgets.buttons import IconButton
from onepresence_desktop.domain.errors import OnePresenceError

if TYPE_CHECKING:
    from onepresence_desktop.client.pbx_client import PbxClient


class OwnPicture(QWidget):
    """refused: why it wasn't taken, in words; "" begins anew. saved: the service has it."""

    refused = Signal(str)
    saved = Signal()

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._busy = False
        self.choose = IconButton("upload")
        self.remove = IconButton("delete")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.choose)
        across.addWidget(self.remove)
        self.choose.clicked.connect(self._ask_which)
        self.remove.clicked.connect(self._remove)

    def refresh(self) -> None:
        """What there is now."""
        mirror = self._session.mirror
        live = self._session.connection.state is ConnectionState.LIVE
        person = mirror.people.get(mirror.me.id) if mirror.me is not None else None
        has = person is not None and bool(person.picture)
        self.choose.set_name(
            translate("Profile", "Another picture …") if has else translate("Profile", "Choose a picture …")
        )
        self.choose.setEnabled(live and not self._busy)
        self.remove.setVisible(has)
        self.remove.setEnabled(live)

    def retranslate(self) -> None:
        """All texts again."""
        self.remove.set_name(translate("Profile", "Remove my picture"))
        self.refresh()

    def take(self, path: Path) -> None:
        """Make it small, and send it."""
        self.refused.emit("")
        self._busy = True
        self.refresh()
        self._actions.ask("own_picture", lambda client: send_picture(client, path), self._ended)

    def _remove(self) -> None:
        self.refused.emit("")
        self._actions.ask("own_picture", lambda client: client.remove_own_picture(), self._ended)

    def _ended(self, answer: object) -> None:
        self._busy = False
        self.refresh()
        if isinstance(answer, OnePresenceError):
            self.refused.emit(texts.error(answer))
        else:
            self.saved.emit()

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.choose.accessibleName())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(translate("Profile", "Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.open()


async def send_picture(client: PbxClient, path: Path) -> None:
    """Set one's own picture from a file. Raises `Invalid`, `TooLarge`, and as the service does."""
    data, kind = await asyncio.to_thread(prepared, path)
    await client.save_own_picture(data, kind)
