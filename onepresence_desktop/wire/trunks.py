"""Lines to providers, for administrators: what is sent and seen of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from onepresence_desktop.domain.trunks import CALLS_AN_HOUR, Abroad, CallerId, NumberFormat, Transport
from onepresence_desktop.wire.bodies import Body, Number
from onepresence_desktop.wire.versions import Version

TrunkName = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Sources = Annotated[list[Annotated[str, msgspec.Meta(max_length=64)]], msgspec.Meta(max_length=50)]


class TrunkFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a line, by the settings' page as by the command line. first: in front of the others."""

    name: TrunkName
    server: Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
    transport: Transport = Transport.UDP
    user: Annotated[str, msgspec.Meta(max_length=128)] = ""
    password: Annotated[str, msgspec.Meta(max_length=128)] = ""
    register: bool = False
    numbers: Annotated[list[Number], msgspec.Meta(max_length=1000)] = []
    format: NumberFormat = NumberFormat.E164
    main: Number | None = None
    sources: Sources = []
    max_calls: Annotated[int, msgspec.Meta(ge=1, le=1000)] | None = None
    abroad: Abroad = Abroad.NONE
    premium: bool = False
    caller_id: CallerId = CallerId.ASSERTED
    follow: bool = False
    calls_an_hour: Annotated[int, msgspec.Meta(ge=1, le=10_000)] = CALLS_AN_HOUR
    first: bool = False


class TrunkBody(TrunkFields, Body, frozen=True, kw_only=True):
    """POST /v1/trunks, PUT /v1/trunks/{id} (there no password keeps the one before, and `first` says nothing)."""

    version: Version | None = None


class TrunkOrder(Body, frozen=True, kw_only=True):
    """PUT /v1/trunks: all lines in the order in which they are to be tried. seen: as it was read; None: not asked."""

    ids: Annotated[list[str], msgspec.Meta(max_length=100)]
    seen: Annotated[list[str], msgspec.Meta(max_length=100)] | None = None


class TrunkTrial(Body, frozen=True, kw_only=True):
    """POST /v1/trunks/{id}/test: the number to ring."""

    number: Number


class TrunkView(msgspec.Struct, frozen=True, kw_only=True):
    """A line and how it stands; never its password. detail: why it isn't up, in the provider's words.

    version: of what was set, not of how it stands. since: it is up, or down. seen: our address as the provider sees it.
    """

    id: str
    name: str
    server: str
    transport: Transport
    register: bool
    user: str
    numbers: list[str]
    format: NumberFormat
    main: str | None
    sources: list[str]
    max_calls: int | None
    abroad: Abroad
    premium: bool
    caller_id: CallerId
    follow: bool
    calls_an_hour: int
    up: bool
    detail: str
    calls: int
    refused: int
    has_password: bool = False
    since: datetime | None = None
    seen: str = ""
    version: str = ""


class TrunkTried(msgspec.Struct, frozen=True, kw_only=True):
    """What the provider said to a trial. good: it rang, or was answered."""

    said: str
    good: bool
