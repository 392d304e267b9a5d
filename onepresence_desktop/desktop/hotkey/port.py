"""The hotkey as the settings see it (`ports.HotkeyPort`)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.hotkey.hotkey import Hotkey


class Port:
    """Shows, records and tries the key."""

    def __init__(self, hotkey: Hotkey) -> None:
        self._hotkey = hotkey

    def recorder(self) -> QWidget:
        """A field that shows the key and records another."""
        from onepresence_desktop.desktop.hotkey.recorder import Recorder

        return Recorder(self._hotkey)

    def caps(self) -> str:
        """The key in words: "Ctrl+§"."""
        return self._hotkey.caps()

    def follow(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever there is another key."""
        self._hotkey.changed.connect(changed)

    def try_out(self, heard: Callable[[str], None]) -> Callable[[], None]:
        """Until the returned function is called, a press gives the text it found to `heard` instead of dialling."""
        return self._hotkey.try_out(heard)
