"""The service's only wiring: builds every part, runs them under one task group, takes them down in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from onepresence_desktop.domain.errors import Invalid, NotFound, StoreDamaged
from onepresence_desktop.domain.events import Fact
from onepresence_desktop.pbx import addresses, run_file
from onepresence_desktop.pbx.config import Config
from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.ports import Clock, EventSink, Recordings, Speech, Store, Telephony, TelephonyEvent
from onepresence_desktop.pbx.services.administration import Administration
from onepresence_desktop.pbx.services.announce import Announcer
from onepresence_desktop.pbx.services.calls import Calls
from onepresence_desktop.pbx.services.commands import Commands
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.expiry import Expiry
from onepresence_desktop.pbx.services.greeting import Greetings
from onepresence_desktop.pbx.services.history import HistoryService
from onepresence_desktop.pbx.services.lines import Lines
from onepresence_desktop.pbx.services.messages import Inbox, MailboxService
from onepresence_desktop.pbx.services.office import Office
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.services.people import PeopleService
from onepresence_desktop.pbx.services.retention import Retention
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.pbx.services.sign_in import SignIn
from onepresence_desktop.pbx.services.snapshot import Snapshots
from onepresence_desktop.pbx.speech import EspeakSpeech
from onepresence_desktop.supervise import supervise

log = logging.getLogger(__name__)


NO_PHONES = "127.0.0.1:0"
"""What stands for the address of a driver that no phone can register with."""

DRAIN = 5.0
"""Seconds that the messages and records of calls cut off by the service's end may take to be written."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """UTC."""
        return datetime.now(UTC)


class Sinks:
    """Tells every fact to all who asked, in order."""

    def __init__(self) -> None:
        self.all: list[EventSink] = []

    def publish(self, fact: Fact) -> None:
        """Pass a fact on."""
        for sink in self.all:
            sink.publish(fact)


def make_store(config: Config, *, existing: bool = False) -> Store:
    """SQLite in the data folder, or what the URL says. existing: never a new file.

    Raises `StoreDamaged` for a folder that can't be made, `NotFound` where there should be a store and is none.
    """
    from onepresence_desktop.pbx.store.sql import SqlStore, url_of

    store = SqlStore(config.database or url_of(config.data))
    if existing and store.file is not None and not store.file.exists():
        raise NotFound(what="store")
    try:
        config.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as exc:
        raise StoreDamaged(path=str(config.data)) from exc
    return store


def make_recordings(config: Config) -> Recordings:
    """WAV files in the data folder."""
    from onepresence_desktop.pbx.store.recordings import FileRecordings

    return FileRecordings(config.data / "recordings")


def make_telephony(config: Config, speech: Speech) -> Telephony:
    """The driver that the configuration names."""
    if config.driver == "demo":
        from onepresence_desktop.pbx.demo import ME, Sayings
        from onepresence_desktop.pbx.telephony.demo import DemoTelephony

        return DemoTelephony(seed=config.demo_seed, me=ME, sounds=Sayings(speech, config.demo_seed))
    if config.driver == "sip":
        from onepresence_desktop.pbx.telephony.sip.driver import SipTelephony

        return SipTelephony(config.sip.host, config.sip.port, kept=config.data / "registrations.json")
    raise Invalid(field="driver", problem="not_available")


async def fill_demo(
    config: Config, store: Store, recordings: Recordings, speech: Speech, passwords: Passwords, clock: Clock
) -> None:
    """The demo company, once."""
    from onepresence_desktop.pbx.demo import seed

    async with store.reading() as unit:
        if await unit.people.customers():
            return
    await seed(store, recordings, speech, passwords.hash, clock.now(), seed=config.demo_seed)


def demo_life(
    config: Config, office: Office, diversions: DiversionService, clock: Clock
) -> Callable[[], Awaitable[None]]:
    """What its people do by themselves."""
    from onepresence_desktop.pbx.demo import CUSTOMER, ME
    from onepresence_desktop.pbx.demo_life import DemoLife

    life = DemoLife(office, diversions, clock, customer=CUSTOMER.id, me=ME, seed=config.demo_seed)
    return life.run


@dataclass(slots=True)
class Service:
    """Everything that lives while the service runs; `ready` is what it announces."""

    config: Config
    store: Store
    telephony: Telephony
    office: Office
    stream: EventStream
    expiry: Expiry
    mailbox: MailboxService
    inbox: Inbox
    url: str = ""
    sip: str = ""

    @property
    def ready(self) -> str:
        """The line that tells others where it is (contract); a driver without phones has port 0."""
        return f"ready {self.url} sip:{self.sip or NO_PHONES}"


async def serve(
    config: Config,
    *,
    on_ready: Callable[[Service], None],
    stop: asyncio.Event,
    clock: Clock | None = None,
    telephony: Telephony | None = None,
    passwords: Passwords | None = None,
) -> None:
    """Run until `stop` is set. Raises `AddressInUse`, `StoreDamaged`, `StoreLocked`, `StoreFull`, `Invalid`."""
    from onepresence_desktop.pbx.api.app import make_api
    from onepresence_desktop.pbx.api.listening import listen, make_server
    from onepresence_desktop.pbx.api.words import Words
    from onepresence_desktop.pbx.prompts.phrases import Phrases
    from onepresence_desktop.pbx.telephony.mailbox_call import Greeting, MailboxCalls
    from onepresence_desktop.pbx.telephony.router import DirectoryRouter

    clock = clock or SystemClock()
    sinks = Sinks()
    async with contextlib.AsyncExitStack() as stack:
        store = make_store(config)
        await store.open()
        stack.push_async_callback(store.close)
        speech = EspeakSpeech(config.data / "speech")
        stack.callback(speech.close)
        telephony = telephony or make_telephony(config, speech)
        recordings = make_recordings(config)
        office = Office(store, mailbox_seconds=config.mailbox_minutes * 60.0, line_out=telephony.line_out)
        passwords = passwords or Passwords()
        stack.callback(passwords.close)
        snapshots = Snapshots(office, clock, demo=config.driver == "demo")
        stream = EventStream(snapshots.for_client)
        snapshots.stream = stream
        announcer = Announcer(office, stream, clock)
        sign_in = SignIn(store, passwords, clock, sinks)
        diversions = DiversionService(store, office, clock, sinks)
        expiry = Expiry(office, diversions, clock, sinks)
        router = DirectoryRouter(office.directory, clock)
        calls = Calls(store, office, telephony, router, clock, sinks)
        inbox = Inbox(store, recordings, telephony, office, sinks)
        mailbox = MailboxService(store, recordings, inbox, office, clock, sinks)
        phrases = Phrases(speech, config.data / "speech", recordings.make_room)
        mailbox_calls = MailboxCalls(
            telephony, mailbox, router, phrases, clock, lambda customer_id: office.company(customer_id).customer
        )
        lines = Lines(store, office, telephony)
        people = PeopleService(store, office, passwords, sign_in, recordings, clock, sinks, lines.tell)
        service = Service(config, store, telephony, office, stream, expiry, mailbox, inbox)

        def emit(event: TelephonyEvent) -> None:
            calls.take(event)
            mailbox_calls.take(event)

        def address() -> tuple[str, int] | None:
            return addresses.for_phones(telephony.address)

        words = Words(
            office=office,
            stream=stream,
            sign_in=sign_in,
            snapshots=snapshots,
            diversions=diversions,
            settings=Settings(store, office, clock, sinks),
            inbox=inbox,
            calls=calls,
            history=HistoryService(store),
            administration=Administration(office, people, address),
            commands=Commands(store, office, people, passwords, address, running=True),
            greetings=Greetings(office, Greeting(phrases), clock),
        )
        sinks.all = [announcer, expiry]
        await passwords.prepare()
        if config.driver == "demo":
            await fill_demo(config, store, recordings, speech, passwords, clock)
        await office.load()
        await mailbox.recover()
        announcer.start()
        admin_token = secrets.token_urlsafe(32)
        api = make_api(words, admin_token=admin_token)
        server = make_server(api, certificate=config.tls_cert, key=config.tls_key)
        sock = listen(config.http.host, config.http.port)
        stack.callback(sock.close)
        async with contextlib.AsyncExitStack() as starting:
            starting.push_async_callback(telephony.stop)
            await telephony.start(router, emit)
            running = starting.pop_all()
        stack.push_async_callback(running.aclose)
        await lines.tell()
        calls.take_states()
        service.url, service.sip = addresses.url(sock, tls=config.tls_cert is not None), telephony.address or ""
        whereabouts = run_file.RunFile(
            address=addresses.on_this_machine(service.url),
            pid=os.getpid(),
            admin_token=admin_token,
            sip=service.sip,
            driver=config.driver,
            store=config.store_name,
            certificate=config.tls_cert,
        )
        stack.callback(run_file.remove, config.folders)
        run_file.announce(config.folders, whereabouts)
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(server.serve(sockets=[sock]), name="http")
            keeping: dict[str, Callable[[], Awaitable[None]]] = {
                "heartbeat": stream.beat,
                "snapshots": stream.refresh_those_behind,
                "expiry": expiry.run,
                "records": calls.keep_records,
                "seen": sign_in.keep_seen,
                "lamps": inbox.light_all,
                "mailbox": mailbox_calls.run,
                "retention": Retention(inbox, clock).run,
                "messages": mailbox.keep_waiting,
            }
            if config.driver == "demo":
                keeping["demo"] = demo_life(config, office, diversions, clock)
            tasks = [group.create_task(supervise(name, work), name=name) for name, work in keeping.items()]
            while not server.started and not serving.done():
                await asyncio.sleep(0.01)
            on_ready(service)
            await asyncio.wait([serving, group.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            stream.close()
            server.end()
            await asyncio.wait([serving])
            await running.aclose()
            await mailbox_calls.drain(within=DRAIN)
            await calls.drain(within=DRAIN)
            for task in tasks:
                task.cancel()


@contextlib.asynccontextmanager
async def beside(config: Config, *, existing: bool) -> AsyncIterator[Commands]:
    """The command line's commands on the store itself, while no service runs. Raises as `make_store` and `Store.open`.

    existing: there must be a store.
    """
    store = make_store(config, existing=existing)
    await store.open()
    passwords = Passwords()
    try:
        office, clock, nobody = Office(store), SystemClock(), Sinks()
        await office.load()
        sign_in = SignIn(store, passwords, clock, nobody)
        people = PeopleService(store, office, passwords, sign_in, make_recordings(config), clock, nobody, _no_phones)
        yield Commands(store, office, people, passwords, lambda: None, running=False)
    finally:
        passwords.close()
        await store.close()


async def _no_phones() -> None:
    """No phone is connected while no service runs."""
