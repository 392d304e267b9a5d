"""What the figures are told beside, measured in the same run: machines differ by a factor of three and are never quiet.

R for CPU, psi-plus's window (a C++/Qt program of the same kind, Debian package) for starts.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

R_OF_LIMITS = 0.40
"""Seconds of R for which the limits are given."""
PSI_AT_R = 0.46
"""Seconds to psi-plus's window where R is 0.40; taken where psi-plus isn't installed."""
STARTS = 5


@dataclass(frozen=True, slots=True)
class References:
    """r: CPU seconds of the loop. psi: seconds from psi-plus's start to its window; None: not installed."""

    r: float
    psi: float | None = None

    @property
    def factor(self) -> float:
        """How much longer Python takes here than where the limits were set."""
        return self.r / R_OF_LIMITS

    @property
    def start(self) -> float:
        """Seconds of the start that others are compared with."""
        return self.psi if self.psi is not None else PSI_AT_R * self.factor


def measure_r(rounds: int = 3) -> float:
    """CPU seconds of 3,000,000 times looking up, adding and storing; the median."""

    def once() -> float:
        counts: dict[int, int] = {}
        begun = time.process_time()
        for i in range(3_000_000):
            counts[i & 1023] = counts.get(i & 1023, 0) + i
        return time.process_time() - begun

    return statistics.median(once() for _ in range(rounds))


def measure_psi(starts: int = STARTS) -> float | None:
    """Seconds from psi-plus's start to its first window, each time on a new screen with a new home; the median."""
    if shutil.which("psi-plus") is None:
        return None
    from tests.support.desk import Desk

    found = []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(starts):
            with Desk(Path(folder) / str(n)) as desk:
                begun = time.perf_counter()
                program = desk.start("psi-plus")
                desk.window("[Pp]si", within=60)
                found.append(time.perf_counter() - begun)
                program.kill()  # it asks before it goes
                program.wait()
    return statistics.median(found)
