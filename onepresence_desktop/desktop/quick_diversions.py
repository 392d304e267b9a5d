"""The quick diversions there are, standard and own: their words, icons, ends; the same in every list and menu."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.readings import effective
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.diversion import (
    PRESETS,
    VOICEMAIL,
    Destination,
    Preset,
    QuickDiversion,
    Reason,
    preset_end,
)


@dataclass(frozen=True, slots=True)
class QuickItem:
    """A quick diversion. key: what it is set by. standard: its preset; else `own` with the user's words."""

    key: str
    reason: Reason
    standard: Preset | None = None
    own: QuickDiversion | None = None
    running: bool = False

    @property
    def destination(self) -> Destination:
        """Where calls go."""
        return self.own.destination if self.own is not None else VOICEMAIL


def quick_items(mirror: Mirror) -> list[QuickItem]:
    """The standard quick diversions, then the user's own."""
    counts = effective(mirror)
    running = counts.preset if counts is not None else None
    items = [
        QuickItem(preset.value, rule.reason, standard=preset, running=running == preset.value)
        for preset, rule in PRESETS.items()
    ]
    own = mirror.me.quick if mirror.me is not None else []
    return items + [QuickItem(q.id, q.reason, own=q, running=running == q.id) for q in own]


def words(item: QuickItem) -> tuple[str, str]:
    """Name and time of a quick diversion ("Lunch", "½ hour")."""
    if item.standard is not None:
        return texts.preset(item.standard)
    own = item.own
    if own is None:
        return texts.reason(item.reason), ""
    if own.minutes is not None:
        return own.name, texts.span(own.minutes * 60)
    if own.clock is not None:
        return own.name, translate("Texts", "until {time}").format(time=own.clock)
    return own.name, ""


def icon(item: QuickItem) -> str:
    """The icon of a quick diversion."""
    return item.own.icon if item.own is not None and item.own.icon else texts.REASON_ICONS[item.reason]


def ends(item: QuickItem, mirror: Mirror, now: datetime) -> datetime | None:
    """When it would end, set now; None: until further notice. The service decides when it is set."""
    me, customer = mirror.me, mirror.customer
    if me is None or customer is None:
        return None
    zone = ZoneInfo(customer.time_zone)
    if item.standard is not None:
        return preset_end(item.standard, now, me.hours, zone)
    return item.own.end(now, zone) if item.own is not None else None
