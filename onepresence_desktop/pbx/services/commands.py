"""The command line's commands on an open store, in the service or beside it (contract: `onepresence-pbx …`)."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from onepresence_desktop.domain import people_sheet
from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.hours_text import read_hours
from onepresence_desktop.domain.people import Customer, CustomerId, User
from onepresence_desktop.pbx.services.calendar_commands import CalendarCommands
from onepresence_desktop.pbx.services.company_commands import CompanyCommands
from onepresence_desktop.pbx.services.company_number_commands import CompanyNumberCommands
from onepresence_desktop.pbx.services.company_numbers import CompanyNumbers
from onepresence_desktop.pbx.services.connection_commands import ConnectionCommands
from onepresence_desktop.pbx.services.device_commands import DeviceCommands
from onepresence_desktop.pbx.services.directory_commands import DirectoryCommands
from onepresence_desktop.pbx.services.doctor_commands import DoctorCommands
from onepresence_desktop.pbx.services.group_commands import GroupCommands, company_of, user_of
from onepresence_desktop.pbx.services.groups import GroupService, version
from onepresence_desktop.pbx.services.housekeeping import Housekeeping
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.people import PeopleService
from onepresence_desktop.pbx.services.people_import import PeopleImport
from onepresence_desktop.pbx.services.person_commands import PersonCommands
from onepresence_desktop.pbx.services.pickup import Pickup
from onepresence_desktop.pbx.services.reception_times import ReceptionTimes
from onepresence_desktop.pbx.services.sound_commands import SoundCommands
from onepresence_desktop.pbx.services.trunk_commands import TrunkCommands
from onepresence_desktop.pbx.services.user_commands import UserCommands, listed
from onepresence_desktop.wire import commands as wire

ACTOR = "command_line"


class Commands:
    """Runs commands."""

    def __init__(
        self,
        live: LiveState,
        people: PeopleService,
        trunks: TrunkCommands,
        connections: ConnectionCommands,
        doctor: DoctorCommands,
        company_numbers: CompanyNumbers,
        housekeeping: Housekeeping,
        pickup: Pickup,
        persons: PersonCommands,
        reception_times: ReceptionTimes,
        people_import: PeopleImport,
        sounds: SoundCommands,
        company: CompanyCommands,
        calendars: CalendarCommands,
        users: UserCommands,
        devices: DeviceCommands,
        directories: DirectoryCommands,
        *,
        running: bool,
    ) -> None:
        self._groups = GroupService(people, live)
        self._group_commands = GroupCommands(live, self._groups, pickup, reception_times)
        self._persons = persons
        self._sounds = sounds
        self._company_commands = company
        self._calendars = calendars
        self._users = users
        self._devices = devices
        self._directories = directories
        self._number_commands = CompanyNumberCommands(live, company_numbers)
        self._trunks = trunks
        self._connections = connections
        self._doctor = doctor
        self._company_numbers = company_numbers
        self._live = live
        self._people = people
        self._people_import = people_import
        self._housekeeping = housekeeping
        self._running = running

    async def run(self, command: wire.AnyCommand) -> wire.Result:
        """Do one command; raises what the use cases raise."""
        match command:
            case wire.CustomerAdd():
                return await self._customer_add(command)
            case wire.UserAdd() | wire.UserSet() | wire.PasswordReset() | wire.PictureRemove():
                return await self._users.run(command)
            case wire.DeviceAdd() | wire.DeviceSet() | wire.DeviceShow():
                return await self._devices.run(command)
            case wire.GroupAdd():
                return await self._group_commands.add(command)
            case wire.GroupLog():
                return await self._group_commands.log(command)
            case wire.GroupSet():
                return await self._group_commands.change(command)
            case wire.PickupGroupSet():
                return await self._group_commands.put_pickup(command)
            case wire.PickupGroups():
                return self._group_commands.pickup(self._companies(command.customer)[0])
            case wire.ReceptionTimes():
                return await self._group_commands.reception_times(command)
            case wire.SecurePhones() | wire.UserExport() | wire.UserErase() | wire.DeviceProvision():
                return await self._persons.run(command)
            case wire.SetHours():
                return await self._set_hours(command)
            case wire.SoundList() | wire.SoundSet() | wire.SoundRemove():
                return await self._sounds.run(command)
            case wire.CompanyNumberList() | wire.CompanyNumberChange() | wire.CompanyNumberRemove():
                return await self._number_commands.run(command)
            case wire.CalendarList() | wire.CalendarAdd() | wire.CalendarSet() | wire.CalendarRemove():
                return await self._calendars.run(command)
            case wire.CalendarWordList() | wire.CalendarWordSet() | wire.CalendarWordRemove():
                return await self._calendars.run(command)
            case wire.TrunkAdd():
                return await self._trunks.add(command)
            case wire.TrunkSet():
                return await self._trunks.change(command)
            case wire.TrunkOrdered():
                return await self._trunks.order(command)
            case wire.TrunkList():
                return self._trunks.all()
            case wire.TrunkRemove():
                return await self._trunks.remove(command)
            case wire.TrunkTest():
                return await self._trunks.test(command)
            case wire.ConnectionAdd():
                return await self._connections.add(command)
            case wire.ConnectionSet():
                return await self._connections.change(command)
            case wire.ConnectionList():
                return self._connections.all()
            case wire.ConnectionRemove():
                return await self._connections.remove(command)
            case wire.ConnectionTry():
                return await self._connections.attempt(command)
            case wire.DirectoryList() | wire.DirectoryRead():
                return await self._directories.run(command)
            case wire.OfCompany():
                return await self._company_commands.run(command)
            case wire.Diagnose():
                return await self._doctor.diagnose(command)
            case wire.Remove():
                return await self._remove(command.which)
            case wire.Listing():
                return wire.Listed(customers=[_listed(company) for company in self._companies(command.customer)])
            case wire.ImportPeople():
                return await self._people_import.of_all(command.text, ACTOR)
            case wire.ExportPeople():
                users = [user for company in self._companies(None) for user in company.dial_plan.users.values()]
                users.sort(key=lambda user: user.local_number)
                return wire.Exported(text=people_sheet.written(users), count=len(users))
            case wire.Backup():
                return wire.BackedUp(path=command.path, size=await self._housekeeping.backup(Path(command.path)))
            case wire.Check():
                found = await self._housekeeping.check()
                companies = self._companies(None)
                return wire.Checked(
                    customers=len(companies),
                    users=sum(len(company.dial_plan.users) for company in companies),
                    devices=sum(len(company.devices) for company in companies),
                    groups=sum(len(company.dial_plan.groups) for company in companies),
                    running=self._running,
                    sounds_aside=found.sounds_aside,
                    sounds_missing=found.sounds_missing,
                    waiting=found.waiting,
                    aside=found.aside,
                    outgoing=found.outgoing,
                    undeliverable=found.undeliverable,
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

    async def _set_hours(self, command: wire.SetHours) -> wire.HoursSet:
        hours = read_hours(command.hours)
        if len(command.which) == 3:
            company = self._live.company_by_code(command.which)
            if company is None:
                raise NotFound(what="customer")
            count = await self._company_numbers.set_hours(company.customer.id, hours, ACTOR)
            return wire.HoursSet(which=command.which, hours=command.hours, numbers=count)
        of_group = self._company(command.which)
        group_id = of_group.dial_plan.groups_by_number.get(command.which)
        if group_id is not None:
            await self._groups.set_hours(of_group.customer.id, group_id, hours, ACTOR)
            return wire.HoursSet(which=command.which, hours=command.hours)
        company, user = self._user(command.which)
        await self._people.change_user(company.customer.id, user.id, lambda old: replace(old, hours=hours), ACTOR)
        return wire.HoursSet(which=command.which, hours=command.hours)

    async def _remove(self, which: str) -> wire.Removed:
        for company in self._companies(None):
            customer_id, dial_plan = company.customer.id, company.dial_plan
            if which in dial_plan.groups_by_number:
                await self._groups.remove(customer_id, dial_plan.groups_by_number[which], ACTOR)
                return wire.Removed(kind="group", which=which)
            if which in dial_plan.by_number:
                await self._people.remove_user(customer_id, dial_plan.by_number[which], ACTOR)
                return wire.Removed(kind="person", which=which)
            for device in company.devices.values():
                if which in {device.sip_user, device.id}:
                    await self._people.remove_device(customer_id, device.id, ACTOR)
                    return wire.Removed(kind="device", which=which)
        raise NotFound(what=which)

    def _companies(self, code: str | None) -> list[Company]:
        companies = sorted(self._live.companies.values(), key=lambda company: company.customer.code)
        if code is None:
            return companies
        found = [company for company in companies if company.customer.code == code]
        if not found:
            raise NotFound(what="customer")
        return found

    def _company(self, local_number: str) -> Company:
        return company_of(self._live, local_number)

    def _user(self, local_number: str) -> tuple[Company, User]:
        return user_of(self._live, local_number)


def _listed(company: Company) -> wire.ListedCustomer:
    users = company.dial_plan.users
    return wire.ListedCustomer(
        id=company.customer.id,
        code=company.customer.code,
        name=company.customer.name,
        users=[listed(company, user) for user in sorted(users.values(), key=lambda user: user.local_number)],
        groups=[
            wire.ListedGroup(
                id=group.id,
                local_number=group.local_number,
                name=group.name,
                members=[users[member].local_number for member in group.members if member in users],
                strategy=group.strategy,
                reception=group.reception,
                version=version(group),
            )
            for group in sorted(company.dial_plan.groups.values(), key=lambda group: group.local_number)
        ],
    )
