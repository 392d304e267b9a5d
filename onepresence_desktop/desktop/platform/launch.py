"""How the system starts this program again: from the autostart folder, a link, a sign-in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_SPECIAL = '"`$\\'


def command(profile: str, *words: str) -> list[str]:
    """The program, its profile and `words`; absolute, so that it works from any folder."""
    beside = Path(sys.executable).with_name("onepresence")
    if getattr(sys, "frozen", False):
        program = [sys.executable]
    elif sys.platform != "win32" and beside.exists():
        program = [str(beside)]
    else:
        program = [sys.executable, "-m", "onepresence_desktop"]
    return [*program, *(["--profile", profile] if profile else []), *words]


def exec_line(words: Sequence[str], *codes: str) -> str:
    """The value of Exec in a desktop entry (Desktop Entry Specification 1.5, "The Exec key"). codes: such as %u."""
    quoted = []
    for word in words:
        # A backslash is escaped once for the argument and once for the file's string.
        inside = "".join(f"\\{c}" if c in _SPECIAL else c for c in word).replace("\\", "\\\\").replace("%", "%%")
        plain = all(c.isalnum() or c in "/._-+=:,@" for c in word)
        quoted.append(word if plain and word else f'"{inside}"')
    return " ".join([*quoted, *codes])


def windows_line(words: Sequence[str], *codes: str) -> str:
    """A command line for the registry; codes such as "%1" are quoted."""
    return " ".join([subprocess.list2cmdline(words), *(f'"{code}"' for code in codes)])
