"""Floods, guessers, forgers, phones with demands, phones that vanish, a full disk: an answer or silence, never harm."""

from __future__ import annotations

import socket
from array import array
from pathlib import Path

import pytest

from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.people import DeviceId
from onepresence_desktop.domain.presence import DeviceState
from onepresence_desktop.pbx.telephony.sip.guard import BURST, FREE_TRIES, LOCK_SECONDS, STRANGERS_BURST, Guard
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse
from onepresence_desktop.pbx.telephony.sip.wav import Recorder
from tests.pbx.telephony.sip.office import Office
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import sdp
from tests.pbx.telephony.sip.virtual import PBX
from tests.support.softphone import SoftPhone
from tests.support.waiting import eventually

STRANGER = ("10.9.9.9", 5060)


def asked(world: World, message: Message, source: tuple[str, int] = STRANGER) -> list[Message]:
    """What a message of a stranger gets."""
    answers: list[Message] = []
    world.network.places[source] = lambda data, _source: answers.append(parse(data))
    world.network.carry(message.encode(), source, PBX)
    world.clock.run(0.1)
    return answers


def request(method: str, number: int, **headers: str) -> Message:
    message = Message(method, "sip:10.0.0.1")
    message.headers = [
        ("via", f"SIP/2.0/UDP 10.9.9.9:5060;branch=z9hG4bKx{number}"),
        ("max-forwards", "70"),
        ("from", "<sip:s-p0@10.0.0.1>;tag=z"),
        ("to", "<sip:s-p0@10.0.0.1>"),
        ("call-id", f"stranger-{number}"),
        ("cseq", f"{number} {method}"),
        *((name.replace("_", "-"), value) for name, value in headers.items()),
    ]
    return message


def test_a_flood_from_one_address_is_dropped_and_others_are_served() -> None:
    guard = Guard(lambda: 0.0)
    guard.proved("10.0.1.1", "s-p0")
    for source, most in (("10.9.9.9", STRANGERS_BURST), ("10.0.1.1", BURST)):
        assert sum(guard.let_in(source) for _ in range(20_000)) == most
    assert guard.dropped == 40_000 - BURST - STRANGERS_BURST
    assert guard.let_in("10.0.1.2")


def test_a_call_goes_on_while_a_stranger_floods_and_nothing_of_it_stays() -> None:
    world = World(2)
    for n in range(20_000):
        message = request(("REGISTER", "INVITE", "OPTIONS", "SUBSCRIBE", "BYE")[n % 5], n)
        world.clock.call_later(n / 4000, lambda message=message: world.network.carry(message.encode(), STRANGER, PBX))
    before = world.engine.layer.count
    world.clock.run(1)
    dialog = world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(0.5)
    assert world.engine.layer.count <= before + 4  # the call's own
    world.clock.run(8)
    assert dialog.status == 200 and world.states()[-1] == "ended"
    assert world.engine.guard.dropped > 15_000


def test_who_guesses_passwords_is_locked_out_for_longer_and_longer_and_the_owner_is_not() -> None:
    now = [0.0]
    guard = Guard(lambda: now[0])
    for n in range(FREE_TRIES):
        assert not guard.locked("10.9.9.9", "s-p0")
        for _ in range(9):
            guard.failed("10.9.9.9", "s-p0", f"guess {n}")  # one message, sent again and again, is one guess
    assert guard.locked("10.9.9.9", "s-p0") and not guard.locked("10.0.1.1", "s-p0")
    now[0] += LOCK_SECONDS + 1
    assert not guard.locked("10.9.9.9", "s-p0")
    guard.failed("10.9.9.9", "s-p0", "another guess")
    now[0] += LOCK_SECONDS + 1
    assert guard.locked("10.9.9.9", "s-p0")


def test_a_guesser_gets_403_from_the_engine_while_the_phone_goes_on() -> None:
    world = World(2)
    challenge = asked(world, request("REGISTER", 99))[0].get("www-authenticate").removeprefix("Digest ")
    wrong = f'Digest {challenge}, username="s-p0", uri="sip:10.0.0.1", response="%d"'
    guesses = range(1, FREE_TRIES + 3)
    statuses = [asked(world, request("REGISTER", n, authorization=wrong % n))[0].status for n in guesses]
    assert set(statuses[:FREE_TRIES]) == {401} and statuses[-1] == 403
    dialog = world.phones[0].dial("2102", [(1, "bye")])
    world.clock.run(10)
    assert dialog.status == 200


def test_a_forged_contact_or_registration_of_another_line_changes_nothing() -> None:
    world = World(2)
    before = {user: binding.contact for user, binding in world.engine.registrar.all()}
    forged = request("REGISTER", 1, contact="<sip:s-p0@10.9.9.9:5060>", expires="3600")
    assert [answer.status for answer in asked(world, forged)] == [401]
    phone = world.phones[1]
    answers: list[Message] = []
    phone._authenticated(
        "REGISTER", "sip:10.0.0.1", "<sip:s-p0@10.0.0.1>", "other", answers.append,
        headers=[("contact", "<sip:s-p0@10.9.9.9:5060>"), ("expires", "3600")],
    )  # fmt: skip
    world.clock.run(2)
    assert [answer.status for answer in answers] == [403]
    assert {user: binding.contact for user, binding in world.engine.registrar.all()} == before


def test_an_answer_goes_to_where_the_request_came_from_whatever_its_via_says() -> None:
    world = World(2)
    message = request("OPTIONS", 1)
    message.put("via", "SIP/2.0/UDP 10.7.7.7:9;branch=z9hG4bKforged")
    assert [answer.status for answer in asked(world, message)] == [200]


def test_an_offer_without_a_codec_we_have_or_without_sound_gets_488() -> None:
    world = World(2)
    for body in (
        sdp("10.0.1.1").replace(b"m=audio 5004", b"m=audio 0"),
        b"v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nt=0 0\r\n",
    ):
        statuses: list[int] = []
        phone = world.phones[0]
        phone._authenticated(
            "INVITE", "sip:2102@10.0.0.1", "<sip:2102@10.0.0.1>", f"c{len(body)}",
            lambda r, statuses=statuses: statuses.append(r.status), body=body,
            headers=[("contact", "<sip:s-p0@10.0.1.1:5060>")],
        )  # fmt: skip
        world.clock.run(3)
        assert statuses[-1] == 488


def test_a_tcp_connection_that_is_lost_takes_its_phone_along() -> None:
    world = World(2)
    binding = world.engine.registrar.all()[0][1]
    object.__setattr__(binding.flow, "kind", "tcp")
    object.__setattr__(binding.flow, "connection", 7)
    world.engine.connection_lost(7)
    assert world.engine.states[DeviceId("d-p0")] is DeviceState.OFFLINE


def test_phones_that_do_not_answer_any_more_are_away_after_two_questions() -> None:
    world = World(2)
    world.phones[1].vanish()
    world.clock.run(200)
    assert world.engine.states[DeviceId("d-p1")] is DeviceState.OFFLINE
    assert world.engine.states[DeviceId("d-p0")] is DeviceState.IDLE


def test_a_recording_on_a_full_disk_keeps_what_was_written_and_tells(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "r.wav", 60)
    recorder.put(1, 0, 0, array("h", [1000] * 8000))
    recorder.flush()
    recorder.put(1, 1, 8000, array("h", [1000] * 8000))

    class Full:
        def write(self, _data: bytes) -> int:
            raise OSError(28, "No space left on device")

        def __getattr__(self, name: str) -> object:
            return getattr(file, name)

    file = recorder._file
    recorder._file = Full()  # type: ignore[assignment]
    with pytest.raises(OSError, match="No space"):
        recorder.flush()
    recorder._file = file
    recorder.finish()
    assert (tmp_path / "r.wav").stat().st_size >= 16_000


@pytest.mark.phones
async def test_a_phone_that_insists_on_reliable_ringing_can_call(tmp_path: Path) -> None:
    async with Office(tmp_path, "pjsip") as office:
        a, b = await office.phone("a1", prack=True), await office.phone("b1")
        assert isinstance(a, SoftPhone)
        await a.dial("2102")
        await b.until("CALL_INCOMING")
        await a.until("CALL_RINGING")
        await b.accept()
        await a.until("CALL_ESTABLISHED")
        await office.call_is(CallState.CONNECTED)
    assert "PRACK sip:" in a.log()  # its log is whole once it has ended


@pytest.mark.phones
async def test_strangers_packets_do_not_get_into_a_call(tmp_path: Path) -> None:
    async with Office(tmp_path, relay=True) as office:
        a, b = await office.phone("a1"), await office.phone("b1")
        await a.dial("2102")
        await b.until("CALL_INCOMING")
        await b.accept()
        await a.until("CALL_ESTABLISHED")
        await eventually(lambda: a.receives() and b.receives())
        assert office.engine._engine is not None
        sessions = list(office.engine._engine.media.sessions)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
            stranger.bind(("127.66.66.66", 0))
            for session in sessions:
                stranger.sendto(b"\x80\0" + b"\1" * 170, (session.host, session.port))
        await eventually(lambda: sum(session.strangers for session in sessions) >= len(sessions))
