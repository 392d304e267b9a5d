"""The store over SQLite or PostgreSQL: one engine, writing and reading units, migrations, backup, check.

SQLite: WAL with synchronous=FULL, so a commit is on disk; writing units BEGIN IMMEDIATE one after another, because a
deferred transaction that turns into a writer loses updates. PostgreSQL: writing units of one company follow one
another, those of different companies go side by side, so that what a unit has read still holds when it commits. A unit
waits for its turn before it takes a connection (`writers`); advisory locks that end with the transaction hold the same
order against other nodes.

Either is open in one process at a time, since what the service holds in memory would not hear of another's changes:
SQLite by a lock on the folder, PostgreSQL by an advisory lock on a connection of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import time
import zlib
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from onepresence_desktop.domain.errors import Invalid, StoreDamaged, StoreLocked, StoreReadOnly, Unavailable
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import UnitOfWork
from onepresence_desktop.pbx.store import sqlite_driver
from onepresence_desktop.pbx.store.disk import publish
from onepresence_desktop.pbx.store.engine import AsyncConnection, AsyncEngine
from onepresence_desktop.pbx.store.errors import FULL, translated
from onepresence_desktop.pbx.store.lock import FolderLock, own_file_lock
from onepresence_desktop.pbx.store.migrations import HEAD, VERSION_TABLE
from onepresence_desktop.pbx.store.migrations.create import create, is_empty
from onepresence_desktop.pbx.store.unit import Unit, metadata
from onepresence_desktop.pbx.store.writers import Writers

FILE = "onepresence.sqlite3"
LOCK = "store.lock"
OWN = ("", "-wal", "-shm")
"""Endings of the files SQLite keeps."""

BUSY_SECONDS = 10
"""How long a connection waits for another process's lock (a backup, a check) before it gives up."""

WRITERS, OWNER, COMPANY = 0x4F6E6550, 0x4F6E6551, 0x4F6E6552
"""Keys of the advisory locks; any numbers will do that no other program in the database uses.

A unit of companies shares WRITERS and has COMPANY with each one's number; a unit of none in particular has WRITERS
alone.
"""

OWNER_WITHIN = 5.0
"""Seconds for the server to notice that a killed process is gone."""

KEEPALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""So that a machine that fell over does not own the database for hours: the server asks it every few seconds."""


def url_of(data: Path) -> str:
    """The default database of a data folder."""
    return URL.create("sqlite+aiosqlite", database=os.fspath(data / FILE)).render_as_string(hide_password=False)


class SqlStore:
    """`url`: sqlite+aiosqlite:///FILE, postgresql+asyncpg://… (also postgresql://…), or see `url_of`.

    Raises `Invalid` for what is none of these.
    """

    def __init__(self, url: str) -> None:
        try:
            self._url = make_url(url)
        except (ArgumentError, ValueError) as exc:
            raise Invalid(field="database", problem="malformed") from exc
        if self._url.get_backend_name() == "sqlite" and not self._url.database:
            raise Invalid(field="database", problem="no_file")
        if self._url.drivername in ("postgresql", "postgres"):
            self._url = self._url.set(drivername="postgresql+asyncpg")
        if self._url.drivername == "sqlite":
            self._url = self._url.set(drivername="sqlite+aiosqlite")
        self._file = Path(self._url.database or "") if self._url.get_backend_name() == "sqlite" else None
        self._engine: AsyncEngine | None = None
        self._lock: FolderLock | None = None
        self._file_lock: FolderLock | None = None
        self._owner: AsyncConnection | None = None
        self._owned = False
        self._writers = Writers()
        self._owning = asyncio.Lock()

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None for PostgreSQL."""
        return self._file

    async def open(self) -> None:
        """Open, lock and migrate."""
        if self.file is not None:
            self._lock = FolderLock(self.file.with_name(LOCK))
            self._lock.take()
            try:
                self._file_lock = own_file_lock(self.file)
            except BaseException:
                await self.close()
                raise
        try:
            with translated():
                self._engine = self._make_engine()
                await self._own()
                async with self._engine.connect() as connection:
                    found = await connection.run_sync(_version)
                if found != HEAD:
                    await self.migrate()
            await self.probe()
        except Exception as exc:
            await self.close()
            if isinstance(exc, OSError) and not isinstance(exc, PermissionError):
                raise Unavailable(detail=type(exc).__name__) from exc
            raise

    async def close(self) -> None:
        """Close all connections and let go of the lock."""
        await self._disown()
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None
        if self._file_lock is not None:
            self._file_lock.release()
            self._file_lock = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    async def migrate(self) -> None:
        """Bring the tables to this version; raises `StoreDamaged` when they are of a newer one."""
        async with self._needed.connect() as connection:
            if await connection.run_sync(is_empty):
                await connection.run_sync(create, metadata)
            else:
                from onepresence_desktop.pbx.store.migrations.upgrade import upgrade

                await connection.run_sync(upgrade)
            await connection.commit()

    def unit(self, *customer_ids: CustomerId) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit that may write for these companies; for none in particular, alone."""
        return self._write_sqlite() if self.file is not None else self._write_postgresql(customer_ids)

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit that only reads."""
        return self._read()

    async def probe(self) -> None:
        """A round trip that changes nothing. Raises `StoreReadOnly`, `StoreFull`, `StoreDamaged`, `Unavailable`."""
        with translated():
            if self.file is not None:
                async with self._writers.turn(()), self._needed.connect() as connection:
                    await connection.run_sync(_try_to_write)
            else:
                async with self._needed.connect() as connection:
                    if (await connection.execute(text("SHOW transaction_read_only"))).scalar() == "on":
                        raise StoreReadOnly

    async def check(self) -> None:
        """A look whether it can be written; for SQLite a quick integrity check as well."""
        await self.probe()
        with translated():
            async with self._needed.connect() as connection:
                await connection.execute(text("SELECT 1"))
                if self.file is not None:
                    answer = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar()
                    if answer != "ok":
                        raise StoreDamaged

    async def forget_for_good(self) -> None:
        """SQLite: write the file anew and empty its log, so that what was deleted isn't found in either."""
        if self.file is not None:
            with translated():
                async with self._writers.turn(()):
                    await asyncio.to_thread(_vacuum, self.file)

    async def backup(self, path: Path) -> None:
        """SQLite: an online copy. PostgreSQL: all rows into a SQLite file of the same tables.

        A file of that name is replaced once the copy is whole and on disk. Raises `Invalid` for a place
        where nothing can be written, and for the store's own file.
        """
        if self.file is not None and path.resolve() in {self.file.with_name(self.file.name + e).resolve() for e in OWN}:
            raise Invalid(field="path", problem="own_file")
        if path.is_dir():
            raise Invalid(field="path", problem="not_writable")
        partial = path.with_name(path.name + ".partial")
        with translated():
            try:
                partial.unlink(missing_ok=True)
                os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # follows no planted link
            except OSError as exc:
                if exc.errno in FULL:
                    raise
                raise Invalid(field="path", problem="not_writable") from exc
            try:
                if self.file is not None:
                    await asyncio.to_thread(_copy, self.file, partial)
                else:
                    from onepresence_desktop.pbx.store.export import export

                    await export(self._needed, partial)
                await asyncio.to_thread(publish, partial, path)
            finally:
                partial.unlink(missing_ok=True)

    async def refill(self, path: Path) -> None:
        """PostgreSQL: put all rows of a backup in the place of those there are, or change nothing."""
        from onepresence_desktop.pbx.store.refill import refill

        await refill(self._needed, path)

    @property
    def _needed(self) -> AsyncEngine:
        if self._engine is None:
            raise Unavailable(detail="store_not_open")
        return self._engine

    @asynccontextmanager
    async def _read(self) -> AsyncGenerator[UnitOfWork, None]:
        with translated():
            async with self._needed.connect() as connection:
                yield Unit(connection)

    @asynccontextmanager
    async def _write_sqlite(self) -> AsyncGenerator[UnitOfWork, None]:
        with translated():
            async with self._writers.turn(()), self._needed.begin(keep=True, writing=True) as connection:
                yield Unit(connection)

    @asynccontextmanager
    async def _write_postgresql(self, customer_ids: Sequence[CustomerId]) -> AsyncGenerator[UnitOfWork, None]:
        with translated():
            async with self._writers.turn(customer_ids):
                if not self._owned:
                    async with self._owning:
                        await self._own()
                async with self._needed.begin() as connection:
                    await connection.exec_driver_sql(_locking(customer_ids))
                    yield Unit(connection)

    async def _own(self) -> None:
        """Hold the PostgreSQL database, anew when the server was away meanwhile. Raises `StoreLocked`."""
        if self.file is not None or self._owned:
            return
        await self._disown()
        self._owner = await self._needed.open()
        await self._owner.execution_options(isolation_level="AUTOCOMMIT")
        give_up = time.monotonic() + OWNER_WITHIN
        while not (await self._owner.exec_driver_sql(f"SELECT pg_try_advisory_lock({OWNER})")).scalar():
            if time.monotonic() > give_up:
                raise StoreLocked(path=f"{self._url.host}/{self._url.database}")
            await asyncio.sleep(0.1)
        driver = await self._owner.driver_connection()
        driver.add_termination_listener(self._lost)
        self._owned = True

    def _lost(self, _connection: object) -> None:
        self._owned = False

    async def _disown(self) -> None:
        self._owned = False
        if self._owner is not None:
            with contextlib.suppress(SQLAlchemyError, OSError):
                await self._owner.invalidate()
                await self._owner.close()
            self._owner = None

    def _make_engine(self) -> AsyncEngine:
        if self.file is None:
            return AsyncEngine(self._url, pool_pre_ping=True, connect_args={"server_settings": dict(KEEPALIVE)})
        self.file.parent.mkdir(parents=True, exist_ok=True)
        engine = AsyncEngine(
            self._url,
            connect_args={"timeout": BUSY_SECONDS, "async_creator_fn": sqlite_driver.Connection},
            pool_size=4,
            pool_use_lifo=True,
            pool_reset_on_return=None,
        )
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine


def _locking(customer_ids: Iterable[CustomerId]) -> str:
    """One statement that takes a unit's advisory locks, in the order in which every node takes them."""
    numbers = sorted({zlib.crc32(customer_id.encode()) - 2**31 for customer_id in customer_ids})
    if not numbers:
        return f"SELECT pg_advisory_xact_lock({WRITERS})"
    each = ", ".join(f"pg_advisory_xact_lock({COMPANY}, {number})" for number in numbers)
    return f"SELECT pg_advisory_xact_lock_shared({WRITERS}), {each}"


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    driver: Any = connection.connection.driver_connection
    driver.begin("BEGIN IMMEDIATE" if writing else "BEGIN")


def _try_to_write(connection: Connection) -> None:
    """Raises SQLite's own error where nothing can be written; nothing is."""
    driver: Any = connection.connection.cursor()
    driver.execute("BEGIN IMMEDIATE")
    driver.execute("ROLLBACK")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()
    return str(found) if found is not None else None


def _vacuum(file: Path) -> None:
    """Blocking."""
    with contextlib.closing(sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
