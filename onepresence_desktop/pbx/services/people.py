"""Customers, users, phones and hunt groups, as administrators keep them (spec 12.4)."""

from __future__ import annotations

import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound, PasswordRefused
from onepresence_desktop.domain.events import PeopleChanged
from onepresence_desktop.domain.messages import MessageKind
from onepresence_desktop.domain.password import FIRST_PASSWORD, broken_rules
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    RingStrategy,
    Role,
    User,
    UserId,
)
from onepresence_desktop.pbx.ports import (
    AuditEntry,
    Clock,
    Credential,
    EventSink,
    Recordings,
    SipSecret,
    Store,
    UnitOfWork,
)
from onepresence_desktop.pbx.services.numbers import public
from onepresence_desktop.pbx.services.office import Company, Office
from onepresence_desktop.pbx.services.passwords import Passwords, activation_code, plain_code
from onepresence_desktop.pbx.services.sign_in import SignIn

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
_SIP_LETTERS = {DeviceKind.DESK: "d", DeviceKind.MOBILE: "m", DeviceKind.SOFTPHONE: "s"}
_SIP_PASSWORD = "abcdefghjkmnpqrstuvwxyz23456789"


class PeopleService:
    """The use cases of administration. `lines` is awaited after each change, so that the phones know at the answer."""

    def __init__(
        self,
        store: Store,
        office: Office,
        passwords: Passwords,
        sign_in: SignIn,
        recordings: Recordings,
        clock: Clock,
        sink: EventSink,
        lines: Callable[[], Awaitable[None]],
    ) -> None:
        self._store = store
        self._office = office
        self._passwords = passwords
        self._sign_in = sign_in
        self._recordings = recordings
        self._clock = clock
        self._sink = sink
        self._lines = lines

    # --- customers ---

    async def add_customer(self, customer: Customer, actor: str) -> Customer:
        """A new company; raises `Conflict` for a code in use and `Invalid` for a zone that doesn't exist."""
        try:
            ZoneInfo(customer.time_zone)
        except (KeyError, ValueError, OSError) as exc:
            raise Invalid(field="time_zone", problem="unknown") from exc
        if self._office.company_by_code(customer.code) is not None:
            raise Conflict(what="customer_code")
        async with self._store.unit() as unit:
            await unit.people.put_customer(customer)
            await self.audit(unit, customer.id, actor, "customer_added", customer.code)
        async with self._store.reading() as unit:
            await self._office.reload_people(unit, customer)
        return customer

    # --- users ---

    async def add_user(
        self, customer_id: CustomerId, user: User, actor: str, *, password: str | None = None
    ) -> tuple[User, str]:
        """A new user and his activation code ("" with a password given).

        Raises `Invalid`, `Conflict` (number in use), `PasswordRefused`.
        """
        code = ""
        if password is None:
            code = activation_code()
            credential = Credential(
                user.id,
                await self._passwords.hash(FIRST_PASSWORD),
                must_change=True,
                activation_hash=await self._passwords.hash(plain_code(code)),
            )
        else:
            broken = broken_rules(password, user.local_number)
            if broken:
                raise PasswordRefused(rule=broken[0])
            credential = Credential(user.id, await self._passwords.hash(password), must_change=False)
        async with self._changing(customer_id) as (company, unit):
            user = self.checked(company, user)
            await unit.people.put_user(user)
            await unit.credentials.put_credential(credential)
            await self.audit(unit, customer_id, actor, "user_added", user.local_number)
        return user, code

    async def change_user(self, customer_id: CustomerId, user: User, actor: str) -> User:
        """Put a changed user in the place of the old one; closing him ends his sessions."""
        async with self._changing(customer_id) as (company, unit):
            before = company.user(user.id)
            user = self.checked(company, user)
            await unit.people.put_user(user)
            if user.closed and not before.closed:
                await self._end_sessions(unit, user.id)
            await self.audit(unit, customer_id, actor, "user_changed", user.local_number)
        if user.closed and not before.closed:
            self._sign_in.forget_user(customer_id, user.id)
        return user

    async def remove_user(self, customer_id: CustomerId, user_id: UserId, actor: str) -> None:
        """Remove a user with all that is his, recordings included."""
        async with self._changing(customer_id) as (company, unit):
            user = company.user(user_id)
            if actor == user_id:
                raise Conflict(what="self")
            recordings = [m.id for m in await unit.messages.of(user_id) if m.kind is MessageKind.VOICEMAIL]
            for group in company.directory.groups.values():
                if user_id in group.members:
                    members = tuple(member for member in group.members if member != user_id)
                    await unit.people.put_group(replace(group, members=members))
            await unit.people.remove_user(user_id)
            await self.audit(unit, customer_id, actor, "user_removed", user.local_number)
        for message_id in recordings:
            await self._recordings.remove(message_id)
        self._sign_in.forget_user(customer_id, user_id)

    async def reset_password(self, customer_id: CustomerId, user_id: UserId, actor: str) -> str:
        """Back to the first password; ends the user's sessions. Answers the activation code for use from outside."""
        user = self._office.company(customer_id).user(user_id)
        code = activation_code()
        first = await self._passwords.hash(FIRST_PASSWORD)
        hashed = await self._passwords.hash(plain_code(code))
        async with self._store.unit() as unit:
            await unit.credentials.put_credential(Credential(user_id, first, True, hashed))
            await self._end_sessions(unit, user_id)
            await unit.credentials.clear_failures(f"number:{user.local_number}")
            await self.audit(unit, customer_id, actor, "password_reset", user.local_number)
        self._sign_in.forget_user(customer_id, user_id)
        return code

    def checked(self, company: Company, user: User) -> User:
        """The user with public numbers as E.164. Raises `Invalid` or `Conflict` naming what is wrong."""
        self._free(company, user.local_number, user.id)
        customer = company.customer
        if user.email is not None and not _EMAIL.fullmatch(user.email):
            raise Invalid(field="email", problem="malformed")
        if not user.name.strip():
            raise Invalid(field="name", problem="missing")
        one_number = public(user.one_number, customer, "one_number")
        if one_number is not None and company.directory.by_number.get(one_number, user.id) != user.id:
            raise Conflict(what="one_number")
        return replace(user, one_number=one_number, mobile=public(user.mobile, customer, "mobile"))

    # --- phones ---

    async def add_device(
        self, customer_id: CustomerId, user_id: UserId, kind: DeviceKind, name: str, number: str | None, actor: str
    ) -> tuple[Device, SipSecret | None]:
        """A phone for a user, with a password of its own if it registers. Raises `Invalid`."""
        async with self._changing(customer_id) as (company, unit):
            user = company.user(user_id)
            if number is not None and kind is not DeviceKind.MOBILE:
                raise Invalid(field="number", problem="only_mobile")
            e164 = public(number, company.customer, "number")
            device = Device(
                id=DeviceId(secrets.token_hex(6)),
                customer_id=customer_id,
                user_id=user_id,
                kind=kind,
                sip_user=self._sip_user(user, kind),
                name=name,
                number=e164,
            )
            secret = None
            if device.registers:
                password = "".join(secrets.choice(_SIP_PASSWORD) for _ in range(14))
                secret = SipSecret(device.id, password)
            await unit.people.put_device(device, secret)
            await self.audit(unit, customer_id, actor, "device_added", device.sip_user)
        return device, secret

    async def remove_device(self, customer_id: CustomerId, device_id: DeviceId, actor: str) -> None:
        """Take a phone away; its registration and calls end."""
        async with self._changing(customer_id) as (company, unit):
            device = company.device(device_id)
            await unit.people.remove_device(device_id)
            await self.audit(unit, customer_id, actor, "device_removed", device.sip_user)

    async def sip_password(self, customer_id: CustomerId, device_id: DeviceId, actor: str) -> str:
        """What is typed into a phone; each showing is written down. Raises `NotFound` for a phone without one."""
        device = self._office.company(customer_id).device(device_id)
        async with self._store.unit() as unit:
            found = [s for s in await unit.people.secrets(customer_id) if s.device_id == device_id]
            if not found:
                raise NotFound(what="sip_settings")
            await self.audit(unit, customer_id, actor, "sip_settings_shown", device.sip_user)
        return found[0].password

    # --- groups ---

    async def add_group(
        self,
        customer_id: CustomerId,
        local_number: str,
        name: str,
        members: tuple[UserId, ...],
        actor: str,
        *,
        strategy: RingStrategy = RingStrategy.ALL,
        reception: bool = False,
    ) -> HuntGroup:
        """A hunt group; a new reception takes the place of the one before."""
        group = HuntGroup(GroupId(secrets.token_hex(6)), customer_id, local_number, name, members, strategy, reception)
        async with self._changing(customer_id) as (company, unit):
            self._free(company, local_number, None)
            for member in members:
                company.user(member)
            if reception:
                for other in company.directory.groups.values():
                    if other.reception:
                        await unit.people.put_group(replace(other, reception=False))
            await unit.people.put_group(group)
            await self.audit(unit, customer_id, actor, "group_added", local_number)
        return group

    async def remove_group(self, customer_id: CustomerId, group_id: GroupId, actor: str) -> None:
        """Remove a hunt group; its members stay."""
        async with self._changing(customer_id) as (company, unit):
            group = company.directory.groups.get(group_id)
            if group is None:
                raise NotFound(what="group")
            await unit.people.remove_group(group_id)
            await self.audit(unit, customer_id, actor, "group_removed", group.local_number)

    # --- how ---

    @asynccontextmanager
    async def changing(self, customer_ids: Iterable[CustomerId]) -> AsyncIterator[UnitOfWork]:
        """One change, of one or more customers: committed, read anew, told, known to the phones."""
        companies = [self._office.company(customer_id) for customer_id in sorted(customer_ids)]
        async with AsyncExitStack() as locks:
            for company in companies:
                await locks.enter_async_context(company.lock)
            async with self._store.unit() as unit:
                yield unit
            async with self._store.reading() as unit:
                for company in companies:
                    await self._office.reload_people(unit, company.customer)
            for company in companies:
                self._sink.publish(PeopleChanged(company.customer.id))
        await self._lines()

    @asynccontextmanager
    async def _changing(self, customer_id: CustomerId) -> AsyncIterator[tuple[Company, UnitOfWork]]:
        async with self.changing([customer_id]) as unit:
            yield self._office.company(customer_id), unit

    async def _end_sessions(self, unit: UnitOfWork, user_id: UserId) -> None:
        for session in await unit.credentials.sessions(user_id):
            await unit.credentials.remove_session(session.id)

    async def audit(self, unit: UnitOfWork, customer_id: CustomerId, actor: str, action: str, subject: str) -> None:
        """Write down who did what to whom, in the same unit."""
        await unit.credentials.audit(AuditEntry(self._clock.now(), customer_id, actor, action, subject))

    def _free(self, company: Company, local_number: str, user_id: UserId | None) -> None:
        if not (len(local_number) == 7 and local_number.isascii() and local_number.isdigit()):
            raise Invalid(field="local_number", problem="seven_digits")
        if not local_number.startswith(company.customer.code):
            raise Invalid(field="local_number", problem="other_customer_code")
        directory = company.directory
        taken = directory.by_number.get(local_number)
        if (taken is not None and taken != user_id) or local_number in directory.groups_by_number:
            raise Conflict(what="local_number")

    def _sip_user(self, user: User, kind: DeviceKind) -> str:
        stem = f"{user.local_number}{_SIP_LETTERS[kind]}"
        taken = {d.sip_user for company in self._office.companies.values() for d in company.devices.values()}
        return next(name for name in (stem, *(f"{stem}{n}" for n in range(2, 1000))) if name not in taken)


def new_user(customer: Customer, local_number: str, name: str, *, role: Role = Role.USER) -> User:
    """A user of a company before any detail is known."""
    return User(
        id=UserId(secrets.token_hex(6)),
        customer_id=customer.id,
        local_number=local_number,
        name=name,
        role=role,
        language=customer.language,
    )
