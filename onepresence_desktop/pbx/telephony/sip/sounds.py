"""What is played, ready to be sent: WAV files and the tone of ringing elsewhere, cut into packets' payloads."""

from __future__ import annotations

import math
import wave
from array import array
from pathlib import Path

from onepresence_desktop.pbx.telephony.sip.codecs import FRAME, RATE, codec

RINGBACK_ON, RINGBACK_OFF = 1.0, 4.0
RINGBACK_HZ = 425


def packets(sounds: list[Path], kind: int) -> list[bytes]:
    """The payloads of WAV files (8 kHz mono 16 bit), the last one filled up with silence."""
    whole = array("h")
    for sound in sounds:
        with wave.open(str(sound), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
                raise ValueError("not telephone sound")
            whole.frombytes(file.readframes(file.getnframes()))
    whole.extend([0] * (-len(whole) % FRAME))
    encoded = codec(kind).encode(whole)
    return [encoded[start : start + FRAME] for start in range(0, len(encoded), FRAME)]


_ringbacks: dict[int, list[bytes]] = {}


def ringback(kind: int) -> list[bytes]:
    if kind not in _ringbacks:
        on, off = round(RINGBACK_ON * RATE), round(RINGBACK_OFF * RATE)
        tone = array("h", (round(6000 * math.sin(2 * math.pi * RINGBACK_HZ * n / RATE)) for n in range(on)))
        tone.extend([0] * off)
        encoded = codec(kind).encode(tone)
        _ringbacks[kind] = [encoded[start : start + FRAME] for start in range(0, len(encoded), FRAME)]
    return _ringbacks[kind]
