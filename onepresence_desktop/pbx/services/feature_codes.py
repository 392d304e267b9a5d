"""What feature codes do: a phone's owner changes what they could change in the app (spec 3.10, 12.1b)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onepresence_desktop.domain.diversion import (
    VOICEMAIL,
    Destination,
    DestinationKind,
    ForwardingDefaults,
    Reason,
)
from onepresence_desktop.domain.errors import CallGone, NotFound, OnePresenceError, Unavailable
from onepresence_desktop.domain.feature_codes import Code, Feature
from onepresence_desktop.domain.ivr import Phrase, Said
from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.domain.routing import FeatureCode
from onepresence_desktop.pbx.ports import Clock, MenuReached
from onepresence_desktop.pbx.services.completions import Completions
from onepresence_desktop.pbx.services.diversions import DiversionService
from onepresence_desktop.pbx.services.groups import GroupService
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.parking import Parking
from onepresence_desktop.pbx.services.pickup import Pickup
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.wire.bodies import DiversionRequest

FORWARDING: dict[Feature, Callable[[ForwardingDefaults, Destination], ForwardingDefaults]] = {
    Feature.NO_REPLY: lambda before, to: replace(before, no_reply=to),
    Feature.BUSY: lambda before, to: replace(before, busy=to),
    Feature.UNREACHABLE: lambda before, to: replace(before, unreachable=to),
}
"""What a code changes of it."""

CALLS = {
    Feature.PARK: Phrase.NOTHING_TO_PARK,
    Feature.FETCH: Phrase.NOBODY_PARKED,
    Feature.COMPLETE: Phrase.NOBODY_MISSED,
    Feature.PICK_UP: Phrase.NOTHING_RINGS,
}
"""Codes that do something with other calls, and what is said when there is none."""


class FeatureCodes:
    """Carries codes out; each answers what is to be said."""

    def __init__(
        self,
        live: LiveState,
        diversions: DiversionService,
        settings: Settings,
        groups: GroupService,
        pickup: Pickup,
        parking: Parking,
        completions: Completions,
        clock: Clock,
    ) -> None:
        self._pickup = pickup
        self._parking = parking
        self._completions = completions
        self._live = live
        self._diversions = diversions
        self._settings = settings
        self._groups = groups
        self._clock = clock

    async def carry_out(self, event: MenuReached) -> Said | None:
        """Do it, on disk at the answer. What can't be is said, not raised. None: the phone is in another call now."""
        assert isinstance(event.menu, FeatureCode)
        code, who = event.menu.code, event.caller
        if code is None:
            return Said(Phrase.CODE_UNKNOWN)
        try:
            if event.by is not None:
                await self._parking.park_transferred(event.customer_id, event.by, event.call_id, event.caller)
                return None
            if who.user_id is None:
                return Said(Phrase.CODE_REFUSED)
            if code.feature in CALLS:
                return await self._with_calls(event, who.user_id, code)
            return Said(await self._do(event.customer_id, who.user_id, code))
        except Unavailable:
            raise
        except OnePresenceError:
            return Said(Phrase.CODE_REFUSED)

    async def _with_calls(self, event: MenuReached, user_id: UserId, code: Code) -> Said | None:
        """What a phone does with other calls than its own."""
        try:
            match code.feature:
                case Feature.PARK:
                    parked = await self._parking.park_held(event.customer_id, event.caller)
                    return Said(Phrase.PARKED_AT, " ".join(parked.id))
                case Feature.COMPLETE:
                    colleague = await self._completions.add_last(event.customer_id, user_id)
                    return Said(Phrase.COMPLETION_SET, colleague.name)
                case Feature.FETCH:
                    await self._parking.fetch_at(event.customer_id, event.call_id, code.number)
                case _:
                    await self._pickup.by_code(event.customer_id, user_id, event.call_id, code.number)
        except (NotFound, CallGone):
            return Said(CALLS[code.feature])
        return None

    async def _do(self, customer_id: CustomerId, user_id: UserId, code: Code) -> Phrase:
        match code.feature:
            case Feature.DIVERT:
                request = DiversionRequest(reason=Reason.OTHER, destination=_to(code.number))
                await self._diversions.add(customer_id, user_id, request)
                return Phrase.DIVERTED
            case Feature.OPEN:
                await self._diversions.open_phone(customer_id, user_id)
                return Phrase.OPENED
            case Feature.DO_NOT_DISTURB:
                request = DiversionRequest(reason=Reason.DO_NOT_DISTURB, destination=VOICEMAIL)
                await self._diversions.add(customer_id, user_id, request)
                return Phrase.NOT_DISTURBED
            case Feature.DISTURB:
                now = self._clock.now()
                mine = self._live.company(customer_id).dial_plan.diversions.get(user_id, ())
                for diversion in mine:
                    if diversion.reason is Reason.DO_NOT_DISTURB and diversion.running(now):
                        await self._diversions.remove(customer_id, user_id, diversion.id)
                return Phrase.DISTURBED
            case Feature.GROUP_IN | Feature.GROUP_OUT:
                company = self._live.company(customer_id)
                number = code.number if len(code.number) != 4 else company.customer.code + code.number
                group_id = company.dial_plan.groups_by_number.get(number)
                if group_id is None:
                    raise NotFound(what="group")
                out = code.feature is Feature.GROUP_OUT
                await self._groups.log_member(customer_id, group_id, user_id, user_id, out=out)
                return Phrase.LOGGED_OUT if out else Phrase.LOGGED_IN
            case Feature.NO_REPLY | Feature.BUSY | Feature.UNREACHABLE:
                await self._settings.forward(customer_id, user_id, _to(code.number), FORWARDING[code.feature])
                return Phrase.FORWARDING_SET
            case _:
                raise NotFound(what="menu")  # menus of their own where phones hear them, or what isn't allowed


def _to(number: str) -> Destination:
    return Destination(DestinationKind.NUMBER, number) if number else VOICEMAIL
