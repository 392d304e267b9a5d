"""RTP packets (RFC 3550) and telephone events (RFC 4733)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

DIGITS = "0123456789*#"

COMFORT_NOISE = 13
"""Payload type of a silence that is told (RFC 3389)."""

_HEAD = struct.Struct("!BBHII")


@dataclass(frozen=True, slots=True)
class Packet:
    """What is needed of one."""

    payload_type: int
    marker: bool
    sequence: int
    timestamp: int
    source: int
    payload: bytes


def parse(data: bytes) -> Packet | None:
    """Read a packet; None for anything else (RTCP, STUN, noise)."""
    if len(data) < 12:
        return None
    first, second, sequence, timestamp, source = _HEAD.unpack_from(data)
    if first >> 6 != 2 or 72 <= (second & 0x7F) <= 76:
        return None
    start = 12 + 4 * (first & 0x0F)
    end = len(data)
    if first & 0x10:
        if len(data) < start + 4:
            return None
        start += 4 + 4 * int.from_bytes(data[start + 2 : start + 4], "big")
    if first & 0x20:
        end -= data[-1]
    if start > end:
        return None
    return Packet(second & 0x7F, bool(second & 0x80), sequence, timestamp, source, data[start:end])


def source(data: bytes) -> int:
    """The SSRC of a packet, or -1 for what is too short to have one."""
    return int.from_bytes(data[8:12], "big") if len(data) >= 12 else -1


def build(payload_type: int, marker: bool, sequence: int, timestamp: int, source: int, payload: bytes) -> bytes:
    """The bytes of a packet."""
    second = payload_type | (0x80 if marker else 0)
    return _HEAD.pack(0x80, second, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, source) + payload


class Keys:
    """Digits from telephone events: each once, when its end is told or, if that was lost, when it is let go."""

    def __init__(self) -> None:
        self._current: int | None = None
        self._event = 0
        self.held = False

    def take(self, packet: Packet) -> str:
        """The digits that have just been finished, or ""."""
        if len(packet.payload) < 4:
            return ""
        event, end = packet.payload[0], bool(packet.payload[1] & 0x80)
        digits = ""
        if packet.timestamp != self._current:
            digits = self.release()
            self._current, self._event, self.held = packet.timestamp, event, True
        return digits + self.release() if end else digits

    def release(self) -> str:
        """Whatever key is held is let go; its digit, or ""."""
        held, self.held = self.held, False
        return DIGITS[self._event] if held and self._event < len(DIGITS) else ""
