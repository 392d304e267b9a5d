"""Voicemail sound on disk (spec 6.8): drafts while recording, finals once their message is about to be committed.

A draft keeps its name until the message is committed. So after a crash a final beside its draft was never committed
and becomes a message; a final alone without a message belonged to a removed one, or to a database that was lost: it
does not return by itself, and is set aside, never deleted.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import re
import secrets
import shutil
import struct
from collections.abc import AsyncIterator
from pathlib import Path

from onepresence_desktop.domain.errors import NotFound
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.pbx.store.disk import link, make_folder, publish
from onepresence_desktop.pbx.store.errors import translated

log = logging.getLogger(__name__)

HEADER = 44
"""Bytes of a canonical WAV header: RIFF, fmt and data chunk heads."""

RESERVE = 512 * 1024
"""Bytes held for a full disk: a message's row with the database's own pages, and some words of apology."""

DRAFTS, KEPT, ASIDE = "drafts", "kept", "aside"
"""Folders: while recording, messages, and sounds that belong to none."""

_NAME = re.compile(r"^[A-Za-z0-9_-]{1,64}$")


class FileRecordings:
    """`folder`/drafts and `folder`/kept; a name is a message id and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._drafts = folder / DRAFTS
        self._kept = folder / KEPT
        self._aside = folder / ASIDE
        self._held = 0
        self._to_remove: list[MessageId] = []
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
        """Remove draft and final; what can't be removed now is set aside by the next `recover`."""
        if self._held:
            self._to_remove.append(message_id)
        else:
            await asyncio.to_thread(self._remove, message_id)

    @contextlib.asynccontextmanager
    async def holding(self) -> AsyncIterator[None]:
        """Remove nothing until the block ends, so that a copy has the sound of every message in its database."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            if not self._held:
                to_remove, self._to_remove = self._to_remove, []
                for message_id in to_remove:
                    await asyncio.to_thread(self._remove, message_id)

    async def set_aside(self, message_id: MessageId) -> None:
        """Move what there is of a sound to the folder of those that belong to no message."""
        await asyncio.to_thread(self._set_aside, self.draft(message_id), self.path(message_id))

    async def all(self) -> tuple[set[MessageId], int]:
        """The messages whose sound is there, and how many sounds are set aside."""
        return await asyncio.to_thread(self._all)

    async def any_there(self) -> bool:
        """Whether any sound is kept at all."""
        return await asyncio.to_thread(lambda: any(self._kept.glob("*.wav")))

    async def recover(self, known: set[MessageId]) -> list[MessageId]:
        """Set finals without a message aside, drop drafts with one; mend drafts that hold sound and tell their ids."""
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
            if MessageId(final.stem) not in known and not self._draft_beside(final):
                log.warning("%s belongs to no message and is set aside", final.name)
                self._set_aside(final)
        return found

    def _draft_beside(self, final: Path) -> bool:
        """The final of a message that was never committed: its draft, with the same sound, is taken up instead."""
        if not (self._drafts / final.name).exists():
            return False
        _drop(final)
        return True

    def _set_aside(self, *sounds: Path) -> None:
        make_folder(self._aside)
        for sound in sounds:
            with contextlib.suppress(FileNotFoundError):
                target = self._aside / sound.name
                if target.exists():
                    target = target.with_stem(f"{sound.stem}_{secrets.token_hex(4)}")
                os.replace(sound, target)

    def _all(self) -> tuple[set[MessageId], int]:
        return {MessageId(file.stem) for file in self._kept.glob("*.wav")}, len(list(self._aside.glob("*.wav")))


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
