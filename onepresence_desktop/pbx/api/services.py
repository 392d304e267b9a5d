"""What the interface offers: the use cases, as one thing that handlers ask for.

As one, because a framework that has several to give starts a task for each, with every request.
"""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.services.administration import Administration
from onepresence_desktop.pbx.services.blocking import BlockingService
from onepresence_desktop.pbx.services.calendar_words import CalendarAbsences, CompanyWords
from onepresence_desktop.pbx.services.calendars import CalendarService
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.commands import Commands
from onepresence_desktop.pbx.services.company_numbers import CompanyNumbers
from onepresence_desktop.pbx.services.company_sounds import CompanySounds
from onepresence_desktop.pbx.services.completions import Completions
from onepresence_desktop.pbx.services.connections import ConnectionService
from onepresence_desktop.pbx.services.contact_import import ContactImport
from onepresence_desktop.pbx.services.contacts import ContactService
from onepresence_desktop.pbx.services.day_board import DayBoard
from onepresence_desktop.pbx.services.directories import DirectoryService
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.doctor import Doctor
from onepresence_desktop.pbx.services.greeting import Greetings
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.history import HistoryService
from onepresence_desktop.pbx.services.holidays import HolidayService
from onepresence_desktop.pbx.services.last_contacts import LastContacts
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.mailbox_pin import MailboxPins
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.messaging import MessagingService
from onepresence_desktop.pbx.services.number_shown import NumberShownService
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.parking import Parking
from onepresence_desktop.pbx.services.passing import PassingService
from onepresence_desktop.pbx.services.password_resets import PasswordResets
from onepresence_desktop.pbx.services.people_import import PeopleImport
from onepresence_desktop.pbx.services.person_data import PersonData
from onepresence_desktop.pbx.services.pickup import Pickup
from onepresence_desktop.pbx.services.pictures import PictureService
from onepresence_desktop.pbx.services.privacy import PrivacyService
from onepresence_desktop.pbx.services.profile import Profile
from onepresence_desktop.pbx.services.provisioning import Provisioning
from onepresence_desktop.pbx.services.reception import Reception
from onepresence_desktop.pbx.services.reception_times import ReceptionTimes
from onepresence_desktop.pbx.services.schedules import ScheduleService
from onepresence_desktop.pbx.services.secure_phones import SecurePhones
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.pbx.services.shared_calls import SharedCalls
from onepresence_desktop.pbx.services.sign_in import SignIn
from onepresence_desktop.pbx.services.snapshot import Snapshots
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.pbx.services.trunks import TrunkService


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases that the interface offers."""

    live: LiveState
    calendars: CalendarService
    calendar_absences: CalendarAbsences
    company_words: CompanyWords
    stream: EventStream
    sign_in: SignIn
    snapshots: Snapshots
    diversions: DiversionService
    settings: Settings
    inbox: Inbox
    calls: Calls
    history: HistoryService
    last_contacts: LastContacts
    administration: Administration
    commands: Commands
    people_import: PeopleImport
    greetings: Greetings
    schedules: ScheduleService
    holidays: HolidayService
    day_board: DayBoard
    trunks: TrunkService
    connections: ConnectionService
    contacts: ContactService
    directories: DirectoryService
    messaging: MessagingService
    passing: PassingService
    blocking: BlockingService
    number_shown: NumberShownService
    secure_phones: SecurePhones
    reception_times: ReceptionTimes
    groups: GroupService
    shared_calls: SharedCalls
    company_numbers: CompanyNumbers
    company_sounds: CompanySounds
    profile: Profile
    pictures: PictureService
    outbox: Outbox
    password_resets: PasswordResets
    contact_import: ContactImport
    doctor: Doctor
    spoken: SpokenService
    pickup: Pickup
    parking: Parking
    completions: Completions
    mailbox_pins: MailboxPins
    privacy: PrivacyService
    provisioning: Provisioning
    person_data: PersonData
    reception: Reception

    async def load_settings(self) -> None:
        """What administrators have set of their companies, at the start: of the service, and of a command beside it."""
        for word in (
            self.holidays,
            self.calendar_absences,
            self.blocking,
            self.privacy,
            self.number_shown,
            self.secure_phones,
            self.company_sounds,
            self.reception_times,
        ):
            await word.load()
