"""The command line's words for phones."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.people import Device
from onepresence_desktop.pbx.services.group_commands import ACTOR, user_of
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import PeopleService
from onepresence_desktop.wire import commands as wire


class DeviceCommands:
    """Runs them. address: where phones register now, None while they can't; secure_port: where over TLS."""

    def __init__(
        self,
        live: LiveState,
        people: PeopleService,
        address: Callable[[], tuple[str, int] | None],
        secure_port: int | None,
    ) -> None:
        self._live = live
        self._people = people
        self._address = address
        self._secure_port = secure_port

    async def run(self, command: wire.DeviceAdd | wire.DeviceSet | wire.DeviceShow) -> wire.Result:
        """Raises `NotFound` (company, person, device, sip_settings), `Invalid`, `Conflict`."""
        match command:
            case wire.DeviceAdd():
                return await self._add(command)
            case wire.DeviceSet():
                return await self._change(command)
            case wire.DeviceShow():
                company, device = self._found(command.which)
                password = await self._people.sip_password(company.customer.id, device.id, ACTOR)
                return self._shown(company, device, password)

    async def _add(self, command: wire.DeviceAdd) -> wire.DeviceAdded:
        company, user = user_of(self._live, command.local_number)
        device, secret = await self._people.add_device(
            company.customer.id,
            user.id,
            command.kind,
            command.name,
            command.number,
            ACTOR,
            ring_after=command.ring_after,
            ring_in_hours=command.ring_in_hours,
            sound=command.sound,
            secure=command.secure,
        )
        return self._shown(company, device, secret.password if secret is not None else "")

    async def _change(self, command: wire.DeviceSet) -> wire.DeviceChanged:
        company, device = self._found(command.which)
        now = await self._people.change_device(
            company.customer.id,
            device.id,
            ACTOR,
            sound=command.sound,
            secure=command.secure,
            ring_after=command.ring_after,
            ring_in_hours=command.ring_in_hours,
        )
        return wire.DeviceChanged(
            which=command.which,
            sound=now.sound,
            secure=now.secure,
            ring_after=now.ring_after,
            ring_in_hours=now.ring_in_hours,
        )

    def _found(self, which: str) -> tuple[Company, Device]:
        for company in self._live.companies.values():
            for device in company.devices.values():
                if which in {device.sip_user, device.id}:
                    return company, device
        raise NotFound(what=which)

    def _shown(self, company: Company, device: Device, password: str) -> wire.DeviceAdded:
        address = self._address() if device.registers else None
        secure = self._secure_port if device.secure or company.secure_phones else None
        return wire.DeviceAdded(
            id=device.id,
            local_number=company.user(device.user_id).local_number,
            kind=device.kind,
            sip_user=device.sip_user,
            sip_password=password,
            server=f"{address[0]}:{secure or address[1]}" if address is not None else "",
            transport="udp" if secure is None else "tls",
            number=device.number,
        )
