"""Who rings when: a user's devices and a group's members (spec 2.1a, 3.6b, 3.12, 12.1)."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from onepresence_desktop.domain.calls import Cause
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import OPEN, RECEPTION, VOICEMAIL, Forwarding, Reason
from onepresence_desktop.domain.people import (
    Device,
    DeviceId,
    DeviceKind,
    GroupId,
    HuntGroup,
    Opening,
    RingStrategy,
    UserId,
    WorkingHours,
)
from onepresence_desktop.domain.routing import External, OwnPhone, Reject, Ring, Trunk, Voicemail, route
from tests.domain.company import ANDERS, BERIT, CARL, CUSTOMER, DORTE, NOW, RECEPTION_NUMBER, dial_plan, diverted, to

AT_NIGHT = WorkingHours(tuple((Opening(time(20), time(22)),) for _ in range(7)))


def group(**changes: object) -> HuntGroup:
    made = HuntGroup(GroupId("g"), CUSTOMER.id, RECEPTION_NUMBER, "Reception", (ANDERS, BERIT, CARL, DORTE))
    return replace(made, **changes)  # type: ignore[arg-type]


def with_group(plan: DialPlan, hunt: HuntGroup, *more: HuntGroup) -> DialPlan:
    """A company with these groups; everyone but Carl has a phone."""
    groups = (hunt, *more)
    return replace(plan, groups={g.id: g for g in groups}, groups_by_number={g.local_number: g.id for g in groups})


def with_device(plan: DialPlan, user: UserId, device: Device) -> DialPlan:
    return replace(plan, devices={**plan.devices, user: (*plan.devices.get(user, ()), device)})


def with_user(plan: DialPlan, user: UserId, **changes: object) -> DialPlan:
    return replace(plan, users={**plan.users, user: replace(plan.users[user], **changes)})  # type: ignore[arg-type]


def rung(plan: DialPlan, number: str = RECEPTION_NUMBER) -> list[tuple[list[str], int, int | None]]:
    """(who, after, until) for each stage."""
    step = route(number, plan, NOW)
    assert isinstance(step, Ring)
    names = [
        [str(e.device_id) if isinstance(e, OwnPhone) else e.number for e in stage.endpoints] for stage in step.stages
    ]
    return [(n, stage.after, stage.until) for n, stage in zip(names, step.stages, strict=True)]


def test_a_mobile_outside_is_rung_over_the_trunk_and_asks_for_a_key() -> None:
    step = route("2101", dial_plan(), NOW)
    assert isinstance(step, Ring)
    assert step.stages[0].endpoints == (
        OwnPhone(DeviceId("a1")),
        OwnPhone(DeviceId("a2")),
        External("+4520202020", user_id=ANDERS, device_id=DeviceId("a3"), confirm=True, language="da"),
    )


def test_without_a_line_out_mobiles_outside_do_not_ring() -> None:
    assert rung(replace(dial_plan(), line_out=False), "2101") == [(["a1", "a2"], 0, None)]


def test_devices_join_in_at_their_moment() -> None:
    plan = dial_plan()
    first, second, mobile = plan.devices[ANDERS]
    late = (replace(second, ring_after=20), first, replace(mobile, ring_after=10))
    assert rung(replace(plan, devices={ANDERS: late}), "2101") == [
        (["a1"], 0, None),
        (["+4520202020"], 10, None),
        (["a2"], 20, None),
    ]


@pytest.mark.parametrize(("hours", "rings"), [(WorkingHours(), ["a1", "a2"]), (AT_NIGHT, ["a1"])])
def test_a_device_for_working_hours_rings_only_then(hours: WorkingHours, rings: list[str]) -> None:
    plan = with_user(dial_plan(), ANDERS, hours=hours)
    first, second, _ = plan.devices[ANDERS]
    devices = (first, replace(second, ring_in_hours=True))
    assert rung(replace(plan, devices={ANDERS: devices}), "2101") == [(rings, 0, None)]


def test_all_members_ring_at_once_on_their_own_phones() -> None:
    assert rung(with_group(dial_plan(), group())) == [(["a1", "a2", "b1"], 0, None)]


def test_a_member_with_nothing_but_a_mobile_is_rung_there() -> None:
    mobile = Device(DeviceId("c1"), CUSTOMER.id, CARL, DeviceKind.MOBILE, "c1", number="+4530303030")
    plan = with_group(with_device(dial_plan(), CARL, mobile), group(members=(CARL,)))
    assert rung(plan) == [(["+4530303030"], 0, None)]


def test_in_turn_each_member_has_a_turn_in_the_order_of_the_group() -> None:
    plan = with_group(dial_plan(), group(strategy=RingStrategy.IN_TURN, members=(BERIT, ANDERS), seconds=30))
    assert rung(plan) == [(["b1"], 0, 15), (["a1", "a2"], 15, 30)]
    step = route(RECEPTION_NUMBER, plan, NOW)
    assert isinstance(step, Ring) and step.seconds == 30
    quick = with_group(dial_plan(), group(strategy=RingStrategy.IN_TURN, seconds=8))
    assert rung(quick) == [(["a1", "a2"], 0, 8), (["b1"], 8, 16)]


def test_whoever_has_been_idle_longest_comes_first() -> None:
    plan = with_group(dial_plan(), group(strategy=RingStrategy.LONGEST_IDLE, seconds=10))
    earlier, later = NOW - timedelta(hours=2), NOW - timedelta(hours=1)
    assert [who for who, _, _ in rung(replace(plan, last_calls={ANDERS: later, BERIT: earlier}))][0] == ["b1"]
    assert [who for who, _, _ in rung(replace(plan, last_calls={ANDERS: earlier, BERIT: later}))][0] == ["a1", "a2"]
    assert [who for who, _, _ in rung(replace(plan, last_calls={ANDERS: earlier}))][0] == ["b1"], "never called"


@pytest.mark.parametrize("reason", [Reason.LUNCH, Reason.DO_NOT_DISTURB])
def test_a_group_leaves_out_who_is_diverted_or_not_to_be_disturbed(reason: Reason) -> None:
    plan = with_group(dial_plan(diverted(ANDERS, VOICEMAIL, reason=reason)), group())
    assert rung(plan) == [(["b1"], 0, None)]


def test_a_group_rings_who_only_shows_a_reason() -> None:
    assert rung(with_group(dial_plan(diverted(BERIT, OPEN)), group())) == [(["a1", "a2", "b1"], 0, None)]


def test_a_group_leaves_out_who_is_off_work_or_logged_out() -> None:
    off_work = with_group(with_user(dial_plan(), BERIT, hours=AT_NIGHT), group())
    assert rung(off_work) == [(["a1", "a2"], 0, None)]
    assert rung(with_group(dial_plan(), group(logged_out=(ANDERS,)))) == [(["b1"], 0, None)]


def test_a_group_where_nobody_is_left_is_unreachable() -> None:
    step = route(RECEPTION_NUMBER, with_group(dial_plan(), group(logged_out=(ANDERS, BERIT))), NOW)
    assert isinstance(step, Reject) and step.cause is Cause.UNREACHABLE


def test_calls_nobody_took_flow_over_to_another_number() -> None:
    plan = with_group(dial_plan(), group(members=(ANDERS,), overflow="1002102"))
    step = route(RECEPTION_NUMBER, plan, NOW)
    assert isinstance(step, Ring)
    for failed, forwarding in (
        (step.busy, Forwarding.CFB),
        (step.no_reply, Forwarding.CFNR),
        (step.unreachable, Forwarding.CFNRC),
    ):
        assert isinstance(failed, Ring) and failed.user_id == BERIT
        assert [(hop.number, hop.forwarding) for hop in failed.hops] == [(RECEPTION_NUMBER, forwarding)]
    empty = route(RECEPTION_NUMBER, with_group(dial_plan(), group(members=(), overflow="+4533123456")), NOW)
    assert isinstance(empty, Trunk)


def test_groups_that_flow_over_to_each_other_end_refused() -> None:
    other = HuntGroup(GroupId("h"), CUSTOMER.id, "1002190", "Other", (BERIT,), overflow=RECEPTION_NUMBER)
    plan = with_group(dial_plan(), group(members=(ANDERS,), overflow="1002190"), other)
    step = route(RECEPTION_NUMBER, plan, NOW)
    assert isinstance(step, Ring) and isinstance(step.no_reply, Ring) and step.no_reply.group_id == "h"
    assert step.no_reply.no_reply == Reject(Cause.NO_ANSWER, step.no_reply.hops, step.no_reply.trace)


def test_a_call_flows_over_five_times_however_many_groups_stand_in_a_row() -> None:
    numbers = [RECEPTION_NUMBER, *(f"10021{n}" for n in range(80, 92))]
    row = [
        HuntGroup(GroupId(f"g{n}"), CUSTOMER.id, number, f"Group {n}", (ANDERS,), overflow=following)
        for n, (number, following) in enumerate(zip(numbers, [*numbers[1:], None], strict=True))
    ]
    step, rung = route(RECEPTION_NUMBER, with_group(dial_plan(), *row), NOW), []
    while isinstance(step, Ring):
        rung.append(step.group_id)
        step = step.no_reply
    assert rung == [f"g{n}" for n in range(6)] and isinstance(step, Reject)


def test_an_overflow_that_leads_nowhere_leaves_the_refusal() -> None:
    step = route(RECEPTION_NUMBER, with_group(dial_plan(), group(overflow="1002999")), NOW)
    assert isinstance(step, Ring) and isinstance(step.busy, Reject) and step.busy.cause is Cause.BUSY


def test_whom_a_group_and_its_overflow_refuse_comes_to_the_mailbox_of_who_diverted_there() -> None:
    reception = group(members=(BERIT,), reception=True, overflow="1002103")
    step = route("2101", with_group(dial_plan(diverted(ANDERS, RECEPTION)), reception), NOW)
    assert isinstance(step, Ring)
    assert isinstance(step.no_reply, Voicemail) and step.no_reply.user_id == CARL, "the overflow's own mailbox"


def test_a_call_sent_outside_that_no_trunk_carries_comes_to_the_mailbox() -> None:
    step = route("2101", dial_plan(diverted(ANDERS, to("+4533123456"))), NOW)
    assert isinstance(step, Trunk)
    assert isinstance(step.otherwise, Voicemail) and step.otherwise.user_id == ANDERS
    assert [entry.kind.value for entry in step.otherwise.trace] == ["dialled", "diverted", "trunk", "voicemail"]
