"""People's calendars, and the company's words in them."""

from __future__ import annotations

from typing import Annotated

import msgspec

from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, Reason
from onepresence_desktop.domain.meetings import CalendarId, CalendarKind, MeetingUse
from onepresence_desktop.wire.calendar_words import WordRuleBody
from onepresence_desktop.wire.calendars import CalendarView
from onepresence_desktop.wire.commands.base import Code, Command, LocalNumber, Result
from onepresence_desktop.wire.versions import Version


class CalendarList(Command, frozen=True, kw_only=True, tag="calendar_list"):
    """Where somebody's calendars are, and how they are doing."""

    local_number: LocalNumber


class CalendarAdd(Command, frozen=True, kw_only=True, tag="calendar_add"):
    """One more, at an address of its own. diverts: it is the one that may divert from now on."""

    local_number: LocalNumber
    kind: CalendarKind
    address: Annotated[str, msgspec.Meta(max_length=2000)]
    account: Annotated[str, msgspec.Meta(max_length=200)] = ""
    password: Annotated[str, msgspec.Meta(max_length=500)] | None = None
    use: MeetingUse | None = None
    show_subject: bool | None = None
    out_of_office: bool | None = None
    diverts: bool = False


class CalendarSet(Command, frozen=True, kw_only=True, tag="calendar_set"):
    """What isn't given stays. calendar: its id; the company's is "company"."""

    local_number: LocalNumber
    calendar: CalendarId
    kind: CalendarKind | None = None
    address: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    account: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    password: Annotated[str, msgspec.Meta(max_length=500)] | None = None
    use: MeetingUse | None = None
    show_subject: bool | None = None
    out_of_office: bool | None = None
    diverts: bool = False
    version: Version | None = None


class CalendarRemove(Command, frozen=True, kw_only=True, tag="calendar_remove"):
    """Forget one. calendar: its id; left out, the one that may divert."""

    local_number: LocalNumber
    calendar: CalendarId | None = None


class ListedCalendars(Result, frozen=True, kw_only=True):
    """The answer to the first three: all of somebody's."""

    local_number: str
    calendars: list[CalendarView]


class CalendarWordList(Command, frozen=True, kw_only=True, tag="calendar_word_list"):
    """The company's words. customer: may be left out where there is only one."""

    customer: Code | None = None


class CalendarWordSet(Command, frozen=True, kw_only=True, tag="calendar_word_set"):
    """An entry that holds the word is this absence; a word that is there already becomes another."""

    word: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    reason: Reason
    destination: Destination = VOICEMAIL
    customer: Code | None = None


class CalendarWordRemove(Command, frozen=True, kw_only=True, tag="calendar_word_remove"):
    """Drop a word."""

    word: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    customer: Code | None = None


class ListedCalendarWords(Result, frozen=True, kw_only=True):
    """The answer to all three: the company's own words."""

    customer: str
    words: list[WordRuleBody]
