"""A Windows registry in memory."""

from __future__ import annotations


class MemoryRegistry:
    """As `platform.registry.Registry`; texts and blobs by key and name."""

    def __init__(self) -> None:
        self.texts: dict[tuple[str, str], str] = {}
        self.blobs: dict[tuple[str, str], bytes] = {}
        self.numbers: dict[tuple[str, str], int] = {}

    def get(self, key: str, name: str) -> str | None:
        return self.texts.get((key, name))

    def get_bytes(self, key: str, name: str) -> bytes | None:
        return self.blobs.get((key, name))

    def get_number(self, key: str, name: str) -> int | None:
        return self.numbers.get((key, name))

    def put(self, key: str, name: str, value: str) -> None:
        self.texts[key, name] = value

    def remove(self, key: str, name: str) -> None:
        self.texts.pop((key, name), None)
        self.blobs.pop((key, name), None)

    def remove_key(self, key: str) -> None:
        for found in [f for f in self.texts if f[0] == key or f[0].startswith(f"{key}\\")]:
            del self.texts[found]
