"""Where whoever talked to a phone goes when that is lost (spec 11.5, 3.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import product
from typing import Any

import pytest

from onepresence_desktop.domain.calls import Cause, Party, TraceEntry, TraceKind, came_back_from
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Forwarding, ForwardingDefaults
from onepresence_desktop.domain.lost_phone import AFTER, Came, after_loss, queue_of
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
    working_hours,
)
from onepresence_desktop.domain.steps import Announcement, PhoneLost, Refusal, Ring, Step, Trunk, Voicemail

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FIRM = Customer(CustomerId("c"), "100", "Firm")
SOFIE, METTE = UserId("sofie"), UserId("mette")
RECEPTION, SALES = "1002100", "1002200"
CALLER, COLLEAGUE = Party("+4533123456"), Party("1002102", "Mette", METTE)
HERS = Party("1002101", "Sofie", SOFIE, DeviceId("d-sofie"))


def plan(**more: Any) -> DialPlan:
    users = {
        SOFIE: User(SOFIE, FIRM.id, "1002101", "Sofie"),
        METTE: User(METTE, FIRM.id, "1002102", "Mette"),
    }
    devices = {u: (Device(DeviceId(f"d-{u}"), FIRM.id, u, DeviceKind.DESK, f"s-{u}"),) for u in users}
    groups = {
        GroupId("r"): HuntGroup(GroupId("r"), FIRM.id, RECEPTION, "Reception", (SOFIE, METTE), reception=True),
        GroupId("s"): HuntGroup(GroupId("s"), FIRM.id, SALES, "Sales", (SOFIE,)),
    }
    made = DialPlan(
        FIRM,
        users,
        devices,
        groups=groups,
        by_number={user.local_number: user.id for user in users.values()},
        groups_by_number={group.local_number: group.id for group in groups.values()},
    )
    return replace(made, **more)


def by(*kinds: TraceKind | str) -> tuple[TraceEntry, ...]:
    """A way: kinds of steps, and numbers of groups."""
    names = {RECEPTION: "Reception", SALES: "Sales"}
    return tuple(
        TraceEntry(TraceKind.GROUP, one, names.get(one, "")) if not isinstance(one, TraceKind) else TraceEntry(one)
        for one in kinds
    )


def goes(
    way: tuple[TraceEntry, ...],
    *,
    held: bool = True,
    called: bool = True,
    left: Party = CALLER,
    at: DialPlan | None = None,
) -> Step:
    return after_loss(PhoneLost(HERS, called, held), left, way, at or plan(), NOW)


COMPANY, ANSWERED, LOST = TraceKind.COMPANY, TraceKind.ANSWERED, TraceKind.PHONE_LOST


def test_the_rule_has_an_answer_for_everybody() -> None:
    assert set(AFTER) == set(product(Came, (True, False)))


@pytest.mark.parametrize("left", [CALLER, COLLEAGUE])
@pytest.mark.parametrize(
    ("way", "group"),
    [
        (by(RECEPTION, ANSWERED), "r"),
        (by(RECEPTION, SALES, ANSWERED), "s"),  # the last of several
        (by(COMPANY, RECEPTION, ANSWERED), "r"),
        (by(COMPANY, ANSWERED), "r"),  # a key of the menu led straight to her
        (by("1002999", RECEPTION, "1002998", ANSWERED), "r"),  # the others were removed meanwhile
    ],
)
def test_who_was_held_comes_back_to_the_queue_they_came_by(left: Party, way: Any, group: str) -> None:
    step = goes(way, left=left)
    assert isinstance(step, Ring) and step.group_id == group
    told = [entry for entry in step.trace if entry.kind is LOST]
    assert told == [TraceEntry(LOST, "1002101", "Sofie", SOFIE)]
    assert step.trace[: len(way)] == way and step.trace[-1].kind is TraceKind.GROUP


def test_a_company_number_without_a_reception_leads_to_the_person() -> None:
    groups = {id_: replace(group, reception=False) for id_, group in plan().groups.items()}
    step = goes(by(COMPANY, ANSWERED), at=plan(groups=groups))
    assert isinstance(step, Ring) and step.user_id == SOFIE


def test_who_called_her_straight_and_was_held_rings_at_her_other_phones_else_goes_where_the_unreachable_do() -> None:
    step = goes(by(TraceKind.RANG, ANSWERED))
    assert isinstance(step, Ring) and step.user_id == SOFIE and step.trace[2].kind is LOST
    assert isinstance(step.unreachable, Voicemail) and step.unreachable.user_id == SOFIE
    assert step.unreachable.forwarding is Forwarding.CFNRC and LOST in {e.kind for e in step.unreachable.trace}
    elsewhere = ForwardingDefaults(unreachable=Destination(DestinationKind.NUMBER, "1002102"))
    step = goes(by(ANSWERED), at=plan(defaults={SOFIE: elsewhere}))
    assert isinstance(step, Ring) and isinstance(step.unreachable, Ring) and step.unreachable.user_id == METTE


@pytest.mark.parametrize("kind", ["busy", "unreachable"])
def test_where_nobody_can_be_rung_the_caller_is_told_and_not_cut_off(kind: str) -> None:
    nothing = Destination(DestinationKind.OPEN)
    step = goes(by(ANSWERED), at=plan(defaults={SOFIE: ForwardingDefaults(busy=nothing, unreachable=nothing)}))
    assert isinstance(step, Ring)
    sorry = getattr(step, kind)
    assert isinstance(sorry, Announcement) and sorry.refusal is Refusal.PHONE_LOST and sorry.then is None


def test_a_person_without_any_phone_left_is_no_silence_either() -> None:
    nothing = {SOFIE: ForwardingDefaults(unreachable=Destination(DestinationKind.OPEN))}
    assert isinstance(goes(by(ANSWERED), at=plan(devices={}, defaults=nothing)), Announcement)


def test_her_diversion_counts_for_who_comes_back_too() -> None:
    away = ForwardingDefaults(unreachable=Destination(DestinationKind.NUMBER, "+4520304050"))
    step = goes(by(ANSWERED), at=plan(devices={}, defaults={SOFIE: away}))
    assert isinstance(step, Trunk) and step.trace[1].kind is LOST


@pytest.mark.parametrize("held", [True, False])
def test_a_reception_that_has_closed_meanwhile_has_nobody_for_who_comes_back_so_they_are_told_once(held: bool) -> None:
    monday_morning = working_hours([[(time(8), time(9))], *[[]] * 6])
    groups = {id_: replace(group, hours=monday_morning) for id_, group in plan().groups.items()}
    step = goes(by(COMPANY, RECEPTION, ANSWERED), held=held, at=plan(groups=groups))
    assert isinstance(step, Announcement) and step.refusal is Refusal.PHONE_LOST and step.then is None
    assert [entry.kind for entry in step.trace][-2:] == [LOST, TraceKind.GROUP_CLOSED]
    on_call = {id_: replace(group, overflow="1002102") for id_, group in groups.items()}
    step = goes(by(COMPANY, RECEPTION, ANSWERED), held=held, at=plan(groups=on_call))
    onward = step.then if isinstance(step, Announcement) else step
    assert isinstance(onward, Ring) and onward.user_id == METTE


def test_whoever_talked_hears_a_sentence_first_and_only_callers_of_a_queue_from_outside_go_on() -> None:
    step = goes(by(RECEPTION, ANSWERED), held=False)
    assert isinstance(step, Announcement) and isinstance(step.then, Ring) and step.then.group_id == "r"
    for way, left in ((by(RECEPTION, ANSWERED), COLLEAGUE), (by(ANSWERED), CALLER), (by(ANSWERED), COLLEAGUE)):
        step = goes(way, held=False, left=left)
        assert isinstance(step, Announcement) and step.then is None


@pytest.mark.parametrize("held", [True, False])
def test_whom_she_had_called_is_told_and_the_call_ends(held: bool) -> None:
    step = goes(by(TraceKind.TRUNK, ANSWERED), called=False, held=held)
    assert isinstance(step, Announcement) and step.then is None
    assert step.refusal.cause is Cause.LOST and step.trace[-1].kind is LOST


def test_the_sentence_is_in_the_language_the_caller_chose() -> None:
    way = (TraceEntry(TraceKind.LANGUAGE, why="sv"), *by(RECEPTION, ANSWERED))
    step = goes(way, held=False)
    assert isinstance(step, Announcement) and step.language == "sv"
    assert goes(by(ANSWERED), held=False).language == ""  # type: ignore[union-attr]


def test_a_call_came_back_until_somebody_answers_it() -> None:
    assert came_back_from(by(RECEPTION)) is None
    lost = came_back_from(by(RECEPTION, ANSWERED, LOST, RECEPTION))
    assert lost is not None and lost.kind is LOST
    assert came_back_from(by(RECEPTION, ANSWERED, LOST, RECEPTION, ANSWERED)) is None


def test_a_call_by_no_group_has_no_queue() -> None:
    assert queue_of(by(TraceKind.RANG), plan()) == "" and queue_of(by(SALES), plan()) == SALES
