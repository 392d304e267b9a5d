"""For whose session a request works, so that its end is noticed where something is about to be written.

Verbs know users, and many sessions may be one user's: a request says once whose it is, and under the lock of the
company it is looked at again, for whoever waited may have been signed out meanwhile (spec 1.3). What must not be done
by whoever finds a computer unattended asks there, too, whether the password was given lately (ASVS 3.7.1).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from onepresence_desktop.domain.people import Role, User


@dataclass(slots=True)
class _Request:
    """still: raises `NotSignedIn` when the session has ended. What a request sets going in other tasks is not its own:
    it goes on when the session ends. proved: raises `PasswordNeeded` when the session hasn't proved itself lately.
    """

    task: asyncio.Task[Any] | None
    still: Callable[[], object] | None = None
    proved: Callable[[], object] | None = None


_CURRENT: ContextVar[_Request | None] = ContextVar("asked", default=None)


@contextmanager
def request() -> Iterator[None]:
    """What this task does inside is one request."""
    before = _CURRENT.set(_Request(asyncio.current_task()))
    try:
        yield
    finally:
        _CURRENT.reset(before)


def by(still: Callable[[], object], proved: Callable[[], object]) -> None:
    """Whose session it is has been found out; may be called by another task on behalf of the request."""
    current = _CURRENT.get()
    if current is not None:
        current.still, current.proved = still, proved


def look_again() -> None:
    """Raises `NotSignedIn` when the session that asked has ended; nothing where none did."""
    current = _CURRENT.get()
    if current is not None and current.still is not None and current.task is asyncio.current_task():
        current.still()


def need_proof() -> None:
    """Raises `PasswordNeeded` when the session that asked hasn't proved itself lately; nothing where none did.

    To be asked under the lock of what is changed, like `look_again`. In whatever task: what one request sets going
    must not do what the request itself may not.
    """
    current = _CURRENT.get()
    if current is not None and current.proved is not None:
        current.proved()


def need_proof_for(before: User | None, after: User | None) -> None:
    """The same where an administrator comes to be, or is one no longer. None: nobody yet, or nobody any more."""
    if _administers(before) is not _administers(after):
        need_proof()


def _administers(user: User | None) -> bool:
    return user is not None and user.role is Role.ADMINISTRATOR
