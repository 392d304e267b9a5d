"""Desk phones fetch their settings: once by the secret in an address, then by their own password (spec 12.4b)."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import nsmallest

from onepresence_desktop.domain.doctor import REMEMBERED, FailedSource, Failure
from onepresence_desktop.domain.errors import Invalid, NotEncrypted, NotFound, NotSignedIn, Throttled
from onepresence_desktop.domain.people import CustomerId, Device, DeviceId, DeviceKind, User
from onepresence_desktop.domain.provisioning import (
    MOST_LAMPS,
    SNOM_LANGUAGES,
    Lamp,
    Make,
    PhoneSettings,
    directory,
    make_of,
    written,
)
from onepresence_desktop.pbx.ports import AuditEntry, Clock, Store
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.throttle import PER_ADDRESS
from onepresence_desktop.wire import codec

log = logging.getLogger(__name__)

KEY = "provisioning"
"""Of the preference of a device's owner: hashes of the secrets that weren't used yet, by device."""
SECRET_BYTES = 18
MOST_ADDRESSES = 1000
"""Addresses whose refused fetches are counted; the oldest is forgotten beyond that."""
MOST_AGENT = 200
"""Letters of what a phone calls itself."""
HAS = "provisioned"
"""Of the preference of a device's owner: marks of the settings that were fetched, by device."""
DIRECTORY = "directory.xml"
HTTPS = "https://"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file for a phone, and what it is."""

    text: str
    media_type: str


class Provisioning:
    """Makes addresses and answers phones. sip: where phones register (host, port), None
    where they can't; secure_port: where they do so over TLS."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        people: PeopleService,
        clock: Clock,
        sip: Callable[[], tuple[str, int] | None],
        secure_port: int | None = None,
    ) -> None:
        self._store, self._live, self._people = store, live, people
        self._clock, self._sip, self._secure_port = clock, sip, secure_port
        self.reached_at: Callable[[], str] = str
        """Where others on the network reach the service; nothing before it listens."""
        self._refused: OrderedDict[str, tuple[int, datetime]] = OrderedDict()
        self._failing: OrderedDict[tuple[str, str], FailedSource] = OrderedDict()
        self._fetched: dict[DeviceId, str] = {}

    async def load(self) -> None:
        """What phones have, at the start."""
        async with self._store.reading() as unit:
            for customer_id in self._live.companies:
                for text in (await unit.preferences.all(customer_id, HAS)).values():
                    self._fetched.update((DeviceId(device), mark) for device, mark in _read(text).items())

    async def stale(self, customer_id: CustomerId) -> dict[DeviceId, str]:
        """Phones that fetched their settings before, and would get others now; a mark of what those are."""
        company = self._live.company(customer_id)
        asked = [device for device in company.devices.values() if device.id in self._fetched]
        if not asked:
            return {}
        async with self._store.reading() as unit:
            found = await unit.people.secrets(customer_id, [device.id for device in asked])
        passwords = {secret.device_id: secret.password for secret in found}
        near: dict[str, list[User]] = {}
        marks: dict[DeviceId, str] = {}
        for device in asked:
            user = company.dial_plan.users.get(device.user_id)
            if user is None or user.closed or device.id not in passwords:
                continue
            if user.department not in near:
                near[user.department] = _nearest(company, user.department)
                await asyncio.sleep(0)  # others have their turn, in a company of thousands too
            settings = self._written(company, device, passwords[device.id], "", near[user.department])
            if settings is not None and (mark := _mark(settings)) != self._fetched[device.id]:
                marks[device.id] = mark
        return marks

    def failing(self) -> tuple[FailedSource, ...]:
        """From where nothing but refused fetches came in the last day, for the doctor."""
        now = self._clock.now()
        return tuple(one for one in self._failing.values() if now - one.last < REMEMBERED)

    async def make_address(self, customer_id: CustomerId, device_id: DeviceId, base: str, actor: Actor) -> str:
        """A new address in place of the one before. base: the service as the phone reaches it; one that isn't encrypted
        is how a program on this very machine reaches it, and phones are told where the network does.

        Raises `NotFound`, `Invalid` (a phone without settings to fetch), `NotEncrypted`.
        """
        secret = secrets.token_urlsafe(SECRET_BYTES)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            device = company.device(device_id)
            if device.kind is not DeviceKind.DESK:
                raise Invalid(field="device", problem="no_desk_phone")
            base = base if base.startswith(HTTPS) else self.reached_at()
            if not base.startswith(HTTPS):
                raise NotEncrypted
            kept = _read(await change.unit.preferences.get(device.user_id, KEY))
            await change.unit.preferences.put(device.user_id, KEY, _text({**kept, device_id: _hash(secret)}))
            await self._people.audit(change.unit, customer_id, actor, "provisioning_address_made", device.sip_user)
        return f"{base}/v1/provisioning/{device_id}/{secret}/"

    async def fetch(self, address: str, device_id: str, secret: str, file: str, agent: str, base: str) -> Fetched:
        """The settings by the secret, which is worth nothing afterwards. Raises `NotFound`, `Throttled`."""
        self._may_try(address)
        company, device = self._find(device_id)
        if company is None or device is None:
            await self._refuse(address, None, "", agent)
            raise NotFound(what="settings")
        make = make_of(agent, file)
        wanted = _hash(secret)
        async with company.lock, self._store.unit(company.customer.id) as unit:
            kept = _read(await unit.preferences.get(device.user_id, KEY))
            good = hmac.compare_digest(kept.get(device.id, ""), wanted)
            if good and make is not None:
                rest = {other: value for other, value in kept.items() if other != device.id}
                await unit.preferences.put(device.user_id, KEY, _text(rest))
                entry = AuditEntry(
                    self._clock.now(), company.customer.id, device.sip_user, "provisioned", device.sip_user, address
                )
                await unit.credentials.audit(entry)
        if not good:
            await self._refuse(address, company, device.sip_user, agent)
        if not good or make is None:
            raise NotFound(what="settings")
        return await self._settings(company, device, make, base, address)

    async def fetch_again(
        self, address: str, device_id: str, user: str, password: str, file: str, agent: str, base: str
    ) -> Fetched:
        """Settings or phonebook by the phone's own password. Raises `NotSignedIn`, `NotFound`, `Throttled`."""
        self._may_try(address)
        company, device = self._find(device_id)
        known = await self._password(company, device) if company is not None and device is not None else None
        right = known is not None and hmac.compare_digest(known.encode(), password.encode())
        if company is None or device is None or not right or user != device.sip_user:
            if user or password:  # a phone asks without them first, and is told to give them
                await self._refuse(address, company, device.sip_user if device is not None else "", agent)
            raise NotSignedIn
        if file == DIRECTORY:
            make = Make.SNOM if "snom" in agent.casefold() else Make.YEALINK
            return Fetched(directory(_entries(company), make), "text/xml")
        found = make_of(agent, file)
        if found is None:
            raise NotFound(what="settings")
        return await self._settings(company, device, found, base, address)

    def refused(self) -> dict[str, int]:
        """How many fetches were refused, by address."""
        return {address: count for address, (count, _) in self._refused.items()}

    # --- how ---

    async def _settings(self, company: Company, device: Device, make: Make, base: str, address: str) -> Fetched:
        password = await self._password(company, device)
        own = company.user(device.user_id)
        near = _nearest(company, own.department)
        settings = self._written(company, device, password, base, near) if password is not None else None
        if settings is None:
            raise NotFound(what="settings")
        self._failing.pop((address, device.sip_user), None)
        mark = _mark(settings)
        if self._fetched.get(device.id) != mark:
            async with company.lock, self._store.unit(company.customer.id) as unit:
                has = _read(await unit.preferences.get(device.user_id, HAS))
                await unit.preferences.put(device.user_id, HAS, _text({**has, device.id: mark}))
            self._fetched[device.id] = mark
        return Fetched(written(settings, make), "text/plain" if make is Make.YEALINK else "text/xml")

    def _written(
        self, company: Company, device: Device, password: str, base: str, near: list[User]
    ) -> PhoneSettings | None:
        """near: whose lamps are shown, those of the department first. None while phones can't register."""
        where = self._sip()
        if where is None:
            return None
        user = company.user(device.user_id)
        again = f"{base}/v1/provisioning/{device.id}/"
        secure = self._secure_port if device.secure or company.secure_phones else None
        return PhoneSettings(
            user=device.sip_user,
            password=password,
            name=user.name,
            server=where[0],
            port=secure or where[1],
            transport="udp" if secure is None else "tls",
            language=user.language if user.language in SNOM_LANGUAGES else "en",
            zone=company.customer.zone,
            again=again,
            directory=f"{again}{DIRECTORY}",
            lamps=tuple(Lamp(one.name, one.local_number) for one in near if one.id != user.id)[:MOST_LAMPS],
        )

    async def _password(self, company: Company | None, device: Device | None) -> str | None:
        if company is None or device is None:
            return None
        async with self._store.reading() as unit:
            found = await unit.people.secrets(company.customer.id, [device.id])
        return found[0].password if found else None

    def _find(self, device_id: str) -> tuple[Company | None, Device | None]:
        for company in self._live.companies.values():
            device = company.devices.get(DeviceId(device_id))
            if device is not None and device.registers and not company.user(device.user_id).closed:
                return company, device
        return None, None

    def _may_try(self, address: str) -> None:
        count, last = self._refused.get(address, (0, self._clock.now()))
        now = self._clock.now()
        left = PER_ADDRESS.seconds_left(PER_ADDRESS.counted(count, last, now), last, now)
        if left:
            raise Throttled(retry_after=left)

    async def _refuse(self, address: str, company: Company | None, sip_user: str, agent: str) -> None:
        now = self._clock.now()
        before = self._failing.pop((address, sip_user), None)
        first, tries = (before.first, before.tries) if before is not None else (now, 0)
        self._failing[(address, sip_user)] = FailedSource(
            address, sip_user, agent[:MOST_AGENT], Failure.FETCH_REFUSED, tries + 1, first, now
        )
        while len(self._failing) > MOST_ADDRESSES:
            self._failing.popitem(last=False)
        count, last = self._refused.pop(address, (0, now))
        self._refused[address] = (PER_ADDRESS.counted(count, last, now) + 1, now)
        while len(self._refused) > MOST_ADDRESSES:
            self._refused.popitem(last=False)
        if count == 0:
            log.warning("a fetch of phone settings from %s was refused", address)
        if company is not None:
            async with self._store.unit(company.customer.id) as unit:
                entry = AuditEntry(now, company.customer.id, address, "provisioning_refused", sip_user)
                await unit.credentials.audit(entry)


def _nearest(company: Company, department: str) -> list[User]:
    """Those of a department, then the others, by name; one more than there are lamps, for nobody has their own."""
    there = (user for user in company.dial_plan.users.values() if not user.closed)
    return nsmallest(MOST_LAMPS + 1, there, lambda user: (user.department != department, user.name.casefold()))


def _mark(settings: PhoneSettings) -> str:
    """What a phone would see as another file, as a short word; not at which address it fetches it."""
    return hashlib.sha256(repr(replace(settings, again="", directory="")).encode()).hexdigest()[:16]


def _entries(company: Company) -> list[tuple[str, str]]:
    people = [(user.name, user.local_number) for user in company.dial_plan.users.values() if not user.closed]
    groups = [(group.name, group.local_number) for group in company.dial_plan.groups.values()]
    return sorted([*people, *groups], key=lambda entry: entry[0].casefold())


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _read(text: str | None) -> dict[str, str]:
    return codec.decode(text, dict[str, str]) if text is not None else {}


def _text(kept: dict[str, str]) -> str:
    return codec.encode(kept).decode()
