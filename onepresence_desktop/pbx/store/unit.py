"""The repositories of all words over one connection: one unit of work. A new word is one line here."""

from __future__ import annotations

from onepresence_desktop.pbx.ports import (
    CompanyNumbers,
    Contacts,
    Credentials,
    Diversions,
    History,
    Messages,
    Messaging,
    OutgoingRows,
    People,
    Preferences,
    Schedules,
    SharedCalls,
    Trunks,
)
from onepresence_desktop.pbx.ports.calendars import Calendars
from onepresence_desktop.pbx.ports.company_sounds import CompanySoundRows
from onepresence_desktop.pbx.ports.completions import Completions
from onepresence_desktop.pbx.ports.connections import Connections
from onepresence_desktop.pbx.ports.directories import Directories
from onepresence_desktop.pbx.ports.erasing import Erasing
from onepresence_desktop.pbx.ports.pickup import PickupGroups
from onepresence_desktop.pbx.ports.pictures import Pictures
from onepresence_desktop.pbx.ports.privacy import OldThings
from onepresence_desktop.pbx.ports.spoken import SpokenSounds
from onepresence_desktop.pbx.store.calendars import CalendarsRepository
from onepresence_desktop.pbx.store.company_numbers import CompanyNumbersRepository
from onepresence_desktop.pbx.store.company_sounds import CompanySoundsRepository
from onepresence_desktop.pbx.store.completions import CompletionsRepository
from onepresence_desktop.pbx.store.connections import ConnectionsRepository
from onepresence_desktop.pbx.store.contacts import ContactsRepository
from onepresence_desktop.pbx.store.credentials import CredentialsRepository
from onepresence_desktop.pbx.store.directories import DirectoriesRepository
from onepresence_desktop.pbx.store.diversions import DiversionsRepository
from onepresence_desktop.pbx.store.engine import AsyncConnection
from onepresence_desktop.pbx.store.erasing import ErasingRepository
from onepresence_desktop.pbx.store.history import HistoryRepository
from onepresence_desktop.pbx.store.messages import MessagesRepository
from onepresence_desktop.pbx.store.messaging import MessagingRepository
from onepresence_desktop.pbx.store.outbox import OutboxRepository
from onepresence_desktop.pbx.store.people import PeopleRepository
from onepresence_desktop.pbx.store.pickup import PickupRepository
from onepresence_desktop.pbx.store.pictures import PicturesRepository
from onepresence_desktop.pbx.store.preferences import PreferencesRepository
from onepresence_desktop.pbx.store.privacy import PrivacyRepository
from onepresence_desktop.pbx.store.schedules import SchedulesRepository
from onepresence_desktop.pbx.store.schema import metadata
from onepresence_desktop.pbx.store.shared_calls import SharedCallsRepository
from onepresence_desktop.pbx.store.spoken import SpokenRepository
from onepresence_desktop.pbx.store.trunks import TrunksRepository

__all__ = ["Unit", "metadata"]


class Unit:
    """The repositories over one connection. With this module, `metadata` knows every table."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.people: People = PeopleRepository(connection)
        self.credentials: Credentials = CredentialsRepository(connection)
        self.diversions: Diversions = DiversionsRepository(connection)
        self.messages: Messages = MessagesRepository(connection)
        self.history: History = HistoryRepository(connection)
        self.preferences: Preferences = PreferencesRepository(connection)
        self.trunks: Trunks = TrunksRepository(connection)
        self.outbox: OutgoingRows = OutboxRepository(connection)
        self.schedules: Schedules = SchedulesRepository(connection)
        self.calendars: Calendars = CalendarsRepository(connection)
        self.directories: Directories = DirectoriesRepository(connection)
        self.contacts: Contacts = ContactsRepository(connection)
        self.messaging: Messaging = MessagingRepository(connection)
        self.company_numbers: CompanyNumbers = CompanyNumbersRepository(connection)
        self.shared_calls: SharedCalls = SharedCallsRepository(connection)
        self.completions: Completions = CompletionsRepository(connection)
        self.connections: Connections = ConnectionsRepository(connection)
        self.pickup: PickupGroups = PickupRepository(connection)
        self.erasing: Erasing = ErasingRepository(connection)
        self.privacy: OldThings = PrivacyRepository(connection)
        self.pictures: Pictures = PicturesRepository(connection)
        self.company_sounds: CompanySoundRows = CompanySoundsRepository(connection)
        self.spoken: SpokenSounds = SpokenRepository(connection)
