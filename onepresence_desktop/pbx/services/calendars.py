"""Whose calendars are where, and what they are for: an administrator says the one, their owners the other (spec 5.1).

A person has several. One of them may divert; the choice is written down once somebody makes it, and until then it is
the first that is read.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from msgspec import UNSET, structs

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.helpers_seen import CalendarSeen
from onepresence_desktop.domain.meetings import (
    COMPANYS,
    MOST_CALENDARS,
    CalendarId,
    CalendarKind,
    CalendarSource,
    MeetingUse,
    with_one,
)
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.pbx.ports import Clock, Store, UnitOfWork
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.services.acting import acting, deed
from onepresence_desktop.pbx.services.calendar_rounds import Watch
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.meetings import MeetingService
from onepresence_desktop.pbx.services.people import Actor
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.calendars import CalendarBody, CalendarPatch, CalendarView, applied, calendar_version
from onepresence_desktop.wire.privacy import CHANGES


class CalendarService:
    """The use cases. Where a calendar's id may be None, the one that may divert is meant: older clients know one.

    What changes a calendar answers all of them, for where one is chosen another is not any more.
    """

    def __init__(self, store: Store, live: LiveState, meetings: MeetingService, clock: Clock) -> None:
        self._store, self._live, self._meetings, self._clock = store, live, meetings, clock

    async def load(self) -> None:
        """What is set, for a command line without a service."""
        await self._meetings.load()

    def of(self, customer_id: CustomerId, user_id: UserId) -> list[CalendarView]:
        """A user's calendars and how they are doing: the company's, then their own. Raises `NotFound` (person)."""
        company = self._live.company(customer_id)
        company.user(user_id)
        return [_view(watch) for watch in self._meetings.watches(company, user_id)]

    def view(self, customer_id: CustomerId, user_id: UserId, calendar_id: CalendarId | None) -> CalendarView:
        """One of them. Raises `NotFound`."""
        for view in self.of(customer_id, user_id):
            if view.id == calendar_id or (calendar_id is None and view.diverts):
                return view
        raise NotFound(what="calendar")

    def unread(self, customer_id: CustomerId) -> list[CalendarSeen]:
        """For the doctor: which calendars at addresses of people's own can't be read."""
        company = self._live.company(customer_id)
        found = []
        for watch in self._meetings.own(company):
            if watch.trouble is None:
                continue
            source = watch.access.source
            every = [one.access.source for one in self._meetings.watches(company, source.user_id)]
            name = company.dial_plan.users[source.user_id].name
            found.append(CalendarSeen(name, watch.trouble, _which(source, every) if len(every) > 1 else ""))
        return found

    async def add(
        self, customer_id: CustomerId, user_id: UserId, body: CalendarBody, actor: Actor
    ) -> list[CalendarView]:
        """One more, of their own, once it could be read. Raises as `put`, and `Conflict` (too_many)."""
        if body.kind is CalendarKind.COMPANY:
            raise Invalid(field="kind", problem="in_use")  # it is read by itself
        return await self._set(customer_id, user_id, CalendarId(secrets.token_hex(6)), body, actor)

    async def put(
        self, customer_id: CustomerId, user_id: UserId, calendar_id: CalendarId, body: CalendarBody, actor: Actor
    ) -> list[CalendarView]:
        """Another address or another use for one that is there, once it could be read.

        Raises `Invalid`, `NotFound`, `ConnectionFailed`, `Conflict` (changed), `Forbidden` for who is no administrator
        any more by then.
        """
        if calendar_id != COMPANYS:
            self.view(customer_id, user_id, calendar_id)
        return await self._set(customer_id, user_id, calendar_id, body, actor)

    async def put_diverting(
        self, customer_id: CustomerId, user_id: UserId, body: CalendarBody, actor: Actor
    ) -> CalendarView:
        """Another one in the place of the one that may divert. Raises as `put`."""
        now = next((one for one in self.of(customer_id, user_id) if one.diverts), None)
        own = now.id if now is not None and now.id != COMPANYS else None
        chosen = COMPANYS if body.kind is CalendarKind.COMPANY else own or CalendarId(secrets.token_hex(6))
        body = structs.replace(body, diverts=True)
        if now is not None and now.id != chosen:
            body = structs.replace(
                body,
                use=now.use if body.use is UNSET else body.use,
                show_subject=now.show_subject if body.show_subject is UNSET else body.show_subject,
                out_of_office=now.out_of_office if body.out_of_office is UNSET else body.out_of_office,
            )
        await self._set(customer_id, user_id, chosen, body, actor, instead_of=now.id if now is not None else None)
        return self.view(customer_id, user_id, None)

    async def _set(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        calendar_id: CalendarId,
        body: CalendarBody,
        actor: Actor,
        *,
        instead_of: CalendarId | None = None,
    ) -> list[CalendarView]:
        company = self._live.company(customer_id)
        user = company.user(user_id)
        async with self._store.reading() as unit:
            kept = await unit.calendars.of(user_id)
        reading = await self._meetings.read(company, user, self._wanted(company, user, kept, calendar_id, body))
        async with acting(company, actor):
            company.user(user_id)
            async with self._store.unit(customer_id) as unit:
                kept = await unit.calendars.of(user_id)
                there = self._meetings.accesses(company, user, kept)
                seen = next((one for one in there if one.source.id == (instead_of or calendar_id)), None)
                current = calendar_version(seen.source) if seen is not None else ""
                await refuse_unseen(unit, company, body.version, current, CHANGES["calendar"], user.local_number)
                access = self._wanted(company, user, kept, calendar_id, body)  # others may have decided meanwhile
                if instead_of is not None and instead_of != calendar_id:
                    kept = [one for one in kept if one.source.id != instead_of or instead_of == COMPANYS]
                kept = _with(kept, access)
                await unit.calendars.put(user_id, kept)
                await self._audit(unit, user, actor, "calendar_set")
            self._meetings.took(company, user, kept, {calendar_id: reading})
        return self.of(customer_id, user_id)

    def _wanted(
        self, company: Company, user: User, kept: Sequence[CalendarAccess], calendar_id: CalendarId, body: CalendarBody
    ) -> CalendarAccess:
        """What is asked for, on top of what its owner has decided. Raises `Invalid`, `Conflict` (too_many)."""
        there = self._meetings.accesses(company, user, kept)
        before = next((one for one in there if one.source.id == calendar_id), None)
        source = before.source if before is not None else CalendarSource(user.id, body.kind, "", id=calendar_id)
        chosen = _chosen(body, source, there, kept)
        if (body.kind is CalendarKind.COMPANY) != (calendar_id == COMPANYS):
            raise Invalid(field="kind", problem="wrong_type")
        if body.kind is CalendarKind.COMPANY:
            if body.address or body.account:
                raise Invalid(field="address", problem="both_given")
            if before is None:
                raise Invalid(field="kind", problem="no_connection" if user.email else "no_email")
            return replace(before, source=chosen)
        address = _address(body.address)
        if any(one.source.address == address and one.source.id != calendar_id for one in there):
            raise Invalid(field="address", problem="in_use")
        if before is None and len(there) >= MOST_CALENDARS:
            raise Conflict(what="too_many")
        password = body.password
        if password is UNSET:  # never handed to another server, nor to another account
            same = (source.kind, source.address, source.account) == (body.kind, address, body.account)
            if body.account and not same:
                raise Invalid(field="password", problem="again" if before is not None else "missing")
            password = before.password if before is not None and same else ""
        return CalendarAccess(replace(chosen, kind=body.kind, address=address, account=body.account), password)

    async def change(
        self, customer_id: CustomerId, user_id: UserId, calendar_id: CalendarId | None, patch: CalendarPatch
    ) -> list[CalendarView]:
        """What the owner decides: what meetings do, whether colleagues read their subject, and which one may divert.

        Raises `NotFound`, `Invalid`.
        """
        company = self._live.company(customer_id)
        async with company.acting(user_id) as user:
            async with self._store.unit(customer_id) as unit:
                kept = await unit.calendars.of(user_id)
                there = self._meetings.accesses(company, user, kept)
                access = _one(there, calendar_id)
                kept = _with(kept, replace(access, source=_chosen(patch, access.source, there, kept)))
                await unit.calendars.put(user_id, kept)
            self._meetings.took(company, user, kept, {})
        return self.of(customer_id, user_id)

    async def remove(
        self, customer_id: CustomerId, user_id: UserId, calendar_id: CalendarId | None, actor: Actor
    ) -> None:
        """Forget a calendar and its meetings; of the company's, what was set. Raises `NotFound`, `Forbidden`."""
        company = self._live.company(customer_id)
        user = company.user(user_id)
        async with acting(company, actor):
            async with self._store.unit(customer_id) as unit:
                before = await unit.calendars.of(user_id)
                if calendar_id is None:
                    calendar_id = _one(self._meetings.accesses(company, user, before), None).source.id
                kept = [one for one in before if one.source.id != calendar_id]
                if len(kept) == len(before):
                    raise NotFound(what="calendar")
                await unit.calendars.put(user_id, kept)
                await self._audit(unit, user, actor, "calendar_removed")
            self._meetings.took(company, user, kept, {})

    async def read_now(self, customer_id: CustomerId, user_id: UserId, calendar_id: CalendarId | None) -> CalendarView:
        """Look at a calendar without waiting for its turn, also after a lasting fault. Raises `NotFound`."""
        calendar_id = self.view(customer_id, user_id, calendar_id).id
        await self._meetings.read_now(user_id, calendar_id)
        return self.view(customer_id, user_id, calendar_id)

    async def _audit(self, unit: UnitOfWork, user: User, actor: Actor, action: str) -> None:
        await unit.credentials.audit(deed(self._clock.now(), user.customer_id, actor, action, user.local_number))


def _which(source: CalendarSource, every: Sequence[CalendarSource]) -> str:
    """By its host, for the rest may be a secret; of several there, with its number in their list."""
    alike = [one.id for one in every if _host(one) == _host(source)]
    return f"{_host(source)}, {alike.index(source.id) + 1}" if len(alike) > 1 else _host(source)


def _host(source: CalendarSource) -> str:
    return urlsplit(source.address).hostname or ""


def _view(watch: Watch) -> CalendarView:
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
        id=source.id,
        diverts=source.diverts,
    )


def _one(there: Sequence[CalendarAccess], calendar_id: CalendarId | None) -> CalendarAccess:
    for access in there:
        if access.source.id == calendar_id or (calendar_id is None and access.source.diverts):
            return access
    raise NotFound(what="calendar")


def _chosen(
    change: CalendarBody | CalendarPatch,
    source: CalendarSource,
    there: Sequence[CalendarAccess],
    kept: Sequence[CalendarAccess],
) -> CalendarSource:
    """What a calendar is for after a change. Chosen to divert, it does so where the one before it did.

    The first is written down as the choice, unless one is chosen that isn't read at present. Raises `Invalid` where it
    is said not to be the one: another has to be chosen for that.
    """
    after = applied(change, source)
    wanted = change.diverts is True or change.use is MeetingUse.DIVERT
    if change.diverts is False and (source.diverts or wanted):
        raise Invalid(field="diverts", problem="choose_another")
    if wanted and not source.diverts and change.use is UNSET:
        diverting = any(one.source.use is MeetingUse.DIVERT for one in there)
        after = replace(after, use=MeetingUse.DIVERT if diverting else after.use)
    before = next((one.source.id for one in kept if one.source.diverts), None)
    usual = before is None and (source.diverts or not there)
    return replace(after, diverts=wanted or usual or before == source.id)


def _with(kept: Sequence[CalendarAccess], access: CalendarAccess) -> list[CalendarAccess]:
    """What is to be kept of a user once one is as it is in `access`."""
    passwords = {one.source.id: one.password for one in kept} | {access.source.id: access.password}
    sources = with_one((one.source for one in kept), access.source)
    return [CalendarAccess(source, passwords[source.id]) for source in sources]


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
