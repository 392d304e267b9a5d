"""What a phone dials, in the spellings people use, leads to the same person; what can't be dialled is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onepresence_desktop.domain.calls import Cause, TraceKind
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.people import Customer, CustomerId, Device, DeviceId, DeviceKind, User, UserId
from onepresence_desktop.domain.routing import Directory, Hop, Reject, Ring, Trunk
from onepresence_desktop.pbx.telephony.router import DirectoryRouter

HOME = Customer(CustomerId("c"), "100", "Firm")
METTE = User(UserId("m"), HOME.id, "1002102", "Mette")
DESK = Device(DeviceId("d"), HOME.id, METTE.id, DeviceKind.DESK, "m")


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


@pytest.fixture
def router() -> DirectoryRouter:
    numbers = {METTE.local_number: METTE.id, "+4570101002": METTE.id}
    directory = Directory(HOME, {METTE.id: METTE}, {METTE.id: (DESK,)}, by_number=numbers)
    return DirectoryRouter({HOME.id: directory}.get, Noon())


@pytest.mark.parametrize(
    "dialled", ["1002102", "2102", "+4570101002", "004570101002", "70101002", "+45 70 10 10 02", "70-10-10-02"]
)
def test_local_number_last_four_and_one_number_ring_the_same_phone(router: DirectoryRouter, dialled: str) -> None:
    step = router.route(DeviceId("x"), HOME.id, dialled)
    assert isinstance(step, Ring) and step.devices == ("d",) and step.user_id == METTE.id
    assert step.trace[0].kind is TraceKind.DIALLED
    party = router.party(HOME.id, dialled)
    assert (party.number, party.name, party.user_id) == ("1002102", "Mette", METTE.id)


@pytest.mark.parametrize("dialled", ["112", "+45112"[3:]])
def test_emergency_numbers_always_leave(router: DirectoryRouter, dialled: str) -> None:
    step = router.route(DeviceId("x"), HOME.id, dialled)
    assert isinstance(step, Trunk) and step.emergency and step.number == "112"


def test_numbers_of_elsewhere_leave_and_others_are_refused(router: DirectoryRouter) -> None:
    assert isinstance(router.route(DeviceId("x"), HOME.id, "33123456"), Trunk)
    for nobody in ("2999", "*21*33123456#", "", "abc", "2002102"):
        step = router.route(DeviceId("x"), HOME.id, nobody)
        assert isinstance(step, Reject) and step.cause is Cause.NUMBER_UNKNOWN, nobody
        assert router.party(HOME.id, nobody).user_id is None
    assert isinstance(router.route(DeviceId("x"), CustomerId("unknown"), "2102"), Reject)


def test_who_was_passed_before_is_carried_on(router: DirectoryRouter) -> None:
    hops = (Hop("1002101", Forwarding.CFB),)
    step = router.route(None, HOME.id, "2102", hops)
    assert isinstance(step, Ring) and step.hops == hops
