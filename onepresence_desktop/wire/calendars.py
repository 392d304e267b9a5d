"""A user's calendar as they and their administrator see it, and what these send."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource, MeetingUse
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned, version_of


class CalendarView(View, frozen=True, kw_only=True):
    """Where it is and how it is doing. trouble: a word of `domain.connections.Trouble`, "" while it is well.

    read_at: when it was last read. has_password: it is never told itself. version: to be sent with what replaces it.
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


class CalendarBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/people/{id}/calendar. address: of an iCalendar text or a CalDAV collection, "" over the company's
    connection. password: left out, the one that is kept for this very address and account. What else is left out stays
    as its owner has it.
    """

    kind: CalendarKind
    address: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    account: Annotated[str, msgspec.Meta(max_length=200)] = ""
    password: Annotated[str, msgspec.Meta(max_length=500)] | UnsetType = UNSET
    use: MeetingUse | UnsetType = UNSET
    show_subject: bool | UnsetType = UNSET
    out_of_office: bool | UnsetType = UNSET


def calendar_version(source: CalendarSource) -> str:
    """Of what is set of a calendar."""
    return version_of(
        [source.kind, source.address, source.account, source.use, source.show_subject, source.out_of_office]
    )


class CalendarPatch(Body, frozen=True, kw_only=True):
    """PATCH /v1/me/calendar."""

    use: MeetingUse | UnsetType = UNSET
    show_subject: bool | UnsetType = UNSET
    out_of_office: bool | UnsetType = UNSET

    def applied(self, source: CalendarSource) -> CalendarSource:
        """The calendar as it is after the change."""
        return replace(
            source,
            use=source.use if self.use is UNSET else self.use,
            show_subject=source.show_subject if self.show_subject is UNSET else self.show_subject,
            out_of_office=source.out_of_office if self.out_of_office is UNSET else self.out_of_office,
        )
