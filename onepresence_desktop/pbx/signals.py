"""What ends a service from outside: signals, and for a child process the end of its standard input."""

from __future__ import annotations

import asyncio
import contextlib
import os
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
    # By the descriptor: a buffered reader's lock, held by a thread that waits, aborts the interpreter at its end.
    said = b""
    with contextlib.suppress(OSError, ValueError):
        while heard := os.read(sys.stdin.fileno(), 4096):
            said += heard
    if said.split(b"\n")[-2:-1] != [STAY]:
        with contextlib.suppress(RuntimeError):
            end()
