"""Meetings from users' calendars: read each minute, shown in presence, told when they begin and end (spec 5.1)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar
from urllib.parse import urlsplit

from msgspec import UNSET

from onepresence_desktop.domain.connections import LASTING, Connection, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid, NotFound, OnePresenceError
from onepresence_desktop.domain.events import MeetingsChanged
from onepresence_desktop.domain.helpers_seen import CalendarSeen
from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource, Meeting, Reading, still_known
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.ports.calendars import Calendar, CalendarAccess
from onepresence_desktop.pbx.services.acting import acting, deed
from onepresence_desktop.pbx.services.calendar_rounds import EVERY, EVERY_TOGETHER, Watch, rounds
from onepresence_desktop.pbx.services.company_calendars import CompanyCalendars
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed
from onepresence_desktop.pbx.services.people import Actor
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.calendars import CalendarBody, CalendarPatch, CalendarView, calendar_version
from onepresence_desktop.wire.privacy import CHANGES

log = logging.getLogger(__name__)

T = TypeVar("T")
Answer = Reading | ConnectionFailed

LONGEST_PAUSE = 900.0
"""Seconds between two tries at a server that is away; doubled up to this."""

AT_ONCE = 4
"""Calendars at addresses of their own that are asked at the same time."""

BEHIND, AHEAD = timedelta(hours=12), timedelta(days=15)
"""The window that is read: what runs now, and the fourteen days that others may look ahead."""


class MeetingService:
    """The use cases of calendars, and the work of reading them."""

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
        self._kept: dict[UserId, CalendarAccess] = {}
        self._followed: dict[CustomerId, tuple[object, ...]] = {}
        self._calendar = calendar
        self._clock = clock
        self._sink = sink
        self._watched: dict[UserId, Watch] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    def view(self, customer_id: CustomerId, user_id: UserId) -> CalendarView:
        """A user's calendar and how it is doing. Raises `NotFound`."""
        company = self._live.company(customer_id)
        company.user(user_id)
        self._follow(company)
        watch = self._watched.get(user_id)
        if watch is None:
            raise NotFound(what="calendar")
        source = watch.access.source
        return CalendarView(
            kind=source.kind,
            address=source.address,
            account=source.account,
            use=source.use,
            show_subject=source.show_subject,
            out_of_office=source.out_of_office,
            trouble=watch.trouble.value if watch.trouble is not None else "",
            read_at=watch.read_at,
            has_password=bool(watch.access.password),
            version=calendar_version(source),
        )

    def unread(self, customer_id: CustomerId) -> list[CalendarSeen]:
        """For the doctor: whose calendar at an address of its own can't be read."""
        users = self._live.company(customer_id).dial_plan.users
        return [
            CalendarSeen(users[user_id].name, watch.trouble)
            for user_id, watch in self._watched.items()
            if user_id in users and watch.access.connection is None and watch.trouble is not None
        ]

    async def put(self, customer_id: CustomerId, user_id: UserId, body: CalendarBody, actor: Actor) -> CalendarView:
        """Set where a user's calendar is, once it could be read.

        Raises `Invalid`, `NotFound`, `ConnectionFailed`, `Conflict` (changed), `Forbidden` for who is no administrator
        any more by then.
        """
        company = self._live.company(customer_id)
        user = company.user(user_id)
        before = await self._access(company, user_id)
        access = self._wanted(company, user, body, before)
        reading = await self._read(company, user, access)
        async with acting(company, actor):
            company.user(user_id)
            async with self._store.unit(customer_id) as unit:
                now = await self._access(company, user_id)
                current = calendar_version(now.source) if now is not None else ""
                await refuse_unseen(unit, company, body.version, current, CHANGES["calendar"], user.local_number)
                access = self._wanted(company, user, body, now)  # its owner may have decided otherwise meanwhile
                await unit.calendars.put(access)
                await self._audit(unit, user, actor, "calendar_set")
            self._kept[user_id] = access
            due, read_at = self._now() + EVERY, self._clock.now()
            self._watched[user_id] = Watch(customer_id, access, due=due, read_at=read_at, owner=user.email or "")
            self._take(company, user_id, reading.meetings)
        return self.view(customer_id, user_id)

    async def _access(self, company: Company, user_id: UserId) -> CalendarAccess | None:
        """How a user's calendar is read now, if it is."""
        self._follow(company)
        watch = self._watched.get(user_id)
        if watch is not None:
            return watch.access
        async with self._store.reading() as unit:
            return await unit.calendars.of(user_id)

    def _wanted(
        self, company: Company, user: User, body: CalendarBody, before: CalendarAccess | None
    ) -> CalendarAccess:
        """What is asked for, on top of what its owner has decided. Raises `Invalid`."""
        was = before.source if before is not None else CalendarSource(user.id, body.kind, "")
        use = was.use if body.use is UNSET else body.use
        subject = was.show_subject if body.show_subject is UNSET else body.show_subject
        away = was.out_of_office if body.out_of_office is UNSET else body.out_of_office
        if body.kind is CalendarKind.COMPANY:
            if body.address or body.account:
                raise Invalid(field="address", problem="both_given")
            source = CalendarSource(user.id, body.kind, "", "", use, subject, away)
            found = self._companys.access(self._companys.connection(company), user, CalendarAccess(source))
            if found is None:
                raise Invalid(field="kind", problem="no_connection" if user.email else "no_email")
            return found
        address = _address(body.address)
        source = CalendarSource(user.id, body.kind, address, body.account, use, subject, away)
        password = body.password
        if password is UNSET:  # never handed to another server, nor to another account
            same = (was.kind, was.address, was.account) == (body.kind, address, body.account)
            if body.account and not same:
                raise Invalid(field="password", problem="again" if before is not None else "missing")
            password = before.password if before is not None and same else ""
        return CalendarAccess(source, password)

    async def _audit(self, unit: UnitOfWork, user: User, actor: Actor, action: str) -> None:
        await unit.credentials.audit(deed(self._clock.now(), user.customer_id, actor, action, user.local_number))

    async def change(self, customer_id: CustomerId, user_id: UserId, patch: CalendarPatch) -> CalendarView:
        """What the owner decides: what meetings do, and whether colleagues read their subject. Raises `NotFound`."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            self._follow(company)
            async with self._store.unit(customer_id) as unit:
                watch = self._watched.get(user_id)
                access = watch.access if watch is not None else await unit.calendars.of(user_id)
                if access is None:
                    raise NotFound(what="calendar")
                access = replace(access, source=patch.applied(access.source))
                await unit.calendars.put(access)
            self._kept[user_id] = access
            owner = company.user(user_id).email or ""
            watch = replace(watch, access=access) if watch is not None else Watch(customer_id, access, owner=owner)
            self._watched[user_id] = watch
            self._take(company, user_id, company.meetings.get(user_id, ()))
        return self.view(customer_id, user_id)

    async def remove(self, customer_id: CustomerId, user_id: UserId, actor: Actor) -> None:
        """Forget a user's calendar and its meetings. Raises `NotFound`, `Forbidden`."""
        company = self._live.company(customer_id)
        user = company.user(user_id)
        async with acting(company, actor):
            async with self._store.unit(customer_id) as unit:
                if not await unit.calendars.remove(user_id):
                    raise NotFound(what="calendar")
                await self._audit(unit, user, actor, "calendar_removed")
            self._kept.pop(user_id, None)
            self._watched.pop(user_id, None)
            self._take(company, user_id, ())
            self._followed.pop(customer_id, None)

    async def read_now(self, customer_id: CustomerId, user_id: UserId) -> CalendarView:
        """Look at a user's calendar without waiting for its turn, also after a lasting fault. Raises `NotFound`."""
        self.view(customer_id, user_id)
        await self._look((user_id,))
        return self.view(customer_id, user_id)

    async def run(self) -> None:
        """For ever: read what is due; a server that is away delays nobody else's."""
        await self.load()
        async with asyncio.TaskGroup() as group:
            while True:
                for company in list(self._live.companies.values()):
                    self._follow(company)
                for some in rounds(self._watched, self._now(), self._calendar.together):
                    for user_id in some:
                        self._watched[user_id].asked = True
                    group.create_task(self._look(some), name=f"calendars {some[0]}")
                now = self._now()
                under_way = any(watch.asked for watch in self._watched.values())  # and nobody knows when they are due
                soonest = now if under_way else min((one.due for one in self._watched.values()), default=now + EVERY)
                await asyncio.sleep(max(1.0, min(EVERY, soonest - now)))

    async def load(self) -> None:
        """Read whose calendars are set, at the start."""
        for company in list(self._live.companies.values()):
            async with self._store.reading() as unit:
                kept = await unit.calendars.all(company.customer.id)
            for access in kept:
                self._kept.setdefault(access.source.user_id, access)
            self._followed.pop(company.customer.id, None)

    def _follow(self, company: Company) -> None:
        """Watch whose calendars there are now: people and the company's connection may be others than before."""
        connection, users = self._companys.connection(company), company.dial_plan.users
        seen = (connection, users, len(self._kept))
        before = self._followed.get(company.customer.id)
        if before is not None and before[0] == connection and before[1] is users and before[2] == seen[2]:
            return
        self._followed[company.customer.id] = seen
        for user in users.values():
            access = self._companys.access(connection, user, self._kept.get(user.id))
            watch = self._watched.get(user.id)
            if access is None and watch is not None:
                del self._watched[user.id]
                self._take(company, user.id, ())
            elif access is not None and (watch is None or (watch.access, watch.owner) != (access, user.email or "")):
                self._watched[user.id] = Watch(company.customer.id, access, owner=user.email or "")
                if watch is not None and access.connection is not None and watch.owner != user.email:
                    self._take(company, user.id, ())  # what was read is another mailbox's

    async def _look(self, some: Sequence[UserId]) -> None:
        """Read the calendars of people for whom one request may be made, and take what they hold."""
        watches = {user_id: watch for user_id in some if (watch := self._watched.get(user_id)) is not None}
        try:
            await self._look_at(watches)
        finally:
            for watch in watches.values():
                watch.asked = False

    async def _look_at(self, watches: dict[UserId, Watch]) -> None:
        begun = self._now()
        first = next(iter(watches.values()), None)
        company = self._live.companies.get(first.customer_id) if first is not None else None
        for user_id in list(watches):
            if company is None or user_id not in company.dial_plan.users:
                self._watched.pop(user_id, None)
                del watches[user_id]
        if company is None or first is None or not watches:
            return
        answers: Mapping[UserId, Answer]
        connection = first.access.connection
        if connection is None:
            async with self._places:
                answers = {user_id: await self._own(company, user_id, watch) for user_id, watch in watches.items()}
        else:
            answers = await self._over(company, connection, watches)
        for user_id, answer in answers.items():
            if self._watched.get(user_id) is watches[user_id]:  # neither set anew nor removed meanwhile
                self._answered(company, user_id, watches[user_id], answer, begun)
                await asyncio.sleep(0)  # what meetings come to is work, too

    async def _own(self, company: Company, user_id: UserId, watch: Watch) -> Answer:
        """What a calendar at an address of its own holds."""
        try:
            return await self._read(company, company.user(user_id), watch.access)
        except ConnectionFailed as exc:
            return exc

    async def _over(
        self, company: Company, connection: Connection, watches: Mapping[UserId, Watch]
    ) -> Mapping[UserId, Answer]:
        """What the company's server says of each; nothing where it is to be left in peace, or is from now on."""
        async with self._companys.asking(connection):
            until, trouble = self._companys.resting(connection)
            if not until:
                owners = {user_id: company.user(user_id).email or "" for user_id in watches}
                now, zone = self._clock.now(), company.customer.zone
                asked = self._calendar.meetings_over(
                    connection, list(dict.fromkeys(owners.values())), now - BEHIND, now + AHEAD, zone
                )
                try:
                    found = await self._understood(asked, connection.name)
                except ConnectionFailed as exc:
                    until, trouble = self._companys.failed(connection, exc), Trouble(str(exc.details["reason"]))
                else:
                    for user_id, owner in owners.items():
                        well = isinstance(found[owner], Reading)
                        self._companys.answered(connection, user_id, well=well)
                    return {user_id: found[owner] for user_id, owner in owners.items()}
            for watch in watches.values():
                watch.due, watch.trouble = min(until, self._now() + EVERY), trouble
            return {}

    def _answered(self, company: Company, user_id: UserId, watch: Watch, answer: Answer, begun: float) -> None:
        """begun: when it was this calendar's turn, from which the next one is reckoned: servers may be slow."""
        if isinstance(answer, ConnectionFailed):
            self._failed(user_id, watch, answer)
            return
        if watch.trouble is not None:
            log.info("the calendar of %s can be read again", user_id)
        watch.trouble, watch.pause, watch.read_at = None, EVERY, self._clock.now()
        connection = watch.access.connection
        alone = connection is None or self._calendar.together(connection) == 1
        watch.due = begun + (EVERY if alone else EVERY_TOGETHER)
        before = company.meetings.get(user_id, ())
        meetings = still_known(before, answer, self._clock.now() - BEHIND)
        if meetings != before or user_id not in company.calendars:
            self._take(company, user_id, meetings)

    def _failed(self, user_id: UserId, watch: Watch, exc: ConnectionFailed) -> None:
        """What was read before stays until it is over; a lasting fault is not tried often."""
        trouble = Trouble(str(exc.details["reason"]))
        if trouble is not watch.trouble:
            log.warning("the calendar of %s can't be read: %s", user_id, trouble.value)
        told = exc.details.get("retry_after")
        watch.pause = LONGEST_PAUSE if trouble in LASTING else min(LONGEST_PAUSE, watch.pause * 2)
        watch.trouble = trouble
        watch.due = self._now() + max(watch.pause, float(told or 0))

    async def _read(self, company: Company, user: User, access: CalendarAccess) -> Reading:
        """Raises `ConnectionFailed`."""
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

    def _take(self, company: Company, user_id: UserId, meetings: tuple[Meeting, ...]) -> None:
        """Swap in what counts from now on, and tell."""
        watch = self._watched.get(user_id)
        company.calendars = changed(company.calendars, user_id, watch.access.source if watch is not None else None)
        company.meetings = changed(company.meetings, user_id, meetings or None)
        self._sink.publish(MeetingsChanged(company.customer.id, user_id))

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _address(text: str) -> str:
    """An address that can be asked; webcal is https by another name. Raises `Invalid`."""
    text = text.strip()
    if text.lower().startswith("webcal://"):
        text = "https" + text[len("webcal") :]
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or any(c.isspace() or ord(c) < 32 for c in text):
        raise Invalid(field="address", problem="malformed")
    return text
