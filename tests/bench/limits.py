"""What must be reached, as lines of one table at the end of `make bench`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure and what it may be; `least`: it must be that high instead."""

    what: str
    value: float
    limit: float
    unit: str
    least: bool = False

    @property
    def reached(self) -> bool:
        """Whether it is."""
        return self.value >= self.limit if self.least else self.value <= self.limit


def most(what: str, value: float, limit: float, unit: str) -> Limit:
    """At most so much."""
    return Limit(what, value, limit, unit)


def least(what: str, value: float, limit: float, unit: str) -> Limit:
    """At least so much."""
    return Limit(what, value, limit, unit, least=True)


def table(limits: list[Limit]) -> str:
    """All of them."""
    lines = [f"  {'':2} {'what':58} {'measured':>10}   {'limit':>9}"]
    for one in limits:
        sign = "≥" if one.least else "≤"
        mark = "  " if one.reached else "->"
        lines.append(f"  {mark} {one.what:58} {one.value:10.2f}   {sign} {one.limit:g} {one.unit}")
    missed = sum(not one.reached for one in limits)
    return "\n".join([*lines, f"  {len(limits) - missed} of {len(limits)} reached; others are marked ->"])
