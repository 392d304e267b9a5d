"""The service in a process that kills itself (-9) at a place in the code: `killed_at.py WHEN MODULE:CLASS.METHOD …`.

WHEN is before or after; the rest of the arguments is the command of the service, as `Service(under=…)` gives it.
"""

from __future__ import annotations

import functools
import importlib
import os
import runpy
import signal
import sys
from typing import Any


def die_at(when: str, place: str) -> None:
    """Put the end of the process around a coroutine method."""
    module, _, name = place.partition(":")
    owner_name, _, method = name.partition(".")
    owner: Any = getattr(importlib.import_module(f"onepresence_desktop.pbx.{module}"), owner_name)
    real = getattr(owner, method)

    @functools.wraps(real)
    async def last(*args: Any, **more: Any) -> Any:
        if when == "after":
            await real(*args, **more)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, method, last)


if __name__ == "__main__":
    die_at(sys.argv[1], sys.argv[2])
    sys.argv = sys.argv[sys.argv.index("onepresence_desktop.pbx") :]
    runpy.run_module("onepresence_desktop.pbx", run_name="__main__", alter_sys=True)
