"""What holds for a whole company: closing days, callers not let in, personal data, texts, the log."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from onepresence_desktop.domain.caller_card import SeenBy
from onepresence_desktop.domain.shown_kinds import ShownKind
from onepresence_desktop.wire.blocking import BlockingView
from onepresence_desktop.wire.bodies import Number
from onepresence_desktop.wire.commands.base import Code, Command, Result
from onepresence_desktop.wire.holidays import HolidayView
from onepresence_desktop.wire.messaging import StandardMessageView
from onepresence_desktop.wire.privacy import AuditView, PrivacyView
from onepresence_desktop.wire.versions import Version

Numbers = Annotated[list[Number], msgspec.Meta(max_length=1000)]


class OfCompany(Command, frozen=True, kw_only=True):
    """Base of those about a company. customer: its code; may be left out where there is only one."""

    customer: Code | None = None


class HolidayList(OfCompany, frozen=True, kw_only=True, tag="holiday_list"):
    """Those of a year; None: of this one."""

    year: int | None = None


class HolidaySet(OfCompany, frozen=True, kw_only=True, tag="holiday_set"):
    """A day is a closing day, or (closed false) a working day. version: of the day as it was listed."""

    day: date
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    closed: bool = True
    version: Version | None = None


class HolidayRemove(OfCompany, frozen=True, kw_only=True, tag="holiday_remove"):
    """Let the calendar decide about a day again. version: of the day as it was listed."""

    day: date
    version: Version | None = None


class ListedHolidays(Result, frozen=True, kw_only=True):
    """The answer to all three: the days of that year."""

    customer: str
    year: int
    days: list[HolidayView]


class Blocked(OfCompany, frozen=True, kw_only=True, tag="blocked"):
    """Whom nobody in the company lets in. add, remove: numbers; anonymous: calls without one, None: as it is.

    version: of what was read before; None: not asked.
    """

    add: Numbers = []
    remove: Numbers = []
    anonymous: bool | None = None
    version: Version | None = None


class ListedBlocked(Result, frozen=True, kw_only=True):
    """The answer: as it is now."""

    customer: str
    blocked: BlockingView


class PrivacySet(OfCompany, frozen=True, kw_only=True, tag="privacy"):
    """How long things are kept, in days. 0: for ever; None: as it is. version: of what was read before."""

    calls_days: int | None = None
    messages_days: int | None = None
    sent_days: int | None = None
    audit_days: int | None = None
    sickness_shown: bool | None = None
    version: Version | None = None


class PrivacyShown(Result, frozen=True, kw_only=True):
    """The answer: as it is now."""

    customer: str
    privacy: PrivacyView


class AuditList(OfCompany, frozen=True, kw_only=True, tag="audit_list"):
    """Who did what, newest first. text: what entries must hold; before: an entry's id, for older ones."""

    text: Annotated[str, msgspec.Meta(max_length=100)] = ""
    before: int | None = None


class ListedAudit(Result, frozen=True, kw_only=True):
    """The answer: 200 at most."""

    customer: str
    entries: list[AuditView]


class NumbersShown(OfCompany, frozen=True, kw_only=True, tag="numbers_shown"):
    """Which numbers users may show. kinds: None: it is only told. version: of what was read before."""

    kinds: Annotated[list[ShownKind], msgspec.Meta(max_length=4)] | None = None
    version: Version | None = None


class NumbersShownSet(Result, frozen=True, kw_only=True):
    """The answer: as it is now."""

    customer: str
    kinds: list[ShownKind]
    version: str


class ContactsSeen(OfCompany, frozen=True, kw_only=True, tag="contacts_seen"):
    """Who sees the company's last contacts with a number. seen_by: None: it is only told."""

    seen_by: SeenBy | None = None
    version: Version | None = None


class ContactsSeenSet(Result, frozen=True, kw_only=True):
    """The answer: as it is now."""

    customer: str
    seen_by: SeenBy
    version: str


class StandardMessageList(OfCompany, frozen=True, kw_only=True, tag="standard_message_list"):
    """The company's texts for sending."""


class StandardMessageAdd(OfCompany, frozen=True, kw_only=True, tag="standard_message_add"):
    """A new one."""

    text: Annotated[str, msgspec.Meta(max_length=10_000)]


class StandardMessageSet(OfCompany, frozen=True, kw_only=True, tag="standard_message_set"):
    """Another text in the place of one, by its id. version: of what was read before."""

    id: Annotated[str, msgspec.Meta(max_length=64)]
    text: Annotated[str, msgspec.Meta(max_length=10_000)]
    version: Version | None = None


class StandardMessageRemove(OfCompany, frozen=True, kw_only=True, tag="standard_message_remove"):
    """Drop one, by its id. version: of what was read before."""

    id: Annotated[str, msgspec.Meta(max_length=64)]
    version: Version | None = None


class ListedStandardMessages(Result, frozen=True, kw_only=True):
    """The answer to all four."""

    customer: str
    messages: list[StandardMessageView]


CompanyCommand = (
    HolidayList
    | HolidaySet
    | HolidayRemove
    | Blocked
    | PrivacySet
    | AuditList
    | NumbersShown
    | ContactsSeen
    | StandardMessageList
    | StandardMessageAdd
    | StandardMessageSet
    | StandardMessageRemove
)
