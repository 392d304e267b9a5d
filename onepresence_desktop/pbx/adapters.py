"""Who fulfils the ports: the parts that the configuration names, opened for `bootstrap` and closed after it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from onepresence_desktop.domain.connections import Connection, ConnectionId, ConnectionKind
from onepresence_desktop.domain.errors import Invalid, NotFound, StoreDamaged, StoreEmpty, StoreFull
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx import certificate
from onepresence_desktop.pbx.calendars import CalendarOnDemand
from onepresence_desktop.pbx.calendars.connecting import CalendarConnector
from onepresence_desktop.pbx.config import Config
from onepresence_desktop.pbx.delivery.connecting import SmppConnector, SmsConnector, SmtpConnector
from onepresence_desktop.pbx.delivery.sms_gateway import GatewayKind
from onepresence_desktop.pbx.directories import DirectoryOnDemand
from onepresence_desktop.pbx.directories.connecting import DirectoryConnector
from onepresence_desktop.pbx.ports import (
    Archive,
    Clock,
    Recordings,
    Speech,
    Spool,
    Store,
    Surroundings,
    Telephony,
)
from onepresence_desktop.pbx.ports.calendars import Calendar
from onepresence_desktop.pbx.ports.connections import Connector, Shared
from onepresence_desktop.pbx.ports.directories import Directory
from onepresence_desktop.pbx.ports.outbox import Reports
from onepresence_desktop.pbx.ports.transcription import Transcriber
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.speech import EspeakSpeech
from onepresence_desktop.pbx.store.archive import FileArchive
from onepresence_desktop.pbx.store.recordings import FileRecordings
from onepresence_desktop.pbx.store.spool import FileSpool
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from onepresence_desktop.pbx.surroundings import Machine
from onepresence_desktop.pbx.transcription import CommandTranscriber


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """The system's."""
        return time.monotonic()


@dataclass(frozen=True, slots=True)
class Ports:
    """What the services stand on. passwords: how costly a guess is made, which tests make cheap."""

    store: Store
    recordings: Recordings
    spool: Spool
    archive: Archive
    connectors: Mapping[ConnectionKind, Connector]
    shared_connections: tuple[Shared, ...]
    reports: Reports
    telephony: Telephony
    speech: Speech
    calendar: Calendar
    directory: Directory
    transcriber: Transcriber | None
    clock: Clock
    passwords: Passwords
    surroundings: Surroundings


@contextlib.asynccontextmanager
async def open_ports(
    config: Config,
    *,
    existing: bool = False,
    clock: Clock | None = None,
    telephony: Telephony | None = None,
    passwords: Passwords | None = None,
) -> AsyncIterator[Ports]:
    """What the configuration names, with the store open until the block ends; what is given takes its place.

    existing: there must be a store. Raises `NotFound` for that, `StoreDamaged`, `StoreLocked`, `StoreFull`, `Invalid`.
    """
    async with contextlib.AsyncExitStack() as stack:
        store = make_store(config, existing=existing)
        recordings = FileRecordings(config.data / "recordings")
        await _open(store, recordings, accept_empty=config.accept_empty)
        stack.push_async_callback(store.close)
        speech = EspeakSpeech(config.data / "speech")
        stack.callback(speech.close)
        here = config.http.loopback and not config.trusted_proxy
        calendar = CalendarOnDemand(here=here)
        stack.push_async_callback(calendar.close)
        directory = DirectoryOnDemand(here=here)
        stack.push_async_callback(directory.close)
        reports = Reports()
        smtp, smpp = SmtpConnector(recordings, here=here), SmppConnector(reports, here=here)
        stack.push_async_callback(smtp.close)
        stack.push_async_callback(smpp.close)
        shared = _shared(config, recordings)
        for one in shared:
            stack.push_async_callback(one.connector.let_go, one.connection)
        passwords = passwords or Passwords()
        stack.callback(passwords.close)
        yield Ports(
            store=store,
            recordings=recordings,
            spool=FileSpool(config.data / "spool"),
            archive=FileArchive(store, recordings),
            connectors=_connectors(smtp, smpp, directory, calendar, here=here),
            shared_connections=shared,
            reports=reports,
            telephony=telephony or _telephony(config, speech),
            speech=speech,
            calendar=calendar,
            directory=directory,
            transcriber=CommandTranscriber(config.transcription) if config.transcription is not None else None,
            clock=clock or SystemClock(),
            passwords=passwords,
            surroundings=Machine(config),
        )


def make_store(config: Config, *, existing: bool = False) -> SqlStore:
    """SQLite in the data folder, or what the URL says. existing: never a new file."""
    store = SqlStore(config.database or url_of(config.data))
    if existing and store.file is not None and not store.file.exists():
        raise NotFound(what="store")
    try:
        config.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as exc:
        raise StoreDamaged(path=str(config.data)) from exc
    return store


async def _open(store: SqlStore, recordings: Recordings, *, accept_empty: bool) -> None:
    """Open the store, with the room held in reserve where the disk is full.

    Raises `StoreEmpty` for a missing or empty database beside recordings: it was lost or moved, and a new one in its
    place would take their messages for removed.
    """
    sounds = not accept_empty and await recordings.any_there()
    if sounds and store.file is not None and not store.file.exists():
        raise StoreEmpty(path=str(store.file))
    try:
        await store.open()
    except StoreFull:
        await recordings.make_room()
        await store.open()
    if sounds:
        async with store.reading() as unit:
            empty = not await unit.people.customers()
        if empty:
            await store.close()
            raise StoreEmpty(path=str(store.file or ""))


def _connectors(
    smtp: Connector, smpp: Connector, directory: Directory, calendar: Calendar, *, here: bool
) -> Mapping[ConnectionKind, Connector]:
    """Who uses each kind of connection. here: servers on this machine too, which only its own people may name."""
    sms, people, meetings = SmsConnector(here=here), DirectoryConnector(directory), CalendarConnector(calendar)
    return {
        ConnectionKind.SMTP: smtp,
        ConnectionKind.SMS_HTTP: sms,
        ConnectionKind.KANNEL: sms,
        ConnectionKind.SMPP: smpp,
        ConnectionKind.LDAP: people,
        ConnectionKind.CARDDAV: people,
        ConnectionKind.GRAPH: meetings,
        ConnectionKind.EWS: meetings,
        ConnectionKind.CALDAV: meetings,
        ConnectionKind.ICS: meetings,
    }


def _shared(config: Config, recordings: Recordings) -> tuple[Shared, ...]:
    """What the settings file names, for companies without a connection of their own."""
    shared: list[Shared] = []
    nobody = CustomerId("")
    if config.mail is not None:
        mail = Connection(ConnectionId("file-mail"), nobody, config.mail.host, ConnectionKind.SMTP)
        shared.append(Shared(mail, SmtpConnector(recordings, here=True, server=config.mail), (config.mail.password,)))
    if config.sms is not None:
        kind = ConnectionKind.KANNEL if config.sms.kind is GatewayKind.KANNEL else ConnectionKind.SMS_HTTP
        sms = Connection(ConnectionId("file-sms"), nobody, urlsplit(config.sms.url).hostname or "", kind)
        words = (word for text in config.sms.headers.values() for word in (text, *text.split()[1:]))
        secrets = (config.sms.password, *words)
        shared.append(Shared(sms, SmsConnector(here=True, gateway=config.sms), secrets))
    return tuple(shared)


def _telephony(config: Config, speech: Speech) -> Telephony:
    """The driver that the configuration names."""
    if config.driver == "demo":
        from onepresence_desktop.pbx.demo import ME, RECEPTION_NUMBER
        from onepresence_desktop.pbx.demo_messages import Sayings
        from onepresence_desktop.pbx.telephony.demo import DemoTelephony

        return DemoTelephony(
            seed=config.demo_seed, me=ME, sounds=Sayings(speech, config.demo_seed), reception=RECEPTION_NUMBER
        )
    if config.driver == "sip":
        from onepresence_desktop.pbx.telephony.sip.driver import SipTelephony

        secure = None
        if config.sips is not None:
            shown = certificate.identity(config) or certificate.own(config.data / certificate.FOLDER)
            secure = (config.sips.host, config.sips.port, shown.certificate, shown.key)
        kept = config.data / "registrations.json"
        return SipTelephony(
            config.sip.host,
            config.sip.port,
            kept=kept,
            secure=secure,
            secure_only=config.secure_phones,
            authorities=config.sip_ca,
            public_address=config.public_address,
            sound_ports=config.rtp_ports,
        )
    raise Invalid(field="driver", problem="not_available")
