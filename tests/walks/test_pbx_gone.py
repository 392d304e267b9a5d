"""The PBX killed under a running program: it is said, it comes back on another port by itself (spec 0.5, 2.7)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.employee import PROGRAM, Newcomer
from tests.support.waiting import soon


def command(person: Newcomer, *words: str) -> subprocess.CompletedProcess[str]:
    """What a script asks of the running program."""
    return subprocess.run([PROGRAM, *words], env=person.desk.environment, capture_output=True, text=True, timeout=60)


def run_file(person: Newcomer) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((person.folder / "home/cache/onepresence/demo/run.json").read_text())
    return found


def connected(person: Newcomer) -> bool:
    said = command(person, "status", "--json")
    return said.returncode == 0 and bool(json.loads(said.stdout)["live"])


@pytest.mark.screen
def test_killed_it_is_back_on_another_port_and_calls_go_out_again_and_it_ends_with_the_program(tmp_path: Path) -> None:
    with Newcomer(tmp_path / "newcomer") as sofie:
        soon(lambda: connected(sofie), every=0.5)
        before = run_file(sofie)
        os.kill(before["pid"], signal.SIGKILL)
        # Unless the next one is there before it could be asked.
        soon(lambda: not connected(sofie) or run_file(sofie)["pid"] != before["pid"], every=0.1)
        refused = command(sofie, "call", "2140")
        if refused.returncode == 0:  # only where the next one is there already
            assert run_file(sofie)["pid"] != before["pid"]
        else:
            assert refused.returncode == 1 and refused.stderr.strip()
        soon(lambda: run_file(sofie)["pid"] != before["pid"], every=0.2)
        soon(lambda: connected(sofie), every=0.5)
        assert run_file(sofie)["address"] != before["address"]
        called = command(sofie, "call", "2140")
        assert called.returncode == 0, called.stderr
        sofie.picture("back")

        service = run_file(sofie)["pid"]
        assert sofie.program is not None
        sofie.program.kill()
        sofie.program.wait()
        soon(lambda: not Path(f"/proc/{service}").exists(), every=0.2)
