"""What the repositories of a unit of work have in common, over one connection."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Executable, Table, delete, select
from sqlalchemy.engine import RowMapping

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.store import sqlite_driver
from onepresence_desktop.pbx.store.engine import AsyncConnection

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
    from sqlalchemy.dialects.sqlite import Insert as SqliteInsert


@cache
def _upsert(dialect_name: str, table: Table, columns: tuple[str, ...], keys: tuple[str, ...]) -> Executable:
    """Built once for each table: building costs more than executing."""
    dialect = importlib.import_module(f"sqlalchemy.dialects.{dialect_name}")  # the other one costs a start its time
    statement: SqliteInsert | PostgresInsert = dialect.insert(table)
    rest = {name: statement.excluded[name] for name in columns if name not in keys}
    if rest:
        updating: Executable = statement.on_conflict_do_update(index_elements=list(keys), set_=rest)
        return updating
    keeping: Executable = statement.on_conflict_do_nothing(index_elements=list(keys))
    return keeping


@cache
def _prepared(
    statement: Executable, columns: tuple[str, ...]
) -> tuple[str, list[tuple[str, Callable[[Any], Any] | None]]]:
    """A statement's text for SQLite, and the order of its parameters with what makes the database's value of each."""
    from sqlalchemy.dialects.sqlite.aiosqlite import dialect

    compiled: Any = statement.compile(dialect=dialect(), column_keys=list(columns))  # type: ignore[attr-defined]
    return str(compiled), [(name, compiled._bind_processors.get(name)) for name in compiled.positiontup]


class Repository:
    """What all repositories do: rows by condition, upsert, delete."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def _rows(self, table: Table, *conditions: ColumnElement[bool], **order: Any) -> list[RowMapping]:
        query = select(table).where(*conditions)
        if "order" in order:
            query = query.order_by(*order["order"])
        if "most" in order:
            query = query.limit(order["most"])
        return list((await self._connection.execute(query)).mappings())

    async def _row(self, table: Table, *conditions: ColumnElement[bool]) -> RowMapping | None:
        return (await self._connection.execute(select(table).where(*conditions))).mappings().first()

    async def _rows_of_each(
        self, table: Table, user_ids: Collection[UserId], *order: ColumnElement[Any]
    ) -> dict[UserId, list[RowMapping]]:
        """Rows of several users by their `user_id`, each user's in order; who has none is left out."""
        found: dict[UserId, list[RowMapping]] = {}
        for row in await self._rows(table, table.c.user_id.in_(user_ids), order=order):
            found.setdefault(row["user_id"], []).append(row)
        return found

    async def _put(self, table: Table, values: dict[str, Any], *keys: str) -> None:
        """Insert, or replace what has the same keys; other unique values in use raise IntegrityError."""
        await self._put_all(table, [values], *keys)

    async def _put_all(self, table: Table, rows: Sequence[dict[str, Any]], *keys: str) -> None:
        """The same for rows with the same columns; at least one."""
        await self._write(_upsert(self._connection.dialect.name, table, tuple(rows[0]), keys), rows)

    async def _write(self, statement: Executable, rows: Sequence[dict[str, Any]]) -> None:
        """Execute for each row of values. SQLite: with the next statement or the commit, which raises its errors."""
        driver = sqlite_driver.writing(self._connection)
        if driver is None:
            await self._connection.execute(statement, rows)
            return
        text, columns = _prepared(statement, tuple(rows[0]))
        driver.put_off(text, [[value(row[name]) if value else row[name] for name, value in columns] for row in rows])

    async def _put_many(self, table: Table, rows: list[dict[str, Any]], *keys: str) -> None:
        """The same for many rows with the same columns, in one go."""
        if rows:
            await self._connection.execute(_upsert(self._connection.dialect.name, table, tuple(rows[0]), keys), rows)

    async def _delete(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        return (await self._connection.execute(delete(table).where(*conditions))).rowcount
