"""Text to speech by eSpeak NG (its PyPI wheel), brought to telephone sound: 8 kHz mono 16 bit WAV, cached on disk.

eSpeak NG keeps its state in globals, so one thread does all speaking. A better voice is plugged in behind the same
`Speech` port.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import hashlib
import math
import os
import tempfile
import time
import wave
from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from operator import mul
from pathlib import Path

from onepresence_desktop.domain.errors import Unavailable
from onepresence_desktop.one_core import free

RATE = 8000
WORDS_A_MINUTE, PITCH = 145, 45
VOLUME = 70
"""Of 100; at more, loud vowels are clipped. Speech comes out near -24 dBFS, as telephones expect it (ITU-T P.56)."""

PAUSE = 0.25
"""Seconds of silence behind what is said, for one sentence follows another."""

PEAK = 25_000
"""2.3 dB below full scale: codecs and long lines distort what is louder."""

FADE = 40
"""Samples, 5 ms, over which a sentence begins."""

VERSION = b"3"
"""Part of every cache key: a change of voice or filter makes all sounds anew."""

MOST_KEPT = 64 * 1024 * 1024
"""Bytes of sound in the cache; beyond them the sentences that weren't said for longest go. An hour of speech."""

IN_USE = 3600.0
"""Seconds after its last use during which a sentence stays in any case: a caller may be hearing it."""

PRUNED_EVERY = 50
"""New sentences between two looks at the cache's size."""

_RETRIEVAL, _UTF8, _BY_CHARACTER = 1, 1, 1
_SPEED, _VOLUME, _PITCH = 1, 2, 3
_STAY = 0x8000
"""Without it the library ends the whole program when its data is not to be found."""

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

TAPS = 64
AT_ONCE, REST = 400, 0.0002
"""Samples made at a stretch, and seconds between: meanwhile packets of calls under way have the interpreter."""

CUTOFF = 3600.0
"""Hz: below half the telephone's rate, above what speech needs there."""


class EspeakSpeech:
    """Renders words in da, sv or en; `voice` is an eSpeak variant such as "f2" or "m3"."""

    def __init__(self, cache_folder: Path) -> None:
        self._folder = cache_folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="speech", initializer=free, initargs=(0,))
        self._made = 0

    def close(self) -> None:
        """Let the thread go."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def render(self, text: str, language: str, *, voice: str = "") -> Path:
        """A WAV of the words. Raises `Unavailable` when eSpeak NG can't be used on this machine."""
        path = self.where(text, language, voice=voice)
        if used(path):
            return path
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._make, path, text, language, voice)

    def where(self, text: str, language: str, *, voice: str = "") -> Path:
        """Where the words' sound is kept once rendered."""
        key = hashlib.sha256(b"\0".join((VERSION, language.encode(), voice.encode(), text.encode()))).hexdigest()[:32]
        return self._folder / f"{key}.wav"

    def _make(self, path: Path, text: str, language: str, voice: str) -> Path:
        if path.exists():
            return path
        rate, spoken = _speak(text, language, voice)
        sound = softened(resample(spoken, rate, RATE))
        sound.extend([0] * round(PAUSE * RATE))
        keep(path, sound)
        self._made += 1
        if self._made % PRUNED_EVERY == 0:
            prune(self._folder, MOST_KEPT)
        return path


def softened(sound: array[int]) -> array[int]:
    """The same without a click where it begins (some words start within a vowel), and no louder than `PEAK`."""
    peak = max(max(sound, default=0), -min(sound, default=0))
    if peak > PEAK:
        sound = array("h", (sample * PEAK // peak for sample in sound))
    for place in range(min(FADE, len(sound))):
        sound[place] = sound[place] * place // FADE
    return sound


def used(path: Path) -> bool:
    """Whether the sound is there; from now on it was used now."""
    if not path.exists():
        return False
    with contextlib.suppress(OSError):
        os.utime(path)
    return True


def prune(folder: Path, most: int) -> None:
    """Remove sounds of a folder until no more than so many bytes are left; the longest unused first. Blocking."""
    found = []
    for path in folder.glob("*.wav"):
        with contextlib.suppress(OSError):
            status = path.stat()
            found.append((status.st_mtime, status.st_size, path))
    size = sum(bytes_ for _, bytes_, _ in found)
    for used, bytes_, path in sorted(found):
        if size <= most or used > time.time() - IN_USE:
            return
        path.unlink(missing_ok=True)
        size -= bytes_


def keep(path: Path, sound: array[int]) -> None:
    """Write samples as a WAV, whole or not at all. Blocking; raises OSError when the disk is full."""
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file, wave.open(file, "wb") as out:
            out.setparams((1, 2, RATE, 0, "NONE", ""))
            out.writeframes(sound.tobytes())
        os.replace(draft, path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


@cache
def _engine() -> tuple[ctypes.CDLL, int, list[array[int]], Callable[..., int]]:
    try:
        import espeakng_loader

        library = ctypes.CDLL(espeakng_loader.get_library_path())  # type: ignore[no-untyped-call]
        data = espeakng_loader.get_data_path()  # type: ignore[no-untyped-call]
    except (ImportError, OSError) as exc:
        raise Unavailable(detail="speech") from exc
    rate = library.espeak_Initialize(_RETRIEVAL, 0, os.fsencode(data), _STAY)
    if rate <= 0:
        raise Unavailable(detail="speech")
    parts: list[array[int]] = []

    def take(samples: ctypes._Pointer[ctypes.c_short], count: int, _events: object) -> int:
        if samples and count > 0:
            parts.append(array("h", ctypes.string_at(samples, count * 2)))
        return 0

    callback = _Callback(take)
    library.espeak_SetSynthCallback(callback)
    return library, rate, parts, callback


def _speak(text: str, language: str, voice: str) -> tuple[int, array[int]]:
    library, rate, parts, _callback = _engine()
    name = f"{language}+{voice}" if voice else language
    if library.espeak_SetVoiceByName(name.encode()) != 0:
        raise Unavailable(detail="voice")
    library.espeak_SetParameter(_SPEED, WORDS_A_MINUTE, 0)
    library.espeak_SetParameter(_VOLUME, VOLUME, 0)
    library.espeak_SetParameter(_PITCH, PITCH, 0)
    parts.clear()
    words = text.encode()
    library.espeak_Synth(words, len(words) + 1, 0, _BY_CHARACTER, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    whole = array("h")
    for part in parts:
        whole.extend(part)
    parts.clear()
    return rate, whole


@cache
def _phases(source: int, target: int) -> tuple[int, int, list[list[float]]]:
    """Up and down factors, and for each phase its windowed-sinc taps (Blackman), summing to one."""
    shared = math.gcd(source, target)
    up, down = target // shared, source // shared
    width = CUTOFF * 2 / source
    tables = []
    for phase in range(up):
        middle = TAPS / 2 - 1 + phase / up
        taps = []
        for k in range(TAPS):
            x = k - middle
            sinc = width if x == 0 else math.sin(math.pi * width * x) / (math.pi * x)
            place = (x + TAPS / 2) / TAPS
            window = 0.42 - 0.5 * math.cos(2 * math.pi * place) + 0.08 * math.cos(4 * math.pi * place)
            taps.append(sinc * max(0.0, window))
        total = sum(taps)
        tables.append([tap / total for tap in taps])
    return up, down, tables


def resample(samples: array[int], source: int, target: int) -> array[int]:
    """16 bit samples at `source` Hz to `target` Hz by a polyphase filter; pure Python, 20 ms of work per second.

    Blocking: it takes a third longer than that, so that other threads have their turns.
    """
    if source == target:
        return samples
    up, down, tables = _phases(source, target)
    padded = array("h", [0] * (TAPS // 2 - 1)) + samples + array("h", [0] * TAPS)
    result = array("h")
    for n in range(len(samples) * up // down):
        if n % AT_ONCE == 0:
            time.sleep(REST)
        place, phase = divmod(n * down, up)
        value = round(sum(map(mul, tables[phase], padded[place : place + TAPS])))
        result.append(max(-32768, min(32767, value)))
    return result
