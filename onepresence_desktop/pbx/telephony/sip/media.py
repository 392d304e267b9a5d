"""The engine's own ends of sound: sockets, playing, recording, digits, relaying.

Everything runs on the engine's loop; reading and writing files happens in an executor. Works on any event loop with
`add_reader`, which the selector loop has on every system.
"""

from __future__ import annotations

import asyncio
import logging
import random
import socket
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import FRAME, codec
from onepresence_desktop.pbx.telephony.sip.pacer import Pacer
from onepresence_desktop.pbx.telephony.sip.sdp import Audio
from onepresence_desktop.pbx.telephony.sip.sounds import packets, ringback
from onepresence_desktop.pbx.telephony.sip.wav import Recorder

log = logging.getLogger(__name__)

FLUSH_TICKS = 25
"""Recordings are written every half second: a crash costs no more."""

LOST_SECONDS = 30.0
"""Without any packet for so long while recording, the phone is gone."""

TRAIL = 35
"""Ticks of silence after what is played, so that the phone's jitter buffer lets go of the last of it."""

SILENCE = array("h", bytes(FRAME * 2))


class Media:
    """Opens sessions and owns what they share."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.pacer = Pacer(loop)
        self.files = ThreadPoolExecutor(2, thread_name_prefix="sound")
        self.sessions: set[Session] = set()

    def open(self, host: str, on_digit: Callable[[str], None] | None = None) -> Session:
        """A session with a socket on `host`. Raises OSError."""
        return Session(self, host, on_digit)

    def close(self) -> None:
        """End all."""
        for session in list(self.sessions):
            session.close()
        self.files.shutdown(wait=False, cancel_futures=True)


class Session:
    """One stream with one phone. `port`: where it is received."""

    def __init__(self, media: Media, host: str, on_digit: Callable[[str], None] | None) -> None:
        self._media = media
        self._on_digit = on_digit
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        try:
            self._socket.setblocking(False)
            self._socket.bind((host, 0))
        except OSError:
            self._socket.close()
            raise
        self.host = host
        self.port: int = self._socket.getsockname()[1]
        self._remote: tuple[str, int] | None = None
        self._signals = ""
        self._sender: tuple[str, int] | None = None
        self._type: int | None = None
        self._events: int | None = None
        self._codec = codec(0)
        self._keys = rtp.Keys()
        self._source = random.getrandbits(32)
        self._sequence = random.getrandbits(16)
        self._timestamp = random.getrandbits(32)
        self._marker = True
        self._frames: deque[bytes] = deque()
        self._played: Callable[[bool], None] | None = None
        self._turn = 0
        self._loading = False
        self._trailing = 0
        self._recorder: Recorder | None = None
        self._recorded: Callable[[float, str], None] | None = None
        self._silence_after = 0.0
        self._flushing = False
        self._ticks = 0
        self._heard_at = 0.0
        self._ringing: deque[bytes] | None = None
        self.relay: Session | None = None
        self.strangers = 0
        self.closed = False
        media.sessions.add(self)
        media.loop.add_reader(self._socket, self._readable)

    def set_remote(self, audio: Audio, signals: str = "") -> None:
        """Where the phone listens, and in what it speaks; `signals`: the address that its SIP comes from."""
        self._remote = (audio.host, audio.port)
        self._signals = signals
        self._sender = None
        self._events = audio.events
        if audio.codec is not None and audio.codec != self._type:
            self._type = audio.codec
            self._codec = codec(audio.codec)
            if self._ringing is not None:
                self.stop_ringback()
                self.ringback()

    # --- playing ---

    def play(self, sounds: Sequence[Path], done: Callable[[bool], None]) -> None:
        """Play WAV files; `done(True)` after the last packet, `done(False)` when broken off or unreadable."""
        self.stop_playing()
        self._turn += 1
        turn, kind = self._turn, self._type if self._type is not None else 0
        self._played = done
        self._loading = True
        future = self._media.files.submit(packets, list(sounds), kind)
        future.add_done_callback(
            lambda f: self._media.loop.call_soon_threadsafe(
                self._loaded, turn, f.result() if not f.cancelled() and f.exception() is None else None
            )
        )

    def _loaded(self, turn: int, packets: list[bytes] | None) -> None:
        if turn != self._turn or self.closed or self._played is None:
            return
        self._loading = False
        if not packets:
            self._finish_playing(packets is not None)
            return
        self.stop_ringback()
        self._frames.extend(packets)
        self._marker = True
        self._media.pacer.add(self)

    def stop_playing(self) -> None:
        """Break off."""
        self._turn += 1
        self._loading = False
        self._frames.clear()
        self._finish_playing(False)

    def _finish_playing(self, whole: bool) -> None:
        done, self._played = self._played, None
        if done is not None:
            done(whole)
        self._rest()

    def ringback(self) -> None:
        """The tone of a phone that rings elsewhere, until something else is played."""
        if self._ringing is None:
            kind = self._type if self._type is not None else 0
            self._ringing = deque(ringback(kind))
            self._marker = True
            self._media.pacer.add(self)

    def stop_ringback(self) -> None:
        """Silence again."""
        self._ringing = None
        self._rest()

    # --- recording ---

    def record(self, path: Path, most: float, silence: float, done: Callable[[float, str], None]) -> None:
        """Record until `stop_recording`, silence, length or trouble; `done(seconds, why)`."""
        self._recorder = Recorder(path, most)
        self._recorded = done
        self._silence_after = silence
        self._heard_at = self._media.loop.time()
        self._ticks = 0
        self._media.pacer.add(self)

    def stop_recording(self, why: str) -> None:
        """End it; what was recorded is written and told."""
        recorder, self._recorder = self._recorder, None
        done, self._recorded = self._recorded, None
        if recorder is None or done is None:
            return
        future = self._media.files.submit(_finish, recorder, why)
        future.add_done_callback(lambda f: self._media.loop.call_soon_threadsafe(lambda: done(*f.result())))
        self._rest()

    @property
    def recording(self) -> bool:
        """Whether the caller is being recorded."""
        return self._recorder is not None

    # --- the clock ---

    def tick(self) -> None:
        """20 ms have passed."""
        if self._recorder is not None:
            self._keep_recording(self._recorder)
        payload: bytes | None = None
        if self._frames and self._remote is not None:
            payload = self._frames.popleft()
        elif self._ringing is not None:
            payload = self._ringing[0]
            self._ringing.rotate(-1)
        elif self._recorder is not None:
            payload = self._codec.encode(SILENCE)
        elif self._trailing:
            self._trailing -= 1
            payload = self._codec.encode(SILENCE)
            self._rest()
        self._timestamp += FRAME
        if payload is not None and self._remote is not None:
            self._send(payload)
        if not self._frames and not self._loading and self._played is not None:
            self._trailing = TRAIL
            self._finish_playing(True)

    def _send(self, payload: bytes) -> None:
        kind = self._type if self._type is not None else 0
        self._sequence += 1
        packet = rtp.build(kind, self._marker, self._sequence, self._timestamp, self._source, payload)
        self._marker = False
        self._out(packet)

    def _out(self, packet: bytes) -> None:
        if self._remote is None:
            return
        try:
            self._socket.sendto(packet, self._remote)
        except OSError:
            pass  # A full buffer or an ICMP error of an earlier packet: sound is lost like any other packet.

    def _keep_recording(self, recorder: Recorder) -> None:
        self._ticks += 1
        now = self._media.loop.time()
        if now - self._heard_at > 0.2:
            recorder.silence(FRAME)
        if now - self._heard_at > LOST_SECONDS:
            self.stop_recording("hangup")
        elif recorder.full:
            self.stop_recording("length")
        elif recorder.quiet > self._silence_after:
            self.stop_recording("silence")
        elif self._ticks % FLUSH_TICKS == 0 and not self._flushing:
            self._flushing = True
            future = self._media.files.submit(recorder.flush)
            future.add_done_callback(
                lambda f: self._media.loop.call_soon_threadsafe(
                    self._flushed, f.exception() if not f.cancelled() else None
                )
            )

    def _flushed(self, trouble: BaseException | None) -> None:
        self._flushing = False
        if trouble is not None:
            log.error("a recording can't be written: %s", type(trouble).__name__)
            self.stop_recording("disk_full")

    def _rest(self) -> None:
        playing = self._frames or self._played is not None or self._ringing is not None
        if not playing and self._recorder is None and not self._trailing:
            self._media.pacer.remove(self)

    # --- the socket ---

    def _readable(self) -> None:
        for _ in range(64):
            try:
                data, address = self._socket.recvfrom(2048)
            except (BlockingIOError, InterruptedError):
                return
            except OSError:
                continue
            self._receive(data, (address[0], address[1]))

    def _receive(self, data: bytes, address: tuple[str, int]) -> None:
        """Only the phone counts: the first sender at its address is taken, and then nobody else.

        Another port of that address is answered there too (the phone sits behind a router), and so is the address
        that its SIP comes from, where the one it told is known behind its router only. On one machine the sender's
        loopback address is the system's choice, so there any of them is the phone's.
        """
        if self._remote is None:
            self.strangers += 1
            return
        if self._sender is None and (_same_host(address[0], self._remote[0]) or address[0] == self._signals):
            self._sender = address
            if address[0] in (self._remote[0], self._signals):
                self._remote = address
        if address != self._sender:
            self.strangers += 1
            return
        if self.relay is not None:
            self.relay._out(data)
            return
        packet = rtp.parse(data)
        if packet is None:
            return
        self._heard_at = self._media.loop.time()
        if packet.payload_type == self._events:
            for digit in self._keys.take(packet):
                if self._on_digit is not None:
                    self._on_digit(digit)
        elif packet.payload_type == self._type and self._recorder is not None:
            self._recorder.put(packet.timestamp, self._codec.decode(packet.payload))

    def close(self) -> None:
        """End everything; a recording is kept."""
        if self.closed:
            return
        self.closed = True
        self.stop_recording("hangup")
        self._ringing = None
        self.stop_playing()
        self._media.pacer.remove(self)
        self._media.sessions.discard(self)
        self._media.loop.remove_reader(self._socket)
        self._socket.close()


def _same_host(one: str, other: str) -> bool:
    return one == other or (one.startswith("127.") and other.startswith("127."))


def _finish(recorder: Recorder, why: str) -> tuple[float, str]:
    """Write the rest; what can't be written is lost, what is on disk is kept."""
    try:
        recorder.rewrite()
    except OSError:
        why = "disk_full"
    try:
        return recorder.close(), why
    except OSError:
        return 0.0, "disk_full"
