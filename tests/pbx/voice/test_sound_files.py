"""Sounds that somebody uploads: what reading them takes is bounded by what they hold."""

from __future__ import annotations

import struct
import tracemalloc

import pytest

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.sound_files import telephone_sound


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(name + struct.pack("<I", len(held)) + held for name, held in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def made(rate: int, channels: int, bits: int) -> tuple[bytes, bytes]:
    frame = channels * bits // 8
    return b"fmt ", struct.pack("<HHIIHH", 1, channels, rate, rate * frame, frame, bits)


def taken(data: bytes) -> float:
    """The most memory that reading it takes, as many times its size."""
    tracemalloc.start()
    try:
        telephone_sound(data, shortest=0.1, longest=60)
    finally:
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return most / len(data)


@pytest.mark.parametrize("bits", [8, 24])
def test_a_sound_of_many_samples_takes_about_as_much_memory_as_its_file(bits: int) -> None:
    assert taken(riff(made(192_000, 2, bits), (b"data", bytes(800_000)))) < 4


def test_a_file_of_chunks_alone_takes_no_memory() -> None:
    flood = riff(*((struct.pack("<I", number), b"") for number in range(100_000)))
    tracemalloc.start()
    with pytest.raises(Invalid):
        telephone_sound(flood, shortest=0.1, longest=60)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < len(flood)


def test_what_stands_around_the_sound_is_passed_over() -> None:
    data = riff((b"LIST", b"od"), made(8_000, 1, 16), (b"bext", bytes(600)), (b"data", b"\x10\0" * 8_000))
    assert telephone_sound(data, shortest=0.1, longest=60).tolist() == [16] * 8_000
