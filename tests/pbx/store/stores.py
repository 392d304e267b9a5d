"""Two companies in an open store."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time

from onepresence_desktop.domain.people import Customer, CustomerId, Opening, Role, User, UserId, WorkingHours
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.store.sql import SqlStore

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
FIRM, OTHER = CustomerId("firm"), CustomerId("other")
ANDERS, BERIT, STRANGER = UserId("anders"), UserId("berit"), UserId("stranger")


@asynccontextmanager
async def opened(url: str) -> AsyncGenerator[Store, None]:
    store = SqlStore(url)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


def user(id_: UserId, number: str, customer: CustomerId = FIRM) -> User:
    hours = WorkingHours(((Opening(time(8), time(16)),),) * 5 + ((), ()))
    return User(
        id_,
        customer,
        number,
        id_.title(),
        "a@x.example",
        "+4520000000",
        f"+45{number}0",
        "T",
        "D",
        Role.USER,
        "sv",
        hours,
    )


async def seeded(store: Store) -> None:
    async with store.unit() as unit:
        await unit.people.put_customer(Customer(FIRM, "100", "Firm"))
        await unit.people.put_customer(Customer(OTHER, "200", "Other", "SE", "Europe/Stockholm", "sv"))
        await unit.people.put_user(user(ANDERS, "1002101"))
        await unit.people.put_user(user(BERIT, "1002102"))
        await unit.people.put_user(user(STRANGER, "2002101", OTHER))
