"""sipp against the real service: CPU of a whole call and of a REGISTER with digest, and 100 calls a second."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from tests.bench.limits import Limit, most
from tests.bench.setting import fill
from tests.support.service import Service
from tests.support.sipp import Phones, cpu

PEOPLE = 300
REGISTERS, REGISTER_RATE = 6000, 300.0
CALLS, CALL_RATE = 3000, 100.0


def limits(found: dict[str, Any]) -> list[Limit]:
    """CPU of the engine's thread."""
    return [
        most("REGISTER with digest, CPU of the engine", found["registers"]["engine_ms"], 1.2, "ms"),
        most("whole call, CPU of the engine", found["calls"]["engine_ms"], 2.5, "ms"),
        most("calls failed at 100/s", found["calls"]["failed"], 0, ""),
    ]


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(fill(folder / "data", PEOPLE))
        with (
            Service(folder / "data") as service,
            Phones(folder, service.sip.removeprefix("sip:"), PEOPLE) as phones,
        ):
            assert service.process is not None
            process = psutil.Process(service.process.pid)
            phones.register(PEOPLE, REGISTER_RATE)
            registers = measured(process, lambda: phones.register(REGISTERS, REGISTER_RATE))
            phones.answer()
            phones.call(200, 50.0)
            calls = measured(process, lambda: phones.call(CALLS, CALL_RATE))
            refused = [line for line in service.errors if "Traceback" in line or "Error" in line]
            assert not refused, "".join(service.errors)
    print(
        f"sipp, digest, UDP: {REGISTERS} REGISTERs at {REGISTER_RATE:.0f}/s, {CALLS} whole calls at {CALL_RATE:.0f}/s"
    )
    print("             failed   sent again   CPU ms, engine   CPU ms, whole service   limit (engine)")
    for kind, found, limit in (("REGISTER", registers, 1.2), ("call", calls, 2.5)):
        print(
            f"  {kind:8}   {found['failed']:6}   {found['sent_again']:10}   {found['engine_ms']:14.2f}"
            f"   {found['service_ms']:21.2f}   {limit:14}"
        )
    print(f"  on average: credentials {registers['second_ms']:.1f} ms, INVITE to ringing {calls['first_ms']:.1f} ms")
    return {"registers": registers, "calls": calls}


def measured(process: psutil.Process, run: Any) -> dict[str, Any]:
    """What sipp told, with the CPU of each in milliseconds."""
    before = cpu(process)
    found: dict[str, Any] = run()
    time.sleep(0.5)
    whole, engine = cpu(process).since(before)
    count = found["done"] + found["failed"]
    return {**found, "engine_ms": engine / count * 1000, "service_ms": whole / count * 1000}


if __name__ == "__main__":
    main()
