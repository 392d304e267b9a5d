"""The command line's words for a person's data, for the settings of desk phones, and for encryption."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.people import Device
from onepresence_desktop.pbx.services.group_commands import ACTOR, user_of
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.person_data import PersonData
from onepresence_desktop.pbx.services.provisioning import Provisioning
from onepresence_desktop.pbx.services.secure_phones import SecurePhones
from onepresence_desktop.wire import commands as wire

Known = wire.UserExport | wire.UserErase | wire.DeviceProvision | wire.SecurePhones


class PersonCommands:
    """Runs them."""

    def __init__(
        self, live: LiveState, person_data: PersonData, provisioning: Provisioning, secure_phones: SecurePhones
    ) -> None:
        self._live, self._data = live, person_data
        self._provisioning, self._secure_phones = provisioning, secure_phones

    async def run(self, command: Known) -> wire.Result:
        """Raises `NotFound` (company, person, device), `Conflict`, `Invalid`, `NotEncrypted`."""
        match command:
            case wire.UserExport():
                return await self._export(command)
            case wire.UserErase():
                company, user = user_of(self._live, command.local_number)
                if command.name != user.name:
                    raise Conflict(what="name")
                await self._data.erase(company.customer.id, user.id, ACTOR)
                return wire.UserErased(local_number=command.local_number)
            case wire.DeviceProvision():
                company, device = self._device(command.sip_user)
                base = command.server.rstrip("/")
                address = await self._provisioning.make_address(company.customer.id, device.id, base, ACTOR)
                return wire.DeviceProvisioned(sip_user=device.sip_user, address=address)
            case wire.SecurePhones():
                return await self._secured(command)

    async def _export(self, command: wire.UserExport) -> wire.BackedUp:
        company, user = user_of(self._live, command.local_number)
        path = Path(command.path)
        if path.is_dir() or not path.parent.is_dir():
            raise Invalid(field="path", problem="unwritable")
        archive = await self._data.export(company.customer.id, user.id, ACTOR)
        try:
            await asyncio.to_thread(_write, path, archive)
        except OSError as exc:
            raise Invalid(field="path", problem="unwritable") from exc
        return wire.BackedUp(path=command.path, size=len(archive))

    def _device(self, sip_user: str) -> tuple[Company, Device]:
        for company in self._live.companies.values():
            for device in company.devices.values():
                if device.sip_user == sip_user:
                    return company, device
        raise NotFound(what="device")

    async def _secured(self, command: wire.SecurePhones) -> wire.SecurePhonesSet:
        company = self._live.company_by_code(command.customer)
        if company is None:
            raise NotFound(what="customer")
        if command.secure is not None:
            await self._secure_phones.put(company.customer.id, command.secure, ACTOR)
        return wire.SecurePhonesSet(customer=command.customer, secure=company.secure_phones)


def _write(path: Path, archive: bytes) -> None:
    """Blocking. Nobody else may read it, from its first byte on."""
    draft = path.with_name(f".{path.name}.draft")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
        file.write(archive)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
