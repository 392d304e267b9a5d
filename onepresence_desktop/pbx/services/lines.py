"""What the telephony driver knows of every phone, kept in step with the store (RFC 7616 hashes, never passwords)."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Iterable, Mapping

from onepresence_desktop.domain.people import CustomerId, Device, DeviceId
from onepresence_desktop.pbx.ports import SIP_REALM, Line, Store, Telephony, TrunkLine
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people_edits import PeopleEdits

log = logging.getLogger(__name__)

AGAIN_AFTER = 2.0
"""Seconds between two tries to tell the driver what it could not be told."""


class Lines:
    """Tells the driver its phones and lines out: all at the start, then what a change concerns; the last one wins.

    A change is committed before it is told. What can't be told then is owed, and `run` tells it until it is known.
    line_out: set once there is a way outside, over which mobiles can be rung.
    """

    def __init__(self, store: Store, live: LiveState, telephony: Telephony) -> None:
        self._store = store
        self._live = live
        self._telephony = telephony
        self._lock = asyncio.Lock()
        self._owed = asyncio.Event()
        self.line_out = asyncio.Event()

    async def run(self) -> None:
        """For ever: tell everything anew when the driver could not be told of a change."""
        while True:
            await self._owed.wait()
            self._owed.clear()
            try:
                await self.tell()
            except Exception as exc:  # noqa: BLE001  (whatever it is, the phones would stay as they were)
                log.debug("the phones can't be told yet: %s", exc)
                self._owed.set()
                await asyncio.sleep(AGAIN_AFTER)
            else:
                log.info("the phones know of all changes again")

    async def tell_soon(self) -> None:
        """All of it at once, or as soon as it can be. Raises nothing."""
        try:
            await self.tell()
        except Exception as exc:  # noqa: BLE001  (what was changed is committed, whatever becomes of this)
            log.warning("the phones could not be told of a change and are told again: %s", exc)
            self._owed.set()

    async def tell(self) -> None:
        """Read the secrets and hand over all lines."""
        async with self._lock:
            lines: list[Line] = []
            for company in list(self._live.companies.values()):
                async with self._store.reading() as unit:
                    secrets = {s.device_id: s.password for s in await unit.people.secrets(company.customer.id)}
                lines.extend(lines_of(company, company.devices.values(), secrets))
            await self._telephony.set_lines(lines)
            await self._tell_trunks()

    async def _tell_trunks(self) -> None:
        companies = self._live.companies.values()
        trunks = [TrunkLine(trunk, company.customer.region) for company in companies for trunk in company.trunks]
        await self._telephony.set_trunks(trunks)
        if trunks:
            self.line_out.set()

    async def follow(self, customer_id: CustomerId, edits: PeopleEdits) -> None:
        """Hand over the lines of the phones that edits concern, and take away those that are none any more.

        Raises nothing: the edits are committed, whatever becomes of this.
        """
        told = False
        try:
            await self._follow(customer_id, edits)
            told = True
        except Exception as exc:  # noqa: BLE001  (the change is made, and whoever asked for it is told so)
            log.warning("the phones could not be told of a change and are told again: %s", exc)
        finally:
            if not told:
                self._owed.set()

    async def _follow(self, customer_id: CustomerId, edits: PeopleEdits) -> None:
        if edits.trunks:
            async with self._lock:
                await self._tell_trunks()
        if not edits.users and not edits.devices:
            return
        async with self._lock:
            company = self._live.company(customer_id)
            concerned = {device.id for user_id in edits.users for device in company.devices_of(user_id)}
            concerned.update(edits.devices)
            devices = [company.devices[device_id] for device_id in concerned if device_id in company.devices]
            secrets: dict[DeviceId, str] = {}
            if devices:
                async with self._store.reading() as unit:
                    found = await unit.people.secrets(customer_id, [device.id for device in devices])
                secrets = {secret.device_id: secret.password for secret in found}
            lines = lines_of(company, devices, secrets)
            gone = concerned - {line.device_id for line in lines}
            if lines or gone:
                await self._telephony.change_lines(lines, gone)


def lines_of(company: Company, devices: Iterable[Device], passwords: Mapping[DeviceId, str]) -> list[Line]:
    """The lines of those of a company's phones that register."""
    found: list[Line] = []
    for device in devices:
        user = company.dial_plan.users.get(device.user_id)
        password = passwords.get(device.id)
        if user is None or password is None or not device.registers or user.closed:
            continue
        secret = f"{device.sip_user}:{SIP_REALM}:{password}".encode()
        numbers = (user.local_number, user.extension, *((user.one_number,) if user.one_number else ()))
        found.append(
            Line(
                device_id=device.id,
                user_id=user.id,
                customer_id=company.customer.id,
                sip_user=device.sip_user,
                ha1=hashlib.md5(secret, usedforsecurity=False).hexdigest(),
                ha1_sha256=hashlib.sha256(secret).hexdigest(),
                display_name=user.name,
                numbers=numbers,
                sound=device.sound,
                secure=device.secure or company.secure_phones,
            )
        )
    return found
