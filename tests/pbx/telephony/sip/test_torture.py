"""The torture messages of RFC 4475, as they stand in it, and what the engine answers each.

They come from a stranger: 401 means that the message itself has passed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.msg import parse
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.virtual import PBX

FOLDER = Path(__file__).parent / "rfc4475"
CHALLENGED, DROPPED, FINE = 401, 0, 200

ANSWERS = {
    # 3.1.1, valid messages
    "wsinv": 481, "intmeth": 405, "esc01": CHALLENGED, "escnull": CHALLENGED, "esc02": 405, "lwsdisp": FINE,
    "longreq": CHALLENGED, "dblreq": CHALLENGED, "semiuri": FINE, "transports": FINE, "mpart01": 405,
    "unreason": DROPPED, "noreason": DROPPED,
    # 3.1.2, invalid messages; where it may be lenient, it is
    "badinv01": CHALLENGED, "clerr": 400, "ncl": 400, "scalar02": 400, "scalarlg": DROPPED, "quotbal": 400,
    "ltgtruri": CHALLENGED, "lwsruri": 481, "lwsstart": CHALLENGED, "trws": FINE, "escruri": CHALLENGED,
    "baddate": CHALLENGED, "regbadct": CHALLENGED, "badaspec": FINE, "baddn": 400, "badvers": 505,
    "mismatch01": 400, "mismatch02": 400, "bigcode": DROPPED,
    # 3.2 to 3.4: transactions, application layer, an old client
    "badbranch": FINE, "insuf": 400, "unkscm": 416, "novelsc": 416, "unksm2": 400, "bext01": 420,
    "invut": CHALLENGED, "regaut01": CHALLENGED, "multi01": 400, "mcl01": 400, "bcast": DROPPED, "zeromf": 483,
    "cparam01": CHALLENGED, "cparam02": CHALLENGED, "regescrt": CHALLENGED, "sdp01": CHALLENGED, "inv2543": CHALLENGED,
}  # fmt: skip


@pytest.mark.parametrize("name", list(ANSWERS))
def test_a_torture_message_gets_its_answer_and_leaves_nothing_behind(name: str) -> None:
    world = World(2)
    world.engine.guard.proved("10.9.9.9", "")  # strangers' INVITEs are turned away before they are read as calls
    answers: list[bytes] = []
    world.network.places[("10.9.9.9", 5060)] = lambda data, _source: answers.append(data)
    data = (FOLDER / f"{name}.dat").read_bytes()
    world.engine.receive(data, Flow("udp", ("10.9.9.9", 5060), PBX))
    world.clock.run(0.1)
    statuses = {parse(answer).status for answer in answers}
    assert statuses == ({ANSWERS[name]} if ANSWERS[name] else set())
    world.clock.run(69)
    assert world.leftovers() == {}


@pytest.mark.parametrize("name", list(ANSWERS))
def test_a_torture_message_of_a_phone_we_trust_does_no_harm_either(name: str, caplog: pytest.LogCaptureFixture) -> None:
    world = World(2)
    world.engine._line = lambda message, flow: world.lines[0]  # type: ignore[method-assign]
    world.engine.guard.proved("10.9.9.9", "")  # strangers' INVITEs are turned away before they are read as calls
    answers: list[bytes] = []
    world.network.places[("10.9.9.9", 5060)] = lambda data, _source: answers.append(data)
    world.engine.receive((FOLDER / f"{name}.dat").read_bytes(), Flow("udp", ("10.9.9.9", 5060), PBX))
    world.clock.run(1)
    statuses = {status for status in (parse(answer).status for answer in answers) if status}
    assert statuses if ANSWERS[name] else not statuses
    assert CHALLENGED not in statuses and 500 not in statuses and not caplog.records
    world.clock.run(4000)
    world.engine.registrar.forget("s-p0")
    world.clock.run(2108)
    assert not world.engine.calls and not world.engine.legs and not world.media.sessions


def test_none_is_forgotten() -> None:
    assert {file.stem for file in FOLDER.glob("*.dat")} == set(ANSWERS)


def test_they_are_those_of_the_rfcs_archive_byte_for_byte() -> None:
    """No editor has mended a line end since they were compared with the archive of appendix A."""
    every = b"".join(file.read_bytes() for file in sorted(FOLDER.glob("*.dat")))
    assert hashlib.sha256(every).hexdigest() == "c130abdedde20f53b7f1c70181dc8fc115afd568a12977d7db3d597f39a21378"


@pytest.mark.parametrize("cut", [20, 60, 200, 329])
def test_a_request_that_ends_before_its_headers_do_is_refused_or_dropped(cut: int) -> None:
    world = World(2)
    world.engine.guard.proved("10.9.9.9", "")  # strangers' INVITEs are turned away before they are read as calls
    answers: list[bytes] = []
    world.network.places[("10.9.9.9", 5060)] = lambda data, _source: answers.append(data)
    world.engine.receive((FOLDER / "baddn.dat").read_bytes()[:cut], Flow("udp", ("10.9.9.9", 5060), PBX))
    world.clock.run(0.1)
    assert {parse(answer).status for answer in answers} == ({400} if cut == 329 else set())


def test_of_two_requests_in_one_datagram_the_first_counts() -> None:
    first = parse((FOLDER / "dblreq.dat").read_bytes())
    assert first.method == "REGISTER" and first.body == b""


def test_strange_but_valid_things_are_read_as_they_are_meant() -> None:
    winding = parse((FOLDER / "wsinv.dat").read_bytes())
    assert winding.cseq == (9, "INVITE") and winding.to.tag == "1918181833n" and winding.get("max-forwards") == "0068"
    strange = parse((FOLDER / "intmeth.dat").read_bytes())
    assert strange.method == "!interesting-Method0123456789_*+`.%indeed'~"
    escaped = parse((FOLDER / "esc01.dat").read_bytes())
    assert escaped.to.parsed().user == "user" and escaped.uri.startswith("sip:sips%3Auser%40example.com")
    assert parse((FOLDER / "transports.dat").read_bytes()).via.transport == "UDP"
