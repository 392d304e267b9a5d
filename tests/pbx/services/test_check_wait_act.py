"""Access that has ended does not work, however sign-in, administration and the live stream overlap (spec 1.3, 1.6).

A state machine (`doors`) decides at each wait which use case goes on, and looks at what each commits.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from onepresence_desktop.domain.people import Role
from tests.pbx.services.doors import PEOPLE, Doors
from tests.pbx.services.own_verbs import VERBS

Doors.TestCase.settings = settings(
    derandomize=True,
    max_examples=100,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestDoors = Doors.TestCase


ANNA, BODIL, CARL = PEOPLE
BY_THEMSELVES: list[Callable[[Doors], None]] = [
    lambda doors: doors.signs_in(CARL, "2580"),
    lambda doors: doors.changes_password(2),
    lambda doors: doors.joins(2),
    lambda doors: doors.signs_in(ANNA, "2580"),
]
BY_ANNA: list[Callable[[Doors], None]] = [
    lambda doors: doors.resets(0, CARL),
    lambda doors: doors.closes(0, CARL, True),
    lambda doors: doors.takes_role(0, CARL, Role.USER),
    lambda doors: doors.is_given_a_title(0, CARL),
    lambda doors: doors.removes(0, CARL),
    lambda doors: doors.is_imported(CARL),
]
ENDING_ACCESS: list[Callable[[Doors], None]] = [
    *BY_ANNA,
    lambda doors: doors.changes_password(2),
    lambda doors: doors.ends_a_session(2, 2),
    lambda doors: doors.resets(1, ANNA),
    lambda doors: doors.closes(1, ANNA, True),
    lambda doors: doors.takes_role(1, ANNA, Role.USER),
    lambda doors: doors.removes(1, ANNA),
    lambda doors: doors.ends_a_session(0, 0),
]


@pytest.mark.parametrize("first", range(len(BY_THEMSELVES + BY_ANNA)))
def test_whatever_is_done_whole_at_any_wait_of_something_else_holds(first: int) -> None:
    for second in ENDING_ACCESS:
        at, more = 0, True
        while more:
            doors = Doors()
            try:
                doors.begin()
                (BY_THEMSELVES + BY_ANNA)[first](doors)
                more = doors.lets(doors.last, at)
                second(doors)
                doors.lets(doors.last, 20)
            finally:
                doors.teardown()
            at += 1


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_change_of_ones_own_that_waits_while_access_ends_is_not_made(verb: str) -> None:
    roles, _ = VERBS[verb]
    ends: list[Callable[[Doors], None]] = [
        lambda doors: doors.closes(0, BODIL, True),
        lambda doors: doors.removes(0, BODIL),
        lambda doors: doors.ends_a_session(1, 1),
    ]
    if Role.USER not in roles:
        ends.append(lambda doors: doors.takes_role(0, BODIL, Role.USER))
    for end in ends:
        at, more = 0, True
        while more:
            doors = Doors()
            try:
                doors.begin()
                doors.changes_their_own(1, verb)
                mine = doors.last
                more = doors.lets(mine, at)
                end(doors)
                doors.lets(doors.last, 20)
                doors.lets(mine, 20)
            finally:
                doors.teardown()
            at += 1


SENSITIVE: dict[str, Callable[[Doors], None]] = {
    "a reset password": lambda doors: doors.resets(0, CARL),
    "a new administrator": lambda doors: doors.takes_role(0, CARL, Role.ADMINISTRATOR),
    "one administrator less": lambda doors: doors.takes_role(0, BODIL, Role.USER),
    "a removed administrator": lambda doors: doors.removes(0, BODIL),
    "a mailbox PIN": lambda doors: doors.changes_their_own(0, "mailbox PIN"),
}


@pytest.mark.parametrize("act", sorted(SENSITIVE))
def test_what_needs_the_password_is_not_done_when_its_proof_runs_out_while_it_waits(act: str) -> None:
    at, more = 0, True
    while more:
        doors = Doors()
        try:
            doors.begin()
            SENSITIVE[act](doors)
            mine = doors.last
            more = doors.lets(mine, at)
            done = len(doors.store.state.audit), len(doors.store.state.own)
            doors.sign_in.proofs.forget([doors.sign_in.again(doors.tokens[0]).session_id])
            doors.lets(mine, 30)
            assert not more or (len(doors.store.state.audit), len(doors.store.state.own)) == done
        finally:
            doors.teardown()
        at += 1
    assert at > 1
