"""Start with the system (spec 13.4): in the tray, when the user signs in to the computer."""

from __future__ import annotations

import contextlib
import os
import plistlib
import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths

from onepresence_desktop.desktop.platform.files import replace
from onepresence_desktop.desktop.platform.launch import command, exec_line, windows_line
from onepresence_desktop.desktop.platform.registry import Registry

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Autostart(Protocol):
    """On or off; set_enabled raises OSError when the system refuses."""

    def enabled(self) -> bool:
        """How it stands now."""

    def set_enabled(self, on: bool) -> None:
        """Raises OSError."""


def for_this_system(profile: str = "") -> Autostart:
    """Where this system keeps what it starts."""
    if sys.platform == "win32":
        from onepresence_desktop.desktop.platform.registry import WindowsRegistry

        return RunKey(WindowsRegistry(), profile)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", profile)
    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return XdgAutostart(Path(config) / "autostart", profile)


class XdgAutostart:
    """A desktop entry in the autostart folder (Desktop Application Autostart Specification)."""

    def __init__(self, folder: Path, profile: str = "") -> None:
        self._file = folder / f"{_name(profile)}.desktop"
        self._profile = profile

    def enabled(self) -> bool:
        """Desktops switch an entry off by a line in it."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return False
        said = {line.replace(" ", "").lower() for line in lines}
        return not said & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def set_enabled(self, on: bool) -> None:
        """Raises OSError."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        words = exec_line(command(self._profile, "--minimized"))
        entry = f"[Desktop Entry]\nType=Application\nName=OnePresence\nExec={words}\nX-GNOME-Autostart-enabled=true\n"
        replace(self._file, entry.encode())


class RunKey:
    """A value of the Run key; Task Manager keeps beside it which ones the user has switched off."""

    def __init__(self, registry: Registry, profile: str = "") -> None:
        self._registry = registry
        self._profile = profile
        self._value = f"OnePresence-{profile}" if profile else "OnePresence"

    def enabled(self) -> bool:
        """An odd first byte in StartupApproved means switched off."""
        approved = self._registry.get_bytes(APPROVED, self._value)
        return self._registry.get(RUN, self._value) is not None and not (approved and approved[0] & 1)

    def set_enabled(self, on: bool) -> None:
        """Raises OSError."""
        if on:
            self._registry.put(RUN, self._value, windows_line(command(self._profile, "--minimized")))
        else:
            self._registry.remove(RUN, self._value)
        self._registry.remove(APPROVED, self._value)


class LaunchAgent:
    """A property list that launchd reads at sign-in (launchd.plist(5)); it counts from the next sign-in."""

    def __init__(self, folder: Path, profile: str = "") -> None:
        self._label = f"dk.onepresence.desktop{f'.{profile}' if profile else ''}"
        self._file = folder / f"{self._label}.plist"
        self._profile = profile

    def enabled(self) -> bool:
        """A damaged list is none."""
        with contextlib.suppress(OSError, plistlib.InvalidFileException, ValueError):
            found = plistlib.loads(self._file.read_bytes())
            return bool(found.get("RunAtLoad")) and not found.get("Disabled")
        return False

    def set_enabled(self, on: bool) -> None:
        """Raises OSError."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        entry = {
            "Label": self._label,
            "ProgramArguments": [os.fspath(word) for word in command(self._profile, "--minimized")],
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        replace(self._file, plistlib.dumps(entry))


def _name(profile: str) -> str:
    return f"onepresence-{profile}" if profile else "onepresence"
