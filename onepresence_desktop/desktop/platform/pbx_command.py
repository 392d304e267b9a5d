"""How the bundled PBX is started; light, for it is begun before the rest of the program is read in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

USUAL_PORTS = (8480, 5060)
"""Where a company on this computer listens, for programs and for phones."""


def program() -> Sequence[str]:
    """The service's command: this very program with `--pbx`, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--pbx"]
    return [sys.executable, "-m", "onepresence_desktop", "--pbx"]


def begin(data: Path, driver: str, ports: tuple[int, int] = USUAL_PORTS) -> subprocess.Popen[bytes]:
    """Begin a service on a data folder; it says on its standard output when it is ready.

    ports: where it listens for programs and phones; the demo takes any, for this machine alone. Raises OSError when the
    folder can't be made or the program not be started.
    """
    http, sip = ports
    addresses = ["--http", f"0.0.0.0:{http}", "--sip", f"0.0.0.0:{sip}"]
    if driver == "demo":
        addresses = ["--http", "127.0.0.1:0"]
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return subprocess.Popen(
        [*program(), "serve", "--child", "--data", os.fspath(data), "--driver", driver, *addresses],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Keys pressed in a terminal are for us alone; it hears of our end by its standard input.
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def begin_demo(folder: Path) -> subprocess.Popen[bytes]:
    """Begin the demo company, which begins anew each time. Raises OSError."""
    shutil.rmtree(folder, ignore_errors=True)
    return begin(folder, "demo")
