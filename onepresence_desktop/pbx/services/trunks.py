"""Lines to providers, as administrators keep them (spec 12.1a, 12.4)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace

from onepresence_desktop.domain.errors import Conflict, Invalid, NotFound
from onepresence_desktop.domain.names import proper_name
from onepresence_desktop.domain.people import Customer, CustomerId
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports import Telephony, TrunkState
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.numbers import public, to_dial
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.unseen import refuse_unseen
from onepresence_desktop.wire.privacy import CHANGES
from onepresence_desktop.wire.versions import version_of

MOST = 20
"""Lines of one company."""


class TrunkService:
    """Each change is written, swapped in and told to the driver before it is answered."""

    def __init__(self, live: LiveState, people: PeopleService, telephony: Telephony) -> None:
        self._live = live
        self._people = people
        self._telephony = telephony

    def all(self, customer_id: CustomerId) -> list[tuple[SipTrunk, TrunkState]]:
        """A company's lines in the order in which they are tried, each with how it stands."""
        states = self._telephony.trunks()
        trunks = self._live.company(customer_id).trunks
        return [(trunk, states.get(trunk.id, TrunkState(trunk.id, up=False))) for trunk in trunks]

    async def add(self, customer_id: CustomerId, trunk: SipTrunk, actor: Actor, *, first: bool = False) -> SipTrunk:
        """A new line behind the others, or in front of them. Raises `Invalid`, `Conflict` (the name is taken)."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            if any(trunk.name == other.name for other in company.trunks):
                raise Conflict(what="trunk")
            if len(company.trunks) >= MOST:
                raise Conflict(what="most_trunks")
            places = [other.place for other in company.trunks] or [0]
            place = min(places) - 1 if first else max(places) + 1
            made = replace(checked(trunk, company.customer), id=TrunkId(secrets.token_hex(6)), place=place)
            await change.put_trunk(made)
            await self._people.audit(change.unit, customer_id, actor, "trunk_added", made.name)
        return made

    async def put(
        self, customer_id: CustomerId, which: str, trunk: SipTrunk, actor: Actor, *, seen: str | None = None
    ) -> SipTrunk:
        """Another in its place, tried in the same order; no password keeps the one before. Calls that go on stay.

        Raises as `add`, `NotFound`, `Conflict` (changed: `seen` isn't its version).
        """
        async with self._people.changing_one(customer_id, actor) as (company, change):
            before = found(company, which)
            await refuse_unseen(change.unit, company, seen, version(before), CHANGES["line"], before.name)
            if any(trunk.name == other.name for other in company.trunks if other.id != before.id):
                raise Conflict(what="trunk")
            password = trunk.password or before.password
            wanted = replace(trunk, id=before.id, place=before.place, password=password)
            made = checked(wanted, company.customer)
            await change.put_trunk(made)
            await self._people.audit(change.unit, customer_id, actor, "trunk_changed", made.name)
        return made

    async def order(
        self, customer_id: CustomerId, ids: Sequence[str], actor: Actor, *, seen: Sequence[str] | None = None
    ) -> None:
        """The order in which lines are tried. Raises `Conflict` (changed) unless these are all there are, and they
        stand as `seen`.
        """
        async with self._people.changing_one(customer_id, actor) as (company, change):
            by_id = {str(trunk.id): trunk for trunk in company.trunks}
            now = version_of(list(by_id))
            before = version_of(list(seen)) if seen is not None else None
            await refuse_unseen(change.unit, company, before, now, {"trunks_ordered", "trunk_added", "trunk_removed"})
            if sorted(ids) != sorted(by_id):
                raise Conflict(what="changed")
            for place, trunk_id in enumerate(ids, 1):
                if by_id[trunk_id].place != place:
                    await change.put_trunk(replace(by_id[trunk_id], place=place))
            await self._people.audit(change.unit, customer_id, actor, "trunks_ordered", str(len(ids)))

    async def remove(self, customer_id: CustomerId, which: str, actor: Actor) -> SipTrunk:
        """By name or id; calls that go on over it end by themselves. Raises `NotFound`."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            trunk = found(company, which)
            await change.remove_trunk(trunk)
            await self._people.audit(change.unit, customer_id, actor, "trunk_removed", trunk.name)
        return trunk

    async def test(self, customer_id: CustomerId, which: str, number: str) -> tuple[SipTrunk, str]:
        """Call a number over one line and hang up when it rings; what the provider said.

        Raises `NotFound`, `NumberRefused`, `TelephonyAway`.
        """
        company = self._live.company(customer_id)
        trunk = found(company, which)
        return trunk, await self._telephony.try_trunk(trunk.id, to_dial(number, company.customer))


def version(trunk: SipTrunk) -> str:
    """Of what is set of a line, without its place and its password: another order is no other line."""
    return version_of(replace(trunk, place=0, password=""))


def found(company: Company, which: str) -> SipTrunk:
    """A line by name or id. Raises `NotFound`."""
    trunk = next((t for t in company.trunks if which in (t.id, t.name)), None)
    if trunk is None:
        raise NotFound(what="trunk")
    return trunk


def checked(trunk: SipTrunk, customer: Customer) -> SipTrunk:
    """With numbers as E.164. Raises `Invalid` naming what is wrong."""
    name = proper_name(trunk.name, "name")
    if not name:
        raise Invalid(field="name", problem="missing")
    _is(trunk.server, "server", lambda text: bool(text) and not set(text) & set(" @/;<>\"'\\?#,"))
    if not trunk.host:
        raise Invalid(field="server", problem="malformed")
    for field, text in (("user", trunk.user), ("password", trunk.password)):
        _is(text, field, lambda text: text.isprintable() and '"' not in text and "\\" not in text)
    if trunk.registers and not trunk.user:
        raise Invalid(field="user", problem="missing")
    numbers = tuple(number for text in trunk.numbers if (number := public(text, customer, "numbers")) is not None)
    sources = tuple(source.strip("[]") for source in trunk.sources)
    return replace(trunk, name=name, numbers=numbers, main=public(trunk.main, customer, "main"), sources=sources)


def _is(text: str, field: str, good: Callable[[str], bool]) -> None:
    if not good(text):
        raise Invalid(field=field, problem="malformed")
