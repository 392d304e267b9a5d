"""Connections to servers that a company has."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from onepresence_desktop.domain.connections import ConnectionKind, ConnectionState
from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.connections import ConnectionName, PersonTried, Settings, SettingValue
from onepresence_desktop.wire.versions import Version


class ConnectionAdd(Command, frozen=True, kw_only=True, tag="connection_add"):
    """A connection. customer: may be left out where there is only one."""

    name: ConnectionName
    kind: ConnectionKind
    settings: Settings = {}
    enabled: bool = True
    customer: Code | None = None


class ConnectionSet(Command, frozen=True, kw_only=True, tag="connection_set"):
    """What is set of a connection, by name; None, and a setting that isn't named: as it is. "" takes a setting away.

    becomes: another name. version: of what was read before; None: not asked.
    """

    name: ConnectionName
    becomes: ConnectionName | None = None
    settings: Settings = {}
    enabled: bool | None = None
    version: Version | None = None
    customer: Code | None = None


class ConnectionList(Command, frozen=True, kw_only=True, tag="connection_list"):
    """All connections, and how each stands."""


class ListedConnection(Result, frozen=True, kw_only=True):
    """A connection and how it stands; never its secrets, of which `secrets` names those that are set.

    version: of what was set.
    """

    id: str
    customer: str
    name: str
    kind: ConnectionKind
    enabled: bool
    state: ConnectionState
    trouble: str = ""
    said: str = ""
    since: datetime | None = None
    settings: dict[str, SettingValue] = {}
    secrets: list[str] = []
    version: str = ""


class ListedConnections(Result, frozen=True, kw_only=True):
    """The answer to `connection_list`."""

    connections: list[ListedConnection]


class ConnectionRemove(Command, frozen=True, kw_only=True, tag="connection_remove"):
    """A connection, by name."""

    name: ConnectionName
    customer: Code | None = None


class ConnectionTry(Command, frozen=True, kw_only=True, tag="connection_try"):
    """Try a connection. to: an address or number that is sent a trial; "" to reach the server only."""

    name: ConnectionName
    to: Annotated[str, msgspec.Meta(max_length=254)] = ""
    customer: Code | None = None


class TriedConnection(Result, frozen=True, kw_only=True):
    """What happened. code: "ok", or a stable word for why not. said: the server's own words. people: one by one."""

    name: str
    good: bool
    code: str
    said: str = ""
    people: list[PersonTried] = []
