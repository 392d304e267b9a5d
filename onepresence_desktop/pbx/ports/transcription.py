"""Speech to text, for what callers leave in the mailbox (spec 6.9)."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Transcriber(Protocol):
    """Hears recordings; one at a time, for it takes much of the machine."""

    @property
    def longest(self) -> float:
        """Seconds that one recording may take."""
        ...

    @property
    def program(self) -> str:
        """What hears them, as an operator knows it."""
        ...

    def missing(self) -> bool:
        """Whether the program isn't there, or may not be run. Blocking, for a moment."""
        ...

    async def text(self, recording: Path, language: str) -> str:
        """What is said in a WAV, as far as it is understood. language: da, sv or en, which the owner speaks.

        Raises `Unavailable` when there is no answer, or none in time.
        """
        ...
