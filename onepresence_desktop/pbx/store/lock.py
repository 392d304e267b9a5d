"""One process per data folder."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import IO

from onepresence_desktop.domain.errors import StoreLocked, StoreReadOnly


def own_file_lock(database: Path) -> FolderLock | None:
    """A lock on a database file itself, so that a second name of it in another folder isn't opened beside.

    None where that can't be: SQLite's own locks on Windows are of the same kind. Raises `StoreLocked`.
    """
    if sys.platform == "win32" or not database.exists():
        return None
    lock = FolderLock(database)
    lock.take()
    return lock


class FolderLock:
    """An operating-system lock on a file: gone with the process, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Raises `StoreLocked` when another process has it, `StoreReadOnly` where nothing may be written."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = open(self._path, "ab+")  # noqa: SIM115  (held for the life of the process)
        except OSError as exc:
            if exc.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise StoreReadOnly(path=os.fspath(self._path)) from exc
            raise
        try:
            if sys.platform == "win32":
                import msvcrt

                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as exc:
            file.close()
            raise StoreLocked(path=os.fspath(self._path.parent)) from exc
        self._file = file

    def release(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            self._file.close()
            self._file = None
