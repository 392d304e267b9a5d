"""What was found marked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """text: "" when nothing is. in_front: by the program in front; else it may be left over from long ago."""

    text: str
    in_front: bool = True
