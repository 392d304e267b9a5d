"""WAV files of any make to telephone sound: 8 kHz mono 16 bit. Only what is in the file's chunks is believed."""

from __future__ import annotations

import asyncio
import io
import math
import struct
import sys
import wave
from array import array
from collections.abc import Awaitable, Callable, Iterator
from itertools import islice
from pathlib import Path

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.speech import RATE, keep, resample, used

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
MOST_BYTES = 24 * 1024 * 1024
"""Of an uploaded file: two minutes of a compact disc's stereo."""

MOST_CHUNKS = 1000
"""Of a file, looked at for the two that count."""

AT_ONCE = 16_384
"""Frames that are numbers at the same time: as such each takes many times what it does in a file."""

LOWEST, HIGHEST = 8000, 192_000
"""Hertz of a file that is taken."""

PIECES = {(PCM, 8): "B", (PCM, 16): "h", (PCM, 32): "i", (FLOAT, 32): "f", (FLOAT, 64): "d"}
"""How samples of a format and width (bits) lie in an array; 24 bits lie in none."""

FULL = {(PCM, 8): 1 << 7, (PCM, 16): 1 << 15, (PCM, 24): 1 << 23, (PCM, 32): 1 << 31, (FLOAT, 32): 1, (FLOAT, 64): 1}
"""Full scale."""


def telephone_sound(data: bytes, *, shortest: float, longest: float) -> array[int]:
    """The samples of a WAV file at 8 kHz. shortest, longest: seconds it may last. Blocking: 20 ms a second of sound.

    Raises `Invalid` for `sound`: not_wav, encoding (a format that isn't read), sound_too_short,
    sound_too_long.
    """
    head, body = _head_and_body(data)
    if head is None or body is None or len(head) < 16:
        raise Invalid(field="sound", problem="not_wav")
    form, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", head)
    if form == EXTENSIBLE and len(head) >= 26:
        form = struct.unpack_from("<H", head, 24)[0]
    if (form, bits) not in FULL or channels not in (1, 2) or not LOWEST <= rate <= HIGHEST:
        raise Invalid(field="sound", problem="encoding")
    frame = channels * bits // 8
    seconds = len(body) // frame / rate
    if seconds < shortest:
        raise Invalid(field="sound", problem="sound_too_short")
    if seconds > longest:
        raise Invalid(field="sound", problem="sound_too_long")
    return resample(_mono(body[: len(body) // frame * frame], form, bits, channels), rate, RATE)


def quiet_enough(data: bytes, shortest: float, longest: float, level: float) -> array[int]:
    """As `telephone_sound`, brought down to `level` (of full scale) where it is louder, so that nobody is startled."""
    if len(data) > MOST_BYTES:
        raise Invalid(field="sound", problem="sound_too_long")
    sound = telephone_sound(data, shortest=shortest, longest=longest)
    loudest = max(map(abs, sound))
    if loudest > level * 32768:
        scale = level * 32768 / loudest
        sound = array("h", (round(sample * scale) for sample in sound))
    return sound


async def playable(folder: Path, digest: str, samples: Callable[[], Awaitable[bytes | None]]) -> Path | None:
    """A file of a recording among the spoken sentences, made of its samples where it isn't there (any more).

    None where there are no samples.
    """
    path = folder / f"own-{digest[:40]}.wav"
    if not await asyncio.to_thread(used, path):
        raw = await samples()
        if raw is None:
            return None
        await asyncio.to_thread(keep, path, samples_of(raw))
    return path


def samples_of(raw: bytes) -> array[int]:
    """Samples as they are kept, little-endian."""
    sound = array("h", raw)
    if sys.byteorder == "big":
        sound.byteswap()
    return sound


def wav_of(samples: bytes) -> bytes:
    """A WAV file of samples that are telephone sound."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        out.writeframes(samples)
    return whole.getvalue()


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The chunks of a RIFF file; a length that goes beyond the end means as far as there is something."""
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise Invalid(field="sound", problem="not_wav")
    view, place = memoryview(data), 12
    while place + 8 <= len(data):
        size = struct.unpack_from("<I", data, place + 4)[0]
        yield data[place : place + 4], view[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _head_and_body(data: bytes) -> tuple[memoryview | None, memoryview | None]:
    """The chunks that say how the samples are, and hold them; a file may have millions of others."""
    found: dict[bytes, memoryview] = {}
    for name, chunk in islice(_chunks(data), MOST_CHUNKS):
        if name in (b"fmt ", b"data"):
            found.setdefault(name, chunk)
    return found.get(b"fmt "), found.get(b"data")


def _mono(body: memoryview, form: int, bits: int, channels: int) -> array[int]:
    """Samples of 16 bits; of two channels their mean."""
    sound = array("h")
    step = AT_ONCE * channels * bits // 8
    for start in range(0, len(body), step):
        sound.extend(_mono_piece(bytes(body[start : start + step]), form, bits, channels))
    return sound


def _mono_piece(body: bytes, form: int, bits: int, channels: int) -> array[int]:
    values: list[float] | array[int] | array[float]
    if bits == 24:
        values = [int.from_bytes(body[n : n + 3], "little", signed=True) for n in range(0, len(body), 3)]
    else:
        values = array(PIECES[form, bits])
        values.frombytes(body)
        if sys.byteorder == "big":
            values.byteswap()
        if bits == 8:
            values = [value - 128 for value in values]
    scale = 32768 / FULL[form, bits] / channels
    frames = zip(values[::2], values[1::2], strict=True) if channels == 2 else ((value,) for value in values)
    return array("h", (_clipped(sum(frame) * scale) for frame in frames))


def _clipped(value: float) -> int:
    return max(-32768, min(32767, round(value))) if math.isfinite(value) else 0
