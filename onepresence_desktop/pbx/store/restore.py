"""A backup brought back: database and sounds together, while no service runs. Blocking.

An archive is the same whatever database it was made of, and goes into either. What lies in the folder is not deleted:
it is moved aside as a whole. Every session of before the backup has ended, for a token that was signed out meanwhile
must not come back to life; nor must a phone's address, or a code for a password, that was used.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

import msgspec
from sqlalchemy.engine import URL

from onepresence_desktop.domain.errors import Conflict, Invalid, StoreDamaged
from onepresence_desktop.pbx.store.archive import MANIFEST, SOUNDS, Hashing, Manifest
from onepresence_desktop.pbx.store.disk import make_folder, sync_file, sync_folder
from onepresence_desktop.pbx.store.errors import translated
from onepresence_desktop.pbx.store.lock import FolderLock
from onepresence_desktop.pbx.store.recordings import DRAFTS, KEPT
from onepresence_desktop.pbx.store.sql import FILE, LOCK, OWN, SqlStore

COMPARED = {"users": "people", "messages": "messages", "call_records": "call_records", "diversions": "diversions"}
"""Tables whose rows are looked for in the backup, and what they are called."""

GOOD_ONCE = {"sessions": "", "password_resets": "", "preferences": " WHERE key = 'provisioning'"}
"""What may have ended, or been used, since the backup: which rows of which tables."""

BESIDE = ("recordings", "spool", "registrations.json")
"""What lies in the folder beside the database, and belongs to it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back. newer: how many of each the folder had and the backup has not. aside: where it is now."""

    people: int
    messages: int
    sounds: int
    aside: Path | None
    newer: dict[str, int] = field(default_factory=dict)


def restore(archive: Path, data: Path, now: datetime, *, replace: bool) -> Restored:
    """Put an archive's contents in the place of a folder's.

    replace: also when the folder holds what the backup has not. Raises `Conflict` naming how much that is, `Invalid`
    for what is no whole backup (then nothing was changed), `StoreLocked` while a service runs there, `StoreFull`.
    """
    with translated():
        make_folder(data)
        lock = FolderLock(data / LOCK)
        lock.take()
        staging = Path(tempfile.mkdtemp(prefix=".restore-", dir=data))
        try:
            sounds = _unpack(archive, staging)
            people, messages = _prepare(staging / FILE)
            newer = _newer(data / FILE, staging / FILE)
            if newer and not replace:
                raise Conflict(what="newer", **newer)
            aside = _move_aside(data, now, *(data / (FILE + ending) for ending in OWN))
            _move_in(data, staging)
            os.replace(staging / FILE, data / FILE)  # last, so that a crash leaves none, which is told
            sync_folder(data)
            return Restored(people, messages, sounds, aside, newer)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            lock.release()


async def restore_into(archive: Path, data: Path, url: str, now: datetime, *, replace: bool) -> Restored:
    """As `restore`, with the rows in a PostgreSQL database and the sounds in the folder.

    What the database held is moved aside as well, as the SQLite file that a backup of it would hold. Raises as
    `restore`, and `Unavailable`.
    """
    with translated():
        make_folder(data)
        store = SqlStore(url)
        await store.open()
        staging = Path(tempfile.mkdtemp(prefix=".restore-", dir=data))
        try:
            sounds = await asyncio.to_thread(_unpack, archive, staging)
            people, messages = await asyncio.to_thread(_prepare, staging / FILE)
            await _bring_up_to_date(staging / FILE)
            before = staging / "before"
            before.mkdir()
            await store.backup(before / FILE)
            newer = _newer(before / FILE, staging / FILE)
            if newer and not replace:
                raise Conflict(what="newer", **newer)
            aside = _move_aside(data, now, *([before / FILE] if _holds_anything(before / FILE) else []))
            _move_in(data, staging)
            try:
                await store.refill(staging / FILE)
            except BaseException:
                _move_back(data, aside)
                raise
            return Restored(people, messages, sounds, aside, newer)
        finally:
            await asyncio.to_thread(shutil.rmtree, staging, ignore_errors=True)
            await store.close()


async def _bring_up_to_date(database: Path) -> None:
    """A backup of an earlier version gets the tables of this one."""
    store = SqlStore(URL.create("sqlite+aiosqlite", database=os.fspath(database)).render_as_string())
    await store.open()
    await store.close()


def _holds_anything(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return bool(connection.execute("SELECT count(*) FROM customers").fetchone()[0])


def _unpack(archive: Path, staging: Path) -> int:
    """Into a folder of our own, each file checked; the number of sounds. No name leads out of the folder."""
    found: dict[str, tuple[int, str]] = {}
    manifest: Manifest | None = None
    (staging / "recordings" / KEPT).mkdir(parents=True, mode=0o700)
    (staging / "recordings" / DRAFTS).mkdir(mode=0o700)
    try:
        with tarfile.open(archive, "r:") as packed:
            for head in packed:
                source = packed.extractfile(head) if head.isreg() else None
                if source is None:
                    raise Invalid(field="file", problem="no_backup")
                if head.name == MANIFEST:
                    manifest = msgspec.json.decode(source.read(), type=Manifest)
                    continue
                target = _place(staging, head.name)
                hashing = Hashing(source)
                with open(target, "xb") as file:
                    shutil.copyfileobj(hashing, file)
                sync_file(target)
                found[head.name] = (head.size, hashing.sha256.hexdigest())
    except (tarfile.TarError, EOFError, msgspec.DecodeError, FileExistsError) as exc:
        raise Invalid(field="file", problem="no_backup") from exc
    except (FileNotFoundError, IsADirectoryError, PermissionError) as exc:
        raise Invalid(field="file", problem="unreadable") from exc
    if manifest is None or {name: (m.size, m.sha256) for name, m in manifest.files.items()} != found:
        raise Invalid(field="file", problem="cut_short")
    if FILE not in found:
        raise Invalid(field="file", problem="no_backup")
    sync_folder(staging / "recordings" / KEPT)
    return len(found) - 1


def _place(staging: Path, name: str) -> Path:
    if name == FILE:
        return staging / FILE
    place = PurePosixPath(name)
    plain = place.stem.replace("-", "").replace("_", "")
    if name != f"{SOUNDS}{place.stem}.wav" or not (plain.isascii() and plain.isalnum()):
        raise Invalid(field="file", problem="no_backup")
    return staging / "recordings" / KEPT / place.name


def _prepare(database: Path) -> tuple[int, int]:
    """End all sessions, and what is good once; how many people and messages there are. Raises `StoreDamaged`."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise StoreDamaged(path=os.fspath(database))
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        for table, which in GOOD_ONCE.items():
            if table in there:
                connection.execute(f"DELETE FROM {table}{which}")
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("users", "messages")]
    sync_file(database)
    return counts[0], counts[1]


def _newer(existing: Path, restored: Path) -> dict[str, int]:
    """How many rows of each kind only the existing database has; nothing is said of one that can't be read."""
    if not existing.exists():
        return {}
    try:
        with closing(sqlite3.connect(existing)) as there, closing(sqlite3.connect(restored)) as here:
            return {
                word: len(only) for table, word in COMPARED.items() if (only := _ids(there, table) - _ids(here, table))
            }
    except sqlite3.DatabaseError:
        return {}


def _ids(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[0] for row in connection.execute(f"SELECT id FROM {table}")}


def _move_aside(data: Path, now: datetime, *databases: Path) -> Path | None:
    """What there is into a folder of its own, and where that is; None when there is nothing."""
    there = [path for path in (*databases, *(data / name for name in BESIDE)) if path.exists()]
    if not there:
        return None
    aside = Path(tempfile.mkdtemp(prefix=f"before-restore-{now:%Y%m%d-%H%M%S}-", dir=data))
    for path in there:
        os.replace(path, aside / path.name)
    sync_folder(aside)
    return aside


def _move_in(data: Path, staging: Path) -> None:
    os.replace(staging / "recordings", data / "recordings")
    sync_folder(data)


def _move_back(data: Path, aside: Path | None) -> None:
    """The database has kept what it had: so is the folder to."""
    shutil.rmtree(data / "recordings", ignore_errors=True)
    if aside is not None:
        for path in aside.iterdir():
            if path.name in BESIDE:
                os.replace(path, data / path.name)
        shutil.rmtree(aside, ignore_errors=True)
    sync_folder(data)
