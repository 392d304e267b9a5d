"""The keys that work in any program: the one that dials what is marked, and the one that shows the palette."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.commands_registry import Program
from onepresence_desktop.desktop.hotkey import hotkey
from onepresence_desktop.desktop.hotkey.combination import PALETTE_STANDARD
from onepresence_desktop.desktop.hotkey.hotkey import Hotkey
from onepresence_desktop.desktop.hotkey.port import Port
from onepresence_desktop.desktop.stored_settings import Settings


class GlobalKeys(QObject):
    """selection, palette: each None where the system gives none. dial_wanted, palette_wanted: they were pressed."""

    dial_wanted = Signal()
    palette_wanted = Signal()

    def __init__(self, settings: Settings, program: Program) -> None:
        super().__init__()
        grabber, another = hotkey.for_this_system(), hotkey.another_for_this_system()
        self.selection = Hotkey(settings, grabber) if grabber is not None else None
        self.palette = Hotkey(settings, another, keys.PALETTE_KEY, PALETTE_STANDARD) if another is not None else None
        if self.selection is not None:
            self.selection.pressed.connect(self.dial_wanted)
            program.dial_selection, program.selection_keys = self.dial_wanted.emit, self.selection.caps
        if self.palette is not None:
            self.palette.pressed.connect(self.palette_wanted)
            program.palette_keys = self._palette_caps

    def selection_port(self) -> Port | None:
        """For the settings."""
        return Port(self.selection) if self.selection is not None else None

    def palette_port(self) -> Port | None:
        """For the settings."""
        return Port(self.palette) if self.palette is not None else None

    def start(self) -> None:
        """Take them."""
        for key in (self.selection, self.palette):
            if key is not None:
                key.start()

    def stop(self) -> None:
        """Let them go."""
        for key in (self.selection, self.palette):
            if key is not None:
                key.stop()

    def _palette_caps(self) -> str:
        """ "" as long as another program has it."""
        return self.palette.caps() if self.palette is not None and not self.palette.problem else ""
