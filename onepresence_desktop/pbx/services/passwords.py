"""Password hashes: argon2id in a small pool of threads, so that neither the loop nor the memory suffers."""

from __future__ import annotations

import asyncio
import base64
import secrets
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from enum import IntEnum

import argon2

from onepresence_desktop.domain.errors import Throttled
from onepresence_desktop.one_core import free

THREADS = 2
"""At once; with 32 MiB each an attack can't take the machine's memory, only its own time."""

MOST_WAITING = 16
"""In each lane: what waits longer than half a second had better come again."""
COME_AGAIN = 3
"""Seconds told to who finds the lane full."""


class Lane(IntEnum):
    """Whose password is computed first. KNOWN: sessions, devices that came in before, administrators.

    NEAR: this machine and private networks. FAR: all others, who never have more than all threads but one.
    """

    KNOWN = 0
    NEAR = 1
    FAR = 2


ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Of activation codes: no 0, 1, I, L or O, which are misread."""


ACTIVATION_LASTS = timedelta(days=7)
"""How long an activation code is valid: it may lie about on paper or in a mail."""


def activation_code() -> str:
    """A one-time code such as ``K7QX-M2PD``: 39 bits, ample behind throttling. It always holds a letter."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(8))
        if not code.isdigit():
            return f"{code[:4]}-{code[4:]}"


def is_activation_code(text: str) -> bool:
    """Whether a text typed as password can only be meant as an activation code."""
    return any(c.isalpha() for c in text)


def plain_code(text: str) -> str:
    """A code as it is hashed: however it was typed."""
    return "".join(c for c in text.upper() if c.isalnum())


class Passwords:
    """Hashes and verifies. About 60 ms and 32 MiB each on a small machine."""

    def __init__(self, *, time_cost: int = 3, memory_kib: int = 32 * 1024) -> None:
        self._hasher = argon2.PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=1)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="argon2", initializer=free, initargs=(0,))
        self._nobodys = _nobodys_hash(time_cost, memory_kib)
        self._running: list[Lane] = []
        self._waiting: dict[Lane, deque[asyncio.Future[None]]] = {lane: deque() for lane in Lane}

    async def hash(self, password: str) -> str:
        """The encoded argon2id hash."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._hasher.hash, password)

    async def verify(self, password_hash: str | None, password: str, *, lane: Lane = Lane.KNOWN) -> bool:
        """Whether it is the password; None (nobody, or nothing set) costs the same time and is False.

        Raises `Throttled` when too many of the lane wait already.
        """
        await self._turn(lane)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._verify, password_hash, password)
        finally:
            self._running.remove(lane)
            self._next()

    def room(self, lane: Lane) -> bool:
        """Whether another may wait in a lane."""
        return len(self._waiting[lane]) < MOST_WAITING

    async def _turn(self, lane: Lane) -> None:
        if self._may_run(lane) and not any(self._waiting[before] for before in Lane if before <= lane):
            self._running.append(lane)
            return
        if not self.room(lane):
            raise Throttled(retry_after=COME_AGAIN)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[lane].append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._running.remove(lane)
                self._next()
            raise

    def _next(self) -> None:
        """Give free threads to those who wait, the first lanes first."""
        for lane, waiting in self._waiting.items():
            while waiting and self._may_run(lane):
                turn = waiting.popleft()
                if not turn.done():
                    self._running.append(lane)
                    turn.set_result(None)

    def _may_run(self, lane: Lane) -> bool:
        far = self._running.count(Lane.FAR)
        return len(self._running) < THREADS and (lane is not Lane.FAR or far < THREADS - 1)

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _verify(self, password_hash: str | None, password: str) -> bool:
        return self._check(password_hash or self._nobodys, password) and password_hash is not None

    def _check(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def _nobodys_hash(time_cost: int, memory_kib: int) -> str:
    """A hash of no password at all, as costly to check as any: random salt and digest (PHC string format)."""
    salt, digest = (base64.b64encode(secrets.token_bytes(n)).decode().rstrip("=") for n in (16, 32))
    return f"$argon2id$v=19$m={memory_kib},t={time_cost},p=1${salt}${digest}"
