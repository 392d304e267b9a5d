"""A sound file of this computer: asked for, and read as it is sent to the service."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.errors import Invalid, TooLarge

MOST_BYTES = 24 * 1024 * 1024
"""Of a file, as the service has it; more isn't read into memory."""


def ask_for_sound(parent: QWidget, title: str, then: Callable[[Path], None]) -> None:
    """Let the user choose a file; `then` is called with it, or never."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Settings", "Sound files (*.wav)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def read_sound(path: Path) -> bytes:
    """Its contents. Blocking. Raises `TooLarge`, `Invalid` when it can't be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(limit=MOST_BYTES)
        return path.read_bytes()
    except OSError as exc:
        raise Invalid(field="file", problem="unreadable") from exc
