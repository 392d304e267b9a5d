"""The service's only wiring: which parts there are and what each is given.

`adapters` says who fulfils the ports; `build` makes every service on them. Both the running service (`app.serve`) and
the command line on the store itself (`beside`) are built here, so a new service is one line in `build`.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from onepresence_desktop.domain.feature_codes import Feature
from onepresence_desktop.domain.routing import Announcement, Attendant, FeatureCode, Voicemail
from onepresence_desktop.domain.steps import PhoneLost
from onepresence_desktop.pbx import addresses, demo_office
from onepresence_desktop.pbx.adapters import Ports, open_ports
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.config import Config
from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.facts import FactBus
from onepresence_desktop.pbx.ownership import SingleNode
from onepresence_desktop.pbx.ports import Router, TelephonyEvent
from onepresence_desktop.pbx.ports.telephony import MenuReached
from onepresence_desktop.pbx.prompts.phrases import Phrases
from onepresence_desktop.pbx.services.administration import Administration
from onepresence_desktop.pbx.services.announce import Announcer
from onepresence_desktop.pbx.services.blocking import BlockingService
from onepresence_desktop.pbx.services.calendar_commands import CalendarCommands
from onepresence_desktop.pbx.services.calendar_words import CalendarAbsences, CompanyWords
from onepresence_desktop.pbx.services.calendars import CalendarService
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.commands import Commands
from onepresence_desktop.pbx.services.company_calendars import CompanyCalendars
from onepresence_desktop.pbx.services.company_commands import CompanyCommands
from onepresence_desktop.pbx.services.company_numbers import CompanyNumbers
from onepresence_desktop.pbx.services.company_sounds import CompanySounds
from onepresence_desktop.pbx.services.completions import Completions
from onepresence_desktop.pbx.services.connection_commands import ConnectionCommands
from onepresence_desktop.pbx.services.connection_watch import ConnectionWatch
from onepresence_desktop.pbx.services.connections import ConnectionService
from onepresence_desktop.pbx.services.contact_import import ContactImport
from onepresence_desktop.pbx.services.contacts import ContactService
from onepresence_desktop.pbx.services.day_board import DayBoard
from onepresence_desktop.pbx.services.device_commands import DeviceCommands
from onepresence_desktop.pbx.services.directories import DirectoryService
from onepresence_desktop.pbx.services.directory_commands import DirectoryCommands
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.doctor import Doctor
from onepresence_desktop.pbx.services.doctor_commands import DoctorCommands
from onepresence_desktop.pbx.services.expiry import Expiry
from onepresence_desktop.pbx.services.feature_codes import FeatureCodes
from onepresence_desktop.pbx.services.greeting import Greetings
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.history import HistoryService
from onepresence_desktop.pbx.services.holidays import HolidayService
from onepresence_desktop.pbx.services.housekeeping import Housekeeping
from onepresence_desktop.pbx.services.last_contacts import LastContacts
from onepresence_desktop.pbx.services.lines import Lines
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.lost_phones import LostPhones
from onepresence_desktop.pbx.services.mailbox_pin import MailboxPins
from onepresence_desktop.pbx.services.meetings import MeetingService
from onepresence_desktop.pbx.services.messages import Inbox, MailboxService
from onepresence_desktop.pbx.services.messaging import MessagingService
from onepresence_desktop.pbx.services.notices import Notices
from onepresence_desktop.pbx.services.number_shown import NumberShownService
from onepresence_desktop.pbx.services.outbox import Outbox
from onepresence_desktop.pbx.services.owner_box import OwnerBox
from onepresence_desktop.pbx.services.parking import Parking
from onepresence_desktop.pbx.services.passing import PassingService
from onepresence_desktop.pbx.services.password_notices import PasswordNotices
from onepresence_desktop.pbx.services.password_resets import PasswordResets
from onepresence_desktop.pbx.services.people import PeopleService
from onepresence_desktop.pbx.services.people_import import PeopleImport
from onepresence_desktop.pbx.services.person_commands import PersonCommands
from onepresence_desktop.pbx.services.person_data import PersonData
from onepresence_desktop.pbx.services.pickup import Pickup
from onepresence_desktop.pbx.services.pictures import PictureService
from onepresence_desktop.pbx.services.privacy import PrivacyService
from onepresence_desktop.pbx.services.profile import Profile
from onepresence_desktop.pbx.services.provisioning import Provisioning
from onepresence_desktop.pbx.services.reception import Reception
from onepresence_desktop.pbx.services.reception_queue import ReceptionQueue
from onepresence_desktop.pbx.services.reception_times import ReceptionTimes
from onepresence_desktop.pbx.services.records import Records
from onepresence_desktop.pbx.services.retention import Retention
from onepresence_desktop.pbx.services.schedules import ScheduleService
from onepresence_desktop.pbx.services.secure_phones import SecurePhones
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.pbx.services.settings_watch import SettingsWatch
from onepresence_desktop.pbx.services.shared_calls import SharedCalls
from onepresence_desktop.pbx.services.sign_in import SignIn
from onepresence_desktop.pbx.services.snapshot import Snapshots
from onepresence_desktop.pbx.services.sound_commands import SoundCommands
from onepresence_desktop.pbx.services.spoken import SpokenService
from onepresence_desktop.pbx.services.transcripts import Transcripts
from onepresence_desktop.pbx.services.trunk_commands import TrunkCommands
from onepresence_desktop.pbx.services.trunks import TrunkService
from onepresence_desktop.pbx.services.user_commands import UserCommands
from onepresence_desktop.pbx.telephony.announcement_call import AnnouncementCall
from onepresence_desktop.pbx.telephony.asking import Asking
from onepresence_desktop.pbx.telephony.attendant_call import AttendantCall
from onepresence_desktop.pbx.telephony.code_call import CodeCall, by_code
from onepresence_desktop.pbx.telephony.lost_call import LostCall
from onepresence_desktop.pbx.telephony.mailbox_call import DepositCall, Greeting
from onepresence_desktop.pbx.telephony.menu_call import MenuCall, MenuCalls
from onepresence_desktop.pbx.telephony.no_phones import NoPhones
from onepresence_desktop.pbx.telephony.owner_call import OwnerCall
from onepresence_desktop.pbx.telephony.router import DialPlanRouter

Work = Callable[[], Awaitable[None]]
"""What goes on for as long as the service runs; ends only when cancelled."""


@dataclass(frozen=True, slots=True)
class Built:
    """Every part of the service, wired and not yet started.

    services: what the HTTP interface offers. background: long-lived work by its name in the log.
    """

    services: Services
    router: Router
    announcer: Announcer
    calls: Calls
    outbox: Outbox
    records: Records
    expiry: Expiry
    inbox: Inbox
    lines: Lines
    live: LiveState
    mailbox: MailboxService
    menu_calls: MenuCalls
    stream: EventStream
    background: dict[str, Work]

    def take(self, event: TelephonyEvent) -> None:
        """What the telephony driver tells, in order, on the loop."""
        self.calls.take(event)
        self.menu_calls.take(event)


def build(ports: Ports, config: Config, *, running: bool) -> Built:
    """Make every service. running: phones and clients can reach it, which the command line tells."""
    store, recordings, telephony, clock, passwords = (
        ports.store, ports.recordings, ports.telephony, ports.clock, ports.passwords
    )  # fmt: skip
    demo = config.driver == "demo"
    facts = FactBus()
    live = LiveState(
        store,
        ownership=SingleNode(),
        mailbox_seconds=config.mailbox_minutes * 60.0,
        line_out=telephony.line_out,
    )
    snapshots = Snapshots(live, clock, demo=demo)
    stream = snapshots.stream = EventStream(snapshots.for_client)
    announcer = Announcer(live, stream, clock)
    router = DialPlanRouter(live.dial_plan, live.caller_name, clock)
    phrases = Phrases(ports.speech, config.data / "speech", recordings.make_room)
    lines = Lines(store, live, telephony)
    watch = ConnectionWatch(live, ports.connectors, ports.shared_connections, clock)
    outbox = Outbox(store, watch.send, clock)
    ports.reports.listener = outbox.told
    told = PasswordNotices(live, outbox, watch.ways, clock).changed
    sign_in = SignIn(store, passwords, clock, facts, told, lambda which: live.company(which).lock)
    holidays = HolidayService(store, live, clock, facts)
    schedules = ScheduleService(store, live, holidays, clock, facts)
    contacts = ContactService(store, live, clock, facts)
    passing = PassingService(store, live, facts)
    calendar_absences = CalendarAbsences(store, live, clock, facts)
    diversions = DiversionService(store, live, clock, facts, schedules, calendar_absences)
    expiry = Expiry(live, diversions, clock, facts)
    resets = PasswordResets(store, live, passwords, sign_in, outbox, watch.ways, clock, told)
    records = Records(store, ports.spool, live, facts)
    calls = Calls(records, live, telephony, router, clock, facts)
    spoken = SpokenService(store, live, calls, facts, config.data / "speech")
    demo_sounds = demo_office.sounds(ports, facts) if demo else None
    inbox = Inbox(store, recordings, telephony, live, facts, demo_sounds.needed if demo_sounds else None)
    held = timedelta(seconds=2 * ports.transcriber.longest) if ports.transcriber is not None else timedelta(0)
    notices = Notices(outbox, clock, public_url=config.public_url, held=held)
    mailbox = MailboxService(store, recordings, ports.spool, inbox, live, clock, facts, notices)
    tls = config.sips is not None or config.driver != "sip" or not running
    people = PeopleService(store, live, passwords, sign_in, recordings, clock, facts, lines.follow, told, takes_tls=tls)
    sounds = CompanySounds(store, live, people, telephony, config.data / "speech")
    menus: dict[type, Callable[[MenuCalls, MenuReached], MenuCall]] = {
        Attendant: partial(
            AttendantCall,
            number_of=live.company_number,
            sounds_of=sounds.of_number,
            file_of=sounds.file,
            router=router,
        ),
        Voicemail: partial(DepositCall, mailbox=mailbox, router=router, spoken=spoken.file),
        Announcement: partial(AnnouncementCall, language=live.language_of),
        PhoneLost: partial(LostCall, after=LostPhones(live, clock).after, language=live.language_of),
    }
    menu_calls = MenuCalls(telephony, phrases, clock, lambda which: live.company(which).customer, menus)
    housekeeping = Housekeeping(store, recordings, ports.spool, ports.archive)
    settings = Settings(store, live, clock, facts)
    trunks = TrunkService(live, people, telephony)
    connections = ConnectionService(live, people, watch)
    people_import = PeopleImport(live, people, passwords)
    trunk_commands = TrunkCommands(live, trunks, running=running)

    def address() -> tuple[str, int] | None:
        return addresses.for_phones(telephony.address)

    secure_port = config.sips.port if config.sips is not None else None
    provisioning = Provisioning(store, live, people, clock, address, secure_port)
    settings_watch = SettingsWatch(store, live, provisioning, telephony)
    secure_phones = SecurePhones(store, live, people, lines, settings_watch.look_at)
    reception_times = ReceptionTimes(store, live, people)
    pickup = Pickup(store, live, calls, telephony, clock)
    parking = Parking(live, calls, telephony, router, clock, facts)
    completions = Completions(store, live, calls, clock, facts)
    codes = FeatureCodes(live, diversions, settings, GroupService(people, live), pickup, parking, completions, clock)
    meetings = MeetingService(store, live, ports.calendar, CompanyCalendars(watch), clock, facts)
    calendars = CalendarService(store, live, meetings, clock)
    transcripts = None
    if ports.transcriber is not None:
        transcripts = Transcripts(store, recordings, live, ports.transcriber, notices, clock, facts)
    doctor = Doctor(
        live,
        telephony,
        ports.surroundings,
        store,
        ports.spool,
        watch.seen,
        calendars.unread,
        provisioning.failing,
        lambda: transcripts.seen() if transcripts is not None else None,
        clock,
        facts,
    )
    doctor_commands = DoctorCommands(live, doctor, trunks, running=running)
    pins = MailboxPins(store, live, passwords, clock, facts)
    owner_call = partial(OwnerCall, box=OwnerBox(live, inbox, pins, spoken), router=router, language=live.language_of)
    own_menus = dict.fromkeys((Feature.MAILBOX, Feature.RECORD_NAME, Feature.RECORD_GREETING), owner_call)
    menus[FeatureCode] = by_code(own_menus, partial(CodeCall, codes=codes, language=live.language_of))

    privacy = PrivacyService(store, live, people, inbox, facts, clock)
    company_numbers = CompanyNumbers(live, people, clock)
    company_words = CompanyWords(calendar_absences, live, people)
    blocking = BlockingService(store, live, people)
    number_shown = NumberShownService(store, live, people, clock, facts)
    last_contacts = LastContacts(store, live, people, clock)
    messaging = MessagingService(store, live, outbox, clock, facts)
    shared_calls = SharedCalls(store, live, inbox, clock, facts)
    queue = ReceptionQueue(store, live, clock, facts)
    groups = GroupService(people, live)
    pictures = PictureService(store, live, people)
    facts.subscribe(announcer)
    hear = (schedules, calendar_absences, expiry, passing, shared_calls, parking, completions, queue, settings_watch)
    for sink in (*hear, number_shown):
        facts.subscribe(sink, *sink.HEARS)
    directories = DirectoryService(store, live, ports.directory, config.directories, watch, clock, facts)
    background: dict[str, Work] = {
        "calendars": meetings.run,
        "calendar absences": calendar_absences.run,
        "directories": directories.run,
        "heartbeat": stream.beat,
        "snapshots": stream.refresh_those_behind,
        "expiry": expiry.run,
        "outbox": outbox.run,
        "password resets": resets.run,
        "records": records.run,
        "seen": partial(sign_in.keep_seen, stream.session_ids),
        "lamps": inbox.light_all,
        "lines": lines.run,
        "menus": menu_calls.run,
        "music": sounds.run,
        "retention": Retention(inbox, privacy, clock).run,
        "messages": mailbox.keep_waiting,
        "parking": parking.run,
        "completions": completions.run,
        "reception": queue.run,
        "reception day": queue.keep_day,
        "connections": watch.run,
        "doctor": doctor.run,
        "phone settings": settings_watch.run,
        "number shown": number_shown.run,
        "shared calls": shared_calls.run,
        "shared calls by time": shared_calls.watch,
    }
    if transcripts is not None:
        facts.subscribe(transcripts, *transcripts.HEARS)
        background["transcripts"] = transcripts.run
    if demo_sounds is not None:
        background["demo"] = demo_office.life(config, live, diversions, clock).run
        background["demo sounds"] = demo_sounds.run
    else:
        background["asking"] = Asking(telephony, phrases, clock, lines.line_out).run  # the demo rings no mobile outside
    person_data = PersonData(
        store, live, people, recordings, inbox, facts, spoken, snapshots, clock, config.data / "speech"
    )
    services = Services(
        live=live,
        calendars=calendars,
        calendar_absences=calendar_absences,
        company_words=company_words,
        stream=stream,
        sign_in=sign_in,
        snapshots=snapshots,
        diversions=diversions,
        settings=settings,
        profile=Profile(people, settings),
        pictures=pictures,
        password_resets=resets,
        outbox=outbox,
        inbox=inbox,
        calls=calls,
        history=HistoryService(store, live),
        last_contacts=last_contacts,
        administration=Administration(live, people, address, secure_port),
        contacts=contacts,
        directories=directories,
        passing=passing,
        blocking=blocking,
        privacy=privacy,
        person_data=person_data,
        provisioning=provisioning,
        number_shown=number_shown,
        secure_phones=secure_phones,
        reception_times=reception_times,
        groups=groups,
        shared_calls=shared_calls,
        company_numbers=company_numbers,
        company_sounds=sounds,
        messaging=messaging,
        contact_import=ContactImport(contacts, live, clock),
        day_board=DayBoard(live, schedules, clock),
        holidays=holidays,
        schedules=schedules,
        commands=Commands(
            live,
            people,
            trunk_commands,
            ConnectionCommands(live, connections),
            doctor_commands,
            company_numbers,
            housekeeping,
            pickup,
            PersonCommands(live, person_data, provisioning, secure_phones),
            reception_times,
            people_import,
            SoundCommands(live, sounds),
            CompanyCommands(live, holidays, blocking, privacy, number_shown, last_contacts, messaging),
            CalendarCommands(live, calendars, calendar_absences, company_words),
            UserCommands(live, people, pictures),
            DeviceCommands(live, people, address, secure_port),
            DirectoryCommands(live, directories),
            running=running,
        ),
        people_import=people_import,
        trunks=trunks,
        connections=connections,
        doctor=doctor,
        greetings=Greetings(live, Greeting(phrases, spoken.file), clock, ports.speech),
        spoken=spoken,
        pickup=pickup,
        parking=parking,
        completions=completions,
        mailbox_pins=pins,
        reception=Reception(live, queue, calls, diversions, groups, outbox, telephony, router, clock, facts),
    )
    return Built(
        services=services,
        router=router,
        announcer=announcer,
        calls=calls,
        outbox=outbox,
        records=records,
        expiry=expiry,
        inbox=inbox,
        lines=lines,
        live=live,
        mailbox=mailbox,
        menu_calls=menu_calls,
        stream=stream,
        background=background,
    )


@contextlib.asynccontextmanager
async def beside(config: Config, *, existing: bool) -> AsyncIterator[Commands]:
    """The command line's commands on the store itself, while no service runs. Raises what `open_ports` does."""
    # Looking at an empty database does no harm; a service that starts on one could take it for the truth.
    config = replace(config, accept_empty=config.accept_empty or existing)
    async with open_ports(config, existing=existing, telephony=NoPhones()) as ports:
        built = build(ports, config, running=False)
        await built.live.load()
        await built.services.load_settings()
        await built.services.calendars.load()
        yield built.services.commands
