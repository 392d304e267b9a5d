"""One customer's events: numbered, encoded, the newest last, and what a client at any place in them has to be sent.

Superseded events (same key) are left out of a chunk, so a client that was away gets the latest state, and ids only
rise. Chunks that are the same for all clients at one place are built once and shared. Ids are ``epoch:seq``; an epoch
is one life of the stream.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.slices import Audience

RING = 8192
"""Events kept for resuming; at the burst rate of 500/s that is 16 s, longer than a client takes to reconnect."""


def chunk(payload: bytes) -> bytes:
    """One chunk of a chunked HTTP body (RFC 9112 section 7.1)."""
    return b"%x\r\n%b\r\n" % (len(payload), payload)


def frame(name: str, event_id: str, data: bytes) -> bytes:
    """One server-sent event; `data` is JSON on one line."""
    return b"event: %b\nid: %b\ndata: %b\n\n" % (name.encode(), event_id.encode(), data)


@dataclass(frozen=True, slots=True)
class _Entry:
    seq: int
    to: Audience | UserId
    key: Hashable
    data: bytes


@dataclass(slots=True)
class Ring:
    """One customer's events, newest last."""

    epoch: str = field(default_factory=lambda: secrets.token_hex(4))
    head: int = 0
    size: int = RING
    entries: deque[_Entry] = field(default_factory=deque)
    private: dict[UserId, int] = field(default_factory=dict)
    public_head: int = 0
    receptionists_head: int = 0
    _shared: dict[tuple[int, bool], bytes] = field(default_factory=dict)
    _shared_at: int = -1

    def add(self, name: str, key: Hashable, data: bytes, to: Audience | UserId) -> None:
        """Append an event; one with the same key and audience before it is superseded."""
        self.head += 1
        self.entries.append(_Entry(self.head, to, (to, key), frame(name, self.id_of(self.head), data)))
        if len(self.entries) > self.size:
            self.entries.popleft()
        if to is Audience.EVERYONE:
            self.public_head = self.head
        elif isinstance(to, Audience):
            self.receptionists_head = self.head
        else:
            self.private[to] = self.head

    def id_of(self, seq: int) -> str:
        """The id on the wire."""
        return f"{self.epoch}:{seq}"

    def place_of(self, event_id: str) -> int | None:
        """The place an id stands for, or None when it can't be resumed from there."""
        epoch, _, seq = event_id.partition(":")
        if epoch != self.epoch or not (seq.isascii() and seq.isdigit()) or len(seq) > 18:
            return None
        place = int(seq)
        return place if self.holds(place) and place <= self.head else None

    def holds(self, place: int) -> bool:
        """Whether everything after `place` is still there."""
        return not self.entries or place >= self.entries[0].seq - 1

    def after(self, place: int, user_id: UserId, receptionist: bool) -> bytes:
        """The chunk that brings a client from `place` to the head; empty when nothing concerns it."""
        if self.private.get(user_id, 0) > place:
            return self._build(place, receptionist, user_id)
        if self._shared_at != self.head:
            self._shared.clear()
            self._shared_at = self.head
        shared = self._shared.get((place, receptionist))
        if shared is None:
            shared = self._shared[(place, receptionist)] = self._build(place, receptionist, None)
        return shared

    def _build(self, place: int, receptionist: bool, user_id: UserId | None) -> bytes:
        latest: dict[Hashable, bytes] = {}
        for entry in self._newer_than(place):
            to = entry.to
            if (
                to is Audience.EVERYONE
                or (to is Audience.RECEPTIONISTS and receptionist)
                or (user_id is not None and to == user_id)
            ):
                latest.pop(entry.key, None)
                latest[entry.key] = entry.data
        return chunk(b"".join(latest.values())) if latest else b""

    def _newer_than(self, place: int) -> list[_Entry]:
        newer: list[_Entry] = []
        for entry in reversed(self.entries):
            if entry.seq <= place:
                break
            newer.append(entry)
        newer.reverse()
        return newer
