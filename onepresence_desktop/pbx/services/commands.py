"""The command line's commands on an open store, in the service or beside it (contract: `onepresence-pbx …`)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound, OnePresenceError
from onepresence_desktop.domain.password import FIRST_PASSWORD
from onepresence_desktop.domain.people import Customer, CustomerId, Role, User
from onepresence_desktop.pbx.ports import Credential, Store
from onepresence_desktop.pbx.services import people_csv
from onepresence_desktop.pbx.services.office import Company, Office
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.people import PeopleService, new_user
from onepresence_desktop.wire import commands as wire

ACTOR = "command_line"


class Commands:
    """Runs commands. `address`: where phones register now, None while they can't."""

    def __init__(
        self,
        store: Store,
        office: Office,
        people: PeopleService,
        passwords: Passwords,
        address: Callable[[], tuple[str, int] | None],
        *,
        running: bool,
    ) -> None:
        self._store = store
        self._office = office
        self._people = people
        self._passwords = passwords
        self._address = address
        self._running = running

    async def run(self, command: wire.AnyCommand) -> wire.Result:
        """Do one command; raises what the use cases raise."""
        match command:
            case wire.CustomerAdd():
                return await self._customer_add(command)
            case wire.UserAdd():
                return await self._user_add(command)
            case wire.PasswordReset():
                company, user = self._user(command.local_number)
                code = await self._people.reset_password(company.customer.id, user.id, ACTOR)
                return wire.UserAdded(id=user.id, local_number=user.local_number, name=user.name, activation_code=code)
            case wire.DeviceAdd():
                return await self._device_add(command)
            case wire.GroupAdd():
                return await self._group_add(command)
            case wire.Remove():
                return await self._remove(command.which)
            case wire.Listing():
                return wire.Listed(customers=[_listed(company) for company in self._companies(command.customer)])
            case wire.ImportPeople():
                return await self._import(command.text)
            case wire.ExportPeople():
                users = [user for company in self._companies(None) for user in company.directory.users.values()]
                users.sort(key=lambda user: user.local_number)
                return wire.Exported(text=people_csv.write(users), count=len(users))
            case wire.Backup():
                path = Path(command.path)
                await self._store.backup(path)
                return wire.BackedUp(path=str(path), size=path.stat().st_size)
            case wire.Check():
                await self._store.check()
                companies = self._companies(None)
                return wire.Checked(
                    customers=len(companies),
                    users=sum(len(company.directory.users) for company in companies),
                    devices=sum(len(company.devices) for company in companies),
                    groups=sum(len(company.directory.groups) for company in companies),
                    running=self._running,
                )

    async def _customer_add(self, command: wire.CustomerAdd) -> wire.CustomerAdded:
        customer = Customer(
            CustomerId(secrets.token_hex(6)),
            command.code,
            command.name,
            command.region,
            command.time_zone,
            command.language,
        )
        await self._people.add_customer(customer, ACTOR)
        return wire.CustomerAdded(id=customer.id, code=customer.code, name=customer.name)

    async def _user_add(self, command: wire.UserAdd) -> wire.UserAdded:
        company = self._company(command.local_number)
        user = replace(
            new_user(company.customer, command.local_number, command.name, role=command.role),
            email=command.email,
            mobile=command.mobile,
            one_number=command.one_number,
            title=command.title,
            department=command.department,
            language=command.language or company.customer.language,
        )
        user, code = await self._people.add_user(company.customer.id, user, ACTOR, password=command.password)
        return wire.UserAdded(id=user.id, local_number=user.local_number, name=user.name, activation_code=code)

    async def _device_add(self, command: wire.DeviceAdd) -> wire.DeviceAdded:
        company, user = self._user(command.local_number)
        device, secret = await self._people.add_device(
            company.customer.id, user.id, command.kind, command.name, command.number, ACTOR
        )
        address = self._address()
        return wire.DeviceAdded(
            id=device.id,
            local_number=user.local_number,
            kind=device.kind,
            sip_user=device.sip_user,
            sip_password=secret.password if secret is not None else "",
            server=f"{address[0]}:{address[1]}" if address is not None and device.registers else "",
            number=device.number,
        )

    async def _group_add(self, command: wire.GroupAdd) -> wire.GroupAdded:
        company = self._company(command.local_number)
        members = tuple(self._user(number)[1].id for number in dict.fromkeys(command.members))
        group = await self._people.add_group(
            company.customer.id,
            command.local_number,
            command.name,
            members,
            ACTOR,
            strategy=command.strategy,
            reception=command.reception,
        )
        return wire.GroupAdded(id=group.id, local_number=group.local_number, name=group.name)

    async def _remove(self, which: str) -> wire.Removed:
        for company in self._companies(None):
            customer_id, directory = company.customer.id, company.directory
            if which in directory.groups_by_number:
                await self._people.remove_group(customer_id, directory.groups_by_number[which], ACTOR)
                return wire.Removed(kind="group", which=which)
            if which in directory.by_number:
                await self._people.remove_user(customer_id, directory.by_number[which], ACTOR)
                return wire.Removed(kind="person", which=which)
            for device in company.devices.values():
                if which in {device.sip_user, device.id}:
                    await self._people.remove_device(customer_id, device.id, ACTOR)
                    return wire.Removed(kind="device", which=which)
        raise NotFound(what=which)

    async def _import(self, text: str) -> wire.Imported:
        sheet = people_csv.read(text)
        if not sheet.bad and not sheet.lines:
            return wire.Imported()
        added, changed = 0, 0
        bad = list(sheet.bad)
        by_company: dict[CustomerId, list[tuple[int, User]]] = {}
        for number, values in sheet.lines:
            company = self._office.company_by_code(values["local_number"][:3])
            if company is None:
                bad.append(wire.BadLine(line=number, field="local_number", problem="unknown_customer_code"))
                continue
            try:
                user = self._people.checked(company, _merged(company, values))
            except (Invalid, Conflict) as exc:
                bad.append(_bad(number, exc))
                continue
            by_company.setdefault(company.customer.id, []).append((number, user))
        bad.extend(_twice(by_company))
        if bad:
            return wire.Imported(bad=sorted(bad, key=lambda line: line.line))
        first = await self._passwords.hash(FIRST_PASSWORD)
        async with self._people.changing(by_company) as unit:
            for customer_id, users in by_company.items():
                there = self._office.company(customer_id).directory.users
                for _, user in users:
                    new = user.id not in there
                    added, changed = added + new, changed + (not new)
                    await unit.people.put_user(user)
                    if new:
                        await unit.credentials.put_credential(Credential(user.id, first, must_change=True))
                    action = "user_added" if new else "user_changed"
                    await self._people.audit(unit, customer_id, ACTOR, action, user.local_number)
        return wire.Imported(added=added, changed=changed)

    def _companies(self, code: str | None) -> list[Company]:
        companies = sorted(self._office.companies.values(), key=lambda company: company.customer.code)
        if code is None:
            return companies
        found = [company for company in companies if company.customer.code == code]
        if not found:
            raise NotFound(what="customer")
        return found

    def _company(self, local_number: str) -> Company:
        return self._companies(local_number[:3])[0]

    def _user(self, local_number: str) -> tuple[Company, User]:
        company = self._company(local_number)
        user_id = company.directory.by_number.get(local_number)
        if user_id is None:
            raise NotFound(what="person")
        return company, company.user(user_id)


def _merged(company: Company, values: dict[str, str]) -> User:
    """The user of a line: the one there is with the line's values, or a new one."""
    number = values["local_number"]
    user_id = company.directory.by_number.get(number)
    user = company.user(user_id) if user_id is not None else new_user(company.customer, number, values["name"])
    empty_is_none = ("email", "mobile", "one_number")
    given = {
        name: (value or None) if name in empty_is_none else value
        for name, value in values.items()
        if name not in {"local_number", "role"}
    }
    return replace(user, **given, role=Role(values["role"]) if values.get("role") else user.role)  # type: ignore[arg-type]


def _bad(line: int, error: OnePresenceError) -> wire.BadLine:
    if isinstance(error, Conflict):
        return wire.BadLine(line=line, field=str(error.details.get("what", "")), problem="in_use")
    return wire.BadLine(line=line, field=str(error.details.get("field")), problem=str(error.details.get("problem")))


def _twice(by_company: dict[CustomerId, list[tuple[int, User]]]) -> list[wire.BadLine]:
    """Lines with a public number that an earlier line has, too."""
    found: list[wire.BadLine] = []
    for users in by_company.values():
        seen: set[str] = set()
        for line, user in users:
            if user.one_number is not None and user.one_number in seen:
                found.append(wire.BadLine(line=line, field="one_number", problem="twice"))
            seen.add(user.one_number or "")
    return found


def _listed(company: Company) -> wire.ListedCustomer:
    users = company.directory.users
    return wire.ListedCustomer(
        id=company.customer.id,
        code=company.customer.code,
        name=company.customer.name,
        users=[
            wire.ListedUser(
                id=user.id,
                local_number=user.local_number,
                name=user.name,
                role=user.role,
                email=user.email,
                mobile=user.mobile,
                one_number=user.one_number,
                title=user.title,
                department=user.department,
                closed=user.closed,
                devices=[
                    wire.ListedDevice(
                        id=device.id, kind=device.kind, sip_user=device.sip_user, name=device.name, number=device.number
                    )
                    for device in company.devices_of(user.id)
                ],
            )
            for user in sorted(users.values(), key=lambda user: user.local_number)
        ],
        groups=[
            wire.ListedGroup(
                id=group.id,
                local_number=group.local_number,
                name=group.name,
                members=[users[member].local_number for member in group.members if member in users],
                strategy=group.strategy,
                reception=group.reception,
            )
            for group in sorted(company.directory.groups.values(), key=lambda group: group.local_number)
        ],
    )
