"""How long sessions last without a sign of life, and who gives it (RFC 4028)."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.msg import Message, response_to
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import Dialog


def accepted(world: World) -> Message:
    heard = world.phones[0].heard
    return next(m for m in heard if m.status == 200 and m.cseq[1] == "INVITE")


def call(world: World, *headers: tuple[str, str]) -> Dialog:
    dialog = world.phones[0].dial("2102", headers=list(headers))
    world.clock.run(5)
    return dialog


def test_a_session_that_is_too_short_is_refused_with_what_is_long_enough() -> None:
    world = World(2)
    dialog = call(world, ("session-expires", "60"), ("supported", "timer"))
    refused = next(m for m in world.phones[0].heard if m.status == 422)
    assert dialog.status == 422 and refused.get("min-se") == "90"


@pytest.mark.parametrize("seconds", ["60", "1800"])
def test_a_phone_that_knows_nothing_of_timers_is_refreshed_by_us(seconds: str) -> None:
    """A proxy has put the header in."""
    world = World(2)
    dialog = call(world, ("session-expires", seconds), ("allow", "INVITE, UPDATE"))
    answer = accepted(world)
    assert answer.get("session-expires") == f"{seconds};refresher=uas" and "timer" not in answer.tokens("require")
    world.clock.run(3700)
    assert not dialog.over and len(world.phones[0].requests("UPDATE")) >= 3600 // min(600, int(seconds) // 2)


def test_a_phone_that_wants_longer_sessions_is_asked_again() -> None:
    world = World(2)
    called = world.phones[1]
    invited = called._invited

    def wants_an_hour(server: object, message: Message, dialog: Dialog | None) -> None:
        if message.get("session-expires").startswith("1800"):
            response = response_to(message, 422, to_tag=server.to_tag)  # type: ignore[attr-defined]
            server.respond(response.add("min-se", "3600"))  # type: ignore[attr-defined]
        else:
            invited(server, message, dialog)  # type: ignore[arg-type]

    called._invited = wants_an_hour  # type: ignore[method-assign,assignment]
    dialog = call(world)
    again = called.requests("INVITE")[-1]
    assert dialog.status == 200 and again.get("session-expires") == "3600;refresher=uac"
    assert again.get("min-se") == "3600" and again.cseq[0] > called.requests("INVITE")[0].cseq[0]
    world.phones[0].hang_up(dialog)
    world.clock.run(200)
    assert world.leftovers() == {}
