"""Stores of one run that are alike: their tables are made once, and each statement is put into words once.

Every test has a store of its own. To make its 40 tables, and to compile each statement anew for a new engine, is a
quarter of what such a test costs, and says nothing that the first one did not.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

from onepresence_desktop.pbx.store.sql import FILE, SqlStore, url_of

_compiled: dict[Any, Any] = {}
_create_engine = sqlalchemy.create_engine


class OneForAll(SQLiteDialect_aiosqlite):
    """SQLite as every engine of this process speaks it, so that what was compiled for one is right for the next."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(OneForAll)


def compile_once() -> None:
    """Engines made from now on share what was compiled."""
    registry.register("sqlite.aiosqlite", __name__, OneForAll.__name__)

    def create_engine(url: Any, **options: Any) -> Any:
        engine = _create_engine(url, **options)
        if isinstance(engine.dialect, OneForAll):
            engine.update_execution_options(compiled_cache=_compiled)
        return engine

    sqlalchemy.create_engine = create_engine  # type: ignore[assignment]


_made: list[Path] = []


async def begin_with_tables(data: Path) -> None:
    """The tables of a new store in a folder that has nothing in it, as `SqlStore.open` makes them."""
    if data.exists() and any(data.iterdir()):
        return
    if not _made:
        kept = Path(tempfile.mkdtemp(prefix="onepresence-tables-"))
        atexit.register(shutil.rmtree, kept, ignore_errors=True)
        store = SqlStore(url_of(kept))
        await store.open()
        await store.close()
        _made.append(kept / FILE)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.copyfile(_made[0], data / FILE)
