"""For whose session a request works, so that its end is noticed where something is about to be written.

Verbs know users, and many sessions may be one user's: a request says once whose it is, and under the lock of the
company it is looked at again, for whoever waited may have been signed out meanwhile (spec 1.3).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class _Request:
    """still: raises `NotSignedIn` when the session has ended. What a request sets going in other tasks is not its own:
    it goes on when the session ends.
    """

    task: asyncio.Task[Any] | None
    still: Callable[[], object] | None = None


_CURRENT: ContextVar[_Request | None] = ContextVar("asked", default=None)


@contextmanager
def request() -> Iterator[None]:
    """What this task does inside is one request."""
    before = _CURRENT.set(_Request(asyncio.current_task()))
    try:
        yield
    finally:
        _CURRENT.reset(before)


def by(still: Callable[[], object]) -> None:
    """Whose session it is has been found out; may be called by another task on behalf of the request."""
    current = _CURRENT.get()
    if current is not None:
        current.still = still


def look_again() -> None:
    """Raises `NotSignedIn` when the session that asked has ended; nothing where none did."""
    current = _CURRENT.get()
    if current is not None and current.still is not None and current.task is asyncio.current_task():
        current.still()
