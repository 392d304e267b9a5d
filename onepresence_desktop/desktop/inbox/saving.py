"""Saving a voicemail as a file (spec 6.2)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.inbox.rows import title_of
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.messages import Message


def file_name(message: Message) -> str:
    """Who and when, in characters that every file system takes; without an ending."""
    name = "".join(c if c.isalnum() or c in " -_+" else "_" for c in title_of(message)).strip()
    return f"{name} {company_time.local(message.at):%Y-%m-%d %H.%M}"


def ask_where(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """The system's dialog for a place; it says nothing when the user thinks better of it."""
    dialog = QFileDialog(parent, translate("Inbox", "Save as file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Inbox", "Sound (*.wav)"))
    dialog.setDefaultSuffix("wav")
    dialog.selectFile(f"{name}.wav")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
