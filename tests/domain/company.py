"""A small company for routing tests: Anders, Berit, Carl (no phone), Dorte (closed) and a reception."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from onepresence_desktop.domain.diversion import (
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    ForwardingDefaults,
    Reason,
)
from onepresence_desktop.domain.people import (
    Customer,
    CustomerId,
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    User,
    UserId,
)
from onepresence_desktop.domain.routing import DialPlan

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
CUSTOMER = Customer(CustomerId("c"), "100", "Firm")
ANDERS, BERIT, CARL, DORTE = (UserId(name) for name in ("anders", "berit", "carl", "dorte"))
NUMBERS = {ANDERS: "1002101", BERIT: "1002102", CARL: "1002103", DORTE: "1002104"}
RECEPTION_NUMBER = "1002100"


def to(number: str) -> Destination:
    """A destination that is a number."""
    return Destination(DestinationKind.NUMBER, number)


def diverted(user: UserId, destination: Destination, *, reason: Reason = Reason.LUNCH) -> Diversion:
    """A diversion that runs at NOW."""
    return Diversion(
        DiversionId(f"{user}-away"), user, reason, NOW, NOW + timedelta(minutes=30), destination, created_at=NOW
    )


def dial_plan(
    *diversions: Diversion, defaults: dict[UserId, ForwardingDefaults] | None = None, reception: bool = True
) -> DialPlan:
    """The company with these diversions."""
    users = {
        id_: User(id_, CUSTOMER.id, number, id_.title(), one_number=f"+45331{number[-4:]}1")
        for id_, number in NUMBERS.items()
    }
    users[DORTE] = replace(users[DORTE], closed=True)

    def phone(owner: UserId, name: str, number: str | None = None) -> Device:
        kind = DeviceKind.MOBILE if number else DeviceKind.DESK
        return Device(DeviceId(name), CUSTOMER.id, owner, kind, name, number=number)

    group = HuntGroup(GroupId("g"), CUSTOMER.id, RECEPTION_NUMBER, "Reception", (BERIT, CARL, DORTE), reception=True)
    groups = {group.id: group} if reception else {}
    return DialPlan(
        CUSTOMER,
        users,
        devices={
            ANDERS: (phone(ANDERS, "a1"), phone(ANDERS, "a2"), phone(ANDERS, "a3", "+4520202020")),
            BERIT: (phone(BERIT, "b1"),),
            DORTE: (phone(DORTE, "d1"),),
        },
        diversions={d.user_id: (d,) for d in diversions},
        defaults=defaults or {},
        groups=groups,
        by_number={
            **{u.local_number: u.id for u in users.values()},
            **{u.one_number or "": u.id for u in users.values()},
        },
        groups_by_number={g.local_number: g.id for g in groups.values()},
    )
