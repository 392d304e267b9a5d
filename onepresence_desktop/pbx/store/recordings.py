"""Voicemail sound on disk (spec 6.8): drafts while recording, finals once their message is about to be committed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import struct
from pathlib import Path

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.pbx.store.errors import translated

HEADER = 44
"""Bytes of a canonical WAV header: RIFF, fmt and data chunk heads."""

_NAME = re.compile(r"^[A-Za-z0-9_-]{1,64}$")


class FileRecordings:
    """`folder`/drafts and `folder`/kept; a name is a message id and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._drafts = folder / "drafts"
        self._kept = folder / "kept"
        for place in (self._drafts, self._kept):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)

    def draft(self, message_id: MessageId) -> Path:
        """Where to record."""
        return self._drafts / f"{_safe(message_id)}.wav"

    def path(self, message_id: MessageId) -> Path:
        """The final file."""
        return self._kept / f"{_safe(message_id)}.wav"

    async def keep(self, message_id: MessageId) -> None:
        """Sync the draft, move it, sync the folder; after this it survives a power cut."""
        await asyncio.to_thread(self._keep, message_id)

    async def remove(self, message_id: MessageId) -> None:
        """Remove final and draft."""
        await asyncio.to_thread(self._remove, message_id)

    async def recover(self, known: set[MessageId]) -> list[MessageId]:
        """Delete finals without a message; mend the drafts that hold sound and tell their ids, drop empty ones."""
        return await asyncio.to_thread(self._recover, known)

    def _keep(self, message_id: MessageId) -> None:
        draft, final = self.draft(message_id), self.path(message_id)
        with translated():
            with open(draft, "rb+") as file:
                os.fsync(file.fileno())
            os.replace(draft, final)
            _sync_folder(self._kept)
            _sync_folder(self._drafts)

    def _remove(self, message_id: MessageId) -> None:
        for path in (self.path(message_id), self.draft(message_id)):
            path.unlink(missing_ok=True)

    def _recover(self, known: set[MessageId]) -> list[MessageId]:
        for file in self._kept.glob("*.wav"):
            if MessageId(file.stem) not in known:
                file.unlink(missing_ok=True)
        found = []
        for file in sorted(self._drafts.glob("*.wav")):
            if _mend(file):
                found.append(MessageId(file.stem))
            else:
                file.unlink(missing_ok=True)
        return found


def _safe(message_id: MessageId) -> str:
    if not _NAME.match(message_id):
        raise NotFound(what="recording")
    return message_id


def _sync_folder(folder: Path) -> None:
    """Make a rename last. Windows has no such call; there a rename is journalled."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mend(file: Path) -> bool:
    """Write the true lengths into a header that was cut short; whether there is any sound."""
    size = file.stat().st_size
    if size <= HEADER:
        return False
    with contextlib.suppress(OSError), open(file, "rb+") as handle:
        if handle.read(4) != b"RIFF":
            return False
        handle.seek(4)
        handle.write(struct.pack("<I", size - 8))
        handle.seek(40)
        handle.write(struct.pack("<I", size - HEADER))
        handle.flush()
        os.fsync(handle.fileno())
    return True
