"""`onepresence --demo`: from its command to the first thing painted, and to the list of colleagues.

Each time with a home of its own but compiled modules, as the demo is started for the first time on a machine.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.desktop import Eye, running
from tests.bench.limits import PSI, Limit, most
from tests.support.desk import Desk

STARTS = 7
WITHIN = 60.0
MIDDLE = (200, 100, 880, 600)
"""Where on the screen the window comes (left, top, width, height)."""
FIRST, LIST = 2.0, 5.0


def limits(found: dict[str, Any]) -> list[Limit]:
    """Medians of the starts."""
    return [
        most("demo: command -> first paint, median", statistics.median(found["first_s"]), FIRST, PSI),
        most("demo: command -> living list, median", statistics.median(found["list_s"]), LIST, PSI),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    command = [str(Path(sys.executable).with_name("onepresence")), "--demo"]
    with tempfile.TemporaryDirectory() as name:
        _start(Path(name) / "first", command)  # leaves compiled modules behind
        times = [_start(Path(name) / str(n), command) for n in range(STARTS)]
    found = {"first_s": [first for first, _ in times], "list_s": [listed for _, listed in times]}
    print("onepresence --demo: a new home each time, X11; files of the disk's cache")
    print("                                       n   median    worst   limit")
    for key, words, limit in (("first_s", "command -> first paint, s", FIRST), ("list_s", "command -> list, s", LIST)):
        middle, worst = statistics.median(found[key]), max(found[key])
        print(f"  {words:36}{STARTS:4}   {middle:6.2f}   {worst:6.2f}   {limit:g} {PSI}")
    return found


def _start(home: Path, command: list[str]) -> tuple[float, float]:
    """Seconds from the command to the first change of the screen, and to letters where the names stand."""
    with Desk(home) as desk:
        desk.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a user's machine: compiled once
        eye = Eye(desk)
        time.sleep(0.5)
        empty = eye.pixels(MIDDLE)
        first = listed = 0.0
        begun = time.perf_counter()
        with running(desk, command):
            while not listed:
                now = time.perf_counter() - begun
                assert now < WITHIN, "nothing is shown"
                if not first and (np.abs(eye.pixels(MIDDLE) - empty).max(axis=2) > 10).sum() > 1000:
                    first = now
                if first and eye.names():
                    listed = now
                time.sleep(0.004)
        eye.close()
    return first, listed


if __name__ == "__main__":
    main()
