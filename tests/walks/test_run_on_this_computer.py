"""A new user, a new company, two phones (spec 0.2, 0.5): the README's walk, with nothing but what is on the screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.own_network import inside

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.phones
@pytest.mark.screen
def test_from_nothing_to_two_talking_phones_within_five_minutes(tmp_path: Path) -> None:
    command = inside(sys.executable, "-m", "tests.walks.own_company", str(tmp_path))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-4000:]}\npictures: {tmp_path / 'pictures'}"
    assert "two talking phones" in done.stdout
