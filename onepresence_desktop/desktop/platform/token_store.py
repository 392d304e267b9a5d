"""The session token in the system's keyring (spec 1.4). Without one the program says so and asks at each start."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from onepresence_desktop.desktop.platform import keyring_access
from onepresence_desktop.desktop.platform.keyring_access import NoKeyring, Request, Verb

__all__ = ["SERVICE", "NoKeyring", "TokenStore"]

SERVICE = "OnePresence"


class TokenStore:
    """Tokens by server and local number. `file`: used instead of the keyring when the user has chosen that."""

    def __init__(
        self,
        file: Path,
        *,
        use_file: bool = False,
        ask: Callable[[Request], Awaitable[str | None]] = keyring_access.ask,
    ) -> None:
        self._file = file
        self.use_file = use_file
        self._ask = ask

    async def load(self, address: str, local_number: str) -> str | None:
        """The token, or None. Raises `NoKeyring`."""
        name = _name(address, local_number)
        if self.use_file:
            return self._read().get(name)
        return await self._ask(Request(Verb.GET, SERVICE, name))

    async def save(self, address: str, local_number: str, token: str) -> None:
        """Keep the token. Raises `NoKeyring`."""
        name = _name(address, local_number)
        if self.use_file:
            self._write({**self._read(), name: token})
            return
        await self._ask(Request(Verb.SET, SERVICE, name, token))

    async def remove(self, address: str, local_number: str) -> None:
        """Forget it; what isn't there is forgotten already."""
        name = _name(address, local_number)
        known = self._read()
        if known.pop(name, None) is not None:
            self._write(known)
        if not self.use_file:
            with contextlib.suppress(NoKeyring):
                await self._ask(Request(Verb.DELETE, SERVICE, name))

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
