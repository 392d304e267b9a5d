"""Roles and devices, in words."""

from __future__ import annotations

from onepresence_desktop.desktop.languages import QT_TRANSLATE_NOOP, translate
from onepresence_desktop.domain.people import DeviceKind, Role
from onepresence_desktop.domain.presence import DeviceState

_DEVICES = {
    DeviceKind.DESK: QT_TRANSLATE_NOOP("Texts", "Desk phone"),
    DeviceKind.MOBILE: QT_TRANSLATE_NOOP("Texts", "Mobile"),
    DeviceKind.SOFTPHONE: QT_TRANSLATE_NOOP("Texts", "Softphone"),
    DeviceKind.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown phone"),
}


_DEVICE_STATES = {
    DeviceState.IDLE: QT_TRANSLATE_NOOP("Texts", "ready"),
    DeviceState.RINGING: QT_TRANSLATE_NOOP("Texts", "rings"),
    DeviceState.ON_CALL: QT_TRANSLATE_NOOP("Texts", "in use"),
    DeviceState.ON_HOLD: QT_TRANSLATE_NOOP("Texts", "on hold"),
    DeviceState.OFFLINE: QT_TRANSLATE_NOOP("Texts", "offline"),
    DeviceState.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "unknown"),
}


_ROLES = {
    Role.USER: QT_TRANSLATE_NOOP("Texts", "User"),
    Role.RECEPTIONIST: QT_TRANSLATE_NOOP("Texts", "Receptionist"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Texts", "Administrator"),
    Role.UNKNOWN: QT_TRANSLATE_NOOP("Texts", "Unknown role"),
}


def device(kind: DeviceKind) -> str:
    """The word for a kind of phone."""
    return translate("Texts", _DEVICES[kind])


def device_state(state: DeviceState) -> str:
    """The word for a phone's state."""
    return translate("Texts", _DEVICE_STATES[state])


_LANGUAGES = {
    "da": QT_TRANSLATE_NOOP("Texts", "Danish"),
    "sv": QT_TRANSLATE_NOOP("Texts", "Swedish"),
    "en": QT_TRANSLATE_NOOP("Texts", "English"),
}


def spoken_language(code: str) -> str:
    """The name of a language that is spoken to callers; a code this version doesn't know as it is."""
    return translate("Texts", _LANGUAGES[code]) if code in _LANGUAGES else code


def role(what: Role) -> str:
    """The word for a role."""
    return translate("Texts", _ROLES[what])
