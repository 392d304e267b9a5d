"""The packaged desktop program (`make package`): tray and window from its start, its memory, its work when idle."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from tests.bench import desktop
from tests.bench.limits import Limit
from tests.support.service import ROOT

PROGRAM = ROOT / "dist" / "onepresence" / ("onepresence.exe" if sys.platform == "win32" else "onepresence")
WINDOW = 1.2


def limits(found: dict[str, Any]) -> list[Limit]:
    """As for the desktop, with the packaged program's own limit for the window."""
    return [replace(one, what=one.what.replace("desktop", "packaged")) for one in desktop.limits(found, WINDOW)]


def main() -> dict[str, Any]:
    """Run, print tables, return the figures. Raises `FileNotFoundError` when there is no package."""
    if not PROGRAM.exists():
        raise FileNotFoundError("there is no package: make package")
    found = desktop.measure([str(PROGRAM)])
    desktop.show("as packaged", found, window=WINDOW)
    return found
