"""How long do-not-disturb can be set for (spec 3.8a), in the order offered; the same in every menu."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.desktop.widgets.menu import Menu

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
    """What is offered now; until working hours end only within them."""
    ends: list[Length] = [
        ("half_hour", now + timedelta(minutes=30)),
        ("hour", now + timedelta(hours=1)),
        ("two_hours", now + timedelta(hours=2)),
    ]
    me, customer = mirror.me, mirror.customer
    if me is not None and customer is not None and me.hours.used:
        zone = ZoneInfo(customer.time_zone)
        if me.hours.open_at(now, zone):
            ends.append(("work_ends", me.hours.next_change(now, zone)))
    return [*ends, ("until_off", None)]


class LengthsMenu(Menu):
    """The submenu. chosen: the end of a length, None until turned off."""

    chosen = Signal(object)

    def __init__(self, offered: list[Length], width: int, *, able: bool = True) -> None:
        name = translate("Shell", "Do not disturb")
        super().__init__(name, width=width)
        self.add_head(name)
        for key, ends_at in offered:
            words, icon = _WORDS[key]
            right = texts.clock(ends_at) if ends_at is not None else ""
            row = self.add_row(translate("Shell", words), icon, right, enabled=able)
            row.triggered.connect(lambda _on=False, end=ends_at: self.chosen.emit(end))
        self.addSeparator()
        self.add_note(translate("Shell", "Calls go straight to OneVoicemail."), width)
