"""What is kept whole: looking whether everything is there, and a copy of it all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onepresence_desktop.domain.outgoing import OutgoingState
from onepresence_desktop.pbx.ports import Archive, Recordings, Spool, Store


@dataclass(frozen=True, slots=True)
class Findings:
    """sounds_aside: without a message. sounds_missing: messages without their sound. waiting: for the store to be back.

    aside: records that can't be written. outgoing, undeliverable: mail and SMS queued, and given up.
    """

    sounds_aside: int
    sounds_missing: int
    waiting: int
    aside: int
    outgoing: int
    undeliverable: int


class Housekeeping:
    """Of the store with all that lies beside it."""

    def __init__(self, store: Store, recordings: Recordings, spool: Spool, archive: Archive) -> None:
        self._store = store
        self._recordings = recordings
        self._spool = spool
        self._archive = archive

    async def backup(self, path: Path) -> int:
        """Everything in one archive; its size in bytes. Raises as `Archive.make`."""
        return await self._archive.make(path)

    async def check(self) -> Findings:
        """Whether all of it is whole. Raises `StoreDamaged`, `StoreReadOnly`, `Unavailable`."""
        await self._store.check()
        async with self._store.reading() as unit:
            messages = await unit.messages.ids()
            outgoing = await unit.outbox.counts()
        waiting, aside = await self._spool.counts()
        kept, sounds_aside = await self._recordings.all()
        return Findings(
            sounds_aside=sounds_aside,
            sounds_missing=len(messages - kept),
            waiting=waiting,
            aside=aside,
            outgoing=outgoing.get(OutgoingState.QUEUED, 0),
            undeliverable=outgoing.get(OutgoingState.FAILED, 0),
        )
