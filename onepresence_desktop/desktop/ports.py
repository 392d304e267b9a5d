"""What the settings page needs from the system; each may be missing, then its rows aren't shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtWidgets import QWidget


class OnOff(Protocol):
    """Something of the system that is on or off (start at sign-in, who opens tel: links)."""

    def enabled(self) -> bool:
        """How it stands now."""

    def set_enabled(self, on: bool) -> None:
        """Raises OSError when the system refuses."""


class HotkeyPort(Protocol):
    """The hotkey room, as far as settings go."""

    def recorder(self) -> QWidget:
        """A field that shows the key and records another; it says itself what is taken."""

    def caps(self) -> str:
        """The key as caps ("Ctrl+§"), "" when none is set."""

    def follow(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever there is another key."""

    def try_out(self, heard: Callable[[str], None]) -> Callable[[], None]:
        """Until the returned function is called, a press gives the text it found to `heard` instead of dialling."""


@dataclass(frozen=True, slots=True)
class SettingsPorts:
    """server: address in use. diagnostics: text without secrets. play: plays a WAV to its end.

    sections: key and title of those one can start with. colleagues: address for colleagues' programs, and the words by
    which they know it; "" each where this computer runs no telephone system for others.
    more_keys: global keys by what they do: palette, window, answer, hang_up.
    """

    version: str
    server: Callable[[], str]
    diagnostics: Callable[[], str]
    open_log_folder: Callable[[], None]
    sign_out: Callable[[], None]
    show_keys: Callable[[], None]
    sections: Callable[[], list[tuple[str, str]]]
    play: Callable[[bytes], None] | None = None
    stop_playing: Callable[[], None] | None = None
    autostart: OnOff | None = None
    links: OnOff | None = None
    hotkey: HotkeyPort | None = None
    more_keys: Mapping[str, HotkeyPort] = field(default_factory=dict)
    local_pbx: bool = False
    colleagues: Callable[[], tuple[str, str]] = lambda: ("", "")
