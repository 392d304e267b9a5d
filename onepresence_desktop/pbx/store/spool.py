"""Files for what the database can't take now; blocking work goes to a thread."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from onepresence_desktop.pbx.ports import Spooled
from onepresence_desktop.pbx.store.disk import make_folder, publish, sync_folder
from onepresence_desktop.pbx.store.errors import translated

_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")


class FileSpool:
    """`folder`/KIND/ID.json, and `folder`/aside for what can't be taken up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside = folder / "aside"

    async def put(self, spooled: Spooled) -> None:
        """Write, sync, name."""
        await asyncio.to_thread(self._write, self._file(spooled.kind, spooled.id), spooled.content)

    async def waiting(self, kind: str) -> Sequence[Spooled]:
        """All of a kind, oldest first."""
        return await asyncio.to_thread(self._read, kind)

    async def drop(self, kind: str, spooled_id: str) -> None:
        """Remove the file."""
        await asyncio.to_thread(self._drop, self._file(kind, spooled_id))

    async def set_aside(self, spooled: Spooled, why: str) -> None:
        """Keep it, with the reason, where nobody takes it up."""
        told = {
            "kind": spooled.kind,
            "id": spooled.id,
            "why": why,
            "content": spooled.content.decode("utf-8", "replace"),
        }
        file = self._aside / self._file(spooled.kind, spooled.id).name
        await asyncio.to_thread(self._write, file, json.dumps(told).encode())
        await self.drop(spooled.kind, spooled.id)

    async def counts(self) -> tuple[int, int]:
        """How many wait, and how many are set aside."""
        return await asyncio.to_thread(self._count)

    def _file(self, kind: str, spooled_id: str) -> Path:
        if not _NAME.fullmatch(kind) or not _NAME.fullmatch(spooled_id):
            raise ValueError("a name that is none")
        return self._folder / kind / f"{spooled_id}.json"

    def _write(self, file: Path, content: bytes) -> None:
        with translated():
            make_folder(file.parent)
            draft = file.with_suffix(".new")
            draft.write_bytes(content)
            publish(draft, file)

    def _read(self, kind: str) -> list[Spooled]:
        found = []
        with contextlib.suppress(FileNotFoundError):
            files = [(file.stat().st_mtime_ns, file) for file in (self._folder / kind).glob("*.json")]
            found = [Spooled(kind, file.stem, file.read_bytes()) for _, file in sorted(files)]
        return found

    def _drop(self, file: Path) -> None:
        with contextlib.suppress(FileNotFoundError):
            file.unlink()
            sync_folder(file.parent)

    def _count(self) -> tuple[int, int]:
        aside = len(list(self._aside.glob("*.json")))
        return len(list(self._folder.glob("*/*.json"))) - aside, aside
