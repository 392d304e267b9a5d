"""Voicemail sound on disk (spec 6.8): drafts while recording, finals once their message is about to be committed.

A draft keeps its name until the message is committed. So after a crash a final beside its draft was never committed,
and a final alone without a message belonged to a removed one: words once spoken are kept, removed ones don't return.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import struct
from pathlib import Path

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.pbx.store.disk import link, make_folder, publish
from onepresence_desktop.pbx.store.errors import translated

HEADER = 44
"""Bytes of a canonical WAV header: RIFF, fmt and data chunk heads."""

RESERVE = 512 * 1024
"""Bytes held for a full disk: a message's row with the database's own pages, and some words of apology."""

_NAME = re.compile(r"^[A-Za-z0-9_-]{1,64}$")


class FileRecordings:
    """`folder`/drafts and `folder`/kept; a name is a message id and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._drafts = folder / "drafts"
        self._kept = folder / "kept"
        self._reserve = folder / "reserve"
        for place in (self._drafts, self._kept):
            make_folder(place)

    def draft(self, message_id: MessageId) -> Path:
        """Where to record."""
        return self._drafts / f"{_safe(message_id)}.wav"

    def path(self, message_id: MessageId) -> Path:
        """The final file."""
        return self._kept / f"{_safe(message_id)}.wav"

    async def keep(self, message_id: MessageId) -> None:
        """Sync the draft, name it as a final, sync the folder; after this it survives a power cut."""
        await asyncio.to_thread(self._keep, message_id)

    async def settle(self, message_id: MessageId) -> None:
        """The message is committed: drop the draft's name."""
        await asyncio.to_thread(_drop, self.draft(message_id))
        await asyncio.to_thread(self._hold)

    async def make_room(self) -> None:
        """Give the reserve back; it is held again by `settle` once there is room."""
        await asyncio.to_thread(_drop, self._reserve)

    async def remove(self, message_id: MessageId) -> None:
        """Remove draft and final; what can't be removed now goes with the next `recover`."""
        await asyncio.to_thread(self._remove, message_id)

    async def recover(self, known: set[MessageId]) -> list[MessageId]:
        """Drop finals without a message and drafts with one; mend drafts that hold sound and tell their ids."""
        return await asyncio.to_thread(self._recover, known)

    def _keep(self, message_id: MessageId) -> None:
        with translated():
            link(self.draft(message_id), self.path(message_id))

    def _remove(self, message_id: MessageId) -> None:
        for path in (self.draft(message_id), self.path(message_id)):  # in this order, or a crash brings it back
            _drop(path)

    def _hold(self) -> None:
        """Fill the reserve, if there is plenty of room; with noise, which no file system makes smaller."""
        with contextlib.suppress(OSError):
            if not self._reserve.exists() and shutil.disk_usage(self._reserve.parent).free > 4 * RESERVE:
                self._reserve.write_bytes(os.urandom(RESERVE))

    def _recover(self, known: set[MessageId]) -> list[MessageId]:
        self._hold()
        found = []
        for draft in sorted(self._drafts.glob("*.wav")):
            message_id = MessageId(draft.stem)
            if message_id in known:
                if self.path(message_id).exists():
                    _drop(draft)
                else:
                    publish(draft, self.path(message_id))
            elif _mend(draft):
                found.append(message_id)
            else:
                _drop(draft)
        for final in self._kept.glob("*.wav"):
            if MessageId(final.stem) not in known:
                _drop(final)
        return found


def _safe(message_id: MessageId) -> str:
    if not _NAME.match(message_id):
        raise NotFound(what="recording")
    return message_id


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


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
