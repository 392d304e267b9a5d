"""Two who have both made an offer answer each other (RFC 3264)."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip.offers import answers, stands, within
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp
from onepresence_desktop.pbx.telephony.sip.slots import placed, taken_out
from tests.support import rfc3264


def described(host: str, *streams: str, direction: str = "") -> bytes:
    lines = [f"v=0\r\no=- 1 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n", direction]
    return "".join([*lines, *(stream.replace("|", "\r\n") + "\r\n" for stream in streams)]).encode()


def test_two_offers_answer_each_other_with_what_both_can_in_each_ones_own_numbers() -> None:
    one = described(
        "10.0.0.8", "m=audio 4000 RTP/AVP 111 8 0 96|a=rtpmap:111 opus/48000/2|a=fmtp:111 useinbandfec=1"
        "|a=rtpmap:96 telephone-event/8000|a=fmtp:96 0-15|a=sendonly", "m=video 4002 RTP/AVP 99|a=rtpmap:99 H264/90000",
    )  # fmt: skip
    other = described(
        "10.0.0.9", "m=audio 6000 RTP/AVP 0 9 8 101|a=rtpmap:8 PCMA/8000/1|a=rtpmap:101 telephone-event/8000"
    )
    to_one, to_other = (body.decode().split("\r\n") for body in answers(one, other))
    assert "m=audio 6000 RTP/AVP 8 0 101" in to_one and "m=video 0 RTP/AVP 99" in to_one and "a=recvonly" in to_one
    assert "m=audio 4000 RTP/AVP 8 0 96" in to_other and "a=sendonly" in to_other and "a=fmtp:96 0-15" in to_other
    assert not [line for line in to_other if "111" in line or "video" in line] and "c=IN IP4 10.0.0.9" in to_one


@pytest.mark.parametrize("other", [
    "m=audio 6000 RTP/AVP 9 101|a=rtpmap:101 telephone-event/8000", "m=audio 6000 RTP/SAVP 0", "m=audio 0 RTP/AVP 0",
    "m=video 6000 RTP/AVP 0",
])  # fmt: skip
def test_two_offers_without_a_codec_in_common_have_no_answers(other: str) -> None:
    one = described("10.0.0.8", "m=audio 4000 RTP/AVP 0 101|a=rtpmap:101 telephone-event/8000")
    with pytest.raises(BadSdp):
        answers(one, described("10.0.0.9", other))


@pytest.mark.parametrize(("told", "now", "need_not_hear"), [
    ("sendrecv", "sendonly", True), ("sendrecv", "inactive", True), ("sendonly", "sendonly", True),
    ("sendonly", "sendrecv", False), ("inactive", "sendrecv", False), ("recvonly", "inactive", False),
])  # fmt: skip
def test_who_was_told_to_be_silent_is_told_when_that_is_over(told: str, now: str, need_not_hear: bool) -> None:
    before, after = (described("10.0.0.8", "m=audio 4000 RTP/AVP 0 8", direction=f"a={way}\r\n") for way in (told, now))
    theirs = described("10.0.0.9", "m=audio 6000 RTP/AVP 8")
    assert bool(stands(after, before, theirs)) is need_not_hear


@pytest.mark.parametrize("now", [
    "m=audio 4004 RTP/AVP 0 8", "m=audio 4000 RTP/AVP 18", "m=audio 4000 RTP/SAVP 8", "m=audio 0 RTP/AVP 0 8",
])  # fmt: skip
def test_another_place_format_or_protection_is_always_told(now: str) -> None:
    before, theirs = described("10.0.0.8", "m=audio 4000 RTP/AVP 0 8"), described("10.0.0.9", "m=audio 6000 RTP/AVP 8")
    assert not stands(described("10.0.0.8", now), before, theirs)


@pytest.mark.parametrize("now", ["m=audio 4000 RTP/AVP 0", "m=audio 4000 RTP/AVP 8 97|a=rtpmap:97 opus/48000/2", ""])
def test_what_was_agreed_stands_and_nothing_else_that_was_said(now: str) -> None:
    """We speak for a phone in the codec that a provider knows already."""
    before = described("10.0.0.8", "m=audio 4000 RTP/AVP 8 101|a=rtpmap:101 telephone-event/8000")
    theirs = described(
        "10.0.0.9", "m=audio 6000 RTP/AVP 0 8 101|a=rtpmap:8 PCMA/8000|a=rtpmap:101 telephone-event/8000"
    )
    agreed = stands(described("10.0.0.8", now) if now else b"", before, theirs)
    assert agreed == theirs.replace(b"AVP 0 8 101", b"AVP 8 101")


def test_a_provider_that_speaks_what_we_do_not_is_asked_anew() -> None:
    before = theirs = described("10.0.0.9", "m=audio 4000 RTP/AVP 18 8")
    assert not stands(described("10.0.0.9", "m=audio 4000 RTP/AVP 8"), before, theirs)


@pytest.mark.parametrize(("offered", "streams"), [
    ("m=audio 5000 RTP/AVP 0 8 101|a=rtpmap:101 telephone-event/8000", ["m=audio 6000 RTP/AVP 8 101"]),
    ("m=audio 5000 RTP/AVP 9 96|a=rtpmap:96 telephone-event/8000", ["m=audio 6000 RTP/AVP 9 96"]),
    ("m=video 5002 RTP/AVP 99|m=audio 5000 RTP/AVP 8 0", ["m=video 0 RTP/AVP 99", "m=audio 6000 RTP/AVP 8"]),
])  # fmt: skip
def test_a_description_answers_an_offer_that_it_was_not_made_for(offered: str, streams: list[str]) -> None:
    theirs = described("10.0.0.9", "m=audio 6000 RTP/AVP 8 101|a=rtpmap:101 telephone-event/8000|a=sendrecv")
    offer = described(
        "10.0.0.8", *offered.split("|m=audio", 1)[:1], *["m=audio" + one for one in offered.split("|m=audio", 1)[1:]]
    )
    answer = within(offer, theirs)
    assert rfc3264.faults(offer, answer) == []
    assert [line for line in answer.decode().split("\r\n") if line.startswith("m=")] == streams


def test_what_has_nothing_that_we_speak_is_no_offer_for_us() -> None:
    with pytest.raises(BadSdp):
        within(described("10.0.0.8", "m=audio 5000 RTP/AVP 18"), described("10.0.0.9", "m=audio 6000 RTP/AVP 8"))


def test_streams_keep_their_places_when_somebody_else_offers_others() -> None:
    before = described("10.0.0.8", "m=video 4002 RTP/AVP 99", "m=audio 4000 RTP/AVP 0", "m=application 9 TCP/BFCP *")
    new = described("10.0.0.9", "m=audio 6000 RTP/AVP 8", "m=video 6002 RTP/AVP 98", "m=audio 6004 RTP/AVP 9")
    sent, places = placed(new, before)
    kinds = [line for line in sent.decode().split("\r\n") if line.startswith("m=")]
    assert kinds == [
        "m=video 6002 RTP/AVP 98", "m=audio 6000 RTP/AVP 8", "m=application 0 TCP/BFCP *", "m=audio 6004 RTP/AVP 9",
    ]  # fmt: skip
    answer = described("10.0.0.8", *(line.replace(" 600", " 700") for line in kinds))
    told = [line for line in taken_out(answer, places).decode().split("\r\n") if line.startswith("m=")]
    assert told == ["m=audio 7000 RTP/AVP 8", "m=video 7002 RTP/AVP 98", "m=audio 7004 RTP/AVP 9"]
    assert placed(new, new)[0] == placed(new, b"")[0] == new
