"""Descriptions as phones write them: blanks, NULs, names for addresses, several streams, several parts."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.multipart import unfold
from onepresence_desktop.pbx.telephony.sip.sdp import Audio, BadSdp, Sdp, answer
from tests.pbx.telephony.sip.simulated import World
from tests.pbx.telephony.sip.simulated_phone import sdp

PLAIN = sdp("10.0.1.1", direction="sendonly")
SECURED = b"m=audio 7000 RTP/SAVP 0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x\r\n"


def audio(body: bytes) -> Audio:
    return Sdp(body).audio()


@pytest.mark.parametrize(
    "body",
    [
        PLAIN,
        PLAIN.replace(b"a=sendonly", b"a=sendonly "),
        PLAIN + b"\r\n",
        PLAIN + b" \r\n",
        PLAIN + b"\0",
        PLAIN.rstrip() + b"\0\0",
        PLAIN.replace(b"\r\n", b"\n"),
        PLAIN.replace(b"\r\n", b" \t\r\n"),
    ],
    ids=["clean", "blank", "empty line", "blank line", "NUL", "NULs for an end", "LF", "blanks everywhere"],
)
def test_what_stands_at_the_end_of_lines_does_no_harm(body: bytes) -> None:
    assert audio(body) == audio(PLAIN) and audio(body).held


def test_a_name_stands_for_an_address() -> None:
    assert audio(PLAIN.replace(b"10.0.1.1", b"phone-1.firm.example")).host == "phone-1.firm.example"


def test_as_many_streams_are_answered_as_were_offered() -> None:
    offered = PLAIN.replace(b"m=audio", b"m=video 6000 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\nm=audio") + SECURED
    lines = answer(offered, "10.0.0.1", 4000, "1", 1).decode().split("\r\n")
    assert [line for line in lines if line.startswith("m=")] == [
        "m=video 0 RTP/AVP 96", "m=audio 4000 RTP/AVP 0 101", "m=audio 0 RTP/SAVP 0",
    ]  # fmt: skip
    assert "a=recvonly" in lines


def test_secured_sound_alone_is_refused() -> None:
    with pytest.raises(BadSdp):
        answer(PLAIN.replace(b"RTP/AVP", b"RTP/SAVP"), "10.0.0.1", 4000, "1", 1)


@pytest.mark.parametrize("order", [(b"48000", b"8000"), (b"8000", b"48000")])
def test_keys_are_told_at_the_clock_rate_of_the_sound(order: tuple[bytes, bytes]) -> None:
    offered = b"v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nc=IN IP4 10.0.1.1\r\nt=0 0\r\nm=audio 5004 RTP/AVP 0 100 101\r\n"
    offered += b"a=rtpmap:100 telephone-event/%s\r\na=rtpmap:101 telephone-event/%s\r\n" % order
    answered = answer(offered, "10.0.0.1", 4000, "1", 1)
    number = 100 + order.index(b"8000")
    assert b"RTP/AVP 0 %d\r\n" % number in answered and b"a=rtpmap:%d telephone-event/8000" % number in answered
    assert b"48000" not in answered


def of_parts(*parts: bytes, boundary: str = "b-1") -> Message:
    whole = b"".join(b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts)
    message = Message("INVITE", "sip:x", headers=[("content-type", f'multipart/mixed;boundary="{boundary}"')])
    message.body = b"preamble\r\n" + whole + b"--" + boundary.encode() + b"--\r\n"
    return message


SOUND = b"Content-Type: application/sdp\r\n\r\n" + PLAIN
PLACE = b"Content-Type: application/pidf+xml\r\nContent-Disposition: render;handling=optional\r\n\r\n<presence/>"


@pytest.mark.parametrize("parts", [(SOUND,), (SOUND, PLACE), (PLACE, SOUND)])
def test_the_description_is_found_among_several_parts(parts: tuple[bytes, ...]) -> None:
    message = of_parts(*parts)
    unfold(message)
    assert message.get("content-type") == "application/sdp" and audio(message.body) == audio(PLAIN)


@pytest.mark.parametrize("parts", [(PLACE,), (SOUND, PLACE.replace(b"optional", b"required")), ()])
def test_without_a_description_or_with_what_must_be_understood_it_stays_as_it_is(parts: tuple[bytes, ...]) -> None:
    message = of_parts(*parts)
    unfold(message)
    assert message.get("content-type").startswith("multipart/mixed")


def test_a_call_with_a_body_of_several_parts_rings() -> None:
    world = World(2)
    phone, statuses = world.phones[0], list[int]()
    folded = of_parts(PLACE, SOUND)
    build = phone._build

    def with_parts(method: str, *given: object) -> Message:
        request = build(method, *given)  # type: ignore[arg-type]
        if method == "INVITE":
            request.body = folded.body
            request.add("content-type", folded.get("content-type"))
        return request

    phone._build = with_parts  # type: ignore[method-assign]
    phone._authenticated(
        "INVITE", "sip:2102@10.0.0.1", "<sip:2102@10.0.0.1>", "k", lambda r: statuses.append(r.status),
        headers=[("contact", "<sip:s-p0@10.0.1.1:5060>")],
    )  # fmt: skip
    world.clock.run(3)
    assert statuses[-1] == 200 and b"<presence/>" not in world.phones[1].requests("INVITE")[0].body


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("RTP/SAVPF 13", "RTP/AVP 0", 1),
        ("RTP/AVP 101", "RTP/AVP 8", 1),
        ("RTP/AVP 13", "RTP/AVP 101", 0),
        ("RTP/AVP 0 13", "RTP/AVP 8", 0),
        ("RTP/AVP 97", "RTP/AVP 8", 0),
    ],
)
def test_a_stream_of_comfort_noise_or_keys_alone_is_not_taken_for_the_sound(
    first: str, second: str, place: int
) -> None:
    lines = ["v=0", "o=- 1 1 IN IP4 10.0.1.1", "s=-", "c=IN IP4 10.0.1.1", "t=0 0"]
    lines += [f"m=audio 4000 {first}", "a=rtpmap:101 telephone-event/8000", f"m=audio 4002 {second}"]
    lines += ["a=rtpmap:101 telephone-event/8000"]
    assert Sdp("\r\n".join(lines).encode()).place() == place
