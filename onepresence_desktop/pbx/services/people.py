"""Customers, users, phones and hunt groups, as administrators keep them (spec 12.4)."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from onepresence_desktop.domain.errors import Conflict, Forbidden, Invalid, NotFound, PasswordRefused
from onepresence_desktop.domain.events import Fact, WhySignedOut
from onepresence_desktop.domain.names import EMAIL, proper_name
from onepresence_desktop.domain.password import FIRST_PASSWORD, broken_rules
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    Role,
    SoundPath,
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
from onepresence_desktop.pbx.services import asked, managers, views
from onepresence_desktop.pbx.services.leaving import take_out
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import holder, is_anothers, public
from onepresence_desktop.pbx.services.password_notices import PasswordTold, nobody
from onepresence_desktop.pbx.services.passwords import ACTIVATION_LASTS, Passwords, activation_code, plain_code
from onepresence_desktop.pbx.services.people_edits import Change, PeopleEdits, orphaned
from onepresence_desktop.pbx.services.sign_in import Principal, SignIn
from onepresence_desktop.pbx.services.telling import tell
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import person_version

_SIP_LETTERS = {DeviceKind.DESK: "d", DeviceKind.MOBILE: "m", DeviceKind.SOFTPHONE: "s"}
_SIP_PASSWORD = "abcdefghjkmnpqrstuvwxyz23456789"


Actor = Principal | str
"""Who changes something: an administrator, or a word for whoever needs no session (the command line)."""


class PeopleService:
    """The use cases of administration. `lines` is awaited after each change, so that the phones know at the answer.

    takes_tls: phones can come in over TLS, as far as is known. Each verb reads, judges and writes in one unit under the
    company's lock, and looks there once more whether who asks may.
    """

    def __init__(
        self,
        store: Store,
        live: LiveState,
        passwords: Passwords,
        sign_in: SignIn,
        recordings: Recordings,
        clock: Clock,
        sink: EventSink,
        lines: Callable[[CustomerId, PeopleEdits], Awaitable[None]],
        told: PasswordTold = nobody,
        *,
        takes_tls: bool = True,
    ) -> None:
        self._store = store
        self._live = live
        self._passwords = passwords
        self._sign_in = sign_in
        self._recordings = recordings
        self._clock = clock
        self.now = clock.now
        self._sink = sink
        self._lines = lines
        self._told = told
        self.takes_tls = takes_tls
        self._founding = asyncio.Lock()

    # --- customers ---

    async def add_customer(self, customer: Customer, actor: str) -> Customer:
        """A new company; raises `Conflict` for a code in use and `Invalid` for a name or a zone that can't be."""
        customer = replace(customer, name=proper_name(customer.name, "name"))
        try:
            ZoneInfo(customer.time_zone)
        except (KeyError, ValueError, OSError) as exc:
            raise Invalid(field="time_zone", problem="unknown") from exc
        async with self._founding:
            if self._live.company_by_code(customer.code) is not None:
                raise Conflict(what="customer_code")
            async with self._store.unit() as unit:
                await unit.people.put_customer(customer)
                await self.audit(unit, customer.id, actor, "customer_added", customer.code)
                loaded = await self._live.read_people(unit, customer)
            self._live.swap_people(loaded)
        return customer

    # --- users ---

    async def add_user(
        self, customer_id: CustomerId, user: User, actor: Actor, *, password: str | None = None
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
                activation_until=self._clock.now() + ACTIVATION_LASTS,
            )
        else:
            broken = broken_rules(password, user.local_number)
            if broken:
                raise PasswordRefused(rule=broken[0])
            credential = Credential(user.id, await self._passwords.hash(password), must_change=False)
        async with self.changing_one(customer_id, actor) as (company, change):
            user = self.checked(company, user)
            asked.need_proof_for(None, user)
            await change.put_user(user)
            await change.unit.credentials.put_credential(credential)
            await self.audit(change.unit, customer_id, actor, "user_added", user.local_number)
        return user, code

    async def change_user(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        changes: Callable[[User], User],
        actor: Actor,
        *,
        seen: str | None = None,
    ) -> User:
        """Change a user as they are at that moment; closing them ends their sessions.

        Nobody closes, or takes the role from, themselves: `Conflict`, as when `seen` isn't their version any more.
        """
        async with self.changing_one(customer_id, actor) as (company, change):
            before = company.user(user_id)
            current = person_version(views.person(before))
            await refuse_unseen(change.unit, company, seen, current, CHANGES["person"], before.local_number)
            user = self.checked(company, changes(before))
            if is_self(actor, user_id) and (user.closed or user.role is not Role.ADMINISTRATOR):
                raise Conflict(what="self")
            asked.need_proof_for(before, user)
            await change.put_user(user)
            if user.closed and not before.closed:
                await change.end_sessions(customer_id, user.id, WhySignedOut.CLOSED)
            await self.audit(change.unit, customer_id, actor, "user_changed", user.local_number)
        return user

    async def remove_user(self, customer_id: CustomerId, user_id: UserId, actor: Actor) -> None:
        """Remove a user with all that is theirs, recordings included. Raises `NotFound`, `Conflict` (self)."""
        async with self.changing_one(customer_id, actor) as (company, change):
            user = company.user(user_id)
            if is_self(actor, user_id):
                raise Conflict(what="self")
            asked.need_proof_for(user, None)
            note = partial(self.audit, change.unit, customer_id, actor)
            recordings = await take_out(company, change, user, note)
            await self.audit(change.unit, customer_id, actor, "user_removed", user.local_number)
        for message_id in recordings:
            await self._recordings.remove(message_id)

    async def reset_password(self, customer_id: CustomerId, user_id: UserId, actor: Actor) -> str:
        """Back to the first password; ends the user's sessions. Answers the activation code for use from outside."""
        code = activation_code()
        first = await self._passwords.hash(FIRST_PASSWORD)
        hashed = await self._passwords.hash(plain_code(code))
        async with self.changing_one(customer_id, actor) as (company, change):
            user = company.user(user_id)
            asked.need_proof()
            until = self._clock.now() + ACTIVATION_LASTS
            await change.unit.credentials.put_credential(Credential(user_id, first, True, hashed, until))
            await change.end_sessions(customer_id, user_id, WhySignedOut.PASSWORD_RESET)
            await change.unit.credentials.clear_failures(f"number:{user.local_number}")
            await self.audit(change.unit, customer_id, actor, "password_reset", user.local_number)
            await self._told(change.unit, user)
        return code

    def checked(self, company: Company, user: User) -> User:
        """The user with public numbers as E.164. Raises `Invalid` or `Conflict` naming what is wrong."""
        self.free(company, user.local_number, user.id)
        customer = company.customer
        if user.email is not None and not EMAIL.fullmatch(user.email):
            raise Invalid(field="email", problem="malformed")
        user = replace(
            user,
            name=proper_name(user.name, "name"),
            title=proper_name(user.title, "title"),
            department=proper_name(user.department, "department"),
            manager=managers.checked(company.dial_plan.users, user),
        )
        if not user.name:
            raise Invalid(field="name", problem="missing")
        one_number = public(user.one_number, customer, "one_number")
        if one_number is not None and is_anothers(self._live, company, one_number, user.id):
            raise Conflict(what="one_number", number=one_number, holder=holder(company, one_number))
        return replace(user, one_number=one_number, mobile=public(user.mobile, customer, "mobile"))

    # --- phones ---

    async def add_device(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        kind: DeviceKind,
        name: str,
        number: str | None,
        actor: Actor,
        *,
        ring_after: int = 0,
        ring_in_hours: bool = False,
        sound: SoundPath = SoundPath.AUTOMATIC,
        secure: bool = False,
    ) -> tuple[Device, SipSecret | None]:
        """A phone for a user, with a password of its own if it registers. Raises `Invalid`, `Conflict` (no_tls)."""
        self.refuse_locking_out(secure=secure)
        async with self.changing_one(customer_id, actor) as (company, change):
            user = company.user(user_id)
            if kind not in _SIP_LETTERS:
                raise Invalid(field="kind", problem="unknown")
            if number is not None and kind is not DeviceKind.MOBILE:
                raise Invalid(field="number", problem="only_mobile")
            if sound not in SoundPath.known():
                raise Invalid(field="sound", problem="unknown")
            e164 = public(number, company.customer, "number")
            device = Device(
                id=DeviceId(secrets.token_hex(6)),
                customer_id=customer_id,
                user_id=user_id,
                kind=kind,
                sip_user=self._sip_user(user, kind),
                name=proper_name(name, "name"),
                number=e164,
                ring_after=ring_after,
                ring_in_hours=ring_in_hours,
                sound=sound,
                secure=secure,
            )
            secret = None
            if device.registers:
                password = "".join(secrets.choice(_SIP_PASSWORD) for _ in range(14))
                secret = SipSecret(device.id, password)
            await change.put_device(device, secret)
            await self.audit(change.unit, customer_id, actor, "device_added", device.sip_user)
        return device, secret

    async def change_device(
        self,
        customer_id: CustomerId,
        device_id: DeviceId,
        actor: Actor,
        *,
        sound: SoundPath | None = None,
        secure: bool | None = None,
        ring_after: int | None = None,
        ring_in_hours: bool | None = None,
    ) -> Device:
        """How a phone's sound goes, whether it must be encrypted and when it rings, from its next call on; None: as it
        is.

        Raises `Invalid`, `NotFound`, `Conflict` (no_tls).
        """
        wanted = {"sound": sound, "secure": secure, "ring_after": ring_after, "ring_in_hours": ring_in_hours}
        if sound is not None and sound not in SoundPath.known():
            raise Invalid(field="sound", problem="unknown")
        self.refuse_locking_out(secure=bool(secure))
        async with self.changing_one(customer_id, actor) as (company, change):
            given = {name: value for name, value in wanted.items() if value is not None}
            device = replace(company.device(device_id), **given)  # type: ignore[arg-type]
            await change.put_device(device, None)
            await self.audit(change.unit, customer_id, actor, "device_changed", device.sip_user)
        return device

    def refuse_locking_out(self, *, secure: bool) -> None:
        """Raises `Conflict` (no_tls) where encryption is demanded while phones can't come in over TLS."""
        if secure and not self.takes_tls:
            raise Conflict(what="no_tls")

    async def remove_device(self, customer_id: CustomerId, device_id: DeviceId, actor: Actor) -> None:
        """Take a phone away; its registration and calls end."""
        async with self.changing_one(customer_id, actor) as (company, change):
            device = company.device(device_id)
            await change.remove_device(device)
            await self.audit(change.unit, customer_id, actor, "device_removed", device.sip_user)

    async def sip_password(self, customer_id: CustomerId, device_id: DeviceId, actor: Actor) -> str:
        """What is typed into a phone; each showing is written down. Raises `NotFound` for a phone without one."""
        company = self._live.company(customer_id)
        async with company.lock, self._store.unit(customer_id) as unit:
            self._may(company, actor)
            device = company.device(device_id)
            found = [s for s in await unit.people.secrets(customer_id) if s.device_id == device_id]
            if not found:
                raise NotFound(what="sip_settings")
            await self.audit(unit, customer_id, actor, "sip_settings_shown", device.sip_user)
        return found[0].password

    # --- how ---

    @asynccontextmanager
    async def changing(self, customer_ids: Iterable[CustomerId]) -> AsyncIterator[Change]:
        """One change, of one or more customers: committed, swapped in by key, told, known to the phones.

        Between commit and swap nothing is awaited and nothing is read: memory has what was written. Raises `Conflict`
        (last_administrator) where nobody would administer a company any more.
        """
        companies = [self._live.company(customer_id) for customer_id in sorted(customer_ids)]
        async with AsyncExitStack() as locks:
            for company in companies:
                await locks.enter_async_context(company.lock)
            async with self._store.unit(*(company.customer.id for company in companies)) as unit:
                change = Change(unit)
                yield change
                for customer_id, edits in change.edits.items():
                    if orphaned(self._live.company(customer_id).dial_plan.users, edits):
                        raise Conflict(what="last_administrator")
            facts: list[Fact] = []
            for customer_id, edits in change.edits.items():
                facts += self._live.apply(customer_id, edits)
            for customer_id, user_id, why in change.signed_out:
                self._sign_in.forget_user(customer_id, user_id, why)
            await tell(self._sink, facts, change.edits)
        for customer_id, edits in change.edits.items():
            await self._lines(customer_id, edits)

    @asynccontextmanager
    async def changing_one(self, customer_id: CustomerId, actor: Actor) -> AsyncIterator[tuple[Company, Change]]:
        """A change of one customer by somebody who is looked at once more under its lock. Raises `Forbidden`."""
        async with self.changing([customer_id]) as change:
            company = self._live.company(customer_id)
            self._may(company, actor)
            yield company, change

    def _may(self, company: Company, actor: Actor) -> None:
        """Look again, under the company's lock, whether who asks may. Raises `NotSignedIn`, `Forbidden`."""
        if isinstance(actor, Principal):
            self._sign_in.still(actor)
            user = company.dial_plan.users.get(actor.user_id)
            if user is None or user.closed or user.role is not Role.ADMINISTRATOR:
                raise Forbidden

    async def audit(self, unit: UnitOfWork, customer_id: CustomerId, actor: Actor, action: str, subject: str) -> None:
        """Write down who did what to whom, in the same unit."""
        who = actor.user_id if isinstance(actor, Principal) else actor
        await unit.credentials.audit(AuditEntry(self._clock.now(), customer_id, who, action, subject))

    def free(self, company: Company, local_number: str, user_id: UserId | None) -> None:
        """Whether a local number may be given to a user, or to a group (None). Raises `Invalid`, `Conflict`."""
        if not (len(local_number) == 7 and local_number.isascii() and local_number.isdigit()):
            raise Invalid(field="local_number", problem="seven_digits")
        if not local_number.startswith(company.customer.code):
            raise Invalid(field="local_number", problem="other_customer_code")
        dial_plan = company.dial_plan
        taken = dial_plan.by_number.get(local_number)
        if (taken is not None and taken != user_id) or local_number in dial_plan.groups_by_number:
            raise Conflict(what="local_number", number=local_number, holder=holder(company, local_number))

    def _sip_user(self, user: User, kind: DeviceKind) -> str:
        stem = f"{user.local_number}{_SIP_LETTERS[kind]}"
        taken = {d.sip_user for company in self._live.companies.values() for d in company.devices.values()}
        return next(name for name in (stem, *(f"{stem}{n}" for n in range(2, 1000))) if name not in taken)


def is_self(actor: Actor, user_id: UserId) -> bool:
    """Whether somebody does it to themselves."""
    return isinstance(actor, Principal) and actor.user_id == user_id


def new_user(customer: Customer, local_number: str, name: str, *, role: Role = Role.USER) -> User:
    """A user of a company before any detail is known."""
    made = UserId(secrets.token_hex(6))
    return User(made, customer.id, local_number, name, role=role, language=customer.language)
