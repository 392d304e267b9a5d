"""SQLite on a thread of its own, in as few turns as can be.

What a small statement costs is mostly the way to that thread and back, and aiosqlite goes it for every call: to make a
cursor, execute, fetch, close. Here a statement goes once, and takes the beginning of its transaction along. Writes
whose outcome nobody looks at are put off until the next statement or the commit, and go with it: a unit that only
writes goes there once, and its errors are raised at its end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Sequence
from typing import Any, NamedTuple

import aiosqlite

from onepresence_desktop.pbx.store.engine import AsyncConnection

Write = tuple[str, Sequence[Sequence[Any]]]
"""A statement and the rows of parameters that it is executed with."""


class Done(NamedTuple):
    """What came of a statement: rows, their columns as DB-API tells them, how many were changed (-1: meaningless)."""

    rows: Sequence[Any] = ()
    columns: Any = None
    changed: int = -1
    last_id: int | None = None


class Connection(aiosqlite.Connection):
    """What SQLAlchemy's dialect takes for aiosqlite's own."""

    def __init__(self, database: str, **options: Any) -> None:
        """As `sqlite3.connect`."""
        super().__init__(lambda: sqlite3.connect(database, **options), iter_chunk_size=1)
        self._thread.daemon = True  # as SQLAlchemy has it: a program that ends in haste doesn't wait for it
        self._beginning = ""
        self._put_off: list[Write] = []

    def put_off(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write with the next statement of the transaction, or with its commit; once for each row of parameters."""
        self._put_off.append((statement, rows))

    def begin(self, statement: str) -> None:
        """Begin a transaction, which is done together with the first statement in it."""
        self._beginning = statement

    async def carry_out(self, statement: str, parameters: Sequence[Any], *, many: bool = False) -> Done:
        """Execute a statement, once or for each of many parameters, and fetch all. Raises `sqlite3.Error`."""
        beginning, self._beginning = self._beginning, ""
        before, self._put_off = self._put_off, []
        turn: Awaitable[Done] = self._execute(  # type: ignore[no-untyped-call]
            _carry_out, self._conn, beginning, before, statement, parameters, many
        )
        return await turn

    async def commit(self) -> None:
        """End the transaction, if anything was done in it; it is on disk then."""
        beginning, self._beginning = self._beginning, ""
        before, self._put_off = self._put_off, []
        if before:
            turn: Awaitable[None] = self._execute(  # type: ignore[no-untyped-call]
                _write_and_commit, self._conn, beginning, before
            )
            await turn
        elif not beginning:
            await super().commit()

    async def rollback(self) -> None:
        """End the transaction as if it had not been."""
        self._put_off = []
        if self._beginning:
            self._beginning = ""
        else:
            await super().rollback()

    def cursor(self) -> Cursor:  # type: ignore[override]
        """For one statement."""
        return Cursor(self)


def writing(connection: AsyncConnection) -> Connection | None:
    """The driver's side of a connection to SQLite that is in a transaction; None for others."""
    inner = connection.sync_connection
    if not inner.in_transaction():
        return None
    driver = inner.connection.driver_connection
    return driver if isinstance(driver, Connection) else None


class Cursor:
    """As much of aiosqlite's cursor as SQLAlchemy uses; nothing of it is ever left open in the database."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._done = Done()

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Carry a statement out."""
        self._done = await self._connection.carry_out(statement, parameters)

    async def executemany(self, statement: str, parameters: Sequence[Any]) -> None:
        """Carry it out for each of the parameters."""
        self._done = await self._connection.carry_out(statement, parameters, many=True)

    async def fetchall(self) -> Sequence[Any]:
        """All rows."""
        return self._done.rows

    async def close(self) -> None:
        """It is."""

    @property
    def description(self) -> Any:
        """The columns; None for a statement without rows."""
        return self._done.columns

    @property
    def rowcount(self) -> int:
        """Rows changed."""
        return self._done.changed

    @property
    def lastrowid(self) -> int | None:
        """Of the last insert."""
        return self._done.last_id


def _carry_out(
    connection: sqlite3.Connection,
    beginning: str,
    before: Sequence[Write],
    statement: str,
    parameters: Sequence[Any],
    many: bool,
) -> Done:
    """On the thread."""
    _write(connection, beginning, before)
    cursor = connection.executemany(statement, parameters) if many else connection.execute(statement, parameters)
    rows = cursor.fetchall() if cursor.description is not None else ()
    return Done(rows, cursor.description, cursor.rowcount, cursor.lastrowid)


def _write(connection: sqlite3.Connection, beginning: str, writes: Sequence[Write]) -> None:
    if beginning:
        connection.execute(beginning)
    for statement, rows in writes:
        connection.executemany(statement, rows)


def _write_and_commit(connection: sqlite3.Connection, beginning: str, writes: Sequence[Write]) -> None:
    """On the thread: all of it, or nothing."""
    try:
        _write(connection, beginning, writes)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
