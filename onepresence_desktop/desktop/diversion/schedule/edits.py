"""What is done to a schedule beyond one request: skip a day, stop, move one time or all that follow. Without Qt.

Where two requests belong together, the first is taken back when the second is refused.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from msgspec import structs

from onepresence_desktop.desktop.diversion.schedule import repeat as repeats
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.schedule import Schedule, ScheduleId, occurrences
from onepresence_desktop.wire.bodies import ScheduleBody
from onepresence_desktop.wire.schedules import ScheduleView

NOBODY = UserId("")


class Verbs(Protocol):
    """The part of the client that is used."""

    async def add_schedule(self, body: ScheduleBody) -> ScheduleView:
        """Make one."""

    async def change_schedule(self, schedule_id: ScheduleId, body: ScheduleBody) -> ScheduleView:
        """Change one."""

    async def remove_schedule(self, schedule_id: ScheduleId) -> None:
        """Stop one."""


def body_of(view: ScheduleView) -> ScheduleBody:
    """As a request that makes the same again."""
    return ScheduleBody(
        title=view.title,
        rrule=view.rrule,
        start=view.start,
        duration=view.duration,
        time_zone=view.time_zone,
        exdates=list(view.exdates),
        skip_holidays=view.skip_holidays,
        reason=view.reason,
        destination=view.destination,
        note=view.note,
        reception_note=view.reception_note,
    )


async def skip(client: Verbs, view: ScheduleView, day: date) -> None:
    """Leave one day out; one that comes once is removed."""
    if view.rrule is None:
        await client.remove_schedule(view.id)
    else:
        await client.change_schedule(view.id, ScheduleBody(exdates=sorted({*view.exdates, day})))


async def stop(client: Verbs, view: ScheduleView, day: date) -> None:
    """No more from `day` on; days before it stay as they were."""
    repeat = repeats.read(view.rrule, view.start.date())
    if view.rrule is None or day <= repeats.first_day(repeat, view.start.date()):
        await client.remove_schedule(view.id)
        return
    ended = repeats.rule(repeats.ended_before(repeat, day), view.start.date())
    await client.change_schedule(view.id, ScheduleBody(rrule=ended))


async def restore(client: Verbs, view: ScheduleView, *, removed: bool) -> None:
    """Have one back as it was before it was skipped, stopped or moved."""
    if removed:
        await client.add_schedule(body_of(view))
    else:
        await client.change_schedule(view.id, body_of(view))


async def move_one(client: Verbs, view: ScheduleView, day: date, start: datetime, duration: timedelta) -> None:
    """One time alone at another time (local, without zone)."""
    if view.rrule is None:
        await client.change_schedule(view.id, ScheduleBody(start=start, duration=duration))
        return
    alone = structs.replace(body_of(view), rrule=None, exdates=[], skip_holidays=False, start=start, duration=duration)
    await _then(client, alone, view.id, ScheduleBody(exdates=sorted({*view.exdates, day})))


async def move_following(client: Verbs, view: ScheduleView, day: date, start: datetime, duration: timedelta) -> None:
    """This time and all after it at another time; those before stay."""
    repeat = repeats.read(view.rrule, view.start.date())
    left = left_from(view, day) if repeat.count is not None else None
    later = repeats.moved(
        repeats.Repeat(repeat.every, repeat.days, repeat.until, left, repeat.other), day, start.date()
    )
    if day <= repeats.first_day(repeat, view.start.date()):
        changed = ScheduleBody(start=start, duration=duration, rrule=repeats.rule(later, start.date()))
        await client.change_schedule(view.id, changed)
        return
    following = structs.replace(
        body_of(view),
        rrule=repeats.rule(later, start.date()),
        start=start,
        duration=duration,
        exdates=[each + (start.date() - day) for each in view.exdates if each > day],
    )
    ended = repeats.rule(repeats.ended_before(repeat, day), view.start.date())
    await _then(client, following, view.id, ScheduleBody(rrule=ended))


def left_from(view: ScheduleView, day: date) -> int:
    """How many times of a counted rule are left from `day` on, that day included."""
    plain = replace(as_schedule(view), exdates=())  # days left out count, too (RFC 5545 section 3.8.5.1)
    begin = datetime.combine(view.start.date() - timedelta(days=2), view.start.time(), tzinfo=UTC)
    found = occurrences(plain, begin, datetime.combine(day, view.start.time(), tzinfo=UTC) + timedelta(days=2))
    before = sum(1 for each in found if each.day < day)
    return max(1, (repeats.read(view.rrule, view.start.date()).count or 1) - before)


def as_schedule(view: ScheduleView) -> Schedule:
    """What the domain reckons with; whose it is doesn't matter."""
    return Schedule(
        view.id,
        user_id=NOBODY,
        start=view.start,
        duration=view.duration,
        zone=view.time_zone,
        reason=view.reason,
        destination=view.destination,
        created_at=datetime.now(UTC),
        rrule=view.rrule,
        title=view.title,
        exdates=view.exdates,
        note=view.note,
        reception_note=view.reception_note,
    )


async def _then(client: Verbs, first: ScheduleBody, then: ScheduleId, change: ScheduleBody) -> None:
    made = await client.add_schedule(first)
    try:
        await client.change_schedule(then, change)
    except OnePresenceError:
        with contextlib.suppress(OnePresenceError):
            await client.remove_schedule(made.id)
        raise
