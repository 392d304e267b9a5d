"""How a page plugs into the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.widgets.hint_bar import Hint


class Page(Protocol):
    """What every page can do; it is a QWidget besides.

    Further ones are found by name when a page has them: signals `hints_changed()` and `want_search(str)`, methods
    `take_search(text)`, `search_key(event) -> bool`, `search_placeholder() -> str`, `leave() -> bool`,
    `search_found() -> (note, number)`: what stands in the field behind the text, and whether it is a number to call,
    and `ahead() -> Iterator[None]`: builds parts that are else built when first shown, one with each step.
    """

    def retranslate(self) -> None:
        """Set every text again."""

    def on_shown(self) -> None:
        """It has come to the front."""

    def hints(self) -> list[Hint]:
        """What the key-hint bar shows; empty hides the bar."""


class TakesSearch(Protocol):
    """A page that filters by the text of the top field."""

    def take_search(self, text: str) -> None:
        """The text has changed."""


class TakesSearchKeys(Protocol):
    """A page that is steered by keys pressed in the top field."""

    def search_key(self, event: QKeyEvent) -> bool:
        """Arrow, page or enter keys; True when used."""


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation. make: builds the page, called when it is shown for the first time.

    before: makes parts of the page ahead, one with each step.
    """

    key: str
    icon: str
    title: Callable[[], str]
    make: Callable[[], QWidget]
    below_line: bool = False
    before: Callable[[], Iterable[None]] = tuple
