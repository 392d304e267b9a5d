"""The menu of the own card: state, do-not-disturb, quick diversions, settings, sign-out (design, section 7.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.command_menus import DoNotDisturbMenu, add_command
from onepresence_desktop.desktop.commands_registry import Command
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_shown import whose_words
from onepresence_desktop.desktop.own_state import OwnState
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.desktop.widgets.presence_look import LOOKS
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.number_shown import NumberShownView, ShownChoiceView

WIDTH, SHOWN_WIDTH = 236, 280
_SHOWN_ICONS = {
    ShownKind.OWN: "person",
    ShownKind.COMPANY: "building",
    ShownKind.GROUP: "group",
    ShownKind.WITHHELD: "eye-off",
}


@dataclass(frozen=True, slots=True)
class OwnMenuContent:
    """What the menu offers. door_note: what do-not-disturb does to calls. more: commands at its foot.

    other: opens the form for a diversion. shown: the numbers that whoever is called may see; show: takes one.
    """

    state: OwnState
    quick: list[Command]
    door: list[Command]
    door_note: str
    open_phone: Command
    more: list[Command]
    other: Callable[[], None]
    shown: NumberShownView
    show: Callable[[ShownChoiceView], None]


class OwnMenu(Menu):
    """Built anew each time it is shown."""

    def __init__(self, content: OwnMenuContent) -> None:
        super().__init__(translate("Shell", "My state"), width=WIDTH)
        first = self._add_state(content)
        if content.state.connected and len(content.shown.choices) > 1:
            self._add_shown(content)
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

    def _add_shown(self, content: OwnMenuContent) -> None:
        now = content.shown.shown
        self._shown = NumberShownMenu(content.shown, content.show)
        right = texts.number(now.number) if now.number else whose_words(now)
        self.add_submenu(self._shown, translate("Shell", "Shows"), "eye", right=right)


class NumberShownMenu(Menu):
    """The submenu with the numbers that whoever is called may be shown; choose: takes one of them (spec 4.9)."""

    def __init__(self, view: NumberShownView, choose: Callable[[ShownChoiceView], None]) -> None:
        name = translate("Settings", "Number shown to whoever you call")
        super().__init__(name, width=SHOWN_WIDTH)
        self.add_head(name)
        for choice in view.choices:
            right = texts.number(choice.number) if choice.number else ""
            row = self.add_row(whose_words(choice), _SHOWN_ICONS.get(choice.kind, "eye"), right)
            row.setCheckable(choice == view.shown)
            row.setChecked(choice == view.shown)
            row.triggered.connect(lambda _on=False, choice=choice: choose(choice))
        self.addSeparator()
        self.add_note(translate("Shell", "Colleagues and emergency services always see your own number."), SHOWN_WIDTH)
