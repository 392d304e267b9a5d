"""The menu of the own card: state, do-not-disturb, quick diversions, settings, sign-out (design, section 7.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.command_menus import DoNotDisturbMenu, add_command
from onepresence_desktop.desktop.commands_registry import Command
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_shown import next_shown, whose_words
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

    other: opens the form for a diversion. shown: the numbers that whoever is called may see; show: takes one, for good
    or for the next call alone.
    """

    state: OwnState
    quick: list[Command]
    door: list[Command]
    door_note: str
    open_phone: Command
    more: list[Command]
    other: Callable[[], None]
    shown: NumberShownView
    show: Callable[[ShownChoiceView, bool], None]


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
        now = next_shown(content.shown)
        self._shown = NumberShownMenu(content.shown, content.show)
        right = texts.number(now.number) if now.number else whose_words(now)
        once = content.shown.once is not None
        shows = translate("Shell", "Shows next") if once else translate("Shell", "Shows")
        self.add_submenu(self._shown, shows, "eye", right=right)


class NumberShownMenu(Menu):
    """The submenu with the numbers that whoever is called may be shown (spec 4.9).

    choose: takes one of them; True: for the next call alone, as long as `once` is ticked.
    """

    def __init__(self, view: NumberShownView, choose: Callable[[ShownChoiceView, bool], None]) -> None:
        name = translate("Settings", "Number shown to whoever you call")
        super().__init__(name, width=SHOWN_WIDTH)
        self.add_head(name)
        for choice in view.choices:
            right = texts.number(choice.number) if choice.number else ""
            row = self.add_row(whose_words(choice), _SHOWN_ICONS.get(choice.kind, "eye"), right)
            row.setCheckable(choice == next_shown(view))
            row.setChecked(choice == next_shown(view))
            row.triggered.connect(lambda _on=False, choice=choice: choose(choice, self.once.isChecked()))
        self.addSeparator()
        self.once: QAction = self.add_row(translate("Shell", "Only the next call"), "call-out")
        self.once.setCheckable(True)
        self.once.setChecked(view.once is not None)
        self.once.toggled.connect(lambda on: None if on or view.once is None else choose(view.shown, False))
        self.add_note(translate("Shell", "Colleagues and emergency services always see your own number."), SHOWN_WIDTH)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The tick is set without closing the menu: the number is chosen after it."""
        if self.actionAt(event.position().toPoint()) is self.once:
            self.once.toggle()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """By the keys, too."""
        if self.activeAction() is self.once and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.once.toggle()
            return
        super().keyPressEvent(event)
