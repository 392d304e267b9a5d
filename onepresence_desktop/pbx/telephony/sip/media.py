"""The engine's own ends of sound: sockets, playing, recording, digits, relaying.

Everything runs on the engine's loop; reading and writing files happens in an executor. Works on any event loop with
`add_reader`, which the selector loop has on every system.
"""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from onepresence_desktop.pbx.telephony.sip import rtp, srtp
from onepresence_desktop.pbx.telephony.sip.codecs import FRAME
from onepresence_desktop.pbx.telephony.sip.formats import Decoder, Taken
from onepresence_desktop.pbx.telephony.sip.onward import Onward
from onepresence_desktop.pbx.telephony.sip.pacer import Pacer
from onepresence_desktop.pbx.telephony.sip.peer import Peer
from onepresence_desktop.pbx.telephony.sip.player import Player
from onepresence_desktop.pbx.telephony.sip.ports import Ports
from onepresence_desktop.pbx.telephony.sip.sdp import Audio
from onepresence_desktop.pbx.telephony.sip.sounds import Frames, frames
from onepresence_desktop.pbx.telephony.sip.wav import Recorder

T = TypeVar("T")
log = logging.getLogger(__name__)

FLUSH_TICKS = 25
"""Recordings are written every half second: a crash costs no more."""

LOST_SECONDS = 30.0
"""Without any packet for so long while recording, the phone is gone."""

BEFORE_RECORDING = 50
"""Packets kept from the end of what is played until the recording begins: whoever speaks at the tone is heard."""

QUIET_SECONDS = 1.0
"""Without a sound for so long, a phone that holds has none of its own for who is held."""

LOUD = 100
"""Peak of a frame from which it is a sound: 50 dB below full scale."""

KEY_ENDS = 0.2
"""Seconds without a packet of a key after which it is let go, though its end was lost."""


class Media:
    """Opens sessions and owns what they share."""

    def __init__(self, loop: asyncio.AbstractEventLoop, span: tuple[int, int] | None = None) -> None:
        """span: the ports that sound may come in at, first and last; None: any."""
        self.loop = loop
        self.ports = Ports(span)
        self.pacer = Pacer(loop)
        self.files = ThreadPoolExecutor(2, thread_name_prefix="sound")
        self.sessions: set[Session] = set()

    def open(self, host: str, on_digit: Callable[[str], None] | None = None) -> Session:
        """A session with a socket on `host`. Raises `NoPort`, OSError."""
        return Session(self, host, on_digit)

    def close(self) -> None:
        """End all."""
        for session in list(self.sessions):
            session.close()
        self.files.shutdown(wait=False)  # what callers said is still written

    def in_files(self, work: Callable[[], T], then: Callable[[Future[T]], None]) -> None:
        """Do blocking work with files, and on the loop what follows from it."""

        def done(future: Future[T]) -> None:
            try:
                self.loop.call_soon_threadsafe(then, future)
            except RuntimeError:
                pass  # The loop is closed: nobody is left to be told.

        self.files.submit(work).add_done_callback(done)


class Session:
    """One stream with one phone. port: where it is received. onward: how what is sent goes on, and is encrypted; None:
    as it came. stays: a provider was told of the port, who isn't to hear of another: it ends with the leg, not before.
    """

    def __init__(self, media: Media, host: str, on_digit: Callable[[str], None] | None) -> None:
        self._media = media
        self._on_digit = on_digit
        self._socket = media.ports.bind(host)
        self.host = host
        self.port: int = self._socket.getsockname()[1]
        self._peer = Peer()
        self._decoder = Decoder()
        self._taken = Taken()
        self._player = Player()
        self._keys = rtp.Keys()
        self._key_ends: asyncio.TimerHandle | None = None
        self._played: Callable[[bool], None] | None = None
        self._turn = 0
        self._loading = False
        self._before: deque[tuple[rtp.Packet, array[int]]] = deque(maxlen=BEFORE_RECORDING)
        self._recorder: Recorder | None = None
        self._recorded: Callable[[float, str], None] | None = None
        self._silence_after = 0.0
        self._flushing = False
        self._ticks = 0
        self._heard_at = 0.0
        self._repeated: Callable[[], Frames] | None = None
        self._gives_way = False
        self._loud_at = 0.0
        self.relay: Session | None = None
        self.onward: Onward | None = None
        self.closed = self.stays = False
        media.sessions.add(self)
        media.loop.add_reader(self._socket, self._readable)

    @property
    def strangers(self) -> int:
        """Packets that weren't the phone's."""
        return self._peer.strangers

    def set_remote(self, audio: Audio, signals: str = "") -> None:
        """Where the phone listens, and in what it speaks; `signals`: the address that its SIP comes from."""
        self._peer.listens(audio.host, audio.port, signals, muted=audio.held)
        if self.onward is not None:
            self.onward.secure(audio.crypto)
        self._decoder.agreed(audio)
        self._taken.agreed(audio)
        self._player.speaks(audio)

    def serve(self, on_digit: Callable[[str], None]) -> None:
        """The engine itself is heard here again, and hears who speaks."""
        self._on_digit, self.relay = on_digit, None
        self.stop_repeating()

    def leave(self) -> None:
        """Whoever used it has no more need of it; it ends here where it isn't to stay."""
        if not self.stays:
            self.close()
            return
        self._on_digit = self.relay = None
        self.stop_recording("hangup")
        self.stop_repeating()
        self.stop_playing()

    # --- playing ---

    def play(self, sounds: Sequence[Path], done: Callable[[bool], None]) -> None:
        """Play WAV files; `done(True)` after the last packet, `done(False)` when broken off or unreadable."""
        self.stop_playing()
        self._before.clear()
        self._turn += 1
        turn = self._turn
        self._played = done
        self._loading = True
        files = list(sounds)
        self._media.in_files(
            lambda: frames(files),
            lambda future: self._loaded(turn, future.result() if future.exception() is None else None),
        )

    def _loaded(self, turn: int, sound: list[array[int]] | None) -> None:
        if turn != self._turn or self.closed or self._played is None:
            return
        self._loading = False
        if not sound:
            self._finish_playing(sound is not None)
            return
        self._repeated = None
        self._player.play(sound)
        self._media.pacer.add(self)

    def stop_playing(self) -> None:
        """Break off."""
        self._turn += 1
        self._loading = False
        self._player.stop()
        self._finish_playing(False)

    def _finish_playing(self, whole: bool) -> None:
        done, self._played = self._played, None
        if done is not None:
            done(whole)
        self._rest()

    def repeat(self, make: Callable[[], Frames], *, gives_way: bool = False) -> None:
        """A sound over and over until something else is played; `make`, done in the executor, gives its frames.

        Nothing of the relay's other side is sent on meanwhile. gives_way: but where that can be heard it goes first.
        """
        if self._repeated is make:
            return
        self._repeated, self._gives_way = make, gives_way
        self._loud_at = self._media.loop.time()
        self._media.in_files(make, lambda future: self._made(make, future))

    def _made(self, make: Callable[[], Frames], future: Future[Frames]) -> None:
        if self._repeated is make and not self.closed:
            self._player.repeat(future.result())
            self._media.pacer.add(self)

    def stop_repeating(self) -> None:
        """Silence again, or what the relay's other side says."""
        self._repeated = None
        self._player.repeat(())
        self._rest()

    @property
    def _other_is_heard(self) -> bool:
        return self._gives_way and self._media.loop.time() - self._loud_at < QUIET_SECONDS

    # --- recording ---

    def record(self, path: Path, most: float, silence: float, done: Callable[[float, str], None]) -> None:
        """Record until `stop_recording`, silence, length or trouble; `done(seconds, why)`."""
        self._recorder = Recorder(path, most)
        self._recorded = done
        for packet, samples in self._before:
            self._put(self._recorder, packet, samples)
        self._before.clear()
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
        self._media.in_files(lambda: _finish(recorder, why), lambda future: done(*future.result()))
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
        open_ = self._peer.remote is not None and not self._other_is_heard
        packet = self._player.packet(open_=open_, awake=self._recorder is not None)
        if packet is not None:
            self._out(packet)
        if not self._player.playing and not self._loading and self._played is not None:
            self._player.trail()
            self._finish_playing(True)
        elif packet is not None:
            self._rest()

    def _out(self, packet: bytes) -> None:
        if self._peer.remote is None:
            return
        try:
            if self.onward is not None:
                packet = self.onward.carry(packet, self._media.loop.time())
                if self.onward.secured is not None:
                    packet = self.onward.secured.seal(packet)
            self._socket.sendto(packet, self._peer.remote)
        except OSError:
            pass  # A full buffer or an ICMP error of an earlier packet: sound is lost like any other packet.

    def _pass_on(self, packet: bytes, decoder: Decoder) -> None:
        """What the relay's other side says, unless a sound of ours is to be heard instead."""
        if self._repeated is not None:
            if not self._gives_way:
                return
            if _loud(packet, decoder):
                self._loud_at = self._media.loop.time()
            elif not self._other_is_heard:
                return
        self._out(self._taken.turned(packet, decoder) if self.onward is not None else packet)

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
            self._media.in_files(recorder.flush, lambda future: self._flushed(future.exception()))

    def _flushed(self, trouble: BaseException | None) -> None:
        self._flushing = False
        if trouble is not None:
            log.error("a recording can't be written: %s", type(trouble).__name__)
            self.stop_recording("disk_full")

    def _rest(self) -> None:
        if not self._player.busy and self._played is None and self._recorder is None:
            self._media.pacer.remove(self)

    # --- the socket ---

    def _readable(self) -> None:
        """One packet; of more that are there the loop tells in its next turn, when others have had theirs.

        To ask whether there is another one would cost as much again: nearly always there is none.
        """
        try:
            data, address = self._socket.recvfrom(2048)
        except OSError:
            return  # Nothing there after all, or an ICMP error of an earlier packet.
        self._receive(data, (address[0], address[1]))

    def _receive(self, data: bytes, address: tuple[str, int]) -> None:
        if self.onward is not None and self.onward.secured is not None:
            try:
                data = self.onward.secured.open(data)
            except srtp.NotTheirs:
                return
        for taken in self._peer.takes(data, address, rtp.source(data), self._media.loop.time()):
            if self.relay is not None:
                self.relay._pass_on(taken, self._decoder)
            elif (packet := rtp.parse(taken)) is not None:
                self._hear(packet)

    def _hear(self, packet: rtp.Packet) -> None:
        """Sound and keys; what can't be decoded is as good as silence."""
        if packet.payload_type == self._decoder.events:
            self._tell(self._keys.take(packet))
            self._await_key()
            return
        samples = self._decoder.decode(packet)
        if samples is None:
            return
        self._heard_at = self._media.loop.time()
        if self._recorder is not None:
            self._put(self._recorder, packet, samples)
        elif self._played is None:
            self._before.append((packet, samples))

    @staticmethod
    def _put(recorder: Recorder, packet: rtp.Packet, samples: array[int]) -> None:
        recorder.put(packet.source, packet.sequence, packet.timestamp, samples)

    def _await_key(self) -> None:
        """A key whose end is lost is heard all the same, once its packets have ceased."""
        if self._key_ends is not None:
            self._key_ends.cancel()
            self._key_ends = None
        if self._keys.held and not self.closed:
            self._key_ends = self._media.loop.call_later(KEY_ENDS, lambda: self._tell(self._keys.release()))

    def _tell(self, digits: str) -> None:
        for digit in digits:
            if self._on_digit is not None:
                self._on_digit(digit)

    def close(self) -> None:
        """End everything; a recording is kept."""
        if self.closed:
            return
        self.closed = True
        if self._key_ends is not None:
            self._key_ends.cancel()
        self.stop_recording("hangup")
        self.stop_repeating()
        self.stop_playing()
        self._media.pacer.remove(self)
        self._media.sessions.discard(self)
        self._media.loop.remove_reader(self._socket)
        self._socket.close()
        self._media.ports.free(self.port)


def _loud(data: bytes, decoder: Decoder) -> bool:
    """Whether there is something to be heard in a packet; what can't be decoded is taken to be."""
    packet = rtp.parse(data)
    if packet is None or packet.payload_type in (rtp.COMFORT_NOISE, decoder.events):
        return False
    samples = decoder.decode(packet)
    return samples is None or max(map(abs, samples), default=0) >= LOUD


def _finish(recorder: Recorder, why: str) -> tuple[float, str]:
    """Write the rest; what can't be written is lost, what is on disk is kept."""
    seconds, whole = recorder.finish()
    return seconds, why if whole else "disk_full"
