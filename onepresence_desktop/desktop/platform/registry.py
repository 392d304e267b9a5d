"""The user's part of the Windows registry (HKEY_CURRENT_USER), as far as start and links need it."""

from __future__ import annotations

import sys
from typing import Protocol


class Registry(Protocol):
    """Text values by key and name; name "" is the key's own value. Changes raise OSError when refused."""

    def get(self, key: str, name: str) -> str | None:
        """None when it isn't there or is no text."""

    def get_bytes(self, key: str, name: str) -> bytes | None:
        """None when it isn't there or is no bytes."""

    def get_number(self, key: str, name: str) -> int | None:
        """None when it isn't there or is no number."""

    def put(self, key: str, name: str, value: str) -> None:
        """Make the key when needed."""

    def remove(self, key: str, name: str) -> None:
        """One value; what isn't there is removed already."""

    def remove_key(self, key: str) -> None:
        """The key with all below it."""


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The real one."""

        def get(self, key: str, name: str) -> str | None:
            """As `Registry.get`."""
            found = self._value(key, name)
            return found if isinstance(found, str) else None

        def get_bytes(self, key: str, name: str) -> bytes | None:
            """As `Registry.get_bytes`."""
            found = self._value(key, name)
            return found if isinstance(found, bytes) else None

        def get_number(self, key: str, name: str) -> int | None:
            """As `Registry.get_number`."""
            found = self._value(key, name)
            return found if isinstance(found, int) else None

        def put(self, key: str, name: str, value: str) -> None:
            """As `Registry.put`."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def remove(self, key: str, name: str) -> None:
            """As `Registry.remove`."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return

        def remove_key(self, key: str) -> None:
            """As `Registry.remove_key`."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    below = [winreg.EnumKey(opened, place) for place in range(winreg.QueryInfoKey(opened)[0])]
                for child in below:
                    self.remove_key(f"{key}\\{child}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
            except FileNotFoundError:
                return

        def _value(self, key: str, name: str) -> object:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    return winreg.QueryValueEx(opened, name)[0]
            except OSError:
                return None
