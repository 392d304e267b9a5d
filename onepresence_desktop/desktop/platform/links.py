"""Who opens tel:, callto: and sip: links on this computer (spec 4.4), and onepresence: links to messages (6.7).

On macOS a program says in its Info.plist which links it opens (CFBundleURLTypes, `SCHEMES`), and the user chooses among
such programs in the system's settings; there is nothing to switch here, and links arrive as events of the application.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.platform.files import replace
from onepresence_desktop.desktop.platform.launch import command, exec_line, windows_line
from onepresence_desktop.desktop.platform.registry import Registry

SCHEMES = ("tel", "callto", "sip", "onepresence")
DEFAULTS = "[Default Applications]"

CLASSES = r"Software\Classes"
CAPABILITIES = r"Software\OnePresence\Capabilities"
REGISTERED = r"Software\RegisteredApplications"
CHOICES = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations"
BEFORE = r"Software\OnePresence\Before"


class Links(Protocol):
    """On or off; set_enabled raises OSError when the system refuses."""

    def enabled(self) -> bool:
        """Whether all the schemes come to us."""

    def set_enabled(self, on: bool) -> None:
        """Raises OSError."""


def for_this_system(profile: str = "") -> Links | None:
    """None where the user chooses in the system's own settings only."""
    if sys.platform == "win32":
        from onepresence_desktop.desktop.platform.registry import WindowsRegistry

        return WindowsLinks(WindowsRegistry(), profile)
    if sys.platform == "darwin":
        return None
    location = QStandardPaths.StandardLocation
    data = Path(QStandardPaths.writableLocation(location.GenericDataLocation))
    config = Path(QStandardPaths.writableLocation(location.GenericConfigLocation))
    return XdgLinks(data / "applications", config / "mimeapps.list", profile)


class XdgLinks:
    """A desktop entry of our own and the first place in mimeapps.list (MIME Applications Associations 1.0).

    Who was there before stays in second place, and is first again when this is switched off.
    """

    def __init__(self, folder: Path, defaults: Path, profile: str = "") -> None:
        self._id = f"onepresence-links{f'-{profile}' if profile else ''}.desktop"
        self._entry = folder / self._id
        self._defaults = defaults
        self._profile = profile

    def enabled(self) -> bool:
        """The entry is there and first for every scheme."""
        if not self._entry.exists():
            return False
        chosen = dict(_pair(line) for line in _section(self._read()))
        return all(_programs(chosen.get(_type(scheme), ""))[:1] == [self._id] for scheme in SCHEMES)

    def set_enabled(self, on: bool) -> None:
        """Raises OSError."""
        if on:
            words = exec_line(command(self._profile, "open-link"), "%u")
            types = "".join(f"{_type(scheme)};" for scheme in SCHEMES)
            entry = f"[Desktop Entry]\nType=Application\nName=OnePresence\nExec={words}\nMimeType={types}\n"
            replace(self._entry, f"{entry}NoDisplay=true\nTerminal=false\n".encode())
        lines = self._read()
        changed = _with_defaults(lines, self._id, on=on)
        if changed != lines:
            replace(self._defaults, "".join(f"{line}\n" for line in changed).encode("utf-8", "surrogateescape"))
        if not on:
            self._entry.unlink(missing_ok=True)

    def _read(self) -> list[str]:
        try:
            return self._defaults.read_bytes().decode("utf-8", "surrogateescape").splitlines()
        except FileNotFoundError:
            return []


def _with_defaults(lines: list[str], program: str, *, on: bool) -> list[str]:
    """The lines of mimeapps.list with `program` first for our schemes, or nowhere; all else as it was."""
    wanted = {_type(scheme) for scheme in SCHEMES}
    kept, seen, inside = [], set(), False
    place: int | None = None
    for line in lines:
        if line.strip().startswith("["):
            inside = line.strip() == DEFAULTS
        key, value = _pair(line)
        if inside and key in wanted:
            seen.add(key)
            programs = [program] * on + [other for other in _programs(value) if other != program]
            if programs:
                kept.append(f"{key}={';'.join(programs)};")
        else:
            kept.append(line)
        if line.strip() == DEFAULTS:
            place = len(kept)
    new = [f"{_type(scheme)}={program};" for scheme in SCHEMES if on and _type(scheme) not in seen]
    if not new:
        return kept
    if place is None:
        return [*kept, DEFAULTS, *new]
    return [*kept[:place], *new, *kept[place:]]


def _section(lines: list[str]) -> list[str]:
    inside, found = False, []
    for line in lines:
        if line.strip().startswith("["):
            inside = line.strip() == DEFAULTS
        elif inside and "=" in line:
            found.append(line)
    return found


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition("=")
    return key.strip(), value.strip()


def _programs(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def _type(scheme: str) -> str:
    return f"x-scheme-handler/{scheme}"


class WindowsLinks:
    """Our class of links, the schemes' own commands, and the capabilities that Windows' settings list.

    Where the user has chosen another program in Windows' settings, only he can choose anew.
    """

    def __init__(self, registry: Registry, profile: str = "") -> None:
        self._registry = registry
        self._name = f"OnePresence-{profile}" if profile else "OnePresence"
        self._class = f"{self._name}.Link"
        self._line = windows_line(command(profile, "open-link"), "%1")

    def enabled(self) -> bool:
        """By the user's choice where there is one, else by the schemes' commands."""
        return all(self._ours(scheme) for scheme in SCHEMES)

    def set_enabled(self, on: bool) -> None:
        """Raises OSError; for a scheme the user has given to another program with what to do."""
        for scheme in SCHEMES:
            if on:
                self._take(scheme)
            else:
                self._give_back(scheme)
        capabilities = rf"{CAPABILITIES}\{self._name}"
        if not on:
            self._registry.remove(REGISTERED, self._name)
            self._registry.remove_key(capabilities)
            self._registry.remove_key(rf"{CLASSES}\{self._class}")
            return
        self._describe(self._class)
        self._registry.put(capabilities, "ApplicationName", "OnePresence")
        self._registry.put(capabilities, "ApplicationDescription", "OnePresence Desktop")
        for scheme in SCHEMES:
            self._registry.put(rf"{capabilities}\URLAssociations", scheme, self._class)
        self._registry.put(REGISTERED, self._name, capabilities)
        if not self.enabled():
            raise OSError(translate("Settings", "Windows lets only you choose it: Settings, Apps, Default apps"))

    def _ours(self, scheme: str) -> bool:
        chosen = self._registry.get(rf"{CHOICES}\{scheme}\UserChoice", "ProgId")
        if chosen is not None:
            return chosen == self._class
        return self._registry.get(_command_of(scheme), "") == self._line

    def _describe(self, name: str) -> None:
        self._registry.put(rf"{CLASSES}\{name}", "", "URL:OnePresence")
        self._registry.put(rf"{CLASSES}\{name}", "URL Protocol", "")
        self._registry.put(_command_of(name), "", self._line)

    def _take(self, scheme: str) -> None:
        there = self._registry.get(_command_of(scheme), "")
        if there not in (None, self._line):
            self._registry.put(BEFORE, scheme, str(there))
        self._describe(scheme)

    def _give_back(self, scheme: str) -> None:
        if self._registry.get(_command_of(scheme), "") != self._line:
            return
        before = self._registry.get(BEFORE, scheme)
        if before is None:
            self._registry.remove_key(rf"{CLASSES}\{scheme}")
        else:
            self._registry.put(_command_of(scheme), "", before)
            self._registry.remove(BEFORE, scheme)


def _command_of(name: str) -> str:
    return rf"{CLASSES}\{name}\shell\open\command"
