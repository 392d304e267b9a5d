"""A person who was erased, in what others keep: their name becomes another word, their numbers none (spec 12.4d)."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, Table, delete, func, or_, select, update

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
from onepresence_desktop.wire import codec

Columns = tuple[tuple[Table, tuple[str, ...]], ...]

VALUES: Columns = ((call_records, ("trace",)), (sent_messages, ("recipients",)), (shared_calls, ("deeds",)))
"""Where a name or number may be a string within a small JSON value."""

TEXTS: Columns = (
    (messages, ("text",)),
    (sent_messages, ("text",)),
    (shared_calls, ("memo",)),
    (outbox, ("subject", "text")),
)
"""Where they may stand in what somebody wrote."""


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
            ours = self._ours(table, customer_id, own)
            await self._set(table, ours, table.c.name == name, name=instead)
            await self._set(table, ours, table.c.number.in_(words), name=instead, number="")
        for table, columns in VALUES:
            for column in columns:
                for word, other in {name: instead, **dict.fromkeys(words, "")}.items():
                    await self._replace(table, self._ours(table, customer_id, own), column, word, other)
        for table, columns in TEXTS:
            for column in columns:
                await self._rewrite(table, self._ours(table, customer_id, own), column, name, words, instead)
        await self._connection.execute(
            delete(outbox).where(outbox.c.customer_id == customer_id, outbox.c.to.in_(words))
        )
        of_company = audit.c.customer_id == customer_id
        for column in ("actor", "subject", "detail"):
            await self._set(audit, of_company, audit.c[column].in_(words), **{column: instead})
        await self._connection.execute(delete(failures).where(or_(*(failures.c.key.contains(word) for word in words))))
        return left

    async def _records(self, own: Select[tuple[str]], name: str, words: Collection[str], instead: str) -> None:
        """With their search keys, which hold name and number."""
        c = call_records.c
        await self._set(call_records, c.user_id.in_(own), c.forwarded_by.in_(words), forwarded_by="")
        theirs = or_(c.name == name, c.number.in_(words))
        key = call_search_key("", instead)
        await self._set(call_records, c.user_id.in_(own), theirs, name=instead, number="", search=key)

    async def _set(self, table: Table, *conditions: ColumnElement[bool], **values: str) -> None:
        await self._connection.execute(update(table).where(*conditions).values(**values))

    async def _replace(self, table: Table, ours: ColumnElement[bool], column: str, word: str, other: str) -> None:
        """A string of a JSON value that is just this word."""
        text, old, new = table.c[column], codec.encode(word).decode(), codec.encode(other).decode()
        statement = update(table).where(ours, text.contains(old, autoescape=True))
        await self._connection.execute(statement.values({column: func.replace(text, old, new)}))

    async def _rewrite(
        self, table: Table, ours: ColumnElement[bool], column: str, name: str, words: Collection[str], instead: str
    ) -> None:
        """Where they stand as whole words, the name in the genitive too; a longer name or number stays as it is."""
        text, key = table.c[column], table.c.id
        somewhere = or_(*(text.contains(word, autoescape=True) for word in (name, *words)))
        numbers = "".join(rf"|{re.escape(word)}(?!\w)" for word in words)
        whole = re.compile(rf"(?<![\w+])(?:{re.escape(name)}(?!(?!s\b)[\w-]*\w){numbers})")
        for row_id, before in (await self._connection.execute(select(key, text).where(ours, somewhere))).all():
            after = whole.sub(lambda found: instead if found[0] == name else "", before)
            if after != before:
                await self._connection.execute(update(table).where(key == row_id).values({column: after}))

    @staticmethod
    def _ours(table: Table, customer_id: CustomerId, own: Select[tuple[str]]) -> ColumnElement[bool]:
        return table.c.customer_id == customer_id if "customer_id" in table.c else table.c.user_id.in_(own)
