"""All rows of a PostgreSQL database in one SQLite file of the same tables: a backup that any machine can open."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import AsyncEngine

from onepresence_desktop.pbx.store.errors import translated
from onepresence_desktop.pbx.store.migrations import HEAD, VERSION_TABLE
from onepresence_desktop.pbx.store.tables import metadata


async def export(engine: AsyncEngine, path: Path) -> None:
    """Read in one transaction (one state of things), write off the loop."""
    contents: dict[str, list[dict[str, Any]]] = {}
    with translated():
        async with engine.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ")
            for table in metadata.sorted_tables:
                contents[table.name] = [dict(row) for row in (await connection.execute(select(table))).mappings()]
        await asyncio.to_thread(_write, contents, path)


def _write(contents: dict[str, list[dict[str, Any]]], path: Path) -> None:
    path.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} VALUES ('{HEAD}')")
        for table in metadata.sorted_tables:
            if contents[table.name]:
                connection.execute(table.insert(), contents[table.name])
    engine.dispose()
