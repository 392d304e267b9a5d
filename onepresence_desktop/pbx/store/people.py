"""Customers, users, devices and hunt groups in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any, Literal

from sqlalchemy import Boolean, Column, Index, Integer, RowMapping, String, Table, Text, false, select

from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    Opening,
    RingStrategy,
    Role,
    SoundPath,
    User,
    UserId,
    WorkingHours,
)
from onepresence_desktop.domain.rota import Rota
from onepresence_desktop.pbx.ports import SipSecret
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import key_column, metadata, owner_column, text_column

customers = Table(
    "customers",
    metadata,
    key_column(),
    Column("code", String(3), nullable=False, unique=True),
    text_column("name"),
    text_column("region"),
    text_column("time_zone"),
    text_column("language"),
)

users = Table(
    "users",
    metadata,
    key_column(),
    owner_column("customers"),
    Column("local_number", String(7), nullable=False, unique=True),
    text_column("name"),
    text_column("email", None),
    text_column("mobile", None),
    Column("one_number", String(20), nullable=True, unique=True),
    text_column("title"),
    text_column("department"),
    text_column("role"),
    text_column("language"),
    text_column("hours"),
    Column("closed", Boolean, nullable=False),
    Column("picture", String(64), nullable=False, server_default=""),
    Column("manager", String(64), nullable=True),
    Index("ix_users_customer", "customer_id"),
)

devices = Table(
    "devices",
    metadata,
    key_column(),
    owner_column("customers"),
    owner_column("users"),
    text_column("kind"),
    Column("sip_user", String(64), nullable=False, unique=True),
    text_column("name"),
    text_column("number", None),
    Column("sound", String(16), nullable=False, server_default="automatic"),
    Column("ring_after", Integer, nullable=False, server_default="0"),
    Column("ring_in_hours", Boolean, nullable=False, server_default=false()),
    Column("secure", Boolean, nullable=False, server_default=false()),
    Column("password", Text, nullable=True),
    Index("ix_devices_customer", "customer_id"),
)

groups = Table(
    "groups",
    metadata,
    key_column(),
    owner_column("customers"),
    Column("local_number", String(7), nullable=False, unique=True),
    text_column("name"),
    text_column("strategy"),
    Column("reception", Boolean, nullable=False),
    Column("seconds", Integer, nullable=False),
    text_column("overflow", None),
    Column("one_number", String(20), nullable=True),
    text_column("hours", None),
    text_column("rota", None),
    Column("mailbox", String(64), nullable=True),
)

group_members = Table(
    "group_members",
    metadata,
    owner_column("groups", key=True),
    owner_column("users", key=True),
    Column("place", Integer, nullable=False),
    Column("logged_out", Boolean, nullable=False, server_default=false()),
)


class StoredOpening(stored.Shape):
    """From and until when somebody works on a day, where the company is."""

    start: time
    end: time


class StoredRota(stored.Shape):
    """`groups.rota`."""

    turns: tuple[str, ...]
    first: date
    changes_on: int
    changes_at: time
    v: Literal[1] = 1


class StoredHours(stored.Shape):
    """`users.hours`, Monday first."""

    days: tuple[tuple[StoredOpening, ...], ...]
    v: Literal[1] = 1


def hours_text(hours: WorkingHours) -> str:
    days = tuple(tuple(StoredOpening(start=o.start, end=o.end) for o in day) for day in hours.days)
    return stored.write(StoredHours(days=days))


def hours_of(text: str) -> WorkingHours:
    days = stored.read(text, StoredHours).days
    return WorkingHours(tuple(tuple(Opening(o.start, o.end) for o in day) for day in days))


def user_row(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "customer_id": user.customer_id,
        "local_number": user.local_number,
        "name": user.name,
        "email": user.email,
        "mobile": user.mobile,
        "one_number": user.one_number,
        "title": user.title,
        "department": user.department,
        "role": user.role.value,
        "language": user.language,
        "hours": hours_text(user.hours),
        "closed": user.closed,
        "picture": user.picture,
        "manager": user.manager,
    }


def user_of(row: RowMapping) -> User:
    return User(**{**row, "role": Role(row["role"]), "hours": hours_of(row["hours"])})


def device_row(device: Device) -> dict[str, Any]:
    return {
        "id": device.id,
        "customer_id": device.customer_id,
        "user_id": device.user_id,
        "kind": device.kind.value,
        "sip_user": device.sip_user,
        "name": device.name,
        "number": device.number,
        "sound": device.sound.value,
        "ring_after": device.ring_after,
        "ring_in_hours": device.ring_in_hours,
        "secure": device.secure,
    }


def device_of(row: RowMapping) -> Device:
    values = {key: value for key, value in row.items() if key != "password"}
    return Device(**{**values, "kind": DeviceKind(row["kind"]), "sound": SoundPath(row["sound"])})


def _rota_of(text: str) -> Rota:
    shape = stored.read(text, StoredRota)
    return Rota(shape.turns, shape.first, shape.changes_on, shape.changes_at)


def _rota_text(rota: Rota) -> str:
    shape = StoredRota(turns=rota.turns, first=rota.first, changes_on=rota.changes_on, changes_at=rota.changes_at)
    return stored.write(shape)


def group_of(row: RowMapping, members: list[RowMapping]) -> HuntGroup:
    return HuntGroup(
        **{
            **row,
            "strategy": RingStrategy(row["strategy"]),
            "hours": hours_of(row["hours"]) if row["hours"] else WorkingHours(),
            "rota": _rota_of(row["rota"]) if row["rota"] else None,
            "members": tuple(member["user_id"] for member in members),
            "logged_out": tuple(member["user_id"] for member in members if member["logged_out"]),
        }
    )


MOST_NAMED = 500
"""Ids in one statement; beyond that, all of a company are read."""


class PeopleRepository(Repository):
    """Customers, users, devices, hunt groups."""

    async def customers(self) -> list[Customer]:
        return [Customer(**row) for row in await self._rows(customers, order=(customers.c.code,))]

    async def put_customer(self, customer: Customer) -> None:
        values = {name: getattr(customer, name) for name in ("id", "code", "name", "region", "time_zone", "language")}
        await self._put(customers, values, "id")

    async def users(self, customer_id: CustomerId) -> list[User]:
        found = await self._rows(users, users.c.customer_id == customer_id, order=(users.c.local_number,))
        return [user_of(row) for row in found]

    async def user(self, user_id: UserId) -> User | None:
        row = await self._row(users, users.c.id == user_id)
        return user_of(row) if row is not None else None

    async def user_by_local_number(self, local_number: str) -> User | None:
        row = await self._row(users, users.c.local_number == local_number)
        return user_of(row) if row is not None else None

    async def put_user(self, user: User) -> None:
        await self._put(users, user_row(user), "id")

    async def remove_user(self, user_id: UserId) -> None:
        await self._delete(users, users.c.id == user_id)

    async def devices(self, customer_id: CustomerId) -> list[Device]:
        found = await self._rows(devices, devices.c.customer_id == customer_id, order=(devices.c.sip_user,))
        return [device_of(row) for row in found]

    async def put_device(self, device: Device, secret: SipSecret | None = None) -> None:
        values = device_row(device)
        if secret is not None:
            values["password"] = secret.password
        await self._put(devices, values, "id")

    async def remove_device(self, device_id: DeviceId) -> None:
        await self._delete(devices, devices.c.id == device_id)

    async def secrets(self, customer_id: CustomerId, of: Sequence[DeviceId] | None = None) -> list[SipSecret]:
        conditions = [devices.c.customer_id == customer_id, devices.c.password.is_not(None)]
        if of is not None and len(of) <= MOST_NAMED:
            conditions.append(devices.c.id.in_(of))
        found = await self._rows(devices, *conditions)
        return [SipSecret(row["id"], row["password"]) for row in found]

    async def groups(self, customer_id: CustomerId) -> list[HuntGroup]:
        query = (
            select(group_members)
            .join(groups, groups.c.id == group_members.c.group_id)
            .where(groups.c.customer_id == customer_id)
            .order_by(group_members.c.place)
        )
        members: dict[str, list[RowMapping]] = {}
        for row in (await self._connection.execute(query)).mappings():
            members.setdefault(row["group_id"], []).append(row)
        found = await self._rows(groups, groups.c.customer_id == customer_id, order=(groups.c.local_number,))
        return [group_of(row, members.get(row["id"], [])) for row in found]

    async def put_group(self, group: HuntGroup) -> None:
        values = {
            "id": group.id,
            "customer_id": group.customer_id,
            "local_number": group.local_number,
            "name": group.name,
            "strategy": group.strategy.value,
            "reception": group.reception,
            "seconds": group.seconds,
            "overflow": group.overflow,
            "one_number": group.one_number,
            "hours": hours_text(group.hours) if group.hours.used else None,
            "rota": _rota_text(group.rota) if group.rota is not None else None,
            "mailbox": group.mailbox,
        }
        await self._put(groups, values, "id")
        await self._delete(group_members, group_members.c.group_id == group.id)
        for place, user_id in enumerate(dict.fromkeys(group.members)):
            out = user_id in group.logged_out
            member = {"group_id": group.id, "user_id": user_id, "place": place, "logged_out": out}
            await self._put(group_members, member, "group_id", "user_id")

    async def remove_group(self, group_id: GroupId) -> None:
        await self._delete(groups, groups.c.id == group_id)
