"""What a phone shows of who calls: the name that its own user knows them by (spec 8.3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onepresence_desktop.domain.people import GroupId, HuntGroup, RingStrategy, UserId
from tests.pbx.telephony.sip.test_refer import handed_on
from tests.pbx.telephony.sip.test_trunk_calls import OUTSIDE, Lines

P1, P2 = UserId("p1"), UserId("p2")
VOUCHED = f"<sip:{OUTSIDE}@provider>"


def shown(lines: Lines, person: int) -> tuple[str, str]:
    """The names in From and in what vouches for it, of the last call to a phone."""
    invite = lines.world.phones[person].requests("INVITE")[-1]
    return invite.from_.name, invite.get("p-asserted-identity").partition(" <")[0].strip('"')


@pytest.mark.parametrize("told", ["", "HELLE F"])
def test_a_phone_shows_the_name_that_its_user_knows_and_else_the_one_that_came_with_the_call(told: str) -> None:
    lines = Lines()
    lines.provider.shows = told
    lines.world.router.names[P1, OUTSIDE] = "Helle Friis"
    for number in ("+4570101002", "+4570101003"):
        lines.provider.call(number, p_asserted_identity=VOUCHED)
        lines.world.clock.run(1)
    assert shown(lines, 1) == ("Helle Friis", "Helle Friis")
    assert lines.world.phones[2].requests("INVITE")[-1].from_.name == told
    lines.world.clock.run(3)
    lines.end()


def test_in_a_group_each_phone_shows_what_its_own_user_knows() -> None:
    lines = Lines()
    group = HuntGroup(GroupId("g"), lines.world.lines[0].customer_id, "1002500", "Sales", (P1, P2), RingStrategy.ALL)
    plan = lines.world.router.dial_plan
    lines.world.router.dial_plan = replace(
        plan, groups={group.id: group}, groups_by_number={"+4570101050": group.id, "1002500": group.id}
    )
    lines.world.router.names |= {(P1, OUTSIDE): "Helle Friis", (P2, OUTSIDE): "Friis ApS"}
    lines.provider.call("+4570101050", p_asserted_identity=VOUCHED)
    lines.world.clock.run(1)
    assert [shown(lines, person)[0] for person in (1, 2)] == ["Helle Friis", "Friis ApS"]
    lines.world.clock.run(3)
    lines.end()


def test_who_withholds_their_number_has_no_name() -> None:
    lines = Lines()
    lines.world.router.names[P1, OUTSIDE] = "Helle Friis"
    lines.provider.shows = "Helle F"
    lines.provider.call("+4570101002", p_asserted_identity=VOUCHED, privacy="id")
    lines.world.clock.run(1)
    (invite,) = lines.world.phones[1].requests("INVITE")
    assert invite.from_.name == "" and b"Helle" not in invite.encode() and OUTSIDE.encode() not in invite.encode()
    lines.world.clock.run(3)
    lines.end()


def test_who_is_called_back_after_a_transfer_sees_the_name_they_know_and_who_did_not_answer() -> None:
    world, _ = handed_on(hangs_up=True, answers=False)
    world.router.names[P1, "1002101"] = "Helle Friis"
    world.phones[1].manner = [(0.1, "ring"), (3.0, "answer")]
    world.clock.run(14)
    assert world.phones[1].requests("INVITE")[-1].from_.name == "Helle Friis (P2)"
