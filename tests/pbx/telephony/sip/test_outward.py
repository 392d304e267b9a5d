"""Behind a router: our address as those beyond it are told it (spec 12.1a; RFC 3581)."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.outward import Outward
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_provider import SECRET, USER, Provider
from tests.pbx.telephony.sip.test_trunk_calls import OUTSIDE
from tests.pbx.telephony.sip.virtual import PBX

PUBLIC, OTHER, PROVIDER = "93.184.216.34", "93.184.216.35", "151.101.1.69"


def world(public: str = "", sees: tuple[str, int] | None = (PUBLIC, 40123)) -> tuple[World, Provider]:
    made = World(2)
    made.engine.outward.public = public
    provider = Provider(made, PROVIDER)
    provider.sees, provider.challenges = sees, True
    made.engine.trunks.set([provider.line("t", registers=True, user=USER, password=SECRET)])
    made.clock.run(2)
    return made, provider


def end(made: World, provider: Provider) -> None:
    for phone in (*made.phones, provider):
        for dialog in phone.dialogs:
            phone.hang_up(dialog)
    made.engine.trunks.stop()
    made.clock.run(70)
    assert not made.leftovers()


@pytest.mark.parametrize(
    ("public", "sees", "told"),
    [
        ("", (PUBLIC, 40123), (PUBLIC, 40123)),
        ("", None, PBX),
        (PUBLIC, None, (PUBLIC, PBX[1])),
        (PUBLIC, (PUBLIC, 40123), (PUBLIC, 40123)),
        (PUBLIC, (OTHER, 40123), (PUBLIC, PBX[1])),
    ],
)
def test_a_provider_is_told_where_we_are_in_contact_and_sound(
    public: str, sees: tuple[str, int] | None, told: tuple[str, int]
) -> None:
    made, provider = world(public, sees)
    place = f"{told[0]}:{told[1]}"
    assert provider.registered_as == f"sip:firm@{place}"
    made.phones[0].dial(OUTSIDE)
    made.clock.run(3)
    invite = provider.requests("INVITE")[-1]
    assert invite.contact().uri == f"sip:onepresence@{place}"  # type: ignore[union-attr]
    assert f"c=IN IP4 {told[0]}\r\n".encode() in invite.body and b"m=audio 4000 " in invite.body
    assert made.states()[-1] == "connected"
    dialog = provider.call("+4570101002")
    made.clock.run(3)
    assert dialog.talking and f"@{place}" in dialog.target
    assert f"c=IN IP4 {told[0]}\r\n".encode() in provider.exchanges[-1][1]
    inside = made.phones[1].requests("INVITE")[-1]
    assert PUBLIC.encode() not in inside.encode() and f"c=IN IP4 {PBX[0]}\r\n".encode() in inside.body
    end(made, provider)


def test_an_address_learnt_late_takes_the_place_of_the_one_registered_before() -> None:
    made, provider = world(sees=None)
    assert provider.registered_as == f"sip:firm@{PBX[0]}:5060"
    provider.sees = (PUBLIC, 40123)
    made.clock.run(40)  # by the next question whether it is there
    last = provider.requests("REGISTER")[-1]
    assert last.all("contact") == [f"<sip:firm@{PUBLIC}:40123>", f"<sip:firm@{PBX[0]}:5060>;expires=0"]
    count = len(provider.requests("REGISTER"))
    made.clock.run(200)
    assert len(provider.requests("REGISTER")) == count, "once is enough"
    end(made, provider)


def test_a_router_that_changes_its_port_each_time_does_not_make_it_register_for_ever() -> None:
    made, provider = world(sees=None)
    receive, port = provider._receive, iter(range(40000, 60000))

    def elsewhere(data: bytes, source: tuple[str, int]) -> None:
        provider.sees = (PUBLIC, next(port))
        receive(data, source)

    made.network.places[provider.address] = elsewhere
    made.clock.run(600)
    assert made.engine.trunks.states()["t"].up and len(provider.requests("REGISTER")) < 120  # type: ignore[index]
    end(made, provider)


def test_the_state_tells_what_the_provider_is_told_and_what_it_sees() -> None:
    made, provider = world(PUBLIC, (OTHER, 40123))
    state = made.engine.trunks.states()["t"]  # type: ignore[index]
    assert (state.own, state.told, state.seen) == (f"{PBX[0]}:5060", f"{PUBLIC}:5060", f"{OTHER}:40123")
    end(made, provider)


def test_only_who_is_outside_is_told_the_routers_address() -> None:
    outward = Outward()
    outward.public = PUBLIC
    inside, outside = Flow("udp", ("192.168.1.20", 5060), PBX), Flow("tcp", (PROVIDER, 5060), PBX, 3)
    assert (outward.told(inside), outward.told(outside)) == (PBX, (PUBLIC, PBX[1]))
    assert outward.told(Flow("udp", ("2606:2800:220:1::1", 5060), ("2001:db8::1", 5060))) == ("2001:db8::1", 5060)
    assert outward.parted(inside, outside) and not outward.parted(inside, inside)
    outward.saw(outside, "0.0.0.0", 1)
    outward.saw(outside, "nonsense", 1)
    assert outward.told(outside) == (PUBLIC, PBX[1])
    outward.public = ""
    assert outward.told(outside) == PBX and not outward.parted(inside, outside)
    outward.saw(outside, OTHER, 40123)
    assert outward.told(outside) == (OTHER, PBX[1]), "over a connection the port is the one we listen at"
