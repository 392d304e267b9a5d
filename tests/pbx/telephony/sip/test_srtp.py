"""Keys in descriptions (RFC 4568), and streams that are sealed and opened with them (RFC 3711)."""

from __future__ import annotations

import base64

import pytest

from onepresence_desktop.domain.doctor import Failure
from onepresence_desktop.pbx.telephony.sip import sdp
from onepresence_desktop.pbx.telephony.sip.onward import Onward
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Sdp
from onepresence_desktop.pbx.telephony.sip.srtp import SUITES, Crypto, NotTheirs, Secured, new_key, usable
from tests.pbx.telephony.sip.simulated import World

KEY = bytes(range(30))
INLINE = base64.b64encode(KEY).decode()
PACKET = bytes.fromhex("8000000100000064deadbeef") + b"\x55" * 160


def described(profile: str, *lines: str) -> bytes:
    head = ["v=0", "o=- 1 1 IN IP4 10.0.0.9", "s=-", "c=IN IP4 10.0.0.9", "t=0 0", f"m=audio 4000 {profile} 8 101"]
    return "\r\n".join([*head, "a=rtpmap:8 PCMA/8000", "a=rtpmap:101 telephone-event/8000", *lines, ""]).encode()


@pytest.mark.parametrize(
    ("line", "suite"),
    [
        (f"a=crypto:1 {SUITES[0]} inline:{INLINE}", SUITES[0]),
        (f"a=crypto:2 {SUITES[1]} inline:{INLINE}|2^31", SUITES[1]),
        (f"a=crypto:2 {SUITES[1]} inline:{INLINE}|2^31|1:1", None),
        (f"a=crypto:1 AES_256_CM_HMAC_SHA1_80 inline:{INLINE}", None),
        (f"a=crypto:1 {SUITES[0]} inline:{INLINE[:-4]}", None),
        (f"a=crypto:1 {SUITES[0]} inline:{INLINE} UNENCRYPTED_SRTP", None),
        (f"a=crypto:x {SUITES[0]} inline:{INLINE}", None),
    ],
)
def test_only_keys_that_we_can_speak_are_taken(line: str, suite: str | None) -> None:
    found = usable([line])
    assert (found.suite if found is not None else None) == suite
    assert found is None or (found.key == KEY and INLINE not in repr(found))


def test_the_engine_answers_a_secured_offer_with_the_same_tag_and_a_key_of_its_own() -> None:
    ours, offer = new_key(), described("RTP/SAVP", f"a=crypto:7 {SUITES[1]} inline:{INLINE}")
    answer = Sdp(sdp.answer(offer, "10.0.0.1", 4002, "1", 1, ours)).spoken()
    assert answer.crypto == Crypto(7, SUITES[1], ours)
    both = offer + b"m=audio 4002 RTP/AVP 8\r\n"
    plain = Sdp(sdp.answer(both, "10.0.0.1", 4002, "1", 1, ours))
    assert [stream.open for stream in plain.streams()] == [False, True] and plain.spoken().crypto is None
    for refused in (described("RTP/SAVP"), described("UDP/TLS/RTP/SAVPF", f"a=crypto:7 {SUITES[1]} inline:{INLINE}")):
        with pytest.raises(BadSdp):
            sdp.answer(refused, "10.0.0.1", 4002, "1", 1, ours)
    with pytest.raises(BadSdp):
        sdp.answer(offer, "10.0.0.1", 4002, "1", 1)


def test_a_description_is_told_in_clear_and_secured_again_and_nothing_else_changes() -> None:
    secured = described("RTP/SAVPF", f"a=crypto:1 {SUITES[0]} inline:{INLINE}", "a=sendonly")
    clear = Sdp(secured).in_clear()
    assert b"crypto" not in clear.encode() and b"RTP/AVPF 8 101" in clear.encode()
    again = clear.with_crypto(Crypto(1, SUITES[0], KEY))
    assert sorted(again.lines) == sorted(Sdp(secured).lines)
    assert Sdp(sdp.offer("10.0.0.1", 4000, "1", 1, KEY)).spoken().crypto == Crypto(1, SUITES[0], KEY)


def test_what_one_seals_the_other_opens_and_nobody_else() -> None:
    one, other = Crypto(1, SUITES[0], KEY), Crypto(1, SUITES[0], new_key())
    here, there = Secured(one, other), Secured(other, one)
    sealed = here.seal(PACKET)
    assert PACKET[12:] not in sealed and there.open(sealed) == PACKET
    for foreign in (sealed, PACKET, b"", sealed[:-1] + b"\0"):
        with pytest.raises(NotTheirs):
            there.open(foreign)  # a replay, in clear, nothing, and one that was changed
    with pytest.raises(OSError, match="sealed"):
        here.seal(b"no RTP")


def test_a_stream_goes_on_when_it_is_described_again_with_the_same_key() -> None:
    onward, theirs = Onward(), Crypto(3, SUITES[1], KEY)
    onward.secure(theirs)
    first = onward.secured
    onward.secure(theirs)
    assert onward.secured is first and onward.crypto == Crypto(3, SUITES[1], onward.key)
    onward.secure(Crypto(3, SUITES[1], new_key()))
    assert onward.secured is not first
    onward.secure(None)
    assert onward.secured is None and onward.crypto == Crypto(1, SUITES[0], onward.key)


def test_where_encryption_is_demanded_a_phone_in_clear_is_refused_and_told_of_but_not_a_call_for_help() -> None:
    world = World(2)
    world.engine.secure_only = True
    phone = world.phones[0]
    answers = phone.register()
    world.clock.run(2)
    assert [answer.status for answer in answers] == [403] and "SRTP" in answers[0].get("warning")
    refused = phone.dial("1002102")
    world.clock.run(3)
    assert refused.status == 488
    assert {one.failure for one in world.engine.failures.seen().values()} == {Failure.IN_CLEAR}
    help_ = phone.dial("112")
    world.clock.run(3)
    assert help_.status != 488
