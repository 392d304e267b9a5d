"""The menu of the own card: state, do-not-disturb, quick diversions, settings, sign-out (design, section 7.2)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.do_not_disturb import Length, LengthsMenu
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.shell import quick_list
from onepresence_desktop.desktop.shell.own_state import OwnState, QuickItem
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.presence_look import LOOKS

WIDTH = 236


@dataclass(frozen=True, slots=True)
class OwnMenuContent:
    """What the menu offers. door: lengths of do-not-disturb with their ends. able: whether anything can be sent now."""

    state: OwnState
    quick: list[QuickItem]
    door: list[Length]
    settings_key: str
    able: bool


class OwnMenu(Menu):
    """Built anew each time it is shown. door_chosen: end of do-not-disturb, None until turned off."""

    quick_chosen = Signal(str)
    door_chosen = Signal(object)
    open_phone_chosen = Signal()
    other_chosen = Signal()
    settings_chosen = Signal()
    sign_out_chosen = Signal()

    def __init__(self, content: OwnMenuContent) -> None:
        super().__init__(translate("Shell", "My state"), width=WIDTH)
        first = self._add_state(content)
        self.addSeparator()
        self.add_head(translate("Shell", "Quick diversions"))
        for item in content.quick:
            name, time = quick_list.words(item)
            row = self.add_row(name, quick_list.icon(item), time, enabled=content.able)
            row.setCheckable(item.running)
            row.setChecked(item.running)
            row.triggered.connect(lambda _on=False, key=item.key: self.quick_chosen.emit(key))
        self.add_row(translate("Shell", "Other diversion …"), "more").triggered.connect(self.other_chosen)
        self.addSeparator()
        settings = self.add_row(translate("Shell", "Settings"), "nav-settings", content.settings_key)
        settings.triggered.connect(self.settings_chosen)
        self.add_row(translate("Shell", "Sign out"), "sign-out").triggered.connect(self.sign_out_chosen)
        if first.isEnabled() and (content.state.closed_door or content.state.diverted):
            self.setActiveAction(first)

    def _add_state(self, content: OwnMenuContent) -> QAction:
        state = content.state
        if not state.connected:
            away = translate("Shell", "Connecting …") if state.connecting else translate("Shell", "Not connected")
            return self.add_row(away, "disconnected", enabled=False)
        if state.closed_door:
            off = self.add_row(translate("Shell", "Turn off Do not disturb"), "status-available", enabled=content.able)
            off.triggered.connect(self.open_phone_chosen)
            return off
        if state.diverted:
            opened = self.add_row(
                translate("Shell", "Open the phone"), "status-available", "Alt+0", enabled=content.able
            )
            opened.triggered.connect(self.open_phone_chosen)
        else:
            look = LOOKS[state.presence]
            opened = self.add_row(texts.presence(state.presence), "check", words=look.text)
        door = LengthsMenu(content.door, WIDTH, able=content.able)
        door.chosen.connect(self.door_chosen)
        self._door = door
        self.add_submenu(door, translate("Shell", "Do not disturb"), "status-dnd", ink=Color.DND_SOLID)
        return opened
