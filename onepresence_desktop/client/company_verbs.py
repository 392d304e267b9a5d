"""The verbs of administrators who keep the company: groups, company numbers, lines, the doctor."""

from __future__ import annotations

from datetime import date

from onepresence_desktop.client.requests import LONG_TIMEOUT, Requests
from onepresence_desktop.domain.company_number import CompanyNumberId
from onepresence_desktop.domain.meetings import CalendarId
from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.wire import codec, routes
from onepresence_desktop.wire.calendar_words import CompanyWordsBody, WordRuleBody, rules_version
from onepresence_desktop.wire.calendars import CalendarBody, CalendarView
from onepresence_desktop.wire.caller_card import CallerCardBody, CallerCardView
from onepresence_desktop.wire.company import CompanyNumberBody, CompanyNumberView, CompanySoundView, ListenBody
from onepresence_desktop.wire.connections import (
    ConnectionBody,
    ConnectionPatch,
    ConnectionTrial,
    ConnectionTried,
    ConnectionView,
)
from onepresence_desktop.wire.devices import SecurePhonesBody, SecurePhonesView
from onepresence_desktop.wire.doctor import DoctorView, UnblockBody, Unblocked
from onepresence_desktop.wire.groups import GroupBody, GroupDetailView, GroupMemberBody
from onepresence_desktop.wire.holidays import HolidayBody, HolidayView
from onepresence_desktop.wire.people_import import PeopleImportReport
from onepresence_desktop.wire.privacy import AuditView, PrivacyBody, PrivacyView
from onepresence_desktop.wire.reception import ReceptionTimesBody, ReceptionTimesView
from onepresence_desktop.wire.trunks import TrunkBody, TrunkOrder, TrunkTrial, TrunkTried, TrunkView


class CompanyVerbs(Requests):
    """What administrators do beside people and their phones."""

    # --- groups ---

    async def groups(self) -> list[GroupDetailView]:
        """All groups with all that is set of each (administrators)."""
        return await self._ask(list[GroupDetailView], "GET", routes.GROUPS)

    async def add_group(self, body: GroupBody) -> GroupDetailView:
        """A new group (administrators)."""
        return await self._ask(GroupDetailView, "POST", routes.GROUPS, body)

    async def put_group(self, group_id: GroupId, body: GroupBody) -> GroupDetailView:
        """Another in its place (administrators)."""
        return await self._ask(GroupDetailView, "PUT", routes.path(routes.GROUP, group_id), body)

    async def log_member(self, group_id: GroupId, user_id: UserId, *, out: bool) -> None:
        """Log a member of a group in or out in their place (administrators)."""
        where = routes.path(routes.path(routes.GROUP_MEMBER, group_id), user_id, "member")
        await self._do("PUT", where, GroupMemberBody(logged_out=out))

    async def remove_group(self, group_id: GroupId) -> None:
        """Remove a group (administrators)."""
        await self._do("DELETE", routes.path(routes.GROUP, group_id))

    async def reception_times(self) -> ReceptionTimesView:
        """After how long calls come back to the reception (administrators)."""
        return await self._ask(ReceptionTimesView, "GET", routes.COMPANY_RECEPTION)

    async def put_reception_times(self, body: ReceptionTimesBody) -> ReceptionTimesView:
        """Set it (administrators). Raises `Conflict` (changed)."""
        return await self._ask(ReceptionTimesView, "PUT", routes.COMPANY_RECEPTION, body)

    # --- who sees last contacts, people's calendars ---

    async def caller_card(self) -> CallerCardView:
        """Who sees with whom in the company a number spoke last (administrators)."""
        return await self._ask(CallerCardView, "GET", routes.COMPANY_CALLER_CARD)

    async def save_caller_card(self, body: CallerCardBody) -> CallerCardView:
        """Set it (administrators). Raises `Conflict` (changed)."""
        return await self._ask(CallerCardView, "PUT", routes.COMPANY_CALLER_CARD, body)

    async def person_calendars(self, user_id: UserId) -> list[CalendarView]:
        """Where a person's calendars are and how they are doing (administrators)."""
        return await self._ask(list[CalendarView], "GET", routes.path(routes.PERSON_CALENDARS, user_id))

    async def put_person_calendar(
        self, user_id: UserId, calendar_id: CalendarId | None, body: CalendarBody
    ) -> list[CalendarView]:
        """Set one, or add one for None; it is read first (administrators). All of them, a new one last.

        Raises `Invalid`, `ConnectionFailed`, `Conflict` (changed, too_many).
        """
        verb, path = "POST", routes.path(routes.PERSON_CALENDARS, user_id)
        if calendar_id is not None:
            verb, path = "PUT", routes.path(_calendar(user_id), calendar_id, "calendar")
        answer = await self._upload(verb, path, codec.encode(body), "application/json", timeout=LONG_TIMEOUT)
        return self._read(answer, list[CalendarView])

    async def remove_person_calendar(self, user_id: UserId, calendar_id: CalendarId) -> None:
        """Forget one (administrators)."""
        await self._do("DELETE", routes.path(_calendar(user_id), calendar_id, "calendar"))

    # --- words in calendars ---

    async def company_words(self) -> list[WordRuleBody]:
        """The company's own words, which go before the usual ones (administrators)."""
        return await self._ask(list[WordRuleBody], "GET", routes.COMPANY_CALENDAR_WORDS)

    async def save_company_words(self, rules: list[WordRuleBody], seen: list[WordRuleBody]) -> list[WordRuleBody]:
        """All of them, in place of those that were read before (administrators). Raises `Invalid`, `Conflict`."""
        body = CompanyWordsBody(rules=rules, version=rules_version(seen))
        return await self._ask(list[WordRuleBody], "PUT", routes.COMPANY_CALENDAR_WORDS, body)

    # --- company numbers, holidays ---

    async def company_numbers(self) -> list[CompanyNumberView]:
        """All of them, each with how it stands now."""
        return await self._ask(list[CompanyNumberView], "GET", routes.COMPANY_NUMBERS)

    async def add_company_number(self, body: CompanyNumberBody) -> CompanyNumberView:
        """A new one. Raises `Invalid` naming what is wrong with it, `Conflict`."""
        return await self._ask(CompanyNumberView, "POST", routes.COMPANY_NUMBERS, body)

    async def put_company_number(self, number_id: CompanyNumberId, body: CompanyNumberBody) -> CompanyNumberView:
        """Another in its place."""
        return await self._ask(CompanyNumberView, "PUT", routes.path(routes.COMPANY_NUMBER, number_id), body)

    async def remove_company_number(self, number_id: CompanyNumberId) -> None:
        """Remove one."""
        await self._do("DELETE", routes.path(routes.COMPANY_NUMBER, number_id))

    async def listen(self, text: str, language: str) -> bytes:
        """A WAV of a text, as callers would hear it. Raises `Invalid`."""
        body = ListenBody(text=text, language=language)
        return (await self._send("POST", routes.COMPANY_LISTEN, body)).content

    async def company_sounds(self) -> list[CompanySoundView]:
        """What the company recorded: music, and what its numbers say."""
        return await self._ask(list[CompanySoundView], "GET", routes.COMPANY_SOUNDS)

    async def company_sound(self, place: str, *, number: str = "", language: str = "") -> bytes:
        """A recording as WAV. Raises `NotFound`."""
        path, params = _sound(place, number, language)
        return (await self._send("GET", path, params=params)).content

    async def save_company_sound(self, place: str, wav: bytes, *, number: str = "", language: str = "") -> None:
        """Keep a WAV file of any rate. Raises `Invalid` for `sound`, `TooLarge`."""
        path, params = _sound(place, number, language)
        await self._upload("PUT", path, wav, "audio/wav", params=params)

    async def remove_company_sound(self, place: str, *, number: str = "", language: str = "") -> None:
        """The text, or the service's own music, again."""
        path, params = _sound(place, number, language)
        await self._send("DELETE", path, params=params)

    async def put_holiday(self, day: date, body: HolidayBody) -> HolidayView:
        """Make a day a holiday, or a working day (administrators). Raises `Conflict` (changed)."""
        return await self._ask(HolidayView, "PUT", routes.path(routes.HOLIDAY, day.isoformat()), body)

    async def remove_holiday(self, day: date, version: str | None = None) -> None:
        """Let the calendar decide again (administrators). version: as listed. Raises `Conflict` (changed)."""
        params = {"version": version} if version is not None else None
        await self._do("DELETE", routes.path(routes.HOLIDAY, day.isoformat()), params=params)

    async def import_people(self, sheet: bytes, *, dry_run: bool, version: str | None = None) -> PeopleImportReport:
        """People of a CSV file; version: of a dry run's report. Raises `Invalid`, `TooLarge`, `Conflict` (changed)."""
        params = {"dry_run": "1" if dry_run else "0"} | ({"version": version} if version is not None else {})
        path = routes.PEOPLE_IMPORT
        answer = await self._upload("POST", path, sheet, "text/csv", params=params, timeout=LONG_TIMEOUT)
        return self._read(answer, PeopleImportReport)

    async def export_person(self, user_id: UserId) -> bytes:
        """A ZIP of all that is kept of a person."""
        return (await self._send("GET", routes.path(routes.PERSON_EXPORT, user_id))).content

    async def erase_person(self, user_id: UserId) -> None:
        """Remove a person, and what names them in what others keep."""
        await self._do("POST", routes.path(routes.PERSON_ERASURE, user_id))

    async def privacy(self) -> PrivacyView:
        """How long things are kept, and whether sickness is shown."""
        return await self._ask(PrivacyView, "GET", routes.COMPANY_PRIVACY)

    async def put_privacy(self, body: PrivacyBody) -> PrivacyView:
        """Set it. Raises `Invalid`, `Conflict` (changed)."""
        return await self._ask(PrivacyView, "PUT", routes.COMPANY_PRIVACY, body)

    async def secure_phones(self) -> SecurePhonesView:
        """Whether all phones must be encrypted, and whether they can be."""
        return await self._ask(SecurePhonesView, "GET", routes.COMPANY_SECURE_PHONES)

    async def save_secure_phones(self, secure: bool) -> SecurePhonesView:
        """Demand it, or no longer. Raises `Conflict` (no_tls)."""
        return await self._ask(SecurePhonesView, "PUT", routes.COMPANY_SECURE_PHONES, SecurePhonesBody(secure=secure))

    async def audit(self, *, before: int | None = None, text: str = "") -> list[AuditView]:
        """Who did what, newest first, 200 at most; before: an entry's id, for older ones."""
        params = {"q": text} | ({"before": str(before)} if before is not None else {})
        return await self._ask(list[AuditView], "GET", routes.AUDIT, params=params)

    # --- the doctor, lines ---

    async def doctor(self) -> DoctorView:
        """What to look at: phones that fail, lines, ports, certificate, disk, clock."""
        return await self._ask(DoctorView, "GET", routes.DOCTOR)

    async def unblock(self, address: str, user: str | None) -> int:
        """Let an address try again for a SIP user (None: altogether); how many blocks were lifted."""
        body = UnblockBody(address=address, user=user)
        return (await self._ask(Unblocked, "POST", routes.DOCTOR_UNBLOCK, body)).count

    async def trunks(self) -> list[TrunkView]:
        """Lines to providers in their order."""
        return await self._ask(list[TrunkView], "GET", routes.TRUNKS)

    async def add_trunk(self, body: TrunkBody) -> TrunkView:
        """A new line. Raises `Invalid`, `Conflict`."""
        return await self._ask(TrunkView, "POST", routes.TRUNKS, body)

    async def put_trunk(self, trunk_id: str, body: TrunkBody) -> TrunkView:
        """Another in its place; no password keeps the one before. Raises as `add_trunk`."""
        return await self._ask(TrunkView, "PUT", routes.path(routes.TRUNK, trunk_id), body)

    async def remove_trunk(self, trunk_id: str) -> None:
        """Remove a line."""
        await self._do("DELETE", routes.path(routes.TRUNK, trunk_id))

    async def order_trunks(self, ids: list[str], seen: list[str]) -> list[TrunkView]:
        """The order in which lines are tried. Raises `Conflict` (changed)."""
        return await self._ask(list[TrunkView], "PUT", routes.TRUNKS, TrunkOrder(ids=ids, seen=seen))

    async def try_trunk(self, trunk_id: str, number: str) -> TrunkTried:
        """Ring a number over a line; what the provider said."""
        body = TrunkTrial(number=number)
        return await self._ask(TrunkTried, "POST", routes.path(routes.TRUNK_TEST, trunk_id), body)

    # --- connections ---

    async def connections(self) -> list[ConnectionView]:
        """Servers of the company's, for mail, SMS …, each with how it stands."""
        return await self._ask(list[ConnectionView], "GET", routes.CONNECTIONS)

    async def add_connection(self, body: ConnectionBody) -> ConnectionView:
        """A new one. Raises `Invalid` (settings.NAME), `Conflict`."""
        return await self._ask(ConnectionView, "POST", routes.CONNECTIONS, body)

    async def change_connection(self, connection_id: str, patch: ConnectionPatch) -> ConnectionView:
        """Change what is named; a secret that isn't stays. Raises as `add_connection`."""
        return await self._ask(ConnectionView, "PATCH", routes.path(routes.CONNECTION, connection_id), patch)

    async def remove_connection(self, connection_id: str) -> None:
        """Forget one and its secrets."""
        await self._do("DELETE", routes.path(routes.CONNECTION, connection_id))

    async def try_connection(self, connection_id: str, to: str) -> ConnectionTried:
        """Use one once; to: who is sent a trial, or "". Raises `Invalid`, `NumberRefused`."""
        body = ConnectionTrial(to=to)
        return await self._ask(ConnectionTried, "POST", routes.path(routes.CONNECTION_TRY, connection_id), body)


def _sound(place: str, number: str, language: str) -> tuple[str, dict[str, str]]:
    """Path and parameters of a recording; a menu's name may hold what a path can't."""
    place, _, menu = place.partition(".")
    given = {"number": number, "language": language, "menu": menu}
    return routes.COMPANY_SOUND.replace("{place}", place), {name: value for name, value in given.items() if value}


def _calendar(user_id: UserId) -> str:
    return routes.path(routes.PERSON_CALENDAR_OF, user_id)
