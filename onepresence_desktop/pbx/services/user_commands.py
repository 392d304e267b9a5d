"""The command line's words for people: added, changed, their picture taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onepresence_desktop.domain.people import User
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.group_commands import ACTOR, company_of, user_of
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.pbx.services.pictures import PictureService
from onepresence_desktop.wire import commands as wire
from onepresence_desktop.wire.versions import person_version

AS_THEY_ARE = ("name", "title", "department", "role", "language", "closed")
"""Fields that are taken as they are given."""

MAY_BE_NONE = ("email", "mobile", "one_number")
"""Fields of which "" means that there is none."""

Known = wire.UserAdd | wire.UserSet | wire.PasswordReset | wire.PictureRemove


class UserCommands:
    """Runs them."""

    def __init__(self, live: LiveState, people: PeopleService, pictures: PictureService) -> None:
        self._live = live
        self._people = people
        self._pictures = pictures

    async def run(self, command: Known) -> wire.UserAdded | wire.ListedUser:
        """Raises `NotFound` (company, person, picture), `Invalid`, `Conflict`, `PasswordRefused`."""
        match command:
            case wire.UserAdd():
                return await self._add(command)
            case wire.UserSet():
                return await self._change(command)
            case wire.PasswordReset():
                company, user = user_of(self._live, command.local_number)
                code = await self._people.reset_password(company.customer.id, user.id, ACTOR)
                return wire.UserAdded(id=user.id, local_number=user.local_number, name=user.name, activation_code=code)
            case wire.PictureRemove():
                company, user = user_of(self._live, command.local_number)
                await self._pictures.remove(company.customer.id, user.id, ACTOR)
                return listed(company, company.user(user.id))

    async def _add(self, command: wire.UserAdd) -> wire.UserAdded:
        company = company_of(self._live, command.local_number)
        user = replace(
            new_user(company.customer, command.local_number, command.name, role=command.role),
            email=command.email,
            mobile=command.mobile,
            one_number=command.one_number,
            title=command.title,
            department=command.department,
            manager=user_of(self._live, command.manager)[1].id if command.manager is not None else None,
            language=command.language or company.customer.language,
        )
        user, code = await self._people.add_user(company.customer.id, user, ACTOR, password=command.password)
        return wire.UserAdded(id=user.id, local_number=user.local_number, name=user.name, activation_code=code)

    async def _change(self, command: wire.UserSet) -> wire.ListedUser:
        company, user = user_of(self._live, command.local_number)
        given: dict[str, Any] = {name: value for name in AS_THEY_ARE if (value := getattr(command, name)) is not None}
        given |= {name: value or None for name in MAY_BE_NONE if (value := getattr(command, name)) is not None}
        if command.becomes is not None:
            given["local_number"] = command.becomes
        if command.manager is not None:
            given["manager"] = user_of(self._live, command.manager)[1].id if command.manager else None
        now = await self._people.change_user(
            company.customer.id, user.id, lambda before: replace(before, **given), ACTOR, seen=command.version
        )
        return listed(company, now)


def listed(company: Company, user: User) -> wire.ListedUser:
    """A person as the command line shows them."""
    manager = company.dial_plan.users.get(user.manager) if user.manager is not None else None
    return wire.ListedUser(
        id=user.id,
        local_number=user.local_number,
        name=user.name,
        role=user.role,
        email=user.email,
        mobile=user.mobile,
        one_number=user.one_number,
        title=user.title,
        department=user.department,
        manager=manager.local_number if manager is not None else None,
        language=user.language,
        closed=user.closed,
        devices=[
            wire.ListedDevice(
                id=device.id,
                kind=device.kind,
                sip_user=device.sip_user,
                name=device.name,
                number=device.number,
                sound=device.sound,
                secure=device.secure,
            )
            for device in company.devices_of(user.id)
        ],
        version=person_version(views.person(user)),
    )
