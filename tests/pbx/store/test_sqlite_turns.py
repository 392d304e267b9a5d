"""SQLite's own thread is gone to as seldom as can be, and a write put off is a write like any other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.pbx.store.sql import url_of
from onepresence_desktop.pbx.store.sqlite_driver import Connection
from tests.pbx.store.stores import ANDERS, BERIT, FIRM, opened, seeded, user


async def test_a_unit_that_only_writes_goes_there_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []
    execute = Connection._execute

    async def counted(self: Connection, function: Any, *arguments: Any, **named: Any) -> Any:
        turns.append(function.__name__)
        return await execute(self, function, *arguments, **named)  # type: ignore[no-untyped-call]

    async with opened(url_of(tmp_path)) as store:
        await seeded(store)
        monkeypatch.setattr(Connection, "_execute", counted)
        async with store.unit(FIRM) as unit:
            for n in range(5):
                await unit.preferences.put(ANDERS, f"n{n}", "1")
        assert len(turns) == 1, turns
        turns.clear()
        async with store.unit(FIRM):
            pass
        assert turns == []
        async with store.reading() as unit:
            assert await unit.preferences.get(ANDERS, "n4") == "1"


async def test_what_is_written_is_read_in_the_same_unit_in_order(tmp_path: Path) -> None:
    async with opened(url_of(tmp_path)) as store:
        await seeded(store)
        async with store.unit(FIRM) as unit:
            await unit.preferences.put(ANDERS, "n", "1")
            await unit.preferences.put(ANDERS, "n", "2")
            assert await unit.preferences.get(ANDERS, "n") == "2"
            await unit.preferences.put(ANDERS, "n", "3")
        async with store.reading() as unit:
            assert await unit.preferences.get(ANDERS, "n") == "3"


async def test_a_conflict_at_the_end_undoes_the_whole_unit_and_the_next_begins_clean(tmp_path: Path) -> None:
    async with opened(url_of(tmp_path)) as store:
        await seeded(store)
        for _ in range(6):  # more often than there are connections
            with pytest.raises(Conflict) as refused:
                async with store.unit(FIRM) as unit:
                    await unit.preferences.put(ANDERS, "n", "1")
                    await unit.people.put_user(replace(user(BERIT, "1002102"), local_number="1002101"))
            assert refused.value.details == {"what": "local_number"}
            with pytest.raises(ZeroDivisionError):
                async with store.unit(FIRM) as unit:
                    await unit.preferences.put(ANDERS, "n", "1")
                    raise ZeroDivisionError
            async with store.unit(FIRM) as unit:
                assert await unit.preferences.get(ANDERS, "n") is None
                await unit.preferences.put(BERIT, "m", "1")


async def test_units_that_follow_one_another_stay_on_one_connection_until_one_fails(tmp_path: Path) -> None:
    taken: list[object] = []
    async with opened(url_of(tmp_path)) as store:
        await seeded(store)
        assert store._engine is not None
        event.listen(store._engine.sync_engine, "checkout", lambda connection, *_: taken.append(connection))
        for n in range(4):
            async with store.unit(FIRM) as unit:
                await unit.preferences.put(ANDERS, "n", str(n))
        assert not taken and store._engine.sync_engine.pool.checkedout() == 1  # type: ignore[attr-defined]
        for _ in range(12):  # more often than there are connections
            with pytest.raises(ZeroDivisionError):
                async with store.unit(FIRM) as unit:
                    await unit.preferences.put(ANDERS, "n", "wrong")
                    1 / 0  # noqa: B018
        assert store._engine.sync_engine.pool.checkedout() == 0  # type: ignore[attr-defined]
        async with store.unit(FIRM) as unit:
            assert await unit.preferences.get(ANDERS, "n") == "3"
            await unit.preferences.put(ANDERS, "n", "4")
        async with store.reading() as unit:
            assert await unit.preferences.get(ANDERS, "n") == "4"
        engine = store._engine
    assert engine.sync_engine.pool.checkedout() == 0  # type: ignore[attr-defined]
