"""The command line's words for what holds for a whole company (spec 4.9, 4.11, 6.4, 12.4a, 12.4d, 12.4f)."""

from __future__ import annotations

from datetime import datetime

from msgspec import structs

from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.messaging import StandardMessageId
from onepresence_desktop.pbx.services.blocking import BlockingService
from onepresence_desktop.pbx.services.group_commands import ACTOR, the_company
from onepresence_desktop.pbx.services.holidays import HolidayService
from onepresence_desktop.pbx.services.last_contacts import LastContacts
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.messaging import MessagingService
from onepresence_desktop.pbx.services.number_shown import NumberShownService
from onepresence_desktop.pbx.services.numbers import to_divert_to
from onepresence_desktop.pbx.services.privacy import PrivacyService
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.blocking import CompanyBlockingBody
from onepresence_desktop.wire.bodies import StandardMessageBody
from onepresence_desktop.wire.caller_card import CallerCardBody
from onepresence_desktop.wire.holidays import HolidayBody
from onepresence_desktop.wire.number_shown import NumbersShownBody
from onepresence_desktop.wire.privacy import PrivacyBody

OfStandard = wire.StandardMessageList | wire.StandardMessageAdd | wire.StandardMessageSet | wire.StandardMessageRemove

KEPT = ("calls_days", "messages_days", "sent_days", "audit_days")


class CompanyCommands:
    """Runs them. What isn't named stays as it is; what somebody else changes meanwhile is never written over."""

    def __init__(
        self,
        live: LiveState,
        holidays: HolidayService,
        blocking: BlockingService,
        privacy: PrivacyService,
        number_shown: NumberShownService,
        last_contacts: LastContacts,
        messaging: MessagingService,
    ) -> None:
        self._live = live
        self._holidays = holidays
        self._blocking = blocking
        self._privacy = privacy
        self._number_shown = number_shown
        self._last_contacts = last_contacts
        self._messaging = messaging

    async def run(self, command: wire.CompanyCommand) -> wire.Result:
        """Raises `NotFound` (company, holiday, number, standard_message), `Invalid`, `Conflict` (changed, too_many)."""
        company = the_company(self._live, command.customer)
        match command:
            case wire.HolidayList() | wire.HolidaySet() | wire.HolidayRemove():
                return await self._of_holidays(company, command)
            case wire.Blocked():
                return await self._of_blocked(company, command)
            case wire.PrivacySet():
                return await self._of_privacy(company, command)
            case wire.AuditList():
                entries = await self._privacy.audit(company.customer.id, before_id=command.before, text=command.text)
                return wire.ListedAudit(customer=company.customer.code, entries=entries)
            case wire.NumbersShown():
                return await self._of_numbers_shown(company, command)
            case wire.ContactsSeen():
                return await self._of_contacts(company, command)
            case wire.StandardMessageList() | wire.StandardMessageAdd():
                return await self._of_standard(company, command)
            case wire.StandardMessageSet() | wire.StandardMessageRemove():
                return await self._of_standard(company, command)

    async def _of_holidays(
        self, company: Company, command: wire.HolidayList | wire.HolidaySet | wire.HolidayRemove
    ) -> wire.ListedHolidays:
        customer_id = company.customer.id
        if isinstance(command, wire.HolidayList):
            year = command.year or datetime.now(company.customer.zone).year
        else:
            year = command.day.year
            if isinstance(command, wire.HolidaySet):
                body = HolidayBody(name=command.name, closed=command.closed, version=command.version)
                await self._holidays.put(customer_id, command.day.isoformat(), body, ACTOR)
            else:
                await self._holidays.remove(customer_id, command.day.isoformat(), ACTOR, seen=command.version)
        days = self._holidays.listing(customer_id, year)
        return wire.ListedHolidays(customer=company.customer.code, year=year, days=days)

    async def _of_blocked(self, company: Company, command: wire.Blocked) -> wire.ListedBlocked:
        now = self._blocking.companys(company.customer.id)
        if command.add or command.remove or command.anonymous is not None:
            numbers = set(now.numbers)
            for place, text in enumerate(command.remove):
                number = to_divert_to(text, company.customer, f"numbers[{place}]")
                if number not in numbers:
                    raise NotFound(what="number", number=text)
                numbers.remove(number)
            body = CompanyBlockingBody(
                numbers=[*sorted(numbers), *command.add],
                anonymous=now.anonymous if command.anonymous is None else command.anonymous,
                version=command.version or now.version,
            )
            now = await self._blocking.put_companys(company.customer.id, body, ACTOR)
        return wire.ListedBlocked(customer=company.customer.code, blocked=now)

    async def _of_privacy(self, company: Company, command: wire.PrivacySet) -> wire.PrivacyShown:
        now = self._privacy.now(company.customer.id)
        wanted = {name: getattr(command, name) for name in KEPT if getattr(command, name) is not None}
        if wanted or command.sickness_shown is not None:
            days = {name: getattr(now, name) for name in KEPT} | {key: days or None for key, days in wanted.items()}
            shown = now.sickness_shown if command.sickness_shown is None else command.sickness_shown
            body = PrivacyBody(**days, sickness_shown=shown, version=command.version or now.version)
            now = await self._privacy.put(company.customer.id, body, ACTOR)
        return wire.PrivacyShown(customer=company.customer.code, privacy=now)

    async def _of_numbers_shown(self, company: Company, command: wire.NumbersShown) -> wire.NumbersShownSet:
        now = self._number_shown.companys(company.customer.id)
        if command.kinds is not None:
            body = NumbersShownBody(kinds=command.kinds, version=command.version or now.version)
            now = await self._number_shown.put_companys(company.customer.id, body, ACTOR)
        return wire.NumbersShownSet(customer=company.customer.code, **structs.asdict(now))

    async def _of_contacts(self, company: Company, command: wire.ContactsSeen) -> wire.ContactsSeenSet:
        now = await self._last_contacts.view(company.customer.id)
        if command.seen_by is not None:
            body = CallerCardBody(seen_by=command.seen_by, version=command.version or now.version)
            now = await self._last_contacts.put(company.customer.id, body, ACTOR)
        return wire.ContactsSeenSet(customer=company.customer.code, **structs.asdict(now))

    async def _of_standard(
        self,
        company: Company,
        command: OfStandard,
    ) -> wire.ListedStandardMessages:
        customer_id = company.customer.id
        match command:
            case wire.StandardMessageAdd():
                await self._messaging.add_standard(customer_id, _body(command.text), ACTOR)
            case wire.StandardMessageSet():
                body = _body(command.text, command.version)
                await self._messaging.change_standard(customer_id, StandardMessageId(command.id), body, ACTOR)
            case wire.StandardMessageRemove():
                gone = StandardMessageId(command.id)
                await self._messaging.remove_standard(customer_id, gone, ACTOR, seen=command.version)
        messages = await self._messaging.standard(customer_id)
        return wire.ListedStandardMessages(customer=company.customer.code, messages=messages)


def _body(text: str, version: str | None = None) -> StandardMessageBody:
    if not text.strip():
        raise Invalid(field="text", problem="missing")
    return StandardMessageBody(text=text, version=version)
