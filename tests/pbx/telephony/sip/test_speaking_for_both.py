"""Two who don't speak the same hear one another through the engine, and tell each other their keys."""

from __future__ import annotations

from array import array

import pytest

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import codec
from onepresence_desktop.pbx.telephony.sip.media import Session
from onepresence_desktop.pbx.telephony.sip.onward import Onward
from onepresence_desktop.pbx.telephony.sip.sdp import Audio
from tests.pbx.telephony.sip.test_media import Ear, sounding, tone
from tests.support.waiting import eventually

FRAMES = 20


def audio(ear: Ear, kind: int, number: int, events: int) -> Audio:
    """It takes one codec, under this number."""
    return Audio(ear.host, ear.port, (number, events), ((number, kind),), events, "sendrecv")


def joined(one: Session, other: Session) -> None:
    one.relay, other.relay = other, one
    one.onward, other.onward = Onward(), Onward()


def alike(heard: list[rtp.Packet], kind: int, level: int) -> bool:
    """Whether a tone of that level came, but for what a codec takes from it."""
    decoder = codec(kind)
    samples: array[int] = array("h", [s for packet in heard for s in decoder.decode(packet.payload)])
    later = sorted(map(abs, samples[len(samples) // 2 :]))
    return abs(later[len(later) // 2] - level) < level / 4


@pytest.mark.parametrize(("said", "taken"), [(0, 8), (8, 0), (9, 8), (0, 9)])
async def test_a_codec_that_the_other_does_not_know_is_spoken_in_one_that_it_knows(said: int, taken: int) -> None:
    async with sounding() as media:
        speaker, listener = Ear(), Ear()
        one, other = media.open("127.0.0.1"), media.open("127.0.0.1")
        joined(one, other)
        one.set_remote(audio(speaker, said, said, 101))
        other.set_remote(audio(listener, taken, taken, 101))
        encoder, sound = codec(said), tone(FRAMES)
        for number in range(FRAMES):
            frame = sound[number * 160 : (number + 1) * 160]
            speaker.say(one, number, encoder.encode(frame), kind=said)
        await eventually(lambda: len(listener.listen()) == FRAMES)
        heard = listener.listen()
        assert {packet.payload_type for packet in heard} == {taken}
        assert [packet.sequence for packet in heard] == list(range(FRAMES))
        assert [packet.timestamp for packet in heard] == [number * 160 for number in range(FRAMES)]
        assert len({packet.source for packet in heard}) == 1 and alike(heard, taken, 3000)
        speaker.close()
        listener.close()


async def test_the_same_codec_and_keys_under_other_numbers_are_renumbered_and_else_untouched() -> None:
    async with sounding() as media:
        speaker, listener = Ear(), Ear()
        one, other = media.open("127.0.0.1"), media.open("127.0.0.1")
        joined(one, other)
        one.set_remote(audio(speaker, 8, 8, 101))
        other.set_remote(audio(listener, 8, 97, 96))
        speaker.say(one, 1, b"exactly this", kind=8)
        speaker.press(one, 2, 5, 160, end=True)
        speaker.say(one, 3, b"nobody knows", kind=110)
        await eventually(lambda: len(listener.listen()) == 3)
        told = [(packet.payload_type, packet.payload) for packet in listener.listen()]
        assert told == [(97, b"exactly this"), (96, bytes([5, 0x80, 0, 160])), (110, b"nobody knows")]
        speaker.close()
        listener.close()


async def test_what_is_passed_on_encrypted_is_left_alone() -> None:
    async with sounding() as media:
        speaker, listener = Ear(), Ear()
        one, other = media.open("127.0.0.1"), media.open("127.0.0.1")
        one.relay, other.relay = other, one
        one.set_remote(audio(speaker, 8, 8, 101))
        other.set_remote(audio(listener, 0, 0, 96))
        speaker.say(one, 1, b"sealed", kind=8)
        await eventually(lambda: len(listener.listen()) == 1)
        (packet,) = listener.listen()
        assert (packet.payload_type, packet.payload) == (8, b"sealed")
        speaker.close()
        listener.close()
