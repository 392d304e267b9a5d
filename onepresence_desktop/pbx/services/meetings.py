"""Meetings from users' calendars: read each minute, shown in presence, told when they begin and end (spec 5.1)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TypeVar

from onepresence_desktop.domain.connections import LASTING, Connection, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, OnePresenceError
from onepresence_desktop.domain.events import MeetingsChanged
from onepresence_desktop.domain.meetings import CalendarId, CalendarRead, CalendarSource, Reading, still_known, together
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.ports.calendars import Calendar, CalendarAccess
from onepresence_desktop.pbx.services.calendar_rounds import EVERY, EVERY_TOGETHER, Key, Watch, rounds
from onepresence_desktop.pbx.services.company_calendars import CompanyCalendars
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed

log = logging.getLogger(__name__)

T = TypeVar("T")
Answer = Reading | ConnectionFailed

LONGEST_PAUSE = 900.0
"""Seconds between two tries at a server that is away; doubled up to this."""

AT_ONCE = 4
"""Calendars at addresses of their own that are asked at the same time; as many more of those that couldn't be read."""

BEHIND, AHEAD = timedelta(hours=12), timedelta(days=15)
"""The window that is read: what runs now, and the fourteen days that others may look ahead."""


class MeetingService:
    """The work of reading calendars. Each is read by itself: what is wrong with one is none of the others' business."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        calendar: Calendar,
        companys: CompanyCalendars,
        clock: Clock,
        sink: EventSink,
    ) -> None:
        self._store = store
        self._live = live
        self._companys = companys
        self._calendar = calendar
        self._clock = clock
        self._sink = sink
        self._kept: dict[UserId, tuple[CalendarAccess, ...]] = {}
        self._sources: dict[UserId, tuple[CalendarSource, ...]] = {}
        self._followed: dict[CustomerId, tuple[object, object]] = {}
        self._watched: dict[Key, Watch] = {}
        self._places, self._doubtful = asyncio.Semaphore(AT_ONCE), asyncio.Semaphore(AT_ONCE)

    def watches(self, company: Company, user_id: UserId) -> list[Watch]:
        """How a user's calendars are doing, in their order."""
        self._follow(company)
        return [self._watched[user_id, source.id] for source in self._sources.get(user_id, ())]

    def own(self, company: Company) -> list[Watch]:
        """Those of a company's people that are at addresses of their own."""
        users = company.dial_plan.users
        theirs = (watch for (user_id, _), watch in self._watched.items() if user_id in users)
        return [watch for watch in theirs if watch.access.connection is None]

    def accesses(self, company: Company, user: User, kept: Sequence[CalendarAccess]) -> tuple[CalendarAccess, ...]:
        """How a user's calendars are read where the store has these of them."""
        return self._companys.accesses(self._companys.connection(company), user, kept)

    def took(
        self, company: Company, user: User, kept: Sequence[CalendarAccess], read: Mapping[CalendarId, Reading]
    ) -> None:
        """The store has other calendars of a user from now on. read: of what is set anew, its meetings."""
        self._kept[user.id] = tuple(kept)
        for calendar_id in read:
            self._watched.pop((user.id, calendar_id), None)
        self._follow_one(company, self._companys.connection(company), user)
        for calendar_id, reading in read.items():
            watch = self._watched.get((user.id, calendar_id))
            if watch is not None and not user.closed:
                watch.due, watch.read_at, watch.meetings = self._now() + EVERY, self._clock.now(), reading.meetings
        self._take(company, user.id)

    async def read_now(self, user_id: UserId, calendar_id: CalendarId) -> None:
        """Look at a calendar without waiting for its turn, also after a lasting fault."""
        await self._look(((user_id, calendar_id),))

    async def run(self) -> None:
        """For ever: read what is due; a server that is away delays nobody else's."""
        await self.load()
        async with asyncio.TaskGroup() as group:
            while True:
                for company in list(self._live.companies.values()):
                    self._follow(company)
                read = self._read()
                for some in rounds(read, self._now(), self._calendar.together):
                    for which in some:
                        self._watched[which].asked = True
                    group.create_task(self._look(some), name=f"calendars {_said(some[0])}")
                now = self._now()
                under_way = any(watch.asked for watch in read.values())  # and nobody knows when they are due
                soonest = now if under_way else min((one.due for one in read.values()), default=now + EVERY)
                await asyncio.sleep(max(1.0, min(EVERY, soonest - now)))

    async def load(self) -> None:
        """Read whose calendars are set, at the start."""
        for company in list(self._live.companies.values()):
            async with self._store.reading() as unit:
                kept = await unit.calendars.all(company.customer.id)
            for user_id, accesses in groupby(kept, key=lambda access: access.source.user_id):
                self._kept.setdefault(user_id, tuple(accesses))
            self._followed.pop(company.customer.id, None)

    def _read(self) -> dict[Key, Watch]:
        """Which are read: of whoever is closed they are kept and left in peace."""
        closed = {
            user.id for one in self._live.companies.values() for user in one.dial_plan.users.values() if user.closed
        }
        return {which: watch for which, watch in self._watched.items() if which[0] not in closed}

    def _follow(self, company: Company) -> None:
        """Watch whose calendars there are now: people and the company's connection may be others than before."""
        connection, users = self._companys.connection(company), company.dial_plan.users
        before = self._followed.get(company.customer.id)
        if before is not None and before[0] == connection and before[1] is users:
            return
        self._followed[company.customer.id] = connection, users
        for user in users.values():
            self._follow_one(company, connection, user)

    def _follow_one(self, company: Company, connection: Connection | None, user: User) -> None:
        owner, before = user.email or "", self._sources.get(user.id, ())
        accesses = self._companys.accesses(connection, user, self._kept.get(user.id, ()))
        sources = tuple(access.source for access in accesses)
        other = sources != before
        for gone in {source.id for source in before} - {source.id for source in sources}:
            self._watched.pop((user.id, gone), None)
        for access in accesses:
            which = user.id, access.source.id
            watch = self._watched.get(which)
            ended = user.closed and watch is not None and watch.begun
            if watch is not None and watch.reads_as(access, owner) and not ended:
                watch.access = access
                continue
            new = self._watched[which] = Watch(company.customer.id, access, owner=owner)
            if watch is not None and not ended and (access.connection is None or watch.owner == owner):
                new.meetings = watch.meetings
            other = other or watch is not None  # what was read may be another mailbox's
        if other:
            self._sources[user.id] = sources
            if user.id in company.calendars:
                self._take(company, user.id)

    async def _look(self, some: Sequence[Key]) -> None:
        """Read the calendars of people for whom one request may be made, and take what they hold."""
        watches = {which: watch for which in some if (watch := self._watched.get(which)) is not None}
        try:
            await self._look_at(watches)
        finally:
            for watch in watches.values():
                watch.asked = False

    async def _look_at(self, watches: dict[Key, Watch]) -> None:
        begun = self._now()
        first = next(iter(watches.values()), None)
        company = self._live.companies.get(first.customer_id) if first is not None else None
        for which in list(watches):
            if company is None or which[0] not in company.dial_plan.users:
                self._watched.pop(which, None)
                self._kept.pop(which[0], None)
                self._sources.pop(which[0], None)
                del watches[which]
        if company is None or first is None or not watches:
            return
        answers: Mapping[Key, Answer]
        connection = first.access.connection
        if connection is None:
            async with self._places if first.trouble is None else self._doubtful:
                answers = {which: await self._own(company, which, watch) for which, watch in watches.items()}
        else:
            answers = await self._over(company, connection, watches)
        for which, answer in answers.items():
            if self._watched.get(which) is watches[which]:  # neither set anew nor removed meanwhile
                self._answered(company, which, watches[which], answer, begun)
                await asyncio.sleep(0)  # what meetings come to is work, too

    async def _own(self, company: Company, which: Key, watch: Watch) -> Answer:
        """What a calendar at an address of its own holds."""
        try:
            return await self.read(company, company.user(which[0]), watch.access)
        except ConnectionFailed as exc:
            return exc

    async def _over(
        self, company: Company, connection: Connection, watches: Mapping[Key, Watch]
    ) -> Mapping[Key, Answer]:
        """What the company's server says of each; nothing where it is to be left in peace, or is from now on."""
        async with self._companys.asking(connection):
            until, trouble = self._companys.resting(connection)
            if not until:
                owners = {which: company.user(which[0]).email or "" for which in watches}
                now, zone = self._clock.now(), company.customer.zone
                asked = self._calendar.meetings_over(
                    connection, list(dict.fromkeys(owners.values())), now - BEHIND, now + AHEAD, zone
                )
                try:
                    found = await self._understood(asked, connection.name)
                except ConnectionFailed as exc:
                    until, trouble = self._companys.failed(connection, exc), Trouble(str(exc.details["reason"]))
                else:
                    for (user_id, _), owner in owners.items():
                        well = isinstance(found[owner], Reading)
                        self._companys.answered(connection, user_id, well=well)
                    return {which: found[owner] for which, owner in owners.items()}
            for watch in watches.values():
                watch.due, watch.trouble = min(until, self._now() + EVERY), trouble
            return {}

    def _answered(self, company: Company, which: Key, watch: Watch, answer: Answer, begun: float) -> None:
        """begun: when it was this calendar's turn, from which the next one is reckoned: servers may be slow."""
        if isinstance(answer, ConnectionFailed):
            self._failed(which, watch, answer)
            return
        if watch.trouble is not None:
            log.info("the calendar of %s can be read again", _said(which))
        watch.trouble, watch.pause, watch.read_at = None, EVERY, self._clock.now()
        connection = watch.access.connection
        alone = connection is None or self._calendar.together(connection) == 1
        watch.due = begun + (EVERY if alone else EVERY_TOGETHER)
        meetings = still_known(watch.meetings or (), answer, self._clock.now() - BEHIND)
        if meetings != watch.meetings:
            watch.meetings = meetings
            self._take(company, which[0])

    def _failed(self, which: Key, watch: Watch, exc: ConnectionFailed) -> None:
        """What was read before stays until it is over; a lasting fault is not tried often."""
        trouble = Trouble(str(exc.details["reason"]))
        if trouble is not watch.trouble:
            log.warning("the calendar of %s can't be read: %s", _said(which), trouble.value)
        told = exc.details.get("retry_after")
        watch.pause = LONGEST_PAUSE if trouble in LASTING else min(LONGEST_PAUSE, watch.pause * 2)
        watch.trouble = trouble
        watch.due = self._now() + max(watch.pause, float(told or 0))

    async def read(self, company: Company, user: User, access: CalendarAccess) -> Reading:
        """What a calendar holds now. Raises `ConnectionFailed`."""
        now, zone = self._clock.now(), company.customer.zone
        start, end, owner = now - BEHIND, now + AHEAD, user.email or ""
        if access.connection is None:
            return await self._understood(self._calendar.meetings(access, start, end, zone, owner=owner), user.id)
        over = self._calendar.meetings_over(access.connection, [owner], start, end, zone)
        found = (await self._understood(over, user.id))[owner]
        if isinstance(found, ConnectionFailed):
            raise found
        return found

    async def _understood(self, answer: Awaitable[T], whose: str) -> T:
        """Whatever one server answers is in nobody else's way. Raises `ConnectionFailed`."""
        try:
            return await answer
        except OnePresenceError:
            raise
        except Exception as exc:
            log.exception("what is answered of the calendar of %s is understood by nobody", whose)
            raise ConnectionFailed(reason=Trouble.NOT_UNDERSTOOD) from exc

    def _take(self, company: Company, user_id: UserId) -> None:
        """Swap in what counts from now on, and tell."""
        watches = (self._watched.get((user_id, source.id)) for source in self._sources.get(user_id, ()))
        read = tuple(
            CalendarRead(watch.access.source, watch.meetings)
            for watch in watches
            if watch is not None and watch.meetings is not None
        )
        company.calendars = changed(company.calendars, user_id, read or None)
        company.meetings = changed(company.meetings, user_id, together(read) or None)
        self._sink.publish(MeetingsChanged(company.customer.id, user_id))

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _said(which: Key) -> str:
    """For the log."""
    return "/".join(which)
