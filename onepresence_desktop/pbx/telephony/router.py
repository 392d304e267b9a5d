"""The drivers' question "where does this call go" answered from memory (`domain.routing` over a snapshot)."""

from __future__ import annotations

from collections.abc import Callable

from onepresence_desktop.domain.calls import Cause, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.numbering import NumberKind, dialled
from onepresence_desktop.domain.people import CustomerId, DeviceId, User
from onepresence_desktop.domain.routing import Directory, Hop, Reject, Step, Trunk, route
from onepresence_desktop.pbx.ports import Clock


class DirectoryRouter:
    """A `Router`. Directories are immutable and replaced as a whole, so any thread may ask at any time."""

    def __init__(self, directory: Callable[[CustomerId], Directory | None], clock: Clock) -> None:
        self._directory = directory
        self._clock = clock

    def route(self, caller: DeviceId | None, customer_id: CustomerId, dialled: str, hops: tuple[Hop, ...] = ()) -> Step:
        """Steps for what was keyed, in any spelling. Emergency numbers always leave, whatever else is wrong."""
        directory = self._directory(customer_id)
        if directory is None:
            return _nowhere(dialled)
        try:
            number, kind = _normal(dialled, directory)
        except (Invalid, NumberRefused):
            return _nowhere(dialled)
        if kind is NumberKind.EMERGENCY:
            return Trunk(number, emergency=True, hops=hops, trace=(TraceEntry(TraceKind.EMERGENCY, number),))
        return route(number, directory, self._clock.now(), hops=hops)

    def party(self, customer_id: CustomerId, number: str) -> Party:
        """Who is behind a number as dialled or as a trunk tells it; a Party with just the number if nobody."""
        directory = self._directory(customer_id)
        if directory is None:
            return Party(number)
        try:
            number, _ = _normal(number, directory)
        except (Invalid, NumberRefused):
            return Party(number)
        found = directory.find(number)
        if isinstance(found, User):
            return Party(found.local_number, found.name, found.id)
        return Party(found.local_number, found.name) if found is not None else Party(number)


def _normal(text: str, directory: Directory) -> tuple[str, NumberKind]:
    """A number known here as it stands, or what `domain.numbering` makes of it."""
    if directory.find(text) is not None and len(text) != 3:
        return text, NumberKind.INTERNAL
    found = dialled(text, directory.customer)
    return found.number, found.kind


def _nowhere(number: str) -> Reject:
    trace = (TraceEntry(TraceKind.DIALLED, number), TraceEntry(TraceKind.UNKNOWN_NUMBER, number))
    return Reject(Cause.NUMBER_UNKNOWN, trace=trace)
