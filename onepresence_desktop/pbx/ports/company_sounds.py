"""Where companies' own recordings are kept, in the store."""

from __future__ import annotations

from typing import Protocol

from onepresence_desktop.domain.company_sounds import CompanySound
from onepresence_desktop.domain.people import CustomerId


class CompanySoundRows(Protocol):
    """Recordings by company and key (`domain/company_sounds`); samples are 8 kHz mono 16 bit, little-endian."""

    async def all(self) -> dict[CustomerId, dict[str, CompanySound]]:
        """Of every company, without the samples; one that has none is left out."""
        ...

    async def samples(self, customer_id: CustomerId, key: str) -> bytes | None: ...
    async def put(self, customer_id: CustomerId, key: str, sound: CompanySound, samples: bytes) -> None: ...
    async def move(self, customer_id: CustomerId, key: str, other: str) -> None:
        """To another key, in place of what is there; nothing where there is none."""
        ...

    async def remove(self, customer_id: CustomerId, key: str) -> bool:
        """Whether there was one."""
        ...
