"""Commands of the registry as rows of menus."""

from __future__ import annotations

from PySide6.QtGui import QAction

from onepresence_desktop.desktop.commands_registry import Command
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.menu import Menu


def add_command(
    menu: Menu,
    command: Command,
    *,
    words: str = "",
    icon: str = "",
    right: str | None = None,
    ink: Color = Color.TEXT_TERTIARY,
) -> QAction:
    """A row that gives the command. words, icon, right: instead of its own; right is its detail, or else its key."""
    shown = (command.detail or command.keys or command.global_keys) if right is None else right
    row = menu.add_row(words or command.words, icon or command.icon, shown, enabled=command.enabled, ink=ink)
    row.setCheckable(command.checked)
    row.setChecked(command.checked)
    row.triggered.connect(lambda _on=False: command.run())
    return row


class DoNotDisturbMenu(Menu):
    """The submenu with how long. note: what happens to calls meanwhile."""

    def __init__(self, commands: list[Command], note: str, width: int) -> None:
        name = translate("Shell", "Do not disturb")
        super().__init__(name, width=width)
        fill_do_not_disturb(self, commands, note, width)


def fill_do_not_disturb(rows: Menu, commands: list[Command], note: str, width: int) -> None:
    """How long, and below what happens to calls meanwhile."""
    rows.add_head(translate("Shell", "Do not disturb"))
    for command in commands:
        add_command(rows, command)
    rows.addSeparator()
    rows.add_note(note, width)
