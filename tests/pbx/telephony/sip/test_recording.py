"""What is kept of a caller's words, and what isn't: silence, clicks, and a disk that fills up."""

from __future__ import annotations

import asyncio
import resource
import socket
import threading
import wave
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import codec
from onepresence_desktop.pbx.telephony.sip.media import Media, Session
from onepresence_desktop.pbx.telephony.sip.sdp import Audio
from onepresence_desktop.pbx.telephony.sip.sounds import ringback
from onepresence_desktop.pbx.telephony.sip.timeline import LONGEST_GAP
from onepresence_desktop.pbx.telephony.sip.wav import Recorder
from tests.pbx.telephony.sip.simulated import World
from tests.support.waiting import eventually

FRAME = 160
LOUD, SOFT, NOISE = 1500, 240, 60
WHISPER, HISS = 80, 8
"""Words of -52 dBFS, and the noise of a quiet line."""


def speak(recorder: Recorder, *parts: tuple[float, int]) -> None:
    """Seconds at a magnitude, one after another, in packets of 20 ms."""
    for seconds, magnitude in parts:
        for _ in range(round(seconds * 50)):
            recorder.put(
                1, recorder.samples // FRAME, recorder.samples, array("h", [magnitude, -magnitude] * (FRAME // 2))
            )


def frames(path: Path) -> int:
    with wave.open(str(path)) as file:
        assert file.getparams()[:3] == (1, 2, 8000)
        return len(file.readframes(file.getnframes())) // 2


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes: writes come back short and then fail, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("parts", "seconds"),
    [
        (((4.0, LOUD),), 4.0),
        (((4.0, LOUD), (6.0, NOISE)), 4.5),
        (((2.0, NOISE), (1.0, LOUD), (3.0, NOISE), (1.0, LOUD), (6.0, 0)), 7.5),
        (((3.0, SOFT), (6.0, NOISE)), 3.5),
        (((0.5, HISS), (3.0, WHISPER), (0.2, HISS), (1.0, WHISPER), (6.0, HISS)), 5.2),
        (((7.0, 0),), 0.0),
        (((7.0, NOISE),), 0.0),
        (((3.0, NOISE), (0.1, LOUD), (6.0, NOISE)), 0.0),
        ((), 0.0),
    ],
    ids=[
        "speech",
        "then silence",
        "with a pause",
        "softly",
        "in a whisper",
        "silence",
        "line noise",
        "a click",
        "nothing at all",
    ],
)
def test_what_is_kept_ends_a_little_after_the_last_word(
    tmp_path: Path, parts: tuple[tuple[float, int], ...], seconds: float
) -> None:
    recorder = Recorder(tmp_path / "r.wav", 60)
    speak(recorder, *parts)
    assert recorder.finish() == (seconds, True)
    assert frames(tmp_path / "r.wav") == seconds * 8000


def test_a_late_and_a_doubled_packet_find_their_place_and_a_lost_one_is_silence(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "r.wav", 60)
    sound = [array("h", [1000 + n] * FRAME) for n in range(60)]
    for n in (0, 1, 3, 2, 2, *range(4, 30), *range(31, 60)):
        recorder.put(1, n, 5000 + n * FRAME, sound[n])
    recorder.put(1, 60, 5000 + 60 * FRAME + 2 * LONGEST_GAP, array("h", [7] * FRAME))
    recorder.finish()
    with wave.open(str(tmp_path / "r.wav")) as file:
        kept = array("h", file.readframes(file.getnframes()))
    assert [kept[n * FRAME] for n in range(60)] == [*range(1000, 1030), 0, *range(1031, 1060)]


@pytest.mark.parametrize("room", [0, 30, 44, 9000, 40_044, 70_001])
def test_a_disk_that_fills_up_keeps_what_was_written(tmp_path: Path, room: int) -> None:
    recorder = Recorder(tmp_path / "r.wav", 60)
    failed = 0
    with room_for(room):
        for _ in range(10):
            speak(recorder, (0.5, LOUD))
            try:
                recorder.flush()
            except OSError:
                failed += 1
        assert failed
        seconds, all_of_it = recorder.finish()
    assert not all_of_it
    whole = max(0, room - 44) // 2
    assert seconds == whole / 8000
    if room >= 44:
        assert frames(tmp_path / "r.wav") == whole


class Mouthpiece:
    """A phone's end of the sound: speaks on demand, notes what it is sent."""

    def __init__(self, session: Session) -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self._session = session
        self._sent = 0
        session.set_remote(Audio(*self.socket.getsockname(), (0,), ((0, 0),), 101, "sendrecv"))

    def say(self, packets: int, magnitude: int = LOUD) -> None:
        payload = codec(0).encode(array("h", [magnitude, -magnitude] * (FRAME // 2)))
        for _ in range(packets):
            self._sent += 1
            packet = rtp.build(0, False, self._sent, self._sent * FRAME, 1, payload)
            self.socket.sendto(packet, (self._session.host, self._session.port))


async def test_a_full_disk_ends_the_recording_and_keeps_what_there_was(tmp_path: Path) -> None:
    media = Media(asyncio.get_running_loop())
    session = media.open("127.0.0.1")
    mouth = Mouthpiece(session)
    ended: list[tuple[float, str]] = []
    session.record(tmp_path / "r.wav", 60, 6, lambda seconds, why: ended.append((seconds, why)))
    mouth.say(50)
    await eventually(lambda: (tmp_path / "r.wav").exists() and (tmp_path / "r.wav").stat().st_size > 15_000)
    with room_for((tmp_path / "r.wav").stat().st_size):
        mouth.say(50)
        await eventually(lambda: ended)
    ((seconds, why),) = ended
    assert why == "disk_full" and seconds >= 1.0 and frames(tmp_path / "r.wav") == seconds * 8000
    mouth.socket.close()
    media.close()


def test_an_engine_that_stops_says_so_of_what_was_being_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    world, ended = World(2), list[str]()
    world.phones[0].dial("2102")
    world.clock.until(lambda: world.engine.calls, within=10)
    (call,) = world.engine.calls.values()
    call.session = world.media.open("10.0.0.1")  # type: ignore[assignment]
    monkeypatch.setattr(call.session, "stop_recording", ended.append)
    world.engine.stop()
    assert ended[0] == "stopped"


async def test_what_is_played_waits_for_its_files_although_the_sound_is_going_on(tmp_path: Path) -> None:
    """Ringing was heard just before; a slow disk must not pass for the end of the greeting."""
    media = Media(asyncio.get_running_loop())
    session = media.open("127.0.0.1")
    mouth = Mouthpiece(session)
    with wave.open(str(tmp_path / "hello.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(3200))
    session.repeat(ringback)
    free = threading.Event()
    for _ in range(2):
        media.files.submit(free.wait)
    ended: list[bool] = []
    session.play([tmp_path / "hello.wav"], ended.append)
    await asyncio.sleep(0.06)
    assert not ended
    free.set()
    await eventually(lambda: ended == [True])
    mouth.socket.close()
    media.close()


async def test_nothing_is_said_before_it_is_known_where_the_phone_listens(tmp_path: Path) -> None:
    media = Media(asyncio.get_running_loop())
    session = media.open("127.0.0.1")
    with wave.open(str(tmp_path / "hello.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(3200))
    ended: list[bool] = []
    session.play([tmp_path / "hello.wav"], ended.append)
    await asyncio.sleep(0.4)
    assert not ended
    mouth = Mouthpiece(session)
    await eventually(lambda: ended == [True])
    sent = 0
    while True:
        try:
            mouth.socket.recv(2048)
            sent += 1
        except BlockingIOError:
            break
    assert sent >= 10
    mouth.socket.close()
    media.close()


def test_a_recording_that_ends_while_it_is_being_written_is_whole(tmp_path: Path) -> None:
    """Two threads, as in the engine: one writes what is new, the other ends it."""
    for n in range(30):
        recorder = Recorder(tmp_path / f"{n}.wav", 60)
        speak(recorder, (3.0, LOUD))
        with ThreadPoolExecutor(2) as threads:
            writing = [threads.submit(recorder.flush) for _ in range(3)]
            speak(recorder, (1.0, LOUD))
            ended = threads.submit(recorder.finish)
            after = threads.submit(recorder.flush)
        assert ended.result() == (4.0, True) and frames(tmp_path / f"{n}.wav") == 32_000
        assert all(one.exception() is None for one in (*writing, after))
