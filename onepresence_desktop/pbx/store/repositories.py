"""The repositories of a unit of work, over one connection."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Executable, Table, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.diversion import (
    Diversion,
    DiversionId,
    ForwardingDefaults,
    QuickDiversion,
    QuickDiversionId,
    SavedDestination,
)
from onepresence_desktop.domain.messages import Message, MessageId, MessageKind, MessageWaiting, VoicemailOptions
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    GroupId,
    HuntGroup,
    User,
    UserId,
)
from onepresence_desktop.pbx.ports import AuditEntry, Credential, Session, SipSecret
from onepresence_desktop.pbx.store import rows
from onepresence_desktop.pbx.store import tables as t

_REMOVE_DIVERSION = delete(t.diversions).where(t.diversions.c.id == bindparam("gone"))


@cache
def _upsert(dialect_name: str, table: Table, columns: tuple[str, ...], keys: tuple[str, ...]) -> Executable:
    """Built once for each table: building costs more than executing."""
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    statement = dialect.insert(table)
    rest = {name: statement.excluded[name] for name in columns if name not in keys}
    if rest:
        updating: Executable = statement.on_conflict_do_update(index_elements=list(keys), set_=rest)
        return updating
    keeping: Executable = statement.on_conflict_do_nothing(index_elements=list(keys))
    return keeping


class Repository:
    """What all repositories do: rows by condition, upsert, delete."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def _rows(self, table: Table, *conditions: ColumnElement[bool], **order: Any) -> list[RowMapping]:
        query = select(table).where(*conditions)
        if "order" in order:
            query = query.order_by(*order["order"])
        if "most" in order:
            query = query.limit(order["most"])
        return list((await self._connection.execute(query)).mappings())

    async def _row(self, table: Table, *conditions: ColumnElement[bool]) -> RowMapping | None:
        return (await self._connection.execute(select(table).where(*conditions))).mappings().first()

    async def _put(self, table: Table, values: dict[str, Any], *keys: str) -> None:
        """Insert, or replace what has the same keys; other unique values in use raise IntegrityError."""
        await self._connection.execute(_upsert(self._connection.dialect.name, table, tuple(values), keys), values)

    async def _delete(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        return (await self._connection.execute(delete(table).where(*conditions))).rowcount


class PeopleRepository(Repository):
    """Customers, users, devices, hunt groups."""

    async def customers(self) -> list[Customer]:
        return [Customer(**row) for row in await self._rows(t.customers, order=(t.customers.c.code,))]

    async def put_customer(self, customer: Customer) -> None:
        values = {name: getattr(customer, name) for name in ("id", "code", "name", "region", "time_zone", "language")}
        await self._put(t.customers, values, "id")

    async def users(self, customer_id: CustomerId) -> list[User]:
        found = await self._rows(t.users, t.users.c.customer_id == customer_id, order=(t.users.c.local_number,))
        return [rows.user_of(row) for row in found]

    async def user(self, user_id: UserId) -> User | None:
        row = await self._row(t.users, t.users.c.id == user_id)
        return rows.user_of(row) if row is not None else None

    async def user_by_local_number(self, local_number: str) -> User | None:
        row = await self._row(t.users, t.users.c.local_number == local_number)
        return rows.user_of(row) if row is not None else None

    async def put_user(self, user: User) -> None:
        await self._put(t.users, rows.user_row(user), "id")

    async def remove_user(self, user_id: UserId) -> None:
        await self._delete(t.users, t.users.c.id == user_id)

    async def devices(self, customer_id: CustomerId) -> list[Device]:
        found = await self._rows(t.devices, t.devices.c.customer_id == customer_id, order=(t.devices.c.sip_user,))
        return [rows.device_of(row) for row in found]

    async def put_device(self, device: Device, secret: SipSecret | None = None) -> None:
        values = rows.device_row(device)
        if secret is not None:
            values["password"] = secret.password
        await self._put(t.devices, values, "id")

    async def remove_device(self, device_id: DeviceId) -> None:
        await self._delete(t.devices, t.devices.c.id == device_id)

    async def secrets(self, customer_id: CustomerId) -> list[SipSecret]:
        found = await self._rows(t.devices, t.devices.c.customer_id == customer_id, t.devices.c.password.is_not(None))
        return [SipSecret(row["id"], row["password"]) for row in found]

    async def groups(self, customer_id: CustomerId) -> list[HuntGroup]:
        query = (
            select(t.group_members)
            .join(t.groups, t.groups.c.id == t.group_members.c.group_id)
            .where(t.groups.c.customer_id == customer_id)
            .order_by(t.group_members.c.place)
        )
        members: dict[str, list[UserId]] = {}
        for row in (await self._connection.execute(query)).mappings():
            members.setdefault(row["group_id"], []).append(row["user_id"])
        found = await self._rows(t.groups, t.groups.c.customer_id == customer_id, order=(t.groups.c.local_number,))
        return [rows.group_of(row, tuple(members.get(row["id"], ()))) for row in found]

    async def put_group(self, group: HuntGroup) -> None:
        values = {
            "id": group.id,
            "customer_id": group.customer_id,
            "local_number": group.local_number,
            "name": group.name,
            "strategy": group.strategy.value,
            "reception": group.reception,
            "seconds": group.seconds,
        }
        await self._put(t.groups, values, "id")
        await self._delete(t.group_members, t.group_members.c.group_id == group.id)
        for place, user_id in enumerate(dict.fromkeys(group.members)):
            member = {"group_id": group.id, "user_id": user_id, "place": place}
            await self._put(t.group_members, member, "group_id", "user_id")

    async def remove_group(self, group_id: GroupId) -> None:
        await self._delete(t.groups, t.groups.c.id == group_id)


class CredentialsRepository(Repository):
    """Passwords, sessions, throttling, audit."""

    async def credential(self, user_id: UserId) -> Credential | None:
        row = await self._row(t.credentials, t.credentials.c.user_id == user_id)
        return Credential(**row) if row is not None else None

    async def put_credential(self, credential: Credential) -> None:
        values = {
            "user_id": credential.user_id,
            "password_hash": credential.password_hash,
            "must_change": credential.must_change,
            "activation_hash": credential.activation_hash,
        }
        await self._put(t.credentials, values, "user_id")

    async def put_session(self, session: Session) -> None:
        values = {
            name: getattr(session, name)
            for name in ("id", "user_id", "customer_id", "token_hash", "device_name", "created_at", "seen_at")
        }
        await self._put(t.sessions, values, "id")

    async def session_by_token(self, token_hash: bytes) -> Session | None:
        row = await self._row(t.sessions, t.sessions.c.token_hash == token_hash)
        return Session(**row) if row is not None else None

    async def sessions(self, user_id: UserId) -> list[Session]:
        found = await self._rows(t.sessions, t.sessions.c.user_id == user_id, order=(t.sessions.c.created_at,))
        return [Session(**row) for row in found]

    async def touch_session(self, session_id: str, at: datetime) -> None:
        await self._connection.execute(t.sessions.update().where(t.sessions.c.id == session_id).values(seen_at=at))

    async def remove_session(self, session_id: str) -> None:
        await self._delete(t.sessions, t.sessions.c.id == session_id)

    async def failures(self, key: str) -> tuple[int, datetime] | None:
        row = await self._row(t.failures, t.failures.c.key == key)
        return (row["count"], row["at"]) if row is not None else None

    async def put_failures(self, key: str, count: int, at: datetime) -> None:
        await self._put(t.failures, {"key": key, "count": count, "at": at}, "key")

    async def clear_failures(self, key: str) -> None:
        await self._delete(t.failures, t.failures.c.key == key)

    async def audit(self, entry: AuditEntry) -> None:
        values = {name: getattr(entry, name) for name in ("at", "customer_id", "actor", "action", "subject", "detail")}
        await self._connection.execute(t.audit.insert().values(values))

    async def audit_log(self, customer_id: CustomerId, *, most: int = 200) -> list[AuditEntry]:
        found = await self._rows(t.audit, t.audit.c.customer_id == customer_id, order=(t.audit.c.id.desc(),), most=most)
        return [AuditEntry(**{key: value for key, value in row.items() if key != "id"}) for row in found]


class DiversionsRepository(Repository):
    """Diversions and all else a user keeps about forwarding."""

    async def all(self, customer_id: CustomerId) -> list[Diversion]:
        query = select(t.diversions).join(t.users).where(t.users.c.customer_id == customer_id)
        return [rows.diversion_of(row) for row in (await self._connection.execute(query)).mappings()]

    async def of(self, user_id: UserId) -> list[Diversion]:
        found = await self._rows(t.diversions, t.diversions.c.user_id == user_id, order=(t.diversions.c.starts_at,))
        return [rows.diversion_of(row) for row in found]

    async def put(self, diversion: Diversion) -> None:
        await self._put(t.diversions, rows.diversion_row(diversion), "id")

    async def remove(self, diversion_ids: Iterable[DiversionId]) -> None:
        if gone := [{"gone": diversion_id} for diversion_id in diversion_ids]:
            await self._connection.execute(_REMOVE_DIVERSION, gone)

    async def defaults(self, customer_id: CustomerId) -> dict[UserId, ForwardingDefaults]:
        query = select(t.forwarding).join(t.users).where(t.users.c.customer_id == customer_id)
        found = (await self._connection.execute(query)).mappings()
        return {row["user_id"]: rows.from_json(row["defaults"], ForwardingDefaults) for row in found}

    async def put_defaults(self, user_id: UserId, defaults: ForwardingDefaults) -> None:
        await self._put(t.forwarding, {"user_id": user_id, "defaults": rows.to_json(defaults)}, "user_id")

    async def quick(self, user_id: UserId) -> list[QuickDiversion]:
        c = t.quick_diversions.c
        found = await self._rows(t.quick_diversions, c.user_id == user_id, order=(c.place, c.id))
        return [rows.from_json(row["value"], QuickDiversion) for row in found]

    async def put_quick(self, user_id: UserId, quick: QuickDiversion, place: int) -> None:
        values = {"id": quick.id, "user_id": user_id, "place": place, "value": rows.to_json(quick)}
        await self._put(t.quick_diversions, values, "id")

    async def remove_quick(self, user_id: UserId, quick_id: QuickDiversionId) -> bool:
        c = t.quick_diversions.c
        return bool(await self._delete(t.quick_diversions, c.id == quick_id, c.user_id == user_id))

    async def destinations(self, user_id: UserId) -> list[SavedDestination]:
        c = t.destinations.c
        found = await self._rows(t.destinations, c.user_id == user_id, order=(c.name, c.id))
        return [SavedDestination(row["id"], row["name"], row["number"]) for row in found]

    async def put_destination(self, user_id: UserId, destination: SavedDestination) -> None:
        values = {
            "id": destination.id,
            "user_id": user_id,
            "name": destination.name,
            "number": destination.number,
        }
        await self._put(t.destinations, values, "id")

    async def remove_destination(self, user_id: UserId, destination_id: str) -> bool:
        c = t.destinations.c
        return bool(await self._delete(t.destinations, c.id == destination_id, c.user_id == user_id))


class MessagesRepository(Repository):
    """The inbox."""

    async def of(self, user_id: UserId) -> list[Message]:
        c = t.messages.c
        found = await self._rows(t.messages, c.user_id == user_id, order=(c.at.desc(), c.id))
        return [rows.message_of(row) for row in found]

    async def get(self, message_id: MessageId) -> Message | None:
        row = await self._row(t.messages, t.messages.c.id == message_id)
        return rows.message_of(row) if row is not None else None

    async def put(self, message: Message) -> None:
        await self._put(t.messages, rows.message_row(message), "id")

    async def remove(self, message_id: MessageId) -> None:
        await self._delete(t.messages, t.messages.c.id == message_id)

    async def waiting(self, user_id: UserId) -> MessageWaiting:
        c = t.messages.c
        query = (
            select(c.read, func.count())
            .where(c.user_id == user_id, c.kind == MessageKind.VOICEMAIL.value)
            .group_by(c.read)
        )
        counts = {bool(read): int(count) for read, count in await self._connection.execute(query)}
        return MessageWaiting(user_id, counts.get(False, 0), counts.get(True, 0))

    async def ids(self) -> set[MessageId]:
        query = select(t.messages.c.id).where(t.messages.c.kind == MessageKind.VOICEMAIL.value)
        return {MessageId(row[0]) for row in await self._connection.execute(query)}

    async def recorded(self, user_id: UserId) -> float:
        query = select(func.sum(t.messages.c.seconds)).where(t.messages.c.user_id == user_id)
        return float((await self._connection.execute(query)).scalar_one() or 0.0)

    async def heard(self, before: datetime) -> list[Message]:
        c = t.messages.c
        voicemail = c.kind == MessageKind.VOICEMAIL.value
        found = await self._rows(
            t.messages, voicemail, c.read.is_(True), c.kept.is_(False), c.at < before, order=(c.at, c.id)
        )
        return [rows.message_of(row) for row in found]

    async def options(self, customer_id: CustomerId) -> dict[UserId, VoicemailOptions]:
        query = select(t.voicemail_options).join(t.users).where(t.users.c.customer_id == customer_id)
        found = (await self._connection.execute(query)).mappings()
        return {row["user_id"]: rows.from_json(row["options"], VoicemailOptions) for row in found}

    async def put_options(self, user_id: UserId, options: VoicemailOptions) -> None:
        await self._put(t.voicemail_options, {"user_id": user_id, "options": rows.to_json(options)}, "user_id")


class HistoryRepository(Repository):
    """Call records."""

    async def of(self, user_id: UserId, *, before: datetime | None = None, most: int = 200) -> list[CallRecord]:
        c = t.call_records.c
        conditions = [c.user_id == user_id] + ([c.at < before] if before is not None else [])
        found = await self._rows(t.call_records, *conditions, order=(c.at.desc(), c.id), most=most)
        return [rows.record_of(row) for row in found]

    async def put(self, record: CallRecord) -> None:
        await self._put(t.call_records, rows.record_row(record), "id")


class PreferencesRepository(Repository):
    """Small per-user values."""

    async def get(self, user_id: UserId, key: str) -> str | None:
        row = await self._row(t.preferences, t.preferences.c.user_id == user_id, t.preferences.c.key == key)
        return str(row["value"]) if row is not None else None

    async def put(self, user_id: UserId, key: str, value: str) -> None:
        await self._put(t.preferences, {"user_id": user_id, "key": key, "value": value}, "user_id", "key")
