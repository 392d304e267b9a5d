"""What each tab of Administration can be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.session import Session


class AdminPane(QWidget):
    """One tab. `tools` stand at the right of the section's header while it is shown.

    turned: something else is in front in it, so that the top field finds something else.
    """

    turned = Signal()
    tools: tuple[QWidget, ...] = ()

    def retranslate(self) -> None:
        """All words again."""

    def load(self) -> None:
        """It has come to the front: ask the service what it shows."""

    def new(self) -> None:
        """Ctrl+N: begin a new one, where there are several."""

    def save(self) -> None:
        """Ctrl+S: as the button that saves, when it is on."""

    def leave(self) -> bool:
        """Esc: undo what was begun; False when nothing was."""
        return False

    def take_search(self, text: str) -> None:
        """The text of the top field has changed."""

    def search_placeholder(self) -> str:
        """What the empty top field says; "" for the usual words."""
        return ""


@dataclass(frozen=True, slots=True)
class PaneKind:
    """A tab: its key, its words in the language in use, and how its pane is made when first shown."""

    key: str
    title: Callable[[], str]
    make: Callable[[Session, Actions], AdminPane]
