"""A user's own things: quick diversions, destinations, forwarding, voicemail options, favourites (spec 10)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace

from msgspec import UNSET, UnsetType

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
from onepresence_desktop.domain.names import proper_name, proper_text
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.preview import preview, refuse_nowhere
from onepresence_desktop.pbx.ports import Clock, EventSink, Store
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.live_state import Company, LiveState, changed
from onepresence_desktop.pbx.services.numbers import destination, to_divert_to
from onepresence_desktop.pbx.services.passing import checked
from onepresence_desktop.pbx.services.user_settings import FAVOURITES, UserSettings
from onepresence_desktop.wire import codec
from onepresence_desktop.wire.bodies import ForwardingBody, QuickDiversionBody, SavedDestinationBody, VoicemailBody
from onepresence_desktop.wire.views import MeView

MOST = 50
"""Own quick diversions, and saved destinations, of one user."""


class Settings:
    """The use cases of a user's own settings."""

    def __init__(self, store: Store, live: LiveState, clock: Clock, sink: EventSink) -> None:
        self._store = store
        self._live = live
        self._clock = clock
        self._sink = sink

    async def me(self, customer_id: CustomerId, user_id: UserId) -> MeView:
        """All about the caller that isn't live."""
        company = self._live.company(customer_id)
        return views.me(company, company.user(user_id), await self._live.own(company, user_id))

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
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
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
        saved = SavedDestination(secrets.token_hex(6), proper_name(body.name, "name"), number)
        async with company.acting(user_id):
            own = company.own[user_id]
            if len(own.destinations) >= MOST:
                raise Conflict(what="too_many")
            async with self._store.unit(customer_id) as unit:
                await unit.diversions.put_destination(user_id, saved)
            self._swap(company, user_id, replace(own, destinations=(*own.destinations, saved)))
        return saved

    async def remove_destination(self, customer_id: CustomerId, user_id: UserId, destination_id: str) -> None:
        """Forget one; raises `NotFound`."""
        company, _ = await self._of(customer_id, user_id)
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
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

        def inside(
            given: Destination | None | UnsetType, otherwise: Destination | None, field: str
        ) -> Destination | None:
            wanted = otherwise if isinstance(given, UnsetType) else given
            return destination(wanted, customer, field) if wanted is not None else None

        def made(before: ForwardingDefaults) -> ForwardingDefaults:
            return ForwardingDefaults(
                busy=destination(body.busy, customer, "busy"),
                no_reply=destination(body.no_reply, customer, "no_reply"),
                no_reply_seconds=body.no_reply_seconds,
                unreachable=destination(body.unreachable, customer, "unreachable"),
                busy_internal=inside(body.busy_internal, before.busy_internal, "busy_internal"),
                no_reply_internal=inside(body.no_reply_internal, before.no_reply_internal, "no_reply_internal"),
                unreachable_internal=inside(
                    body.unreachable_internal, before.unreachable_internal, "unreachable_internal"
                ),
                call_waiting=before.call_waiting if body.call_waiting is UNSET else body.call_waiting,
            )

        return await self._forward(company, user_id, made)

    async def forward(
        self,
        customer_id: CustomerId,
        user_id: UserId,
        to: Destination,
        change: Callable[[ForwardingDefaults, Destination], ForwardingDefaults],
    ) -> ForwardingDefaults:
        """Change what there is at that moment, as a feature code does. Raises as `put_forwarding`."""
        company, _ = await self._of(customer_id, user_id)
        target = destination(to, company.customer, "number")
        return await self._forward(company, user_id, lambda before: change(before, target))

    async def _forward(
        self, company: Company, user_id: UserId, made: Callable[[ForwardingDefaults], ForwardingDefaults]
    ) -> ForwardingDefaults:
        async with company.acting(user_id):
            defaults = made(company.dial_plan.defaults.get(user_id, ForwardingDefaults()))
            targets = (
                defaults.busy, defaults.no_reply, defaults.unreachable,
                defaults.busy_internal, defaults.no_reply_internal, defaults.unreachable_internal,
            )  # fmt: skip
            for target in dict.fromkeys(target for target in targets if target is not None):
                self._refuse_nowhere(company, company.user(user_id), target)
            async with self._store.unit(company.customer.id) as unit:
                await unit.diversions.put_defaults(user_id, defaults)
            dial_plan = company.dial_plan
            company.dial_plan = replace(dial_plan, defaults=changed(dial_plan.defaults, user_id, defaults))
            self._sink.publish(SettingsChanged(company.customer.id, user_id))
        return defaults

    async def put_voicemail(self, customer_id: CustomerId, user_id: UserId, body: VoicemailBody) -> VoicemailOptions:
        """Set how OneVoicemail meets callers."""
        if body.second_language == body.language:
            raise Invalid(field="second_language", problem="same_as_first")
        company, _ = await self._of(customer_id, user_id)
        async with company.acting(user_id):
            now = company.dial_plan.voicemail.get(user_id, VoicemailOptions())
            options = VoicemailOptions(
                body.language,
                body.second_language,
                body.deposit,
                body.reception,
                body.max_seconds,
                body.keep_days if isinstance(body.keep_days, int) else now.keep_days,
                now.email if body.email is UNSET else body.email,
                now.email_recording if body.email_recording is UNSET else body.email_recording,
                now.quick_listening if body.quick_listening is UNSET else body.quick_listening,
                now.ask_pin if body.ask_pin is UNSET else body.ask_pin,
                now.sms if body.sms is UNSET else body.sms,
                now.arrival if body.arrival is UNSET else body.arrival,
            )
            if options.email and not company.user(user_id).email:
                raise Invalid(field="email", problem="missing")
            if options.sms and not company.user(user_id).mobile:
                raise Invalid(field="mobile", problem="missing")
            async with self._store.unit(customer_id) as unit:
                await unit.messages.put_options(user_id, options)
            dial_plan = company.dial_plan
            company.dial_plan = replace(dial_plan, voicemail=changed(dial_plan.voicemail, user_id, options))
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
        async with company.acting(user_id):
            async with self._store.unit(customer_id) as unit:
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
        inside = body.destination_internal
        if inside is not None:
            inside = destination(inside, company.customer, "destination_internal")
        quick = QuickDiversion(
            quick_id,
            proper_name(body.name, "name"),
            body.icon,
            body.reason,
            target,
            body.minutes,
            body.clock,
            proper_text(body.note, "note"),
            proper_text(body.reception_note, "reception_note"),
            inside,
            checked(body.exceptions, "exceptions") if body.exceptions is not None else None,
        )
        async with company.acting(user_id):
            own = company.own[user_id]
            places = {existing.id: place for place, existing in enumerate(own.quick)}
            if new and len(places) >= MOST:
                raise Conflict(what="too_many")
            if not new and quick_id not in places:
                raise NotFound(what="quick_diversion")
            for where in (target, inside) if inside is not None else (target,):
                self._refuse_nowhere(company, company.user(user_id), where)
            async with self._store.unit(customer_id) as unit:
                await unit.diversions.put_quick(user_id, quick, places.get(quick_id, len(places)))
            kept = tuple(quick if q.id == quick_id else q for q in own.quick)
            self._swap(company, user_id, replace(own, quick=(*kept, quick) if new else kept))
        return quick

    async def _of(self, customer_id: CustomerId, user_id: UserId) -> tuple[Company, UserSettings]:
        company = self._live.company(customer_id)
        return company, await self._live.own(company, user_id)

    def _swap(self, company: Company, user_id: UserId, own: UserSettings) -> None:
        company.own[user_id] = own
        self._sink.publish(SettingsChanged(company.customer.id, user_id))

    def _refuse_nowhere(self, company: Company, user: User, target: Destination) -> None:
        """Refuse what would be refused if calls were diverted there at once."""
        if target.kind in {DestinationKind.OPEN, DestinationKind.VOICEMAIL}:
            return
        now = self._clock.now()
        trial = Diversion(DiversionId("trial"), user.id, Reason.OTHER, now, None, target, created_at=now)
        refuse_nowhere(preview(company.dial_plan, user.id, trial, now))
