"""Whose clock the program tells: the company's, wherever this computer is.

A diversion, the week, the board and what a caller hears then name the same hour. Until a company is known it is this
computer's own clock. Without Qt.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_told: list[ZoneInfo] = []
"""The company's zone; none as long as nobody is signed in."""


def follow(name: str) -> bool:
    """Tell the times of this zone (IANA) from now on, "" for this computer's; whether that is another."""
    before = list(_told)
    _told.clear()
    if name:
        try:
            _told.append(ZoneInfo(name))
        except (ZoneInfoNotFoundError, ValueError):
            return bool(before)  # a newer service may know zones that this computer doesn't
    return _told != before


def zone() -> ZoneInfo | None:
    """The company's, None as long as none is known."""
    return _told[0] if _told else None


def local(moment: datetime) -> datetime:
    """An aware moment as the company's clock has it."""
    return moment.astimezone(zone())


def at(day: date, clock: time) -> datetime:
    """The moment of a day at which the company's clock shows that; where it is left out, when it goes on."""
    there, naive = zone(), datetime.combine(day, clock)
    if there is None:
        return naive.astimezone()
    from onepresence_desktop.domain.schedule import in_zone  # with dateutil, which no start needs

    return in_zone(naive, there).astimezone(there)


def elsewhere(now: datetime) -> bool:
    """Whether this computer's own clock shows another time."""
    return local(now).utcoffset() != now.astimezone().utcoffset()
