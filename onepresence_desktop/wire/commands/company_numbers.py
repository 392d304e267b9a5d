"""Company numbers: what answers, when it is open, what is said, and its keys."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from onepresence_desktop.wire.bodies import Name, Number
from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.company import CompanyNumberView
from onepresence_desktop.wire.versions import Version

Place = Literal["greeting", "queue", "closed", "holiday", "nobody", "menu"]
Leading = Literal["closed", "holiday", "nobody"]
Language = Annotated[str, msgspec.Meta(pattern="^(da|sv|en)$")]
Words = Annotated[str, msgspec.Meta(max_length=1000)]


class KeySet(msgspec.Struct, frozen=True, kw_only=True):
    """A key of a menu. leads: where; nowhere takes the key away. to: the number, menu, words or language."""

    key: Annotated[str, msgspec.Meta(pattern="^[0-9*#]$")]
    leads: Literal["number", "menu", "message", "language", "nowhere"]
    to: Words = ""


class CompanyNumberList(Command, frozen=True, kw_only=True, tag="company_number_list"):
    """All of a company's, or one. customer: may be left out where there is only one."""

    one_number: Number | None = None
    customer: Code | None = None


class CompanyNumberChange(Command, frozen=True, kw_only=True):
    """What is to be another, None: as it is. number: who answers without a menu.

    said: by place, in `language` (None: the number's first); to: where a caller goes then, "" for nowhere. menu: whose
    text and keys are meant; under: the key (of main, or MENU:KEY) that leads to it. without: menus that go.
    """

    one_number: Number
    name: Name | None = None
    number: Number | None = None
    languages: Annotated[list[Language], msgspec.Meta(max_length=3)] | None = None
    hours: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    holidays: bool | None = None
    language: Language | None = None
    said: dict[Place, Words] = {}
    to: dict[Leading, Annotated[str, msgspec.Meta(max_length=64)]] = {}
    menu: Name = "main"
    under: Annotated[str, msgspec.Meta(pattern="^(.+:)?[0-9*#]$", max_length=130)] | None = None
    keys: Annotated[list[KeySet], msgspec.Meta(max_length=24)] = []
    without: Annotated[list[Name], msgspec.Meta(max_length=30)] = []
    customer: Code | None = None


class CompanyNumberAdd(CompanyNumberChange, frozen=True, kw_only=True, tag="company_number_add"):
    """A new one."""


class CompanyNumberSet(CompanyNumberChange, frozen=True, kw_only=True, tag="company_number_set"):
    """Make one another. becomes: another public number. version: of what was read before; None: not asked."""

    becomes: Number | None = None
    version: Version | None = None


class CompanyNumberRemove(Command, frozen=True, kw_only=True, tag="company_number_remove"):
    """Take one away."""

    one_number: Number
    customer: Code | None = None


class ListedCompanyNumber(Result, frozen=True, kw_only=True):
    """One of them. hours: as they are typed."""

    customer: str
    hours: str
    number: CompanyNumberView


class ListedCompanyNumbers(Result, frozen=True, kw_only=True):
    """The answer to all but the removal: those that were asked for, or the one that was changed."""

    numbers: list[ListedCompanyNumber]
