"""A sound server with a loudspeaker of its own, and what came out of it: so that "it plays" is measured."""

from __future__ import annotations

import subprocess
import wave
from pathlib import Path

from tests.support.desk import Desk
from tests.support.waiting import STARTING, soon

RATE = 8000


class Loudspeaker:
    """Started on a desk before the program; what it plays is written down until `heard` is asked for.

    It has the rate of telephone sound: another one moves each sample by a part of itself, and a high tone is no longer
    found in what was heard.
    """

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._raw, self._wav = folder / "heard.raw", folder / "heard.wav"
        server = desk.start(
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disable-shm",
            "-L",
            f"module-null-sink sink_name=loudspeaker rate={RATE} channels=1",
            "-L",
            "module-native-protocol-unix auth-anonymous=1",
        )
        self.pid = server.pid
        soon(lambda: self._pactl("list", "short", "sinks") != "", within=STARTING, every=0.1)
        record = f"exec parec -d loudspeaker.monitor --format=s16le --rate={RATE} --channels=1 --raw > {self._raw}"
        desk.start("sh", "-c", record)
        soon(lambda: self._raw.exists() and self._raw.stat().st_size > 0, within=STARTING, every=0.1)

    def heard(self) -> Path:
        """A WAV of all that was played so far, silence between included."""
        with wave.open(str(self._wav), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            data = self._raw.read_bytes()
            file.writeframes(data[: len(data) // 2 * 2])
        return self._wav

    def _pactl(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words], env=self._desk.environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()
