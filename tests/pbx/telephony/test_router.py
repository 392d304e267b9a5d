"""What a phone dials, in the spellings people use, leads to the same person; what can't be dialled is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onepresence_desktop.domain.calls import Cause, Party, TraceKind
from onepresence_desktop.domain.diversion import Forwarding
from onepresence_desktop.domain.people import Customer, CustomerId, Device, DeviceId, DeviceKind, User, UserId
from onepresence_desktop.domain.routing import DialPlan, Hop, Reject, Ring, Trunk
from onepresence_desktop.domain.steps import FeatureCode
from onepresence_desktop.pbx.telephony.router import DialPlanRouter

HOME = Customer(CustomerId("c"), "100", "Firm")
METTE = User(UserId("m"), HOME.id, "1002102", "Mette")
DESK = Device(DeviceId("d"), HOME.id, METTE.id, DeviceKind.DESK, "m")
AT_PHONE = Party("1002101", "Anders", UserId("a"), DeviceId("x"))
OUTSIDE = Party("+4533123456")


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 11, 25, 11, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture
def router() -> DialPlanRouter:
    numbers = {METTE.local_number: METTE.id, "+4570101002": METTE.id}
    dial_plan = DialPlan(HOME, {METTE.id: METTE}, {METTE.id: (DESK,)}, by_number=numbers)

    def named(customer_id: CustomerId, user_id: UserId | None, number: str, told: str) -> str:
        return "Helle Friis" if (customer_id, user_id) == (HOME.id, METTE.id) else told

    return DialPlanRouter({HOME.id: dial_plan}.get, named, Noon())


@pytest.mark.parametrize(
    "dialled", ["1002102", "2102", "+4570101002", "004570101002", "70101002", "+45 70 10 10 02", "70-10-10-02"]
)
def test_local_number_last_four_and_one_number_ring_the_same_phone(router: DialPlanRouter, dialled: str) -> None:
    step = router.route(AT_PHONE, HOME.id, dialled)
    assert isinstance(step, Ring) and step.devices == ("d",) and step.user_id == METTE.id
    assert step.trace[0].kind is TraceKind.DIALLED
    party = router.party(HOME.id, dialled)
    assert (party.number, party.name, party.user_id) == ("1002102", "Mette", METTE.id)


@pytest.mark.parametrize("dialled", ["112", "+45112"[3:]])
def test_emergency_numbers_always_leave(router: DialPlanRouter, dialled: str) -> None:
    step = router.route(AT_PHONE, HOME.id, dialled)
    assert isinstance(step, Trunk) and step.emergency and step.number == "112"


def test_numbers_of_elsewhere_leave_and_others_are_refused(router: DialPlanRouter) -> None:
    assert isinstance(router.route(AT_PHONE, HOME.id, "33123456"), Trunk)
    for nobody in ("2999", "", "abc", "2002102"):
        step = router.route(AT_PHONE, HOME.id, nobody)
        assert isinstance(step, Reject) and step.cause is Cause.NUMBER_UNKNOWN, nobody
        assert router.party(HOME.id, nobody).user_id is None
    assert isinstance(router.route(AT_PHONE, CustomerId("unknown"), "2102"), Reject)


def test_a_code_is_answered_also_one_that_is_none(router: DialPlanRouter) -> None:
    known, unknown = [router.route(AT_PHONE, HOME.id, keyed) for keyed in ("*21*33123456#", "*99*33123456#")]
    assert isinstance(known, FeatureCode) and known.code is not None
    assert isinstance(unknown, FeatureCode) and unknown.code is None


def test_who_was_passed_before_is_carried_on(router: DialPlanRouter) -> None:
    hops = (Hop("1002101", Forwarding.CFB),)
    step = router.route(OUTSIDE, HOME.id, "2102", hops)
    assert isinstance(step, Ring) and step.hops == hops


def test_who_calls_has_the_name_that_the_called_one_knows_but_never_who_is_withheld(router: DialPlanRouter) -> None:
    assert router.known(HOME.id, METTE.id, OUTSIDE) == Party("+4533123456", "Helle Friis")
    assert router.known(HOME.id, UserId("a"), Party("+4533123456", "HF")).name == "HF"
    for other in (Party(""), Party("+4533123456", hidden=True), AT_PHONE):
        assert router.known(HOME.id, METTE.id, other) == other
