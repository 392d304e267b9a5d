"""A person who was erased, in what others keep: their name becomes another word, their numbers none (spec 12.4d)."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Table, delete, func, or_, select, update

from onepresence_desktop.domain.calls import call_search_key
from onepresence_desktop.domain.messages import Message, MessageKind
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.store.credentials import audit, failures
from onepresence_desktop.pbx.store.history import call_records
from onepresence_desktop.pbx.store.messages import message_of, messages
from onepresence_desktop.pbx.store.messaging import sent_messages
from onepresence_desktop.pbx.store.outbox import outbox
from onepresence_desktop.pbx.store.people import users
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.shared_calls import shared_calls

TEXTS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (call_records, ("trace",)),
    (messages, ("text",)),
    (sent_messages, ("text", "recipients")),
    (shared_calls, ("memo", "deeds")),
    (outbox, ("subject", "text")),
)
"""Where a name or number may stand within a text, or within a small JSON value."""


class ErasingRepository(Repository):
    """Only for after the person's own rows are gone."""

    async def erase(self, customer_id: CustomerId, name: str, words: Collection[str], instead: str) -> list[Message]:
        own = select(users.c.id).where(users.c.customer_id == customer_id)
        await self._records(own, name, words, instead)
        voices = (
            messages.c.user_id.in_(own),
            messages.c.kind == MessageKind.VOICEMAIL.value,
            messages.c.number.in_(words),
        )
        left = [message_of(row) for row in (await self._connection.execute(select(messages).where(*voices))).mappings()]
        await self._connection.execute(delete(messages).where(messages.c.id.in_([message.id for message in left])))
        for table in (messages, shared_calls):
            ours = table.c.customer_id == customer_id if "customer_id" in table.c else table.c.user_id.in_(own)
            await self._set(table, ours, table.c.name == name, name=instead)
            await self._set(table, ours, table.c.number.in_(words), name=instead, number="")
        for table, columns in TEXTS:
            ours = table.c.customer_id == customer_id if "customer_id" in table.c else table.c.user_id.in_(own)
            for column in columns:
                await self._replace(table, ours, column, name, instead)
                for word in words:
                    await self._replace(table, ours, column, f'"{word}"', '""')
        await self._connection.execute(
            delete(outbox).where(outbox.c.customer_id == customer_id, outbox.c.to.in_(words))
        )
        of_company = audit.c.customer_id == customer_id
        for column in ("actor", "subject", "detail"):
            await self._set(audit, of_company, audit.c[column].in_(words), **{column: instead})
        await self._connection.execute(delete(failures).where(or_(*(failures.c.key.contains(word) for word in words))))
        return left

    async def _records(self, own: object, name: str, words: Collection[str], instead: str) -> None:
        """With their search keys, which hold name and number."""
        c = call_records.c
        await self._set(call_records, c.user_id.in_(own), c.forwarded_by.in_(words), forwarded_by="")  # type: ignore[arg-type]
        theirs = or_(c.name == name, c.number.in_(words))
        key = call_search_key("", instead)
        await self._set(call_records, c.user_id.in_(own), theirs, name=instead, number="", search=key)  # type: ignore[arg-type]

    async def _set(self, table: Table, *conditions: object, **values: str) -> None:
        await self._connection.execute(update(table).where(*conditions).values(**values))  # type: ignore[arg-type]

    async def _replace(self, table: Table, ours: object, column: str, old: str, new: str) -> None:
        text = table.c[column]
        statement = update(table).where(ours, text.contains(old, autoescape=True))  # type: ignore[arg-type]
        await self._connection.execute(statement.values({column: func.replace(text, old, new)}))
