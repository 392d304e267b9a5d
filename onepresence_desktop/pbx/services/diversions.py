"""Setting, changing and ending diversions; where calls would go (spec 3.1, 3.2, 3.5, 3.7, 3.8)."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from msgspec import UNSET, UnsetType

from onepresence_desktop.domain import preview as previews
from onepresence_desktop.domain.diversion import (
    PRESETS,
    VOICEMAIL,
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    Origin,
    Preset,
    Reason,
    preset_end,
    standings,
)
from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.events import DiversionsChanged
from onepresence_desktop.domain.names import proper_text
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.preview import RoutePreview
from onepresence_desktop.pbx.ports import Clock, EventSink, Store, UnitOfWork
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.calendar_words import CalendarAbsences
from onepresence_desktop.pbx.services.live_state import Company, LiveState, with_diversions
from onepresence_desktop.pbx.services.numbers import destination
from onepresence_desktop.pbx.services.passing import checked
from onepresence_desktop.pbx.services.schedules import ScheduleService
from onepresence_desktop.wire.bodies import DiversionRequest, PreviewRequest
from onepresence_desktop.wire.views import DiversionsView, StandingView

FURTHEST = timedelta(days=5 * 366)
"""How far ahead a diversion may lie; beyond it a mistyped year is likelier than an intention."""

MOST = 200
"""Diversions of one user at a time."""


Also = Callable[[UnitOfWork], Awaitable[None]]
"""What somebody else who changes a diversion writes in the same unit."""


class DiversionService:
    """The use cases of one's own diversions. Committed, then swapped in, then told."""

    def __init__(
        self,
        store: Store,
        live: LiveState,
        clock: Clock,
        sink: EventSink,
        schedules: ScheduleService,
        calendar: CalendarAbsences,
    ) -> None:
        self._schedules = schedules
        self._calendar = calendar
        self._store = store
        self._live = live
        self._clock = clock
        self._sink = sink

    def listing(self, customer_id: CustomerId, user_id: UserId) -> DiversionsView:
        """Current and coming, which one counts and why."""
        return views.diversions(self._live.company(customer_id), user_id, self._clock.now())

    async def add(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        request: DiversionRequest,
        by: UserId | None = None,
        also: Also | None = None,
    ) -> StandingView:
        """Set one. The same quick diversion set again takes the place of its running self.

        by: who sets it, when that isn't its owner; also: what they write with it.

        Raises `Invalid`, `NotFound` (an own quick diversion's id), `RouteLoop`, `DeadEnd`.
        """
        company = self._live.company(customer_id)
        await self._live.own(company, user_id)
        async with company.acting(by or user_id):
            now = self._clock.now()
            diversion = self._made(company, company.user(user_id), request, now)
            self._refuse_nowhere(company, diversion, now)
            mine = company.dial_plan.diversions.get(user_id, ())
            replaced = [
                d.id
                for d in mine
                if d.preset is not None
                and d.preset == diversion.preset
                and d.origin is Origin.MANUAL
                and (d.ended(now) or (d.running(now) and diversion.running(now)))
            ]
            if len(mine) - len(replaced) >= MOST:
                raise Invalid(field="", problem="too_many")
            async with self._store.unit(company.customer.id) as unit:
                if replaced:
                    await unit.diversions.remove(replaced)
                await unit.diversions.put(diversion)
                if also is not None:
                    await also(unit)
            self._swap(company, user_id, (*(d for d in mine if d.id not in replaced), diversion))
            return self._standing(company, diversion, now)

    async def change(
        self, customer_id: CustomerId, user_id: UserId, diversion_id: DiversionId, request: DiversionRequest
    ) -> StandingView:
        """Change one that runs or is to come; what isn't in the request stays. Raises as `add`."""
        company = self._live.company(customer_id)
        await self._live.own(company, user_id)
        async with company.acting(user_id):
            now = self._clock.now()
            old = self._existing(company, user_id, diversion_id, now)
            if old.origin is not Origin.MANUAL:
                raise Conflict(what="scheduled")
            new = self._made(company, company.user(user_id), request, now, old)
            self._refuse_nowhere(company, new, now)
            async with self._store.unit(company.customer.id) as unit:
                await unit.diversions.put(new)
            mine = company.dial_plan.diversions.get(user_id, ())
            self._swap(company, user_id, tuple(new if d.id == new.id else d for d in mine))
            return self._standing(company, new, now)

    async def remove(self, customer_id: CustomerId, user_id: UserId, diversion_id: DiversionId) -> None:
        """End or cancel one; of a schedule's and a calendar's, this one only. Raises `NotFound`."""
        company = self._live.company(customer_id)
        async with company.acting(user_id):
            self._existing(company, user_id, diversion_id, self._clock.now())
            await self._remove(company, user_id, {diversion_id})

    async def open_phone(
        self, customer_id: CustomerId, user_id: UserId, by: UserId | None = None, also: Also | None = None
    ) -> None:
        """End all that run now; those to come stay. by, also: as for `add`."""
        company = self._live.company(customer_id)
        async with company.acting(by or user_id):
            now = self._clock.now()
            mine = company.dial_plan.diversions.get(user_id, ())
            running = {d.id for d in mine if d.running(now)}
            if running:
                await self._remove(company, user_id, running, also)

    async def end_over(self, customer_id: CustomerId, user_id: UserId) -> None:
        """Tidy away what has ended by itself, see what schedules bring next, and tell what counts now (spec 3.5)."""
        company = self._live.company(customer_id)
        async with company.lock:
            now = self._clock.now()
            mine = company.dial_plan.diversions.get(user_id, ())
            over = {d.id for d in mine if d.ended(now) and d.origin is Origin.MANUAL}
            if over:
                async with self._store.unit(company.customer.id) as unit:
                    await unit.diversions.remove(over)
                with_diversions(company, user_id, tuple(d for d in mine if d.id not in over))
            self._refresh(company, user_id)
            self._sink.publish(DiversionsChanged(customer_id, user_id))

    async def preview(self, customer_id: CustomerId, user_id: UserId, request: PreviewRequest) -> RoutePreview:
        """Where calls would go, and what would be wrong with it; sets nothing. Raises `Invalid` for times."""
        company = self._live.company(customer_id)
        await self._live.own(company, user_id)
        now = self._clock.now()
        user = company.user(user_id)
        if request == PreviewRequest(replaces=request.replaces):
            return previews.preview(company.dial_plan, user_id, None, now)
        old = self._existing(company, user_id, request.replaces, now) if request.replaces is not None else None
        inside = request.destination_internal
        try:
            proposed = self._made(company, user, request, now, old)
        except Invalid as exc:
            fields = {"destination.number": request.destination, "destination_internal.number": inside}
            wrong = fields.get(str(exc.details.get("field")))
            if not isinstance(wrong, Destination):
                raise
            number = wrong.number
            return RoutePreview((), problem=previews.Problem.INVALID_NUMBER, at=number or "")
        return previews.preview(company.dial_plan, user_id, proposed, now)

    async def _remove(self, company: Company, user_id: UserId, ids: set[DiversionId], also: Also | None = None) -> None:
        mine = company.dial_plan.diversions.get(user_id, ())
        by_rule = [d for d in mine if d.id in ids and d.origin is Origin.SCHEDULE]
        by_calendar = [d for d in mine if d.id in ids and d.origin is Origin.CALENDAR]
        async with self._store.unit(company.customer.id) as unit:
            await unit.diversions.remove(ids - {d.id for d in by_rule})
            skipped = await self._schedules.skip(unit, company, by_rule)
            not_this_time = await self._calendar.skip(unit, company, user_id, by_calendar)
            if also is not None:
                await also(unit)
        self._schedules.took(company, skipped)
        self._calendar.took(user_id, not_this_time)
        with_diversions(company, user_id, tuple(d for d in mine if d.id not in ids))
        self._refresh(company, user_id)
        self._sink.publish(DiversionsChanged(company.customer.id, user_id))

    def _refresh(self, company: Company, user_id: UserId) -> None:
        """What schedules and meetings come to."""
        now = self._clock.now()
        self._schedules.refresh(company, user_id, now)
        self._calendar.refresh(company, user_id, now)

    def _swap(self, company: Company, user_id: UserId, diversions: tuple[Diversion, ...]) -> None:
        with_diversions(company, user_id, diversions)
        self._sink.publish(DiversionsChanged(company.customer.id, user_id))

    def _existing(self, company: Company, user_id: UserId, diversion_id: DiversionId, now: datetime) -> Diversion:
        for diversion in company.dial_plan.diversions.get(user_id, ()):
            if diversion.id == diversion_id and not diversion.ended(now):
                return diversion
        raise NotFound(what="diversion")

    def _standing(self, company: Company, diversion: Diversion, now: datetime) -> StandingView:
        places = standings(company.dial_plan.diversions.get(diversion.user_id, ()), now)
        return views.standing(next(place for place in places if place.diversion.id == diversion.id))

    def _refuse_nowhere(self, company: Company, diversion: Diversion, now: datetime) -> None:
        previews.refuse_nowhere(previews.preview(company.dial_plan, diversion.user_id, diversion, now))

    def _made(
        self, company: Company, user: User, request: DiversionRequest, now: datetime, old: Diversion | None = None
    ) -> Diversion:
        zone = company.customer.zone
        start = _start(request, now, old)
        begin = max(start, now)
        base = old or Diversion(
            DiversionId(secrets.token_hex(8)), user.id, Reason.OTHER, start, None, VOICEMAIL, created_at=now
        )
        if request.preset in set(Preset):
            preset = Preset(request.preset)
            end = preset_end(preset, begin, user.hours, zone)
            base = replace(base, reason=PRESETS[preset].reason, ends_at=end, preset=preset, title="")
        elif request.preset is not None:
            quick = next((q for q in company.own[user.id].quick if q.id == request.preset), None)
            if quick is None:
                raise NotFound(what="preset")
            base = replace(
                base,
                reason=quick.reason,
                ends_at=quick.end(begin, zone),
                destination=quick.destination,
                note=quick.note,
                reception_note=quick.reception_note,
                preset=quick.id,
                title=quick.name,
                destination_internal=quick.destination_internal,
                exceptions=quick.exceptions,
            )
        elif request.reason is UNSET and old is None:
            raise Invalid(field="reason", problem="missing")
        wanted = request.destination
        made = replace(
            base,
            reason=request.reason if isinstance(request.reason, Reason) else base.reason,
            starts_at=start,
            ends_at=_end(request, begin, base.ends_at),
            destination=wanted if isinstance(wanted, Destination) else base.destination,
            note=_text(request.note, base.note, "note"),
            reception_note=_text(request.reception_note, base.reception_note, "reception_note"),
            destination_internal=_other(request.destination_internal, base.destination_internal),
            exceptions=_exceptions(request.exceptions, base.exceptions),
        )
        if made.ends_at is not None and made.ends_at <= begin:
            raise Invalid(field="until", problem="in_the_past")
        inside = made.destination_internal
        kinds = {"destination": made.destination.kind, "destination_internal": inside.kind if inside else None}
        rings = [field for field, kind in kinds.items() if kind is DestinationKind.OPEN]
        if made.reason is Reason.DO_NOT_DISTURB and rings:
            raise Invalid(field=f"{rings[0]}.kind", problem="rings")
        furthest = now + FURTHEST
        if begin > furthest or (made.ends_at is not None and made.ends_at > furthest):
            raise Invalid(field="from" if begin > furthest else "until", problem="too_far")
        return replace(
            made,
            title=made.title if made.reason is base.reason else "",
            starts_at=made.starts_at.astimezone(UTC),
            ends_at=made.ends_at.astimezone(UTC) if made.ends_at is not None else None,
            destination=destination(made.destination, company.customer, "destination"),
            destination_internal=(
                destination(inside, company.customer, "destination_internal") if inside is not None else None
            ),
        )


def _text(given: str | UnsetType, otherwise: str, field: str) -> str:
    return proper_text(given, field) if isinstance(given, str) else otherwise


def _other(given: Destination | None | UnsetType, otherwise: Destination | None) -> Destination | None:
    return otherwise if isinstance(given, UnsetType) else given


def _exceptions(
    given: Sequence[Passing] | None | UnsetType, otherwise: tuple[Passing, ...] | None
) -> tuple[Passing, ...] | None:
    if isinstance(given, UnsetType):
        return otherwise
    return checked(given, "exceptions") if given is not None else None


def _start(request: DiversionRequest, now: datetime, old: Diversion | None) -> datetime:
    if request.starts_at is UNSET or request.starts_at is None:
        return old.starts_at if old is not None and request.starts_at is UNSET else now
    assert isinstance(request.starts_at, datetime)
    if request.starts_at.tzinfo is None:
        raise Invalid(field="from", problem="no_time_zone")
    return request.starts_at


def _end(request: DiversionRequest, begin: datetime, otherwise: datetime | None) -> datetime | None:
    if isinstance(request.duration, timedelta):
        if request.until is not UNSET:
            raise Invalid(field="until", problem="both_given")
        if not timedelta() < request.duration <= FURTHEST:
            raise Invalid(field="duration", problem="out_of_range")
        return begin + request.duration
    if request.until is UNSET:
        return otherwise
    if isinstance(request.until, datetime) and request.until.tzinfo is None:
        raise Invalid(field="until", problem="no_time_zone")
    return request.until if isinstance(request.until, datetime) else None
