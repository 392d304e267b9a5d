"""Whether somebody answers for a group, as tables (spec 12.4e, 12.4f, 3.12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from onepresence_desktop.domain.group_cover import groups_seen
from onepresence_desktop.domain.rota import Rota
from tests.domain.company import ANDERS, BERIT, CARL, CUSTOMER, NOW, NUMBERS
from tests.domain.test_groups import CLOSED, MONDAY, salg

OUT = (ANDERS, BERIT)
TODAY = NOW.astimezone(CUSTOMER.zone).date()


@pytest.mark.parametrize(
    ("changes", "holidays", "nobody"),
    [
        ({}, (), False),
        ({"logged_out": (ANDERS,)}, (), False),
        ({"logged_out": OUT}, (), True),
        ({"logged_out": OUT}, (TODAY,), True),
        ({"logged_out": OUT, "hours": CLOSED}, (), False),
        ({"logged_out": OUT, "hours": CLOSED}, (TODAY,), False),
        ({"members": ()}, (), False),
    ],
)
def test_a_group_whose_members_are_all_logged_out_while_it_is_open_is_seen(
    changes: dict[str, object], holidays: tuple[date, ...], nobody: bool
) -> None:
    plan = replace(salg(**changes), holidays=frozenset(holidays))
    (seen,) = groups_seen(plan, NOW)
    assert (seen.name, seen.nobody, seen.covered, seen.gap) == ("Salg", nobody, False, None)


NEXT = Rota(("x",), MONDAY).next_change(NOW, CUSTOMER.zone)
BOTH = (NUMBERS[BERIT], NUMBERS[CARL])


@pytest.mark.parametrize(
    ("turns", "changes", "gap"),
    [
        (BOTH, {}, None),
        (("+4520202020",), {}, None),
        (("",), {}, NOW),
        ((NUMBERS[BERIT], ""), {}, NEXT),
        ((NUMBERS[BERIT], ""), {"mailbox": CARL}, None),
        ((NUMBERS[BERIT], ""), {"overflow": NUMBERS[CARL]}, None),
        ((*BOTH, "1009999"), {"mailbox": CARL}, NEXT + timedelta(days=7)),
        ((*BOTH, *BOTH, ""), {}, None),
    ],
)
def test_the_first_week_in_which_nobody_is_on_call_is_seen(
    turns: tuple[str, ...], changes: dict[str, object], gap: datetime | None
) -> None:
    (seen,) = groups_seen(salg(hours=CLOSED, rota=Rota(turns, MONDAY), **changes), NOW)
    assert seen.gap == gap and seen.covered is bool(changes)


def test_without_hours_of_its_own_a_group_needs_nobody_on_call() -> None:
    (seen,) = groups_seen(salg(rota=Rota(("",), MONDAY)), NOW)
    assert seen.gap is None
