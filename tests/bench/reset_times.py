"""Whether a stranger can tell by time if a number is somebody's, where a forgotten password is asked for (spec 1.2).

200 tries for a number that somebody has and 200 for numbers that nobody has, in an arbitrary order; of each the answer
to asking, the answer to a request right behind it, and the answer to a wrong code. The two are compared by the
Mann-Whitney test, which knows nothing of how times are spread: z is how many standard deviations apart they are.
"""

from __future__ import annotations

import asyncio
import math
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from onepresence_desktop.wire import commands as wire
from tests.bench.limits import Limit, most
from tests.pbx.office import PASSWORD, Running, running

TRIES = 200
NUMBER, EMAIL = "1002101", "anders@firma.example"
STEPS = ("ask", "behind", "code")

APART = 3.3
"""Standard deviations; by chance alone one run of a thousand is beyond that."""


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = asyncio.run(_run())
    for step in STEPS:
        one = found[step]
        print(f"  {step:6}: {one['known_ms']:.2f} ms known, {one['unknown_ms']:.2f} ms unknown, z {one['z']:+.2f}")
    return found


def limits(found: dict[str, Any]) -> list[Limit]:
    """Not told apart."""
    return [
        most(f"forgotten password, {step}: |z| known to unknown", abs(found[step]["z"]), APART, "") for step in STEPS
    ]


async def _run() -> dict[str, Any]:
    order = [True, False] * TRIES
    random.Random(1).shuffle(order)
    times: dict[tuple[str, bool], list[float]] = {(step, known): [] for step in STEPS for known in (True, False)}
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder) / "data") as office:
            await office.company()
            await office.command(
                wire.UserAdd(local_number=NUMBER, name="Anders", email=EMAIL, mobile="+4520123456", password=PASSWORD)
            )
            mail = {"host": "127.0.0.1", "port": 9, "sender": "pbx@firma.example", "security": "none"}
            await office.command(wire.ConnectionAdd(name="Mail", kind="smtp", settings=mail))  # type: ignore[arg-type]
            for n, known in enumerate(order):
                office.clock.pass_(hours=2)  # by then earlier tries are forgotten
                number = NUMBER if known else f"100{9000 + n % 1000}"
                for step in STEPS:
                    begun = time.perf_counter()
                    await _step(office, step, number)
                    times[step, known].append(time.perf_counter() - begun)
                await asyncio.sleep(0.05)  # what is done after the answers is over before the next
    return {
        step: {
            "known_ms": statistics.median(times[step, True]) * 1e3,
            "unknown_ms": statistics.median(times[step, False]) * 1e3,
            "z": _z(times[step, True], times[step, False]),
        }
        for step in STEPS
    }


async def _step(office: Running, step: str, number: str) -> None:
    if step == "ask":
        answer = await office.http.post("/v1/password-resets", json={"local_number": number, "by": "email"})
        assert answer.status_code == 202, answer.text
    elif step == "behind":
        assert (await office.http.get("/v1/me")).status_code == 401
    else:
        body = {"local_number": number, "code": "000000", "new": "719304"}
        answer = await office.http.post("/v1/password-resets/confirm", json=body)
        assert answer.status_code == 401, answer.text


def _z(first: list[float], second: list[float]) -> float:
    """Mann and Whitney's U in standard deviations; there are no ties among such times."""
    ranks = np.argsort(np.argsort([*first, *second])) + 1
    n, m = len(first), len(second)
    u = float(ranks[:n].sum()) - n * (n + 1) / 2
    return (u - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)


if __name__ == "__main__":
    main()
