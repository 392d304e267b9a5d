"""What is typed into the top field: which page hears of it, and what Enter does with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from onepresence_desktop.desktop.pages import Page
from onepresence_desktop.desktop.shell.top_bar import TopBar
from onepresence_desktop.domain.finding import number_typed

FEWEST_DIGITS = 2
"""Digits typed from which a number can be called."""


class TopSearch(QObject):
    """page: the one shown. find_people: shows the page that finds colleagues, if there is one and whether there is.

    dial_wanted: a number that was typed is to be called.
    """

    dial_wanted = Signal(str)

    def __init__(
        self, top: TopBar, page: Callable[[], Page | None], find_people: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._top, self._field, self._page, self._find_people = top, top.field, page, find_people
        self._field.textChanged.connect(self._changed)
        self._field.key_for_list.connect(self._offer_key)
        self._field.call_wanted.connect(self._call)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return str(self._field.text())

    def focus(self) -> None:
        """Put the caret into the field, all of it marked."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search_for(self, text: str) -> None:
        """Write `text` into the field and go on typing there."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setText(text)

    def take_back(self) -> None:
        """Empty the field, and stay in it."""
        if self.text:
            self._field.clear()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_left(self) -> None:
        """What was searched for on the page shown is not meant for the next."""
        page = self._page()
        if self.text and page is not None and page.narrowed_by_search:
            self._empty()
            page.take_search("")

    def page_shown(self) -> None:
        """The page shown is another: it hears what is typed, if that is meant for it."""
        page = self._page()
        self.show_placeholder()
        if page is not None and page.narrowed_by_search:
            page.take_search(self.text)
        else:
            self._empty()

    def show_found(self) -> None:
        """How many were found, and whether Enter calls."""
        page, typed = self._page(), self.text.strip()
        note, number = page.search_found() if page is not None and typed else ("", False)
        self._field.show_found(note, number=number or bool(self._number()))

    def show_placeholder(self) -> None:
        """What the field looks for on the page shown."""
        page = self._page()
        self._top.set_placeholder(page.search_placeholder() if page is not None else "")

    def _empty(self) -> None:
        """Without the page hearing of it."""
        if self.text:
            self._field.put("")
            self._field.show_found("", number=False)

    def _changed(self, text: str) -> None:
        page = self._page()
        if (page is None or not page.narrowed_by_search) and text and self._find_people():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if page is not None:
            page.take_search(text)
        self.show_found()

    def _number(self) -> str:
        """What is typed, if it is a number to call; "" for words, and for what is too short to be one."""
        number = number_typed(self.text)
        return number if len(number) >= FEWEST_DIGITS else ""

    def _call(self) -> None:
        self._enter(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))

    def _enter(self, event: QKeyEvent) -> bool:
        """The page's own answer to Enter; where it has none, a number is called."""
        page = self._page()
        if page is not None and page.search_key(event):
            return True
        number = self._number()
        if not number or event.isAutoRepeat():
            return False
        self.dial_wanted.emit(number)
        return True

    def _offer_key(self, event: QKeyEvent) -> None:
        page = self._page()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            used = self._enter(event)
        else:
            used = page is not None and page.search_key(event)
        if used:
            event.accept()
