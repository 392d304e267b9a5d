"""20,000 calls over a line to a provider (kamailio), half of them out and half in: none may fail, nothing is left.

A machine that is busy otherwise makes the service shed load (503): such a call is tried again, and counted; few may be.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from tests.bench.setting import fill, one_number
from tests.soak.held import REMEMBERED, few_shed, holds, nothing_left
from tests.support.provider import ACCOUNT, SECRET, Provider
from tests.support.service import Service
from tests.support.sipp import CALLERS, FOLDER, Outside, Phones, free_host
from tests.support.waiting import soon

PEOPLE = 300
RATE = 50.0
"""Calls a second. Each is three times as many messages for this machine as one inside: kamailio is on it, too."""

MOST_AN_HOUR = 10_000
"""Calls that a line may be set to let each person make in an hour."""

ROUNDS = 4
OUTSIDE = "+4520304050"
LINE = "Line"


def main(calls: int = 20_000, rate: float = RATE) -> dict[str, Any]:
    """All rounds; the figures. rate: calls a second."""
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as name:
        folder = Path(name)
        asyncio.run(fill(folder / "data", PEOPLE, public=True))
        under = (sys.executable, str(FOLDER / "inspected.py"), str(folder / "held"))
        host = free_host()
        provider = Provider(folder / "provider", {OUTSIDE: host})
        asyncio.run(provider.start())
        try:
            called = [one_number(n) for n in range(CALLERS, PEOPLE)]
            with (
                Service(folder / "data", under=under) as service,
                Phones(folder, service.sip.removeprefix("sip:"), PEOPLE) as phones,
                Outside(folder, f"{provider.host}:5060", OUTSIDE, host, called) as outside,
            ):
                figures = _rounds(service, folder, provider, phones, outside, calls, rate)
                trouble = [line for line in service.errors if "Traceback" in line or "ERROR" in line]
        finally:
            asyncio.run(provider.stop())
    assert not trouble, "".join(trouble)
    return figures


def _rounds(
    service: Service,
    folder: Path,
    provider: Provider,
    phones: Phones,
    outside: Outside,
    calls: int,
    rate: float,
) -> dict[str, Any]:
    line = ("--server", provider.host, "--user", ACCOUNT, "--password", SECRET, "--register", "--main", one_number(0))
    service.cli("trunk", "add", LINE, *line, "--calls-an-hour", str(MOST_AN_HOUR))
    soon(lambda: bool(service.cli("trunk", "list")["trunks"][0]["up"]))
    assert service.process is not None
    process = psutil.Process(service.process.pid)
    begun = _round(process, folder, phones, outside, 400, rate)
    rounds = [_round(process, folder, phones, outside, calls // ROUNDS, rate) for _ in range(ROUNDS)]
    failed = sum(one[way]["failed"] for one in rounds for way in ("out", "in"))
    assert not failed, f"{failed} calls failed"
    shed = sum(one[way]["shed"] for one in rounds for way in ("out", "in"))
    few_shed(shed, calls)
    nothing_left(begun, rounds)
    return {
        **{way: sum(one[way]["done"] for one in rounds) for way in ("out", "in")},
        "failed": 0,
        "shed": shed,
        "sent_again": sum(one[way]["sent_again"] for one in rounds for way in ("out", "in")),
        "rss_mib": [begun["rss_mib"], *(one["rss_mib"] for one in rounds)],
        "files": rounds[-1]["files"],
        "objects": rounds[-1]["objects"],
    }


def _round(
    process: psutil.Process, folder: Path, phones: Phones, outside: Outside, calls: int, rate: float
) -> dict[str, Any]:
    """Calls out, then in; then, when all has been forgotten that may be, what the service still holds."""
    phones.hush()
    phones.register(PEOPLE, 100.0)
    phones.answer()
    figures = {"out": phones.call_outside(OUTSIDE, calls // 2, rate), "in": outside.call(calls // 2, rate)}
    time.sleep(REMEMBERED)
    held = holds(process, folder / "held")
    for _ in range(6):
        if held["objects"]["txn.Client"]:  # just now the phones or the provider were asked whether they are there
            time.sleep(5)
            held = holds(process, folder / "held")
    rss = round(process.memory_info().rss / 2**20, 1)
    print(f"  {figures['out']['done']} calls out, {figures['in']['done']} in, {rss} MiB, {held}", flush=True)
    return {**figures, "rss_mib": rss, **held}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=20_000)
    parser.add_argument("--rate", type=float, default=RATE, help="calls a second")
    given = parser.parse_args()
    print(main(given.calls, given.rate))
