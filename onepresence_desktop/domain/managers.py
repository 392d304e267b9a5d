"""Who is whose manager: the lines of an organisation chart (spec 9.1). Nobody is above themselves, by whatever way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

K = TypeVar("K")


def above(who: K, manager_of: Callable[[K], K | None]) -> list[K]:
    """The managers of somebody, the nearest first; whoever is met again ends the list and isn't in it twice."""
    found: list[K] = []
    met = {who}
    at = manager_of(who)
    while at is not None and at not in met:
        found.append(at)
        met.add(at)
        at = manager_of(at)
    return found


def in_loops(manager_of: Mapping[K, K | None]) -> set[K]:
    """All who are above themselves. Each is looked at once, so that a hundred thousand can be."""
    looped: set[K] = set()
    done: set[K] = set()
    for first in manager_of:
        way: dict[K, None] = {}
        at: K | None = first
        while at is not None and at not in done and at not in way:
            way[at] = None
            at = manager_of.get(at)
        if at is not None and at in way:
            walked = list(way)
            looped.update(walked[walked.index(at) :])
        done.update(way)
    return looped
