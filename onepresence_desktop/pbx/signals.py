"""What ends a service from outside: signals, and for a child process the end of its standard input."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def ending(stop: asyncio.Event, *, child: bool) -> Iterator[None]:
    """Set `stop` on SIGTERM, SIGINT (and Ctrl+Break), and for a child when nobody holds its standard input."""
    loop = asyncio.get_running_loop()

    def end(*_: object) -> None:
        loop.call_soon_threadsafe(stop.set)

    names = ("SIGTERM", "SIGINT", "SIGBREAK")
    kinds = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [(kind, signal.signal(kind, end)) for kind in kinds]
    if child:
        threading.Thread(target=_until_closed, args=(end,), name="parent", daemon=True).start()
    try:
        yield
    finally:
        for kind, handler in before:
            signal.signal(kind, handler)


def _until_closed(end: object) -> None:
    with contextlib.suppress(OSError, ValueError):
        while sys.stdin.buffer.read(1024):
            pass
    with contextlib.suppress(RuntimeError):
        assert callable(end)
        end()
