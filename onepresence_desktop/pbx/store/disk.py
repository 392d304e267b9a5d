"""What it takes for a file to survive a power cut. Blocking: call from a worker thread."""

from __future__ import annotations

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Put a file's contents on disk."""
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Put a folder's names on disk. Windows has no such call; there names are journalled."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """A folder for its owner only, there for good."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for place in missing:
        sync_folder(place.parent)


def publish(draft: Path, final: Path) -> None:
    """Give a finished file its name, replacing what had it."""
    sync_file(draft)
    os.replace(draft, final)
    sync_folder(final.parent)


def link(draft: Path, final: Path) -> None:
    """Give a finished file a second name; where the file system knows no links, the only one."""
    sync_file(draft)
    try:
        final.unlink(missing_ok=True)
        os.link(draft, final)
    except (OSError, NotImplementedError):
        os.replace(draft, final)
        sync_folder(draft.parent)
    sync_folder(final.parent)
