"""Lines to providers between the wire's words and the domain's."""

from __future__ import annotations

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.steps import TrunkId
from onepresence_desktop.domain.trunks import SipTrunk
from onepresence_desktop.pbx.ports import TrunkState
from onepresence_desktop.pbx.services import trunks
from onepresence_desktop.wire.trunks import TrunkFields, TrunkView

GOOD = ("180", "183", "200")


def is_good(said: str) -> bool:
    """Whether what a provider said to a trial means that the number rang."""
    return said.startswith(GOOD)


def trunk_of(wanted: TrunkFields, customer_id: CustomerId) -> SipTrunk:
    """A line as it was asked for, without an id yet."""
    return SipTrunk(
        TrunkId(""),
        customer_id,
        wanted.name,
        wanted.server,
        wanted.transport,
        wanted.user,
        wanted.password,
        wanted.register,
        tuple(wanted.numbers),
        wanted.format,
        wanted.main,
        tuple(wanted.sources),
        wanted.max_calls,
        wanted.abroad,
        wanted.premium,
        wanted.calls_an_hour,
        wanted.caller_id,
        wanted.follow,
    )


def view(trunk: SipTrunk, state: TrunkState) -> TrunkView:
    """A line as its administrator sees it."""
    return TrunkView(
        id=trunk.id,
        name=trunk.name,
        server=trunk.server,
        transport=trunk.transport,
        register=trunk.registers,
        user=trunk.user,
        numbers=list(trunk.numbers),
        format=trunk.format,
        main=trunk.main,
        sources=list(trunk.sources),
        max_calls=trunk.max_calls,
        abroad=trunk.abroad,
        premium=trunk.premium,
        caller_id=trunk.caller_id,
        follow=trunk.follows_redirects,
        calls_an_hour=trunk.calls_an_hour,
        up=state.up,
        detail=state.detail,
        calls=state.calls,
        refused=state.refused,
        has_password=bool(trunk.password),
        since=state.since,
        seen=state.seen,
        version=trunks.version(trunk),
    )
