"""All rows of a PostgreSQL database in one SQLite file of the same tables: a backup that any machine can open."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select

from onepresence_desktop.pbx.store.engine import AsyncEngine
from onepresence_desktop.pbx.store.errors import translated
from onepresence_desktop.pbx.store.migrations.create import create
from onepresence_desktop.pbx.store.unit import metadata


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
    with engine.begin() as connection:
        create(connection, metadata)
        for table in metadata.sorted_tables:
            if contents[table.name]:
                connection.execute(table.insert(), contents[table.name])
    engine.dispose()
