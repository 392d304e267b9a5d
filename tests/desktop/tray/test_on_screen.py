"""The tray on real screens: none, one that comes late, and one as KDE's panels offer it (spec 13.4)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.support.desk import Desk
from tests.support.tray_watcher import Icon
from tests.support.waiting import soon

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


def in_dock(desk: Desk, folder: Path) -> int:
    """Pixels at the end of the bar that differ from their neighbours to the left: an icon."""
    file = folder / "screen.png"
    desk.picture(file)
    done = subprocess.run(["convert", str(file), "-depth", "8", "ppm:-"], capture_output=True, check=True, timeout=60)
    pixels = np.frombuffer(done.stdout[-1280 * 800 * 3 :], np.uint8).reshape(800, 1280, 3).astype(int)
    left, top, right, bottom = DOCK
    ground = pixels[top + 14, left - 40]
    return int((np.abs(pixels[top:bottom, left:right] - ground).max(axis=2) > 24).sum())


def watcher(bus: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.tray_watcher"],
        env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "watching\n"
    return process


def came(panel: subprocess.Popen[str], bus: str) -> Icon:
    """The icon that a panel got and that is still there: for a new panel the program makes it anew."""
    assert panel.stdout is not None
    for line in panel.stdout:
        icon = Icon(bus, line.removeprefix("icon ").strip())
        if icon.there():
            return icon
        icon.close()
    raise AssertionError("the panel has ended")


@pytest.mark.screen
def test_without_a_tray_the_window_is_shown_although_it_was_to_start_hidden_and_closing_it_ends_the_program(
    bare: Desk,
) -> None:
    program = bare.start(PROGRAM, "--demo", "--minimized")
    window = bare.window("^OnePresence", size=(980, 680))
    bare.close(window)
    assert program.wait(90) == 0


@pytest.mark.screen
def test_a_tray_that_comes_late_gets_the_icon_and_closing_the_window_then_hides_it(bare: Desk, tmp_path: Path) -> None:
    program = bare.start(PROGRAM, "--demo")
    window = bare.window("^OnePresence", size=(980, 680))
    assert in_dock(bare, tmp_path) < BAR
    bare.bring_tray()
    soon(lambda: in_dock(bare, tmp_path) > BAR, every=0.2)
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
    panel = watcher(bus)
    try:
        icon = came(panel, bus)
        soon(lambda: icon.tooltip() == "OnePresence Demo – Available", every=0.2)
        icon.press("Lunch ½ hour")
        soon(lambda: icon.tooltip().startswith("OnePresence Demo – Diverted: Lunch, until "), every=0.2)
        icon.press("Open the phone")
        soon(lambda: icon.tooltip() == "OnePresence Demo – Available", every=0.2)
        icon.close()
    finally:
        panel.kill()
        panel.communicate()
    panel = watcher(bus)
    try:
        again = came(panel, bus)
        bare.close(window)
        soon(lambda: not visible(bare, window), every=0.2)
        again.activate()
        bare.window("^OnePresence", size=(980, 680))
        again.press("Quit")
        assert program.wait(90) == 0
        again.close()
    finally:
        panel.kill()
        panel.communicate()


def visible(desk: Desk, window: str) -> bool:
    command = ["xwininfo", "-id", window]
    done = subprocess.run(command, env=desk.environment, capture_output=True, text=True, timeout=60)
    return "IsViewable" in done.stdout
