"""How each presence looks: glyph, colours, and whether its pill is solid, tinted or plain (design, section 2)."""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.people import DeviceKind
from onepresence_desktop.domain.presence import DeviceState, Presence


@dataclass(frozen=True, slots=True)
class Look:
    """glyph: icon name. solid: the glyph alone. text: words. fill and on: the pill, fill None for none."""

    glyph: str
    solid: Color
    text: Color
    fill: Color | None
    on: Color
    dashed: bool = False
    pulses: bool = False


LOOKS: dict[Presence, Look] = {
    Presence.RINGING: Look(
        "status-ringing", Color.RINGING_TEXT, Color.RINGING_TEXT, Color.RINGING_SOLID, Color.RINGING_ON, pulses=True
    ),
    Presence.BUSY: Look(
        "status-oncall", Color.ONCALL_SOLID, Color.ONCALL_TEXT, Color.ONCALL_PILL, Color.ONCALL_ON_PILL
    ),
    Presence.DO_NOT_DISTURB: Look("status-dnd", Color.DND_SOLID, Color.DND_TEXT, Color.DND_PILL, Color.DND_ON_PILL),
    Presence.DIVERTED: Look(
        "status-diverted", Color.DIVERTED_SOLID, Color.DIVERTED_TEXT, Color.DIVERTED_TINT, Color.DIVERTED_TEXT
    ),
    Presence.MEETING: Look(
        "status-meeting", Color.MEETING_SOLID, Color.MEETING_TEXT, Color.MEETING_TINT, Color.MEETING_TEXT
    ),
    Presence.OFF_WORK: Look("status-offwork", Color.OFFWORK_SOLID, Color.OFFWORK_TEXT, None, Color.OFFWORK_TEXT),
    Presence.OFFLINE: Look("status-offline", Color.OFFLINE_SOLID, Color.OFFLINE_TEXT, None, Color.OFFLINE_TEXT),
    Presence.AVAILABLE: Look(
        "status-available", Color.AVAILABLE_SOLID, Color.AVAILABLE_TEXT, None, Color.AVAILABLE_TEXT
    ),
    Presence.UNKNOWN: Look(
        "status-unknown", Color.OFFLINE_SOLID, Color.OFFLINE_TEXT, None, Color.OFFLINE_TEXT, dashed=True
    ),
}


def device_look(kind: DeviceKind | None, state: DeviceState) -> tuple[str, Color]:
    """Icon name and colour of a phone; kind None: the person has none of that kind (a dash)."""
    if kind is None:
        return "device-none", Color.LINE_CONTROL
    base = "device-mobile" if kind is DeviceKind.MOBILE else "device-desk"
    if kind is DeviceKind.SOFTPHONE:
        base = "device-desk"
    match state:
        case DeviceState.ON_CALL | DeviceState.ON_HOLD:
            return f"{base}-busy", Color.ONCALL_SOLID
        case DeviceState.RINGING:
            return f"{base}-ringing", Color.RINGING_TEXT
        case DeviceState.OFFLINE:
            return f"{base}-offline", Color.LINE_CONTROL
        case DeviceState.IDLE:
            return base, Color.TEXT_TERTIARY
        case DeviceState.UNKNOWN:
            return base, Color.LINE_CONTROL
