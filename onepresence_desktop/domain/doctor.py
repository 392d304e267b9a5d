"""What an administrator should look at: phones that try and fail, lines, certificate, disk, ports, clock (spec 12.4e).

Rules only. Whoever looks hands in what was seen as `Evidence`; what comes back are findings with stable codes, for
which the programs have the sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.group_cover import GroupSeen
from onepresence_desktop.domain.helpers_seen import CalendarSeen, ConnectionSeen, TranscriptionSeen

RECENT = timedelta(minutes=15)
"""A phone whose last failure is older is taken to have given up, or to have been switched off."""

REMEMBERED = timedelta(days=1)
"""So long a source that failed is listed."""

EXPIRES_SOON = timedelta(days=21)
DISK_LOW, DISK_FULL = 1024**3, 64 * 1024**2
"""Bytes left on the service's disk: an hour of voicemail takes 58 MB."""

CLOCK_OFF = timedelta(seconds=30)
"""Beyond that, one-time codes and certificates begin to fail, and histories disagree."""

IN_A_ROW = 3
"""So many recordings without a text are the program's fault; one alone may be the recording's."""

NAMED = 5
"""People whom a finding names; more are counted."""


class Failure(StrEnum):
    """Why a phone, or somebody who says that they are one, was turned away.

    stranger: called without ever having registered. in_clear: came without TLS, or with sound that isn't encrypted,
    where both are demanded. fetch_refused: wanted a phone's settings by an address or password that isn't right.
    """

    WRONG_PASSWORD = "wrong_password"
    UNKNOWN_USER = "unknown_user"
    BLOCKED = "blocked"
    STRANGER = "stranger"
    IN_CLEAR = "in_clear"
    FETCH_REFUSED = "fetch_refused"
    UNKNOWN = "unknown"


class FindingCode(StrEnum):
    """What was found; the part before the first _ says about what. unknown: a word of a newer service."""

    PHONE_WRONG_PASSWORD = "phone_wrong_password"
    PHONE_UNKNOWN_USER = "phone_unknown_user"
    PHONE_BLOCKED = "phone_blocked"
    PHONE_STRANGER = "phone_stranger"
    PHONE_IN_CLEAR = "phone_in_clear"
    PHONE_FETCH_REFUSED = "phone_fetch_refused"
    TRUNK_UP = "trunk_up"
    TRUNK_DOWN = "trunk_down"
    TRUNK_NAT = "trunk_nat"
    TRUNK_ADDRESS_OTHER = "trunk_address_other"
    PORT_OPEN = "port_open"
    PORT_CLOSED = "port_closed"
    PORT_LOCAL = "port_local"
    PORT_SOUND = "port_sound"
    PORT_SOUND_ANY = "port_sound_any"
    PORT_SOUND_FULL = "port_sound_full"
    CERTIFICATE_GOOD = "certificate_good"
    CERTIFICATE_SOON = "certificate_soon"
    CERTIFICATE_EXPIRED = "certificate_expired"
    DISK_GOOD = "disk_good"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    STORE_READ_ONLY = "store_read_only"
    SPOOL_WAITING = "spool_waiting"
    SPOOL_ASIDE = "spool_aside"
    MAIL_FAILED = "mail_failed"
    CONNECTION_GOOD = "connection_good"
    CONNECTION_FAILED = "connection_failed"
    CONNECTION_PARTLY = "connection_partly"
    CALENDAR_UNREAD = "calendar_unread"
    TRANSCRIPTION_GOOD = "transcription_good"
    TRANSCRIPTION_MISSING = "transcription_missing"
    TRANSCRIPTION_SLOW = "transcription_slow"
    TRANSCRIPTION_FAILED = "transcription_failed"
    GROUP_LOGGED_OUT = "group_logged_out"
    GROUP_ROTA_GAP = "group_rota_gap"
    CLOCK_GOOD = "clock_good"
    CLOCK_OFF = "clock_off"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """error: something doesn't work. warning: it soon won't, or did not. good: looked at, and well."""

    ERROR = "error"
    WARNING = "warning"
    GOOD = "good"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FailedSource:
    """An address and a SIP user from which nothing but failures came since `first`; the last one for `failure`.

    agent: make and version as the phone says it. tries: failures in all. blocked_until: nothing is believed before.
    """

    address: str
    user: str
    agent: str
    failure: Failure
    tries: int
    first: datetime
    last: datetime
    blocked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """An address that guessed too often at a SIP user; user "": at so many that nothing of the address is believed."""

    address: str
    user: str
    until: datetime


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line to a provider. said: why it is down, in the provider's words. since: when it came to be so.

    own: our address as we know it, seen: as the provider sees it ("" when it doesn't say), told: as we tell it; all
    host:port.
    """

    name: str
    up: bool
    said: str
    since: datetime
    own: str = ""
    seen: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class PortSeen:
    """Where phones come in. kind: udp, tcp or tls. open: it listens. local: only this machine gets there."""

    kind: str
    address: str
    open: bool
    local: bool = False


@dataclass(frozen=True, slots=True)
class SoundPorts:
    """Where sound comes in, over UDP: from `first` to `last` (0: any). used of most: ports. full: calls are refused."""

    first: int
    last: int
    used: int
    most: int
    full: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was seen at one moment; what can't be known is None. Sizes in bytes.

    read_only: the database takes no changes. clock_off: how far our clock is ahead of a provider's.
    """

    sources: tuple[FailedSource, ...] = ()
    lines: tuple[LineSeen, ...] = ()
    ports: tuple[PortSeen, ...] = ()
    sound: SoundPorts | None = None
    connections: tuple[ConnectionSeen, ...] = ()
    calendars: tuple[CalendarSeen, ...] = ()
    groups: tuple[GroupSeen, ...] = ()
    certificate_until: datetime | None = None
    disk_free: int | None = None
    read_only: bool = False
    waiting: int = 0
    aside: int = 0
    undeliverable: int = 0
    transcription: TranscriptionSeen | None = None
    clock_off: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """about: which phone, line or port of several. since: when it began. values: what the sentence needs, as text."""

    code: FindingCode
    severity: Severity
    about: str
    since: datetime
    values: dict[str, str] = field(default_factory=dict)


Known = Mapping[tuple[FindingCode, str], datetime]
"""Since when findings of an earlier look were there, by code and what they are about."""


def examine(evidence: Evidence, now: datetime, known: Known | None = None) -> tuple[Finding, ...]:
    """Findings, the worst first, then those that began first."""
    found = [
        *(_source(source, now) for source in evidence.sources),
        *(finding for line in evidence.lines for finding in _line(line)),
        *(_port(port, now) for port in evidence.ports),
        *_sound(evidence.sound, now),
        *(_connection(one, now) for one in evidence.connections),
        *_calendars(evidence.calendars, now),
        *(finding for group in evidence.groups for finding in _group(group, now)),
        *_certificate(evidence.certificate_until, now),
        *_disk(evidence.disk_free, now),
        *_store(evidence, now),
        *_transcription(evidence.transcription, now),
        *_clock(evidence.clock_off, now),
    ]
    if known:
        found = [replace(one, since=min(one.since, known.get((one.code, one.about), one.since))) for one in found]
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: (order.index(one.severity), one.since)))


_PHONE = {
    Failure.WRONG_PASSWORD: FindingCode.PHONE_WRONG_PASSWORD,
    Failure.UNKNOWN_USER: FindingCode.PHONE_UNKNOWN_USER,
    Failure.STRANGER: FindingCode.PHONE_STRANGER,
    Failure.IN_CLEAR: FindingCode.PHONE_IN_CLEAR,
    Failure.FETCH_REFUSED: FindingCode.PHONE_FETCH_REFUSED,
}


def _source(source: FailedSource, now: datetime) -> Finding:
    blocked = source.blocked_until is not None and source.blocked_until > now
    failure = (
        Failure.WRONG_PASSWORD if source.failure is Failure.BLOCKED else source.failure
    )  # it was, and may try again
    code = FindingCode.PHONE_BLOCKED if blocked else _PHONE[failure]
    ours = code in (FindingCode.PHONE_BLOCKED, FindingCode.PHONE_WRONG_PASSWORD)
    severity = Severity.ERROR if ours and (blocked or now - source.last < RECENT) else Severity.WARNING
    values = {"address": source.address, "user": source.user, "agent": source.agent, "tries": str(source.tries)}
    if blocked and source.blocked_until is not None:
        values["until"] = source.blocked_until.isoformat()
    return Finding(code, severity, f"{source.address} {source.user}", source.first, values)


def _line(line: LineSeen) -> Iterable[Finding]:
    values = {"name": line.name, "said": line.said}
    if not line.up:
        yield Finding(FindingCode.TRUNK_DOWN, Severity.ERROR, line.name, line.since, values)
        return
    yield Finding(FindingCode.TRUNK_UP, Severity.GOOD, line.name, line.since, values)
    if line.seen and line.seen != line.own:
        seen = {"name": line.name, "own": line.own, "seen": line.seen, "told": line.told}
        yield Finding(FindingCode.TRUNK_NAT, Severity.GOOD, line.name, line.since, seen)
    if line.seen and line.told and line.seen.rpartition(":")[0] != line.told.rpartition(":")[0]:
        other = {"name": line.name, "seen": line.seen, "told": line.told}
        yield Finding(FindingCode.TRUNK_ADDRESS_OTHER, Severity.WARNING, line.name, line.since, other)


def _port(port: PortSeen, now: datetime) -> Finding:
    values = {"kind": port.kind, "address": port.address}
    if not port.open:
        return Finding(FindingCode.PORT_CLOSED, Severity.ERROR, f"{port.kind} {port.address}", now, values)
    code, severity = (
        (FindingCode.PORT_LOCAL, Severity.WARNING) if port.local else (FindingCode.PORT_OPEN, Severity.GOOD)
    )
    return Finding(code, severity, f"{port.kind} {port.address}", now, values)


def _sound(ports: SoundPorts | None, now: datetime) -> Iterable[Finding]:
    if ports is None:
        return
    if not ports.last:
        yield Finding(FindingCode.PORT_SOUND_ANY, Severity.GOOD, "", now)
        return
    values = {name: str(getattr(ports, name)) for name in ("first", "last", "used", "most")}
    if ports.full:
        yield Finding(FindingCode.PORT_SOUND_FULL, Severity.ERROR, "", now, values)
    else:
        yield Finding(FindingCode.PORT_SOUND, Severity.GOOD, "", now, values)


def _connection(one: ConnectionSeen, now: datetime) -> Finding:
    values = {"name": one.name, "kind": one.kind}
    if one.works and one.unread:
        values |= {"count": str(len(one.unread)), "people": ", ".join(one.unread[:NAMED])}
        return Finding(FindingCode.CONNECTION_PARTLY, Severity.WARNING, one.name, one.since or now, values)
    if one.works:
        return Finding(FindingCode.CONNECTION_GOOD, Severity.GOOD, one.name, one.since or now, values)
    values |= {"reason": one.trouble.value if one.trouble is not None else "", "said": one.said}
    return Finding(FindingCode.CONNECTION_FAILED, Severity.ERROR, one.name, one.since or now, values)


def _calendars(unread: Iterable[CalendarSeen], now: datetime) -> Iterable[Finding]:
    """One finding for each reason, which names whose they are."""
    people: dict[Trouble, list[str]] = {}
    for one in unread:
        people.setdefault(one.trouble, []).append(f"{one.name} ({one.host})" if one.host else one.name)
    for trouble, names in people.items():
        shown = ", ".join(sorted(names)[:NAMED])
        values = {"reason": trouble.value, "count": str(len(names)), "people": shown}
        yield Finding(FindingCode.CALENDAR_UNREAD, Severity.WARNING, trouble.value, now, values)


def _group(group: GroupSeen, now: datetime) -> Iterable[Finding]:
    if group.nobody:
        severity = Severity.WARNING if group.covered else Severity.ERROR
        yield Finding(FindingCode.GROUP_LOGGED_OUT, severity, group.name, now, {"name": group.name})
    if group.gap is not None:
        severity = Severity.ERROR if group.gap <= now and not group.covered else Severity.WARNING
        values = {"name": group.name, "from": group.gap.isoformat()}
        yield Finding(FindingCode.GROUP_ROTA_GAP, severity, group.name, now, values)


def _certificate(until: datetime | None, now: datetime) -> Iterable[Finding]:
    if until is None:
        return
    values = {"until": until.isoformat(), "days": str(max(0, (until - now).days))}
    if until <= now:
        yield Finding(FindingCode.CERTIFICATE_EXPIRED, Severity.ERROR, "", until, values)
    elif until - now < EXPIRES_SOON:
        yield Finding(FindingCode.CERTIFICATE_SOON, Severity.WARNING, "", now, values)
    else:
        yield Finding(FindingCode.CERTIFICATE_GOOD, Severity.GOOD, "", now, values)


def _disk(free: int | None, now: datetime) -> Iterable[Finding]:
    if free is None:
        return
    values = {"free": str(free)}
    if free < DISK_FULL:
        yield Finding(FindingCode.DISK_FULL, Severity.ERROR, "", now, values)
    elif free < DISK_LOW:
        yield Finding(FindingCode.DISK_LOW, Severity.WARNING, "", now, values)
    else:
        yield Finding(FindingCode.DISK_GOOD, Severity.GOOD, "", now, values)


def _store(evidence: Evidence, now: datetime) -> Iterable[Finding]:
    if evidence.read_only:
        yield Finding(FindingCode.STORE_READ_ONLY, Severity.ERROR, "", now)
    for code, severity, count in (
        (FindingCode.SPOOL_WAITING, Severity.ERROR, evidence.waiting),
        (FindingCode.SPOOL_ASIDE, Severity.WARNING, evidence.aside),
        (FindingCode.MAIL_FAILED, Severity.WARNING, evidence.undeliverable),
    ):
        if count:
            yield Finding(code, severity, "", now, {"count": str(count)})


def _transcription(seen: TranscriptionSeen | None, now: datetime) -> Iterable[Finding]:
    if seen is None:
        return
    values = {"program": seen.program, "count": str(seen.failed), "said": seen.why}
    if seen.missing:
        yield Finding(FindingCode.TRANSCRIPTION_MISSING, Severity.ERROR, "", seen.since or now, values)
    elif seen.failed:
        code = FindingCode.TRANSCRIPTION_SLOW if seen.why == "time_out" else FindingCode.TRANSCRIPTION_FAILED
        severity = Severity.ERROR if seen.failed >= IN_A_ROW else Severity.WARNING
        yield Finding(code, severity, "", seen.since or now, values)
    else:
        yield Finding(FindingCode.TRANSCRIPTION_GOOD, Severity.GOOD, "", now, values)


def _clock(off: timedelta | None, now: datetime) -> Iterable[Finding]:
    if off is not None:
        values = {"seconds": f"{off.total_seconds():.0f}"}
        if abs(off) > CLOCK_OFF:
            yield Finding(FindingCode.CLOCK_OFF, Severity.ERROR, "", now, values)
        else:
            yield Finding(FindingCode.CLOCK_GOOD, Severity.GOOD, "", now, values)
