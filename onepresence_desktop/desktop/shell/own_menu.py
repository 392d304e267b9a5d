"""The menu of the own card: state, do-not-disturb, quick diversions, settings, sign-out (design, section 7.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.command_menus import DoNotDisturbMenu, add_command
from onepresence_desktop.desktop.commands_registry import Command
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.own_state import OwnState
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.presence_look import LOOKS

WIDTH = 236


@dataclass(frozen=True, slots=True)
class OwnMenuContent:
    """What the menu offers. door_note: what do-not-disturb does to calls. more: commands at its foot.

    other: opens the form for a diversion.
    """

    state: OwnState
    quick: list[Command]
    door: list[Command]
    door_note: str
    open_phone: Command
    more: list[Command]
    other: Callable[[], None]


class OwnMenu(Menu):
    """Built anew each time it is shown."""

    def __init__(self, content: OwnMenuContent) -> None:
        super().__init__(translate("Shell", "My state"), width=WIDTH)
        first = self._add_state(content)
        self.addSeparator()
        self.add_head(translate("Shell", "Quick diversions"))
        for command in content.quick:
            add_command(self, command, right=command.detail)
        self.add_row(translate("Shell", "Other diversion …"), "more").triggered.connect(content.other)
        self.addSeparator()
        for command in content.more:
            add_command(self, command)
        if first.isEnabled() and (content.state.closed_door or content.state.diverted):
            self.setActiveAction(first)

    def _add_state(self, content: OwnMenuContent) -> QAction:
        state = content.state
        if not state.connected:
            away = translate("Shell", "Connecting …") if state.connecting else translate("Shell", "Not connected")
            return self.add_row(away, "disconnected", enabled=False)
        if state.closed_door:
            return add_command(self, content.open_phone, icon="status-available", right="")
        if state.diverted:
            opened = add_command(self, content.open_phone, icon="status-available", right="Alt+0")
        else:
            look = LOOKS[state.presence]
            opened = self.add_row(texts.presence(state.presence), "check", words=look.text)
        self._door = DoNotDisturbMenu(content.door, content.door_note, WIDTH)
        self.add_submenu(self._door, translate("Shell", "Do not disturb"), "status-dnd", ink=Color.DND_SOLID)
        return opened
