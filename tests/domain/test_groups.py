"""Groups outside their hours, their mailbox, and callers who are not let in, as tables (spec 12.4a, 12.4f, 3.12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from onepresence_desktop.domain.blocking import Blocked, Blocking
from onepresence_desktop.domain.calls import Cause, Party, TraceKind, trace_for
from onepresence_desktop.domain.dial_plan import DialPlan
from onepresence_desktop.domain.diversion import OPEN, VOICEMAIL, Forwarding, Reason
from onepresence_desktop.domain.ivr import REFUSED
from onepresence_desktop.domain.passing import NOBODY, Caller, Passing, PassList
from onepresence_desktop.domain.people import GroupId, HuntGroup, RingStrategy, UserId, working_hours
from onepresence_desktop.domain.rota import Rota
from onepresence_desktop.domain.routing import Announcement, Reject, Ring, Step, Trunk, Voicemail, route
from onepresence_desktop.domain.steps import OwnPhone, Refusal
from tests.domain.company import (
    ANDERS,
    BERIT,
    CARL,
    CUSTOMER,
    DORTE,
    NOW,
    NUMBERS,
    RECEPTION_NUMBER,
    dial_plan,
    diverted,
)

CLOSED = working_hours([[(time(20), time(21))]] * 7)
MONDAY = date(2026, 11, 23)


def salg(**changes: object) -> DialPlan:
    """A group of Anders and Berit at the reception's number."""
    group = HuntGroup(GroupId("g"), CUSTOMER.id, RECEPTION_NUMBER, "Salg", (ANDERS, BERIT))
    group = replace(group, **changes)  # type: ignore[arg-type]
    return replace(dial_plan(), groups={group.id: group})


def kinds(step: Step) -> list[TraceKind]:
    return [entry.kind for entry in step.trace]


def who(step: Step) -> list[str]:
    assert isinstance(step, Ring)
    return [str(e.device_id) for stage in step.stages for e in stage.endpoints if isinstance(e, OwnPhone)]


@pytest.mark.parametrize(
    ("turn", "reached"),
    [(NUMBERS[BERIT], "berit"), (NUMBERS[CARL], "carl's mailbox"), ("+4520202020", "outside"), ("", "refused")],
)
def test_outside_its_hours_a_group_is_answered_by_who_is_on_call(turn: str, reached: str) -> None:
    step = route(RECEPTION_NUMBER, salg(hours=CLOSED, rota=Rota((turn,), MONDAY)), NOW)
    found = {
        "berit": isinstance(step, Ring) and step.user_id == BERIT,
        "carl's mailbox": isinstance(step, Voicemail) and step.user_id == CARL,
        "outside": isinstance(step, Trunk) and step.number == "+4520202020" and isinstance(step.otherwise, Reject),
        "refused": isinstance(step, Reject) and step.cause is Cause.UNREACHABLE,
    }
    assert [name for name, so in found.items() if so] == [reached]
    assert TraceKind.GROUP_CLOSED in kinds(step)
    assert (TraceKind.ON_CALL in kinds(step)) is bool(turn)


def test_a_group_is_closed_on_holidays_too_and_open_within_its_hours() -> None:
    plan = salg(hours=working_hours([[(time(8), time(16))]] * 7))
    assert TraceKind.GROUP in kinds(route(RECEPTION_NUMBER, plan, NOW))
    holiday = replace(plan, holidays=frozenset({NOW.date()}))
    assert TraceKind.GROUP_CLOSED in kinds(route(RECEPTION_NUMBER, holiday, NOW))
    always = replace(salg(), holidays=frozenset({NOW.date()}))
    assert TraceKind.GROUP in kinds(route(RECEPTION_NUMBER, always, NOW))


def test_a_rota_that_leads_back_to_the_group_or_nowhere_ends_where_nobody_answers() -> None:
    back = salg(hours=CLOSED, rota=Rota((RECEPTION_NUMBER,), MONDAY), mailbox=CARL)
    step = route(RECEPTION_NUMBER, back, NOW)
    assert isinstance(step, Voicemail) and step.user_id == CARL
    gone = route(RECEPTION_NUMBER, salg(hours=CLOSED, rota=Rota(("1002999",), MONDAY)), NOW)
    assert isinstance(gone, Reject)
    no_line = replace(salg(hours=CLOSED, rota=Rota(("+4520202020",), MONDAY)), line_out=False)
    assert isinstance(route(RECEPTION_NUMBER, no_line, NOW), Reject)


@pytest.mark.parametrize(
    ("changes", "taken_by"),
    [
        ({"mailbox": CARL}, CARL),
        ({"mailbox": DORTE}, None),
        ({"mailbox": UserId("gone")}, None),
        ({"mailbox": CARL, "overflow": "1002999"}, CARL),
        ({"mailbox": CARL, "overflow": NUMBERS[CARL]}, CARL),
        ({}, None),
    ],
)
def test_what_nobody_takes_goes_to_the_groups_mailbox(changes: dict[str, object], taken_by: UserId | None) -> None:
    step = route(RECEPTION_NUMBER, salg(**changes), NOW)
    assert isinstance(step, Ring)
    for branch in (step.busy, step.no_reply, step.unreachable):
        assert (branch.user_id if isinstance(branch, Voicemail) else None) == taken_by
    if "overflow" not in changes and taken_by is not None:
        assert isinstance(step.no_reply, Voicemail) and step.no_reply.forwarding is Forwarding.CFNR


@pytest.mark.parametrize("strategy", RingStrategy.known())
@pytest.mark.parametrize(
    ("away", "rung"),
    [
        ("nobody", ["a1", "a2", "b1"]),
        ("anders logged out", ["b1"]),
        ("anders diverted", ["b1"]),
        ("anders not disturbed", ["b1"]),
        ("anders keeps the phone open", ["a1", "a2", "b1"]),
        ("anders diverted for colleagues only", ["b1"]),
        ("berit off work", ["a1", "a2"]),
    ],
)
def test_who_a_group_rings(strategy: RingStrategy, away: str, rung: list[str]) -> None:
    plan = salg(strategy=strategy, logged_out=(ANDERS,) if away == "anders logged out" else ())
    absences = {
        "anders diverted": diverted(ANDERS, VOICEMAIL),
        "anders not disturbed": diverted(ANDERS, VOICEMAIL, reason=Reason.DO_NOT_DISTURB),
        "anders keeps the phone open": diverted(ANDERS, OPEN),
        "anders diverted for colleagues only": replace(diverted(ANDERS, OPEN), destination_internal=VOICEMAIL),
    }
    if away in absences:
        plan = replace(plan, diversions={ANDERS: (absences[away],)})
    if away == "berit off work":
        plan = replace(plan, users={**plan.users, BERIT: replace(plan.users[BERIT], hours=CLOSED)})
    assert who(route(RECEPTION_NUMBER, plan, NOW)) == rung


FRIEND, STRANGER = Party("+4540404040"), Party("+4533123456")
CARL_INSIDE = Party(NUMBERS[CARL], "Carl", CARL)


@pytest.mark.parametrize("strategy", RingStrategy.known())
@pytest.mark.parametrize("reason", [Reason.LUNCH, Reason.DO_NOT_DISTURB])
@pytest.mark.parametrize(
    ("lets", "caller", "also", "rung"),
    [
        ((Passing.FAVOURITES,), FRIEND, "", ["a1", "a2", "b1"]),
        ((Passing.FAVOURITES,), STRANGER, "", ["b1"]),
        ((Passing.FAVOURITES,), Party(""), "", ["b1"]),
        ((Passing.FAVOURITES,), CARL_INSIDE, "", ["b1"]),
        ((Passing.COLLEAGUES,), CARL_INSIDE, "", ["a1", "a2", "b1"]),
        ((Passing.LIST,), Party("+4570102030"), "", ["a1", "a2", "b1"]),
        ((Passing.TWICE,), STRANGER, "called before", ["a1", "a2", "b1"]),
        ((), FRIEND, "", ["b1"]),
        (None, FRIEND, "", ["a1", "a2", "b1"]),
        ((Passing.FAVOURITES,), FRIEND, "logged out", ["b1"]),
        ((Passing.FAVOURITES,), FRIEND, "off work", ["b1"]),
    ],
)
def test_a_member_who_is_away_is_rung_for_whom_they_let_through(
    strategy: RingStrategy,
    reason: Reason,
    lets: tuple[Passing, ...] | None,
    caller: Party,
    also: str,
    rung: list[str],
) -> None:
    own = PassList(("+4570102030",), (Passing.FAVOURITES,), frozenset({DORTE}), frozenset({FRIEND.number}))
    absence = replace(diverted(ANDERS, VOICEMAIL, reason=reason), exceptions=lets)
    plan = salg(strategy=strategy, logged_out=(ANDERS,) if also == "logged out" else ())
    plan = replace(plan, diversions={ANDERS: (absence,)}, passing={ANDERS: own})
    if also == "off work":
        plan = replace(plan, users={**plan.users, ANDERS: replace(plan.users[ANDERS], hours=CLOSED)})
    if also == "called before":
        plan = replace(plan, diverted={(ANDERS, STRANGER.number): NOW - timedelta(minutes=1)})
    step = route(RECEPTION_NUMBER, plan, NOW, caller=plan.caller(caller))
    assert who(step) == rung
    told = [(entry.user_id, entry.number) for entry in step.trace if entry.kind is TraceKind.LET_THROUGH]
    assert told == ([(ANDERS, NUMBERS[ANDERS])] if "a1" in rung else [])
    assert TraceKind.LET_THROUGH not in {entry.kind for entry in trace_for(step.trace, BERIT)}


def test_longest_idle_begins_with_who_has_not_spoken_for_longest() -> None:
    spoke = {ANDERS: NOW - timedelta(minutes=1), BERIT: NOW - timedelta(hours=1)}
    plan = replace(salg(strategy=RingStrategy.LONGEST_IDLE), last_calls=spoke)
    assert who(route(RECEPTION_NUMBER, plan, NOW)) == ["b1", "a1", "a2"]


STRANGER, WITHHELD = Caller("+4533123456"), NOBODY
COLLEAGUE = Caller(NUMBERS[BERIT], BERIT)
STRANGERS = Blocking(frozenset({"+4533123456"}))


@pytest.mark.parametrize(
    ("blocking", "caller", "why"),
    [
        (STRANGERS, STRANGER, Blocked.NUMBER),
        (STRANGERS, Caller("+4533123457"), None),
        (STRANGERS, WITHHELD, None),
        (Blocking(anonymous=True), WITHHELD, Blocked.ANONYMOUS),
        (Blocking(anonymous=True), STRANGER, None),
        (Blocking(frozenset({NUMBERS[BERIT]}), anonymous=True), COLLEAGUE, None),
        (Blocking(anonymous=True), Caller("", BERIT), None),
    ],
)
def test_who_is_not_let_in_is_told_so_by_the_company_and_by_each_user(
    blocking: Blocking, caller: Caller, why: Blocked | None
) -> None:
    assert blocking.refuses(caller) is why
    for plan in (replace(dial_plan(), blocking=blocking), replace(dial_plan(), blocked_by={ANDERS: blocking})):
        step = route("2101", plan, NOW, caller=caller)
        if why is None:
            assert isinstance(step, Ring)
            continue
        assert isinstance(step, Announcement)
        assert step.refusal is (Refusal.BLOCKED if why is Blocked.NUMBER else Refusal.ANONYMOUS)
        assert step.trace[-1].kind is TraceKind.BLOCKED and step.trace[-1].why == why
        assert step.refusal in REFUSED
    other = route("2102", replace(dial_plan(), blocked_by={ANDERS: blocking}), NOW, caller=caller)
    assert isinstance(other, Ring), "what Anders refuses isn't refused by Berit"


def test_parties_become_callers_with_all_their_numbers() -> None:
    plan = dial_plan()
    assert plan.caller(Party(NUMBERS[BERIT], "Berit", BERIT)).numbers >= {NUMBERS[BERIT], "+45331" + "21021"}
    assert plan.caller(Party("")) == Caller("", None, frozenset())
