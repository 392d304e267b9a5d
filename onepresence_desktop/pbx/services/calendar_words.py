"""Meetings among the diversions, and the words that make absences of entries (spec 5.2, 5.3).

What is on disk is what people decided: the words, and which occurrence is "not this time". The diversions themselves
are made anew from the meetings whenever these change, so they move and go away with them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime

from onepresence_desktop.domain.calendar_words import BUILT_IN, CalendarWords, WordRule, absences, diversion_id, folded
from onepresence_desktop.domain.diversion import Diversion, DiversionId, Origin, Reason
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.events import DiversionsChanged, Fact, MeetingsChanged
from onepresence_desktop.domain.names import proper_name
from onepresence_desktop.domain.people import Customer, CustomerId, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed, with_diversions
from onepresence_desktop.pbx.services.numbers import destination
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.calendar_words import (
    CalendarWordsBody,
    CalendarWordsView,
    CompanyWordsBody,
    WordRuleBody,
    rules_version,
)

WORDS = "calendar_words"
"""Key of a user's preference, and of the company's setting."""
SKIPPED = "calendar_skipped"
"""Key of the preference that holds what is `Skipped`."""

Skipped = dict[DiversionId, datetime]
"""Occurrences that don't divert, with their ends."""

EVERY = 600.0
"""Seconds between two looks at what comes within reach by itself."""

NOT_MEANT = (Reason.DO_NOT_DISTURB, Reason.UNKNOWN)


class CalendarAbsences:
    """What meetings come to. Also an `EventSink`: other meetings are other absences."""

    HEARS = (MeetingsChanged,)

    def __init__(self, store: Store, live: LiveState, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._clock = clock
        self._sink = sink
        self._words: dict[UserId, CalendarWords] = {}
        self._companys: dict[CustomerId, tuple[WordRule, ...]] = {}
        self._skipped: dict[UserId, Skipped] = {}

    async def load(self) -> None:
        """What people decided, at the start."""
        async with self._store.reading() as unit:
            for customer_id in self._live.companies:
                own = await unit.preferences.all(customer_id, WORDS)
                self._words |= {user_id: _words(codec.decode(text, CalendarWordsBody)) for user_id, text in own.items()}
                for user_id, text in (await unit.preferences.all(customer_id, SKIPPED)).items():
                    self._skipped[user_id] = codec.decode(text, Skipped)
                shared = await unit.company_numbers.setting(customer_id, WORDS)
                if shared:
                    self._companys[customer_id] = _words(codec.decode(shared, CalendarWordsBody)).rules

    def publish(self, fact: Fact) -> None:
        """Meetings have changed, or one begins or ends."""
        if isinstance(fact, MeetingsChanged) and fact.customer_id in self._live.companies:
            self._refresh_and_tell(self._live.company(fact.customer_id), fact.user_id)

    async def run(self) -> None:
        """For ever: what comes within reach by itself stands among the diversions."""
        while True:
            await asyncio.sleep(EVERY)
            for company in list(self._live.companies.values()):
                for user_id in list(company.calendars):
                    self._refresh_and_tell(company, user_id)

    def refresh(self, company: Company, user_id: UserId, now: datetime) -> bool:
        """Make a user's anew; whether any is another than before."""
        one = next((one for one in company.calendars.get(user_id, ()) if one.source.diverts), None)
        made: tuple[Diversion, ...] = ()
        if one is not None and user_id in company.dial_plan.users:
            made = absences(
                one.meetings,
                one.source,
                now,
                tables=self._tables(company, user_id),
                skipped=self._skipped.get(user_id, {}),
            )
        if made == company.from_calendar.get(user_id, ()):
            return False
        company.from_calendar = changed(company.from_calendar, user_id, made or None)
        others = (d for d in company.dial_plan.diversions.get(user_id, ()) if d.origin is not Origin.CALENDAR)
        with_diversions(company, user_id, (*others, *made))
        return True

    async def skip(self, unit: UnitOfWork, company: Company, user_id: UserId, some: Sequence[Diversion]) -> Skipped:
        """Write down that some don't divert this time: to be given to `took` after the commit.

        What stands at the same time in another of their owner's calendars is the same meeting, and doesn't either,
        should that calendar be chosen to divert.
        """
        now, before = self._clock.now(), self._skipped.get(user_id, {})
        kept = {key: end for key, end in before.items() if end > now}
        kept |= {d.id: d.ends_at for d in some if d.ends_at is not None}
        times = {(d.starts_at, d.ends_at) for d in some}
        others = (one.meetings for one in company.calendars.get(user_id, ()) if not one.source.diverts)
        kept |= {diversion_id(m): m.end for meetings in others for m in meetings if (m.start, m.end) in times}
        if kept != before:
            await unit.preferences.put(user_id, SKIPPED, codec.encode(kept).decode())
        return kept

    def took(self, user_id: UserId, kept: Skipped) -> None:
        """What `skip` wrote is committed."""
        self._skipped[user_id] = kept

    def view(self, customer_id: CustomerId, user_id: UserId) -> CalendarWordsView:
        """What counts for a user: their own words, the company's, and the language's."""
        company = self._live.company(customer_id)
        own = self._words.get(user_id, CalendarWords())
        return CalendarWordsView(
            on=own.on,
            rules=[_body(rule) for rule in own.rules],
            company=[_body(rule) for rule in self._companys.get(customer_id, ())],
            usual=[_body(rule) for rule in _usual(company, user_id)],
        )

    async def put(self, customer_id: CustomerId, user_id: UserId, body: CalendarWordsBody) -> CalendarWordsView:
        """Switch it on or off, with one's own words. Raises `Invalid`."""
        company = self._live.company(customer_id)
        words = CalendarWords(body.on, _rules(body.rules, company.customer))
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
                await unit.preferences.put(user_id, WORDS, _text(words))
            self._words[user_id] = words
            self._refresh_and_tell(company, user_id)
        return self.view(customer_id, user_id)

    def companys(self, customer_id: CustomerId) -> list[WordRuleBody]:
        """The company's own words."""
        self._live.company(customer_id)
        return [_body(rule) for rule in self._companys.get(customer_id, ())]

    def take_companys(self, company: Company, rules: tuple[WordRule, ...]) -> None:
        """The company's own words are others, and kept."""
        self._companys[company.customer.id] = rules
        for user_id in list(company.calendars):
            self._refresh_and_tell(company, user_id)

    def _tables(self, company: Company, user_id: UserId) -> tuple[tuple[WordRule, ...], ...]:
        own = self._words.get(user_id, CalendarWords())
        if not own.on:
            return ()
        return own.rules, self._companys.get(company.customer.id, ()), _usual(company, user_id)

    def _refresh_and_tell(self, company: Company, user_id: UserId) -> None:
        if self.refresh(company, user_id, self._clock.now()):
            self._sink.publish(DiversionsChanged(company.customer.id, user_id))


class CompanyWords:
    """What an administrator makes of the words, for everybody who has them on."""

    def __init__(self, absences: CalendarAbsences, live: LiveState, people: PeopleService) -> None:
        self._absences = absences
        self._live = live
        self._people = people

    async def put(self, customer_id: CustomerId, body: CompanyWordsBody, actor: Actor) -> list[WordRuleBody]:
        """The company's own words, before the language's. Raises `Invalid`, `Forbidden`, `Conflict` (changed)."""
        rules = _rules(body.rules, self._live.company(customer_id).customer)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            current = rules_version(self._absences.companys(customer_id))
            await refuse_unseen(change.unit, company, body.version, current, {"calendar_words_changed"})
            await change.unit.company_numbers.put_setting(customer_id, WORDS, _text(CalendarWords(True, rules)))
            await self._people.audit(change.unit, customer_id, actor, "calendar_words_changed", "")
        self._absences.take_companys(self._live.company(customer_id), rules)
        return self._absences.companys(customer_id)


def _usual(company: Company, user_id: UserId) -> tuple[WordRule, ...]:
    """The words of the user's language, then those of the company's."""
    user = company.dial_plan.users[user_id]
    languages = dict.fromkeys((user.language, company.customer.language))
    return tuple(rule for language in languages for rule in BUILT_IN.get(language, ()))


def _rules(bodies: Iterable[WordRuleBody], customer: Customer) -> tuple[WordRule, ...]:
    made: list[WordRule] = []
    for place, body in enumerate(bodies):
        field = f"rules[{place}]"
        word = proper_name(body.word, f"{field}.word")
        if not folded(word).strip():
            raise Invalid(field=f"{field}.word", problem="missing")
        if body.reason in NOT_MEANT:
            raise Invalid(field=f"{field}.reason", problem="unknown")
        if any(folded(word) == folded(other.word) for other in made):
            raise Invalid(field=f"{field}.word", problem="twice")
        made.append(WordRule(word, body.reason, destination(body.destination, customer, f"{field}.destination")))
    return tuple(made)


def _words(kept: CalendarWordsBody) -> CalendarWords:
    return CalendarWords(kept.on, tuple(WordRule(one.word, one.reason, one.destination) for one in kept.rules))


def _text(words: CalendarWords) -> str:
    return codec.encode(CalendarWordsBody(on=words.on, rules=[_body(rule) for rule in words.rules])).decode()


def _body(rule: WordRule) -> WordRuleBody:
    return WordRuleBody(word=rule.word, reason=rule.reason, destination=rule.destination)
