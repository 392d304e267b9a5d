"""Public holidays as the company keeps them."""

from __future__ import annotations

from datetime import date

from onepresence_desktop.wire.slices import View


class HolidayView(View, frozen=True, kw_only=True):
    """A day that is a holiday, or that the company works on all the same. own: the company said so itself."""

    day: date
    name: str
    closed: bool
    own: bool
