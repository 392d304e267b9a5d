"""SQLite on a thread of its own, in as few turns as can be.

What a small statement costs is mostly the way to that thread and back, and aiosqlite goes it for every call: to make a
cursor, execute, fetch, close. Here a statement goes once, and takes the beginning of its transaction along.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Sequence
from typing import Any, NamedTuple

import aiosqlite


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

    def begin(self, statement: str) -> None:
        """Begin a transaction, which is done together with the first statement in it."""
        self._beginning = statement

    async def carry_out(self, statement: str, parameters: Sequence[Any], *, many: bool = False) -> Done:
        """Execute a statement, once or for each of many parameters, and fetch all. Raises `sqlite3.Error`."""
        beginning, self._beginning = self._beginning, ""
        turn: Awaitable[Done] = self._execute(  # type: ignore[no-untyped-call]
            _carry_out, self._conn, beginning, statement, parameters, many
        )
        return await turn

    async def commit(self) -> None:
        """End the transaction, if anything was done in it; it is on disk then."""
        if self._beginning:
            self._beginning = ""
        else:
            await super().commit()

    async def rollback(self) -> None:
        """End the transaction as if it had not been."""
        if self._beginning:
            self._beginning = ""
        else:
            await super().rollback()

    def cursor(self) -> Cursor:  # type: ignore[override]
        """For one statement."""
        return Cursor(self)


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
    connection: sqlite3.Connection, beginning: str, statement: str, parameters: Sequence[Any], many: bool
) -> Done:
    """On the thread."""
    if beginning:
        connection.execute(beginning)
    cursor = connection.executemany(statement, parameters) if many else connection.execute(statement, parameters)
    rows = cursor.fetchall() if cursor.description is not None else ()
    return Done(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
