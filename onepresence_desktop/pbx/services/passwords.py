"""Password hashes: argon2id in a small pool of threads, so that neither the loop nor the memory suffers."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor

import argon2

THREADS = 2
"""At once; with 32 MiB each an attack can't take the machine's memory, only its own time."""

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Of activation codes: no 0, 1, I, L or O, which are misread."""


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
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="argon2")
        self._dummy = ""

    async def prepare(self) -> None:
        """Make the hash that stands in for nobody's, so that the first stranger waits no longer than others."""
        self._dummy = await self.hash(secrets.token_hex(8))

    async def hash(self, password: str) -> str:
        """The encoded argon2id hash."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._hasher.hash, password)

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether it is the password; None (nobody, or nothing set) costs the same time and is False."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._verify, password_hash, password)

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _verify(self, password_hash: str | None, password: str) -> bool:
        return self._check(password_hash or self._dummy, password) and password_hash is not None

    def _check(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False
