"""The settings of this computer as data, and the one way to read and change them. No secrets are kept here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

T = TypeVar("T", bool, int, str)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """Where a setting is kept and what it is as long as nobody has changed it. choices: what it may be; () is any."""

    key: str
    default: T
    choices: tuple[T, ...] = ()


LANGUAGE = Setting("language", "", ("", "da", "sv", "en"))
"""The screen's language; "" as the system's."""
THEME = Setting("theme", "system", ("system", "light", "dark"))
REDUCED_MOTION = Setting("reduced_motion", False)
START_SECTION = Setting("start_section", "search")
"""Which section is shown first."""
START_HIDDEN = Setting("start_hidden", False)
CLOSE_HIDES = Setting("close_hides", True)
"""The window's close button hides it; quitting is in the tray's menu."""

SERVER = Setting("server", "")
LOCAL_NUMBER = Setting("local_number", "")
WAY = Setting("way", "", ("", "demo", "company", "local"))
"""How the program is run; "" before the first run."""
STAY_SIGNED_IN = Setting("stay_signed_in", True)
KEEP_PBX_RUNNING = Setting("keep_pbx_running", False)

HOTKEY = Setting("hotkey", "")
"""The global key as the hotkey room writes it; "" is its standard key."""
CANCEL_SECONDS = Setting("cancel_seconds", 2, (0, 2, -1))
"""How long a call from a marked number can still be stopped; 0 dials at once, -1 always asks."""
REGION = Setting("region", "")
"""ISO 3166 for numbers without a country; "" is the company's."""
CALL_DEVICE = Setting("call_device", "")
"""Id of the phone that calls start from; "" is the desk phone."""
OPEN_LINKS = Setting("open_links", False)

VOICEMAIL_OUTSIDE = Setting("voicemail_outside", False)
"""Voicemails are heard in the system's player, not in the program."""
LOUDSPEAKER = Setting("loudspeaker", "")
"""Id of the sound device for voicemails; "" is the system's choice."""

NOTIFY_INCOMING = Setting("notify/incoming_call", True)
NOTIFY_MISSED = Setting("notify/missed_call", True)
NOTIFY_VOICEMAIL = Setting("notify/voicemail", True)
NOTIFY_CONNECTION = Setting("notify/connection", True)

ALL: tuple[Setting[str] | Setting[bool] | Setting[int], ...] = (
    LANGUAGE,
    THEME,
    REDUCED_MOTION,
    START_SECTION,
    START_HIDDEN,
    CLOSE_HIDES,
    SERVER,
    LOCAL_NUMBER,
    WAY,
    STAY_SIGNED_IN,
    KEEP_PBX_RUNNING,
    HOTKEY,
    CANCEL_SECONDS,
    REGION,
    CALL_DEVICE,
    OPEN_LINKS,
    VOICEMAIL_OUTSIDE,
    LOUDSPEAKER,
    NOTIFY_INCOMING,
    NOTIFY_MISSED,
    NOTIFY_VOICEMAIL,
    NOTIFY_CONNECTION,
)


class Settings(QObject):
    """changed: the key of a setting that has another value now. A damaged value reads as the default."""

    changed = Signal(str)

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store

    def get(self, setting: Setting[T]) -> T:
        """The value, of the default's type."""
        raw = self.store.value(setting.key)
        value = _read(raw, setting.default)
        return value if not setting.choices or value in setting.choices else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Keep another value and tell; raises ValueError when it isn't one of the choices."""
        if setting.choices and value not in setting.choices:
            raise ValueError(f"{setting.key} can't be {value!r}")
        if self.get(setting) == value and self.store.contains(setting.key):
            return
        self.store.setValue(setting.key, value)
        self.changed.emit(setting.key)


def _read(raw: object, default: T) -> T:
    if raw is None:
        return default
    if isinstance(default, bool):
        if isinstance(raw, bool):
            return raw
        return {"true": True, "false": False}.get(str(raw).lower(), default)
    if isinstance(default, int):
        try:
            return int(str(raw))
        except ValueError:
            return default
    return str(raw)
