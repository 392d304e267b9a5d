"""Which part of a shown text was searched for, to be underlined. Without Qt."""

from __future__ import annotations

from functools import lru_cache

from onepresence_desktop.domain.names import fold

SPARE = 2
"""Letters that folding may add or take away in a name: "soeren" marks all of Søren."""


@lru_cache(maxsize=4096)
def in_text(text: str, query: str) -> tuple[int, int] | None:
    """Start and end of what `query` found in a name, as it is spelt there; None when it was found elsewhere."""
    wanted = fold(query.strip())
    if not wanted or wanted not in fold(text):
        return None
    for start in range(len(text)):
        for end in range(start + max(1, len(wanted) - SPARE), min(len(text), start + len(wanted) + SPARE) + 1):
            if fold(text[start:end]) == wanted:
                return start, end
    return None


def in_number(shown: str, digits: str) -> tuple[int, int] | None:
    """Start and end of `digits` in a number as it is shown, grouped by spaces; None when they aren't in it."""
    places = [place for place, char in enumerate(shown) if char.isdigit()]
    start = "".join(shown[place] for place in places).find(digits)
    if not digits or start < 0:
        return None
    return places[start], places[start + len(digits) - 1] + 1
