"""Who may take a colleague's call (spec 4.8), and where a parked one waits."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.feature_codes import Code, Feature, is_code, read_code
from onepresence_desktop.domain.parking import PLACES, free_place
from onepresence_desktop.domain.people import CustomerId, GroupId, HuntGroup, User, UserId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId, may_pick_up

FIRM = CustomerId("c")


def user(name: str, department: str = "") -> User:
    return User(UserId(name), FIRM, "1002101", name, department=department)


def group(*members: str) -> PickupGroup:
    return PickupGroup(PickupGroupId("p"), FIRM, "P", tuple(UserId(one) for one in members))


HUNT = HuntGroup(GroupId("g"), FIRM, "1002190", "Sales", (UserId("a"), UserId("b")))


@pytest.mark.parametrize(
    ("picker", "rung", "groups", "hunt", "may"),
    [
        (user("a"), user("a"), [], [], True),
        (user("a"), user("b"), [], [], False),
        (user("a", "IT"), user("b", "IT"), [], [], True),
        (user("a", "IT"), user("b", "HR"), [], [], False),
        (user("a"), user("b"), [], [HUNT], True),
        (user("a"), user("c"), [], [HUNT], False),
        (user("a"), user("b"), [group("a", "b")], [], True),
        (user("a", "IT"), user("b", "IT"), [group("b", "c")], [HUNT], False),
        (user("a", "IT"), user("b", "IT"), [group("a", "c")], [], True),
        (user("a"), user("b"), [group("b", "c"), group("a", "b")], [], True),
    ],
)
def test_who_may_pick_up(picker: User, rung: User, groups: list[PickupGroup], hunt: list[HuntGroup], may: bool) -> None:
    assert may_pick_up(picker, rung, groups, hunt) is may


def test_the_first_free_place_is_taken_until_none_is_left() -> None:
    assert free_place([]) == "701"
    assert free_place(["701", "703"]) == "702"
    assert free_place(PLACES) is None


@pytest.mark.parametrize(
    ("keyed", "code"),
    [
        ("*8", Code(Feature.PICK_UP)),
        ("*82102#", Code(Feature.PICK_UP, "2102")),
        ("*81002102", Code(Feature.PICK_UP, "1002102")),
        ("*68", Code(Feature.PARK)),
        ("720", Code(Feature.FETCH, "720")),
        ("*98", Code(Feature.MAILBOX)),
        ("*982102", Code(Feature.MAILBOX, "2102")),
        ("*98*2102#", Code(Feature.MAILBOX, "2102")),
        ("*98*4", Code(Feature.RECORD_GREETING)),
    ],
)
def test_codes_about_calls_and_mailboxes(keyed: str, code: Code) -> None:
    assert is_code(keyed) and read_code(keyed) == code


def test_other_numbers_of_three_digits_are_no_places() -> None:
    assert not is_code("700") and not is_code("721") and read_code("721") is None
