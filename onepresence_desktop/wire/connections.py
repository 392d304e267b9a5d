"""A company's connections as an administrator sees them, and what they send."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.connections import LONGEST, ConnectionKind, ConnectionState, Purpose
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned

ConnectionName = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
SettingValue = Annotated[str, msgspec.Meta(max_length=LONGEST)] | int | bool
Settings = Annotated[dict[str, SettingValue], msgspec.Meta(max_length=40)]


class ConnectionView(View, frozen=True, kw_only=True):
    """A connection and how it stands; never its secrets, of which `secrets` tells the names of those that are set.

    counts: it is the one that is used for its purpose. from_file: it stands in the service's settings file, for all
    companies that have none of their own, and can't be changed here. trouble: a word of `domain.connections.Trouble`,
    "" while it is well; said: the server's own words. since: when that began. version: of what was set.
    """

    id: str
    name: str
    kind: ConnectionKind
    purpose: Purpose
    enabled: bool
    settings: dict[str, str | int | bool]
    secrets: list[str]
    counts: bool
    from_file: bool = False
    state: ConnectionState
    trouble: str = ""
    said: str = ""
    since: datetime | None = None
    checked_at: datetime | None = None
    version: str = ""


class ConnectionBody(Body, frozen=True, kw_only=True):
    """POST /v1/connections. settings: as `domain.connections.KINDS` says, secrets included."""

    name: ConnectionName
    kind: ConnectionKind
    settings: Settings = {}
    enabled: bool = True


class ConnectionPatch(Versioned, frozen=True, kw_only=True):
    """PATCH /v1/connections/{id}. settings: those that change; "" takes one away. A secret that isn't named stays."""

    name: ConnectionName | UnsetType = UNSET
    settings: Settings | UnsetType = UNSET
    enabled: bool | UnsetType = UNSET


class ConnectionTrial(Body, frozen=True, kw_only=True):
    """POST /v1/connections/{id}/try. to: an address or number that is sent a trial; "" to reach the server only.

    Of a calendar connection whose calendar is read; "" for the first people who have an e-mail address.
    """

    to: Annotated[str, msgspec.Meta(max_length=254)] = ""


class PersonTried(View, frozen=True, kw_only=True):
    """Somebody whose calendar was read. code, said: as of `ConnectionTried`."""

    name: str
    code: str
    said: str = ""


class ConnectionTried(View, frozen=True, kw_only=True):
    """What happened. code: "ok", or a word of `Trouble`. said: the server's own words.

    people: of a calendar connection, who was tried, one by one.
    """

    good: bool
    code: str
    said: str = ""
    people: list[PersonTried] = []
