"""All rows of a SQLite file in the place of those of a PostgreSQL database: the way back of `export`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, func, select, text

from onepresence_desktop.pbx.store.engine import AsyncEngine
from onepresence_desktop.pbx.store.errors import translated
from onepresence_desktop.pbx.store.unit import metadata

AT_ONCE = 500
"""Rows of one statement."""


async def refill(engine: AsyncEngine, path: Path) -> None:
    """In one transaction: the database has all of the file, or what it had. The file has this version's tables."""
    with translated(), _reading(path) as source:
        async with engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                await connection.execute(table.delete())
            for table in metadata.sorted_tables:
                result = await asyncio.to_thread(source.execute, select(table))
                while rows := await asyncio.to_thread(result.fetchmany, AT_ONCE):
                    await connection.execute(table.insert(), [dict(row._mapping) for row in rows])
                await connection.run_sync(_count_on, table)


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _count_on(connection: Connection, table: Table) -> None:
    """Numbers that the database gives out itself go on behind those that came along."""
    column: Any = table.autoincrement_column
    if column is not None:
        last = connection.execute(select(func.max(column))).scalar()
        if last is not None:
            counter = text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)")
            connection.execute(counter, {"table": table.name, "column": column.name, "last": last})
