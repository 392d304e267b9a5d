"""Where each RTP packet belongs in a recording, whatever the network and the phone do (RFC 3550 section 5.1).

A recording is made of stretches: the packets of one source with one running clock. A phone that is transferred, comes
back from hold or goes through a gateway begins another source, or starts its timestamps anew: the new stretch is laid
behind what there is. What is late or doubled finds its place in the stretch it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass

RATE = 8000
LONGEST_GAP = 10 * RATE
"""Samples: a jump of the timestamps beyond this begins a new stretch."""

LATE = RATE // 2
"""Samples by which a packet may come after the beginning of the stretch that follows its own, or before its own."""

MISORDER, DROPOUT = 100, 3000
"""Sequence numbers a packet may lie behind and ahead of the newest one (RFC 3550 appendix A.1)."""


@dataclass(slots=True)
class _Stretch:
    """start: in samples of the recording, where `first` (a timestamp) belongs. top, newest: the newest packet."""

    source: int
    first: int
    start: int
    top: int
    newest: int

    def place(self, timestamp: int) -> int:
        return self.start + _signed(timestamp - self.first, 32)

    def late(self, sequence: int, timestamp: int) -> bool:
        """Whether a packet lies a little behind the newest one of this stretch, or is that one once more."""
        return -MISORDER <= _signed(sequence - self.top, 16) <= 0 and self.place(timestamp) <= self.newest


@dataclass(frozen=True, slots=True)
class Place:
    """Where to put a packet's samples. room: samples to make room for first, by moving what is there now."""

    at: int
    room: int = 0


class Timeline:
    """The stretches of one recording; only the last two still take packets."""

    def __init__(self) -> None:
        self._now: _Stretch | None = None
        self._before: _Stretch | None = None

    def put(self, source: int, sequence: int, timestamp: int, samples: int, end: int) -> Place:
        """The place of a packet with so many samples in a recording that ends at `end`."""
        now, before = self._now, self._before
        if now is None:
            return self._begin(source, sequence, timestamp, end)
        if source == now.source:
            at = now.place(timestamp)
            if now.late(sequence, timestamp):
                if at >= now.start:
                    return Place(at)
                if now.start - at <= LATE and end - now.start <= LATE:
                    return _squeeze(now, now.start - at)
            elif 0 < _signed(sequence - now.top, 16) <= DROPOUT and now.newest < at <= end + LONGEST_GAP:
                now.top, now.newest = sequence, at
                return Place(at)
        if before is not None and source == before.source:
            at = before.place(timestamp)
            if before.late(sequence, timestamp) and at >= before.start:
                return Place(at)
            ahead = _signed(sequence - before.top, 16)
            if 0 < ahead <= MISORDER and before.newest < at < now.start + LATE and end - now.start <= LATE:
                before.top, before.newest = sequence, at
                room = max(0, at + samples - now.start)
                now.start, now.newest = now.start + room, now.newest + room
                return Place(at, room)
        return self._begin(source, sequence, timestamp, end)

    def _begin(self, source: int, sequence: int, timestamp: int, end: int) -> Place:
        self._before = self._now
        self._now = _Stretch(source, timestamp, end, sequence, end)
        return Place(end)


def _squeeze(stretch: _Stretch, room: int) -> Place:
    """Room for a packet that was overtaken by the first of its stretch."""
    stretch.first = (stretch.first - room) & 0xFFFFFFFF
    stretch.newest += room
    return Place(stretch.start, room)


def _signed(number: int, bits: int) -> int:
    """A difference of two numbers that wrap round at so many bits."""
    number &= (1 << bits) - 1
    return number - (1 << bits) if number >> (bits - 1) else number
