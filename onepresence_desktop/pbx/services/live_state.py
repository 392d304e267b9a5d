"""What the service holds in memory of every customer: the dial plan that routing reads, phones, presence, live calls.

The database is the truth. A use case commits first and then swaps its part in here, on the loop's thread, under the
company's lock; other threads only ever read `Company.dial_plan`, which is immutable and replaced as a whole.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from onepresence_desktop.domain.calls import Call, CallId
from onepresence_desktop.domain.company_number import CompanyNumber, CompanyNumberId
from onepresence_desktop.domain.company_sounds import CompanySound
from onepresence_desktop.domain.completion import Completion, CompletionId
from onepresence_desktop.domain.connections import Connection
from onepresence_desktop.domain.diversion import Diversion
from onepresence_desktop.domain.doctor import Finding
from onepresence_desktop.domain.errors import Forbidden, NotFound, NotSignedIn
from onepresence_desktop.domain.events import Fact, GroupChanged, PeopleChanged, SettingsChanged
from onepresence_desktop.domain.meetings import CalendarRead, Meeting
from onepresence_desktop.domain.parking import Parked
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    GroupId,
    Role,
    User,
    UserId,
)
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.privacy import Privacy
from onepresence_desktop.domain.routing import DialPlan
from onepresence_desktop.domain.schedule import Schedule
from onepresence_desktop.domain.shared_calls import SharedCall, SharedCallId
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ownership import SingleNode
from onepresence_desktop.pbx.ports import Ownership, Store, UnitOfWork
from onepresence_desktop.pbx.services import asked
from onepresence_desktop.pbx.services.contact_book import Book
from onepresence_desktop.pbx.services.directory_book import DirectoryBook
from onepresence_desktop.pbx.services.loaded_people import LoadedPeople, read
from onepresence_desktop.pbx.services.people_edits import PeopleEdits, edited, in_order, owners
from onepresence_desktop.pbx.services.public_holidays import Days
from onepresence_desktop.pbx.services.reception_desk import ReceptionDesk
from onepresence_desktop.pbx.services.user_settings import UserSettings, read_settings
from onepresence_desktop.wire.views import CallView, GroupView, PersonView, PresenceView

K = TypeVar("K")
V = TypeVar("V")

MAILBOX_SECONDS = 3600.0
"""Of recordings in each mailbox, unless the service is told otherwise; an hour takes 58 MB."""


@dataclass(slots=True)
class Company:
    """One customer as it is now. mailbox_seconds: of recordings that each mailbox holds.

    scheduled: what `schedules` come to in the next time, part of the dial plan's diversions; look_again: until when
    that holds. from_calendar: what `meetings` come to, likewise.
    holidays: days with the name the company gave them, or None for a working day.
    trunks, connections: in their order, passwords included. secure_phones: all must encrypt (spec 12.1c).
    sounds: what the company recorded, by its key (`domain/company_sounds`).
    last_calls: when each user last hung up a call that was talked in; routing reads it through the dial plan, and
    `diverted` as well: when a number's last diverted call to a user ended. stars: contacts that are favourites.
    people, groups, presence: what everyone in the company has been told.
    calendars: those of a user that were read; meetings: what makes a user busy in any of them.
    findings: what doesn't work, and hasn't for so long that administrators were told (`domain.doctor`).
    shared_calls: missed calls of groups that are shown; shared_with: who has been told of each.
    parked: calls by the place where they wait. desk: the reception's. directories: by the company's word for each.
    lock: held while something is committed and swapped in, so that order is kept.
    """

    dial_plan: DialPlan
    mailbox_seconds: float = MAILBOX_SECONDS
    privacy: Privacy = field(default_factory=Privacy)
    trunks: tuple[SipTrunk, ...] = ()
    connections: tuple[Connection, ...] = ()
    secure_phones: bool = False
    sounds: Mapping[str, CompanySound] = field(default_factory=dict)
    devices: dict[DeviceId, Device] = field(default_factory=dict)
    states: dict[DeviceId, DeviceState] = field(default_factory=dict)
    people: dict[UserId, PersonView] = field(default_factory=dict)
    groups: dict[GroupId, GroupView] = field(default_factory=dict)
    presence: dict[UserId, PresenceView] = field(default_factory=dict)
    calendars: dict[UserId, tuple[CalendarRead, ...]] = field(default_factory=dict)
    meetings: dict[UserId, tuple[Meeting, ...]] = field(default_factory=dict)
    own: dict[UserId, UserSettings] = field(default_factory=dict)
    schedules: dict[UserId, tuple[Schedule, ...]] = field(default_factory=dict)
    scheduled: dict[UserId, tuple[Diversion, ...]] = field(default_factory=dict)
    from_calendar: dict[UserId, tuple[Diversion, ...]] = field(default_factory=dict)
    look_again: dict[UserId, datetime] = field(default_factory=dict)
    holidays: dict[date, str | None] = field(default_factory=dict)
    contacts: dict[UserId | None, Book] = field(default_factory=dict)
    directories: dict[str, DirectoryBook] = field(default_factory=dict)
    stars: dict[UserId, frozenset[ContactId]] = field(default_factory=dict)
    shared_calls: dict[SharedCallId, SharedCall] = field(default_factory=dict)
    shared_with: dict[SharedCallId, frozenset[UserId]] = field(default_factory=dict)
    pickup_groups: Mapping[PickupGroupId, PickupGroup] = field(default_factory=dict)
    parked: dict[str, Parked] = field(default_factory=dict)
    desk: ReceptionDesk = field(default_factory=ReceptionDesk)
    completions: dict[CompletionId, Completion] = field(default_factory=dict)
    calls: dict[CallId, Call] = field(default_factory=dict)
    rang: dict[CallId, tuple[UserId, ...]] = field(default_factory=dict)
    declined: dict[CallId, tuple[UserId, ...]] = field(default_factory=dict)
    last_calls: dict[UserId, datetime] = field(default_factory=dict)
    diverted: dict[tuple[UserId, str], datetime] = field(default_factory=dict)
    call_views: dict[CallId, dict[UserId, CallView]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def customer(self) -> Customer:
        """Who it is."""
        return self.dial_plan.customer

    def caller_name(self, user_id: UserId | None, number: str, told: str) -> str:
        """Who has a number, for a user: a colleague, a contact, one of a directory; else `told` by the line.

        From any thread: what another one changes meanwhile is seen as it was or as it is.
        """
        if number and number not in self.dial_plan.by_number:
            for owner in (user_id, None):
                book = self.contacts.get(owner)
                name = book.names.get(number, "") if book is not None else ""
                if name:
                    return name
            return next((name for book in tuple(self.directories.values()) if (name := book.name_of(number))), told)
        return told

    def user(self, user_id: UserId) -> User:
        """Raises `NotFound`, also for a user of another customer."""
        user = self.dial_plan.users.get(user_id)
        if user is None:
            raise NotFound(what="person")
        return user

    @asynccontextmanager
    async def acting(self, user_id: UserId, *roles: Role) -> AsyncIterator[User]:
        """The lock, for a change by a user: they are looked at once more, who may be closed while a request waits, and
        so is the session that asked.

        roles: those who may; everybody where none is named. Raises `NotSignedIn`, `Forbidden`.
        """
        async with self.lock:
            asked.look_again()
            user = self.dial_plan.users.get(user_id)
            if user is None or user.closed:
                raise NotSignedIn
            if roles and user.role not in roles:
                raise Forbidden
            yield user

    def forget(self, user_id: UserId) -> None:
        """A user was removed: all that is held for them goes, but for what calls under way need."""
        for held in (
            self.own, self.presence, self.calendars, self.meetings, self.schedules, self.scheduled, self.from_calendar,
            self.look_again, self.last_calls, self.stars,
        ):  # fmt: skip
            held.pop(user_id, None)
        self.contacts.pop(user_id, None)
        concerned = [one.id for one in self.completions.values() if user_id in (one.user_id, one.target)]
        for completion_id in concerned:
            del self.completions[completion_id]

    def device(self, device_id: DeviceId) -> Device:
        """Raises `NotFound`, also for a device of another customer."""
        device = self.devices.get(device_id)
        if device is None:
            raise NotFound(what="device")
        return device

    def devices_of(self, user_id: UserId) -> tuple[Device, ...]:
        """A user's phones."""
        return self.dial_plan.devices.get(user_id, ())

    def state_of(self, device: Device) -> DeviceState:
        """A phone's state; never guessed (spec 2.1a)."""
        return self.states.get(device.id, DeviceState.UNKNOWN)


def changed(mapping: Mapping[K, V], key: K, value: V | None) -> dict[K, V]:
    """A copy with one key set, or dropped for None."""
    copy = dict(mapping)
    if value is None:
        copy.pop(key, None)
    else:
        copy[key] = value
    return copy


class LiveState:
    """All customers that this node owns."""

    def __init__(
        self,
        store: Store,
        *,
        ownership: Ownership = SingleNode(),
        mailbox_seconds: float = MAILBOX_SECONDS,
        line_out: bool = True,
    ) -> None:
        self.store = store
        self._ownership = ownership
        self.mailbox_seconds = mailbox_seconds
        self._line_out = line_out
        self.companies: dict[CustomerId, Company] = {}
        self.customer_of_device: dict[DeviceId, CustomerId] = {}
        self.customer_of_user: dict[UserId, CustomerId] = {}

    async def load(self) -> None:
        """Read everything at the start."""
        async with self.store.reading() as unit:
            for customer in await unit.people.customers():
                if self._ownership.owns(customer.id):
                    await self.reload_people(unit, customer)

    def company(self, customer_id: CustomerId) -> Company:
        """Raises `NotFound`."""
        company = self.companies.get(customer_id)
        if company is None:
            raise NotFound(what="customer")
        return company

    def company_by_code(self, code: str) -> Company | None:
        """The customer with a three-digit code."""
        return next((c for c in self.companies.values() if c.customer.code == code), None)

    def dial_plan(self, customer_id: CustomerId) -> DialPlan | None:
        """For the router, from any thread."""
        company = self.companies.get(customer_id)
        return company.dial_plan if company is not None else None

    def caller_name(self, customer_id: CustomerId, user_id: UserId | None, number: str, told: str) -> str:
        """As `Company.caller_name`; for the router, from any thread."""
        company = self.companies.get(customer_id)
        return company.caller_name(user_id, number, told) if company is not None else told

    def company_number(self, customer_id: CustomerId, number_id: CompanyNumberId) -> CompanyNumber | None:
        """A number of a company's own."""
        return self.company(customer_id).dial_plan.company_numbers.get(number_id)

    def language_of(self, customer_id: CustomerId, user_id: UserId | None) -> str:
        """In which language somebody is spoken to; the company's for a stranger."""
        company = self.company(customer_id)
        user = company.dial_plan.users.get(user_id) if user_id is not None else None
        return user.language if user is not None else company.customer.language

    def company_of_device(self, device_id: DeviceId) -> Company | None:
        """Whose phone it is."""
        customer_id = self.customer_of_device.get(device_id)
        return self.companies.get(customer_id) if customer_id is not None else None

    def company_of_user(self, user_id: UserId) -> Company:
        """Whose user it is. Raises `NotFound`."""
        customer_id = self.customer_of_user.get(user_id)
        if customer_id is None:
            raise NotFound(what="person")
        return self.company(customer_id)

    async def own(self, company: Company, user_id: UserId) -> UserSettings:
        """A user's own things, read once. Raises `NotFound` for somebody who is removed meanwhile."""
        found = company.own.get(user_id)
        if found is None:
            async with self.store.reading() as unit:
                await self.read_own(unit, company, [user_id])
            found = company.own.get(user_id)
            if found is None:
                raise NotFound(what="person")
        return found

    async def read_own(self, unit: UnitOfWork, company: Company, user_ids: Collection[UserId]) -> None:
        """Have several users' own things in memory from now on."""
        wanted = [user_id for user_id in user_ids if user_id not in company.own]
        if not wanted:
            return
        for user_id, settings in (await read_settings(unit, wanted)).items():
            if user_id in company.dial_plan.users:  # who may be removed meanwhile
                company.own.setdefault(user_id, settings)

    async def reload_people(self, unit: UnitOfWork, customer: Customer) -> None:
        """Read one customer anew and swap it in, for who changes nothing."""
        self.swap_people(await self.read_people(unit, customer))

    async def read_people(self, unit: UnitOfWork, customer: Customer) -> LoadedPeople:
        """One customer's users, devices, groups and diversions as the unit sees them.

        Call it under the company's lock and in the unit that changes them: what fails here undoes the change, and
        after the commit nothing is left that can.
        """
        return await read(unit, customer, line_out=self._line_out)

    def swap_people(self, loaded: LoadedPeople) -> None:
        """Put what was read in the place of what is known; the unit it was read in has committed."""
        dial_plan, devices = loaded.dial_plan, loaded.devices
        customer, users = dial_plan.customer, dial_plan.users
        company = self.companies.get(customer.id)
        if company is None:
            known = replace(dial_plan, holidays=Days(customer, {}))
            company = self.companies[customer.id] = Company(known, self.mailbox_seconds)
        company.dial_plan = replace(
            dial_plan,
            last_calls=company.last_calls,
            diverted=company.diverted,
            passing=company.dial_plan.passing,
            holidays=company.dial_plan.holidays,
            blocking=company.dial_plan.blocking,
            blocked_by=company.dial_plan.blocked_by,
            may_show=company.dial_plan.may_show,
            shown_by=company.dial_plan.shown_by,
            shown_once=company.dial_plan.shown_once,
        )
        company.schedules = {key: own for key, own in company.schedules.items() if key in users}
        company.contacts = {key: book for key, book in company.contacts.items() if key is None or key in users}
        company.scheduled = {key: made for key, made in company.scheduled.items() if key in users}
        company.from_calendar = {key: made for key, made in company.from_calendar.items() if key in users}
        for user_id in company.scheduled.keys() | company.from_calendar.keys():
            made = (*company.scheduled.get(user_id, ()), *company.from_calendar.get(user_id, ()))
            with_diversions(company, user_id, (*dial_plan.diversions.get(user_id, ()), *made))
        company.trunks, company.connections = loaded.trunks, loaded.connections
        company.pickup_groups = loaded.pickup_groups
        company.completions = dict(loaded.completions)
        for gone in company.devices:
            self.customer_of_device.pop(gone, None)
        company.devices = {device.id: device for device in devices}
        company.states = {key: state for key, state in company.states.items() if key in company.devices}
        company.own = {key: own for key, own in company.own.items() if key in users}
        self.customer_of_device.update(dict.fromkeys(company.devices, customer.id))
        self.customer_of_user.update(dict.fromkeys(users, customer.id))

    def apply(self, customer_id: CustomerId, edits: PeopleEdits) -> list[Fact]:
        """Swap in what a unit has committed, by key; answers the facts to tell, one for each user and group."""
        company = self.company(customer_id)
        concerned = owners(edits, company.devices)
        company.dial_plan = edited(company.dial_plan, edits, company.devices)
        for device_id, device in edits.devices.items():
            if device is None:
                company.devices.pop(device_id, None)
                company.states.pop(device_id, None)
                self.customer_of_device.pop(device_id, None)
            else:
                company.devices[device_id] = device
                self.customer_of_device[device_id] = customer_id
        for user_id, user in edits.users.items():
            if user is None:
                company.forget(user_id)
                self.customer_of_user.pop(user_id, None)
            else:
                self.customer_of_user[user_id] = customer_id
        if edits.trunks:
            company.trunks = in_order(company.trunks, edits.trunks)
            company.dial_plan = replace(company.dial_plan, line_out=self._line_out or bool(company.trunks))
        company.connections = in_order(company.connections, edits.connections)
        facts: list[Fact] = [PeopleChanged(customer_id, user_id) for user_id in concerned]
        facts += [GroupChanged(customer_id, group_id) for group_id in edits.groups]
        if edits.company_numbers or edits.may_show is not None:  # what everyone may show is another
            facts += [SettingsChanged(customer_id, user_id) for user_id in company.own]
        return facts


def with_diversions(company: Company, user_id: UserId, diversions: tuple[Diversion, ...]) -> None:
    """Swap in a user's diversions."""
    dial_plan = company.dial_plan
    company.dial_plan = replace(
        dial_plan, diversions=changed(dial_plan.diversions, user_id, diversions if diversions else None)
    )
