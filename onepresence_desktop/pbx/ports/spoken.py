"""Where users' own names and greetings are kept, in the store."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.spoken import Spoken, SpokenKind


class SpokenSounds(Protocol):
    """Names and greetings in their owners' own voices; samples are 8 kHz mono 16 bit, little-endian."""

    async def of_each(self, user_ids: Collection[UserId]) -> dict[UserId, dict[SpokenKind, Spoken]]:
        """Of several users at once, without the samples; who has none is left out."""
        ...

    async def samples(self, user_id: UserId, kind: SpokenKind) -> bytes | None: ...
    async def put(self, user_id: UserId, spoken: Spoken, samples: bytes) -> None: ...
    async def remove(self, user_id: UserId, kind: SpokenKind) -> bool:
        """Whether there was one."""
        ...

    async def pin(self, user_id: UserId) -> str | None:
        """Hash of the PIN that opens a mailbox by phone (argon2id); None where none is set."""
        ...

    async def with_pin(self, user_ids: Collection[UserId]) -> set[UserId]:
        """Who of them has a PIN."""
        ...

    async def put_pin(self, user_id: UserId, pin_hash: str) -> None: ...
    async def remove_pin(self, user_id: UserId) -> bool:
        """Whether there was one."""
        ...
