"""From codes and words of the domain to sentences for people, a file per word; only here does a code become a text."""

from __future__ import annotations

from onepresence_desktop.desktop.texts.calendars import calendar, calendar_state
from onepresence_desktop.desktop.texts.calls import cause, cut_short, recording, unplayable
from onepresence_desktop.desktop.texts.diversion import (
    REASON_ICONS,
    destination,
    diversion_name,
    joined,
    passing,
    preset,
    reason,
    reason_short,
)
from onepresence_desktop.desktop.texts.doers import doer
from onepresence_desktop.desktop.texts.errors import error, no_keyring, rule, signed_out
from onepresence_desktop.desktop.texts.numbers import count, number
from onepresence_desktop.desktop.texts.people import device, device_state, role, spoken_language
from onepresence_desktop.desktop.texts.presence import presence
from onepresence_desktop.desktop.texts.times import (
    ago,
    clock,
    clock_or_more,
    clock_to_the_second,
    day,
    day_within,
    duration,
    other_place,
    span,
    span_short,
    time_or_day,
    until,
)

__all__ = [
    "REASON_ICONS",
    "ago",
    "calendar",
    "calendar_state",
    "cause",
    "clock",
    "clock_or_more",
    "clock_to_the_second",
    "count",
    "cut_short",
    "day",
    "day_within",
    "destination",
    "device",
    "device_state",
    "diversion_name",
    "doer",
    "duration",
    "error",
    "joined",
    "no_keyring",
    "number",
    "other_place",
    "passing",
    "presence",
    "preset",
    "reason",
    "reason_short",
    "recording",
    "role",
    "rule",
    "signed_out",
    "span",
    "span_short",
    "spoken_language",
    "time_or_day",
    "unplayable",
    "until",
]
