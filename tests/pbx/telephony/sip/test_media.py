"""The engine's own sound over real sockets: played on the beat, recorded by timestamp, closed to strangers."""

from __future__ import annotations

import asyncio
import errno
import random
import socket
import wave
from array import array
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from io import FileIO
from pathlib import Path

import pytest

from onepresence_desktop.pbx.telephony.sip import rtp, wav
from onepresence_desktop.pbx.telephony.sip.codecs import FRAME, codec
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.pacer import Pacer
from onepresence_desktop.pbx.telephony.sip.sdp import Audio
from onepresence_desktop.pbx.telephony.sip.sounds import ringback
from onepresence_desktop.pbx.telephony.sip.wav import Recorder
from tests.support.waiting import eventually, held_up

EVENTS = 101


@asynccontextmanager
async def sounding() -> AsyncIterator[Media]:
    made = Media(asyncio.get_running_loop())
    try:
        yield made
    finally:
        made.close()


class Ear:
    """A phone's end of the sound: an unconnected socket, what came to it, and packets of its own."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.socket = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((host, 0))
        self.socket.setblocking(False)
        self.host, self.port = host, self.socket.getsockname()[1]
        self.came: list[tuple[float, rtp.Packet]] = []

    def audio(self, kind: int = 0) -> Audio:
        return Audio(self.host, self.port, (kind, EVENTS), ((kind, kind),), EVENTS, "sendrecv")

    def listen(self) -> list[rtp.Packet]:
        while True:
            try:
                packet = rtp.parse(self.socket.recv(2048))
            except BlockingIOError:
                return [packet for _, packet in self.came]
            if packet is not None:
                self.came.append((asyncio.get_running_loop().time(), packet))

    def say(
        self, session: Session, number: int, payload: bytes, *, kind: int = 0, stamp: int | None = None,
        source: int | None = None,
    ) -> None:  # fmt: skip
        at = number * FRAME if stamp is None else stamp
        packet = rtp.build(kind, False, number, at, self.port if source is None else source, payload)
        self.socket.sendto(packet, (session.host, session.port))

    def press(self, session: Session, number: int, event: int, stamp: int, *, end: bool) -> None:
        payload = bytes([event, 0x80 if end else 0, 0, 160])
        self.say(session, number, payload, kind=EVENTS, stamp=stamp)

    def close(self) -> None:
        self.socket.close()


def sound(path: Path, samples: array[int]) -> Path:
    path.write_bytes(wav.header(len(samples)) + samples.tobytes())
    return path


def tone(frames: int, level: int = 3000) -> array[int]:
    return array("h", [level if n % 16 < 8 else -level for n in range(frames * FRAME)])


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
@pytest.mark.parametrize("kind", [0, 8, 9])
async def test_what_is_played_comes_whole_in_order_and_on_the_beat(tmp_path: Path, host: str, kind: int) -> None:
    async with sounding() as media:
        ear = Ear(host)
        session = media.open(host)
        session.set_remote(ear.audio(kind))
        heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        session.play([sound(tmp_path / "a.wav", tone(10)), sound(tmp_path / "b.wav", tone(5))], heard.set_result)
        begun = asyncio.get_running_loop().time()
        async with held_up() as lost:
            assert await asyncio.wait_for(heard, 60)
        spent = asyncio.get_running_loop().time() - begun
        assert 0.25 < spent and spent - sum(lost) < 2
        packets = ear.listen()[:15]
        assert [p.payload_type for p in packets] == [kind] * 15 and packets[0].marker and not packets[1].marker
        assert {(b.sequence - a.sequence) & 0xFFFF for a, b in zip(packets, packets[1:], strict=False)} == {1}
        assert {(b.timestamp - a.timestamp) & 0xFFFFFFFF for a, b in zip(packets, packets[1:], strict=False)} == {FRAME}
        assert b"".join(p.payload for p in packets) == codec(kind).encode(tone(10) + tone(5))
        ear.close()


def test_the_beat_does_not_drift_though_every_turn_of_the_loop_is_late() -> None:
    class Loop:
        now = 100.0
        due: tuple[float, Callable[[], None]] | None = None

        def time(self) -> float:
            return self.now

        def call_at(self, when: float, callback: Callable[[], None]) -> None:
            self.due = (when, callback)

    class Counting:
        ticks = 0

        def tick(self) -> None:
            self.ticks += 1

        def close(self) -> None: ...

    loop, counting = Loop(), Counting()
    Pacer(loop).add(counting)  # type: ignore[arg-type]
    for _ in range(3000):
        assert loop.due is not None
        when, callback = loop.due
        loop.now = max(loop.now, when) + 0.003
        callback()
    assert abs(counting.ticks - (loop.now - 100.0) / 0.02) <= 1


async def test_the_beat_goes_on_and_one_broken_sound_does_not_stop_it() -> None:
    async with sounding() as media:

        class Counting:
            ticks = closed = 0

            def __init__(self, *, breaks: bool = False) -> None:
                self.breaks = breaks

            def tick(self) -> None:
                self.ticks += 1
                if self.breaks:
                    raise ValueError("a bug")

            def close(self) -> None:
                self.closed += 1
                media.pacer.remove(self)

        sane, broken = Counting(), Counting(breaks=True)
        begun = asyncio.get_running_loop().time()
        media.pacer.add(broken)
        media.pacer.add(sane)
        await asyncio.sleep(1.0)

        def on_the_beat() -> bool:
            spent = asyncio.get_running_loop().time() - begun
            return abs(sane.ticks - spent / 0.02) <= 1.5

        await eventually(on_the_beat)  # at once, unless the machine held this loop up just before it looked
        assert (broken.ticks, broken.closed) == (1, 1)
        media.pacer.remove(sane)


async def test_recording_goes_by_the_packets_own_time_whatever_the_network_does(tmp_path: Path) -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        session.set_remote(ear.audio())
        ended: asyncio.Future[tuple[float, str]] = asyncio.get_running_loop().create_future()
        session.record(tmp_path / "r.wav", 60, 30, lambda seconds, why: ended.set_result((seconds, why)))
        law = codec(0)
        frames = [array("h", [500 * (n + 1)] * FRAME) for n in range(40)]
        order = [n for n in range(40) if n % 7 != 3] + [5, 6]  # some are lost, two come twice
        random.Random(3).shuffle(order)
        order.remove(0)
        order.remove(39)
        for n in [0, *order, 39]:  # once there is as much as the last one ends, all have been heard
            ear.say(session, n, law.encode(frames[n]))
        await eventually(lambda: session._recorder is not None and session._recorder.samples >= 40 * FRAME)
        session.stop_recording("digit")
        seconds, why = await asyncio.wait_for(ended, 60)
        with wave.open(str(tmp_path / "r.wav")) as file:
            samples = array("h", file.readframes(file.getnframes()))
        assert (seconds, why) == (len(samples) / 8000, "digit")
        for n in range(40):
            middle = samples[n * FRAME + 80]
            assert middle == 0 if n % 7 == 3 else abs(middle - 500 * (n + 1)) < 500 * (n + 1) * 0.05
        ear.close()


async def test_sound_to_a_port_where_nobody_listens_does_no_harm(tmp_path: Path) -> None:
    async with sounding() as media:
        nobody = Ear()
        nobody.close()
        session = media.open("127.0.0.1")
        session.set_remote(nobody.audio())
        heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        session.play([sound(tmp_path / "a.wav", tone(10))], heard.set_result)
        assert await asyncio.wait_for(heard, 60)


async def test_only_the_phone_is_heard(tmp_path: Path) -> None:
    async with sounding() as media:
        ear, stranger, other_port = Ear("127.0.0.1"), Ear("::1"), Ear("127.0.0.1")
        session = media.open("127.0.0.1")
        ear.say(session, 1, b"\xff" * FRAME)
        await eventually(lambda: session.strangers == 1)  # nobody is expected yet
        session.set_remote(ear.audio())
        ended: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        session.record(tmp_path / "r.wav", 60, 30, lambda seconds, _why: ended.set_result(seconds))
        for n in range(2, 22):
            ear.say(session, n, codec(0).encode(tone(1)))
        other_port.say(session, 50, codec(0).encode(tone(1)))
        await eventually(lambda: session.strangers == 2)
        await eventually(lambda: session._recorder is not None and session._recorder.samples >= 20 * FRAME)
        session.stop_recording("digit")
        await asyncio.wait_for(ended, 60)
        with wave.open(str(tmp_path / "r.wav")) as file:
            samples = array("h", file.readframes(file.getnframes()))
        assert sum(sample != 0 for sample in samples) == 20 * FRAME
        for one in (ear, stranger, other_port):
            one.close()


async def test_a_phone_behind_a_router_is_heard_at_the_address_that_its_sip_comes_from() -> None:
    async with sounding() as media:
        ear, session = Ear("127.0.0.1"), media.open("127.0.0.1")
        behind = Audio("192.168.77.5", 4000, (0,), ((0, 0),), EVENTS, "sendrecv")
        session.set_remote(behind)
        ear.say(session, 1, b"\xff" * FRAME)
        await eventually(lambda: session.strangers == 1)
        session.set_remote(behind, "127.0.0.1")
        ear.say(session, 2, b"\xff" * FRAME)
        session.repeat(ringback)
        await eventually(lambda: len(ear.listen()) > 2)
        ear.close()


async def test_sound_is_encoded_for_what_is_agreed_when_it_is_sent(tmp_path: Path) -> None:
    """The greeting was loaded before the phone's answer came, and another answer comes while it plays."""
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        session.play([sound(tmp_path / "a.wav", tone(20))], heard.set_result)
        await asyncio.sleep(0.1)
        session.set_remote(ear.audio(8))
        await eventually(lambda: len(ear.listen()) >= 5)
        session.set_remote(ear.audio(0))
        assert await asyncio.wait_for(heard, 60)
        said = [packet for packet in ear.listen() if packet.payload_type in (0, 8)][:20]
        assert {packet.payload_type for packet in said} == {0, 8}
        for packet in said:
            assert packet.payload == codec(packet.payload_type).encode(tone(1))
        ear.close()


async def test_every_format_that_a_phone_told_may_come_and_change_in_the_middle(tmp_path: Path) -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        kinds = ((8, 8), (0, 0), (97, 8))
        session.set_remote(Audio("127.0.0.1", ear.port, (8, 0, 97, EVENTS), kinds, EVENTS, "sendrecv"))
        session.record(tmp_path / "r.wav", 60, 30, lambda *_: None)
        for n in range(30):
            number, kind = kinds[n // 10]
            ear.say(session, n, codec(kind).encode(tone(1)), kind=number)
        await eventually(lambda: session._recorder is not None and session._recorder.samples >= 30 * FRAME)
        assert session._recorder is not None
        assert {abs(sample) // 100 for sample in session._recorder._sound} - {0} <= {29, 30, 31}
        ear.close()


@pytest.mark.parametrize("kind", [13, 18])
async def test_what_was_never_agreed_is_no_sign_of_life(
    tmp_path: Path, kind: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        session.set_remote(ear.audio())
        ended: asyncio.Future[tuple[float, str]] = asyncio.get_running_loop().create_future()
        session.record(tmp_path / "r.wav", 60, 1.0, lambda seconds, how: ended.set_result((seconds, how)))
        for n in range(20):
            ear.say(session, n, codec(0).encode(tone(1)))
        n = 20
        while not ended.done():
            ear.say(session, n, b"\x20" * 20, kind=kind)
            n += 1
            assert n < 500
            await asyncio.sleep(0.02)
        assert ended.result()[1] == "silence" and ended.result()[0] >= 0.4
        ear.close()


async def test_a_phone_on_hold_is_sent_nothing_and_hears_the_rest_afterwards(tmp_path: Path) -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        held = replace(ear.audio(), direction="sendonly")
        session.set_remote(held)
        heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        session.play([sound(tmp_path / "a.wav", tone(10))], heard.set_result)
        await asyncio.sleep(0.3)
        session.set_remote(replace(held, direction="inactive", host="0.0.0.0"))
        await asyncio.sleep(0.1)
        assert ear.listen() == [] and not heard.done()
        session.set_remote(ear.audio())
        assert await asyncio.wait_for(heard, 60)
        assert b"".join(p.payload for p in ear.listen()[:10]) == codec(0).encode(tone(10))
        ear.close()


async def test_a_phone_that_moves_behind_its_router_is_followed_and_nobody_else(tmp_path: Path) -> None:
    async with sounding() as media:
        ear, moved, stranger, session = Ear(), Ear(), Ear(), media.open("127.0.0.1")
        session.set_remote(ear.audio())
        session.record(tmp_path / "r.wav", 60, 30, lambda *_: None)
        law = codec(0).encode(tone(1))
        for n in range(10):
            ear.say(session, n, law, source=5)
            stranger.say(session, n, law, source=6)
            await asyncio.sleep(0.02)
        for n in range(10, 40):
            moved.say(session, n, law, source=5)
            stranger.say(session, n, law, source=6)
            await asyncio.sleep(0.02)
        await eventually(lambda: session._recorder is not None and session._recorder.samples >= 40 * FRAME)
        assert session._recorder is not None and session._recorder._spoken == 40 * FRAME
        await eventually(lambda: session.strangers >= 40)
        assert session.strangers == 40 and moved.listen() and not stranger.listen()
        for one in (ear, moved, stranger):
            one.close()


async def test_keys_are_heard_once_each_though_packets_are_lost_and_doubled() -> None:
    async with sounding() as media:
        pressed: list[str] = []
        ear, session = Ear(), media.open("127.0.0.1", pressed.append)
        session.set_remote(ear.audio())
        keys = [(5, (False, True, True, True)), (11, (False, False)), (9, (True,)), (12, (True,)), (10, (False,))]
        for n, (event, told) in enumerate(keys):
            for place, end in enumerate(told):
                ear.press(session, n * 10 + place, event, n * 8000, end=end)
        await eventually(lambda: pressed == ["5", "#", "9", "*"])
        ear.close()


async def test_a_phone_that_falls_silent_while_it_is_recorded_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sounding() as media:
        monkeypatch.setattr("onepresence_desktop.pbx.telephony.sip.media.LOST_SECONDS", 0.3)
        ear, session = Ear(), media.open("127.0.0.1")
        session.set_remote(ear.audio())
        ended: asyncio.Future[tuple[float, str]] = asyncio.get_running_loop().create_future()
        session.record(tmp_path / "r.wav", 60, 30, lambda seconds, why: ended.set_result((seconds, why)))
        ear.say(session, 0, codec(0).encode(tone(1)))
        assert (await asyncio.wait_for(ended, 60))[1] == "hangup"
        ear.close()


@pytest.mark.parametrize(
    ("most", "silence", "level", "why", "kept"), [(0.4, 30, 3000, "length", 0.4), (60, 0.2, 0, "silence", 0.0)]
)
async def test_a_recording_ends_by_length_and_by_silence(
    tmp_path: Path, most: float, silence: float, level: int, why: str, kept: float
) -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        session.set_remote(ear.audio())
        ended: asyncio.Future[tuple[float, str]] = asyncio.get_running_loop().create_future()
        session.record(tmp_path / "r.wav", most, silence, lambda seconds, how: ended.set_result((seconds, how)))
        for n in range(25):
            ear.say(session, n, codec(0).encode(tone(1, level)))
        seconds, how = await asyncio.wait_for(ended, 60)
        assert (how, seconds) == (why, kept)
        ear.close()


class Disk(FileIO):
    """A file on a disk with room for so many bytes: it takes what fits, then refuses, as Linux does."""

    room = 20_000

    def write(self, data: object) -> int:
        free = self.room - self.tell()
        whole = memoryview(data)  # type: ignore[arg-type]
        if free <= 0 and len(whole):
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(whole[:free])


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wav, "open", lambda path, _mode, buffering: Disk(path, "w"), raising=False)


def read(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        return array("h", file.readframes(file.getnframes()))


def test_what_a_full_disk_took_is_a_whole_recording(tmp_path: Path, full_disk: None) -> None:
    recorder = Recorder(tmp_path / "r.wav", 60)
    said = tone(100)
    recorder.put(1, 0, 0, said[: 50 * FRAME])
    recorder.flush()
    recorder.put(1, 1, 50 * FRAME, said[50 * FRAME :])
    with pytest.raises(OSError, match="No space"):
        recorder.flush()
    seconds, whole = recorder.finish()
    assert not whole
    assert seconds == (Disk.room - 44) // 2 / 8000
    assert read(tmp_path / "r.wav") == said[: (Disk.room - 44) // 2]


async def test_a_caller_recorded_onto_a_full_disk_ends_there_with_what_was_taken(
    tmp_path: Path, full_disk: None
) -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        session.set_remote(ear.audio())
        ended: asyncio.Future[tuple[float, str]] = asyncio.get_running_loop().create_future()
        session.record(tmp_path / "r.wav", 600, 300, lambda seconds, why: ended.set_result((seconds, why)))
        law, n = codec(0), 0
        while not ended.done():
            ear.say(session, n, law.encode(tone(1)))
            n += 1
            await asyncio.sleep(0.002)
        seconds, why = ended.result()
        assert why == "disk_full" and seconds == (Disk.room - 44) // 2 / 8000
        assert len(read(tmp_path / "r.wav")) == (Disk.room - 44) // 2
        ear.close()


async def test_a_relay_passes_each_sides_packets_on_unchanged_and_no_strangers() -> None:
    async with sounding() as media:
        one, other, stranger = Ear("127.0.0.1"), Ear("::1"), Ear("127.0.0.1")
        facing_one, facing_other = media.open("127.0.0.1"), media.open("::1")
        facing_one.relay, facing_other.relay = facing_other, facing_one
        facing_one.set_remote(one.audio())
        facing_other.set_remote(other.audio())
        one.say(facing_one, 1, b"from one")
        other.say(facing_other, 2, b"from other")
        await eventually(lambda: bool(one.listen()) and bool(other.listen()))
        stranger.say(facing_one, 3, b"from nobody")
        await eventually(lambda: facing_one.strangers == 1)
        assert [p.payload for p in other.listen()] == [b"from one"] and [p.payload for p in one.listen()] == [
            b"from other"
        ]
        for ear in (one, other, stranger):
            ear.close()


async def test_a_sound_that_gives_way_is_heard_only_while_the_other_phone_is_silent() -> None:
    """Some phones play music of their own to who is held, some send silence, most send nothing."""
    async with sounding() as media:
        holder, held = Ear(), Ear()
        here, there = media.open("127.0.0.1"), media.open("127.0.0.1")
        here.relay, there.relay = there, here
        here.set_remote(replace(holder.audio(), direction="sendonly"))
        there.set_remote(held.audio())
        there.repeat(ringback, gives_way=True)
        loud, silent = codec(0).encode(tone(1)), codec(0).encode(array("h", bytes(2 * FRAME)))
        holder.say(here, 1, loud)
        holder.say(here, 2, silent)
        await eventually(lambda: len(held.listen()) >= 2)
        assert {packet.source for packet in held.listen()[:2]} == {holder.port}
        await eventually(lambda: len(held.listen()) > 5)
        holder.say(here, 3, silent)
        holder.say(here, 4, loud)
        await eventually(lambda: sum(packet.payload == loud for packet in held.listen()) == 2)
        assert sum(packet.source == holder.port for packet in held.listen()) == 3
        there.stop_repeating()
        holder.say(here, 5, silent)
        await eventually(lambda: held.listen()[-1].payload == silent)
        there.repeat(ringback)
        await eventually(lambda: held.listen()[-1].source != holder.port)
        before = sum(packet.source == holder.port for packet in held.listen())
        holder.say(here, 6, loud)
        here_heard = held.listen()
        await eventually(lambda: len(held.listen()) > len(here_heard) + 3)
        assert sum(packet.source == holder.port for packet in held.listen()) == before
        for ear in (holder, held):
            ear.close()


async def test_nothing_is_played_to_a_phone_that_speaks_no_format_of_ours() -> None:
    async with sounding() as media:
        ear, session = Ear(), media.open("127.0.0.1")
        session.set_remote(replace(ear.audio(), types=(96,), formats=()))
        session.repeat(ringback)
        await eventually(lambda: session in media.pacer._sessions)
        await asyncio.sleep(0.1)
        assert ear.listen() == []
        ear.close()
