"""Without a screen the program says so and ends; Qt alone would abort the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("onepresence")


@pytest.mark.parametrize("where", [{}, {"DISPLAY": ":987"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-9"}])
@pytest.mark.parametrize("plugin", [{}, {"QT_QPA_PLATFORM": "xcb"}])
def test_where_no_screen_is_the_program_says_so_in_a_line(
    tmp_path: Path, where: dict[str, str], plugin: dict[str, str]
) -> None:
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    folders = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    environment |= {**folders, **where, **plugin}
    for words in (["--demo"], ["open-link", "tel:33123456"]):
        command = [str(PROGRAM), "--profile", "nowhere", *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 1, done
        assert done.stderr.startswith("onepresence: there is no screen") and len(done.stderr.splitlines()) == 1
