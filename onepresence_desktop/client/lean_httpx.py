"""httpx for a program that stays in memory: without its command line, which brings rich, pygments and click (8 MiB)."""

from __future__ import annotations

import sys

COMMAND_LINE = "httpx._main"

if "httpx" not in sys.modules:
    sys.modules[COMMAND_LINE] = None  # type: ignore[assignment]  # None: not to be found, which httpx is prepared for
    import httpx

    del sys.modules[COMMAND_LINE]
else:
    import httpx

__all__ = ["httpx"]
