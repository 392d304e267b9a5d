"""Where voicemails are heard: here, on the loudspeaker one chose, or in the system's player (spec 6.2, 10.8)."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the user chose, read anew each time. folder: only his; holds a voicemail while another program plays it.

    outside: in the system's player. device: id of a loudspeaker, "" for the system's own choice.
    """

    folder: Path
    outside: Callable[[], bool]
    device: Callable[[], str]
    choose_outside: Callable[[bool], None]
    choose_device: Callable[[str], None]

    def open_outside(self, data: bytes, name: str) -> bool:
        """Give a WAV to the system's player; False when there is none or the file can't be written."""
        forget_recordings(self.folder)
        try:
            self.folder.mkdir(parents=True, mode=0o700)
            file = self.folder / f"{name}.wav"
            file.write_bytes(data)
        except OSError:
            return False
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def forget_recordings(folder: Path) -> None:
    """No recording stays behind. One that another program holds open (Windows) goes the next time."""
    with contextlib.suppress(OSError):
        shutil.rmtree(folder)


class OutletMenu(Menu):
    """device_chosen: an id. outside_chosen: to the system's player."""

    device_chosen = Signal(str)
    outside_chosen = Signal()

    def __init__(self, devices: list[tuple[str, str]], outlet: Outlet, parent: QWidget | None = None) -> None:
        super().__init__(translate("Inbox", "Where to play"), width=220, parent=parent)
        outside, now = outlet.outside(), outlet.device()
        known = {device for device, _ in devices}
        choices = [("", translate("Inbox", "System default")), *devices]
        for device, name in choices:
            chosen = not outside and device == (now if now in known else "")
            row = self.add_row(name, "check" if chosen else "speaker")
            row.triggered.connect(lambda _checked=False, device=device: self.device_chosen.emit(device))
        self.addSeparator()
        row = self.add_row(translate("Inbox", "In the system's player"), "check" if outside else "open-external")
        row.triggered.connect(self.outside_chosen)
