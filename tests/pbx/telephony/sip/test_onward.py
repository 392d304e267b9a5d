"""The stream to one phone through a whole call (RFC 3550 section 5.1): numbers that go on, whoever speaks."""

from __future__ import annotations

import pytest

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import FRAME
from onepresence_desktop.pbx.telephony.sip.onward import Onward


def carried(onward: Onward, sequence: int, timestamp: int, source: int, *, now: float = 0.0) -> rtp.Packet:
    packet = rtp.parse(onward.carry(rtp.build(0, False, sequence, timestamp, source, b"sound"), now))
    assert packet is not None and packet.payload == b"sound"
    return packet


def test_the_first_speaker_passes_as_it_came_however_its_packets_overtake() -> None:
    onward = Onward()
    for number in (65_534, 0, 65_535, 1):
        packet = rtp.build(0, number == 0, number, number * FRAME, 7, b"sound")
        assert onward.carry(packet, 0.0) == packet


@pytest.mark.parametrize("begins", [0, 99, 101, 40_000, 65_535])
def test_another_speaker_goes_on_after_the_last_packet_and_its_own_order_is_kept(begins: int) -> None:
    onward = Onward()
    carried(onward, 99, 99 * FRAME, 7)
    carried(onward, 100, 100 * FRAME, 7)
    carried(onward, 98, 98 * FRAME, 7)
    first = carried(onward, begins, 5000, 8, now=0.02)
    third, second = (carried(onward, begins + n, 5000 + n * FRAME, 8, now=0.06) for n in (2, 1))
    assert [p.sequence for p in (first, second, third)] == [101, 102, 103]
    assert [p.timestamp // FRAME for p in (first, second, third)] == [101, 102, 103]
    assert {p.source for p in (first, second, third)} == {7}
    assert first.marker and not second.marker


@pytest.mark.parametrize(("rate", "later"), [(8000, 16_000), (48_000, 96_000)])
def test_the_time_between_two_speakers_has_passed_for_the_phone_too(rate: int, later: int) -> None:
    onward = Onward()
    onward.rate = rate
    carried(onward, 1, 0xFFFFFFFF, 7, now=10.0)
    assert carried(onward, 1, 1, 8, now=12.0).timestamp == later - 1


def test_the_first_speaker_who_comes_back_goes_on_as_well() -> None:
    onward = Onward()
    sequences = [carried(onward, n, n * FRAME, source).sequence for n, source in ((5, 7), (900, 8), (6, 7), (7, 7))]
    assert sequences == [5, 6, 7, 8]


@pytest.mark.parametrize("data", [b"", b"\x80\x00short", b"\x16dtls" + bytes(20), b"\x80\xc8" + bytes(26)])
def test_what_is_no_sound_is_left_alone(data: bytes) -> None:
    onward = Onward()
    carried(onward, 1, 1, 7)
    assert onward.carry(data, 1.0) == data and carried(onward, 2, 161, 7).sequence == 2
