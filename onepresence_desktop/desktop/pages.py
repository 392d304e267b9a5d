"""What a page of the window is, how a room offers one, and how one page asks for another.

A new page is a folder with a `section.py` whose `section(context)` gives a `Section`, and a line in `sections.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.contact_keeper import ContactKeeper
from onepresence_desktop.desktop.platform.paths import Paths
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.hint_bar import Hint
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import Role
from onepresence_desktop.domain.phonebook import ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere in the window: a section by its key. Subclasses say where inside it."""

    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DivertTo(Place):
    """The form for a diversion, filled in with a number."""

    section: str = "divert"
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePlace(Place):
    """A message in the inbox; play: a voicemail is played at once."""

    section: str = "inbox"
    message: MessageId
    play: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPlace(Place):
    """A pane of the settings, by its key."""

    section: str = "settings"
    pane: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPlace(Place):
    """What an administrator should mend."""

    section: str = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPlace(Place):
    """A contact in the phonebook."""

    section: str = "phonebook"
    contact: ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContact(Place):
    """The form for a contact, filled in with what is known of a caller."""

    section: str = "phonebook"
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonebookSearch(Place):
    """The user's own contacts as far as a text names them."""

    section: str = "phonebook"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compose(Place):
    """A new text message. to: numbers, mail addresses or ids of colleagues. by: None leaves the ways as they are.

    back: the section that comes to the front again once it is sent or left.
    """

    section: str = "inbox"
    to: tuple[str, ...] = ()
    by: Way | None = None
    text: str = ""
    back: str = ""


class Page(QWidget):
    """A page of the window, with what every page can be asked; a page overrides what it has an answer to.

    hints_changed: the keys at the foot, or the words of the empty top field, are others. want_search: write this
    text into the top field.
    narrowed_by_search: whether the top field's text narrows this page; else typing there leads to the search page.
    """

    hints_changed = Signal()
    want_search = Signal(str)

    narrowed_by_search = False

    def __init__(self) -> None:
        super().__init__()
        self.above_foot: QVBoxLayout | None = None
        """Where the running calls go on a page with a foot of its own, which must not move when a call begins."""

    def retranslate(self) -> None:
        """Set every text again."""

    def on_shown(self) -> None:
        """It has come to the front."""

    def go_to(self, place: Place) -> None:
        """It was brought to the front for `place`; one it doesn't know is the page as it stands."""

    def hints(self) -> list[Hint]:
        """What the key-hint bar shows; empty hides the bar."""
        return []

    def leave(self) -> bool:
        """Esc: take one step back inside the page; False when there is none."""
        return False

    def ahead(self) -> Iterator[None]:
        """Build parts that are else built when first shown, one with each step."""
        return iter(())

    # --- the top field ---

    def search_placeholder(self) -> str:
        """What the empty top field says; "" for the usual words."""
        return ""

    def take_search(self, text: str) -> None:
        """The text of the top field has changed."""

    def search_key(self, event: QKeyEvent) -> bool:
        """An arrow, page or enter key was pressed in the top field; True when used."""
        return False

    def search_found(self) -> tuple[str, bool]:
        """What stands in the field behind the text, and whether the text is a number to call."""
        return "", False


Steps = Generator[None, None, Page]
"""Builds a page in steps that each take less than a frame; the page is what it returns."""


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation. title: in the language in use. build: begins its page anew.

    below_line: stands apart at the end. roles: who sees it; None is everybody. wanted: whether those see it now.
    ahead: its page is built before anybody asks for it, since opening it would take a tenth of a second or more; the
    others cost less time than the memory that they would take all day. ended: the program ends. rail_below: window
    width below which it has the rail beside it, where the whole column would take room from it. counted: what is read
    out of it and of how much waits there.
    """

    key: str
    icon: str
    title: Callable[[], str]
    build: Callable[[], Steps]
    below_line: bool = False
    roles: frozenset[Role] | None = None
    wanted: Callable[[], bool] = lambda: True
    ahead: bool = False
    ended: Callable[[], None] = lambda: None
    rail_below: int = 0
    counted: Callable[[], str] = lambda: "{section}, {count}"


def at_once(make: Callable[[], Page]) -> Callable[[], Steps]:
    """The steps of a page that is made in one."""

    def build() -> Steps:
        yield from ()
        return make()

    return build


@dataclass(frozen=True, slots=True)
class PageContext:
    """What pages are made of. go_to: brings a place to the front. ports: what the system has, as it stands now.

    watches: whom one wants to be told of. contacts: keeps the phonebook fresh for those who want it.
    """

    session: Session
    actions: Actions
    settings: Settings
    folders: Paths
    go_to: Callable[[Place], None]
    ports: Callable[[], SettingsPorts]
    watches: Watches
    contacts: ContactKeeper
