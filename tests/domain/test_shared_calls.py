"""Missed calls of a group as shared work, told as a table of deeds (spec 7.5, section 14)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.people import CustomerId, GroupId, UserId
from onepresence_desktop.domain.shared_calls import (
    LAPSE,
    MOST_DEEDS,
    SHOWN,
    Deed,
    SharedCall,
    SharedCallId,
    SharedState,
    after,
    begun,
    lapses_at,
    over,
)

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
METTE, BIRK = UserId("mette"), UserId("birk")
D, S = Deed, SharedState


def new() -> SharedCall:
    return begun(SharedCallId("s"), CustomerId("c"), GroupId("g"), "+4533123456", "", NOW)


def told(*deeds: tuple[Deed, UserId | None]) -> SharedCall:
    """An item after these, a minute between them."""
    item = new()
    for minute, (deed, by) in enumerate(deeds, start=1):
        item = after(item, deed, NOW + timedelta(minutes=minute), by)
    return item


@pytest.mark.parametrize(
    ("deeds", "state", "by", "tries"),
    [
        ([], S.OPEN, None, 1),
        ([(D.MISSED, None)], S.OPEN, None, 2),
        ([(D.TAKEN, METTE)], S.TAKEN, METTE, 1),
        ([(D.TAKEN, METTE), (D.TAKEN, METTE)], S.TAKEN, METTE, 1),
        ([(D.TAKEN, METTE), (D.MISSED, None)], S.TAKEN, METTE, 2),
        ([(D.TAKEN, METTE), (D.GIVEN_BACK, METTE)], S.OPEN, None, 1),
        ([(D.TAKEN, METTE), (D.LAPSED, None)], S.OPEN, None, 1),
        ([(D.CALLED, METTE)], S.TAKEN, METTE, 1),
        ([(D.TAKEN, METTE), (D.CALLED, METTE)], S.TAKEN, METTE, 1),
        ([(D.CALLED, METTE), (D.CALLED_BACK, METTE)], S.DONE, None, 1),
        ([(D.TAKEN, METTE), (D.CALLED_AGAIN, BIRK)], S.DONE, None, 1),
        ([(D.CALLED_AGAIN, BIRK)], S.DONE, None, 1),
        ([(D.CALLED_BACK, BIRK)], S.DONE, None, 1),
        ([(D.DONE, BIRK)], S.DONE, None, 1),
        ([(D.TAKEN, METTE), (D.DONE, BIRK)], S.DONE, None, 1),
        ([(D.DONE, BIRK), (D.REOPENED, METTE)], S.OPEN, None, 1),
        ([(D.NOTED, METTE)], S.OPEN, None, 1),
        ([(D.TAKEN, METTE), (D.VOICEMAIL, None)], S.TAKEN, METTE, 1),
    ],
)
def test_what_deeds_make_of_an_item(
    deeds: list[tuple[Deed, UserId | None]], state: SharedState, by: UserId | None, tries: int
) -> None:
    item = told(*deeds)
    assert (item.state, item.taken_by, item.tries) == (state, by, tries)
    assert (item.done_at is not None) is (state is S.DONE)


@pytest.mark.parametrize(
    ("deeds", "deed", "by", "why"),
    [
        ([(D.TAKEN, METTE)], D.TAKEN, BIRK, "taken"),
        ([(D.TAKEN, METTE)], D.GIVEN_BACK, BIRK, "taken"),
        ([], D.GIVEN_BACK, METTE, "shared_call"),
        ([], D.REOPENED, METTE, "shared_call"),
        ([(D.DONE, METTE)], D.TAKEN, METTE, "shared_call"),
        ([(D.DONE, METTE)], D.MISSED, None, "shared_call"),
    ],
)
def test_what_cannot_be_done_is_refused_and_says_why(
    deeds: list[tuple[Deed, UserId | None]], deed: Deed, by: UserId, why: str
) -> None:
    item = told(*deeds)
    with pytest.raises(Conflict) as refused:
        after(item, deed, NOW, by)
    assert refused.value.details["what"] == why


def test_who_took_it_has_half_an_hour_from_their_last_call() -> None:
    assert lapses_at(new()) is None
    taken = told((D.TAKEN, METTE))
    assert lapses_at(taken) == NOW + timedelta(minutes=1) + LAPSE
    assert lapses_at(after(taken, D.CALLED, NOW + timedelta(minutes=20), METTE)) == NOW + timedelta(minutes=20) + LAPSE


def test_what_is_done_leaves_the_list_after_a_day() -> None:
    done = told((D.DONE, METTE))
    assert done.done_at is not None
    assert not over(new(), NOW + 2 * SHOWN)
    assert [over(done, done.done_at + SHOWN - timedelta(seconds=1)), over(done, done.done_at + SHOWN)] == [False, True]


def test_a_long_story_keeps_its_beginning_and_its_end() -> None:
    item = told(*[(D.MISSED, None)] * (MOST_DEEDS + 20))
    assert (len(item.deeds), item.tries) == (MOST_DEEDS, MOST_DEEDS + 21)
    assert item.deeds[0].at == NOW and item.deeds[-1].at == item.last_at
