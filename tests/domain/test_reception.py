"""What the reception sees of a call, told as a story of its changes (spec chapter 11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onepresence_desktop.domain.calls import Call, CallId, CallState, Party, TraceEntry, TraceKind
from onepresence_desktop.domain.people import GroupId, HuntGroup, Role, User, UserId
from onepresence_desktop.domain.reception import (
    Around,
    Day,
    HandedOn,
    QueuedCall,
    QueueState,
    attends,
    caretakers,
    counted,
    queued,
)
from tests.domain.company import ANDERS, BERIT, CARL, CUSTOMER, NOW

DESK = HuntGroup(GroupId("g"), CUSTOMER.id, "1002100", "Reception", (BERIT,), reception=True)
AROUND = Around(DESK, {BERIT, CARL})
TO_GROUP = (TraceEntry(TraceKind.DIALLED, "+4533123400", "Main"), TraceEntry(TraceKind.GROUP, "1002100", "Reception"))
GROUP = Party("1002100", "Reception")
CALLER = Party("+4522334455", "Nordic Marine")


def call(state: CallState, callee: Party, trace: tuple[TraceEntry, ...] = TO_GROUP, caller: Party = CALLER) -> Call:
    return Call(CallId("k"), CUSTOMER.id, state, caller, callee, callee.number, NOW, trace=trace)


def at(user: UserId) -> Party:
    return Party("1002102", user.title(), user)


def story(*steps: tuple[CallState, Party, Around]) -> QueuedCall | None:
    seen: QueuedCall | None = None
    for minute, (state, callee, around) in enumerate(steps):
        seen = queued(seen, call(state, callee), around, NOW + timedelta(minutes=minute))
    return seen


R, C, H, V = CallState.RINGING, CallState.CONNECTED, CallState.HELD, CallState.VOICEMAIL
GIVEN = replace(AROUND, handed=HandedOn(BERIT, "1002101", "Anders", ANDERS))


def user(role: Role, **more: object) -> User:
    return replace(User(BERIT, CUSTOMER.id, "1002102", "Berit", role=role), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("who", "group", "may"),
    [
        (user(Role.RECEPTIONIST), DESK, True),
        (user(Role.RECEPTIONIST), None, True),
        (user(Role.RECEPTIONIST, closed=True), DESK, False),
        (user(Role.ADMINISTRATOR), DESK, True),
        (user(Role.ADMINISTRATOR), None, False),
        (user(Role.ADMINISTRATOR), replace(DESK, members=()), False),
        (user(Role.USER), DESK, False),
    ],
)
def test_receptionists_attend_and_administrators_who_serve_in_the_group(
    who: User, group: HuntGroup | None, may: bool
) -> None:
    assert attends(who, group) is may


def test_what_is_for_nobody_is_the_receptions_else_the_administrators() -> None:
    berit = user(Role.RECEPTIONIST)
    anders, gone = (user(Role.ADMINISTRATOR, id=one, closed=one == CARL) for one in (ANDERS, CARL))
    assert caretakers([berit, anders, gone], DESK) == [BERIT]
    assert caretakers([anders, gone], DESK) == [ANDERS]


def test_a_call_waits_with_its_caller_and_what_they_called() -> None:
    seen = story((R, GROUP, AROUND))
    assert seen == QueuedCall(
        CallId("k"), QueueState.WAITING, "+4522334455", "Nordic Marine", "+4533123400", "Main", NOW
    )


def test_who_answers_is_seen_at_once_and_has_it_when_the_phone_is_lifted() -> None:
    seen = story((R, GROUP, AROUND), (R, GROUP, replace(AROUND, taking=BERIT)))
    assert seen is not None and (seen.state, seen.taken_by) == (QueueState.WAITING, BERIT)
    seen = story((R, GROUP, AROUND), (R, at(BERIT), replace(AROUND, taking=BERIT)), (C, at(BERIT), AROUND))
    assert seen is not None and (seen.state, seen.taken_by, seen.ringing_at) == (QueueState.TAKEN, BERIT, None)
    held = story((R, GROUP, AROUND), (C, at(BERIT), AROUND), (H, at(BERIT), AROUND))
    assert held is not None and held.taken_at == NOW + timedelta(minutes=1)


def test_nobody_lifts_and_the_call_waits_for_all_again() -> None:
    seen = story((R, GROUP, AROUND), (R, at(BERIT), replace(AROUND, taking=BERIT)), (R, GROUP, AROUND))
    assert seen is not None and (seen.taken_by, seen.since) == (None, NOW)


def test_a_call_that_was_handed_on_comes_back_with_the_name_of_who_did_not_answer() -> None:
    gone = story((R, GROUP, AROUND), (C, at(BERIT), AROUND), (R, at(ANDERS), GIVEN))
    assert gone is not None and (gone.state, gone.handed_to, gone.handed_name) == (
        QueueState.HANDED_ON, ANDERS, "Anders",
    )  # fmt: skip
    assert gone.taken_by == BERIT
    ring = [(R, GROUP, AROUND), (C, at(BERIT), AROUND), (R, at(ANDERS), GIVEN), (R, at(BERIT), GIVEN)]
    back = story(*ring)
    assert back is not None and (back.state, back.back_from) == (QueueState.WAITING, "Anders")
    assert back.since == NOW + timedelta(minutes=3) and back.handed_to is None and back.taken_by is None
    later = story(*ring, (R, GROUP, GIVEN))
    assert later is not None and later.since == NOW + timedelta(minutes=3)
    outside = replace(AROUND, handed=HandedOn(BERIT, "+4544556677", ""))
    rings = story((R, GROUP, AROUND), (R, Party("+4544556677"), outside))
    assert rings is not None and rings.handed_name == "+4544556677" and rings.handed_to is None


def test_a_call_whose_phone_was_lost_waits_again_from_its_return_with_whose_it_was() -> None:
    answered = TraceEntry(TraceKind.ANSWERED, "1002102", "Berit", BERIT)
    gone = (*TO_GROUP, answered, TraceEntry(TraceKind.PHONE_LOST, "1002102", "Berit", BERIT), TO_GROUP[1])
    taken = story((R, GROUP, AROUND), (C, at(BERIT), AROUND))
    then = NOW + timedelta(minutes=5)
    back = queued(taken, call(R, GROUP, gone), AROUND, then)
    assert back is not None and (back.state, back.back_from, back.lost) == (QueueState.WAITING, "Berit", True)
    assert (back.since, back.taken_by) == (then, None)
    assert queued(back, call(R, GROUP, gone), AROUND, then + timedelta(minutes=1)) == back
    with_it = call(C, at(ANDERS), (*gone, replace(answered, name="Anders")))
    again = queued(back, with_it, replace(AROUND, attendants=frozenset({ANDERS})), then)
    assert again is not None and (again.state, again.back_from, again.lost) == (QueueState.TAKEN, "", False)
    unseen = queued(None, call(R, GROUP, gone), AROUND, then)  # it was with a colleague, whose it was then
    assert unseen is not None and (unseen.since, unseen.lost) == (then, True)
    assert counted(Day(NOW.date(), 1), None, unseen, then, NOW.date()).calls == 1


@pytest.mark.parametrize("where", [at(CARL), Party("+4544556677"), Party("1002200", "Sales"), at(UserId("d"))])
def test_a_call_handed_on_is_on_its_way_wherever_it_rings_until_it_comes_back(where: Party) -> None:
    """At another receptionist, or where a diversion of theirs leads: a number outside, a group, somebody else."""
    given = replace(AROUND, handed=HandedOn(BERIT, "1002103", "Carl", CARL))
    on_its_way = ((R, GROUP, AROUND), (C, at(BERIT), AROUND), (R, where, given))
    seen = story(*on_its_way)
    assert seen is not None and (seen.state, seen.handed_name) == (QueueState.HANDED_ON, "Carl")
    assert (seen.taken_by, seen.back_from) == (BERIT, "")
    for place in (at(BERIT), GROUP):
        back = story(*on_its_way, (R, place, given))
        assert back is not None and (back.state, back.back_from) == (QueueState.WAITING, "Carl")
        passed_on = story(*on_its_way, (R, place, given), (R, Party("1002200", "Sales"), given))
        assert passed_on is not None and (passed_on.state, passed_on.back_from) == (QueueState.WAITING, "Carl")


@pytest.mark.parametrize(
    ("state", "callee", "around"),
    [
        (C, at(ANDERS), AROUND),
        (C, at(ANDERS), GIVEN),
        (R, at(ANDERS), AROUND),
        (H, at(BERIT), replace(AROUND, parked=True)),
        (CallState.ENDED, GROUP, AROUND),
        (V, at(ANDERS), AROUND),
    ],
)
def test_what_is_with_a_colleague_parked_or_over_has_left_the_queue(
    state: CallState, callee: Party, around: Around
) -> None:
    assert story((R, GROUP, AROUND), (state, callee, around)) is None


def test_calls_that_neither_the_reception_nor_a_company_number_was_called_for_are_not_seen() -> None:
    other = (TraceEntry(TraceKind.DIALLED, "1002200"), TraceEntry(TraceKind.GROUP, "1002200", "Sales"))
    assert queued(None, call(R, Party("1002200", "Sales"), other), AROUND, NOW) is None
    assert queued(None, call(R, GROUP), replace(AROUND, reception=None), NOW) is None


def test_a_company_number_is_seen_from_its_menu_on_but_not_in_somebodys_mailbox() -> None:
    company = (TraceEntry(TraceKind.DIALLED, "+4533123499"), TraceEntry(TraceKind.COMPANY, "+4533123499", "Sales line"))
    seen = queued(None, call(V, Party("+4533123499"), company), AROUND, NOW)
    assert seen is not None and (seen.state, seen.called_name) == (QueueState.MENU, "Sales line")
    swedish = (*company, TraceEntry(TraceKind.GROUP, "1002200", "Sales"), TraceEntry(TraceKind.LANGUAGE, why="sv"))
    seen = queued(seen, call(R, Party("1002200", "Sales"), swedish), AROUND, NOW)
    assert seen is not None and (seen.state, seen.language) == (QueueState.WAITING, "sv")
    mailbox = (*swedish, TraceEntry(TraceKind.VOICEMAIL, "1002101", "Anders", ANDERS))
    assert queued(seen, call(V, Party("1002200"), mailbox), AROUND, NOW) is None


def test_a_colleague_whose_diversion_led_here_is_named_and_a_hidden_caller_is_not() -> None:
    way = (
        TraceEntry(TraceKind.DIALLED, "1002101", "Anders"),
        TraceEntry(TraceKind.DIVERTED, "1002101", "Anders", ANDERS),
        TO_GROUP[1],
    )
    seen = queued(None, call(R, GROUP, way, replace(CALLER, hidden=True)), AROUND, NOW)
    assert seen is not None and (seen.called_user, seen.called_name, seen.number) == (ANDERS, "Anders", "")
    bare = queued(None, call(R, GROUP, TO_GROUP[1:]), AROUND, NOW)
    assert bare is not None and (bare.called_number, bare.called_name) == ("1002100", "")


def test_the_day_counts_each_call_once_and_forgets_yesterday() -> None:
    today = date(2026, 11, 24)
    waits = story((R, GROUP, AROUND))
    assert waits is not None
    taken = replace(waits, state=QueueState.TAKEN, answered=True)
    day = Day(today - timedelta(days=1), 7, 6, timedelta(minutes=9))
    day = counted(day, None, waits, NOW, today)
    assert day == Day(today, calls=1) and day.average == timedelta()
    day = counted(day, waits, waits, NOW, today)
    day = counted(day, waits, taken, NOW + timedelta(seconds=14), today)
    assert (day.calls, day.answered, day.average) == (1, 1, timedelta(seconds=14))
    back = replace(waits, back_from="Anders", answered=True)
    day = counted(counted(day, taken, back, NOW, today), back, taken, NOW + timedelta(minutes=1), today)
    assert (day.calls, day.answered) == (1, 1)
    day = counted(day, replace(waits, state=QueueState.MENU), waits, NOW, today)
    day = counted(day, waits, None, NOW, today)
    assert (day.calls, day.answered) == (2, 1)


def test_a_call_that_was_handed_on_unanswered_is_answered_when_it_has_come_back() -> None:
    steps = [(R, GROUP, AROUND), (R, at(ANDERS), GIVEN), (R, at(BERIT), GIVEN), (C, at(BERIT), GIVEN)]
    seen, day, today = None, Day(NOW.date()), NOW.date()
    for state, callee, around in [*steps, *steps[1:]]:
        before, seen = seen, queued(seen, call(state, callee), around, NOW)
        day = counted(day, before, seen, NOW, today)
    assert (day.calls, day.answered) == (1, 1)
    from_its_place = replace(AROUND, handed=HandedOn(BERIT, "701", "701"))
    back = queued(None, call(R, at(BERIT)), from_its_place, NOW)  # it was talked in before it was parked
    assert back is not None and back.back_from == "701"
    day = counted(counted(day, None, back, NOW, today), back, replace(back, state=QueueState.TAKEN), NOW, today)
    assert (day.calls, day.answered) == (1, 1)
