"""Who gets through while calls are diverted, told as a table of callers (spec 3.11, section 14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from onepresence_desktop.domain.calls import Party, TraceKind, trace_for
from onepresence_desktop.domain.diversion import OPEN, RECEPTION, VOICEMAIL, ForwardingDefaults, Reason
from onepresence_desktop.domain.passing import Passing, PassList
from onepresence_desktop.domain.people import Role
from onepresence_desktop.domain.routing import DialPlan, Reject, Ring, Step, Voicemail, route
from tests.domain.company import ANDERS, BERIT, CARL, NOW, NUMBERS, dial_plan, diverted, to

BERIT_INSIDE = Party(NUMBERS[BERIT], "Berit", BERIT)
CARL_INSIDE = Party(NUMBERS[CARL], "Carl", CARL)
STRANGER, CUSTOMER, WITHHELD = Party("+4533123456"), Party("+4570102030", "Nordic Marine"), Party("")
OWN = PassList(numbers=("+4570102030",), colleagues=frozenset({BERIT}), contacts=frozenset({"+4540404040"}))


def away(*exceptions: Passing, own: PassList = OWN, reason: Reason = Reason.LUNCH) -> DialPlan:
    """Anders is diverted to the mailbox; these get through."""
    absence = replace(diverted(ANDERS, VOICEMAIL, reason=reason), exceptions=exceptions)
    plan = replace(dial_plan(), passing={ANDERS: own})
    users = {**plan.users, BERIT: replace(plan.users[BERIT], mobile="+4522222222")}
    return replace(plan, users=users, diversions={ANDERS: (absence,)})


def called(plan: DialPlan, party: Party) -> Step:
    return route("2101", plan, NOW, caller=plan.caller(party))


@pytest.mark.parametrize(
    ("exception", "party", "rings"),
    [
        (Passing.COLLEAGUES, CARL_INSIDE, True),
        (Passing.COLLEAGUES, STRANGER, False),
        (Passing.FAVOURITES, BERIT_INSIDE, True),
        (Passing.FAVOURITES, CARL_INSIDE, False),
        (Passing.FAVOURITES, Party("+4522222222"), True),
        (Passing.FAVOURITES, Party("+4540404040"), True),
        (Passing.FAVOURITES, STRANGER, False),
        (Passing.LIST, CUSTOMER, True),
        (Passing.LIST, STRANGER, False),
        (Passing.LIST, WITHHELD, False),
        (Passing.UNKNOWN, CUSTOMER, False),
    ],
)
@pytest.mark.parametrize("reason", [Reason.LUNCH, Reason.DO_NOT_DISTURB, Reason.MEETING])
def test_an_exception_lets_its_callers_through_and_nobody_else(
    exception: Passing, party: Party, rings: bool, reason: Reason
) -> None:
    step = called(away(exception, reason=reason), party)
    assert isinstance(step, Ring if rings else Voicemail)
    told = [(entry.why, entry.user_id) for entry in step.trace if entry.kind is TraceKind.LET_THROUGH]
    assert told == ([(exception, ANDERS)] if rings else [])


@pytest.mark.parametrize(
    ("party", "ago", "rings"),
    [
        (STRANGER, timedelta(minutes=2, seconds=59), True),
        (STRANGER, timedelta(minutes=3), False),
        (CUSTOMER, timedelta(minutes=1), False),
        (WITHHELD, timedelta(minutes=1), False),
    ],
)
def test_a_second_call_of_the_same_number_rings_but_never_of_a_withheld_one(
    party: Party, ago: timedelta, rings: bool
) -> None:
    before = {(ANDERS, STRANGER.number): NOW - ago, (ANDERS, ""): NOW - ago}
    plan = replace(away(Passing.TWICE), diverted=before)
    assert isinstance(called(plan, party), Ring if rings else Voicemail)


def test_without_own_exceptions_a_diversion_lets_through_whom_the_user_usually_does() -> None:
    plan = away(own=replace(OWN, usual=(Passing.COLLEAGUES,)))
    usual = replace(plan, diversions={ANDERS: (replace(diverted(ANDERS, VOICEMAIL), exceptions=None),)})
    assert isinstance(called(usual, CARL_INSIDE), Ring)
    assert isinstance(called(plan, CARL_INSIDE), Voicemail), "none were chosen"
    assert isinstance(called(replace(usual, passing={}), CARL_INSIDE), Voicemail)


def test_the_first_exception_that_applies_is_told() -> None:
    step = called(away(Passing.LIST, Passing.COLLEAGUES, Passing.FAVOURITES), BERIT_INSIDE)
    assert [e.why for e in step.trace if e.kind is TraceKind.LET_THROUGH] == [Passing.COLLEAGUES]


def test_where_the_phone_rings_anyway_nobody_needs_to_be_let_through() -> None:
    absence = replace(diverted(ANDERS, OPEN), exceptions=(Passing.COLLEAGUES,))
    plan = replace(dial_plan(), diversions={ANDERS: (absence,)})
    step = called(plan, CARL_INSIDE)
    assert isinstance(step, Ring)
    assert TraceKind.LET_THROUGH not in {entry.kind for entry in step.trace}


def test_colleagues_and_others_go_to_different_destinations() -> None:
    absence = replace(diverted(ANDERS, VOICEMAIL), destination_internal=to(NUMBERS[BERIT]))
    plan = replace(dial_plan(), diversions={ANDERS: (absence,)})
    inside, outside = called(plan, CARL_INSIDE), called(plan, STRANGER)
    assert isinstance(inside, Ring) and inside.user_id == BERIT
    assert isinstance(outside, Voicemail) and outside.user_id == ANDERS


def test_the_phone_may_ring_for_colleagues_alone() -> None:
    absence = replace(diverted(ANDERS, VOICEMAIL), destination_internal=OPEN)
    plan = replace(dial_plan(), diversions={ANDERS: (absence,)})
    assert not absence.rings
    assert isinstance(called(plan, CARL_INSIDE), Ring)
    assert isinstance(called(plan, STRANGER), Voicemail)


def test_what_follows_no_answer_differs_for_colleagues() -> None:
    defaults = ForwardingDefaults(busy_internal=OPEN, no_reply_internal=RECEPTION, unreachable_internal=OPEN)
    plan = replace(dial_plan(), defaults={ANDERS: defaults})
    inside, outside = called(plan, CARL_INSIDE), called(plan, STRANGER)
    assert isinstance(inside, Ring) and isinstance(outside, Ring)
    assert isinstance(inside.busy, Reject) and isinstance(outside.busy, Voicemail)
    assert isinstance(inside.no_reply, Ring) and isinstance(outside.no_reply, Voicemail)
    assert isinstance(inside.unreachable, Reject) and isinstance(outside.unreachable, Voicemail)


@pytest.mark.parametrize(
    ("chosen", "role", "waits"),
    [
        (None, Role.USER, False),
        (None, Role.RECEPTIONIST, True),
        (True, Role.USER, True),
        (False, Role.RECEPTIONIST, False),
    ],
)
def test_a_second_call_rings_for_receptionists_and_where_it_is_chosen(
    chosen: bool | None, role: Role, waits: bool
) -> None:
    assert ForwardingDefaults(call_waiting=chosen).waits(role) is waits


def test_whom_a_user_lets_through_is_theirs_alone_to_read() -> None:
    step = called(away(Passing.COLLEAGUES), CARL_INSIDE)
    own, others = trace_for(step.trace, ANDERS), trace_for(step.trace, CARL)
    assert trace_for(others, ANDERS) == others  # nothing is left to hide
    assert own == step.trace
    assert [e.kind for e in others] == [TraceKind.DIALLED, TraceKind.RANG]
