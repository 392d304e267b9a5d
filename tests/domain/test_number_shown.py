"""The number that whoever is called sees (spec 4.9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.domain.calls import Call, CallId, CallState, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.company_number import CompanyNumber, CompanyNumberId
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.number_shown import (
    NumberShown,
    Shown,
    ShownKind,
    checked,
    choice,
    choice_once,
    choices,
    for_one_call,
    keyed,
    shown,
    uses_up,
)
from onepresence_desktop.domain.people import DeviceId, GroupId, HuntGroup
from onepresence_desktop.domain.shown_kinds import ShownOnce
from onepresence_desktop.domain.steps import External, Refusal
from tests.domain.company import ANDERS, BERIT, CUSTOMER, dial_plan

MAIN, RECEPTION, SALES, OUTSIDE = "+4533123400", "+4533123490", "+4533123450", External("+4570109999")
AT_PHONE = Party("1002101", "Anders", ANDERS, DeviceId("a1"))
OWN_NUMBER = "+4533121011"


def plan(wanted: NumberShown | None = None, **more: object) -> DialPlan:
    """With a company number, a reception with a public number, and a group of Anders's."""
    base = dial_plan()
    (reception,) = base.groups.values()
    sales = HuntGroup(GroupId("s"), CUSTOMER.id, "1002200", "Sales", (ANDERS,), one_number=SALES)
    silent = HuntGroup(GroupId("q"), CUSTOMER.id, "1002201", "No number", (ANDERS,))
    company = CompanyNumber(CompanyNumberId("n"), CUSTOMER.id, MAIN, "Firm", "1002100")
    base = replace(
        base,
        users={**base.users, ANDERS: replace(base.users[ANDERS], one_number=OWN_NUMBER)},
        groups={reception.id: replace(reception, one_number=RECEPTION), sales.id: sales, silent.id: silent},
        company_numbers={company.id: company},
        shown_by={} if wanted is None else {ANDERS: wanted},
    )
    return replace(base, **more)  # type: ignore[arg-type]


def without_numbers() -> DialPlan:
    return plan(groups={}, company_numbers={})


def test_a_user_may_choose_of_what_there_is_a_number_for() -> None:
    offered = [(one.kind, one.number) for one in choices(plan(), plan().users[ANDERS])]
    assert offered == [
        (ShownKind.OWN, OWN_NUMBER),
        (ShownKind.COMPANY, MAIN),
        (ShownKind.COMPANY, RECEPTION),
        (ShownKind.GROUP, SALES),
        (ShownKind.WITHHELD, None),
    ]
    without = without_numbers()
    nobody = replace(without.users[BERIT], one_number=None)
    assert [one.kind for one in choices(without, nobody)] == [ShownKind.WITHHELD]


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        (None, Shown(OWN_NUMBER, "Anders")),
        (NumberShown(ShownKind.COMPANY, MAIN), Shown(MAIN, "Firm")),
        (NumberShown(ShownKind.COMPANY, RECEPTION), Shown(RECEPTION, "Reception")),
        (NumberShown(ShownKind.GROUP, SALES), Shown(SALES, "Sales")),
        (NumberShown(ShownKind.WITHHELD), Shown(OWN_NUMBER, "Anders", hidden=True)),
        (NumberShown(ShownKind.GROUP, "+4533123999"), Shown(OWN_NUMBER, "Anders")),  # a group they are no longer in
    ],
)
def test_the_choice_is_what_is_seen_outside(wanted: NumberShown | None, seen: Shown) -> None:
    assert shown(plan(wanted), AT_PHONE, OUTSIDE) == seen


@pytest.mark.parametrize("wanted", [None, NumberShown(ShownKind.COMPANY, MAIN), NumberShown(ShownKind.WITHHELD)])
def test_help_and_colleagues_mobiles_see_the_own_number(wanted: NumberShown | None) -> None:
    own = Shown(OWN_NUMBER, "Anders")
    hidden = replace(AT_PHONE, hidden=True)
    assert shown(plan(wanted), hidden, External("112", emergency=True)) == own
    assert shown(plan(wanted), AT_PHONE, External("+4520202020", user_id=BERIT)) == own
    assert shown(plan(wanted), hidden, External("+4520202020", user_id=BERIT)) == replace(own, hidden=True)


def test_whoever_calls_from_outside_is_passed_on_with_their_own_number() -> None:
    assert shown(plan(), Party("+4520304050", "Ole"), OUTSIDE) == Shown("+4520304050", "Ole")
    assert shown(plan(), Party(""), OUTSIDE) == Shown(None)
    mobile = Party("1002101", "Anders", ANDERS)
    assert shown(plan(NumberShown(ShownKind.WITHHELD)), mobile, OUTSIDE) == Shown(OWN_NUMBER, "Anders")


def test_what_the_administrator_does_not_allow_can_not_be_chosen_and_no_longer_counts() -> None:
    only = plan(NumberShown(ShownKind.WITHHELD), may_show=frozenset({ShownKind.COMPANY}))
    user = only.users[ANDERS]
    assert choice(only, user).number == MAIN and shown(only, AT_PHONE, OUTSIDE) == Shown(MAIN, "Firm")
    left = replace(without_numbers(), may_show=frozenset({ShownKind.GROUP, ShownKind.WITHHELD}))
    assert shown(left, AT_PHONE, OUTSIDE) == Shown(OWN_NUMBER, "Anders"), "nobody is hidden who didn't ask for it"
    nothing = replace(only, may_show=frozenset())
    assert choices(nothing, user) == [] and shown(nothing, AT_PHONE, OUTSIDE) == Shown(OWN_NUMBER, "Anders")
    company = NumberShown(ShownKind.COMPANY, MAIN)
    assert checked(only, user, company) == company
    with pytest.raises(Invalid) as refused:
        checked(only, user, NumberShown(ShownKind.WITHHELD))
    assert refused.value.details == {"field": "kind", "problem": "not_allowed"}
    with pytest.raises(Invalid):
        checked(plan(), user, NumberShown(ShownKind.GROUP, "+4533123999"))


def test_a_code_before_the_number_withholds_or_shows_it_for_one_call() -> None:
    withheld, number = keyed(plan(), AT_PHONE, "*31*33123456")
    assert number == "33123456" and withheld.hidden and shown(plan(), withheld, OUTSIDE).hidden
    always = plan(NumberShown(ShownKind.WITHHELD))
    openly, number = keyed(always, replace(AT_PHONE, hidden=True), "#31*+4533123456#")
    assert number == "+4533123456" and not openly.hidden
    assert shown(always, openly, OUTSIDE) == Shown(OWN_NUMBER, "Anders")
    for other in ("33123456", "*26#", "*31*"):
        assert keyed(plan(), AT_PHONE, other) == (AT_PHONE, other)
    assert keyed(plan(), Party("+4520304050"), "*31*33123456")[1] == "*31*33123456"
    refused = plan(may_show=frozenset({ShownKind.OWN}))
    assert keyed(refused, AT_PHONE, "*31*33123456") == (AT_PHONE, "*31*33123456")
    assert (for_one_call("112", withheld=True), for_one_call("112", withheld=False)) == ("*31*112", "#31*112")


NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
ONCE = ShownOnce(NumberShown(ShownKind.WITHHELD), NOON)


LINE = TraceEntry(TraceKind.TRUNK, "+4570109999", "Provider")
COLLEAGUES_MOBILE = TraceEntry(TraceKind.TRUNK, "", "Provider")
NOT_CARRIED = TraceEntry(TraceKind.TRUNK, "+4570109999", why=Refusal.NO_LINE)


def call(
    state: CallState, *steps: TraceKind | TraceEntry, started_at: datetime = NOON, caller: Party = AT_PHONE
) -> Call:
    trace = tuple(step if isinstance(step, TraceEntry) else TraceEntry(step) for step in steps)
    return Call(CallId("c"), CUSTOMER.id, state, caller, Party("+4570109999"), "70109999", started_at, trace=trace)


def test_a_choice_for_the_next_call_counts_instead_of_the_one_for_all() -> None:
    always = NumberShown(ShownKind.COMPANY, MAIN)
    once = plan(always, shown_once={ANDERS: ONCE})
    found = choice_once(once, once.users[ANDERS])
    assert found is not None and found.kind is ShownKind.WITHHELD
    assert choice(once, once.users[ANDERS]).number == MAIN
    assert shown(once, AT_PHONE, OUTSIDE).hidden
    assert shown(once, AT_PHONE, External("112", emergency=True)) == Shown(OWN_NUMBER, "Anders")
    refused = replace(once, may_show=frozenset({ShownKind.COMPANY}))
    assert choice_once(refused, refused.users[ANDERS]) is None
    assert shown(refused, AT_PHONE, OUTSIDE) == Shown(MAIN, "Firm")
    assert choice_once(plan(), plan().users[ANDERS]) is None


@pytest.mark.parametrize(
    ("made", "used"),
    [
        (call(CallState.CONNECTED, LINE), True),
        (call(CallState.ENDED, TraceKind.DIALLED, LINE), True),
        (call(CallState.RINGING, LINE), False),
        (call(CallState.CONNECTED, TraceKind.RANG), False),
        (call(CallState.CONNECTED, TraceKind.RANG, COLLEAGUES_MOBILE), False),
        (call(CallState.ENDED, TraceKind.RANG, COLLEAGUES_MOBILE, LINE), True),
        (call(CallState.ENDED, TraceKind.DIALLED, NOT_CARRIED), False),
        (call(CallState.ENDED), False),
        (call(CallState.ENDED, TraceKind.EMERGENCY, LINE), False),
        (call(CallState.ENDED, LINE, started_at=NOON - timedelta(seconds=1)), False),
        (call(CallState.ENDED, LINE, caller=Party("1002102", "Berit", BERIT)), False),
        (call(CallState.ENDED, LINE, caller=Party("+4520304050")), False),
    ],
)
def test_it_is_over_with_the_callers_next_call_outside_and_with_no_other(made: Call, used: bool) -> None:
    assert uses_up(plan(shown_once={ANDERS: ONCE}), made) is used
    assert not uses_up(plan(), made)
