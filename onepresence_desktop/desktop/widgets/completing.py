"""How a list of names under a field is dressed, the same wherever one is offered."""

from __future__ import annotations

from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate

from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.click_through import ClickThrough


def offer(completer: QCompleter, field: QLineEdit, *, at_least: int = 0) -> None:
    """Let a field offer a completer's list. at_least: logical pixels that the list is wide.

    Qt makes it six pixels higher than its rows: edge and padding of the style sheet are no more, so that it scrolls
    only where there are more rows than it shows.
    """
    popup = completer.popup()
    if popup is not None:
        popup.setObjectName("completer")
        popup.setMinimumWidth(at_least)
        # The list's own delegate doesn't ask the style sheet, and makes its rows lower than they are reckoned.
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.setFont(fonts.font())
    field.setCompleter(completer)
    if popup is not None:
        ClickThrough(popup)
