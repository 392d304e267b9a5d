"""Where things are kept, per profile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

APP = "onepresence"


@dataclass(frozen=True, slots=True)
class Paths:
    """settings: file of the program's settings. copies: rosters. pbx: the company on this computer. logs: text."""

    settings: Path
    copies: Path
    pbx: Path
    logs: Path
    tokens: Path

    @property
    def demo(self) -> Path:
        """The demo company's folder while it runs."""
        return self.copies.parent / "demo"

    @property
    def voicemail(self) -> Path:
        """A voicemail while the system's own player plays it."""
        return self.copies.parent / "voicemail"


def paths(profile: str = "") -> Paths:
    """The folders of a profile; "" is the usual one."""
    name = f"{APP}-{profile}" if profile else APP

    def place(kind: QStandardPaths.StandardLocation) -> Path:
        return Path(QStandardPaths.writableLocation(kind)) / name

    config = place(QStandardPaths.StandardLocation.GenericConfigLocation)
    data = place(QStandardPaths.StandardLocation.GenericDataLocation)
    cache = place(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Paths(
        settings=config / "settings.ini",
        copies=cache / "copies",
        pbx=data / "pbx",
        logs=data / "logs",
        tokens=data / "tokens.json",
    )
