"""What the service holds in memory of every customer: the directory that routing reads, phones, presence, live calls.

The database is the truth. A use case commits first and then swaps its part in here, on the loop's thread, under the
company's lock; other threads only ever read `Company.directory`, which is immutable and replaced as a whole.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onepresence_desktop.domain.calls import Call, CallId
from onepresence_desktop.domain.diversion import Diversion, QuickDiversion, SavedDestination
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    GroupId,
    HuntGroup,
    User,
    UserId,
)
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.domain.routing import Directory
from onepresence_desktop.pbx.ports import Store, UnitOfWork
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.views import CallView, PresenceView

K = TypeVar("K")
V = TypeVar("V")

FAVOURITES = "favourites"
"""Key of the preference that holds a JSON list of user ids."""


MAILBOX_SECONDS = 3600.0
"""Of recordings in each mailbox, unless the service is told otherwise; an hour takes 58 MB."""


@dataclass(frozen=True, slots=True)
class Own:
    """What a user keeps for himself and only he sees."""

    favourites: tuple[UserId, ...] = ()
    quick: tuple[QuickDiversion, ...] = ()
    destinations: tuple[SavedDestination, ...] = ()


@dataclass(slots=True)
class Company:
    """One customer as it is now. mailbox_seconds: of recordings that each mailbox holds.

    lock: held while something is committed and swapped in, so that order is kept.
    """

    directory: Directory
    mailbox_seconds: float = MAILBOX_SECONDS
    devices: dict[DeviceId, Device] = field(default_factory=dict)
    states: dict[DeviceId, DeviceState] = field(default_factory=dict)
    presence: dict[UserId, PresenceView] = field(default_factory=dict)
    own: dict[UserId, Own] = field(default_factory=dict)
    calls: dict[CallId, Call] = field(default_factory=dict)
    rang: dict[CallId, tuple[UserId, ...]] = field(default_factory=dict)
    call_views: dict[CallId, dict[UserId, CallView]] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def customer(self) -> Customer:
        """Who it is."""
        return self.directory.customer

    def user(self, user_id: UserId) -> User:
        """Raises `NotFound`, also for a user of another customer."""
        user = self.directory.users.get(user_id)
        if user is None:
            raise NotFound(what="person")
        return user

    def device(self, device_id: DeviceId) -> Device:
        """Raises `NotFound`, also for a device of another customer."""
        device = self.devices.get(device_id)
        if device is None:
            raise NotFound(what="device")
        return device

    def devices_of(self, user_id: UserId) -> tuple[Device, ...]:
        """A user's phones."""
        return self.directory.devices.get(user_id, ())

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


class Office:
    """All customers of this service."""

    def __init__(self, store: Store, *, mailbox_seconds: float = MAILBOX_SECONDS, line_out: bool = True) -> None:
        self.store = store
        self.mailbox_seconds = mailbox_seconds
        self._line_out = line_out
        self.companies: dict[CustomerId, Company] = {}
        self.customer_of_device: dict[DeviceId, CustomerId] = {}

    async def load(self) -> None:
        """Read everything at the start."""
        async with self.store.reading() as unit:
            for customer in await unit.people.customers():
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

    def directory(self, customer_id: CustomerId) -> Directory | None:
        """For the router, from any thread."""
        company = self.companies.get(customer_id)
        return company.directory if company is not None else None

    def company_of_device(self, device_id: DeviceId) -> Company | None:
        """Whose phone it is."""
        customer_id = self.customer_of_device.get(device_id)
        return self.companies.get(customer_id) if customer_id is not None else None

    async def own(self, company: Company, user_id: UserId) -> Own:
        """A user's own things, read once."""
        found = company.own.get(user_id)
        if found is None:
            async with self.store.reading() as unit:
                text = await unit.preferences.get(user_id, FAVOURITES)
                read = Own(
                    tuple(codec.decode(text, list[UserId])) if text else (),
                    tuple(await unit.diversions.quick(user_id)),
                    tuple(await unit.diversions.destinations(user_id)),
                )
            found = company.own.setdefault(user_id, read)
        return found

    async def reload_people(self, unit: UnitOfWork, customer: Customer) -> None:
        """Read one customer's users, devices, groups and diversions anew; call under its lock, after the commit."""
        users = {user.id: user for user in await unit.people.users(customer.id)}
        devices = await unit.people.devices(customer.id)
        groups = {group.id: group for group in await unit.people.groups(customer.id)}
        diversions: dict[UserId, list[Diversion]] = {}
        for diversion in await unit.diversions.all(customer.id):
            diversions.setdefault(diversion.user_id, []).append(diversion)
        directory = Directory(
            customer,
            users=users,
            devices=_by_user(devices),
            diversions={user_id: tuple(found) for user_id, found in diversions.items()},
            defaults=await unit.diversions.defaults(customer.id),
            voicemail=await unit.messages.options(customer.id),
            groups=groups,
            by_number=_numbers(users.values()),
            groups_by_number=_group_numbers(groups.values()),
            line_out=self._line_out,
        )
        company = self.companies.get(customer.id)
        if company is None:
            company = self.companies[customer.id] = Company(directory, self.mailbox_seconds)
        company.directory = directory
        for gone in company.devices:
            self.customer_of_device.pop(gone, None)
        company.devices = {device.id: device for device in devices}
        company.states = {key: state for key, state in company.states.items() if key in company.devices}
        company.own = {key: own for key, own in company.own.items() if key in users}
        self.customer_of_device.update(dict.fromkeys(company.devices, customer.id))


def with_diversions(company: Company, user_id: UserId, diversions: tuple[Diversion, ...]) -> None:
    """Swap in a user's diversions."""
    directory = company.directory
    company.directory = replace(
        directory, diversions=changed(directory.diversions, user_id, diversions if diversions else None)
    )


def _by_user(devices: Iterable[Device]) -> dict[UserId, tuple[Device, ...]]:
    found: dict[UserId, list[Device]] = {}
    for device in devices:
        found.setdefault(device.user_id, []).append(device)
    return {user_id: tuple(own) for user_id, own in found.items()}


def _numbers(users: Iterable[User]) -> dict[str, UserId]:
    found: dict[str, UserId] = {}
    for user in users:
        found[user.local_number] = user.id
        if user.one_number is not None:
            found[user.one_number] = user.id
    return found


def _group_numbers(groups: Iterable[HuntGroup]) -> dict[str, GroupId]:
    return {group.local_number: group.id for group in groups}
