"""G.711 by tables and G.722 by its PyPI wheel; sound in between is 16 bit at 8 kHz."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable
from functools import cache
from typing import Protocol

from G722 import G722

PCMU, PCMA, G722_TYPE = 0, 8, 9
RATE = 8000
FRAME = 160
"""Samples of a packet: 20 ms."""


class Codec(Protocol):
    """One direction of one stream; G.722 remembers what went before."""

    def encode(self, samples: array[int]) -> bytes:
        """A byte a sample."""
        ...

    def decode(self, payload: bytes) -> array[int]:
        """A sample a byte."""
        ...


def codec(payload_type: int) -> Codec:
    """A new codec for a static payload type; KeyError for others."""
    makers: dict[int, Callable[[], Codec]] = {PCMU: _mu_law, PCMA: _a_law, G722_TYPE: _G722}
    return makers[payload_type]()


class _G711:
    """encoding: a code for each 16 bit sample, negative ones counted from the end. decoding: a sample for each code."""

    def __init__(self, encoding: bytes, decoding: tuple[int, ...]) -> None:
        self._encoding = encoding
        pairs = [sample.to_bytes(2, sys.byteorder, signed=True) for sample in decoding]
        self._first, self._second = bytes(pair[0] for pair in pairs), bytes(pair[1] for pair in pairs)

    def encode(self, samples: array[int]) -> bytes:
        return bytes(map(self._encoding.__getitem__, samples))

    def decode(self, payload: bytes) -> array[int]:
        sound = bytearray(2 * len(payload))
        sound[0::2], sound[1::2] = payload.translate(self._first), payload.translate(self._second)
        return array("h", bytes(sound))


class _G722:
    def __init__(self) -> None:
        self._encoder = G722(RATE, 64_000)
        self._decoder = G722(RATE, 64_000)

    def encode(self, samples: array[int]) -> bytes:
        return bytes(self._encoder.encode(samples))

    def decode(self, payload: bytes) -> array[int]:
        return array("h", self._decoder.decode(payload))


@cache
def _mu_law() -> _G711:
    decoding = tuple(_mu_law_sample(byte) for byte in range(256))
    return _G711(_encoding(decoding), decoding)


@cache
def _a_law() -> _G711:
    decoding = tuple(_a_law_sample(byte) for byte in range(256))
    return _G711(_encoding(decoding), decoding)


def _mu_law_sample(byte: int) -> int:
    byte = ~byte & 0xFF
    magnitude = (((byte & 0x0F) << 3) + 0x84) << ((byte & 0x70) >> 4)
    return 0x84 - magnitude if byte & 0x80 else magnitude - 0x84


def _a_law_sample(byte: int) -> int:
    byte ^= 0x55
    magnitude = (byte & 0x0F) << 4
    segment = (byte & 0x70) >> 4
    magnitude += 8 if segment == 0 else 0x108
    if segment > 1:
        magnitude <<= segment - 1
    return magnitude if byte & 0x80 else -magnitude


def _encoding(decoding: tuple[int, ...]) -> bytes:
    """The nearest code for each sample, by its upper 14 bits (as much as G.711 can tell apart)."""
    by_sample = sorted((sample, byte) for byte, sample in enumerate(decoding))
    table = bytearray(1 << 16)
    place = 0
    for step in range(-8192, 8192):
        sample = step * 4 + 2
        while place + 1 < len(by_sample) and abs(by_sample[place + 1][0] - sample) <= abs(by_sample[place][0] - sample):
            place += 1
        start = step * 4 & 0xFFFF
        table[start : start + 4] = bytes([by_sample[place][1]]) * 4
    return bytes(table)
