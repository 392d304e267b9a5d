"""What must be reached, as lines of one table at the end of `make bench`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.bench.references import References

TIMES = ("s", "ms", "µs")
"""Units of limits that hold for a reference machine and scale with how fast Python is here."""
PSI = "× psi-plus"
"""Unit of a start: how many times as long as psi-plus's."""


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

    def beside(self, references: References) -> Limit:
        """The same with the limit as it is on this machine; sizes, shares and counts stay."""
        if self.unit == PSI:
            return replace(self, limit=self.limit * references.start, unit="s")
        if self.unit in TIMES:
            return replace(self, limit=self.limit * references.factor)
        return replace(self, limit=self.limit / references.factor) if self.unit == "/s" else self


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
        lines.append(f"  {mark} {one.what:58} {one.value:10.2f}   {sign} {one.limit:.3g} {one.unit}")
    missed = sum(not one.reached for one in limits)
    return "\n".join([*lines, f"  {len(limits) - missed} of {len(limits)} reached; others are marked ->"])
