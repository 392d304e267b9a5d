"""A recording placed by RTP timestamp: what is lost becomes silence, what is late or doubled finds its place."""

from __future__ import annotations

import struct
from array import array
from io import FileIO
from pathlib import Path

RATE = 8000
LONGEST_GAP = 10 * RATE
"""Samples: a jump of the timestamps beyond this is a new stream, put right after what there is."""

LOUD = 200
"""Mean magnitude of a packet above which someone speaks, be it softly; line noise lies below 100."""

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


class Recorder:
    """Collects decoded packets; `flush` (blocking) writes what is new, `close` the final header.

    Everything but `flush` and `close` is memory only and may be called on the engine's loop. What follows the last word
    isn't kept; where nothing was said, nothing is.
    """

    def __init__(self, path: Path, most: float) -> None:
        self._path = path
        self._most = round(most * RATE)
        self._sound = array("h")
        self._first: int | None = None
        self._file: FileIO | None = None
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

    def put(self, timestamp: int, samples: array[int]) -> None:
        """Place a packet."""
        if self._first is None:
            self._first = (timestamp - len(self._sound)) & 0xFFFFFFFF
        place = (timestamp - self._first) & 0xFFFFFFFF
        if place >= 1 << 31:
            place -= 1 << 32
        if place < 0 or place - len(self._sound) > LONGEST_GAP:
            if -LONGEST_GAP < place < 0:
                return
            self._first = (timestamp - len(self._sound)) & 0xFFFFFFFF
            place = len(self._sound)
        end = min(place + len(samples), self._most)
        if place >= end:
            return
        if place > len(self._sound):
            self._sound.extend([0] * (place - len(self._sound)))
        self._sound[place:end] = samples[: end - place]
        self._dirty = min(self._dirty, place)
        if sum(map(abs, samples)) > LOUD * len(samples):
            self._spoken += end - place
            self.last_loud = max(self.last_loud, end)

    def silence(self, samples: int) -> None:
        """Time has passed without a packet."""
        self._sound.extend([0] * max(0, min(samples, self._most - len(self._sound))))

    def flush(self) -> None:
        """Write what isn't on disk yet. Raises OSError; what was written stays."""
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

    def rewrite(self) -> None:
        """Write all of it: a late packet may have come between. Raises OSError."""
        self._dirty = 0
        self.flush()

    def close(self) -> float:
        """Write the header and close; seconds that are on disk, up to a little after the last word. Raises OSError."""
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
