"""Phones whose lines demand TLS and encrypted sound are refused in clear, with the reason for whoever asks (12.1c)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onepresence_desktop.domain.doctor import Failure
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.srtp import SUITES, Crypto
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import sdp

KEY = Crypto(1, SUITES[0], bytes(range(30)))


def sealed(host: str, version: int = 1) -> bytes:
    """A description with a key."""
    lines = sdp(host, version=version).replace(b"RTP/AVP", b"RTP/SAVP")
    return lines + f"{KEY.line}\r\n".encode()


def world(*, demands: bool = True) -> World:
    """The first phone comes over TLS and encrypts, and must; the second does neither, and needn't."""
    made = World(2)
    made.network.connections[made.phones[0].address] = 7
    flow_of = made._flow

    def over_tls(source: tuple[str, int]) -> Flow:
        flow = flow_of(source)
        return replace(flow, kind="tls") if flow.reliable else flow

    made._flow = over_tls  # type: ignore[method-assign]
    if demands:
        demand(made)
    made.phones[0].register()
    made.phones[0].offers = lambda: sealed(made.phones[0].host)
    made.phones[0].answers = made.phones[0].agrees = lambda _: sealed(made.phones[0].host, 2)
    made.clock.run(1)
    return made


def demand(made: World) -> None:
    made.lines[0] = replace(made.lines[0], secure=True)
    made.engine.change_lines([made.lines[0]], [])


def failures(made: World) -> list[Any]:
    return [(user, one.failure) for (_, user), one in made.engine.failures.seen().items()]


def test_a_phone_is_no_longer_reached_where_it_came_in_without_tls_and_may_not_come_back_so() -> None:
    made = World(2)
    demand(made)
    assert made.state("d-p0") is DeviceState.OFFLINE and made.state("d-p1") is DeviceState.IDLE
    answers = made.phones[0].register()
    made.clock.run(1)
    assert [(one.status, "TLS and SRTP" in one.get("warning")) for one in answers] == [(403, True)]
    assert not answers[0].has("www-authenticate"), "no proof is asked for that would come in clear"
    assert made.phones[1].register() is not None
    made.clock.run(1)
    assert made.phones[1].registered and failures(made) == [("s-p0", Failure.IN_CLEAR)]


def test_sound_in_clear_is_refused_on_the_way_in_and_asked_for_encrypted_on_the_way_out() -> None:
    made = world()
    assert made.state("d-p0") is DeviceState.IDLE
    made.phones[0].offers = lambda: sdp(made.phones[0].host)
    refused = made.phones[0].dial("2102")
    made.clock.run(2)
    assert refused.status == 488 and not made.phones[1].requests("INVITE")
    made.phones[1].dial("2101")
    made.clock.run(3)
    (invite,) = made.phones[0].requests("INVITE")
    assert b"RTP/SAVP" in invite.body and b"a=crypto" in invite.body
    assert made.states()[-1] == "connected"


def test_sound_that_was_encrypted_may_not_become_clear_within_a_call() -> None:
    made = world()
    dialog = made.phones[0].dial("2102")
    made.clock.run(3)
    assert dialog.talking
    answers = made.phones[0].ask(dialog, "INVITE", sdp(made.phones[0].host, version=3), content_type="application/sdp")
    made.clock.run(2)
    assert [one.status for one in answers if one.status >= 200] == [488] and dialog.talking
    again = made.phones[0].ask(dialog, "INVITE", sealed(made.phones[0].host, 4), content_type="application/sdp")
    made.clock.run(2)
    assert again[-1].status == 200


def test_a_call_for_help_is_let_through_in_clear() -> None:
    made = World(2)
    demand(made)
    dialog = made.phones[0].dial("112")
    made.clock.run(3)
    assert dialog.status not in (0, 403, 488)


def test_who_proves_to_be_another_than_they_say_is_judged_by_who_they_are() -> None:
    made = World(2)
    demand(made)
    phone = made.phones[0]
    build = phone._build
    phone._build = lambda method, uri, local, *more: build(  # type: ignore[method-assign,misc]
        method, uri, local.replace("s-p0", "s-p1"), *more
    )
    dialog = phone.dial("2102")
    made.clock.run(3)
    assert dialog.status == 488 and failures(made)[-1] == ("s-p0", Failure.IN_CLEAR)
