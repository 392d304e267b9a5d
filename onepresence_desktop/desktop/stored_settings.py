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
TRAY_PANEL = Setting("tray_panel", "system", ("system", "light", "dark"))
"""The colour of the panel that the tray's icon stands in; "system" is as the system tells it."""
REDUCED_MOTION = Setting("reduced_motion", False)
HIGH_CONTRAST = Setting("high_contrast", False)
SIZE = Setting("size", 100, (100, 125, 150))
"""Of text and controls in percent, beside what the system sets; counts from the next start."""
START_SECTION = Setting("start_section", "search")
"""Which section is shown first."""
SEARCH_VIEW = Setting("search_view", "list", ("list", "tiles", "day", "week"))
"""How colleagues are shown."""
SEARCH_SCOPE = Setting("search_scope", "all", ("all", "internal", "external"))
"""Among whom colleagues are searched: everybody, internal users, or the contacts that the company shares."""
START_HIDDEN = Setting("start_hidden", False)
CLOSE_HIDES = Setting("close_hides", True)
"""The window's close button hides it; quitting is in the tray's menu."""

SERVER = Setting("server", "")
LOCAL_NUMBER = Setting("local_number", "")
KNOWN_SERVERS = Setting("known_servers", "")
"""JSON: fingerprints (hexadecimal) of servers by URL, as they were compared when first met."""
WAY = Setting("way", "", ("", "demo", "company", "local"))
"""How the program is run; "" before the first run."""
STAY_SIGNED_IN = Setting("stay_signed_in", True)
KEEP_PBX_RUNNING = Setting("keep_pbx_running", False)
SIP_PORT = Setting("sip_port", 5060)
HTTP_PORT = Setting("http_port", 8480)
"""Where the telephone system on this computer listens for phones and for programs; others where these are taken."""

HOTKEY = Setting("hotkey", "")
"""The global key as the hotkey room writes it; "" is its standard key."""
PALETTE_KEY = Setting("palette_key", "")
"""The key of the command palette, written the same way; "" is its standard key."""
WINDOW_KEY = Setting("window_key", "")
ANSWER_KEY = Setting("answer_key", "")
HANG_UP_KEY = Setting("hang_up_key", "")
"""The keys that show or hide the window, answer, and hang up; hanging up has none until one is chosen."""
CANCEL_SECONDS = Setting("cancel_seconds", 2, (0, 2, -1))
"""How long a call from a marked number can still be stopped; 0 dials at once, -1 always asks."""
REGION = Setting("region", "")
"""ISO 3166 for numbers without a country; "" is the company's."""
LOOKUP = Setting("lookup", "")
"""Web address at which a number is looked up, with {number} where it goes; "" for each country's usual directory."""
CUSTOMER_CARD = Setting("customer_card", "")
"""Web address of a caller's customer card, with {number} where the number goes; "" for none."""
CUSTOMER_CARD_OPENS = Setting("customer_card_opens", "click", ("click", "ringing", "answer"))
CALL_DEVICE = Setting("call_device", "")
"""Id of the phone that calls start from; "" is the desk phone."""
OPEN_LINKS = Setting("open_links", False)

VOICEMAIL_OUTSIDE = Setting("voicemail_outside", False)
"""Voicemails are heard in the system's player, not in the program."""
LOUDSPEAKER = Setting("loudspeaker", "")
"""Id of the sound device for voicemails; "" is the system's choice."""

DENSE_ROWS = Setting("dense_rows", False)
"""Colleagues stand closer together, each on one line."""

NOTIFY_INCOMING = Setting("notify/incoming_call", True)
NOTIFY_MISSED = Setting("notify/missed_call", True)
NOTIFY_VOICEMAIL = Setting("notify/voicemail", True)
NOTIFY_TEXT = Setting("notify/text_message", True)
NOTIFY_CONNECTION = Setting("notify/connection", True)
SOUND_INCOMING = Setting("sound/incoming_call", False)
SOUND_MISSED = Setting("sound/missed_call", False)
SOUND_VOICEMAIL = Setting("sound/voicemail", False)
SOUND_TEXT = Setting("sound/text_message", False)
"""Whether an event is heard as well."""
NUDGE = Setting("notify/back", True)
"""Who is back during lunch or a break is asked whether to open the phone (spec 3.9)."""
NUDGE_OPENS = Setting("nudge_opens", False)
"""And then it is opened without asking."""
UPDATE_TOLD = Setting("update_told", "")
"""The newest version that has been told of, so that each is told once."""

ALL: tuple[Setting[str] | Setting[bool] | Setting[int], ...] = (
    LANGUAGE,
    THEME,
    TRAY_PANEL,
    REDUCED_MOTION,
    HIGH_CONTRAST,
    SIZE,
    START_SECTION,
    SEARCH_VIEW,
    DENSE_ROWS,
    SEARCH_SCOPE,
    START_HIDDEN,
    CLOSE_HIDES,
    SERVER,
    LOCAL_NUMBER,
    KNOWN_SERVERS,
    WAY,
    STAY_SIGNED_IN,
    KEEP_PBX_RUNNING,
    SIP_PORT,
    HTTP_PORT,
    HOTKEY,
    PALETTE_KEY,
    WINDOW_KEY,
    ANSWER_KEY,
    HANG_UP_KEY,
    CANCEL_SECONDS,
    REGION,
    LOOKUP,
    CUSTOMER_CARD,
    CUSTOMER_CARD_OPENS,
    CALL_DEVICE,
    OPEN_LINKS,
    VOICEMAIL_OUTSIDE,
    LOUDSPEAKER,
    NOTIFY_INCOMING,
    NOTIFY_MISSED,
    NOTIFY_VOICEMAIL,
    NOTIFY_TEXT,
    NOTIFY_CONNECTION,
    SOUND_INCOMING,
    SOUND_MISSED,
    SOUND_VOICEMAIL,
    SOUND_TEXT,
    NUDGE,
    NUDGE_OPENS,
    UPDATE_TOLD,
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
