"""Companies' connections in the database, their secrets in a column of their own.

The database is its owner's alone, as it is for the passwords of phones and lines; nobody is told a secret again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import Boolean, Column, Integer, RowMapping, String, Table, UniqueConstraint

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind, Value, secret_names, shown
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.store import stored
from onepresence_desktop.pbx.store.repository import Repository
from onepresence_desktop.pbx.store.schema import key_column, metadata, owner_column, text_column

connections = Table(
    "connections",
    metadata,
    key_column(),
    owner_column("customers"),
    Column("name", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("place", Integer, nullable=False),
    text_column("settings"),
    text_column("secrets"),
    UniqueConstraint("customer_id", "name"),
)


class StoredSettings(stored.Shape):
    """`connections.settings` and `connections.secrets`."""

    values: dict[str, str | int | bool]
    v: Literal[1] = 1


def _text(values: Mapping[str, Value]) -> str:
    return stored.write(StoredSettings(values=dict(values)))


def connection_of(row: RowMapping) -> Connection:
    kept = stored.read(row["settings"], StoredSettings).values | stored.read(row["secrets"], StoredSettings).values
    return Connection(
        ConnectionId(row["id"]),
        CustomerId(row["customer_id"]),
        row["name"],
        ConnectionKind(row["kind"]),
        kept,
        row["enabled"],
        row["place"],
    )


class ConnectionsRepository(Repository):
    """Companies' connections."""

    async def all(self, customer_id: CustomerId) -> list[Connection]:
        order = (connections.c.place, connections.c.name)
        found = await self._rows(connections, connections.c.customer_id == customer_id, order=order)
        return [connection_of(row) for row in found]

    async def put(self, connection: Connection) -> None:
        secret = secret_names(connection.kind)
        values = {
            "id": connection.id,
            "customer_id": connection.customer_id,
            "name": connection.name,
            "kind": connection.kind.value,
            "enabled": connection.enabled,
            "place": connection.place,
            "settings": _text(shown(connection)),
            "secrets": _text({name: value for name, value in connection.settings.items() if name in secret}),
        }
        await self._put(connections, values, "id")

    async def remove(self, connection_id: ConnectionId) -> None:
        await self._delete(connections, connections.c.id == connection_id)
