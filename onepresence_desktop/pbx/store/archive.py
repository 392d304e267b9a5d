"""A backup: one tar archive with the database and every message's sound, consistent also while the service runs.

The archive holds `onepresence.sqlite3`, `recordings/ID.wav` for each voicemail of that database, and at its end
`manifest.json`, which names all of them with size and SHA-256: an archive without it was cut short.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import os
import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path
from typing import IO

import msgspec

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.pbx.store.disk import publish
from onepresence_desktop.pbx.store.errors import FULL, translated
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.sql import FILE, OWN, SqlStore

MANIFEST, SOUNDS = "manifest.json", "recordings/"


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the archive. sha256: in hexadecimal."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive holds. format: of the archive. missing: messages whose sound was gone already."""

    format: int = 1
    files: dict[str, Member]
    missing: list[str]


class FileArchive:
    """Makes archives of an open store and its recordings."""

    def __init__(self, store: SqlStore, recordings: FileRecordings) -> None:
        self._store = store
        self._recordings = recordings

    async def make(self, path: Path) -> int:
        """Write one, and answer its bytes. A file of that name is replaced once the archive is whole and on disk.

        What stands at the path is never written through: a link there is replaced, not followed. Raises `Invalid` for
        a place where nothing can be written and for the store's own files, `StoreFull`.
        """
        own = self._store.file
        if own is not None and path.resolve() in {own.with_name(own.name + ending).resolve() for ending in OWN}:
            raise Invalid(field="path", problem="own_file")
        if path.is_dir():
            raise Invalid(field="path", problem="not_writable")
        with translated():
            try:
                folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix=".backup-", dir=path.parent))
            except OSError as exc:
                if exc.errno in FULL:
                    raise
                raise Invalid(field="path", problem="not_writable") from exc
            try:
                async with self._recordings.holding():
                    await self._store.backup(folder / FILE)
                    await asyncio.to_thread(_pack, folder, self._recordings)
                await asyncio.to_thread(publish, folder / "archive", path)
                return path.stat().st_size
            finally:
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _pack(folder: Path, recordings: FileRecordings) -> None:
    database = folder / FILE
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT id FROM messages WHERE kind = 'voicemail' ORDER BY id").fetchall()
    files: dict[str, Member] = {}
    missing: list[str] = []
    with tarfile.open(folder / "archive", "x:", format=tarfile.PAX_FORMAT) as archive:
        files[FILE] = _add(archive, FILE, database)
        for (message_id,) in found:
            sound = recordings.path(MessageId(message_id))
            try:
                files[f"{SOUNDS}{message_id}.wav"] = _add(archive, f"{SOUNDS}{message_id}.wav", sound)
            except FileNotFoundError:
                missing.append(message_id)
        told = msgspec.json.encode(Manifest(files=files, missing=missing))
        head = tarfile.TarInfo(MANIFEST)
        head.size, head.mode = len(told), 0o600
        archive.addfile(head, io.BytesIO(told))


def _add(archive: tarfile.TarFile, name: str, file: Path) -> Member:
    with open(file, "rb") as source:
        head = tarfile.TarInfo(name)
        head.size, head.mode = os.fstat(source.fileno()).st_size, 0o600
        head.mtime = int(os.fstat(source.fileno()).st_mtime)
        hashing = Hashing(source)
        archive.addfile(head, hashing)
    return Member(size=head.size, sha256=hashing.sha256.hexdigest())


class Hashing:
    """A file whose contents are summed up as they are read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """As a file's."""
        data = self._file.read(size)
        self.sha256.update(data)
        return data
