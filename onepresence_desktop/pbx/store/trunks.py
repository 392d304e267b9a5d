"""Lines to providers in the database; all but name, place and password in one text."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Column, Integer, RowMapping, String, Table, Text, UniqueConstraint

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import Abroad, CallerId, NumberFormat, SipTrunk, Transport
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import key_column, metadata, owner_column, text_column

trunks = Table(
    "trunks",
    metadata,
    key_column(),
    owner_column("customers"),
    Column("name", String(64), nullable=False),
    Column("place", Integer, nullable=False),
    text_column("settings"),
    Column("password", Text, nullable=False),
    UniqueConstraint("customer_id", "name"),
)


class StoredTrunk(stored.Shape):
    """`trunks.settings`."""

    server: str
    transport: str
    user: str
    registers: bool
    numbers: tuple[str, ...]
    format: str
    main: str | None
    sources: tuple[str, ...]
    max_calls: int | None
    abroad: str
    premium: bool
    calls_an_hour: int
    caller_id: str
    follows_redirects: bool
    v: Literal[1] = 1


def settings_text(trunk: SipTrunk) -> str:
    return stored.write(
        StoredTrunk(
            server=trunk.server,
            transport=trunk.transport.value,
            user=trunk.user,
            registers=trunk.registers,
            numbers=trunk.numbers,
            format=trunk.format.value,
            main=trunk.main,
            sources=trunk.sources,
            max_calls=trunk.max_calls,
            abroad=trunk.abroad.value,
            premium=trunk.premium,
            calls_an_hour=trunk.calls_an_hour,
            caller_id=trunk.caller_id.value,
            follows_redirects=trunk.follows_redirects,
        )
    )


def trunk_of(row: RowMapping) -> SipTrunk:
    found = stored.read(row["settings"], StoredTrunk)
    return SipTrunk(
        row["id"],
        row["customer_id"],
        row["name"],
        found.server,
        Transport(found.transport),
        found.user,
        row["password"],
        found.registers,
        found.numbers,
        NumberFormat(found.format),
        found.main,
        found.sources,
        found.max_calls,
        Abroad(found.abroad),
        found.premium,
        found.calls_an_hour,
        CallerId(found.caller_id),
        found.follows_redirects,
        row["place"],
    )


class TrunksRepository(Repository):
    """Lines to providers."""

    async def all(self, customer_id: CustomerId) -> list[SipTrunk]:
        found = await self._rows(trunks, trunks.c.customer_id == customer_id, order=(trunks.c.place, trunks.c.name))
        return [trunk_of(row) for row in found]

    async def put(self, trunk: SipTrunk) -> None:
        values = {
            "id": trunk.id,
            "customer_id": trunk.customer_id,
            "name": trunk.name,
            "place": trunk.place,
            "settings": settings_text(trunk),
            "password": trunk.password,
        }
        await self._put(trunks, values, "id")

    async def remove(self, trunk_id: TrunkId) -> None:
        await self._delete(trunks, trunks.c.id == trunk_id)
