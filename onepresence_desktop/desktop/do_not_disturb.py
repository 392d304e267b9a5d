"""How long do-not-disturb can be set for (spec 3.8a), in the order offered, and what it does; the same everywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate

Length = tuple[str, datetime | None]
"""A key of `_WORDS` and when it would end; None until turned off."""

_WORDS = {
    "half_hour": (QT_TRANSLATE_NOOP("Shell", "30 minutes"), "clock"),
    "hour": (QT_TRANSLATE_NOOP("Shell", "1 hour"), "clock"),
    "two_hours": (QT_TRANSLATE_NOOP("Shell", "2 hours"), "clock"),
    "work_ends": (QT_TRANSLATE_NOOP("Shell", "Until working hours end"), "reason-gone"),
    "until_off": (QT_TRANSLATE_NOOP("Shell", "Until I turn it off"), "infinite"),
}


def lengths(mirror: Mirror, now: datetime) -> list[Length]:
    """What is offered now; until working hours end only within them, and if they ever do."""
    ends: list[Length] = [
        ("half_hour", now + timedelta(minutes=30)),
        ("hour", now + timedelta(hours=1)),
        ("two_hours", now + timedelta(hours=2)),
    ]
    me, customer = mirror.me, mirror.customer
    if me is not None and customer is not None and me.hours.used:
        zone = ZoneInfo(customer.time_zone)
        work_ends = me.hours.next_change(now, zone) if me.hours.open_at(now, zone) else None
        if work_ends is not None:
            ends.append(("work_ends", work_ends))
    return [*ends, ("until_off", None)]


def words(key: str) -> str:
    """A length in words."""
    return translate("Shell", _WORDS[key][0])


def icon(key: str) -> str:
    """A length's icon."""
    return _WORDS[key][1]


def what_happens(mirror: Mirror) -> str:
    """Where calls go, and the exceptions that hold: "Calls go straight to OneVoicemail. Favourites get through."."""
    said = translate("Shell", "Calls go straight to OneVoicemail.")
    usual = mirror.me.exceptions.usual if mirror.me is not None else []
    if not usual:
        return said
    who = translate("Shell", "{who} get through.").format(who=texts.joined([texts.passing(each) for each in usual]))
    return f"{said} {who[:1].upper()}{who[1:]}"
