"""The drivers' question "where does this call go" answered from memory (`domain.routing` over a snapshot)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onepresence_desktop.domain import number_shown
from onepresence_desktop.domain.calls import Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.feature_codes import is_code, read_code
from onepresence_desktop.domain.number_shown import Shown
from onepresence_desktop.domain.numbering import NumberKind, dialled
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.routing import DialPlan, External, FeatureCode, Hop, Reject, Step, Trunk, route
from onepresence_desktop.pbx.ports import Clock

CallerName = Callable[[CustomerId, UserId | None, str, str], str]
"""Who has a number, for a user; else the name told of them: customer, user, number, told."""


class DialPlanRouter:
    """A `Router`. Directories are immutable and replaced as a whole, so any thread may ask at any time."""

    def __init__(
        self, dial_plan: Callable[[CustomerId], DialPlan | None], caller_name: CallerName, clock: Clock
    ) -> None:
        self._dial_plan = dial_plan
        self._caller_name = caller_name
        self._clock = clock

    def route(self, caller: Party, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        """Steps for what was keyed, in any spelling. Emergency numbers always leave, whatever else is wrong."""
        dial_plan = self._dial_plan(customer_id)
        if dial_plan is None:
            return _nowhere(dialled)
        if caller.device_id is not None and is_code(dialled):
            return FeatureCode(read_code(dialled), trace=(TraceEntry(TraceKind.DIALLED, dialled),))
        try:
            number, kind = _normal(dialled, dial_plan)
        except (Invalid, NumberRefused):
            return _nowhere(dialled)
        if kind is NumberKind.EMERGENCY:
            return Trunk(number, emergency=True, hops=hops, trace=(TraceEntry(TraceKind.EMERGENCY, number),))
        return route(number, dial_plan, self._clock.now(), hops=hops, caller=dial_plan.caller(caller))

    def arriving(self, caller: Party, customer_id: CustomerId, number: str | None) -> Step:
        """From outside only public numbers are reached: no extension, and nobody else's line out."""
        dial_plan = self._dial_plan(customer_id)
        if dial_plan is None or number is None or not _public(dial_plan, number):
            return _nowhere(number or "")
        return route(number, dial_plan, self._clock.now(), caller=dial_plan.caller(caller))

    def keyed(self, caller: Party, customer_id: CustomerId, dialled: str) -> tuple[Party, str]:
        """Who calls whom, without a code for one call."""
        dial_plan = self._dial_plan(customer_id)
        return (caller, dialled) if dial_plan is None else number_shown.keyed(dial_plan, caller, dialled)

    def shown(self, customer_id: CustomerId, caller: Party, way: External) -> Shown:
        """By the user's choice (`domain.number_shown`)."""
        dial_plan = self._dial_plan(customer_id)
        return Shown(None) if dial_plan is None else number_shown.shown(dial_plan, caller, way)

    def public_number(self, customer_id: CustomerId, number: str) -> str | None:
        """The OneNumber behind a local number; a public number as it is."""
        if number.startswith("+"):
            return number
        dial_plan = self._dial_plan(customer_id)
        found = dial_plan.find(number) if dial_plan is not None else None
        return found.one_number if found is not None else None

    def party(self, customer_id: CustomerId, number: str) -> Party:
        """Who is behind a number as dialled or as a trunk tells it; a Party with just the number if nobody."""
        dial_plan = self._dial_plan(customer_id)
        if dial_plan is None:
            return Party(number)
        try:
            number, _ = _normal(number, dial_plan)
        except (Invalid, NumberRefused):
            return Party(number)
        company = dial_plan.company_at(number)
        if company is not None:
            return Party(number, company.name)
        found = dial_plan.find(number)
        if isinstance(found, User):
            return Party(found.local_number, found.name, found.id)
        return Party(found.local_number, found.name) if found is not None else Party(number)

    def known(self, customer_id: CustomerId, user_id: UserId | None, party: Party) -> Party:
        """By contacts and directories where it isn't one of ours; from memory."""
        if not party.number or party.hidden or party.user_id is not None:
            return party
        return replace(party, name=self._caller_name(customer_id, user_id, party.number, party.name))


def _public(dial_plan: DialPlan, number: str) -> bool:
    return dial_plan.find(number) is not None or dial_plan.company_at(number) is not None


def _normal(text: str, dial_plan: DialPlan) -> tuple[str, NumberKind]:
    """A number known here as it stands, or what `domain.numbering` makes of it."""
    if dial_plan.find(text) is not None and len(text) != 3:
        return text, NumberKind.INTERNAL
    found = dialled(text, dial_plan.customer)
    return found.number, found.kind


def _nowhere(number: str) -> Reject:
    trace = (TraceEntry(TraceKind.DIALLED, number), TraceEntry(TraceKind.UNKNOWN_NUMBER, number))
    return Reject(Cause.NUMBER_UNKNOWN, trace=trace)
