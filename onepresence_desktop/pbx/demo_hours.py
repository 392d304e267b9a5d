"""Working hours of the demo's people, so that the office is seen at work at whatever hour somebody tries it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.people import Opening, WorkingHours

USUAL = WorkingHours(
    tuple((Opening(time(7, 30), time(16, 30) if day < 4 else time(15, 30)),) if day < 5 else () for day in range(7))
)
LOOK_ROUND = timedelta(hours=2)
"""As long as somebody may try the demo, nobody goes home because of the clock."""
BEFORE, AFTER = 3, 6
"""Hours of a shift before and after the present one."""


def at_work(now: datetime, zone: ZoneInfo) -> WorkingHours:
    """Open at `now` (aware) and for `LOOK_ROUND`: usual hours in the daytime, else a shift, at night none at all."""
    change = USUAL.next_change(now, zone)
    if USUAL.open_at(now, zone) and (change is None or change - now >= LOOK_ROUND):
        return USUAL
    hour = now.astimezone(zone).hour
    if hour + AFTER > 23:
        return WorkingHours()
    return WorkingHours(((Opening(time(max(0, hour - BEFORE)), time(hour + AFTER)),),) * 7)


def off_work(now: datetime, zone: ZoneInfo) -> WorkingHours:
    """Closed at `now` (aware) and for `LOOK_ROUND`: an evening shift by day, an early one in the evening."""
    evening = now.astimezone(zone).hour < 15
    return WorkingHours(((Opening(time(17), time(22)) if evening else Opening(time(5), time(11)),),) * 7)
