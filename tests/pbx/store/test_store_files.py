"""The store as files: one owner, damage, versions; recordings that survive."""

from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from onepresence_desktop.domain.errors import Invalid, NotFound, StoreDamaged, StoreFull, StoreLocked
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.pbx.store.migrations import HEAD
from onepresence_desktop.pbx.store.migrations.upgrade import config
from onepresence_desktop.pbx.store.recordings import RESERVE, FileRecordings
from onepresence_desktop.pbx.store.sql import FILE, SqlStore, url_of

M = MessageId("0123abc")


async def test_a_second_process_is_told_that_the_store_is_taken(tmp_path: Path) -> None:
    first = SqlStore(url_of(tmp_path))
    await first.open()
    with pytest.raises(StoreLocked):
        await SqlStore(url_of(tmp_path)).open()
    await first.close()
    again = SqlStore(url_of(tmp_path))
    await again.open()
    await again.close()


async def test_a_damaged_store_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"this is no database, " * 500)
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreDamaged):
        await SqlStore(url_of(tmp_path)).open()
    assert (tmp_path / FILE).read_bytes() == before


async def test_damage_inside_is_found_by_check(tmp_path: Path) -> None:
    store = SqlStore(url_of(tmp_path))
    await store.open()
    async with store.unit() as unit:
        for n in range(300):
            await unit.people.put_customer(Customer(CustomerId(f"c{n}"), f"{n:03}", "x" * 200))
    await store.close()
    file = tmp_path / FILE
    data = bytearray(file.read_bytes())
    for page in range(5 * 4096, len(data), 4096):
        data[page : page + 512] = b"\xff" * 512
    file.write_bytes(data)
    with pytest.raises(StoreDamaged):
        store = SqlStore(url_of(tmp_path))
        await store.open()
        try:
            await store.check()
        finally:
            await store.close()


async def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    store = SqlStore(url_of(tmp_path))
    await store.open()
    await store.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as direct, direct:
        direct.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreDamaged):
        await store.open()


def test_the_newest_version_is_the_one_of_the_scripts() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


def test_the_migrations_make_the_tables_that_the_code_uses() -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    from onepresence_desktop.pbx.store.migrations.upgrade import upgrade
    from onepresence_desktop.pbx.store.unit import metadata

    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_new_store_is_made_as_the_migrations_would_have_made_it() -> None:
    from sqlalchemy import Connection, create_engine, inspect

    from onepresence_desktop.pbx.store.migrations.create import create
    from onepresence_desktop.pbx.store.migrations.upgrade import upgrade
    from onepresence_desktop.pbx.store.unit import metadata

    def described(connection: Connection) -> dict[str, object]:
        look = inspect(connection)
        return {
            table: (
                {c["name"]: (str(c["type"]), c["nullable"]) for c in look.get_columns(table)},
                look.get_pk_constraint(table)["constrained_columns"],
                sorted(
                    (f["constrained_columns"], f["referred_table"], str(f["options"]))
                    for f in look.get_foreign_keys(table)
                ),
                sorted(u["column_names"] for u in look.get_unique_constraints(table)),
                sorted((i["name"] or "", i["column_names"], i["unique"]) for i in look.get_indexes(table)),
            )
            for table in look.get_table_names()
        }

    found = []
    for make in (upgrade, lambda connection: create(connection, metadata)):
        engine = create_engine("sqlite://")
        with engine.connect() as connection:
            make(connection)
            found.append(described(connection))
        engine.dispose()
    migrated, created = found
    assert created == migrated


def test_neither_a_new_store_nor_one_that_is_up_to_date_needs_alembic(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from onepresence_desktop.pbx.store.sql import SqlStore, url_of\nfrom pathlib import Path\n"
        "async def go():\n s = SqlStore(url_of(Path(sys.argv[1])))\n await s.open()\n await s.close()\n"
        "asyncio.run(go())\nprint('alembic' in sys.modules)"
    )
    told = [
        subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [t.stdout.strip() for t in told] == ["False", "False"]


async def test_a_full_disk_changes_nothing_and_is_told(tmp_path: Path) -> None:
    store = SqlStore(url_of(tmp_path))
    await store.open()
    async with store.unit() as unit:
        await unit.people.put_customer(Customer(CustomerId("c"), "100", "before"))
    # SQLite's own limit on pages stands for the disk: it raises the very same error.
    from sqlalchemy import event

    def small(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA max_page_count=1")
        cursor.close()

    assert store._engine is not None
    await store._engine.dispose()
    event.listen(store._engine.sync_engine, "connect", small)
    with pytest.raises(StoreFull):
        async with store.unit() as unit:
            for n in range(2000):
                await unit.people.put_customer(Customer(CustomerId(f"c{n}"), f"{n % 1000:03}", "x" * 3000))
    event.remove(store._engine.sync_engine, "connect", small)
    await store._engine.dispose()
    async with store.reading() as unit:
        assert [c.name for c in await unit.people.customers()] == ["before"]
    await store.close()


def sound(path: Path, seconds: float = 0.1) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\x01\x00" * int(8000 * seconds))


async def test_a_removed_recording_is_gone_draft_and_all(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    sound(recordings.draft(M))
    await recordings.keep(M)
    await recordings.remove(M)
    assert not recordings.path(M).exists() and not recordings.draft(M).exists()


async def test_a_backup_replaces_a_file_only_when_it_is_whole(tmp_path: Path) -> None:
    store = SqlStore(url_of(tmp_path / "data"))
    await store.open()
    target = tmp_path / "copy"
    target.write_text("an older thing")
    await store.backup(target)
    assert target.read_bytes().startswith(b"SQLite format 3")
    for wrong in (tmp_path / "nowhere" / "copy", tmp_path / "data", tmp_path / "data" / FILE):
        with pytest.raises(Invalid):
            await store.backup(wrong)
    assert [p.name for p in tmp_path.iterdir() if "partial" in p.name] == []
    await store.check()
    await store.close()


@pytest.mark.parametrize("name", ["../etc/passwd", "a/b", "", "a" * 65, "å", "x.wav"])
def test_a_name_from_outside_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound):
        FileRecordings(tmp_path).path(MessageId(name))


async def test_a_kept_recording_is_where_it_is_looked_for_also_before_its_message_is_committed(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    sound(recordings.draft(M))
    await recordings.keep(M)
    assert recordings.path(M).exists() and recordings.draft(M).exists()
    await recordings.settle(M)
    assert recordings.path(M).exists() and not recordings.draft(M).exists()


async def test_a_file_system_without_links_does_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    recordings = FileRecordings(tmp_path)
    sound(recordings.draft(M))
    await recordings.keep(M)
    await recordings.settle(M)
    assert recordings.path(M).exists() and not recordings.draft(M).exists()


async def test_words_whose_message_a_crash_kept_from_the_store_are_not_lost(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    sound(recordings.draft(M))
    await recordings.keep(M)
    assert await FileRecordings(tmp_path).recover(set()) == [M]
    assert recordings.draft(M).exists() and not recordings.path(M).exists()


async def test_a_committed_message_loses_only_its_drafts_name(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    sound(recordings.draft(M))
    await recordings.keep(M)
    assert await FileRecordings(tmp_path).recover({M}) == []
    assert not recordings.draft(M).exists() and recordings.path(M).exists()


async def test_a_sound_without_a_message_does_not_come_back_and_is_set_aside_never_deleted(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    said = []
    for _ in range(2):
        sound(recordings.draft(M), 0.1 * (len(said) + 1))
        said.append(recordings.draft(M).read_bytes())
        await recordings.keep(M)
        await recordings.settle(M)
        assert await FileRecordings(tmp_path).recover(set()) == []
        assert not recordings.draft(M).exists() and not recordings.path(M).exists()
    assert sorted(file.read_bytes() for file in (tmp_path / "aside").iterdir()) == sorted(said)
    assert await recordings.all() == (set(), 2)


async def test_a_crash_in_the_midst_of_removing_brings_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = FileRecordings(tmp_path)
    sound(files.draft(M))
    await files.keep(M)
    unlink, removed = Path.unlink, []

    def only_one(path: Path, missing_ok: bool = False) -> None:
        removed.append(path)
        if len(removed) == 1:
            unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", only_one)
    await files.remove(M)
    monkeypatch.undo()
    assert await FileRecordings(tmp_path).recover(set()) == []
    assert not files.path(M).exists() and not files.draft(M).exists()


async def test_after_a_crash_orphans_are_out_of_the_way_and_drafts_with_sound_are_mended(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    for name in ("orphan", "known"):
        sound(recordings.draft(MessageId(name)))
        await recordings.keep(MessageId(name))
        await recordings.settle(MessageId(name))
    sound(recordings.draft(MessageId("cut")), 1.0)
    draft = recordings.draft(MessageId("cut"))
    data = bytearray(draft.read_bytes())[: 44 + 8000]
    data[4:8] = data[40:44] = b"\0\0\0\0"
    draft.write_bytes(data)
    recordings.draft(MessageId("empty")).write_bytes(data[:44])
    assert await recordings.recover({MessageId("known")}) == ["cut"]
    assert not recordings.path(MessageId("orphan")).exists() and recordings.path(MessageId("known")).exists()
    assert not recordings.draft(MessageId("empty")).exists()
    with wave.open(str(draft)) as file:
        assert file.getnframes() == 4000


async def test_some_room_is_held_back_for_a_full_disk_and_held_again_afterwards(tmp_path: Path) -> None:
    recordings = FileRecordings(tmp_path)
    await recordings.recover(set())
    assert (tmp_path / "reserve").stat().st_size == RESERVE
    await recordings.make_room()
    await recordings.make_room()
    assert not (tmp_path / "reserve").exists()
    await recordings.settle(M)
    assert (tmp_path / "reserve").stat().st_size == RESERVE
