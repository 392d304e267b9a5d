"""A new company by the pages alone (spec 12.4, 12.4a, 12.4b, 12.4c), with real phones at the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.own_network import inside
from tests.support.service import ROOT


@pytest.mark.phones
@pytest.mark.screen
def test_a_new_company_by_the_pages_alone_is_called_from_outside(tmp_path: Path) -> None:
    command = inside(sys.executable, "-m", "tests.walks.new_company", str(tmp_path))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1500)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-4000:]}\npicture: {tmp_path / 'anders'}"
    assert "somebody outside got through" in done.stdout
