"""What colleagues see of one another, in words."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.presence import Presence

_PRESENCE = {
    Presence.RINGING: QT_TRANSLATE_NOOP("Texts", "Ringing"),
    Presence.BUSY: QT_TRANSLATE_NOOP("Texts", "On the phone"),
    Presence.DO_NOT_DISTURB: QT_TRANSLATE_NOOP("Texts", "Do not disturb"),
    Presence.DIVERTED: QT_TRANSLATE_NOOP("Texts", "Diverted"),
    Presence.MEETING: QT_TRANSLATE_NOOP("Texts", "Meeting"),
    Presence.OFF_WORK: QT_TRANSLATE_NOOP("Texts", "Off work"),
    Presence.OFFLINE: QT_TRANSLATE_NOOP("Texts", "Offline"),
    Presence.AVAILABLE: QT_TRANSLATE_NOOP("Texts", "Available"),
    Presence.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown"),
}


def presence(state: Presence) -> str:
    """The word for a presence."""
    return translate("Texts", _PRESENCE[state])
