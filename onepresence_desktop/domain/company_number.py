"""Company numbers: opening hours, what is said, and a menu of keys (spec 12.4a, section 14: each an object)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId, WorkingHours
from onepresence_desktop.domain.words import Word

CompanyNumberId = NewType("CompanyNumberId", str)

MAIN = "main"
"""The menu that a caller hears first."""

LANGUAGES = frozenset({"da", "sv", "en"})
"""In which a company number speaks."""

KEYS = frozenset("0123456789*#")


class Opening(Word):
    """How a company number stands when it is called; `nobody`: it was open, but nobody took the call."""

    OPEN = "open"
    CLOSED = "closed"
    HOLIDAY = "holiday"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


class Leads(Word):
    """Where a key leads: a number (group, person, outside), another menu, something said, the other language."""

    NUMBER = "number"
    MENU = "menu"
    MESSAGE = "message"
    LANGUAGE = "language"
    UNKNOWN = "unknown"


Said = dict[str, str]
"""The same text in each language (da, sv, en); where one is missing, the first there is stands in."""


@dataclass(frozen=True, slots=True)
class MenuKey:
    """A key and where it leads. number, menu, text: of the way it leads; language: of the one it changes to."""

    key: str
    leads: Leads
    number: str = ""
    menu: str = ""
    text: Said = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True, slots=True)
class CompanyMenu:
    """What is said ("press 1 for sales"), and its keys."""

    name: str
    text: Said
    keys: tuple[MenuKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a caller meets while the number isn't served: a text, then a number, or the end where there is none."""

    text: Said = field(default_factory=dict)
    number: str = ""


@dataclass(frozen=True, slots=True)
class CompanyNumber:
    """A number of the company's own.

    one_number: E.164. number: who answers without a menu, or when no key is pressed (a group, usually). languages: the
    first is spoken unless a key changes it. greeting: said first when open. queue: said before the phones ring.
    holidays: it is closed on the company's. closed, holiday, nobody: what a caller meets then.
    """

    id: CompanyNumberId
    customer_id: CustomerId
    one_number: str
    name: str
    number: str
    languages: tuple[str, ...] = ("da",)
    hours: WorkingHours = field(default_factory=WorkingHours)
    holidays: bool = True
    greeting: Said = field(default_factory=dict)
    queue: Said = field(default_factory=dict)
    menus: tuple[CompanyMenu, ...] = ()
    closed: Answer = field(default_factory=Answer)
    holiday: Answer = field(default_factory=Answer)
    nobody: Answer = field(default_factory=Answer)

    def menu(self, name: str) -> CompanyMenu | None:
        """A menu by its name."""
        return next((menu for menu in self.menus if menu.name == name), None)

    def opening(self, now: datetime, zone: ZoneInfo, holidays: Container[date]) -> Opening:
        """Open, closed, or closed for a holiday, where the company is."""
        if self.holidays and now.astimezone(zone).date() in holidays:
            return Opening.HOLIDAY
        return Opening.OPEN if self.hours.open_at(now, zone) else Opening.CLOSED

    def answer(self, opening: Opening) -> Answer:
        """What a caller meets who isn't served. A holiday of which nothing is said is as closed."""
        if opening is Opening.NOBODY:
            return self.nobody
        return self.holiday if opening is Opening.HOLIDAY and self.holiday != Answer() else self.closed


def in_language(said: Said, language: str) -> str:
    """A text in a language, else in the first it was written in; "" for none."""
    return said.get(language) or next((text for text in said.values() if text), "")


def checked(number: CompanyNumber) -> CompanyNumber:
    """The number with its menus in order. Raises `Invalid` naming what can't be.

    Refused: keys twice in a menu, a key or menu nobody knows, a menu that leads back to itself on any way, one that no
    key leads to.
    """
    names = [menu.name for menu in number.menus]
    if len(set(names)) != len(names):
        raise Invalid(field="menus", problem="twice")
    if number.menus and MAIN not in names:
        raise Invalid(field="menus", problem="no_main")
    for place, menu in enumerate(number.menus):
        keys = [key.key for key in menu.keys]
        if len(set(keys)) != len(keys) or not set(keys) <= KEYS:
            raise Invalid(field=f"menus[{place}].keys", problem="key")
        for key in menu.keys:
            if key.leads is Leads.MENU and key.menu not in names:
                raise Invalid(field=f"menus[{place}].keys", problem="unknown_menu")
            if key.leads is Leads.LANGUAGE and key.language not in number.languages:
                raise Invalid(field=f"menus[{place}].keys", problem="language")
            if (key.leads is Leads.NUMBER and not key.number) or key.leads is Leads.UNKNOWN:
                raise Invalid(field=f"menus[{place}].keys", problem="leads_nowhere")
    if not number.languages:
        raise Invalid(field="languages", problem="missing")
    _refuse_circles(number)
    return number


def _refuse_circles(number: CompanyNumber) -> None:
    """Every way through the menus must end. Raises `Invalid`."""

    ends: set[str] = set()  # menus of which every way on ends: each is walked once, whatever leads to it

    def walk(name: str, passed: tuple[str, ...]) -> None:
        if name in passed:
            raise Invalid(field="menus", problem="loop", menu=name)
        if name in ends:
            return
        menu = number.menu(name)
        for key in menu.keys if menu is not None else ():
            if key.leads is Leads.MENU:
                walk(key.menu, (*passed, name))
        ends.add(name)

    if number.menus:
        walk(MAIN, ())
    reached = frozenset(ends)
    for menu in number.menus:
        if menu.name not in reached:
            walk(menu.name, ())
            raise Invalid(field="menus", problem="not_reached", menu=menu.name)
