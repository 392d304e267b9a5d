"""A call as it unfolds, and the lines it leaves in each party's history (spec 7.1, 7.3; CDR)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import takewhile

from onepresence_desktop.domain.calls import (
    TRANSITIONS,
    Call,
    CallRecord,
    CallState,
    Cause,
    Direction,
    Party,
    TraceEntry,
    TraceKind,
    came_back_from,
    trace_for,
)
from onepresence_desktop.domain.people import Device, DeviceId, User, UserId
from onepresence_desktop.domain.steps import Refusal
from onepresence_desktop.pbx.ports import CallProgress

TALKING = frozenset({CallState.CONNECTED, CallState.HELD})

MEANT = frozenset({TraceKind.RANG, TraceKind.NO_DEVICE, TraceKind.BLOCKED})
"""Steps at a person's phones, also when all of them were busy and none rang, or the caller isn't let in."""

REFUSALS = frozenset(Refusal)

TAKEN = frozenset({TraceKind.GROUP, TraceKind.PICKED_UP})
"""Steps by which a colleague answers for whoever was rung."""


@dataclass(slots=True)
class Talk:
    """One callee's time on the call. other: whom he talks to. by: the number of the one who handed the call to him."""

    party: Party
    other: Party
    since: datetime
    by: str = ""
    until: datetime | None = None


@dataclass(slots=True)
class CallStory:
    """What happened so far. origin: who made the call, be he still in it or not. talks: whoever answered, in order.

    mailbox: whose voicemail took the call.
    """

    call: Call
    origin: Party
    rang: tuple[UserId, ...] = ()
    declined: tuple[UserId, ...] = ()
    talks: list[Talk] = field(default_factory=list)
    mailbox: Party | None = None
    mailbox_since: datetime | None = None
    trace: list[TraceEntry] = field(default_factory=list)

    @classmethod
    def begin(cls, progress: CallProgress, now: datetime) -> CallStory:
        """A call seen for the first time."""
        call = Call(
            id=progress.call_id,
            customer_id=progress.customer_id,
            state=progress.state,
            caller=progress.caller,
            callee=progress.callee,
            dialled=progress.dialled,
            started_at=now,
        )
        story = cls(call, progress.caller)
        story._take(progress, now)
        return story

    def go_on(self, progress: CallProgress, now: datetime) -> bool:
        """Take in the next change; False when it can't follow (then nothing changes)."""
        if progress.state not in TRANSITIONS[self.call.state]:
            return False
        self._take(progress, now)
        return True

    def _take(self, progress: CallProgress, now: datetime) -> None:
        before = self.call
        self.rang = progress.rang or self.rang
        self.declined = progress.declined
        if progress.caller.user_id == self.origin.user_id:
            self.origin = progress.caller
        steps = [entry if entry.number else _written(entry, progress.dialled) for entry in progress.trace]
        seen, new = Counter(self.trace), []
        for entry in steps:  # what is told once more than it was happened once more: the same group rings again
            seen[entry] -= 1
            if seen[entry] < 0:
                new.append(entry if entry.at is not None else replace(entry, at=now))
        self.trace += new
        talking = self.talks[-1] if self.talks and self.talks[-1].until is None else None
        if progress.state in TALKING:
            if talking is None or not _same(talking.party, progress.callee):
                if talking is not None:
                    talking.until = now
                by = next((entry.number for entry in new if entry.kind is TraceKind.TRANSFERRED), "")
                self.talks.append(Talk(progress.callee, progress.caller, now, by))
                whom = progress.callee
                self.trace.append(TraceEntry(TraceKind.ANSWERED, whom.number, whom.name, whom.user_id, at=now))
            else:
                talking.party = progress.callee
        elif talking is not None:
            talking.until = now
        menu = progress.state is CallState.VOICEMAIL and not self._told_why
        if menu and self.mailbox is None:
            self.mailbox, self.mailbox_since = progress.callee, now
        answered_at = before.answered_at
        if answered_at is None and (progress.state in TALKING or menu):
            answered_at = now
        self.call = Call(
            id=before.id,
            customer_id=before.customer_id,
            state=progress.state,
            caller=progress.caller,
            callee=progress.callee,
            dialled=progress.dialled or before.dialled,
            started_at=before.started_at,
            answered_at=answered_at,
            ended_at=now if progress.state is CallState.ENDED else None,
            cause=progress.cause if progress.state is CallState.ENDED else None,
            diverted_from=progress.diverted_from or before.diverted_from,
            trace=tuple(self.trace),
        )

    @property
    def ended_in_mailbox(self) -> bool:
        """Whether nobody took the call after the mailbox had."""
        since = self.mailbox_since
        return since is not None and all(talk.since < since for talk in self.talks)

    @property
    def _told_why(self) -> bool:
        """Whether the caller only hears why the call isn't let out or in, or on: neither a mailbox nor talk."""
        last = self.trace[-1] if self.trace else None
        if last is None:
            return False
        lost = came_back_from(tuple(self.trace))
        if lost is not None:  # nobody can be rung, unless the way leads on to a menu
            since = takewhile(lambda entry: entry is not lost, reversed(self.trace))
            return not any(entry.kind in (TraceKind.VOICEMAIL, TraceKind.COMPANY) for entry in since)
        return last.kind is TraceKind.BLOCKED or (last.kind is TraceKind.TRUNK and last.why in REFUSALS)

    @property
    def for_nobody(self) -> bool:
        """Whether somebody outside called a number that nobody here has."""
        return self.origin.user_id is None and any(entry.kind is TraceKind.UNKNOWN_NUMBER for entry in self.trace)

    def records(
        self, devices: Mapping[DeviceId, Device], users: Mapping[UserId, User], attending: Collection[UserId] = ()
    ) -> list[CallRecord]:
        """The lines for everyone concerned, once the call has ended.

        One who answered has an incoming call with his own talk time, also on a second phone; one whose phones rang in
        vain, were busy or away has missed it, unless a colleague of a hunt group took it or one picked it up; one whose
        mailbox took it has missed it, too; what was answered outside, by who was rung beside us, nobody has missed.
        attending: who has missed what was for nobody.
        """
        call = self.call
        ended = call.ended_at or call.started_at
        cause = call.cause or Cause.NORMAL
        records: list[CallRecord] = []
        if self.origin.user_id is not None:
            records.append(self._outgoing(self.origin.user_id, devices, ended, cause))
        spoke: set[UserId] = set()
        for talk in self.talks:
            user_id = talk.party.user_id
            if user_id is None or user_id == self.origin.user_id or user_id in spoke:
                continue
            spoke.add(user_id)
            record = self._incoming(user_id, talk.other, Direction.INCOMING, cause, users, talk.by)
            spent = self._spent(user_id, ended)
            records.append(replace(record, duration=spent, device=_kind(talk.party, devices)))
        taken = bool(spoke) and any(entry.kind in TAKEN for entry in self.trace)
        meant = (*self.rang, *(entry.user_id for entry in self.trace if entry.kind in MEANT and entry.user_id))
        missed = [u for u in meant if u not in spoke and not taken]
        if self.mailbox is not None and self.mailbox.user_id is not None and self.mailbox.user_id not in spoke:
            missed.append(self.mailbox.user_id)
        if self.for_nobody and not spoke and not missed:
            missed += attending
        for user_id in dict.fromkeys(missed):
            if user_id == self.origin.user_id:
                continue
            why = cause if not spoke and self.mailbox is None else Cause.NO_ANSWER
            way = Direction.INCOMING if why is Cause.ANSWERED_ELSEWHERE else Direction.MISSED
            records.append(self._incoming(user_id, call.caller, way, why, users))
        return records

    def _spent(self, user_id: UserId, ended: datetime) -> timedelta:
        """How long a callee talked, also with somebody to whom the caller handed him."""
        his = (t for t in self.talks if user_id in (t.party.user_id, t.other.user_id))
        return sum(((t.until or ended) - t.since for t in his), start=timedelta())

    def _outgoing(
        self, user_id: UserId, devices: Mapping[DeviceId, Device], ended: datetime, cause: Cause
    ) -> CallRecord:
        call = self.call
        other = self.talks[0].party if self.talks else (self.mailbox or call.callee)
        return CallRecord(
            id=_record_id(),
            call_id=call.id,
            user_id=user_id,
            direction=Direction.OUTGOING,
            number=other.number or call.dialled,
            name=other.name,
            at=call.started_at,
            duration=ended - call.answered_at if call.answered_at is not None else timedelta(),
            cause=cause,
            device=_kind(self.origin, devices),
            voicemail=self.ended_in_mailbox,
            trace=trace_for(call.trace, user_id),
        )

    def _incoming(
        self,
        user_id: UserId,
        other: Party,
        direction: Direction,
        cause: Cause,
        users: Mapping[UserId, User],
        by: str = "",
    ) -> CallRecord:
        call, other = self.call, other.shown()
        own = users[user_id].local_number if user_id in users else ""
        before = [n for n in call.diverted_from if n != own]
        if own in call.diverted_from:
            before = list(call.diverted_from[: call.diverted_from.index(own)])
        return CallRecord(
            id=_record_id(),
            call_id=call.id,
            user_id=user_id,
            direction=direction,
            number=other.number,
            name=other.name,
            at=call.started_at,
            duration=timedelta(),
            cause=cause,
            forwarded_by=by or (before[-1] if before else ""),
            voicemail=self.ended_in_mailbox and self.mailbox is not None and self.mailbox.user_id == user_id,
            trace=trace_for(call.trace, user_id),
        )


def _record_id() -> str:
    """A name that no record has had. Not a secret: only its owner may ask for it."""
    return f"{random.getrandbits(80):020x}"


def _written(entry: TraceEntry, dialled: str) -> TraceEntry:
    """A step at a number that couldn't be read, with what was dialled."""
    return replace(entry, number=dialled) if entry.kind in (TraceKind.DIALLED, TraceKind.UNKNOWN_NUMBER) else entry


def _same(one: Party, other: Party) -> bool:
    return one.user_id == other.user_id and (one.user_id is not None or one.number == other.number)


def _kind(party: Party, devices: Mapping[DeviceId, Device]) -> str:
    device = devices.get(party.device_id) if party.device_id is not None else None
    return device.kind if device is not None else ""
