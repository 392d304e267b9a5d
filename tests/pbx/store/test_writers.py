"""Writers beside each other: nothing is lost, and nobody waits for who has nothing to do with them."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.store.sql import SqlStore
from tests.pbx.store.stores import ANDERS, FIRM, OTHER, opened, seeded, user
from tests.support.postgres import Cluster


async def test_writers_beside_each_other_lose_nothing(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)

        async def count_up() -> None:
            async with store.unit() as unit:
                value = int(await unit.preferences.get(ANDERS, "n") or 0)
                await unit.preferences.put(ANDERS, "n", str(value + 1))

        await asyncio.gather(*(count_up() for _ in range(25)))
        async with store.reading() as unit:
            assert await unit.preferences.get(ANDERS, "n") == "25"


async def test_writers_of_one_company_and_of_all_lose_nothing(url: str) -> None:
    async with opened(url) as store:
        await seeded(store)

        async def count_up(*companies: CustomerId) -> None:
            async with store.unit(*companies) as unit:
                value = int(await unit.preferences.get(ANDERS, "n") or 0)
                await unit.preferences.put(ANDERS, "n", str(value + 1))

        of_whom = [(FIRM,), (), (OTHER, FIRM), (FIRM, OTHER)] * 8
        await asyncio.gather(*(count_up(*companies) for companies in of_whom))
        async with store.reading() as unit:
            assert await unit.preferences.get(ANDERS, "n") == "32"


async def test_on_postgresql_one_company_does_not_wait_for_another(postgres: Cluster) -> None:
    async with opened(postgres.database()) as store:
        await seeded(store)
        async with store.unit(FIRM):
            async with asyncio.timeout(60), store.unit(OTHER) as unit:
                await unit.people.put_user(user(UserId("new"), "2002102", OTHER))
            waiting = asyncio.create_task(store.unit(FIRM).__aenter__())
            await asyncio.sleep(0)
            assert not waiting.done()
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)


async def test_many_writers_in_a_row_leave_connections_to_those_who_read(postgres: Cluster) -> None:
    """Whoever waits for a turn holds no connection: more writers than the pool has connections harm no reader."""
    async with opened(postgres.database()) as store:
        await seeded(store)
        async with store.unit(FIRM):

            async def write() -> None:
                async with store.unit(FIRM) as unit:
                    await unit.preferences.put(ANDERS, "n", "1")

            writers = [asyncio.create_task(write()) for _ in range(60)]
            await asyncio.sleep(0)
            async with asyncio.timeout(60), store.reading() as unit:
                assert await unit.people.user(ANDERS) is not None
        await asyncio.gather(*writers)


async def test_a_pool_without_a_free_connection_is_told_as_the_store_being_away(postgres: Cluster) -> None:
    async with opened(postgres.database()) as store:
        assert isinstance(store, SqlStore) and store._engine is not None
        store._engine.pool._timeout = 0.1  # type: ignore[attr-defined]
        async with contextlib.AsyncExitStack() as readers:
            with pytest.raises(Unavailable):
                for _ in range(40):
                    unit = await readers.enter_async_context(store.reading())
                    await unit.people.customers()
