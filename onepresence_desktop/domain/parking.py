"""Calls that are parked at a place of the company until somebody takes them back (spec 12.1b)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId

PLACES = tuple(str(number) for number in range(701, 721))
"""What is dialled to take a call back."""


@dataclass(frozen=True, slots=True)
class Parked:
    """One parked call. id: its place. number, name: of who waits there. until: when it comes back to `by`."""

    id: str
    call_id: CallId
    by: UserId
    number: str
    name: str
    since: datetime
    until: datetime


def free_place(taken: Collection[str]) -> str | None:
    """The first place where no call is; None when there is none left."""
    return next((place for place in PLACES if place not in taken), None)
