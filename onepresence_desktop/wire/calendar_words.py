"""Words in calendars that make absences of entries: what is sent and seen of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec

from onepresence_desktop.domain.calendar_words import LONGEST_WORD
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, Reason
from onepresence_desktop.wire.bodies import Body
from onepresence_desktop.wire.slices import View
from onepresence_desktop.wire.versions import Versioned, version_of

MOST = 100


class WordRuleBody(Body, frozen=True, kw_only=True):
    """An entry whose words hold `word` is this absence."""

    word: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_WORD)]
    reason: Reason
    destination: Destination = VOICEMAIL


Rules = Annotated[list[WordRuleBody], msgspec.Meta(max_length=MOST)]


class CalendarWordsView(View, frozen=True, kw_only=True):
    """What counts for a user: their own words, then the company's, then the usual ones of their language."""

    on: bool
    rules: list[WordRuleBody]
    company: list[WordRuleBody]
    usual: list[WordRuleBody]


class CalendarWordsBody(Body, frozen=True, kw_only=True):
    """PUT /v1/me/calendar/words."""

    on: bool
    rules: Rules = []


class CompanyWordsBody(Versioned, frozen=True, kw_only=True):
    """PUT /v1/company/calendar-words. version: of `rules_version`."""

    rules: Rules = []


def rules_version(rules: Sequence[WordRuleBody]) -> str:
    """Of a company's words, reckoned on both sides: they travel as a bare list."""
    return version_of([[rule.word, rule.reason, rule.destination.kind, rule.destination.number] for rule in rules])
