"""Contacts in the database: one's own, and those without an owner, which the company shares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import Column, ForeignKey, Index, RowMapping, String, Table, bindparam, delete, select

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.phonebook import (
    Contact,
    ContactEmail,
    ContactId,
    ContactNumber,
    EmailKind,
    PhoneKind,
)
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import Moment, key_column, metadata, owner_column, text_column

contacts = Table(
    "contacts",
    metadata,
    key_column(),
    owner_column("customers"),
    Column("owner_id", String(64), ForeignKey("users.id", ondelete="CASCADE"), nullable=True),
    text_column("name"),
    Column("created_at", Moment, nullable=False),
    text_column("value"),
    Index("ix_contacts_customer_owner", "customer_id", "owner_id"),
)

_REMOVE = delete(contacts).where(contacts.c.id == bindparam("gone"))


class StoredNumber(stored.Shape):
    """A number of a contact."""

    number: str
    kind: PhoneKind


class StoredEmail(stored.Shape):
    """An address of a contact."""

    address: str
    kind: EmailKind


class StoredContact(stored.Shape):
    """`contacts.value`."""

    company: str
    title: str
    numbers: tuple[StoredNumber, ...]
    emails: tuple[StoredEmail, ...]
    note: str
    uid: str
    more: tuple[str, ...]
    v: Literal[1] = 1


def contact_row(contact: Contact) -> dict[str, Any]:
    shape = StoredContact(
        company=contact.company,
        title=contact.title,
        numbers=tuple(StoredNumber(number=n.number, kind=n.kind) for n in contact.numbers),
        emails=tuple(StoredEmail(address=e.address, kind=e.kind) for e in contact.emails),
        note=contact.note,
        uid=contact.uid,
        more=contact.more,
    )
    return {
        "id": contact.id,
        "customer_id": contact.customer_id,
        "owner_id": contact.owner,
        "name": contact.name,
        "created_at": contact.created_at,
        "value": stored.write(shape),
    }


def contact_of(row: RowMapping) -> Contact:
    shape = stored.read(row["value"], StoredContact)
    return Contact(
        id=ContactId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        owner=UserId(row["owner_id"]) if row["owner_id"] is not None else None,
        name=row["name"],
        created_at=row["created_at"],
        company=shape.company,
        title=shape.title,
        numbers=tuple(ContactNumber(n.number, n.kind) for n in shape.numbers),
        emails=tuple(ContactEmail(e.address, e.kind) for e in shape.emails),
        note=shape.note,
        uid=shape.uid,
        more=shape.more,
    )


class ContactsRepository(Repository):
    """Contacts."""

    async def all(self, customer_id: CustomerId) -> list[Contact]:
        query = select(contacts).where(contacts.c.customer_id == customer_id)
        return [contact_of(row) for row in (await self._connection.execute(query)).mappings()]

    async def put(self, some: Iterable[Contact]) -> None:
        await self._put_many(contacts, [contact_row(contact) for contact in some], "id")

    async def remove(self, contact_ids: Iterable[ContactId]) -> None:
        if gone := [{"gone": contact_id} for contact_id in contact_ids]:
            await self._connection.execute(_REMOVE, gone)
