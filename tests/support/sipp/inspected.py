"""Runs the service as its command line says and, at SIGUSR1, writes what it holds: objects by class, files, threads.

Called as Service(under=(sys.executable, this file, FILE)): the rest of the command line is `python -m MODULE …`.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import sys
import threading
from collections import Counter
from pathlib import Path


def held() -> dict[str, object]:
    """Live objects, open files and threads."""
    gc.collect()
    kinds = Counter(f"{kind.__module__}.{kind.__qualname__}" for kind in map(type, gc.get_objects()))
    return {"objects": kinds, "files": len(os.listdir("/proc/self/fd")), "threads": threading.active_count()}


def main() -> None:
    """Run it."""
    out, arguments = Path(sys.argv[1]), sys.argv[2:]
    module = arguments[arguments.index("-m") + 1]

    def tell(*_: object) -> None:
        draft = out.with_suffix(".draft")
        draft.write_text(json.dumps(held()))
        draft.replace(out)

    signal.signal(signal.SIGUSR1, tell)
    sys.path.insert(0, os.getcwd())
    sys.argv = [module, *arguments[arguments.index("-m") + 2 :]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
