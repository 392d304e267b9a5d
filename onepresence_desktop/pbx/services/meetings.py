"""Meetings from users' calendars: read twice a minute, shown in presence, told when they begin and end (spec 5.1)."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from onepresence_desktop.domain.connections import LASTING, Trouble
from onepresence_desktop.domain.errors import ConnectionFailed, Invalid, NotFound, OnePresenceError
from onepresence_desktop.domain.events import MeetingsChanged
from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource, Meeting, Reading, still_known
from onepresence_desktop.domain.people import CustomerId, Role, User, UserId
from onepresence_desktop.pbx.ports import AuditEntry, Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.ports.calendars import Calendar, CalendarAccess
from onepresence_desktop.pbx.services.company_calendars import CompanyCalendars, is_persons
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed
from onepresence_desktop.wire.calendars import CalendarBody, CalendarPatch, CalendarView

log = logging.getLogger(__name__)

EVERY = 30.0
"""Seconds between two looks at a calendar: a change is seen within 60 (spec 5.2)."""

LONGEST_PAUSE = 900.0
"""Seconds between two tries at a server that is away; doubled up to this."""

AT_ONCE = 4
"""Calendars asked at the same time."""

BEHIND, AHEAD = timedelta(hours=12), timedelta(days=15)
"""The window that is read: what runs now, and the fourteen days that others may look ahead."""


@dataclass(slots=True)
class _Watch:
    """How a user's calendar is doing. due, pause: in the loop's seconds. trouble: None while it is well."""

    access: CalendarAccess
    due: float = 0.0
    pause: float = EVERY
    trouble: Trouble | None = None
    read_at: datetime | None = None


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
        self._watched: dict[UserId, _Watch] = {}
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
        )

    async def put(
        self, customer_id: CustomerId, user_id: UserId, body: CalendarBody, administrator: UserId
    ) -> CalendarView:
        """Set where a user's calendar is, once it could be read.

        Raises `Invalid`, `NotFound`, `ConnectionFailed`, `Forbidden` for who is no administrator any more by then.
        """
        company = self._live.company(customer_id)
        user = company.user(user_id)
        if body.kind is CalendarKind.COMPANY:
            raise Invalid(field="kind", problem="unknown")
        source = CalendarSource(
            user_id, body.kind, _address(body.address), body.account, body.use, body.show_subject, body.out_of_office
        )
        access = CalendarAccess(source, body.password)
        reading = await self._read(company, user, access)
        async with company.acting(administrator, Role.ADMINISTRATOR):
            company.user(user_id)
            async with self._store.unit(customer_id) as unit:
                await unit.calendars.put(access)
                await self._audit(unit, user, administrator, "calendar_set")
            self._kept[user_id] = access
            self._watched[user_id] = _Watch(access, due=self._now() + EVERY, read_at=self._clock.now())
            self._take(company, user_id, reading.meetings)
        return self.view(customer_id, user_id)

    async def _audit(self, unit: UnitOfWork, user: User, administrator: UserId, action: str) -> None:
        entry = AuditEntry(self._clock.now(), user.customer_id, administrator, action, user.local_number)
        await unit.credentials.audit(entry)

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
            self._watched[user_id] = replace(watch, access=access) if watch is not None else _Watch(access)
            self._take(company, user_id, company.meetings.get(user_id, ()))
        return self.view(customer_id, user_id)

    async def remove(self, customer_id: CustomerId, user_id: UserId, administrator: UserId) -> None:
        """Forget a user's calendar and its meetings. Raises `NotFound`, `Forbidden`."""
        company = self._live.company(customer_id)
        user = company.user(user_id)
        async with company.acting(administrator, Role.ADMINISTRATOR):
            async with self._store.unit(customer_id) as unit:
                if not await unit.calendars.remove(user_id):
                    raise NotFound(what="calendar")
                await self._audit(unit, user, administrator, "calendar_removed")
            self._kept.pop(user_id, None)
            self._watched.pop(user_id, None)
            self._take(company, user_id, ())
            self._followed.pop(customer_id, None)

    async def read_now(self, customer_id: CustomerId, user_id: UserId) -> CalendarView:
        """Look at a user's calendar without waiting for its turn, also after a lasting fault. Raises `NotFound`."""
        self.view(customer_id, user_id)
        await self._look(user_id, self._places)
        return self.view(customer_id, user_id)

    async def run(self) -> None:
        """For ever: read what is due, some at a time; a server that is away delays nobody else's."""
        await self._load()
        while True:
            for company in list(self._live.companies.values()):
                self._follow(company)
            now = self._now()
            due = [user_id for user_id, watch in self._watched.items() if watch.due <= now]
            async with asyncio.TaskGroup() as group:
                for user_id in due:
                    group.create_task(self._look(user_id, self._places), name=f"calendar {user_id}")
            soonest = min((watch.due for watch in self._watched.values()), default=now + EVERY)
            await asyncio.sleep(max(1.0, min(EVERY, soonest - self._now())))

    async def _load(self) -> None:
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
            elif access is not None and (watch is None or watch.access != access):
                self._watched[user.id] = _Watch(access)

    async def _look(self, user_id: UserId, places: asyncio.Semaphore) -> None:
        async with places:
            watch = self._watched.get(user_id)
            company = next((c for c in self._live.companies.values() if user_id in c.dial_plan.users), None)
            if watch is None or company is None:
                self._watched.pop(user_id, None)
                return
            try:
                reading = await self._asked(company, watch)
            except ConnectionFailed as exc:
                self._failed(user_id, watch, exc)
                return
            if reading is None or self._watched.get(user_id) is not watch:  # left in peace; set anew or removed
                return
            if watch.trouble is not None:
                log.info("the calendar of %s can be read again", user_id)
            watch.trouble, watch.pause, watch.read_at = None, EVERY, self._clock.now()
            watch.due = self._now() + EVERY
            before = company.meetings.get(user_id, ())
            meetings = still_known(before, reading, self._clock.now() - BEHIND)
            if meetings != before or user_id not in company.calendars:
                self._take(company, user_id, meetings)

    async def _asked(self, company: Company, watch: _Watch) -> Reading | None:
        """What is read; None where the company's server is to be left in peace. Raises `ConnectionFailed`."""
        user, connection = company.user(watch.access.source.user_id), watch.access.connection
        if connection is None:
            return await self._read(company, user, watch.access)
        async with self._companys.asking(connection):
            until, trouble = self._companys.resting(connection)
            if until:
                watch.due, watch.trouble = min(until, self._now() + EVERY), trouble
                return None
            try:
                found = await self._read(company, user, watch.access)
            except ConnectionFailed as exc:
                if not is_persons(exc):
                    watch.due = min(self._companys.failed(connection, exc), self._now() + EVERY)
                    watch.trouble = Trouble(str(exc.details["reason"]))
                    return None
                self._companys.answered(connection, user.id, well=False)
                raise
            self._companys.answered(connection, user.id, well=True)
            return found

    def _failed(self, user_id: UserId, watch: _Watch, exc: ConnectionFailed) -> None:
        """What was read before stays until it is over; a lasting fault is not tried often."""
        trouble = Trouble(str(exc.details["reason"]))
        if trouble is not watch.trouble:
            log.warning("the calendar of %s can't be read: %s", user_id, trouble.value)
        told = exc.details.get("retry_after")
        watch.pause = LONGEST_PAUSE if trouble in LASTING else min(LONGEST_PAUSE, watch.pause * 2)
        watch.trouble = trouble
        watch.due = self._now() + max(watch.pause, float(told or 0))

    async def _read(self, company: Company, user: User, access: CalendarAccess) -> Reading:
        """Whatever one server answers is in nobody else's way. Raises `ConnectionFailed`."""
        now, zone = self._clock.now(), company.customer.zone
        try:
            return await self._calendar.meetings(access, now - BEHIND, now + AHEAD, zone, owner=user.email or "")
        except OnePresenceError:
            raise
        except Exception as exc:
            log.exception("what the calendar of %s answers is understood by nobody", user.id)
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
