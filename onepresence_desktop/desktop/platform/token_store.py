"""The session token in the system's keyring (spec 1.4). Without one the program says so and asks at each start.

The keyring may ask the user something and block for as long as he thinks, so it is spoken to on threads that don't
hold up quitting.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

SERVICE = "OnePresence"
log = logging.getLogger(__name__)


class NoKeyring(Exception):
    """There is no keyring here, or it is locked."""


class TokenStore:
    """Tokens by server and local number. `file`: used instead of the keyring when the user has chosen that."""

    def __init__(self, file: Path, *, use_file: bool = False) -> None:
        self._file = file
        self.use_file = use_file

    async def load(self, address: str, local_number: str) -> str | None:
        """The token, or None. Raises `NoKeyring`."""
        name = _name(address, local_number)
        if self.use_file:
            return self._read().get(name)

        def ask() -> str | None:
            import keyring

            return keyring.get_password(SERVICE, name)

        return await _keyring(ask)

    async def save(self, address: str, local_number: str, token: str) -> None:
        """Keep the token. Raises `NoKeyring`."""
        name = _name(address, local_number)
        if self.use_file:
            self._write({**self._read(), name: token})
            return

        def put() -> None:
            import keyring

            keyring.set_password(SERVICE, name, token)

        await _keyring(put)

    async def remove(self, address: str, local_number: str) -> None:
        """Forget it; what isn't there is forgotten already."""
        name = _name(address, local_number)
        known = self._read()
        if known.pop(name, None) is not None:
            self._write(known)

        def drop() -> None:
            import keyring
            import keyring.errors

            with contextlib.suppress(keyring.errors.PasswordDeleteError):
                keyring.delete_password(SERVICE, name)

        if not self.use_file:
            with contextlib.suppress(NoKeyring):
                await _keyring(drop)

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def _write(self, tokens: dict[str, str]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._file.with_suffix(".new")
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(tokens, file)
        os.replace(draft, self._file)


def _name(address: str, local_number: str) -> str:
    return f"{local_number}@{address}"


async def _keyring(ask: Callable[[], T]) -> T:
    """Run on a daemon thread, so that a question nobody answers doesn't keep the program from ending."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def tell(result: T | None, trouble: Exception | None) -> None:
        if answer.done():
            return
        if trouble is not None:
            answer.set_exception(trouble)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def work() -> None:
        try:
            result, trouble = ask(), None
        except Exception as exc:
            log.info("the keyring can't be used: %s", type(exc).__name__)
            result, trouble = None, NoKeyring(type(exc).__name__)
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, result, trouble)

    threading.Thread(target=work, name="keyring", daemon=True).start()
    return await answer
