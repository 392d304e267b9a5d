"""The keys that work in any program: dial what is marked, show palette or window, answer, hang up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.commands_registry import CommandRegistry
from onepresence_desktop.desktop.hotkey import hotkey
from onepresence_desktop.desktop.hotkey.combination import (
    ANSWER_STANDARD,
    PALETTE_STANDARD,
    WINDOW_STANDARD,
    Combination,
)
from onepresence_desktop.desktop.hotkey.hotkey import Hotkey
from onepresence_desktop.desktop.hotkey.port import Port
from onepresence_desktop.desktop.stored_settings import Setting, Settings


class GlobalKeys(QObject):
    """selection, palette, window, answer, hang_up: each None where the system gives none.

    dial_wanted, palette_wanted, window_wanted: they were pressed.
    """

    dial_wanted = Signal()
    palette_wanted = Signal()
    window_wanted = Signal()

    def __init__(self, settings: Settings, registry: CommandRegistry) -> None:
        super().__init__()
        self._settings, self._registry, program = settings, registry, registry.program
        grabber = hotkey.for_this_system()
        self.selection = Hotkey(settings, grabber) if grabber is not None else None
        self.palette = self._another(keys.PALETTE_KEY, PALETTE_STANDARD)
        self.window = self._another(keys.WINDOW_KEY, WINDOW_STANDARD)
        self.answer = self._another(keys.ANSWER_KEY, ANSWER_STANDARD)
        self.hang_up = self._another(keys.HANG_UP_KEY, ())
        if self.selection is not None:
            self.selection.pressed.connect(self.dial_wanted)
            program.dial_selection, program.selection_keys = self.dial_wanted.emit, self.selection.caps
        if self.palette is not None and self.window is not None:
            self.palette.pressed.connect(self.palette_wanted)
            self.window.pressed.connect(self.window_wanted)
            program.palette_keys = self._palette_caps
            program.window_keys = self._window_caps
        if self.answer is not None and self.hang_up is not None:
            self.answer.pressed.connect(self._answer)
            self.hang_up.pressed.connect(self._hang_up)
            program.answer_keys = self._answer_caps
            program.hang_up_keys = self._hang_up_caps

    def _another(self, setting: Setting[str], standard: tuple[Combination, ...]) -> Hotkey | None:
        grabber = hotkey.another_for_this_system()
        return Hotkey(self._settings, grabber, setting, standard) if grabber is not None else None

    def selection_port(self) -> Port | None:
        """For the settings."""
        return Port(self.selection) if self.selection is not None else None

    def more_ports(self) -> Mapping[str, Port]:
        """For the settings: of the palette, the window, answering and hanging up, where the system gives them."""
        more = {"palette": self.palette, "window": self.window, "answer": self.answer, "hang_up": self.hang_up}
        return {name: Port(key) for name, key in more.items() if key is not None}

    def start(self) -> None:
        """Take them."""
        for key in self._all():
            if key is not None:
                key.start()

    def stop(self) -> None:
        """Let them go."""
        for key in self._all():
            if key is not None:
                key.stop()

    def _all(self) -> tuple[Hotkey | None, ...]:
        return (self.selection, self.palette, self.window, self.answer, self.hang_up)

    def is_palettes(self, event: QKeyEvent) -> bool:
        """Whether it is the palette's key, come to the palette itself."""
        return self.palette is not None and self.palette.is_it(event)

    def _answer(self) -> None:
        self._run("answer")

    def _hang_up(self) -> None:
        self._run("hang-up")

    def _run(self, command_id: str) -> None:
        command = self._registry.find(command_id)
        if command is not None and command.enabled:
            command.run()

    def _palette_caps(self) -> str:
        return _caps(self.palette)

    def _window_caps(self) -> str:
        return _caps(self.window)

    def _answer_caps(self) -> str:
        return _caps(self.answer)

    def _hang_up_caps(self) -> str:
        return _caps(self.hang_up)


def _caps(key: Hotkey | None) -> str:
    """ "" as long as another program has it."""
    return key.caps() if key is not None and not key.problem else ""
