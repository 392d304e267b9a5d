"""Voicemail sound on the server's disk: a draft while it is made, final once its message is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from onepresence_desktop.domain.messages import MessageId


class Recordings(Protocol):
    """Voicemail sound on the server's disk (spec 6.8). Names are message ids, never taken from outside."""

    def draft(self, message_id: MessageId) -> Path:
        """Where to record; not yet part of the mailbox."""
        ...

    async def keep(self, message_id: MessageId) -> None:
        """Make the draft final: synced file, second name, synced folder. Call before the message's unit commits."""
        ...

    async def settle(self, message_id: MessageId) -> None:
        """The message's unit has committed: the draft's name goes."""
        ...

    def path(self, message_id: MessageId) -> Path:
        """The final file."""
        ...

    async def remove(self, message_id: MessageId) -> None: ...

    async def make_room(self) -> None:
        """The disk is full: give back what is held in reserve, for a message that is committed, or an apology."""
        ...

    async def recover(self, known: set[MessageId]) -> list[MessageId]:
        """After a crash: set finals without a message aside, mend drafts' headers; ids of drafts that hold sound.

        A final whose message was not committed is a draft again; the draft of a committed message is dropped. No
        sound is deleted.
        """
        ...

    async def set_aside(self, message_id: MessageId) -> None:
        """A sound that belongs to nobody: kept for people to look at, out of everybody's way."""
        ...

    async def all(self) -> tuple[set[MessageId], int]:
        """The messages whose sound is there, and how many sounds are set aside."""
        ...

    async def any_there(self) -> bool:
        """Whether any sound is kept at all."""
        ...
