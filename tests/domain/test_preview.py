"""The route sentence's parts (spec 3.7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from onepresence_desktop.domain.diversion import (
    OPEN,
    RECEPTION,
    VOICEMAIL,
    Destination,
    DestinationKind,
    Diversion,
    DiversionId,
    ForwardingDefaults,
    Reason,
)
from onepresence_desktop.domain.errors import DeadEnd, NoLineOut, RouteLoop
from onepresence_desktop.domain.passing import Passing, PassList
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.preview import PartKind, Problem, RoutePreview, preview, refuse_nowhere
from tests.domain.company import ANDERS, BERIT, NOW, NUMBERS, RECEPTION_NUMBER, dial_plan, diverted, to

K = PartKind


def parts(proposed: Diversion | None, *others: Diversion) -> list[tuple[PartKind, str]]:
    seen = preview(dial_plan(*others), ANDERS, proposed, NOW)
    assert seen.problem is None
    return [(p.kind, p.number) for p in seen.parts]


def test_as_things_stand_calls_ring_and_then_reach_the_mailbox() -> None:
    assert parts(None) == [(K.PHONE, "1002101"), (K.VOICEMAIL, "1002101")]


def test_who_sends_unanswered_calls_elsewhere_has_no_mailbox_at_the_end() -> None:
    firm = dial_plan(defaults={ANDERS: ForwardingDefaults(no_reply=OPEN)})
    assert [p.kind for p in preview(firm, ANDERS, None, NOW).parts] == [K.PHONE]


def test_to_the_mailbox_it_tells_the_reason_and_the_end() -> None:
    away = diverted(ANDERS, VOICEMAIL)
    seen = preview(dial_plan(), ANDERS, away, NOW)
    assert [(p.kind, p.reason, p.until) for p in seen.parts] == [(K.VOICEMAIL, Reason.LUNCH, away.ends_at)]
    assert seen.starts_at is None


def test_a_colleague_in_a_meeting_is_allowed_and_named_with_the_end() -> None:
    busy = diverted(BERIT, VOICEMAIL, reason=Reason.MEETING)
    seen = preview(dial_plan(busy), ANDERS, diverted(ANDERS, to("2102")), NOW)
    assert [(p.kind, p.name, p.reason) for p in seen.parts] == [
        (K.PERSON, "Berit", Reason.MEETING),
        (K.VOICEMAIL, "Berit", None),
    ]
    assert seen.problem is None


def test_a_free_colleague_answers_or_his_mailbox_does() -> None:
    assert parts(diverted(ANDERS, to("1002102"))) == [(K.PERSON, "1002102"), (K.VOICEMAIL, "1002102")]


def test_the_reception_and_a_group_by_number_are_groups() -> None:
    assert parts(diverted(ANDERS, RECEPTION)) == [(K.GROUP, RECEPTION_NUMBER)]
    assert parts(diverted(ANDERS, to(RECEPTION_NUMBER))) == [(K.GROUP, RECEPTION_NUMBER)]


def test_an_external_number_costs() -> None:
    seen = preview(dial_plan(), ANDERS, diverted(ANDERS, to("+4533123456")), NOW)
    assert [(p.kind, p.number) for p in seen.parts] == [(K.EXTERNAL, "+4533123456")]
    assert seen.costs and seen.problem is None


def test_an_external_number_of_a_company_without_a_line_out_may_not_be_set() -> None:
    seen = preview(replace(dial_plan(), line_out=False), ANDERS, diverted(ANDERS, to("+4533123456")), NOW)
    assert (seen.problem, seen.at) == (Problem.NO_LINE_OUT, "+4533123456")
    with pytest.raises(NoLineOut) as refused:
        refuse_nowhere(seen)
    assert refused.value.details == {"number": "+4533123456"}
    inside = preview(replace(dial_plan(), line_out=False), ANDERS, diverted(ANDERS, to(RECEPTION_NUMBER)), NOW)
    assert inside.problem is None


def test_a_colleague_whose_line_out_has_gone_is_followed_to_the_mailbox_that_takes_the_calls() -> None:
    without = replace(dial_plan(diverted(BERIT, to("+4533123456"))), line_out=False)
    seen = preview(without, ANDERS, diverted(ANDERS, to("1002102")), NOW)
    assert [p.kind for p in seen.parts] == [K.PERSON, K.VOICEMAIL]
    assert seen.problem is None


def test_keeping_the_phone_open_rings_it() -> None:
    assert parts(diverted(ANDERS, OPEN))[0] == (K.PHONE, "1002101")


@pytest.mark.parametrize(
    ("destination", "problem", "at"),
    [
        (to("2101"), Problem.LOOP, "1002101"),
        (to("2102"), Problem.LOOP, "1002101"),
        (to("2104"), Problem.CLOSED, "1002104"),
        (to("2999"), Problem.UNKNOWN_NUMBER, "2999"),
        (to("abc"), Problem.INVALID_NUMBER, "abc"),
        (Destination(DestinationKind.NUMBER), Problem.INVALID_NUMBER, ""),
    ],
)
def test_loops_and_dead_ends_are_found(destination: Destination, problem: Problem, at: str) -> None:
    back = diverted(BERIT, to("2101"))
    seen = preview(dial_plan(back), ANDERS, diverted(ANDERS, destination), NOW)
    assert (seen.problem, seen.at) == (problem, at)


def test_a_loop_among_others_is_a_loop_too() -> None:
    firm = dial_plan(diverted(BERIT, to("2103")), diverted(UserId("carl"), to("2102")))
    assert preview(firm, ANDERS, diverted(ANDERS, to("2102")), NOW).problem is Problem.LOOP


def test_no_reception_and_an_empty_group_are_dead_ends() -> None:
    away = diverted(ANDERS, RECEPTION)
    assert preview(dial_plan(reception=False), ANDERS, away, NOW).problem is Problem.NO_RECEPTION
    firm = dial_plan()
    empty = replace(firm, groups={id_: replace(g, members=()) for id_, g in firm.groups.items()})
    assert preview(empty, ANDERS, away, NOW).problem is Problem.EMPTY_GROUP


def test_one_that_starts_later_is_shown_from_its_start() -> None:
    later = replace(diverted(ANDERS, VOICEMAIL), starts_at=NOW + timedelta(hours=2), ends_at=NOW + timedelta(hours=3))
    seen = preview(dial_plan(diverted(ANDERS, to("2102"))), ANDERS, later, NOW)
    assert seen.starts_at == later.starts_at
    assert [p.kind for p in seen.parts] == [K.VOICEMAIL]


def test_one_already_over_leaves_things_as_they_are() -> None:
    over = replace(diverted(ANDERS, VOICEMAIL), starts_at=NOW - timedelta(hours=2), ends_at=NOW - timedelta(hours=1))
    assert [p.kind for p in preview(dial_plan(), ANDERS, over, NOW).parts] == [K.PHONE, K.VOICEMAIL]


def test_a_route_is_refused_by_its_kind_of_problem_and_place() -> None:
    refuse_nowhere(RoutePreview(()))
    with pytest.raises(RouteLoop) as loop:
        refuse_nowhere(RoutePreview((), problem=Problem.LOOP, at="1002101"))
    assert loop.value.details == {"at": "1002101"}
    with pytest.raises(DeadEnd) as end:
        refuse_nowhere(RoutePreview((), problem=Problem.CLOSED, at="1002102"))
    assert end.value.details == {"at": "1002102", "problem": "closed"}


def test_the_preview_tells_where_colleagues_go_and_who_gets_through() -> None:
    absence = replace(
        diverted(ANDERS, VOICEMAIL), destination_internal=to(NUMBERS[BERIT]), exceptions=(Passing.FAVOURITES,)
    )
    found = preview(dial_plan(), ANDERS, absence, NOW)
    assert [part.kind for part in found.parts] == [PartKind.VOICEMAIL]
    assert [part.name for part in found.internal][:1] == ["Berit"]
    assert found.exceptions == (Passing.FAVOURITES,)


def test_whom_the_user_usually_lets_through_is_told_too_unless_the_phone_rings_anyway() -> None:
    plan = replace(dial_plan(), passing={ANDERS: PassList(usual=(Passing.TWICE,))})
    assert preview(plan, ANDERS, diverted(ANDERS, VOICEMAIL), NOW).exceptions == (Passing.TWICE,)
    assert preview(plan, ANDERS, diverted(ANDERS, OPEN), NOW).exceptions == ()


def test_a_loop_for_colleagues_alone_is_found() -> None:
    back = replace(diverted(BERIT, to(NUMBERS[ANDERS])), id=DiversionId("b"))
    absence = replace(diverted(ANDERS, VOICEMAIL), destination_internal=to(NUMBERS[BERIT]))
    found = preview(dial_plan(back), ANDERS, absence, NOW)
    assert found.problem is Problem.LOOP
