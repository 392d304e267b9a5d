"""The reception's queue and its day, for those who attend to it (spec chapter 11)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.reception import (
    BACK_AFTER,
    LEAST_BACK,
    LEAST_PARKED,
    MOST_BACK,
    MOST_PARKED,
    PARKED_FOR,
    DeskState,
    QueueState,
)
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import Audience, Keyed, Single, View
from onepresence_desktop.wire.versions import Versioned


class QueuedCallView(View, frozen=True, kw_only=True):
    """One call in the queue. number, name: of the caller as this receptionist knows them, "" when withheld.

    called_number, called_name: what was dialled; called_user: the colleague whose diversion led here. language: what
    the caller chose, "" for none. since: they wait. taken_by, taken_at: who answers or has it. handed_to, handed_name:
    at whom it rings now. back_from: who didn't take it; lost: no, whose phone was lost in it. last_with, last_at: whom
    the caller last spoke with, and when.
    """

    id: CallId
    state: QueueState
    number: str
    name: str
    called_number: str
    called_name: str
    since: datetime
    called_user: UserId | None = None
    language: str = ""
    taken_by: UserId | None = None
    taken_at: datetime | None = None
    handed_to: UserId | None = None
    handed_name: str = ""
    back_from: str = ""
    lost: bool = False
    last_with: UserId | None = None
    last_at: datetime | None = None


class QueuedCallRemoved(View, frozen=True, kw_only=True):
    """It has left the queue, or is no longer this user's to see."""

    id: CallId


class AttendantView(View, frozen=True, kw_only=True):
    """Somebody who attends to the reception, and whether its calls ring there."""

    user_id: UserId
    state: DeskState


class ReceptionDayView(View, frozen=True, kw_only=True):
    """The day so far, and who is at the desk. waited: mean seconds of those who were answered."""

    on: date
    calls: int = 0
    answered: int = 0
    waited: float = 0.0
    attendants: list[AttendantView] = []


class ReceptionView(View, frozen=True, kw_only=True):
    """GET /v1/reception: the queue, longest waiting first, and the day."""

    calls: list[QueuedCallView]
    day: ReceptionDayView


class HandOnBody(Body, frozen=True, kw_only=True):
    """POST /v1/reception/calls/{id}/hand-on. to: a number as typed. mailbox: not to the phone but to the mailbox."""

    to: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    mailbox: bool = False


class AnnounceBody(Body, frozen=True, kw_only=True):
    """POST /v1/reception/calls/{id}/announce. to: whom to ask first, a number as typed."""

    to: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class DeskBody(Body, frozen=True, kw_only=True):
    """PUT /v1/reception/desk."""

    state: DeskState


BackAfter = Annotated[int, msgspec.Meta(ge=LEAST_BACK, le=MOST_BACK)]
ParkedFor = Annotated[int, msgspec.Meta(ge=LEAST_PARKED, le=MOST_PARKED)]


class ReceptionTimesBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/company/reception (administrators): after how many seconds calls that were handed on come back,
    and those that were parked.
    """

    back_after: BackAfter = BACK_AFTER
    parked_for: ParkedFor = PARKED_FOR


class ReceptionTimesView(View, frozen=True, kw_only=True):
    """GET /v1/company/reception. version: to be sent with what replaces it."""

    back_after: int
    parked_for: int
    version: str = ""


QUEUE: Keyed[CallId, QueuedCallView] = Keyed(
    "queue", "queued_call", QueuedCallView, Audience.OWNER, removed=QueuedCallRemoved
)
RECEPTION_DAY: Single[ReceptionDayView] = Single("reception_day", "reception_day", ReceptionDayView, Audience.OWNER)
