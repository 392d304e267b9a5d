"""What a provider is told of who calls, by the caller's choice and by codes (spec 4.9, RFC 3323, RFC 3325)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from onepresence_desktop.domain.calls import CallState, TraceKind
from onepresence_desktop.domain.company_number import CompanyNumber, CompanyNumberId
from onepresence_desktop.domain.number_shown import NumberShown, ShownKind
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.shown_kinds import ShownOnce
from onepresence_desktop.domain.steps import Trunk
from onepresence_desktop.domain.trunks import CallerId
from tests.pbx.telephony.sip.office import CUSTOMER
from tests.pbx.telephony.sip.test_trunk_calls import OUTSIDE, Lines

MAIN, OWN = "+4570101000", "+4570101001"


def choose(lines: Lines, wanted: NumberShown) -> None:
    number = CompanyNumber(CompanyNumberId("n"), CUSTOMER.id, MAIN, "Firm", "1002101")
    plan = lines.world.router.dial_plan
    lines.world.router.dial_plan = replace(plan, company_numbers={number.id: number}, shown_by={UserId("p0"): wanted})


CASES: list[tuple[NumberShown, str, CallerId, str, str, bool]] = [
    (NumberShown(), OUTSIDE, CallerId.ASSERTED, OWN, OWN, False),
    (NumberShown(ShownKind.COMPANY, MAIN), OUTSIDE, CallerId.ASSERTED, MAIN, MAIN, False),
    (NumberShown(ShownKind.COMPANY, MAIN), OUTSIDE, CallerId.FROM, MAIN, "", False),
    (NumberShown(ShownKind.WITHHELD), OUTSIDE, CallerId.ASSERTED, "anonymous", OWN, True),
    (NumberShown(ShownKind.WITHHELD), OUTSIDE, CallerId.PREFERRED, "anonymous", OWN, True),
    (NumberShown(ShownKind.WITHHELD), OUTSIDE, CallerId.FROM, "anonymous", "", True),
    (NumberShown(ShownKind.WITHHELD), f"#31*{OUTSIDE}", CallerId.ASSERTED, OWN, OWN, False),
    (NumberShown(), f"*31*{OUTSIDE}", CallerId.ASSERTED, "anonymous", OWN, True),
    (NumberShown(ShownKind.COMPANY, MAIN), f"*31*{OUTSIDE}", CallerId.ASSERTED, "anonymous", MAIN, True),
]


@pytest.mark.parametrize(("wanted", "dialled", "setting", "from_", "vouched", "private"), CASES)
def test_the_provider_is_told_the_number_chosen(
    wanted: NumberShown, dialled: str, setting: CallerId, from_: str, vouched: str, private: bool
) -> None:
    lines = Lines(caller_id=setting)
    choose(lines, wanted)
    lines.call_out(dialled)
    (invite,) = lines.invites()
    known = invite.get("p-asserted-identity") or invite.get("p-preferred-identity")
    assert (invite.from_.parsed().user, invite.get("privacy")) == (from_, "id" if private else "")
    assert (vouched in known) if vouched else not known
    assert not (private and b'"P0"' in invite.encode())
    lines.end()


@pytest.mark.parametrize("dialled", ["112", "*31*112"])
def test_whoever_sends_help_sees_the_own_number(dialled: str) -> None:
    lines = Lines()
    choose(lines, NumberShown(ShownKind.WITHHELD))
    router: Any = lines.world.router
    router.route = lambda *asked, **_: Trunk(asked[2], emergency=True)
    lines.call_out(dialled)
    (invite,) = lines.invites()
    assert invite.uri.startswith("sip:112@") and invite.from_.parsed().user == OWN and not invite.has("privacy")
    lines.end()


def test_colleagues_see_who_calls_though_the_number_is_withheld_outside() -> None:
    lines = Lines()
    choose(lines, NumberShown(ShownKind.WITHHELD))
    lines.call_out("2102")
    (invite,) = lines.world.phones[1].requests("INVITE")
    assert "1002101" in invite.get("p-asserted-identity") and not invite.has("privacy")
    lines.end()


def test_a_choice_for_the_next_call_is_told_the_provider_and_that_call_says_that_it_went_outside() -> None:
    lines = Lines()
    choose(lines, NumberShown())
    plan = lines.world.router.dial_plan
    once = ShownOnce(NumberShown(ShownKind.COMPANY, MAIN), datetime(2020, 1, 1, tzinfo=UTC))
    lines.world.router.dial_plan = replace(plan, shown_once={UserId("p0"): once})
    lines.call_out()
    (invite,) = lines.invites()
    assert invite.from_.parsed().user == MAIN
    told = lines.world.progress()[-1]
    assert told.state is CallState.CONNECTED and told.caller.user_id == UserId("p0")
    assert TraceKind.TRUNK in [entry.kind for entry in told.trace]
    lines.end()
