"""Company numbers: hours, what is said, menus (administrators)."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.company_number import Answer, CompanyMenu, CompanyNumberId, Opening
from onepresence_desktop.domain.people import WorkingHours
from onepresence_desktop.wire.bodies import Body, DayBody, Name, Number
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned

NO_HOURS: list[DayBody] = [[], [], [], [], [], [], []]
Texts = Annotated[dict[str, str], msgspec.Meta(max_length=3)]


class CompanyNumberBody(Versioned, frozen=True, kw_only=True):
    """POST and PUT /v1/company/numbers. Texts by language. hours: seven days, Monday first; all empty: always open.

    number: who answers without a menu, or when no key is pressed. closed, holiday, nobody: a text, then a number or
    the end.
    """

    one_number: Number
    name: Name
    number: Number
    languages: Annotated[list[str], msgspec.Meta(min_length=1, max_length=3)] = msgspec.field(
        default_factory=lambda: ["da"]
    )
    hours: Annotated[list[DayBody], msgspec.Meta(min_length=7, max_length=7)] = msgspec.field(
        default_factory=lambda: list(NO_HOURS)
    )
    holidays: bool = True
    greeting: Texts = {}
    queue: Texts = {}
    menus: Annotated[list[CompanyMenu], msgspec.Meta(max_length=30)] = []
    closed: Answer = msgspec.field(default_factory=Answer)
    holiday: Answer = msgspec.field(default_factory=Answer)
    nobody: Answer = msgspec.field(default_factory=Answer)


class CompanySoundView(View, frozen=True, kw_only=True):
    """A recording. number_id: of a company number, None for the music of who waits; place: greeting, queue, closed,
    holiday, nobody or menu.NAME, or music.
    """

    number_id: CompanyNumberId | None = None
    place: str
    language: str = ""
    seconds: float


class ListenBody(Body, frozen=True, kw_only=True):
    """POST /v1/company/listen: a text, to be heard as callers would."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    language: Annotated[str, msgspec.Meta(max_length=5)]


class CompanyNumberView(View, frozen=True, kw_only=True):
    """A company number; `opening`: how it stands now."""

    id: CompanyNumberId
    one_number: str
    name: str
    number: str
    languages: list[str]
    hours: WorkingHours
    holidays: bool
    greeting: dict[str, str]
    queue: dict[str, str]
    menus: list[CompanyMenu]
    closed: Answer
    holiday: Answer
    nobody: Answer
    opening: Opening
    version: str = ""
