"""Reading SIP, SDP and RTP: what is written is read again, and nothing that comes over the wire does harm."""

from __future__ import annotations

import random
import string
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parse_uri
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.codecs import codec
from onepresence_desktop.pbx.telephony.sip.msg import Message, parse, response_to
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp, answer, offer
from onepresence_desktop.pbx.telephony.sip.stream import Stream
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import sdp
from tests.pbx.telephony.sip.virtual import PBX

INVITE = (
    b"INVITE sip:2102@10.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.1.1:5060;branch=z9hG4bKa;rport\r\nMax-Forwards: 70\r\n"
    b'From: "S\xc3\xb8ren" <sip:s-p0@10.0.0.1>;tag=a\r\nTo: <sip:2102@10.0.0.1>\r\nCall-ID: x@y\r\nCSeq: 1 INVITE\r\n'
    b"Contact: <sip:s-p0@10.0.1.1:5060;transport=UDP>\r\nContent-Type: application/sdp\r\n"
)
TORTURE = sorted((Path(__file__).parent / "rfc4475").glob("*.dat"))


def whole(body: bytes = b"") -> bytes:
    return INVITE + b"Content-Length: %d\r\n\r\n" % len(body) + body


def test_a_message_written_is_read_again() -> None:
    message = parse(whole(sdp("10.0.1.1")))
    assert parse(message.encode()).headers == message.headers
    assert message.from_.tag == "a" and message.cseq == (1, "INVITE") and message.via.branch == "z9hG4bKa"
    response = parse(response_to(message, 486, to_tag="b").encode())
    assert (response.status, response.reason, response.to.tag) == (486, "Busy Here", "b")


def test_compact_names_folded_lines_and_bare_newlines_are_read() -> None:
    head = b"BYE sip:a@b SIP/2.0\nv: SIP/2.0/UDP h;branch=z9hG4bKx\nf: <sip:a@b>;tag=1\n"
    text = head + b"t: <sip:c@d>\n ;tag=2\ni: q\nCSeq: 4 BYE\n\n"
    message = parse(text)
    assert message.call_id == "q" and message.to.tag == "2" and message.via.host == "h"


@pytest.mark.parametrize("line", ["no colon", ": no name", "two words: x", "b\u00e9: x"])
def test_a_message_with_a_line_that_is_no_header_is_malformed(line: str) -> None:
    start, header = "OPTIONS sip:a@b SIP/2.0\r\n", "Call-ID: c\r\n"
    assert parse(f"{start}{header}\r\n".encode()).call_id == "c"
    for text in (f"{start}{line}\r\n{header}\r\n", f"{start}{header}{line}\r\n\r\n"):
        with pytest.raises(Malformed):
            parse(text.encode())


def test_where_a_request_came_from_is_written_into_the_topmost_via_alone() -> None:
    head = b"OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP one:5071;rport;branch=z9hG4bKa"
    head += b",SIP/2.0/UDP two;branch=z9hG4bKb\r\n"
    message = parse(head + b"Via: SIP/2.0/UDP three;branch=z9hG4bKc\r\nv: SIP/2.0/UDP four;branch=z9hG4bKd\r\n\r\n")
    assert message.via.params == {"rport": "", "branch": "z9hG4bKa"}
    message.mark_via("10.0.0.9", 1234)
    first, *others = message.all("via")
    assert first == "SIP/2.0/UDP one:5071;branch=z9hG4bKa;received=10.0.0.9;rport=1234"
    assert [other.split()[1].split(";")[0] for other in others] == ["two", "three", "four"]
    assert (message.via.host, message.via.port, message.via.branch) == ("one", 5071, "z9hG4bKa")
    assert message.via.params == {"branch": "z9hG4bKa", "received": "10.0.0.9", "rport": "1234"}
    assert response_to(message, 200).all("via") == [first, *others]


def test_a_header_that_is_added_or_replaced_is_found() -> None:
    message = parse(whole())
    assert message.repeated() == frozenset() and message.add("to", "<sip:x@y>;tag=2").to.uri == "sip:2102@10.0.0.1"
    assert message.add("event", "dialog").get("event") == "dialog" and set(message.repeated()) == {"to"}
    assert message.put("to", "<sip:x@y>;tag=2").to.tag == "2" and message.put("cseq", "7 BYE").cseq == (7, "BYE")
    message.drop("event")
    assert not message.has("event") and message.via.branch == "z9hG4bKa"


def test_a_bare_return_is_no_end_of_a_line() -> None:
    message = parse(b"OPTIONS sip:x SIP/2.0\r\nContact: <sip:a@b>\rX-Forged: y\r\nCall-ID: c\r\n\r\n")
    assert b"\rX" not in message.encode() and not message.has("x-forged")


@pytest.mark.parametrize("cut", [1, 7, 40, 200])
def test_messages_split_over_tcp_come_out_whole(cut: int) -> None:
    data = whole(sdp("10.0.1.1")) + b"\r\n\r\n" + whole()
    stream, found = Stream(), []
    for place in range(0, len(data), cut):
        found += stream.feed(data[place : place + cut])
    assert [len(parse(message).body) > 0 for message in found] == [True, False]


def test_a_stream_that_never_ends_a_message_is_given_up() -> None:
    stream = Stream()
    with pytest.raises(Malformed):
        for _ in range(100):
            stream.feed(b"X-Filler: " + b"y" * 10_000 + b"\r\n")
    with pytest.raises(Malformed):
        Stream().feed(INVITE + b"Content-Length: 999999\r\n\r\n")


@given(st.binary(max_size=600))
def test_garbage_is_malformed_or_read(data: bytes) -> None:
    try:
        parse(data)
    except Malformed:
        pass


@settings(max_examples=300)
@given(
    st.sampled_from(TORTURE), st.lists(st.tuples(st.integers(0, 3000), st.binary(min_size=1, max_size=3)), max_size=6)
)
def test_spoilt_messages_never_stop_the_engine(file: Path, spoils: list[tuple[int, bytes]]) -> None:
    data = bytearray(file.read_bytes())
    for place, piece in spoils:
        data[place % len(data) : place % len(data) + len(piece)] = piece
    WORLD.engine.receive(bytes(data), Flow("udp", ("10.9.9.9", 5060), PBX))
    WORLD.clock.run(40)
    assert not WORLD.engine.calls


WORLD = World(2)


@given(st.text(string.printable, max_size=300))
def test_no_description_does_harm(text: str) -> None:
    for body in (text.encode(), b"v=0\r\n" + text.encode(), sdp("10.0.1.1") + text.encode()):
        try:
            Sdp(body).audio()
        except BadSdp:
            pass


def test_a_description_passes_through_with_all_that_is_not_understood() -> None:
    body = (
        sdp("10.0.1.1")
        + b"a=candidate:1 1 UDP 1 10.0.1.1 5004 typ host\r\nm=video 5006 RTP/AVP 99\r\na=rtpmap:99 H264/90000\r\n"
    )
    lines = Sdp(body).own("77", 3, "10.0.0.1").encode().split(b"\r\n")
    assert lines[1] == b"o=onepresence 77 3 IN IP4 10.0.0.1"
    assert [line for n, line in enumerate(lines) if n != 1] == [
        line for n, line in enumerate(body.split(b"\r\n")) if n != 1
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nt=0 0\r\n",
        sdp("10.0.1.1").replace(b"m=audio 5004", b"m=audio 0"),
        sdp("10.0.1.1").replace(b"m=audio 5004", b"m=audio 99999"),
        sdp("no_address!"),
        sdp("224.2.1.1"),
        sdp("300.1.1.1"),
    ],
)
def test_a_description_without_usable_sound_is_refused_with_488(body: bytes) -> None:
    with pytest.raises(BadSdp):
        Sdp(body).audio()


def test_without_a_codec_in_common_the_engine_does_not_answer_with_sound() -> None:
    offered = sdp("10.0.1.1").replace(b"RTP/AVP 0 8 101", b"RTP/AVP 18 96")
    assert Sdp(offered).audio().formats == ()
    with pytest.raises(BadSdp):
        answer(offered, "10.0.0.1", 4000, "1", 1)


def test_hold_is_known_in_each_of_its_spellings() -> None:
    for spelled in (sdp("10.0.1.1", direction="sendonly"), sdp("10.0.1.1", direction="inactive"), sdp("0.0.0.0")):
        assert Sdp(spelled).audio().held
    assert not Sdp(offer("10.0.0.1", 4000, "1", 1)).audio().held


def test_sound_comes_back_from_each_codec_as_it_was() -> None:
    rng = random.Random(5)
    samples = array("h", (round(8000 * rng.uniform(-1, 1)) for _ in range(160)))
    for payload_type in (0, 8):
        kind = codec(payload_type)
        again = kind.decode(kind.encode(samples))
        noise = sum((a - b) ** 2 for a, b in zip(samples, again, strict=True))
        assert noise < sum(a * a for a in samples) / 1000
    assert set(codec(0).decode(bytes(range(256)))) >= {-32124, 32124, 0}


def test_packets_written_are_read_again_and_others_are_not_packets() -> None:
    packet = rtp.parse(rtp.build(0, True, 65535, 4_000_000_000, 77, b"\x7f" * 160))
    assert packet is not None
    assert (packet.payload_type, packet.sequence, packet.timestamp, len(packet.payload)) == (
        0,
        65535,
        4_000_000_000,
        160,
    )
    for data in (b"", b"\x80", b"\0" * 12, b"\x80\0\0\0" * 2, b"\xbf" + b"\0" * 11, b"\xa0" + b"\0" * 10 + b"\xff"):
        assert rtp.parse(data) is None or len(data) >= 12


@given(st.binary(max_size=200))
def test_no_packet_does_harm(data: bytes) -> None:
    packet = rtp.parse(data)
    if packet is not None:
        rtp.Keys().take(packet)


def test_a_key_is_told_once_however_often_its_packets_come() -> None:
    keys, told = rtp.Keys(), ""
    for stamp, digit in ((1000, 5), (3000, 11)):
        for n in range(6):
            body = bytes((digit, 0x8A if n > 2 else 0x0A, 0, 160 * n % 256))
            packet = rtp.parse(rtp.build(101, n == 0, n, stamp, 77, body))
            assert packet is not None
            told += keys.take(packet)
    assert told == "5#"


@given(st.text(max_size=80))
def test_no_address_does_harm(text: str) -> None:
    try:
        parse_uri(text)
    except Malformed:
        pass


def test_headers_are_replaced_and_counted() -> None:
    message = Message("OPTIONS", "sip:a@b").add("via", "1").add("via", "2").put("via", "3")
    assert message.all("via") == ["3"]
