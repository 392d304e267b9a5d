"""The tray on real screens: none, one that comes late, and one as KDE's panels offer it (spec 13.4)."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import numpy as np
import pytest

from tests.support import screen
from tests.support.desk import Desk
from tests.support.tray_watcher import Icon
from tests.support.waiting import STARTING, soon

PROGRAM = str(Path(sys.executable).with_name("onepresence"))
DOCK = (1252, 772, 1280, 800)
BAR = 100
"""More differing pixels than an empty end of the bar has."""


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    """A screen without a tray."""
    with Desk(tmp_path / "home", tray=False) as desk:
        yield desk


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """A message bus of a desktop's session; its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", "--address", f"unix:path={tmp_path}/bus"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.communicate()


def in_dock(desk: Desk) -> int:
    """Pixels at the end of the bar that differ from their neighbours to the left: an icon."""
    left, top, right, bottom = DOCK
    seen = screen.pixels(desk.environment["DISPLAY"], (left - 40, top, right, bottom)).astype(int)
    return int((np.abs(seen[:, 40:] - seen[14, 0]).max(axis=2) > 24).sum())


class Panel:
    """A panel with a tray of its own, until the end of `with`."""

    def __init__(self, bus: str) -> None:
        self._bus = bus
        self._names: list[str] = []

    def __enter__(self) -> Panel:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.tray_watcher"],
            env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": self._bus},
            stdout=subprocess.PIPE,
            text=True,
        )
        out = self._process.stdout
        assert out is not None and out.readline() == "watching\n"
        self._reader = threading.Thread(target=self._read, args=(out,), daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._reader.join()
        self._process.communicate()

    def tooltip(self) -> str:
        """Of the icon, "" while there is none."""
        return str(self._asked(Icon.tooltip) or "")

    def press(self, words: str) -> None:
        """Choose a row of its menu."""
        soon(lambda: self._asked(lambda icon: (icon.press(words), True)), every=0.2)

    def activate(self) -> None:
        """Click on it."""
        soon(lambda: self._asked(lambda icon: (icon.activate(), True)), every=0.2)

    def _asked(self, what: Callable[[Icon], object]) -> object:
        """The newest icon's answer: for a new panel the program makes it anew, and the one before may just be going."""
        for name in reversed(self._names):
            icon = Icon(self._bus, name)
            try:
                if icon.there():
                    return what(icon)
            except (AssertionError, KeyError):
                return None
            finally:
                icon.close()
        return None

    def _read(self, out: IO[str]) -> None:
        for line in out:
            self._names.append(line.removeprefix("icon ").strip())


@pytest.mark.screen
def test_without_a_tray_the_window_is_shown_although_it_was_to_start_hidden_and_closing_it_ends_the_program(
    bare: Desk,
) -> None:
    program = bare.start(PROGRAM, "--demo", "--minimized")
    window = bare.window("^OnePresence", size=(980, 680))
    bare.close(window)
    assert program.wait(90) == 0


@pytest.mark.screen
def test_a_tray_that_comes_late_gets_the_icon_and_closing_the_window_then_hides_it(bare: Desk) -> None:
    program = bare.start(PROGRAM, "--demo")
    window = bare.window("^OnePresence", size=(980, 680))
    assert in_dock(bare) < BAR
    bare.bring_tray()
    soon(lambda: in_dock(bare) > BAR, every=0.2)
    window = bare.window("^OnePresence", size=(980, 680))
    bare.close(window)
    soon(lambda: not visible(bare, window), every=0.2)
    assert program.poll() is None
    subprocess.run([PROGRAM, "quit"], env=bare.environment, check=True, timeout=60)
    assert program.wait(90) == 0


@pytest.mark.screen
def test_a_panels_own_tray_shows_state_and_menu_before_and_after_the_panel_was_restarted(bare: Desk, bus: str) -> None:
    environment = {"DBUS_SESSION_BUS_ADDRESS": bus, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    bare.environment.update(environment)
    program = bare.start(PROGRAM, "--demo")
    window = bare.window("^OnePresence", size=(980, 680))
    with Panel(bus) as panel:
        soon(lambda: panel.tooltip() == "OnePresence Demo – Available", every=0.2)
        panel.press("Lunch ½ hour")
        soon(lambda: panel.tooltip().startswith("OnePresence Demo – Diverted: Lunch, until "), every=0.2)
        panel.press("Open the phone")
        soon(lambda: panel.tooltip() == "OnePresence Demo – Available", every=0.2)
    with Panel(bus) as panel:
        soon(lambda: panel.tooltip() == "OnePresence Demo – Available", every=0.2)
        bare.close(window)
        soon(lambda: not visible(bare, window), every=0.2)
        panel.activate()
        bare.window("^OnePresence", size=(980, 680))
        panel.press("Quit")
        assert program.wait(STARTING) == 0


def visible(desk: Desk, window: str) -> bool:
    command = ["xwininfo", "-id", window]
    done = subprocess.run(command, env=desk.environment, capture_output=True, text=True, timeout=60)
    return "IsViewable" in done.stdout
