"""A phone that forwards by itself (302): within the company, outside, in circles; and one that can't talk."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.calls import Cause, TraceKind
from onepresence_desktop.domain.diversion import Destination, DestinationKind
from tests.pbx.telephony.sip.simulated import World


def test_a_302_is_followed_with_diversion_and_trace_as_if_all_calls_were_diverted() -> None:
    world = World(3)
    world.phones[1].manner = [(0.1, "moved sip:2103@10.0.0.1")]
    dialog = world.phones[0].dial("2102")
    world.clock.run(5)
    invite = world.phones[2].requests("INVITE")[0]
    assert dialog.talking and "1002102" in invite.get("diversion") and "reason=unconditional" in invite.get("diversion")
    told = world.progress()[-1]
    assert told.callee.number == "1002103" and told.diverted_from == ("1002102",)
    assert [entry.kind for entry in told.trace if entry.number == "1002102"] == [TraceKind.RANG, TraceKind.FORWARDED]


def test_the_address_in_a_302_is_not_called_only_its_number_by_the_companys_rules() -> None:
    world = World(3)
    world.phones[1].manner = [(0.1, "moved sip:2103@10.66.66.66:5099")]
    dialog = world.phones[0].dial("2102")
    world.clock.run(5)
    assert dialog.talking and world.phones[2].requests("INVITE")


@pytest.mark.parametrize("uri", ["sip:2102@10.0.0.1", "sip:nobody@10.0.0.1", "sip:10.0.0.1", "http://x"])
def test_a_302_that_leads_nowhere_ends_and_is_not_tried_again(uri: str) -> None:
    world = World(2)
    world.phones[1].manner = [(0.1, f"moved {uri}")]
    dialog = world.phones[0].dial("2102")
    world.clock.run(30)
    assert dialog.status and len(world.phones[1].requests("INVITE")) == 1
    world.clock.run(60)
    assert not world.engine.calls


def test_phones_that_forward_to_each_other_end_the_loop() -> None:
    world = World(3)
    world.phones[1].manner = [(0.1, "moved sip:2103@10.0.0.1")]
    world.phones[2].manner = [(0.1, "moved sip:2102@10.0.0.1")]
    world.phones[0].dial("2102")
    world.clock.run(60)
    assert [len(phone.requests("INVITE")) for phone in world.phones[1:]] == [1, 1] and not world.engine.calls


@pytest.mark.parametrize("status", [415, 488, 606])
def test_a_phone_that_can_do_nothing_with_the_offered_sound_is_told_as_such(status: int) -> None:
    world = World(2)
    world.phones[1].manner = [(0.1, f"refuse {status}")]
    world.forwards(1, unreachable=Destination(DestinationKind.OPEN))
    dialog = world.phones[0].dial("2102")
    world.clock.run(5)
    assert dialog.status == 488 and world.progress()[-1].cause is Cause.NOT_ACCEPTABLE
