"""Whose calendars are read next, and who is asked for together (spec 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.domain.connections import Connection, ConnectionId, Trouble
from onepresence_desktop.domain.meetings import CalendarId, Meeting
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.ports.calendars import CalendarAccess

EVERY = 30.0
"""Seconds between two looks at a calendar: a change is seen within 60 (spec 5.2)."""

EVERY_TOGETHER = 55.0
"""Where one request is of many people: as seldom as a change is still seen within 60, though the answer may be slow.

Of Microsoft 365, 200 people are ten requests.
"""


Key = tuple[UserId, CalendarId]
"""Which calendar of whom."""


@dataclass(slots=True)
class Watch:
    """How a user's calendar is doing. due, pause: in the loop's seconds. trouble: None while it is well.

    asked: somebody is waiting for an answer. owner: the e-mail address that it is read by. meetings: what was read
    last; None: nothing yet.
    """

    customer_id: CustomerId
    access: CalendarAccess
    due: float = 0.0
    pause: float = EVERY
    trouble: Trouble | None = None
    read_at: datetime | None = None
    asked: bool = False
    owner: str = ""
    meetings: tuple[Meeting, ...] | None = None

    @property
    def begun(self) -> bool:
        """Whether it was read, or is being read."""
        return self.asked or self.meetings is not None or self.trouble is not None

    def reads_as(self, access: CalendarAccess, owner: str) -> bool:
        """Whether that is the same calendar, opened in the same way."""
        mine, other = self.access, access
        same = (mine.password, mine.connection, self.owner) == (other.password, other.connection, owner)
        here, there = mine.source, other.source
        return same and (here.kind, here.address, here.account) == (there.kind, there.address, there.account)


def rounds(watched: Mapping[Key, Watch], now: float, together: Callable[[Connection], int]) -> list[tuple[Key, ...]]:
    """Which are to be read now: each by itself, or those together whom one request may be of.

    A request that isn't full takes along who is due soonest and well: so people that were read at other times, because
    they asked for it, are read with the others again.
    """
    found: list[tuple[Key, ...]] = []
    groups: dict[tuple[CustomerId, ConnectionId], list[Key]] = {}
    sizes: dict[tuple[CustomerId, ConnectionId], int] = {}
    for which, watch in sorted(watched.items(), key=lambda item: item[1].due):
        if watch.asked:
            continue
        connection = watch.access.connection
        size = 1 if connection is None else together(connection)
        if size > 1 and connection is not None:
            key = watch.customer_id, connection.id
            group, sizes[key] = groups.setdefault(key, []), size
            if watch.due <= now or (len(group) % size and watch.trouble is None):
                group.append(which)
        elif watch.due <= now:
            found.append((which,))
    for key, group in groups.items():
        size = sizes[key]
        found += [tuple(group[place : place + size]) for place in range(0, len(group), size)]
    return found
