"""Whether a stranger can tell by time if a number is somebody's, where a forgotten password is asked for (spec 1.2).

200 tries each for a number that somebody has, one that somebody has without an address to send to, and numbers that
nobody has, in an arbitrary order, with a real mail server. Of each try: the answer to asking, the answer to a request
right behind it, and the answer to a wrong code. Each is compared with nobody's by the Mann-Whitney test, which knows
nothing of how times are spread: z is how many standard deviations apart they are.
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

from onepresence_desktop.pbx.services.password_resets import EVEN
from onepresence_desktop.wire import commands as wire
from tests.bench.limits import Limit, most
from tests.pbx.office import PASSWORD, Running, running
from tests.support import chasquid
from tests.support.chasquid import Chasquid
from tests.support.tls import believed
from tests.support.waiting import eventually

TRIES = 200
KNOWN, WITHOUT, NOBODY = "known", "without an address", "nobody"
NUMBERS = {KNOWN: "1002101", WITHOUT: "1002102"}
STEPS = ("ask", "behind", "code")

APART = 3.3
"""Standard deviations; by chance alone one run of a thousand is beyond that."""


def main() -> dict[str, Any]:
    """Run, print, return the figures."""
    found = asyncio.run(_run())
    for step in STEPS:
        told = ", ".join(f"{found[step][who]['ms']:.2f} ms {who}" for who in (NOBODY, KNOWN, WITHOUT))
        apart = ", ".join(f"{found[step][who]['z']:+.2f} {who}" for who in NUMBERS)
        print(f"  {step:6}: {told}; z to nobody {apart}")
    return found


def limits(found: dict[str, Any]) -> list[Limit]:
    """Not told apart."""
    return [
        most(f"forgotten password, {step}: |z| {who} to nobody's", abs(found[step][who]["z"]), APART, "")
        for step in STEPS
        for who in NUMBERS
    ]


async def _run() -> dict[str, Any]:
    order = [KNOWN, WITHOUT, NOBODY] * TRIES
    random.Random(1).shuffle(order)
    times: dict[tuple[str, str], list[float]] = {(step, who): [] for step in STEPS for who in (*NUMBERS, NOBODY)}
    with tempfile.TemporaryDirectory() as folder, Chasquid(Path(folder) / "mail", "anders") as server:
        with believed(server.identity.certificate):
            async with running(Path(folder) / "data") as office:
                await _company(office, server)
                mailed = 0
                for n, who in enumerate(order):
                    office.clock.pass_(hours=2)  # by then earlier tries are forgotten
                    number = NUMBERS.get(who, f"100{9000 + n % 1000}")
                    for step in STEPS:
                        begun = time.perf_counter()
                        await _step(office, step, number)
                        times[step, who].append(time.perf_counter() - begun)
                    await asyncio.sleep(EVEN)  # what is done after the answers is over before the next
                    mailed += who == KNOWN
                    await eventually(lambda: len(server.names) >= mailed)  # noqa: B023
    return {
        step: {
            who: {
                "ms": statistics.median(times[step, who]) * 1e3,
                "z": _z(times[step, who], times[step, NOBODY]),
            }
            for who in (*NUMBERS, NOBODY)
        }
        for step in STEPS
    }


async def _company(office: Running, server: Chasquid) -> None:
    await office.company()
    email = f"anders@{chasquid.DOMAIN}"
    await office.command(wire.UserAdd(local_number=NUMBERS[KNOWN], name="Anders", email=email, password=PASSWORD))
    await office.person(NUMBERS[WITHOUT], "Uden adresse")
    known = {"host": "localhost", "port": server.port, "account": chasquid.ACCOUNT, "password": chasquid.PASSWORD}
    settings = {**known, "sender": chasquid.ACCOUNT}
    await office.command(wire.ConnectionAdd(name="Mail", kind="smtp", settings=settings))  # type: ignore[arg-type]


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
