"""Texts that users sent, and those that a company keeps for sending, in the database."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Column, Index, RowMapping, Table

from onepresence_desktop.domain.messaging import (
    Recipient,
    SentId,
    SentMessage,
    StandardMessage,
    StandardMessageId,
)
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

sent_messages = Table(
    "sent_messages",
    metadata,
    key_column(),
    owner_column("users"),
    Column("at", Moment, nullable=False),
    text_column("text"),
    text_column("recipients"),
    Index("ix_sent_messages_user_at", "user_id", "at"),
)

standard_messages = Table(
    "standard_messages",
    metadata,
    key_column(),
    owner_column("customers"),
    text_column("text"),
    Index("ix_standard_messages_customer", "customer_id"),
)


class StoredRecipient(stored.Shape):
    """One of `sent_messages.recipients`."""

    name: str
    user_id: str | None
    email: str | None
    number: str | None
    way: Way | None
    outgoing: str


class StoredRecipients(stored.Shape):
    """`sent_messages.recipients`."""

    recipients: tuple[StoredRecipient, ...]
    v: Literal[1] = 1


def sent_of(row: RowMapping) -> SentMessage:
    shape = stored.read(row["recipients"], StoredRecipients)
    recipients = tuple(
        Recipient(r.name, UserId(r.user_id) if r.user_id is not None else None, r.email, r.number, r.way, r.outgoing)
        for r in shape.recipients
    )
    return SentMessage(SentId(row["id"]), UserId(row["user_id"]), row["at"], row["text"], recipients)


class MessagingRepository(Repository):
    """Sent and standard messages."""

    async def sent(self, user_id: UserId, after: datetime, most: int) -> list[SentMessage]:
        c = sent_messages.c
        conditions = (c.user_id == user_id, c.at > after)
        rows = await self._rows(sent_messages, *conditions, order=(c.at.desc(), c.id), most=most)
        return [sent_of(row) for row in rows]

    async def put_sent(self, sent: SentMessage) -> None:
        shape = StoredRecipients(
            recipients=tuple(
                StoredRecipient(
                    name=r.name, user_id=r.user_id, email=r.email, number=r.number, way=r.way, outgoing=r.outgoing
                )
                for r in sent.recipients
            )
        )
        values = {
            "id": sent.id,
            "user_id": sent.user_id,
            "at": sent.at,
            "text": sent.text,
            "recipients": stored.write(shape),
        }
        await self._put(sent_messages, values, "id")

    async def forget_sent(self, user_id: UserId, before: datetime) -> None:
        await self._delete(sent_messages, sent_messages.c.user_id == user_id, sent_messages.c.at < before)

    async def standard(self, customer_id: CustomerId) -> list[StandardMessage]:
        c = standard_messages.c
        rows = await self._rows(standard_messages, c.customer_id == customer_id, order=(c.text, c.id))
        return [StandardMessage(StandardMessageId(r["id"]), CustomerId(r["customer_id"]), r["text"]) for r in rows]

    async def put_standard(self, standard: StandardMessage) -> None:
        values = {"id": standard.id, "customer_id": standard.customer_id, "text": standard.text}
        await self._put(standard_messages, values, "id")

    async def remove_standard(self, customer_id: CustomerId, standard_id: StandardMessageId) -> bool:
        c = standard_messages.c
        return bool(await self._delete(standard_messages, c.id == standard_id, c.customer_id == customer_id))
