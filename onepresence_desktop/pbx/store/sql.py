"""The store over SQLite or PostgreSQL: one engine, writing and reading units, migrations, backup, check.

SQLite: WAL with synchronous=FULL, so a commit is on disk; writing units BEGIN IMMEDIATE one after another, because a
deferred transaction that turns into a writer loses updates. PostgreSQL: writing units follow one another by an
advisory lock that ends with the transaction, so that what a unit has read still holds when it commits.

Either is open in one process at a time, since what the service holds in memory would not hear of another's changes:
SQLite by a lock on the folder, PostgreSQL by an advisory lock on a connection of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import time
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from onepresence_desktop.domain.errors import Invalid, StoreDamaged, StoreLocked, Unavailable
from onepresence_desktop.pbx.ports import Credentials, Diversions, History, Messages, People, Preferences, UnitOfWork
from onepresence_desktop.pbx.store import repositories, turns
from onepresence_desktop.pbx.store.disk import publish
from onepresence_desktop.pbx.store.errors import FULL, translated
from onepresence_desktop.pbx.store.lock import FolderLock
from onepresence_desktop.pbx.store.migrations import HEAD, VERSION_TABLE

FILE = "onepresence.sqlite3"
OWN = ("", "-wal", "-shm")
"""Endings of the files SQLite keeps."""

BUSY_SECONDS = 10
"""How long a connection waits for another process's lock (a backup, a check) before it gives up."""

WRITERS, OWNER = 0x4F6E6550, 0x4F6E6551
"""Keys of the advisory locks; any numbers will do that no other program in the database uses."""

OWNER_WITHIN = 5.0
"""Seconds for the server to notice that a killed process is gone."""

KEEPALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""So that a machine that fell over does not own the database for hours: the server asks it every few seconds."""


def url_of(data: Path) -> str:
    """The default database of a data folder."""
    return URL.create("sqlite+aiosqlite", database=os.fspath(data / FILE)).render_as_string(hide_password=False)


class Unit:
    """The repositories over one connection."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.people: People = repositories.PeopleRepository(connection)
        self.credentials: Credentials = repositories.CredentialsRepository(connection)
        self.diversions: Diversions = repositories.DiversionsRepository(connection)
        self.messages: Messages = repositories.MessagesRepository(connection)
        self.history: History = repositories.HistoryRepository(connection)
        self.preferences: Preferences = repositories.PreferencesRepository(connection)


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
        self._engine: AsyncEngine | None = None
        self._lock: FolderLock | None = None
        self._owner: AsyncConnection | None = None
        self._owned = False
        self._writer = asyncio.Lock()

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None for PostgreSQL."""
        return Path(self._url.database or "") if self._url.get_backend_name() == "sqlite" else None

    async def open(self) -> None:
        """Open, lock and migrate."""
        if self.file is not None:
            self._lock = FolderLock(self.file.with_name("store.lock"))
            self._lock.take()
        try:
            with translated():
                self._engine = self._make_engine()
                await self._own()
                async with self._engine.connect() as connection:
                    found = await connection.run_sync(_version)
                if found != HEAD:
                    await self.migrate()
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
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    async def migrate(self) -> None:
        """Bring the tables to this version; raises `StoreDamaged` when they are of a newer one."""
        from onepresence_desktop.pbx.store.migrations.upgrade import upgrade

        async with self._needed.connect() as connection:
            await connection.run_sync(upgrade)
            await connection.commit()

    def unit(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit that may write."""
        return self._unit(writing=True)

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit that only reads."""
        return self._unit(writing=False)

    async def check(self) -> None:
        """A round trip; for SQLite a quick integrity check as well."""
        with translated():
            async with self._needed.connect() as connection:
                await connection.execute(text("SELECT 1"))
                if self.file is not None:
                    answer = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar()
                    if answer != "ok":
                        raise StoreDamaged

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
                partial.write_bytes(b"")
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

    @property
    def _needed(self) -> AsyncEngine:
        if self._engine is None:
            raise Unavailable(detail="store_not_open")
        return self._engine

    @asynccontextmanager
    async def _unit(self, *, writing: bool) -> AsyncGenerator[UnitOfWork, None]:
        with translated():
            if not writing:
                async with self._needed.connect() as connection:
                    yield Unit(connection)
            elif self.file is None:
                if not self._owned:
                    async with self._writer:
                        await self._own()
                async with self._needed.begin() as connection:
                    await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
                    yield Unit(connection)
            else:
                async with self._writer, self._needed.connect() as connection:
                    connection = await connection.execution_options(writing=True)
                    async with connection.begin():
                        yield Unit(connection)

    async def _own(self) -> None:
        """Hold the PostgreSQL database, anew when the server was away meanwhile. Raises `StoreLocked`."""
        if self.file is not None or self._owned:
            return
        await self._disown()
        self._owner = await self._needed.connect()
        await self._owner.execution_options(isolation_level="AUTOCOMMIT")
        give_up = time.monotonic() + OWNER_WITHIN
        while not (await self._owner.exec_driver_sql(f"SELECT pg_try_advisory_lock({OWNER})")).scalar():
            if time.monotonic() > give_up:
                raise StoreLocked(path=f"{self._url.host}/{self._url.database}")
            await asyncio.sleep(0.1)
        driver: Any = (await self._owner.get_raw_connection()).driver_connection
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
            return create_async_engine(self._url, pool_pre_ping=True, connect_args={"server_settings": dict(KEEPALIVE)})
        self.file.parent.mkdir(parents=True, exist_ok=True)
        engine = create_async_engine(
            self._url,
            connect_args={"timeout": BUSY_SECONDS, "async_creator_fn": turns.Connection},
            pool_size=4,
            pool_use_lifo=True,
            pool_reset_on_return=None,
        )
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine


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


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()
    return str(found) if found is not None else None


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
