"""The command line's words for people's calendars, and for the company's words in them (spec 5.1, 5.3)."""

from __future__ import annotations

from msgspec import UNSET

from onepresence_desktop.domain.calendar_words import folded
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.meetings import COMPANYS, CalendarKind
from onepresence_desktop.pbx.services.calendar_words import CalendarAbsences, CompanyWords
from onepresence_desktop.pbx.services.calendars import CalendarService
from onepresence_desktop.pbx.services.group_commands import ACTOR, the_company, user_of
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.calendar_words import CompanyWordsBody, WordRuleBody, rules_version
from onepresence_desktop.wire.calendars import CalendarBody

OfPerson = wire.CalendarList | wire.CalendarAdd | wire.CalendarSet | wire.CalendarRemove
OfWords = wire.CalendarWordList | wire.CalendarWordSet | wire.CalendarWordRemove


class CalendarCommands:
    """Runs them."""

    def __init__(
        self, live: LiveState, calendars: CalendarService, absences: CalendarAbsences, words: CompanyWords
    ) -> None:
        self._live = live
        self._calendars = calendars
        self._absences = absences
        self._words = words

    async def run(self, command: OfPerson | OfWords) -> wire.Result:
        """Raises `NotFound` (company, person, calendar, word), `Invalid`, `ConnectionFailed`, `Conflict` (changed)."""
        if isinstance(command, wire.CalendarWordList | wire.CalendarWordSet | wire.CalendarWordRemove):
            return await self._of_words(command)
        return await self._of_person(command)

    async def _of_person(self, command: OfPerson) -> wire.Result:
        company, user = user_of(self._live, command.local_number)
        customer_id = company.customer.id
        match command:
            case wire.CalendarList():
                views = self._calendars.of(customer_id, user.id)
            case wire.CalendarAdd():
                body = CalendarBody(
                    kind=command.kind,
                    address=command.address,
                    account=command.account,
                    password=UNSET if command.password is None else command.password,
                    use=UNSET if command.use is None else command.use,
                    show_subject=UNSET if command.show_subject is None else command.show_subject,
                    out_of_office=UNSET if command.out_of_office is None else command.out_of_office,
                    diverts=command.diverts or UNSET,
                )
                views = await self._calendars.add(customer_id, user.id, body, ACTOR)
            case wire.CalendarSet():
                kind, address, account = CalendarKind.COMPANY, "", ""
                if command.calendar != COMPANYS:
                    now = self._calendars.view(customer_id, user.id, command.calendar)
                    kind, address, account = now.kind, now.address, now.account
                body = CalendarBody(
                    kind=kind if command.kind is None else command.kind,
                    address=address if command.address is None else command.address,
                    account=account if command.account is None else command.account,
                    password=UNSET if command.password is None else command.password,
                    use=UNSET if command.use is None else command.use,
                    show_subject=UNSET if command.show_subject is None else command.show_subject,
                    out_of_office=UNSET if command.out_of_office is None else command.out_of_office,
                    diverts=command.diverts or UNSET,
                    version=command.version,
                )
                views = await self._calendars.put(customer_id, user.id, command.calendar, body, ACTOR)
            case wire.CalendarRemove():
                await self._calendars.remove(customer_id, user.id, command.calendar, ACTOR)
                return wire.Removed(kind="calendar", which=user.local_number)
        return wire.ListedCalendars(local_number=user.local_number, calendars=views)

    async def _of_words(self, command: OfWords) -> wire.ListedCalendarWords:
        company = the_company(self._live, command.customer)
        now = self._absences.companys(company.customer.id)
        if not isinstance(command, wire.CalendarWordList):
            rest = [rule for rule in now if folded(rule.word) != folded(command.word)]
            if isinstance(command, wire.CalendarWordSet):
                made = WordRuleBody(word=command.word, reason=command.reason, destination=command.destination)
                rest.append(made)
            elif len(rest) == len(now):
                raise NotFound(what="word")
            body = CompanyWordsBody(rules=rest, version=rules_version(now))
            now = await self._words.put(company.customer.id, body, ACTOR)
        return wire.ListedCalendarWords(customer=company.customer.code, words=now)
