"""A recording: packets laid where they belong, what is lost becomes silence, what follows the last word isn't kept."""

from __future__ import annotations

import struct
from array import array
from io import FileIO
from pathlib import Path
from threading import Lock

from onepresence_desktop.pbx.telephony.sip.timeline import Timeline

RATE = 8000
SURELY_LOUD, LEAST_LOUD = 200.0, 40.0
"""Mean magnitudes of a packet: above the one somebody speaks, below the other (-56 dBFS) nobody does. Between them it
depends on the line: whoever speaks is louder than its noise by `OVER_NOISE`."""

OVER_NOISE = 3.0
NOISE_FRAMES = 75
"""Packets after which the least of them is the line's noise; pauses between words are shorter."""

LEAST_SPEECH = round(0.3 * RATE)
"""Samples of speech below which nothing was said: a click, a breath, the receiver put down."""

TAIL = round(0.5 * RATE)
"""Samples kept behind the last word."""


def header(samples: int) -> bytes:
    """The 44 bytes before 16 bit mono sound at 8 kHz."""
    size = samples * 2
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE * 2, 2, 16, b"data", size
    )


class Loudness:
    """Tells words from the noise of a line, down to words of -50 dBFS on a quiet one."""

    def __init__(self) -> None:
        self._least = self._least_before = SURELY_LOUD
        self._frames = 0

    def speaks(self, samples: array[int]) -> bool:
        """Whether somebody speaks in this packet; all packets are to be shown."""
        level = sum(map(abs, samples)) / max(1, len(samples))
        if level > 0:
            self._least = min(self._least, level)
        self._frames += 1
        if self._frames >= NOISE_FRAMES:
            self._least_before, self._least, self._frames = self._least, SURELY_LOUD, 0
        noise = min(self._least, self._least_before)
        return level > min(SURELY_LOUD, max(LEAST_LOUD, OVER_NOISE * noise))


class Recorder:
    """Collects decoded packets; `flush` (blocking) writes what is new, `finish` all of it and the final header.

    Everything but these two is memory only and may be called on the engine's loop; a flush that is still at work when
    the recording ends is waited for. What follows the last word isn't kept; where nothing was said, nothing is.
    """

    def __init__(self, path: Path, most: float) -> None:
        self._path = path
        self._most = round(most * RATE)
        self._sound = array("h")
        self._timeline = Timeline()
        self._loudness = Loudness()
        self._file: FileIO | None = None
        self._at_work = Lock()
        self._over = False
        self._written = 0
        self._dirty = 0
        self._spoken = 0
        self.last_loud = 0

    @property
    def samples(self) -> int:
        """How much there is."""
        return len(self._sound)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self._sound) / RATE

    @property
    def quiet(self) -> float:
        """Seconds since someone last spoke."""
        return (len(self._sound) - self.last_loud) / RATE

    @property
    def full(self) -> bool:
        """Whether the longest time is reached."""
        return len(self._sound) >= self._most

    def put(self, source: int, sequence: int, timestamp: int, samples: array[int]) -> None:
        """Place a packet (source, sequence and timestamp as in RTP)."""
        place = self._timeline.put(source, sequence, timestamp, len(samples), len(self._sound))
        if place.room:
            self._sound[place.at : place.at] = array("h", bytes(2 * place.room))
            if self.last_loud > place.at:
                self.last_loud += place.room
            del self._sound[self._most :]
        start, end = place.at, min(place.at + len(samples), self._most)
        if start >= end:
            return
        if start > len(self._sound):
            self._sound.extend([0] * (start - len(self._sound)))
        self._sound[start:end] = samples[: end - start]
        self._dirty = min(self._dirty, start)
        if self._loudness.speaks(samples):
            self._spoken += end - start
            self.last_loud = max(self.last_loud, end)

    def silence(self, samples: int) -> None:
        """Time has passed without a packet."""
        self._sound.extend([0] * max(0, min(samples, self._most - len(self._sound))))

    def flush(self) -> None:
        """Write what isn't on disk yet. Raises OSError; what was written stays."""
        with self._at_work:
            if not self._over:
                self._flush()

    def _flush(self) -> None:
        sound = self._sound[self._dirty :]
        start, self._dirty = self._dirty, self._dirty + len(sound)
        try:
            if self._file is None:
                self._file = open(self._path, "wb", buffering=0)  # noqa: SIM115  (open while recording)
                self._put(0, header(0))
            self._put(44 + start * 2, sound.tobytes())
        except OSError:
            self._dirty = start
            raise

    def _put(self, place: int, data: bytes) -> None:
        """Write unbuffered, so that what a full disk refuses doesn't come again with the next write."""
        assert self._file is not None
        self._file.seek(place)
        rest = memoryview(data)
        while rest:
            taken = self._file.write(rest)
            rest = rest[taken:]
            place += taken
            self._written = max(self._written, (place - 44) // 2)

    def finish(self) -> tuple[float, bool]:
        """Write all of it, for a late packet may have come between, and close.

        The seconds that are on disk, up to a little after the last word, and whether all of it could be written.
        """
        with self._at_work:
            self._over = True
            self._dirty = 0
            whole = True
            try:
                self._flush()
            except OSError:
                whole = False
            try:
                return self._close(), whole
            except OSError:
                return 0.0, False

    def _close(self) -> float:
        if self._file is None:
            return 0.0
        kept = min(self._written, self.last_loud + TAIL) if self._spoken >= LEAST_SPEECH else 0
        try:
            self._file.truncate(44 + kept * 2)
            self._put(0, header(kept))
        finally:
            self._file.close()
            self._file = None
        return kept / RATE
