"""What companies recorded, in the database, so that it is in its backups and goes with its owner."""

from __future__ import annotations

from sqlalchemy import Column, Float, LargeBinary, String, Table, select, update

from onepresence_desktop.domain.company_sounds import CompanySound
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import metadata, owner_column, text_column

company_sounds = Table(
    "company_sounds",
    metadata,
    owner_column("customers", key=True),
    Column("key", String(255), primary_key=True),
    Column("seconds", Float, nullable=False),
    text_column("digest"),
    Column("samples", LargeBinary, nullable=False),
)


class CompanySoundsRepository(Repository):
    """Recordings by company and key."""

    async def all(self) -> dict[CustomerId, dict[str, CompanySound]]:
        c = company_sounds.c
        found: dict[CustomerId, dict[str, CompanySound]] = {}
        query = select(c.customer_id, c.key, c.seconds, c.digest)
        for customer_id, key, seconds, digest in await self._connection.execute(query):
            found.setdefault(CustomerId(customer_id), {})[key] = CompanySound(seconds, digest)
        return found

    async def samples(self, customer_id: CustomerId, key: str) -> bytes | None:
        c = company_sounds.c
        query = select(c.samples).where(c.customer_id == customer_id, c.key == key)
        return (await self._connection.execute(query)).scalar_one_or_none()

    async def put(self, customer_id: CustomerId, key: str, sound: CompanySound, samples: bytes) -> None:
        values = {
            "customer_id": customer_id,
            "key": key,
            "seconds": sound.seconds,
            "digest": sound.digest,
            "samples": samples,
        }
        await self._put(company_sounds, values, "customer_id", "key")

    async def move(self, customer_id: CustomerId, key: str, other: str) -> None:
        c = company_sounds.c
        await self._delete(company_sounds, c.customer_id == customer_id, c.key == other)
        moving = update(company_sounds).where(c.customer_id == customer_id, c.key == key).values(key=other)
        await self._connection.execute(moving)

    async def remove(self, customer_id: CustomerId, key: str) -> bool:
        c = company_sounds.c
        return bool(await self._delete(company_sounds, c.customer_id == customer_id, c.key == key))
