"""Days side by side: a Saturday or Sunday is narrower than a weekday (design, sections 7.7 and 7.18)."""

from __future__ import annotations

from collections.abc import Sequence

WEEKEND_SHARE = 0.62
"""Width of a Saturday or Sunday beside that of a weekday."""
SATURDAY = 5


def columns(width: float, weekdays: Sequence[int] = range(7)) -> list[float]:
    """Left edges of the days and the right edge of the last, in a room of that width. weekdays: 0 is Monday."""
    shares = [WEEKEND_SHARE if day >= SATURDAY and len(weekdays) > 1 else 1.0 for day in weekdays]
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + width * share / sum(shares))
    return edges
