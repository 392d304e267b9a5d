"""People of companies' directories in the database, so that callers have names also while a directory is away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import Column, RowMapping, String, Table, bindparam, delete, select

from onepresence_desktop.domain.directory import LONGEST_KEY, DirectoryPerson
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.phonebook import ContactEmail, ContactNumber
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.contacts import StoredEmail, StoredNumber
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import metadata, owner_column, text_column

directory_people = Table(
    "directory_people",
    metadata,
    owner_column("customers", key=True),
    Column("directory", String(64), primary_key=True),
    Column("key", String(LONGEST_KEY), primary_key=True),
    text_column("name"),
    text_column("value"),
)

_REMOVE = delete(directory_people).where(
    directory_people.c.customer_id == bindparam("of"),
    directory_people.c.directory == bindparam("within"),
    directory_people.c.key == bindparam("gone"),
)


class StoredPerson(stored.Shape):
    """`directory_people.value`."""

    company: str
    title: str
    numbers: tuple[StoredNumber, ...]
    emails: tuple[StoredEmail, ...]
    v: Literal[1] = 1


def _row(customer_id: CustomerId, directory: str, person: DirectoryPerson) -> dict[str, Any]:
    shape = StoredPerson(
        company=person.company,
        title=person.title,
        numbers=tuple(StoredNumber(number=n.number, kind=n.kind) for n in person.numbers),
        emails=tuple(StoredEmail(address=e.address, kind=e.kind) for e in person.emails),
    )
    return {
        "customer_id": customer_id,
        "directory": directory,
        "key": person.key,
        "name": person.name,
        "value": stored.write(shape),
    }


def _person(row: RowMapping) -> DirectoryPerson:
    shape = stored.read(row["value"], StoredPerson)
    return DirectoryPerson(
        row["key"],
        row["name"],
        shape.company,
        shape.title,
        tuple(ContactNumber(n.number, n.kind) for n in shape.numbers),
        tuple(ContactEmail(e.address, e.kind) for e in shape.emails),
    )


class DirectoriesRepository(Repository):
    """People of directories."""

    async def all(self, customer_id: CustomerId) -> dict[str, list[DirectoryPerson]]:
        query = select(directory_people).where(directory_people.c.customer_id == customer_id)
        found: dict[str, list[DirectoryPerson]] = {}
        for row in (await self._connection.execute(query)).mappings():
            found.setdefault(row["directory"], []).append(_person(row))
        return found

    async def put(self, customer_id: CustomerId, directory: str, people: Iterable[DirectoryPerson]) -> None:
        rows = [_row(customer_id, directory, person) for person in people]
        await self._put_many(directory_people, rows, "customer_id", "directory", "key")

    async def remove(self, customer_id: CustomerId, directory: str, keys: Iterable[str]) -> None:
        if gone := [{"of": customer_id, "within": directory, "gone": key} for key in keys]:
            await self._connection.execute(_REMOVE, gone)

    async def keep_only(self, customer_id: CustomerId, directories: Iterable[str]) -> None:
        table = directory_people.c
        others = table.directory.not_in(list(directories))
        await self._delete(directory_people, table.customer_id == customer_id, others)
