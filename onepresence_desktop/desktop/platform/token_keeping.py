"""Gives tokens to the keyring without anybody waiting: it may ask people something first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from onepresence_desktop.desktop.platform.token_store import NoKeyring, TokenStore


class TokenKeeping:
    """Owns the tasks in which tokens are given away. no_keyring: called where there is nobody to take them."""

    def __init__(self, tokens: TokenStore) -> None:
        self._tokens = tokens
        self._under_way: set[asyncio.Task[None]] = set()
        self.no_keyring: Callable[[], None] = lambda: None

    def keep(self, address: str, local_number: str, token: str | None) -> None:
        """Give a token to the keyring; nothing to do without one."""
        if token is not None:
            saving = self._save(address, local_number, token)
            task = asyncio.get_running_loop().create_task(saving, name="keyring")
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def stop(self) -> None:
        """Give up what the keyring hasn't taken yet."""
        for task in tuple(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _save(self, address: str, local_number: str, token: str) -> None:
        try:
            await self._tokens.save(address, local_number, token)
        except NoKeyring:
            self.no_keyring()
