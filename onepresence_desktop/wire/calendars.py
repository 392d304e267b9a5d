"""A user's calendars as they and their administrator see them, and what these send."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.meetings import COMPANYS, CalendarId, CalendarKind, CalendarSource, MeetingUse
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned, version_of


class CalendarView(View, frozen=True, kw_only=True):
    """Where one is and how it is doing. trouble: a word of `domain.connections.Trouble`, "" while it is well.

    read_at: when it was last read. has_password: it is never told itself. version: to be sent with what replaces it.
    diverts: of its owner's calendars it is the one that may divert, by its meetings and by words in them.
    """

    kind: CalendarKind
    address: str
    account: str
    use: MeetingUse
    show_subject: bool
    out_of_office: bool
    trouble: str = ""
    read_at: datetime | None = None
    has_password: bool = False
    version: str = ""
    id: CalendarId = COMPANYS
    diverts: bool = True


class CalendarBody(Versioned, frozen=True, kw_only=True):
    """POST /v1/people/{id}/calendars, PUT /v1/people/{id}/calendars/{calendar}. address: of an iCalendar text or a
    CalDAV collection, "" over the company's connection. password: left out, the one that is kept for this very address
    and account. What else is left out stays as its owner has it; `use` divert chooses it, as `diverts` does.
    """

    kind: CalendarKind
    address: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    account: Annotated[str, msgspec.Meta(max_length=200)] = ""
    password: Annotated[str, msgspec.Meta(max_length=500)] | UnsetType = UNSET
    use: MeetingUse | UnsetType = UNSET
    show_subject: bool | UnsetType = UNSET
    out_of_office: bool | UnsetType = UNSET
    diverts: bool | UnsetType = UNSET


def calendar_version(source: CalendarSource) -> str:
    """Of what is set of a calendar."""
    return version_of(
        [
            source.kind,
            source.address,
            source.account,
            source.use,
            source.show_subject,
            source.out_of_office,
            source.diverts,
        ]
    )


class CalendarPatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/me/calendars/{id}. diverts: true: it is this one that may divert from now on."""

    use: MeetingUse | UnsetType = UNSET
    show_subject: bool | UnsetType = UNSET
    out_of_office: bool | UnsetType = UNSET
    diverts: bool | UnsetType = UNSET


def applied(change: CalendarBody | CalendarPatch, source: CalendarSource) -> CalendarSource:
    """What a calendar is for, after a change; which one may divert is another matter."""
    return replace(
        source,
        use=source.use if change.use is UNSET else change.use,
        show_subject=source.show_subject if change.show_subject is UNSET else change.show_subject,
        out_of_office=source.out_of_office if change.out_of_office is UNSET else change.out_of_office,
    )
