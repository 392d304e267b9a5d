"""Public holidays as the company keeps them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned, version_of

NOT_SAID = "not_said"
"""The version of a day of which the company says nothing."""


class HolidayView(View, frozen=True, kw_only=True):
    """A day that is a holiday, or that the company works on all the same. own: the company said so itself.

    version: of what the company says, to be sent with what replaces it.
    """

    day: date
    name: str
    closed: bool
    own: bool
    version: str = ""


class HolidayBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/company/holidays/{day} (administrators). closed false: a working day whatever the calendar says.

    version: of the day as it was listed, or `NOT_SAID`; None: not asked.
    """

    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    closed: bool = True


def said_version(name: str | None) -> str:
    """Of what a company says of a day. name: of the closing day, None for a working day."""
    return version_of(name)
