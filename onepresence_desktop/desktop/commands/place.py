"""Where the running program of a profile is met: a folder that only its user can enter."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onepresence_desktop.desktop.platform.paths import paths

LONGEST_PATH = 96
"""Bytes; socket addresses end at 104 (macOS) or 108 (Linux)."""


@dataclass(frozen=True, slots=True)
class Place:
    """lock: held while the program runs. socket: path, or a pipe's name on Windows."""

    lock: Path
    socket: str


def place(profile: str = "") -> Place:
    """Of a profile. Raises PermissionError when somebody else has made the folder."""
    # By the settings file: other folders in the environment are another program as well.
    name = sha256(os.fsencode(paths(profile).settings)).hexdigest()[:16]
    folder = next(f for f in _folders() if f is not None and len(os.fsencode(f / f"{name}.socket")) <= LONGEST_PATH)
    _own(folder)
    socket = f"onepresence-{name}" if sys.platform == "win32" else str(folder / f"{name}.socket")
    return Place(folder / f"{name}.lock", socket)


def _folders() -> list[Path | None]:
    """The session's own, the same when the environment doesn't say (a timer's job), then temporary ones."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    if sys.platform == "win32":
        return [Path(tempfile.gettempdir()) / "onepresence"]
    user = os.getuid()
    usual = Path(f"/run/user/{user}")
    return [
        Path(given) / "onepresence" if given and os.access(given, os.W_OK) else None,
        usual / "onepresence" if not given and os.access(usual, os.W_OK) else None,
        Path(tempfile.gettempdir()) / f"onepresence-{user}",
        Path("/tmp") / f"onepresence-{user}",
    ]


def _own(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform == "win32":
        return
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to someone else")
    if found.st_mode & 0o077:
        folder.chmod(0o700)
