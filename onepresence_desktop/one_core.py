"""The two busy threads of a service on one core, where the system lets us say so (Linux).

Only one of them runs Python at a time. On two cores each takes what both write all the time (the counts of references)
out of the other's cache again and again, and a call costs a fifth more. Threads that wait for files, or compute outside
Python, and programs that are started stay wherever the system puts them.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

EVERY = 2.0
"""Seconds between two looks: at what else the cores do, and at threads that were begun by those two meanwhile."""

EVERY_AT_REST, AT_REST = 15.0, 0.01
"""The same while the service takes less than this share of a core: it matters little then where it is."""

WORTH = 0.4
"""A core is left for another one that is busier with others' work by this share of its time less."""

STATISTICS, THREADS = "/proc/stat", "/proc/self/task"


def best(home: int, others: Mapping[int, float]) -> int:
    """The core to be on: `home`, unless others' work takes much more of it than of the calmest one.

    others: share of each core's time.
    """
    calmest = min(others, key=lambda core: others[core])
    return calmest if others.get(home, 1.0) - others[calmest] > WORTH else home


def spent(statistics: str) -> dict[int, tuple[int, int]]:
    """Ticks that each core has worked, and all of its ticks, by what the system tells (proc(5), /proc/stat)."""
    found = {}
    for line in statistics.splitlines():
        name, *words = line.split()
        if name.startswith("cpu") and name[3:].isdigit() and len(words) >= 5:
            ticks = [int(word) for word in words[:8]]
            found[int(name[3:])] = sum(ticks) - ticks[3] - ticks[4], sum(ticks)
    return found


class OneCore:
    """Keeps the main thread and the thread of this name together."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cores = _cores_of(0)
        self._home: int | None = None
        self._before: dict[int, tuple[int, int]] = {}
        self._at, self._own = time.monotonic(), time.process_time()
        self._mine = 1.0

    async def run(self) -> None:
        """Until it is cancelled; at once where there is nothing to choose."""
        if len(self._cores) < 2 or not Path(STATISTICS).exists():
            return
        try:
            while True:
                self.look()
                await asyncio.sleep(EVERY_AT_REST if self._mine < AT_REST else EVERY)
        finally:
            self._let(*self._threads())

    def look(self) -> None:
        """Bring the two together, where there are two, and let all others go where they like."""
        ours = {thread.native_id for thread in threading.enumerate() if thread.name == self._name}
        if not ours:
            return
        ours.add(threading.main_thread().native_id)
        others = self._others()
        home = best(self._home if self._home is not None else min(others, key=lambda core: others[core]), others)
        for thread in self._threads():
            if thread not in ours:
                self._let(thread)
            elif home != self._home or _cores_of(thread) != {home}:
                with contextlib.suppress(OSError):
                    _set(thread, {home})
        self._home = home

    def _others(self) -> dict[int, float]:
        """Share of each core's time that was not for us since the last look."""
        now, at, own = spent(Path(STATISTICS).read_text("ascii")), time.monotonic(), time.process_time()
        self._mine = (own - self._own) / max(0.01, at - self._at)
        found = {}
        for core in self._cores:
            busy, of = now.get(core, (1, 1))
            busy_before, of_before = self._before.get(core, (0, 0))
            share = (busy - busy_before) / max(1, of - of_before)
            found[core] = max(0.0, share - self._mine) if core == self._home else share
        self._before, self._at, self._own = now, at, own
        return found

    def _let(self, *threads: int) -> None:
        for thread in threads:
            if self._home is not None and _cores_of(thread) == {self._home}:
                with contextlib.suppress(OSError):
                    _set(thread, self._cores)

    def _threads(self) -> list[int]:
        return [int(name) for name in os.listdir(THREADS)]


def free(process: int) -> None:
    """A program that was started, or this thread (0), may run on every core that the service may.

    Both begin with the core of whoever starts them; what computes for long is let go before it does.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.sched_setaffinity(process, _ALLOWED)


def _cores_of(thread: int) -> set[int]:
    """The cores it may run on; none where that isn't known, or the thread has ended."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return os.sched_getaffinity(thread)
    return set()


def _set(thread: int, cores: set[int]) -> None:
    if sys.platform == "linux":
        os.sched_setaffinity(thread, cores)


_ALLOWED = _cores_of(0)
