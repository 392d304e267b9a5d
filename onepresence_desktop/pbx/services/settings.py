"""A user's own things: quick diversions, destinations, forwarding, voicemail options, favourites (spec 10)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from onepresence_desktop.domain.diversion import (
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    ForwardingDefaults,
    QuickDiversion,
    QuickDiversionId,
    Reason,
    SavedDestination,
)
from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.events import SettingsChanged
from onepresence_desktop.domain.messages import VoicemailOptions
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.preview import preview, refuse_nowhere
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.numbers import destination, to_divert_to
from onepresence_desktop.pbx.services.office import FAVOURITES, Company, Office, Own, changed
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.bodies import ForwardingBody, QuickDiversionBody, SavedDestinationBody, VoicemailBody
from onepresence_desktop.wire.views import MeView

MOST = 50
"""Own quick diversions, and saved destinations, of one user."""


class Settings:
    """The use cases of a user's own settings."""

    def __init__(self, store: Store, office: Office, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._office = office
        self._clock = clock
        self._sink = sink

    async def me(self, customer_id: CustomerId, user_id: UserId) -> MeView:
        """All about the caller that isn't live."""
        company = self._office.company(customer_id)
        return views.me(company, company.user(user_id), await self._office.own(company, user_id))

    async def add_quick(self, customer_id: CustomerId, user_id: UserId, body: QuickDiversionBody) -> QuickDiversion:
        """Make an own quick diversion."""
        return await self._put_quick(customer_id, user_id, QuickDiversionId(secrets.token_hex(6)), body, new=True)

    async def put_quick(
        self, customer_id: CustomerId, user_id: UserId, quick_id: QuickDiversionId, body: QuickDiversionBody
    ) -> QuickDiversion:
        """Change one; raises `NotFound`."""
        return await self._put_quick(customer_id, user_id, quick_id, body, new=False)

    async def remove_quick(self, customer_id: CustomerId, user_id: UserId, quick_id: QuickDiversionId) -> None:
        """Remove one; raises `NotFound`."""
        company, own = await self._of(customer_id, user_id)
        async with company.lock:
            async with self._store.unit() as unit:
                if not await unit.diversions.remove_quick(user_id, quick_id):
                    raise NotFound(what="quick_diversion")
            own = company.own[user_id]
            self._swap(company, user_id, replace(own, quick=tuple(q for q in own.quick if q.id != quick_id)))

    async def add_destination(
        self, customer_id: CustomerId, user_id: UserId, body: SavedDestinationBody
    ) -> SavedDestination:
        """Keep a number under a name."""
        company, _ = await self._of(customer_id, user_id)
        number = to_divert_to(body.number, company.customer, "number")
        saved = SavedDestination(secrets.token_hex(6), body.name, number)
        async with company.lock:
            own = company.own[user_id]
            if len(own.destinations) >= MOST:
                raise Conflict(what="too_many")
            async with self._store.unit() as unit:
                await unit.diversions.put_destination(user_id, saved)
            self._swap(company, user_id, replace(own, destinations=(*own.destinations, saved)))
        return saved

    async def remove_destination(self, customer_id: CustomerId, user_id: UserId, destination_id: str) -> None:
        """Forget one; raises `NotFound`."""
        company, _ = await self._of(customer_id, user_id)
        async with company.lock:
            async with self._store.unit() as unit:
                if not await unit.diversions.remove_destination(user_id, destination_id):
                    raise NotFound(what="destination")
            own = company.own[user_id]
            left = tuple(d for d in own.destinations if d.id != destination_id)
            self._swap(company, user_id, replace(own, destinations=left))

    async def put_forwarding(
        self, customer_id: CustomerId, user_id: UserId, body: ForwardingBody
    ) -> ForwardingDefaults:
        """Set CFB, CFNR and CFNRc. Raises `RouteLoop` or `DeadEnd` for a destination that leads nowhere."""
        company, _ = await self._of(customer_id, user_id)
        customer = company.customer
        defaults = ForwardingDefaults(
            busy=destination(body.busy, customer, "busy"),
            no_reply=destination(body.no_reply, customer, "no_reply"),
            no_reply_seconds=body.no_reply_seconds,
            unreachable=destination(body.unreachable, customer, "unreachable"),
        )
        async with company.lock:
            for target in (defaults.busy, defaults.no_reply, defaults.unreachable):
                self._refuse_nowhere(company, company.user(user_id), target)
            async with self._store.unit() as unit:
                await unit.diversions.put_defaults(user_id, defaults)
            directory = company.directory
            company.directory = replace(directory, defaults=changed(directory.defaults, user_id, defaults))
            self._sink.publish(SettingsChanged(customer_id, user_id))
        return defaults

    async def put_voicemail(self, customer_id: CustomerId, user_id: UserId, body: VoicemailBody) -> VoicemailOptions:
        """Set how OneVoicemail meets callers."""
        if body.second_language == body.language:
            raise Invalid(field="second_language", problem="same_as_first")
        company, _ = await self._of(customer_id, user_id)
        async with company.lock:
            now = company.directory.voicemail.get(user_id, VoicemailOptions())
            options = VoicemailOptions(
                body.language,
                body.second_language,
                body.deposit,
                body.reception,
                body.max_seconds,
                body.keep_days if isinstance(body.keep_days, int) else now.keep_days,
            )
            async with self._store.unit() as unit:
                await unit.messages.put_options(user_id, options)
            directory = company.directory
            company.directory = replace(directory, voicemail=changed(directory.voicemail, user_id, options))
            self._sink.publish(SettingsChanged(customer_id, user_id))
        return options

    async def put_favourites(
        self, customer_id: CustomerId, user_id: UserId, favourites: Sequence[UserId]
    ) -> tuple[UserId, ...]:
        """All favourites in their order; raises `NotFound` for one who isn't a colleague."""
        company, _ = await self._of(customer_id, user_id)
        wanted = tuple(dict.fromkeys(favourites))
        for favourite in wanted:
            company.user(favourite)
        async with company.lock:
            async with self._store.unit() as unit:
                await unit.preferences.put(user_id, FAVOURITES, codec.encode(wanted).decode())
            self._swap(company, user_id, replace(company.own[user_id], favourites=wanted))
        return wanted

    async def _put_quick(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        quick_id: QuickDiversionId,
        body: QuickDiversionBody,
        *,
        new: bool,
    ) -> QuickDiversion:
        if body.minutes is not None and body.clock is not None:
            raise Invalid(field="clock", problem="both_given")
        company, _ = await self._of(customer_id, user_id)
        target = destination(body.destination, company.customer, "destination")
        quick = QuickDiversion(
            quick_id,
            body.name,
            body.icon,
            body.reason,
            target,
            body.minutes,
            body.clock,
            body.note,
            body.reception_note,
        )
        async with company.lock:
            own = company.own[user_id]
            places = {existing.id: place for place, existing in enumerate(own.quick)}
            if new and len(places) >= MOST:
                raise Conflict(what="too_many")
            if not new and quick_id not in places:
                raise NotFound(what="quick_diversion")
            self._refuse_nowhere(company, company.user(user_id), target)
            async with self._store.unit() as unit:
                await unit.diversions.put_quick(user_id, quick, places.get(quick_id, len(places)))
            kept = tuple(quick if q.id == quick_id else q for q in own.quick)
            self._swap(company, user_id, replace(own, quick=(*kept, quick) if new else kept))
        return quick

    async def _of(self, customer_id: CustomerId, user_id: UserId) -> tuple[Company, Own]:
        company = self._office.company(customer_id)
        return company, await self._office.own(company, user_id)

    def _swap(self, company: Company, user_id: UserId, own: Own) -> None:
        company.own[user_id] = own
        self._sink.publish(SettingsChanged(company.customer.id, user_id))

    def _refuse_nowhere(self, company: Company, user: User, target: Destination) -> None:
        """Refuse what would be refused if calls were diverted there at once."""
        if target.kind in {DestinationKind.OPEN, DestinationKind.VOICEMAIL}:
            return
        now = self._clock.now()
        trial = Diversion(DiversionId("trial"), user.id, Reason.OTHER, now, None, target, created_at=now)
        refuse_nowhere(preview(company.directory, user.id, trial, now))
