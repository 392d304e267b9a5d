"""One archive with everything, made while the service runs, and brought back whole."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onepresence_desktop.domain.errors import Conflict, Invalid, StoreLocked, StoreReadOnly, Unavailable
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind
from onepresence_desktop.domain.password_reset import PasswordReset
from onepresence_desktop.pbx.ports import AuditEntry, Session
from onepresence_desktop.pbx.services.provisioning import KEY as PROVISIONING
from onepresence_desktop.pbx.store.archive import FileArchive
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.restore import restore, restore_into
from onepresence_desktop.pbx.store.sql import FILE, SqlStore, url_of
from tests.pbx.store.stores import ANDERS, FIRM, NOW, seeded
from tests.support.postgres import Cluster

WHEN = datetime(2026, 12, 1, tzinfo=UTC)


@asynccontextmanager
async def opened(data: Path, url: str = "") -> AsyncIterator[tuple[SqlStore, FileRecordings]]:
    store = SqlStore(url or url_of(data))
    await store.open()
    try:
        yield store, FileRecordings(data / "recordings")
    finally:
        await store.close()


async def leave(store: SqlStore, recordings: FileRecordings, name: str) -> bytes:
    """A message with its sound."""
    said = b"RIFF" + os.urandom(5000)
    recordings.draft(MessageId(name)).write_bytes(said)
    await recordings.keep(MessageId(name))
    async with store.unit(FIRM) as unit:
        await unit.messages.put(Message(MessageId(name), ANDERS, MessageKind.VOICEMAIL, "1", "", NOW))
    await recordings.settle(MessageId(name))
    return said


async def filled(data: Path, url: str = "") -> dict[str, bytes]:
    async with opened(data, url) as (store, recordings):
        await seeded(store)
        said = {name: await leave(store, recordings, name) for name in ("anders-a", "anders-b")}
        async with store.unit(FIRM) as unit:
            await unit.credentials.put_session(Session("s", ANDERS, FIRM, b"x" * 32, "", NOW, NOW))
            await unit.credentials.put_password_reset(PasswordReset(ANDERS, "hash", WHEN))
            await unit.preferences.put(ANDERS, PROVISIONING, '{"d1":"hash"}')
            await unit.preferences.put(ANDERS, "favourites", "[]")
    return said


async def messages_of(data: Path, url: str = "") -> dict[str, bytes]:
    async with opened(data, url) as (store, recordings), store.reading() as unit:
        return {m.id: recordings.path(m.id).read_bytes() for m in await unit.messages.of(ANDERS)}


async def test_every_message_comes_back_with_its_sound_and_every_session_has_ended(tmp_path: Path) -> None:
    said = await filled(tmp_path / "data")
    async with opened(tmp_path / "data") as (store, recordings):
        size = await FileArchive(store, recordings).make(tmp_path / "backup")
    assert (tmp_path / "backup").stat().st_size == size
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "data"]
    shutil.rmtree(tmp_path / "data")
    done = restore(tmp_path / "backup", tmp_path / "elsewhere", WHEN, replace=False)
    assert (done.people, done.messages, done.sounds, done.aside, done.newer) == (3, 2, 2, None, {})
    assert await messages_of(tmp_path / "elsewhere") == said
    async with opened(tmp_path / "elsewhere") as (store, _), store.reading() as unit:
        assert await unit.credentials.sessions(ANDERS) == []
        assert await unit.credentials.password_reset(ANDERS) is None, "it may have been used since"
        assert await unit.preferences.get(ANDERS, PROVISIONING) is None, "the same of a phone's address"
        assert await unit.preferences.get(ANDERS, "favourites") == "[]"


async def test_a_backup_under_load_comes_back_elsewhere_byte_for_byte(tmp_path: Path) -> None:
    data = tmp_path / "data"
    said = await filled(data)
    async with opened(data) as (store, recordings):

        async def come_and_go() -> None:
            for n in range(60):
                said[f"anders-{n}"] = await leave(store, recordings, f"anders-{n}")
                if n % 2:
                    async with store.unit(FIRM) as unit:
                        await unit.messages.remove(MessageId(f"anders-{n - 1}"))
                    await recordings.remove(MessageId(f"anders-{n - 1}"))

        load = asyncio.create_task(come_and_go())
        backups = [tmp_path / f"backup-{n}" for n in range(4)]
        for backup in backups:
            await FileArchive(store, recordings).make(backup)
        await load
        kept, aside = await recordings.all()
        async with store.reading() as unit:
            assert (kept, aside) == (await unit.messages.ids(), 0)
    shutil.rmtree(data)
    for n, backup in enumerate(backups):
        done = restore(backup, tmp_path / f"restored-{n}", WHEN, replace=False)
        found = await messages_of(tmp_path / f"restored-{n}")
        assert done.sounds == done.messages == len(found) >= 2
        assert found == {name: said[name] for name in found}


async def test_in_place_it_tells_what_is_newer_and_keeps_it(tmp_path: Path) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup"
    said = await filled(data)
    async with opened(data) as (store, recordings):
        await FileArchive(store, recordings).make(backup)
        newer = await leave(store, recordings, "anders-new")
        with pytest.raises(StoreLocked):
            restore(backup, data, WHEN, replace=True)
    with pytest.raises(Conflict) as refused:
        restore(backup, data, WHEN, replace=False)
    assert refused.value.details == {"what": "newer", "messages": 1}
    assert "anders-new" in await messages_of(data)
    done = restore(backup, data, WHEN, replace=True)
    assert done.newer == {"messages": 1} and done.aside is not None
    assert await messages_of(data) == said
    assert (done.aside / "recordings" / "kept" / "anders-new.wav").read_bytes() == newer
    with closing(sqlite3.connect(done.aside / FILE)) as before:
        assert before.execute("SELECT count(*) FROM messages").fetchone() == (3,)


async def test_what_is_no_whole_backup_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup"
    said = await filled(data)
    async with opened(data) as (store, recordings):
        await FileArchive(store, recordings).make(backup)
    whole = backup.read_bytes()
    changed = bytearray(whole)
    changed[whole.index(b"RIFF") + 100] ^= 1
    escaping = tmp_path / "escaping"
    with tarfile.open(escaping, "w") as archive:
        for name in ("../../planted", "recordings/../../planted.wav"):
            archive.addfile(tarfile.TarInfo(name))
    link = tmp_path / "link"
    with tarfile.open(link, "w") as archive:
        planted = tarfile.TarInfo(FILE)
        planted.type, planted.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(planted)
    for n, wrong in enumerate((whole[: len(whole) // 2], bytes(changed), b"", b"no archive" * 99)):
        (tmp_path / f"wrong{n}").write_bytes(wrong)
    for name in ("wrong0", "wrong1", "wrong2", "wrong3", "escaping", "link", "missing"):
        with pytest.raises(Invalid):
            restore(tmp_path / name, data, WHEN, replace=True)
    assert await messages_of(data) == said
    assert not list(tmp_path.rglob("planted*")) and not list(data.glob(".restore-*"))


async def test_a_planted_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    await filled(tmp_path / "data")
    victim = tmp_path / "victim"
    victim.write_text("precious")
    for name in ("backup", "backup.partial"):
        (tmp_path / name).symlink_to(victim)
    async with opened(tmp_path / "data") as (store, recordings):
        await FileArchive(store, recordings).make(tmp_path / "backup")
        await store.backup(tmp_path / "backup")
        for own in (FILE, f"{FILE}-wal"):
            (tmp_path / f"to-{own}").symlink_to(tmp_path / "data" / own)
            with pytest.raises(Invalid):
                await FileArchive(store, recordings).make(tmp_path / f"to-{own}")
    assert victim.read_text() == "precious" and not (tmp_path / "backup").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="files have one name there")
async def test_a_database_is_not_opened_twice_by_another_of_its_names(tmp_path: Path) -> None:
    await filled(tmp_path / "data")
    (tmp_path / "other").mkdir()
    os.link(tmp_path / "data" / FILE, tmp_path / "other" / FILE)
    program = (
        "import asyncio, sys\nfrom pathlib import Path\n"
        "from onepresence_desktop.pbx.store.sql import SqlStore, url_of\n"
        "asyncio.run(SqlStore(url_of(Path(sys.argv[1]))).open())\n"
    )
    async with opened(tmp_path / "data"):
        told = await asyncio.to_thread(
            subprocess.run, [sys.executable, "-c", program, str(tmp_path / "other")], capture_output=True, text=True
        )
    assert told.returncode == 1 and StoreLocked.__name__ in told.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")
async def test_a_database_that_can_only_be_read_is_told_at_once(tmp_path: Path) -> None:
    await filled(tmp_path / "data")
    async with opened(tmp_path / "data") as (store, _):
        await store.probe()
    program = (
        "import asyncio, os, sys\nfrom pathlib import Path\n"
        "from onepresence_desktop.pbx.store.sql import SqlStore, url_of\n"
        "os.geteuid() or os.setuid(65534)\n"
        "asyncio.run(SqlStore(url_of(Path(sys.argv[1]))).open())\n"
    )
    for path in [tmp_path / "data", *(tmp_path / "data").rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for folder in list(tmp_path.parents)[:3]:
        folder.chmod(folder.stat().st_mode | 0o111) if folder.owner() == "root" and folder != Path("/") else None
    told = subprocess.run([sys.executable, "-c", program, str(tmp_path / "data")], capture_output=True, text=True)
    assert told.returncode == 1 and StoreReadOnly.__name__ in told.stderr, told.stderr


async def under_load(store: SqlStore, recordings: FileRecordings, backup: Path) -> None:
    """A backup while messages come and go."""
    going = asyncio.Event()

    async def come_and_go() -> None:
        for n in range(40):
            await leave(store, recordings, f"anders-{n}")
            if n % 2:
                async with store.unit(FIRM) as unit:
                    await unit.messages.remove(MessageId(f"anders-{n - 1}"))
                await recordings.remove(MessageId(f"anders-{n - 1}"))
            if n == 20:
                going.set()

    load = asyncio.create_task(come_and_go())
    await going.wait()
    await FileArchive(store, recordings).make(backup)
    await load


@pytest.mark.parametrize("source", ["sqlite", "postgresql"])
async def test_a_backup_under_load_comes_back_in_postgresql_byte_for_byte(
    tmp_path: Path, postgres: Cluster, source: str
) -> None:
    data, elsewhere, backup = tmp_path / "data", tmp_path / "elsewhere", tmp_path / "backup"
    made_of = "" if source == "sqlite" else postgres.database()
    await filled(data, made_of)
    async with opened(data, made_of) as (store, recordings):
        await under_load(store, recordings, backup)
    shutil.rmtree(data)
    there = restore(backup, tmp_path / "folder", WHEN, replace=False)
    url = postgres.database()
    done = await restore_into(backup, elsewhere, url, WHEN, replace=False)
    assert (done.people, done.messages, done.sounds) == (there.people, there.messages, there.sounds)
    assert (done.sounds, done.aside, done.newer) == (done.messages, None, {})
    said = await messages_of(elsewhere, url)
    assert len(said) == done.messages > 10
    assert said == await messages_of(tmp_path / "folder")
    async with opened(elsewhere, url) as (store, recordings):
        async with store.reading() as unit:
            assert await unit.credentials.sessions(ANDERS) == []
        async with store.unit(FIRM) as unit:
            await unit.credentials.audit(AuditEntry(NOW, FIRM, "test", "restored", ""))
        await FileArchive(store, recordings).make(tmp_path / "again")
    again = restore(tmp_path / "again", tmp_path / "back", WHEN, replace=False)
    assert again.messages == done.messages and await messages_of(tmp_path / "back") == said


async def test_in_postgresql_what_is_newer_is_told_and_kept_and_a_failure_changes_nothing(
    tmp_path: Path, postgres: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, backup, url = tmp_path / "data", tmp_path / "backup", postgres.database()
    said = await filled(data, url)
    async with opened(data, url) as (store, recordings):
        await FileArchive(store, recordings).make(backup)
        newer = await leave(store, recordings, "anders-new")
        with pytest.raises(StoreLocked):
            await restore_into(backup, data, url, WHEN, replace=True)
    with pytest.raises(Conflict) as refused:
        await restore_into(backup, data, url, WHEN, replace=False)
    assert refused.value.details == {"what": "newer", "messages": 1}
    with monkeypatch.context() as broken, pytest.raises(Unavailable):
        broken.setattr(SqlStore, "refill", _fails)
        await restore_into(backup, data, url, WHEN, replace=True)
    assert await messages_of(data, url) == {**said, "anders-new": newer}
    assert not list(data.glob(".restore-*")) + list(data.glob("before-*"))
    done = await restore_into(backup, data, url, WHEN, replace=True)
    assert done.newer == {"messages": 1} and done.aside is not None
    assert await messages_of(data, url) == said
    assert (done.aside / "recordings" / "kept" / "anders-new.wav").read_bytes() == newer
    with closing(sqlite3.connect(done.aside / FILE)) as before:
        assert before.execute("SELECT count(*) FROM messages").fetchone() == (3,)


async def _fails(*_: object) -> None:
    raise Unavailable
