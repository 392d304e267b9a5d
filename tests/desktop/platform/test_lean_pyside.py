"""The program is read in without PySide6 reading the source of each of its modules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import builtins, json, linecache, sys
from onepresence_desktop.__main__ import main
code = main([])  # there is no screen
import onepresence_desktop.desktop.sections
from PySide6.QtCore import QLocale, QObject
read = [name for name in linecache.cache if name == sys.modules["onepresence_desktop.desktop.sections"].__file__]
print(json.dumps([code, read, builtins.__import__ is builtins.__feature_import__, QLocale.c().toString(7)]))
"""


def test_the_program_is_read_in_as_bytecode_only(tmp_path: Path) -> None:
    places = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR")
    environment = {**os.environ, **dict.fromkeys(places, str(tmp_path))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [1, [], False, "7"], done.stderr
