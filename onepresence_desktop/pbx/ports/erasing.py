"""What services need of the store to erase a person from what others keep (spec 12.4d)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from onepresence_desktop.domain.messages import Message
from onepresence_desktop.domain.people import CustomerId


class Erasing(Protocol):
    """Records of others stay readable: who is erased stands in them as somebody who was there once."""

    async def erase(self, customer_id: CustomerId, name: str, words: Collection[str], instead: str) -> list[Message]:
        """Put `instead` in the place of a name, and nothing in that of numbers and addresses (`words`).

        Voicemail that came from one of these numbers is taken away: the messages, whose sounds are the caller's to do.
        """
        ...
