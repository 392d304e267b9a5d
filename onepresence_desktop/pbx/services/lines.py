"""What the telephony driver knows of every phone, kept in step with the store (RFC 7616 hashes, never passwords)."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping

from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.pbx.ports import SIP_REALM, Line, Store, Telephony
from onepresence_desktop.pbx.services.office import Company, Office


class Lines:
    """Tells the driver all its lines after a change; the last change always wins."""

    def __init__(self, store: Store, office: Office, telephony: Telephony) -> None:
        self._store = store
        self._office = office
        self._telephony = telephony
        self._lock = asyncio.Lock()

    async def tell(self) -> None:
        """Read the secrets and hand over all lines."""
        async with self._lock:
            lines: list[Line] = []
            for company in list(self._office.companies.values()):
                async with self._store.reading() as unit:
                    secrets = {s.device_id: s.password for s in await unit.people.secrets(company.customer.id)}
                lines.extend(lines_of(company, secrets))
            await self._telephony.set_lines(lines)


def lines_of(company: Company, passwords: Mapping[DeviceId, str]) -> list[Line]:
    """The lines of one company's phones that register."""
    found: list[Line] = []
    for device in company.devices.values():
        user = company.directory.users.get(device.user_id)
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
                relay=device.relay,
            )
        )
    return found
