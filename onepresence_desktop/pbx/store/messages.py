"""The inbox in the database."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Boolean, Column, Float, Index, RowMapping, Table, func, select

from onepresence_desktop.domain.messages import (
    Arrival,
    CutShort,
    Message,
    MessageId,
    MessageKind,
    MessageWaiting,
    VoicemailOptions,
)
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

messages = Table(
    "messages",
    metadata,
    key_column(),
    owner_column("users"),
    text_column("kind"),
    text_column("number"),
    text_column("name"),
    Column("at", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("read", Boolean, nullable=False),
    Column("kept", Boolean, nullable=False),
    text_column("text"),
    text_column("cut_short", None),
    Index("ix_messages_user_at", "user_id", "at"),
)

voicemail_options = Table(
    "voicemail_options",
    metadata,
    owner_column("users", key=True),
    text_column("options"),
)


class StoredOptions(stored.Shape):
    """`voicemail_options.options`."""

    language: str
    second_language: str | None
    deposit: bool
    reception: bool
    max_seconds: int
    keep_days: int
    email: bool
    email_recording: bool
    quick_listening: bool
    ask_pin: bool
    sms: bool
    arrival: str
    v: Literal[5] = 5


class StoredOptions4(stored.Shape):
    """The same before colleagues' texts came as one wants them."""

    language: str
    second_language: str | None
    deposit: bool
    reception: bool
    max_seconds: int
    keep_days: int
    email: bool
    email_recording: bool
    quick_listening: bool
    ask_pin: bool
    sms: bool
    v: Literal[4] = 4


class StoredOptions3(stored.Shape):
    """The same before there was SMS."""

    language: str
    second_language: str | None
    deposit: bool
    reception: bool
    max_seconds: int
    keep_days: int
    email: bool
    email_recording: bool
    quick_listening: bool
    ask_pin: bool
    v: Literal[3] = 3


class StoredOptions2(stored.Shape):
    """The same before owners listened by phone."""

    language: str
    second_language: str | None
    deposit: bool
    reception: bool
    max_seconds: int
    keep_days: int
    email: bool
    email_recording: bool
    v: Literal[2] = 2


class StoredOptions1(stored.Shape):
    """The same before there was mail."""

    language: str
    second_language: str | None
    deposit: bool
    reception: bool
    max_seconds: int
    keep_days: int
    v: Literal[1] = 1


_NAMES = StoredOptions.__struct_fields__[:-1]
"""Of the options' fields, in the domain as in the store."""


Older = StoredOptions1 | StoredOptions2 | StoredOptions3 | StoredOptions4


def _from(shape: type[Older]) -> Callable[[str], StoredOptions]:
    """What makes the present shape of an older one: what it didn't have is as for somebody who never set it."""
    plain = VoicemailOptions()

    def made(text: str) -> StoredOptions:
        old = stored.read(text, shape)
        return StoredOptions(**{name: getattr(old, name, getattr(plain, name)) for name in _NAMES})

    return made


def options_text(options: VoicemailOptions) -> str:
    return stored.write(StoredOptions(**{name: getattr(options, name) for name in _NAMES}))


def options_of(text: str) -> VoicemailOptions:
    shape = stored.read(
        text,
        StoredOptions,
        older={
            1: _from(StoredOptions1),
            2: _from(StoredOptions2),
            3: _from(StoredOptions3),
            4: _from(StoredOptions4),
        },
    )
    values = {name: getattr(shape, name) for name in _NAMES}
    return VoicemailOptions(**{**values, "arrival": Arrival(shape.arrival)})


def message_row(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "user_id": message.user_id,
        "kind": message.kind.value,
        "number": message.number,
        "name": message.name,
        "at": message.at,
        "seconds": message.seconds,
        "read": message.read,
        "kept": message.kept,
        "text": message.text,
        "cut_short": message.cut_short.value if message.cut_short is not None else None,
    }


def message_of(row: RowMapping) -> Message:
    cut_short = CutShort(row["cut_short"]) if row["cut_short"] is not None else None
    return Message(**{**row, "kind": MessageKind(row["kind"]), "cut_short": cut_short})


class MessagesRepository(Repository):
    """The inbox."""

    async def of(self, user_id: UserId) -> list[Message]:
        c = messages.c
        found = await self._rows(messages, c.user_id == user_id, order=(c.at.desc(), c.id))
        return [message_of(row) for row in found]

    async def of_each(self, user_ids: Collection[UserId]) -> dict[UserId, list[Message]]:
        found = await self._rows_of_each(messages, user_ids, messages.c.at.desc(), messages.c.id)
        return {user_id: [message_of(row) for row in rows] for user_id, rows in found.items()}

    async def get(self, message_id: MessageId) -> Message | None:
        row = await self._row(messages, messages.c.id == message_id)
        return message_of(row) if row is not None else None

    async def put(self, message: Message) -> None:
        await self._put(messages, message_row(message), "id")

    async def remove(self, message_id: MessageId) -> None:
        await self._delete(messages, messages.c.id == message_id)

    async def waiting(self, user_id: UserId) -> MessageWaiting:
        c = messages.c
        query = (
            select(c.read, func.count())
            .where(c.user_id == user_id, c.kind == MessageKind.VOICEMAIL.value)
            .group_by(c.read)
        )
        counts = {bool(read): int(count) for read, count in await self._connection.execute(query)}
        return MessageWaiting(user_id, counts.get(False, 0), counts.get(True, 0))

    async def all_waiting(self, customer_id: CustomerId) -> dict[UserId, MessageWaiting]:
        c = messages.c
        query = (
            select(c.user_id, c.read, func.count())
            .join(users)
            .where(users.c.customer_id == customer_id, c.kind == MessageKind.VOICEMAIL.value)
            .group_by(c.user_id, c.read)
        )
        counts: dict[UserId, dict[bool, int]] = {}
        for user_id, read, count in await self._connection.execute(query):
            counts.setdefault(UserId(user_id), {})[bool(read)] = int(count)
        return {u: MessageWaiting(u, own.get(False, 0), own.get(True, 0)) for u, own in counts.items()}

    async def ids(self) -> set[MessageId]:
        query = select(messages.c.id).where(messages.c.kind == MessageKind.VOICEMAIL.value)
        return {MessageId(row[0]) for row in await self._connection.execute(query)}

    async def recorded(self, user_id: UserId) -> float:
        query = select(func.sum(messages.c.seconds)).where(messages.c.user_id == user_id)
        return float((await self._connection.execute(query)).scalar_one() or 0.0)

    async def heard(self, before: datetime) -> list[Message]:
        c = messages.c
        voicemail = c.kind == MessageKind.VOICEMAIL.value
        found = await self._rows(
            messages, voicemail, c.read.is_(True), c.kept.is_(False), c.at < before, order=(c.at, c.id)
        )
        return [message_of(row) for row in found]

    async def options(self, customer_id: CustomerId) -> dict[UserId, VoicemailOptions]:
        query = select(voicemail_options).join(users).where(users.c.customer_id == customer_id)
        found = (await self._connection.execute(query)).mappings()
        return {row["user_id"]: options_of(row["options"]) for row in found}

    async def put_options(self, user_id: UserId, options: VoicemailOptions) -> None:
        await self._put(voicemail_options, {"user_id": user_id, "options": options_text(options)}, "user_id")
