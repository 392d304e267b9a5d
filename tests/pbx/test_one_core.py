"""The two busy threads of a service share a core; everything else runs where the system puts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onepresence_desktop.one_core import best, spent
from tests.support.service import Service
from tests.support.waiting import soon

CORES = os.sched_getaffinity(0) if sys.platform == "linux" else set()
several = pytest.mark.skipif(len(CORES) < 2, reason="one core, or a system that can't be told")

PROGRAM = """
import asyncio, json, os, subprocess, threading
from concurrent.futures import ThreadPoolExecutor
from onepresence_desktop.one_core import OneCore, free

ended = threading.Event()

def begin(name):
    threading.Thread(target=ended.wait, name=name).start()

def seen():
    return {thread.name: sorted(os.sched_getaffinity(thread.native_id)) for thread in threading.enumerate()}

async def main():
    begin("engine"), begin("early")
    keeper = OneCore("engine")
    keeper.look()
    begin("late")
    program = subprocess.Popen(["sleep", "600"])
    free(program.pid)
    with ThreadPoolExecutor(1, initializer=free, initargs=(0,)) as pool:
        working = sorted(pool.submit(os.sched_getaffinity, 0).result())
    keeper.look()
    together = {**seen(), "pool": working, "program": sorted(os.sched_getaffinity(program.pid))}
    program.kill()
    running = asyncio.create_task(keeper.run())
    await asyncio.sleep(0)
    running.cancel()
    await asyncio.wait([running])
    print(json.dumps([together, seen()]))
    ended.set()

asyncio.run(main())
"""


def test_a_core_is_left_only_for_one_that_is_much_calmer() -> None:
    assert best(0, {0: 0.5, 1: 0.2, 2: 0.3}) == 0
    assert best(0, {0: 0.9, 1: 0.4, 2: 0.3}) == 2
    assert best(1, {0: 0.0, 1: 0.3}) == 1
    assert best(7, {0: 0.1, 1: 0.0}) == 1, "one that may no longer be used"


def test_what_the_system_tells_of_its_cores_is_read() -> None:
    text = "cpu  9 9 9 9 9\ncpu0 10 1 5 70 4 2 3 5 0 0\ncpu11 1 0 0 9 0\nintr 7 8\nctxt 12\n"
    assert spent(text) == {0: (26, 100), 11: (1, 10)}


@several
def test_only_the_two_are_brought_together_and_in_the_end_let_go() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    together, afterwards = json.loads(done.stdout)
    assert together["MainThread"] == together["engine"] and len(together["engine"]) == 1
    assert all(set(together[name]) == CORES for name in ("early", "late", "pool", "program"))
    assert all(set(cores) == CORES for cores in afterwards.values())


@several
def test_a_service_keeps_its_engine_and_its_loop_on_one_core(tmp_path: Path) -> None:
    with Service(tmp_path) as service:
        assert service.process is not None
        threads = Path(f"/proc/{service.process.pid}/task")

        def together() -> bool:
            try:
                cores = {int(one.name): os.sched_getaffinity(int(one.name)) for one in threads.iterdir()}
            except ProcessLookupError:
                return False  # one has just ended
            kept = [held for held in cores.values() if len(held) == 1]
            assert service.process is not None
            return len(kept) == 2 and kept[0] == kept[1] and len(cores[service.process.pid]) == 1

        soon(together)
