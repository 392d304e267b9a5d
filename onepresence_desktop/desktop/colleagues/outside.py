"""Contacts that the company shares, as hits of the search page: whom they are, and how a row of one is painted.

Never the user's own contacts: those are found in the phonebook only (spec 2.2, 10.3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from onepresence_desktop.desktop import marks, texts
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets import painters
from onepresence_desktop.wire.contacts import ContactView

MOST_CONTACTS = 50
"""Contacts shown of those found; more nobody reads, and one letter more leaves fewer."""
NUMBER_WIDTH = 130
NUMBER_FROM = 520
"""List width from which the number stands at the right, else behind the company."""


class Scope(StrEnum):
    """Among whom is searched; the values are those of the setting."""

    ALL = "all"
    INTERNAL = "internal"
    EXTERNAL = "external"


def scope_words(scope: Scope) -> str:
    """As the guide calls them."""
    return {
        Scope.ALL: translate("Colleagues", "Everybody"),
        Scope.INTERNAL: translate("Colleagues", "Internal users"),
        Scope.EXTERNAL: translate("Colleagues", "External contacts"),
    }[scope]


class FollowedScope(QObject):
    """Hands a page the setting, now and when it changes, for as long as the page lives."""

    def __init__(self, settings: Settings, hand: Callable[[Scope], None], page: QObject) -> None:
        super().__init__(page)
        self._settings, self._hand = settings, hand
        settings.changed.connect(self._changed)
        self._changed(keys.SEARCH_SCOPE.key)

    def _changed(self, key: str) -> None:
        if key == keys.SEARCH_SCOPE.key:
            self._hand(Scope(self._settings.get(keys.SEARCH_SCOPE)))


@dataclass(frozen=True, slots=True)
class Outside:
    """A contact found. number: the one that was searched for, else the first; "" for a contact without any."""

    contact: ContactView
    number: str

    @property
    def line(self) -> str:
        """Title and company, as far as they say more than the name."""
        words = (self.contact.title, self.contact.company)
        return " · ".join(part for part in words if part and part != self.contact.name)

    @property
    def spoken(self) -> str:
        """The row as it is read out."""
        parts = [self.contact.name, translate("Colleagues", "external contact"), self.line]
        return ", ".join(part for part in (*parts, texts.number(self.number)) if part)


class OutsideSearch:
    """Finds them once they are wanted. want: asks for the contacts, which nobody needs before something is typed."""

    def __init__(self, contacts: ContactSearch | None, want: Callable[[], None] = lambda: None) -> None:
        self._contacts, self._want = contacts, want

    def find(self, query: str, digits: str) -> tuple[list[Outside], int]:
        """The first of those that a query finds, and how many there are. digits: those of the query, if it has some."""
        if self._contacts is None or not query.strip():
            return [], 0
        self._want()
        found, total = self._contacts.shared(query, MOST_CONTACTS)
        return [Outside(contact, _number_of(contact, digits)) for contact in found], total


def paint_outside(
    painter: QPainter, face: QRectF, name: QRectF, row: QRectF, hit: Outside, query: str, digits: str, ratio: float
) -> None:
    """face, name: where a colleague's would be. row: the whole row."""
    contact, number = hit.contact, texts.number(hit.number)
    if contact.company == contact.name:
        painters.avatar_icon(painter, face, "building", ratio)
    else:
        painters.avatar(painter, face, contact.name, contact.id, ratio)
    left, middle, right = name.left(), name.center().y(), row.right() - 10
    line, bold = hit.line, fonts.font(weight=fonts.SEMIBOLD)
    small, tabular = fonts.font(fonts.Text.SMALL, tabular=True), fonts.font(tabular=True)
    if row.width() >= NUMBER_FROM:
        box = QRectF(right - NUMBER_WIDTH, middle - 9, NUMBER_WIDTH, 18)
        painters.text(painter, box, number, tabular, color(Color.TEXT_SECONDARY), painters.RIGHT)
        box.setLeft(right - painters.width(number, tabular))
        _underline(painter, box, number, marks.in_number(number, digits))
        right -= NUMBER_WIDTH + 10
    else:
        line = " · ".join(part for part in (number, line) if part)
    box = QRectF(left, middle - 18 if line else middle - 9, right - left, 18)
    painters.text(painter, box, contact.name, bold, color(Color.TEXT_PRIMARY))
    place = marks.in_text(contact.name, query)
    if place is not None:
        start = painters.width(contact.name[: place[0]], bold)
        wide = painters.width(contact.name[slice(*place)], bold)
        if start + wide <= box.width():
            painter.fillRect(QRectF(left + start, box.bottom() - 2, wide, 2), color(Color.ACCENT_TEXT))
    if line:
        painters.text(painter, QRectF(left, middle + 1, right - left, 16), line, small, color(Color.TEXT_TERTIARY))


def _underline(painter: QPainter, box: QRectF, words: str, place: tuple[int, int] | None) -> None:
    if place is None:
        return
    font = fonts.font(tabular=True)
    start, wide = painters.width(words[: place[0]], font), painters.width(words[slice(*place)], font)
    painter.fillRect(QRectF(box.left() + start, box.bottom() - 2, wide, 2), color(Color.ACCENT_TEXT))


def _number_of(contact: ContactView, digits: str) -> str:
    numbers = [one.number for one in contact.numbers]
    found = next((number for number in numbers if digits and digits in number), "")
    return found or (numbers[0] if numbers else "")
