"""Administration by an administrator's own client: the wire's words for `people` (spec 12.4c)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msgspec import UNSET

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.people import Device, DeviceId, Role, User, UserId
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.office import Company, Office
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire.bodies import DeviceBody, PersonBody
from onepresence_desktop.wire.views import DeviceListing, PersonCreated, PersonView, SipSettings

FIELDS = ("local_number", "name", "email", "mobile", "one_number", "title", "department", "role", "closed")


class Administration:
    """What an administrator does to his own company. `address`: where phones register (host, port), if they can."""

    def __init__(self, office: Office, people: PeopleService, address: Callable[[], tuple[str, int] | None]) -> None:
        self._office = office
        self._people = people
        self._address = address

    def people(self, caller: Caller) -> list[PersonView]:
        """Everyone, closed ones included."""
        return [views.person(user) for user in self._company(caller).directory.users.values()]

    async def add_person(self, caller: Caller, body: PersonBody) -> PersonCreated:
        """A new person with the first password. Raises `Invalid`, `Conflict`."""
        if not isinstance(body.local_number, str):
            raise Invalid(field="local_number", problem="missing")
        if not isinstance(body.name, str):
            raise Invalid(field="name", problem="missing")
        user = _with(new_user(self._company(caller).customer, body.local_number, body.name), body)
        user, code = await self._people.add_user(caller.customer_id, user, caller.user_id)
        return PersonCreated(person=views.person(user), activation_code=code)

    async def change_person(self, caller: Caller, user_id: UserId, body: PersonBody) -> PersonView:
        """Change what the administrator owns. Nobody closes, or takes the role from, himself."""
        user = _with(self._company(caller).user(user_id), body)
        if user_id == caller.user_id and (user.closed or user.role is not Role.ADMINISTRATOR):
            raise Conflict(what="self")
        return views.person(await self._people.change_user(caller.customer_id, user, caller.user_id))

    async def remove_person(self, caller: Caller, user_id: UserId) -> None:
        """Remove a person with all that is his; never oneself."""
        await self._people.remove_user(caller.customer_id, user_id, caller.user_id)

    async def reset_password(self, caller: Caller, user_id: UserId) -> PersonCreated:
        """Back to the first password."""
        user = self._company(caller).user(user_id)
        code = await self._people.reset_password(caller.customer_id, user_id, caller.user_id)
        return PersonCreated(person=views.person(user), activation_code=code)

    def devices(self, caller: Caller, user_id: UserId) -> list[DeviceListing]:
        """A person's phones."""
        company = self._company(caller)
        return [_listing(company, device) for device in company.devices_of(company.user(user_id).id)]

    async def add_device(self, caller: Caller, user_id: UserId, body: DeviceBody) -> DeviceListing:
        """Give a person a phone."""
        device, _ = await self._people.add_device(
            caller.customer_id, user_id, body.kind, body.name, body.number, caller.user_id
        )
        return _listing(self._company(caller), device)

    async def remove_device(self, caller: Caller, device_id: DeviceId) -> None:
        """Take a phone away."""
        await self._people.remove_device(caller.customer_id, device_id, caller.user_id)

    async def sip_settings(self, caller: Caller, device_id: DeviceId) -> SipSettings:
        """What to type into the phone; written down. Raises `NotFound` when phones can't register here."""
        company = self._company(caller)
        device = company.device(device_id)
        address = self._address()
        if address is None:
            raise NotFound(what="sip_settings")
        password = await self._people.sip_password(caller.customer_id, device_id, caller.user_id)
        return SipSettings(
            device_id=device_id,
            server=address[0],
            port=address[1],
            transport="udp",
            user=device.sip_user,
            password=password,
            display_name=company.user(device.user_id).name,
        )

    def _company(self, caller: Caller) -> Company:
        return self._office.company(caller.customer_id)


def _listing(company: Company, device: Device) -> DeviceListing:
    return DeviceListing(
        id=device.id,
        user_id=device.user_id,
        kind=device.kind,
        name=device.name,
        sip_user=device.sip_user,
        number=device.number,
        state=company.state_of(device),
    )


def _with(user: User, body: PersonBody) -> User:
    given = {name: getattr(body, name) for name in FIELDS if getattr(body, name) is not UNSET}
    return replace(user, **given)
