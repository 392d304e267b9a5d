"""Company numbers in the database."""

from __future__ import annotations

from datetime import time
from typing import Any, Literal

from sqlalchemy import Column, Index, RowMapping, String, Table

from onepresence_desktop.domain.company_number import (
    Answer,
    CompanyMenu,
    CompanyNumber,
    CompanyNumberId,
    Leads,
    MenuKey,
)
from onepresence_desktop.domain.people import CustomerId, Opening, WorkingHours
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import key_column, metadata, owner_column, text_column

company_numbers = Table(
    "company_numbers",
    metadata,
    key_column(),
    owner_column("customers"),
    text_column("one_number"),
    text_column("value"),
    Index("ix_company_numbers_customer", "customer_id"),
)


settings = Table(
    "company_settings",
    metadata,
    owner_column("customers", key=True),
    Column("key", String(64), primary_key=True),
    text_column("value"),
)


class StoredKey(stored.Shape):
    """A key of a menu."""

    key: str
    leads: Leads
    number: str
    menu: str
    text: dict[str, str]
    language: str


class StoredMenu(stored.Shape):
    """A menu."""

    name: str
    text: dict[str, str]
    keys: tuple[StoredKey, ...]


class StoredAnswer(stored.Shape):
    """What a caller meets who isn't served."""

    text: dict[str, str]
    number: str


class StoredCompanyNumber(stored.Shape):
    """`company_numbers.value`; hours: pairs of local times, Monday first."""

    name: str
    number: str
    languages: tuple[str, ...]
    hours: tuple[tuple[tuple[time, time], ...], ...]
    holidays: bool
    greeting: dict[str, str]
    queue: dict[str, str]
    menus: tuple[StoredMenu, ...]
    closed: StoredAnswer
    holiday: StoredAnswer
    nobody: StoredAnswer
    v: Literal[1] = 1


def company_number_row(number: CompanyNumber) -> dict[str, Any]:
    shape = StoredCompanyNumber(
        name=number.name,
        number=number.number,
        languages=number.languages,
        hours=tuple(tuple((o.start, o.end) for o in day) for day in number.hours.days),
        holidays=number.holidays,
        greeting=number.greeting,
        queue=number.queue,
        menus=tuple(StoredMenu(name=m.name, text=m.text, keys=tuple(map(_key, m.keys))) for m in number.menus),
        closed=_answer(number.closed),
        holiday=_answer(number.holiday),
        nobody=_answer(number.nobody),
    )
    return {
        "id": number.id,
        "customer_id": number.customer_id,
        "one_number": number.one_number,
        "value": stored.write(shape),
    }


def _key(key: MenuKey) -> StoredKey:
    return StoredKey(
        key=key.key, leads=key.leads, number=key.number, menu=key.menu, text=key.text, language=key.language
    )


def _answer(answer: Answer) -> StoredAnswer:
    return StoredAnswer(text=answer.text, number=answer.number)


def company_number_of(row: RowMapping) -> CompanyNumber:
    shape = stored.read(row["value"], StoredCompanyNumber)
    return CompanyNumber(
        id=CompanyNumberId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        one_number=row["one_number"],
        name=shape.name,
        number=shape.number,
        languages=shape.languages,
        hours=WorkingHours(tuple(tuple(Opening(start, end) for start, end in day) for day in shape.hours)),
        holidays=shape.holidays,
        greeting=shape.greeting,
        queue=shape.queue,
        menus=tuple(
            CompanyMenu(
                menu.name,
                menu.text,
                tuple(MenuKey(k.key, k.leads, k.number, k.menu, k.text, k.language) for k in menu.keys),
            )
            for menu in shape.menus
        ),
        closed=Answer(shape.closed.text, shape.closed.number),
        holiday=Answer(shape.holiday.text, shape.holiday.number),
        nobody=Answer(shape.nobody.text, shape.nobody.number),
    )


class CompanyNumbersRepository(Repository):
    """Company numbers."""

    async def all(self, customer_id: CustomerId) -> list[CompanyNumber]:
        c = company_numbers.c
        found = await self._rows(company_numbers, c.customer_id == customer_id, order=(c.one_number, c.id))
        return [company_number_of(row) for row in found]

    async def put(self, number: CompanyNumber) -> None:
        await self._put(company_numbers, company_number_row(number), "id")

    async def setting(self, customer_id: CustomerId, key: str) -> str | None:
        row = await self._row(settings, settings.c.customer_id == customer_id, settings.c.key == key)
        return str(row["value"]) if row is not None else None

    async def put_setting(self, customer_id: CustomerId, key: str, value: str) -> None:
        await self._put(settings, {"customer_id": customer_id, "key": key, "value": value}, "customer_id", "key")

    async def remove(self, number_id: CompanyNumberId) -> None:
        await self._delete(company_numbers, company_numbers.c.id == number_id)
