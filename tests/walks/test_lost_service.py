"""A telephone system that freezes or dies is told in the window within ten seconds, and back by itself (spec 2.7)."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from tests.support.employee import FREE, Newcomer
from tests.support.waiting import soon

BAND = (0xFE, 0xF4, 0xD6)
BOUND = 40.0


def told(sofie: Newcomer) -> bool:
    """Whether the band over the list says that there is no connection."""
    left, top = sofie.corner()
    return sofie.shows(BAND, (left + 250, top + 60, left + 940, top + 100)) > 2000


def free_rows(sofie: Newcomer) -> int:
    """Green pixels in the states of the list."""
    left, top = sofie.corner()
    return sofie.shows(FREE, (left + 500, top + 130, left + 720, top + 640))


@pytest.mark.screen
def test_a_frozen_and_a_killed_telephone_system_are_noticed_and_come_back(tmp_path: Path) -> None:
    with Newcomer(tmp_path / "newcomer") as sofie:
        run = tmp_path / "newcomer" / "home" / "cache" / "onepresence" / "demo" / "run.json"
        service = int(json.loads(run.read_text())["pid"])
        soon(lambda: free_rows(sofie) > 100, every=0.2)

        os.kill(service, signal.SIGSTOP)
        try:
            soon(lambda: told(sofie), within=BOUND, every=0.1)
            soon(lambda: free_rows(sofie) == 0, every=0.1)
        finally:
            os.kill(service, signal.SIGCONT)
        soon(lambda: not told(sofie) and free_rows(sofie) > 100, every=0.2)

        os.kill(service, signal.SIGKILL)
        soon(lambda: told(sofie), within=BOUND, every=0.1)
        soon(lambda: not told(sofie) and free_rows(sofie) > 100, every=0.2)
