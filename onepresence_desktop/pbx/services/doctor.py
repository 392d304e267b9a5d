"""Looks for what an administrator should mend, when asked and every half minute (spec 12.4e)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from onepresence_desktop.domain.doctor import (
    Block,
    Evidence,
    FailedSource,
    Finding,
    LineSeen,
    Severity,
    examine,
)
from onepresence_desktop.domain.errors import OnePresenceError, StoreFull, StoreReadOnly, TelephonyAway
from onepresence_desktop.domain.events import FindingsChanged
from onepresence_desktop.domain.group_cover import groups_seen
from onepresence_desktop.domain.helpers_seen import CalendarSeen, ConnectionSeen, TranscriptionSeen
from onepresence_desktop.domain.lasting import lasting
from onepresence_desktop.domain.names import cleaned_name
from onepresence_desktop.domain.outgoing import OutgoingState
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.ports import (
    AuditEntry,
    Clock,
    Diagnosis,
    EventSink,
    Spool,
    Store,
    Surroundings,
    Telephony,
    TrunkState,
)
from onepresence_desktop.pbx.services.live_state import Company, LiveState

log = logging.getLogger(__name__)

EVERY = 30.0
"""Seconds between two looks for what lasts."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found for one company, or for the whole service."""

    checked_at: datetime
    findings: tuple[Finding, ...]
    sources: tuple[FailedSource, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is the same for every company."""

    diagnosis: Diagnosis
    evidence: Evidence


class Doctor:
    """Examines companies; remembers since when each finding was there."""

    def __init__(
        self,
        live: LiveState,
        telephony: Telephony,
        surroundings: Surroundings,
        store: Store,
        spool: Spool,
        connections: Callable[[CustomerId], Iterable[ConnectionSeen]],
        calendars: Callable[[CustomerId], Iterable[CalendarSeen]],
        fetches: Callable[[], Iterable[FailedSource]],
        transcription: Callable[[], TranscriptionSeen | None],
        clock: Clock,
        sink: EventSink,
    ) -> None:
        self._live = live
        self._telephony = telephony
        self._surroundings = surroundings
        self._store = store
        self._spool = spool
        self._connections = connections
        self._calendars = calendars
        self._fetches = fetches
        self._transcription = transcription
        self._clock = clock
        self._sink = sink
        self._known: dict[CustomerId | None, tuple[Finding, ...]] = {}

    async def report(self, customer_id: CustomerId | None) -> Report:
        """Of one company as its administrators may see it, or (None) of all, for the command line."""
        return self._examined(await self._look(), customer_id)

    async def unblock(self, customer_id: CustomerId | None, address: str, user: str | None, actor: str) -> int:
        """Lift the blocks of an address for a SIP user ("": of the address itself; None: all); how many were lifted.

        An administrator lifts only what their report shows.
        """
        seen = (await self.report(customer_id)).blocks
        users = [block.user for block in seen if block.address == address and user in (None, block.user)]
        lifted = sum([await self._telephony.unblock(address, one) for one in users])
        if lifted and customer_id is not None:
            async with self._store.unit(customer_id) as unit:
                entry = AuditEntry(self._clock.now(), customer_id, actor, "phone_unblocked", user or "", address)
                await unit.credentials.audit(entry)
        return lifted

    async def run(self) -> None:
        """For ever: tell each company's administrators of what lasts."""
        while True:
            await self.watch()
            await asyncio.sleep(EVERY)

    async def watch(self) -> None:
        """One look; whose lasting findings are others is told."""
        shared = await self._look()
        now = self._clock.now()
        for company in list(self._live.companies.values()):
            found = lasting(self._examined(shared, company.customer.id).findings, now)
            told = {(one.code, one.about) for one in company.findings}
            company.findings = found
            if told != {(one.code, one.about) for one in found}:
                log.info(
                    "what lasts at %s: %s", company.customer.code, ", ".join(one.code for one in found) or "nothing"
                )
                self._sink.publish(FindingsChanged(company.customer.id))

    async def _look(self) -> _Shared:
        """What doesn't depend on who asks. What can't be looked at is not known, and no reason to see nothing."""
        try:
            diagnosis = await self._telephony.diagnose()
        except TelephonyAway:
            diagnosis = Diagnosis()
        waiting, aside = await self._spool.counts()
        free, read_only = await self._surroundings.disk_free(), False
        try:
            await self._store.probe()
        except StoreReadOnly:
            read_only = True
        except StoreFull:
            free = 0
        except OnePresenceError as exc:
            log.info("the store can't be looked at: %s", exc.code)
        undeliverable = 0
        try:
            async with self._store.reading() as unit:
                undeliverable = (await unit.outbox.counts()).get(OutgoingState.FAILED, 0)
        except OnePresenceError as exc:
            log.info("the outbox can't be looked at: %s", exc.code)
        evidence = Evidence(
            ports=diagnosis.ports,
            sound=diagnosis.sound,
            certificate_until=await self._surroundings.certificate_until(),
            disk_free=free,
            read_only=read_only,
            waiting=waiting,
            aside=aside,
            undeliverable=undeliverable,
            transcription=await asyncio.to_thread(self._transcription),
        )
        return _Shared(diagnosis, evidence)

    def _examined(self, shared: _Shared, customer_id: CustomerId | None) -> Report:
        now = self._clock.now()
        companies = list(self._live.companies.values()) if customer_id is None else [self._live.company(customer_id)]
        states = self._telephony.trunks()
        lines = [(trunk.name, states.get(trunk.id)) for company in companies for trunk in company.trunks]
        failing = (*shared.diagnosis.sources, *self._fetches())
        sources = tuple(_cleaned(one) for one in failing if self._concerns(companies, one.user))
        offs = [state.clock_off for _, state in lines if state is not None and state.clock_off is not None]
        evidence = replace(
            shared.evidence,
            sources=sources,
            lines=tuple(_line(name, state, now) for name, state in lines if state is not None),
            connections=tuple(one for company in companies for one in self._connections(company.customer.id)),
            calendars=tuple(one for company in companies for one in self._calendars(company.customer.id)),
            groups=tuple(one for company in companies for one in groups_seen(company.dial_plan, now)),
            clock_off=min(offs, key=abs, default=None),
        )
        known = {(one.code, one.about): one.since for one in self._known.get(customer_id, ())}
        findings = examine(evidence, now, known)
        self._known[customer_id] = findings
        blocks = tuple(block for block in shared.diagnosis.blocks if self._concerns(companies, block.user))
        return Report(now, findings, sources, blocks)

    def _concerns(self, companies: Iterable[Company], user: str) -> bool:
        """Whether a failing phone is these companies' to know of: by its SIP user, or by the code it begins with.

        Whose nobody can tell is shown where there is one company, and to the command line.
        """
        every = list(self._live.companies.values())
        asking = list(companies)
        if len(asking) == len(every):
            return True
        owner = next((one for one in every if _has(one, user)), None)
        if owner is None:
            owner = next((one for one in every if user.startswith(one.customer.code)), None)
        return owner is not None and owner in asking


def _has(company: Company, sip_user: str) -> bool:
    return any(device.sip_user == sip_user for device in company.devices.values())


def _line(name: str, state: TrunkState, now: datetime) -> LineSeen:
    return LineSeen(name, state.up, cleaned_name(state.detail), state.since or now, state.own, state.seen, state.told)


def _cleaned(source: FailedSource) -> FailedSource:
    """What a stranger says of themselves, fit to be read."""
    return replace(source, agent=cleaned_name(source.agent), user=source.user)


def worst(findings: Iterable[Finding]) -> Severity:
    """The severity of the worst finding."""
    order = list(Severity)
    return min((one.severity for one in findings), key=order.index, default=Severity.GOOD)
