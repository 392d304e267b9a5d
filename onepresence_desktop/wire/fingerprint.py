"""The words of a fingerprint, which service and client show alike: an English list, the same in every language.

The list is that of BIP 39 (MIT licence): 2,048 words that differ in their first four letters.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from onepresence_desktop.domain import fingerprint


@cache
def word_list() -> tuple[str, ...]:
    """The words that travel with the program."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return tuple((root / "resources" / "words.txt").read_text("ascii").split())


def in_words(digits: str) -> tuple[str, ...]:
    """The eight words of a fingerprint (64 hexadecimal digits)."""
    return fingerprint.in_words(digits, word_list())
