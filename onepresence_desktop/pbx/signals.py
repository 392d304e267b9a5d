"""What ends a service from outside: signals, and for a child process the end of its standard input."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator

STAY = b"stay"
"""From the parent: outlive me. Any other line takes it back."""


@contextlib.contextmanager
def ending(stop: asyncio.Event, *, child: bool) -> Iterator[None]:
    """Set `stop` on SIGTERM, SIGINT (and Ctrl+Break), and for a child when nobody holds its standard input any more.

    A child whose last line from there was `STAY` goes on without its parent.
    """
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


def _until_closed(end: Callable[[], None]) -> None:
    said = b""
    with contextlib.suppress(OSError, ValueError):
        for line in sys.stdin.buffer:
            said = line.strip()
    if said != STAY:
        with contextlib.suppress(RuntimeError):
            end()
