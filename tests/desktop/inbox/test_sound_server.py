"""The player on a real sound server, and when that dies (spec 6.2): the library then says nothing and stands still."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import audio_library
from onepresence_desktop.desktop.player import Player
from tests.support.desk import Desk
from tests.support.loudspeaker import Loudspeaker


def quiet(seconds: float) -> bytes:
    """A silent WAV."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        out.writeframes(bytes(round(16000 * seconds)))
    return whole.getvalue()


@contextlib.contextmanager
def playing(desk: Desk) -> Iterator[TextIO]:
    """A program that plays on the desk's loudspeaker: what it says, line by line; ended at the latest after 40 s."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.support.playing"],
        env=desk.environment | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    watchdog = threading.Timer(40, program.kill)
    watchdog.start()
    try:
        assert program.stdout is not None
        assert program.stdout.readline().startswith("plays on Null Output")
        yield program.stdout
    finally:
        watchdog.cancel()
        program.kill()
        program.communicate()


@pytest.mark.screen
def test_a_sound_server_that_dies_is_told(tmp_path: Path) -> None:
    with Desk(tmp_path / "desk") as desk:
        speaker = Loudspeaker(desk, tmp_path)
        with playing(desk) as said:
            assert float(said.readline()) > 0
            os.kill(speaker.pid, signal.SIGKILL)
            assert said.readline().split()[:2] == ["failed", "stuck"]


def test_the_audio_library_is_loaded_in_steps_with_turns_of_the_loop_between(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def load() -> Iterator[None]:
        for part in ("library", "codecs", "devices"):
            QTimer.singleShot(0, lambda part=part: done.append(f"a turn after {part}"))
            done.append(part)
            yield

    monkeypatch.setattr(audio_library, "load", load)
    player = Player()
    player.play(quiet(1.0))
    qtbot.waitUntil(lambda: len(done) == 6)
    assert done == [
        "library",
        "a turn after library",
        "codecs",
        "a turn after codecs",
        "devices",
        "a turn after devices",
    ]
    player.stop()


def test_the_audio_library_comes_in_several_parts() -> None:
    program = "from onepresence_desktop.desktop.audio_library import load; print(sum(1 for _ in load()))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert int(done.stdout) >= 3, done


def test_where_no_loudspeaker_is_it_is_told_at_once(tmp_path: Path) -> None:
    nothing = {"PULSE_SERVER": f"unix:{tmp_path}/nowhere", "PIPEWIRE_REMOTE": "nowhere", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.playing"],
        env={**os.environ, **nothing, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0 and done.stdout.split()[:2] == ["failed", "no_device"], done


def test_a_player_whose_server_died_is_never_asked_for_anything_again(qtbot: QtBot) -> None:
    class Waiting(QObject):
        def stop(self) -> None:
            raise AssertionError("this would wait for ever")

        setSource = pause = play = stop

    player, told = Player(), list[str]()
    player.failed.connect(told.append)
    player._player = Waiting(player)  # type: ignore[assignment]
    player._give_up()
    assert told == ["stuck"] and not player.playing
    player.stop()
    player.pause()
