"""Missed calls as shared work: made of calls that a group didn't take, closed when either side gets through (7.5)."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import UNSET

from onepresence_desktop.domain.calls import Call, CallState, Cause, TraceKind, came_back_from
from onepresence_desktop.domain.errors import Conflict, NotFound, NotSignedIn, OnePresenceError, Unavailable
from onepresence_desktop.domain.events import CallChanged, Fact, GroupChanged, MessageChanged, SharedCallChanged
from onepresence_desktop.domain.messages import Message, MessageKind
from onepresence_desktop.domain.names import proper_text
from onepresence_desktop.domain.people import CustomerId, GroupId, HuntGroup, UserId
from onepresence_desktop.domain.shared_calls import (
    SHOWN,
    Deed,
    SharedCall,
    SharedCallId,
    SharedState,
    after,
    begun,
    lapses_at,
    over,
)
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.services import asked, views
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.messages import Inbox
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire.shared_calls import SharedCallPatch, SharedCallView

log = logging.getLogger(__name__)

LOOK = 15.0
"""Seconds between two looks at what has lapsed; half an hour is meant, not half an hour to the second."""

PAUSE_WHEN_AWAY = 2.0
"""Seconds until another try when the store can't be written."""

SOON = timedelta(minutes=10)
"""A voicemail comes to the store within this time of its call's end, before it or after."""

GROUPS = frozenset({TraceKind.GROUP, TraceKind.GROUP_CLOSED})
"""Steps at a group, also outside its hours."""

TALKING = frozenset({CallState.CONNECTED, CallState.HELD})
_NOT_DONE = (SharedState.OPEN, SharedState.TAKEN)

Change = Callable[[Company, datetime], list[SharedCall]]
"""What becomes of a company's items: the changed ones."""


class SharedCalls:
    """A sink of facts about calls and messages, whose changes are written one after another by `run`."""

    HEARS = (CallChanged, MessageChanged, GroupChanged)

    def __init__(self, store: Store, live: LiveState, inbox: Inbox, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._inbox = inbox
        self._clock = clock
        self._sink = sink
        self._waiting: asyncio.Queue[tuple[Company, Change]] = asyncio.Queue()
        self._voicemails: dict[tuple[CustomerId, str], Message] = {}
        self._missed: dict[tuple[CustomerId, str], tuple[SharedCallId, datetime]] = {}

    async def load(self) -> None:
        """Read what is shown, at the start."""
        async with self._store.reading() as unit:
            for customer_id, company in self._live.companies.items():
                current = await unit.shared_calls.current(customer_id, self._clock.now() - SHOWN)
                company.shared_calls = {item.id: item for item in current}

    def publish(self, fact: Fact) -> None:
        """A call began, changed or ended, a message was left, or a group has gone."""
        match fact:
            case CallChanged(call):
                company = self._live.companies.get(call.customer_id)
                groups_call = call.state is CallState.ENDED and any(entry.kind in GROUPS for entry in call.trace)
                if company is not None and (company.shared_calls or groups_call):
                    self._waiting.put_nowait((company, lambda company, now: self._follow(company, call, now)))
            case MessageChanged(customer_id, message):
                company = self._live.companies.get(customer_id)
                if company is not None and message.kind is MessageKind.VOICEMAIL and not message.read:
                    self._waiting.put_nowait((company, lambda company, now: self._left(company, message, now)))
            case GroupChanged(customer_id, group_id):
                self._let_go(self._live.company(customer_id), group_id)

    def _let_go(self, company: Company, group_id: GroupId) -> None:
        """What a group that is no more has missed went with it in the store."""
        if group_id in company.dial_plan.groups:
            return
        for item in [item for item in company.shared_calls.values() if item.group_id == group_id]:
            del company.shared_calls[item.id]
            self._sink.publish(SharedCallChanged(company.customer.id, item.id))

    async def run(self) -> None:
        """For ever: write what is to be changed."""
        while True:
            company, change = await self._waiting.get()
            try:
                await self._insist(company, change)
            finally:
                self._waiting.task_done()

    async def watch(self) -> None:
        """For ever: look at what time changes."""
        while True:
            await asyncio.sleep(LOOK)
            self.look()

    def look(self) -> None:
        """Let fall open, or out of the list, what has reached its time."""
        for company in self._live.companies.values():
            if company.shared_calls:
                self._waiting.put_nowait((company, _passed))

    async def drain(self, *, within: float) -> None:
        """Wait, for so many seconds at most, until every ended call is in the list; for a clean end."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._waiting.join()

    def listing(self, principal: Principal) -> list[SharedCallView]:
        """What the caller's groups have, oldest first."""
        return views.shared_calls(self._live.company(principal.customer_id), principal.user_id)

    async def change(self, principal: Principal, item_id: SharedCallId, patch: SharedCallPatch) -> SharedCallView:
        """Take, give back, finish or open again; a memo. Raises `NotFound`, `Invalid` (memo), `Conflict` (`taken`: with
        the holder's name; `changed`: with the name of who wrote the memo meanwhile).
        """
        company = self._live.company(principal.customer_id)
        memo = proper_text(patch.memo, "memo") if isinstance(patch.memo, str) else None

        def changed(company: Company, now: datetime) -> list[SharedCall]:
            item = self._own(company, principal.user_id, item_id)
            if patch.state is not UNSET:
                item = _after(company, item, _deed(item, patch.state), now, principal.user_id)
            if memo is not None and memo != item.memo:
                if patch.memo_before not in (UNSET, item.memo):
                    raise _noted_meanwhile(company, item)
                item = replace(after(item, Deed.NOTED, now, principal.user_id), memo=memo)
            return [item] if item is not company.shared_calls[item_id] else []

        await self._make(company, changed)
        item = company.shared_calls.get(item_id)
        if item is None:  # its time in the list was over
            raise NotFound(what="shared_call")
        return views.shared_call(company, item)

    async def recording(self, principal: Principal, item_id: SharedCallId) -> Path:
        """The sound of the voicemail that was left, for every member. Raises `NotFound`."""
        item = self._own(self._live.company(principal.customer_id), principal.user_id, item_id)
        if item.message_id is None or item.mailbox is None:
            raise NotFound(what="message")
        return await self._inbox.recording(item.mailbox, item.message_id)

    def _follow(self, company: Company, call: Call, now: datetime) -> list[SharedCall]:
        """What a call at some moment of its life changes."""
        if call.state in TALKING:
            return [*_got_back(company, call, now), *_got_through(company, call, now)]
        if call.state is not CallState.ENDED:
            return _calls_back(company, call, now)
        group = _group(company, call)
        elsewhere = call.cause is Cause.ANSWERED_ELSEWHERE
        answered = any(entry.kind is TraceKind.ANSWERED for entry in call.trace)
        if group is None or elsewhere or (answered and came_back_from(call.trace) is None):
            return []
        item = _not_taken(company, group, call, now)
        key = (company.customer.id, call.caller.number)
        if _to_group_itself(call) and call.caller.number:
            self._missed[key] = (item.id, now)
            message = self._voicemails.pop(key, None)
            if message is not None and message.at >= call.started_at:
                item = _with_voicemail(item, message, now)
        return [item]

    def _left(self, company: Company, message: Message, now: datetime) -> list[SharedCall]:
        """A voicemail is part of the item of its call, which ends before or after; only of calls to the group itself.

        What was left for a person whose calls went to a group first stays theirs.
        """
        self._missed = {key: value for key, value in self._missed.items() if now - value[1] < SOON}
        self._voicemails = {key: value for key, value in self._voicemails.items() if now - value.at < SOON}
        key = (company.customer.id, message.number)
        item_id, _ = self._missed.pop(key, (None, now))
        item = company.shared_calls.get(item_id) if item_id is not None else None
        if item is None:
            self._voicemails[key] = message
            return []
        return [_with_voicemail(item, message, now)]

    def _own(self, company: Company, user_id: UserId, item_id: SharedCallId) -> SharedCall:
        asked.look_again()
        user = company.dial_plan.users.get(user_id)
        if user is None or user.closed:  # while the request waited
            raise NotSignedIn
        item = company.shared_calls.get(item_id)
        group = company.dial_plan.groups.get(item.group_id) if item is not None else None
        if item is None or group is None or user_id not in group.members:
            raise NotFound(what="shared_call")
        return item

    async def _insist(self, company: Company, change: Change) -> None:
        """Make a change that nobody waits for; while the store is away it is tried again."""
        while True:
            try:
                await self._make(company, change)
                return
            except Unavailable as exc:
                log.warning("missed calls of groups wait for the store: %s", exc)
                await asyncio.sleep(PAUSE_WHEN_AWAY)
            except OnePresenceError as exc:
                log.error("a missed call of a group could not be kept: %s", exc)
                return

    async def _make(self, company: Company, change: Change) -> None:
        """Committed, swapped in, told. What is over leaves the list."""
        async with company.lock:
            now = self._clock.now()
            changed = change(company, now)
            if changed:
                async with self._store.unit(company.customer.id) as unit:
                    await unit.shared_calls.put(changed)
            for item in changed:
                company.shared_calls[item.id] = item
            gone = [item for item in company.shared_calls.values() if over(item, now)]
            for item in gone:
                company.shared_calls.pop(item.id, None)
            for item in (*changed, *gone):
                self._sink.publish(SharedCallChanged(company.customer.id, item.id))


def _deed(item: SharedCall, wanted: object) -> Deed:
    match wanted:
        case SharedState.TAKEN:
            return Deed.TAKEN
        case SharedState.DONE:
            return Deed.DONE
        case SharedState.OPEN if item.state is SharedState.DONE:
            return Deed.REOPENED
        case SharedState.OPEN:
            return Deed.GIVEN_BACK
    raise Conflict(what="shared_call")


def _passed(company: Company, now: datetime) -> list[SharedCall]:
    """What falls open because half an hour went by."""
    lapsed = ((item, lapses_at(item)) for item in company.shared_calls.values())
    return [after(item, Deed.LAPSED, now) for item, end in lapsed if end is not None and end <= now]


def _to_group_itself(call: Call) -> bool:
    """Whether a group was called, by its own number or a company's, and not a person who is diverted there."""
    way = [e.kind for e in call.trace if e.kind not in (TraceKind.DIALLED, TraceKind.COMPANY, TraceKind.LANGUAGE)]
    return bool(way) and way[0] in GROUPS


def _with_voicemail(item: SharedCall, message: Message, now: datetime) -> SharedCall:
    return replace(after(item, Deed.VOICEMAIL, now), message_id=message.id, mailbox=message.user_id)


def _after(company: Company, item: SharedCall, deed: Deed, now: datetime, by: UserId) -> SharedCall:
    """The item after a deed; whoever has it already is named in the refusal."""
    try:
        return after(item, deed, now, by)
    except Conflict as refused:
        holder = company.dial_plan.users.get(item.taken_by) if item.taken_by is not None else None
        if refused.details.get("what") != "taken" or holder is None:
            raise
        raise Conflict(what="taken", holder=holder.name) from refused


def _not_taken(company: Company, group: HuntGroup, call: Call, now: datetime) -> SharedCall:
    """The item of a call that nobody took: that of the same number, if it isn't done, or a new one."""
    number = call.caller.number
    for item in company.shared_calls.values():
        if number and item.number == number and item.group_id == group.id and item.state in _NOT_DONE:
            return after(item, Deed.MISSED, now)
    item_id = SharedCallId(secrets.token_hex(8))
    return begun(item_id, company.customer.id, group.id, number, call.caller.name, now)


def _group(company: Company, call: Call) -> HuntGroup | None:
    """The group that was called first."""
    for entry in call.trace:
        found = company.dial_plan.find(entry.number) if entry.kind in GROUPS else None
        if isinstance(found, HuntGroup):
            return found
    return None


def _calls_back(company: Company, call: Call, now: datetime) -> list[SharedCall]:
    """A member who calls the number takes the item, or keeps what they have."""
    by = call.caller.user_id
    return [
        after(item, Deed.CALLED, now, by)
        for item in _items_called(company, call)
        if item.state is SharedState.OPEN or (item.taken_by == by and not _noted(item, call))
    ]


def _noted(item: SharedCall, call: Call) -> bool:
    last = item.deeds[-1]
    return last.deed is Deed.CALLED and last.at >= call.started_at


def _got_back(company: Company, call: Call, now: datetime) -> list[SharedCall]:
    return [after(item, Deed.CALLED_BACK, now, call.caller.user_id) for item in _items_called(company, call)]


def _items_called(company: Company, call: Call) -> Iterable[SharedCall]:
    """Items of the number that a member of their group calls."""
    wanted = {call.callee.number, call.dialled} - {""}
    return _of(company, wanted, call.caller.user_id)


def _got_through(company: Company, call: Call, now: datetime) -> list[SharedCall]:
    """The number called again, and a member answered."""
    by = call.callee.user_id
    return [after(item, Deed.CALLED_AGAIN, now, by) for item in _of(company, {call.caller.number} - {""}, by)]


def _of(company: Company, numbers: set[str], member: UserId | None) -> list[SharedCall]:
    groups = company.dial_plan.groups
    return [
        item
        for item in company.shared_calls.values()
        if item.state in _NOT_DONE and item.number in numbers
        if (group := groups.get(item.group_id)) is not None and member in group.members
    ]


def _noted_meanwhile(company: Company, item: SharedCall) -> Conflict:
    """Somebody else has written the memo since it was read."""
    by = next((deed.by for deed in reversed(item.deeds) if deed.deed is Deed.NOTED), None)
    user = company.dial_plan.users.get(by) if by is not None else None
    return Conflict(what="changed", by=user.name if user is not None else "")
