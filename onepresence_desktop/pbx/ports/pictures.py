"""Where pictures of people are kept, in the store."""

from __future__ import annotations

from typing import Protocol

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pictures import PictureKind


class Pictures(Protocol):
    """One for a user at most."""

    async def of(self, user_id: UserId) -> tuple[PictureKind, bytes] | None:
        """None where there is none."""
        ...

    async def put(self, user_id: UserId, kind: PictureKind, data: bytes) -> None: ...
    async def remove(self, user_id: UserId) -> bool:
        """Whether there was one."""
        ...
