"""The player on a real sound server, and when that dies (spec 6.2): the library then says nothing and stands still."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.platform.watchdog import FRAME
from onepresence_desktop.desktop.player import Player
from tests.support.desk import Desk
from tests.support.loudspeaker import Loudspeaker


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
def test_a_sound_server_that_dies_is_told_within_seconds(tmp_path: Path) -> None:
    with Desk(tmp_path / "desk") as desk:
        speaker = Loudspeaker(desk, tmp_path)
        with playing(desk) as said:
            assert float(said.readline()) > 0
            os.kill(speaker.pid, signal.SIGKILL)
            words = said.readline().split()
            assert words[:3] == ["failed", "stuck", "after"] and float(words[3]) < 6


@pytest.mark.screen
@pytest.mark.timed
def test_the_first_playing_never_holds_up_the_window_for_a_frame(tmp_path: Path) -> None:
    """Best of some: others may use the machine at the same time."""
    with Desk(tmp_path / "desk") as desk:
        Loudspeaker(desk, tmp_path)
        for _ in range(5):
            with playing(desk) as said:
                longest = float(said.readline()) / 1000
            if longest < FRAME:
                return
        raise AssertionError(f"{longest * 1000:.1f} ms")


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
