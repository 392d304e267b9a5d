"""Desk phones fetch their settings: once by the secret in an address, then by their own password (spec 12.4b)."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.domain.errors import Invalid, NotEncrypted, NotFound, NotSignedIn, Throttled
from onepresence_desktop.domain.people import CustomerId, Device, DeviceId, DeviceKind
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
DIRECTORY = "directory.xml"


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
        self._refused: OrderedDict[str, tuple[int, datetime]] = OrderedDict()

    async def make_address(self, customer_id: CustomerId, device_id: DeviceId, base: str, actor: Actor) -> str:
        """A new address in place of the one before. base: the service as the phone reaches it.

        Raises `NotFound`, `Invalid` (a phone without settings to fetch), `NotEncrypted`.
        """
        secret = secrets.token_urlsafe(SECRET_BYTES)
        async with self._people.changing_one(customer_id, actor) as (company, change):
            device = company.device(device_id)
            if device.kind is not DeviceKind.DESK:
                raise Invalid(field="device", problem="no_desk_phone")
            if not base.startswith("https://"):
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
            await self._refuse(address, None, "")
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
            await self._refuse(address, company, device.sip_user)
        if not good or make is None:
            raise NotFound(what="settings")
        return await self._settings(company, device, make, base)

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
                await self._refuse(address, company, device.sip_user if device is not None else "")
            raise NotSignedIn
        if file == DIRECTORY:
            make = Make.SNOM if "snom" in agent.casefold() else Make.YEALINK
            return Fetched(directory(_entries(company), make), "text/xml")
        found = make_of(agent, file)
        if found is None:
            raise NotFound(what="settings")
        return await self._settings(company, device, found, base)

    def refused(self) -> dict[str, int]:
        """How many fetches were refused, by address."""
        return {address: count for address, (count, _) in self._refused.items()}

    # --- how ---

    async def _settings(self, company: Company, device: Device, make: Make, base: str) -> Fetched:
        where, password = self._sip(), await self._password(company, device)
        if where is None or password is None:
            raise NotFound(what="settings")
        user = company.user(device.user_id)
        again = f"{base}/v1/provisioning/{device.id}/"
        secure = self._secure_port if device.secure or company.secure_phones else None
        settings = PhoneSettings(
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
            lamps=_lamps(company, device),
        )
        return Fetched(written(settings, make), "text/plain" if make is Make.YEALINK else "text/xml")

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

    async def _refuse(self, address: str, company: Company | None, sip_user: str) -> None:
        now = self._clock.now()
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


def _lamps(company: Company, device: Device) -> tuple[Lamp, ...]:
    """Colleagues of the same department, then the others, by name."""
    users = company.dial_plan.users
    own = users[device.user_id]
    others = [user for user in users.values() if user.id != own.id and not user.closed]
    others.sort(key=lambda user: (user.department != own.department, user.name.casefold()))
    return tuple(Lamp(user.name, user.local_number) for user in others[:MOST_LAMPS])


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
