"""Administration by an administrator's own client: the wire's words for `people` (spec 12.4c)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msgspec import UNSET

from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.people import Device, DeviceId, User, UserId
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire.bodies import DeviceBody, DevicePatch, PersonBody
from onepresence_desktop.wire.views import DeviceListing, PersonCreated, PersonView, SipSettings

FIELDS = ("local_number", "name", "email", "mobile", "one_number", "title", "department", "role", "closed", "manager")


class Administration:
    """What an administrator does to their own company.

    address: where phones register (host, port), if they can; secure_port: where they do over TLS, None: nowhere.
    """

    def __init__(
        self,
        live: LiveState,
        people: PeopleService,
        address: Callable[[], tuple[str, int] | None],
        secure_port: int | None = None,
    ) -> None:
        self._live = live
        self._people = people
        self._address = address
        self._secure_port = secure_port

    def people(self, principal: Principal) -> list[PersonView]:
        """Everyone, closed ones included."""
        return [views.person(user) for user in self._company(principal).dial_plan.users.values()]

    async def add_person(self, principal: Principal, body: PersonBody) -> PersonCreated:
        """A new person with the first password. Raises `Invalid`, `Conflict`."""
        if not isinstance(body.local_number, str):
            raise Invalid(field="local_number", problem="missing")
        if not isinstance(body.name, str):
            raise Invalid(field="name", problem="missing")
        user = _with(new_user(self._company(principal).customer, body.local_number, body.name), body)
        user, code = await self._people.add_user(principal.customer_id, user, principal)
        return PersonCreated(person=views.person(user), activation_code=code)

    async def change_person(self, principal: Principal, user_id: UserId, body: PersonBody) -> PersonView:
        """Change what the administrator owns. Nobody closes, or takes the role from, themselves."""
        changed = await self._people.change_user(
            principal.customer_id, user_id, lambda user: _with(user, body), principal, seen=body.version
        )
        return views.person(changed)

    async def remove_person(self, principal: Principal, user_id: UserId) -> None:
        """Remove a person with all that is his; never oneself."""
        await self._people.remove_user(principal.customer_id, user_id, principal)

    async def reset_password(self, principal: Principal, user_id: UserId) -> PersonCreated:
        """Back to the first password."""
        user = self._company(principal).user(user_id)
        code = await self._people.reset_password(principal.customer_id, user_id, principal)
        return PersonCreated(person=views.person(user), activation_code=code)

    def devices(self, principal: Principal, user_id: UserId) -> list[DeviceListing]:
        """A person's phones."""
        company = self._company(principal)
        return [_listing(company, device) for device in company.devices_of(company.user(user_id).id)]

    async def add_device(self, principal: Principal, user_id: UserId, body: DeviceBody) -> DeviceListing:
        """Give a person a phone."""
        device, _ = await self._people.add_device(
            principal.customer_id,
            user_id,
            body.kind,
            body.name,
            body.number,
            principal,
            sound=body.sound,
            secure=body.secure,
        )
        return _listing(self._company(principal), device)

    async def change_device(self, principal: Principal, device_id: DeviceId, body: DevicePatch) -> DeviceListing:
        """How a phone's sound goes from now on, whether it must be encrypted, and when it rings."""
        device = await self._people.change_device(
            principal.customer_id,
            device_id,
            principal,
            sound=None if body.sound is UNSET else body.sound,
            secure=None if body.secure is UNSET else body.secure,
            ring_after=None if body.ring_after is UNSET else body.ring_after,
            ring_in_hours=None if body.ring_in_hours is UNSET else body.ring_in_hours,
        )
        return _listing(self._company(principal), device)

    async def remove_device(self, principal: Principal, device_id: DeviceId) -> None:
        """Take a phone away."""
        await self._people.remove_device(principal.customer_id, device_id, principal)

    async def sip_settings(self, principal: Principal, device_id: DeviceId) -> SipSettings:
        """What to type into the phone; written down. Raises `NotFound` when phones can't register here."""
        company = self._company(principal)
        device = company.device(device_id)
        address = self._address()
        if address is None:
            raise NotFound(what="sip_settings")
        secure = self._secure_port if device.secure or company.secure_phones else None
        password = await self._people.sip_password(principal.customer_id, device_id, principal)
        return SipSettings(
            device_id=device_id,
            server=address[0],
            port=secure or address[1],
            transport="udp" if secure is None else "tls",
            user=device.sip_user,
            password=password,
            display_name=company.user(device.user_id).name,
        )

    def _company(self, principal: Principal) -> Company:
        return self._live.company(principal.customer_id)


def _listing(company: Company, device: Device) -> DeviceListing:
    return DeviceListing(
        id=device.id,
        user_id=device.user_id,
        kind=device.kind,
        name=device.name,
        sip_user=device.sip_user,
        number=device.number,
        state=company.state_of(device),
        sound=device.sound,
        secure=device.secure,
        ring_after=device.ring_after,
        ring_in_hours=device.ring_in_hours,
    )


def _with(user: User, body: PersonBody) -> User:
    given = {name: getattr(body, name) for name in FIELDS if getattr(body, name) is not UNSET}
    return replace(user, **given)
