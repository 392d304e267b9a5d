"""Who is where: digests, contacts that come and go, flows that break, questions whether a phone is still there."""

from __future__ import annotations

import hashlib

import pytest

from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.ports import SIP_REALM
from onepresence_desktop.pbx.telephony.sip.address import parameters, split_list
from onepresence_desktop.pbx.telephony.sip.auth import NONCE_SECONDS
from onepresence_desktop.pbx.telephony.sip.guard import FREE_TRIES
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse
from onepresence_desktop.pbx.telephony.sip.registrar import MOST_BINDINGS
from tests.pbx.telephony.sip.office import PASSWORD
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.virtual import PBX

HOME = ("10.0.1.1", 5060)


class Desk:
    """A phone's words one by one: what is sent is written here, and what comes back is returned."""

    def __init__(self, world: World, source: tuple[str, int] = HOME) -> None:
        self.world, self.source, self.number = world, source, 0
        self.via = f"SIP/2.0/UDP {source[0]}:5060;rport;branch=z9hG4bKdesk"
        self.heard: list[Message] = []
        world.network.places[source] = lambda data, _: self.heard.append(parse(data))

    def register(
        self, proof: str = "", *, call_id: str = "desk", again: bool = False, name: str = "s-p0", **headers: str
    ) -> Message:
        self.number += 0 if again else 1
        request = Message("REGISTER", "sip:10.0.0.1")
        request.headers = [
            ("via", f"{self.via}{self.number}"),
            ("max-forwards", "70"),
            ("from", f"<sip:{name}@10.0.0.1>;tag=z"),
            ("to", "<sip:s-p0@10.0.0.1>"),
            ("call-id", call_id),
            ("cseq", f"{self.number} REGISTER"),
            *((name.replace("_", "-"), value) for name, value in headers.items()),
        ]
        if proof:
            request.add("authorization", proof)
        self.heard.clear()
        self.world.network.carry(request.encode(), self.source, PBX)
        self.world.clock.run(0.1)
        return next(message for message in self.heard if not message.is_request)


def proof(
    challenge: Message, *, count: int = 1, password: str = PASSWORD, user: str = "s-p0", qop: bool = True,
    uri: str = "sip:10.0.0.1",
) -> str:  # fmt: skip
    fields = parameters(split_list(challenge.get("www-authenticate").partition(" ")[2]))
    algorithm = fields["algorithm"]

    def digest(text: str) -> str:
        return hashlib.new({"MD5": "md5", "SHA-256": "sha256"}[algorithm], text.encode()).hexdigest()

    nonce = fields["nonce"]
    ha1, ha2 = digest(f"{user}:{SIP_REALM}:{password}"), digest(f"REGISTER:{uri}")
    middle = f"{nonce}:{count:08x}:abc:auth" if qop else nonce
    counted = f', qop=auth, nc={count:08x}, cnonce="abc"' if qop else ""
    return (
        f'Digest username="{user}", realm="{SIP_REALM}", nonce="{nonce}", uri="{uri}", algorithm={algorithm}, '
        f'response="{digest(f"{ha1}:{middle}:{ha2}")}"{counted}'
    )


CONTACT = "<sip:s-p0@10.0.1.1:5060>"


def test_md5_is_offered_first_and_sha_256_to_who_comes_back_without() -> None:
    desk = Desk(World(1))
    first = desk.register()
    assert "algorithm=MD5" in first.get("www-authenticate") and len(first.all("www-authenticate")) == 1
    lost = desk.register(again=True)
    assert lost.encode() == first.encode()  # sent again for want of an answer: no other wish
    second = desk.register()
    assert "algorithm=SHA-256" in second.get("www-authenticate")
    assert desk.register(proof(second), contact=CONTACT).status == 200


@pytest.mark.parametrize("algorithm", ["MD5", "SHA-256"])
def test_a_phone_that_knows_one_algorithm_only_registers_and_calls(algorithm: str) -> None:
    world = World(2)
    phone = world.phones[0]
    phone.algorithm = algorithm
    answers = phone.register()
    dialog = phone.dial("2102", [(1, "bye")])
    world.clock.run(10)
    assert [answer.status for answer in answers] == [200] and dialog.status == 200


def test_a_nonce_is_good_for_rising_counts_only_and_for_a_while_only() -> None:
    world = World(1)
    desk = Desk(world)
    challenge = desk.register()
    assert desk.register(proof(challenge, count=1)).status == 200
    replayed = desk.register(proof(challenge, count=1))
    assert replayed.status == 401 and "stale=true" in replayed.get("www-authenticate")
    assert desk.register(proof(challenge, count=2)).status == 200
    world.clock.run(NONCE_SECONDS + 1)
    old = desk.register(proof(challenge, count=3))
    assert old.status == 401 and "stale=true" in old.get("www-authenticate")
    assert desk.register(proof(old)).status == 200


def test_credentials_without_a_count_are_no_way_around_it() -> None:
    desk = Desk(World(1))
    challenge = desk.register()
    assert desk.register(proof(challenge).replace("nc=00000001, ", "")).status == 401
    assert desk.register(proof(challenge, qop=False), contact=CONTACT).status == 200  # a phone of RFC 2069
    stolen = desk.register(proof(challenge, qop=False), contact="<sip:s-p0@10.9.9.9>", call_id="other")
    assert stolen.status == 401 and "stale=true" in stolen.get("www-authenticate")
    assert desk.register(proof(stolen, qop=False)).status == 200


def test_a_proof_for_another_address_or_of_another_host_is_worth_nothing() -> None:
    world = World(1)
    desk, other = Desk(world), Desk(world, ("10.0.1.9", 5060))
    challenge = desk.register()
    assert desk.register(proof(challenge, uri="sip:10.0.0.2")).status == 400
    elsewhere = other.register(proof(challenge))
    assert elsewhere.status == 401 and "stale=true" in elsewhere.get("www-authenticate")
    assert desk.register(proof(challenge, uri="sip:10.0.0.1:5060;transport=UDP")).status == 200


def test_only_guesses_on_a_fresh_nonce_of_ours_lock_a_phone() -> None:
    world = World(2)
    desk = Desk(world)
    challenge = desk.register()
    forged = Message(status=401).add("www-authenticate", 'Digest nonce="1.2.3", algorithm=MD5')
    for n in range(3 * FREE_TRIES):
        assert desk.register(proof(forged, password=f"guess{n}"), call_id=f"f{n}").status == 401
    theirs = Desk(world, ("10.9.9.9", 5060)).register()
    for n in range(3 * FREE_TRIES):  # what a stranger was told, under the phone's address
        assert desk.register(proof(theirs, password=f"guess{n}"), call_id=f"t{n}").status == 401
    assert desk.register(proof(challenge)).status == 200


def test_the_same_phone_at_another_port_takes_the_place_of_its_old_contact() -> None:
    world = World(1)
    desk = Desk(world)
    desk.register(proof(desk.register()), contact="*", expires="0")
    for port in (5060, 5072, 5084):
        contact = f'<sip:s-p0@10.0.1.1:{port}>;+sip.instance="<urn:uuid:0-1>";reg-id=1'
        answer = desk.register(proof(desk.register()), contact=contact, call_id=f"c{port}")
        assert [c.partition(">")[0] for c in answer.all("contact")] == [f"<sip:s-p0@10.0.1.1:{port}"]
    other = '<sip:s-p0@10.0.1.1:6000>;+sip.instance="<urn:uuid:0-2>";reg-id=1'
    assert len(desk.register(proof(desk.register()), contact=other, call_id="c9").all("contact")) == 2


@pytest.mark.parametrize("via", ["10.0.1.1:5099", "10.0.1.1"])
def test_a_phone_without_rport_is_answered_and_called_at_the_port_it_names(via: str) -> None:
    world = World(2)
    port = int(via.partition(":")[2] or 5060)
    desk = Desk(world, ("10.0.1.1", 49_152))
    at_port: list[Message] = []
    desk.via = f"SIP/2.0/UDP {via};branch=z9hG4bKold"
    world.network.places[("10.0.1.1", port)] = lambda data, _: (
        at_port.append(parse(data)),
        desk.heard.append(parse(data)),
    )
    desk.register(proof(desk.register()), contact="*", expires="0")
    assert desk.register(proof(desk.register()), contact=f"<sip:s-p0@10.0.1.1:{port}>").status == 200
    world.phones[1].dial("2101")
    world.clock.run(1)
    assert any(message.method == "INVITE" for message in at_port)


def test_a_nonce_of_others_and_a_wrong_password_are_refused() -> None:
    desk = Desk(World(1))
    challenge = desk.register()
    assert desk.register(proof(challenge, password="guess")).status == 401
    forged = Message(status=401).add("www-authenticate", 'Digest nonce="0.0.0", algorithm=MD5')
    assert "stale=true" in desk.register(proof(forged)).get("www-authenticate")


def test_a_guesser_is_locked_out_whatever_name_he_writes_elsewhere() -> None:
    world = World(2)
    desk = Desk(world, ("10.9.9.9", 5060))
    challenge = desk.register()
    for n in range(FREE_TRIES):
        assert desk.register(proof(challenge, password=f"guess{n}"), call_id=f"g{n}", name=f"other{n}").status == 401
    assert desk.register(proof(challenge)).status == 403  # even with the right one, for now
    own = Desk(world)
    assert own.register(proof(own.register())).status == 200  # the phone itself, from its own place


def test_whoever_is_not_a_phone_of_ours_leaves_nothing_behind() -> None:
    world = World(1)
    desk = Desk(world, ("10.9.9.9", 5060))
    before = world.engine.layer.count
    for n in range(100):
        desk.register(call_id=f"flood{n}")
    assert world.engine.layer.count <= before


def test_a_registration_runs_out_and_is_renewed_and_taken_back() -> None:
    world = World(1)
    phone = world.phones[0]
    phone.register(60)
    world.clock.run(50)
    assert world.state("d-p0") is DeviceState.IDLE
    phone.register(60)
    world.clock.run(50)
    assert world.state("d-p0") is DeviceState.IDLE
    world.clock.run(12)
    assert world.state("d-p0") is DeviceState.OFFLINE
    phone.register(60)
    world.clock.run(1)
    assert world.state("d-p0") is DeviceState.IDLE
    phone.register(0)
    world.clock.run(1)
    assert world.state("d-p0") is DeviceState.OFFLINE


def test_answers_tell_every_contact_with_its_time_and_too_brief_ones_are_refused() -> None:
    world = World(1)
    desk = Desk(world)
    desk.register(proof(desk.register()), contact="*", expires="0")
    assert world.state("d-p0") is DeviceState.OFFLINE
    one = desk.register(proof(desk.register()), contact=f"{CONTACT};expires=120")
    assert one.status == 200 and one.all("contact") == ["<sip:s-p0@10.0.1.1:5060>;expires=120"]
    both = desk.register(proof(desk.register()), contact="<sip:s-p0@10.0.1.1:5070>", expires="90000")
    assert [c.rpartition("=")[2] for c in both.all("contact")] == ["300", "120"]
    brief = desk.register(proof(desk.register()), contact=CONTACT, expires="5")
    assert brief.status == 423 and brief.get("min-expires") == "30"
    star = desk.register(proof(desk.register()), contact="*", expires="60")
    assert star.status == 400
    asked = desk.register(proof(desk.register()))
    assert len(asked.all("contact")) == 2
    for n in range(9):
        desk.register(proof(desk.register()), contact=f"<sip:s-p0@10.0.1.1:{6000 + n}>")
    assert len(world.engine.registrar.bindings("s-p0")) == MOST_BINDINGS


def test_the_same_contact_in_other_letters_is_the_same() -> None:
    world = World(1)
    desk = Desk(world)
    desk.register(proof(desk.register()), contact="*", expires="0")
    for spelt in ("sip:s-p0@10.0.1.1:5060;transport=udp", "SIP:s-p0@10.0.1.1:5060;Transport=UDP"):
        desk.register(proof(desk.register()), contact=f"<{spelt}>")
    assert len(world.engine.registrar.bindings("s-p0")) == 1


def test_an_old_register_that_comes_late_changes_nothing() -> None:
    world = World(1)
    desk = Desk(world)
    challenge = desk.register()
    desk.number = 50
    desk.register(proof(challenge), contact=CONTACT, expires="600")
    desk.number = 20
    assert desk.register(proof(challenge, count=2), contact=CONTACT, expires="0").status == 500
    assert world.state("d-p0") is DeviceState.IDLE


def test_a_phone_whose_connection_breaks_in_a_call_goes_on_over_its_next_one() -> None:
    world = World(2)
    caller, called = world.phones
    called.register(0)
    world.clock.run(1)
    world.network.connections[called.address] = 1
    called.register()
    world.clock.run(1)
    dialog = caller.dial("2102")
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    world.break_connection(called)
    assert world.state("d-p1") is DeviceState.ON_CALL
    world.clock.run(5)
    world.network.connections[called.address] = 2
    called.register()
    world.clock.run(60)
    assert world.states()[-1] == "connected"
    caller.hang_up(dialog)
    world.clock.run(2)
    assert called.requests("BYE") and world.state("d-p1") is DeviceState.IDLE


def test_a_phone_whose_connection_breaks_in_a_call_for_good_ends_it() -> None:
    world = World(2)
    caller, called = world.phones
    called.register(0)
    world.clock.run(1)
    world.network.connections[called.address] = 1
    called.register()
    world.clock.run(1)
    caller.dial("2102")
    world.clock.until(lambda: CallState.CONNECTED.value in world.states())
    world.break_connection(called)
    world.clock.run(40)
    assert world.states()[-1] == "ended"
    world.clock.run(130)
    assert world.leftovers() == {}


def test_a_line_that_is_removed_or_has_another_password_must_register_anew() -> None:
    world = World(2)
    world.engine.set_lines(world.lines[1:])
    assert not world.engine.registrar.bindings("s-p0")
    world.engine.set_lines(world.lines)
    assert world.state("d-p0") is DeviceState.OFFLINE and world.state("d-p1") is DeviceState.IDLE
