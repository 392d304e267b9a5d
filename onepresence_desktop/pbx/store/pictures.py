"""Pictures of people in the database, so that they are in its backups and go with whom they show."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, select

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pictures import PictureKind
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import metadata, owner_column, text_column

pictures = Table(
    "pictures",
    metadata,
    owner_column("users", key=True),
    text_column("kind"),
    Column("data", LargeBinary, nullable=False),
)


class PicturesRepository(Repository):
    """One for a user at most."""

    async def of(self, user_id: UserId) -> tuple[PictureKind, bytes] | None:
        query = select(pictures.c.kind, pictures.c.data).where(pictures.c.user_id == user_id)
        row = (await self._connection.execute(query)).one_or_none()
        return (PictureKind(row[0]), row[1]) if row is not None else None

    async def put(self, user_id: UserId, kind: PictureKind, data: bytes) -> None:
        await self._put(pictures, {"user_id": user_id, "kind": kind.value, "data": data}, "user_id")

    async def remove(self, user_id: UserId) -> bool:
        return bool(await self._delete(pictures, pictures.c.user_id == user_id))
