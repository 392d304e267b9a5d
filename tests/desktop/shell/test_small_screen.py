"""The window on a small screen: all of it is seen, with the frame that the desktop puts around it (design, 5)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.desk import Desk
from tests.support.waiting import STARTING, soon

PROGRAM = str(Path(sys.executable).with_name("onepresence"))
PANEL = 28
"""Pixels that the window manager's bar takes at the foot of the screen."""


class Place(NamedTuple):
    """Of a window with its frame: where its edges are, in pixels of the screen."""

    left: int
    top: int
    right: int
    bottom: int


def place(desk: Desk, window: str) -> Place:
    """Where the window is with its frame, as the window manager tells it; nowhere until it has told."""
    told = _said(desk, "xwininfo", "-id", window)
    frame = re.findall(r"\d+", _said(desk, "xprop", "-id", window, "-notype", "_NET_FRAME_EXTENTS"))
    numbers = [re.search(rf"{name}: +(-?\d+)", told) for name in ("left X", "left Y", "Width", "Height")]
    if len(frame) != 4 or None in numbers:
        return Place(-1, -1, -1, -1)
    left, top, wide, high = (int(number[1]) for number in numbers if number is not None)
    west, east, north, south = map(int, frame)
    return Place(left - west, top - north, left + wide + east, top + high + south)


def _said(desk: Desk, *command: str) -> str:
    return subprocess.run(command, env=desk.environment, capture_output=True, text=True, timeout=60).stdout


@pytest.mark.screen
@pytest.mark.parametrize(
    ("wide", "high", "scale"), [(1024, 600, "1"), (1366, 768, "2")], ids=["small", "twice as large"]
)
def test_all_of_the_window_and_its_frame_lie_on_a_small_screen(
    tmp_path: Path, wide: int, high: int, scale: str
) -> None:
    with Desk(tmp_path / "home", size=f"{wide}x{high}x24", QT_SCALE_FACTOR=scale) as desk:
        desk.start(PROGRAM, "--demo")
        window = desk.window("^OnePresence")

        def fits() -> bool:
            there = place(desk, window)
            return there.left >= 0 and there.top >= 0 and there.right <= wide and there.bottom <= high - PANEL

        soon(fits, within=STARTING, every=0.2)


@pytest.mark.screen
def test_on_a_large_screen_the_window_keeps_its_size(tmp_path: Path) -> None:
    with Desk(tmp_path / "home", size="1400x1000x24") as desk:
        desk.start(PROGRAM, "--demo")
        window = desk.window("^OnePresence", size=(980, 680))
        there = place(desk, window)
        assert there.right - there.left > 980 and there.bottom - there.top > 680
