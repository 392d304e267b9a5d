"""What is done ahead while nothing happens, so that nobody waits for it later: modules read in, pages built.

In steps that each take less than a frame, with a rest after each in which everything else has its turn.
"""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator

REST = 0.02
"""Seconds."""


def read_in(room: str) -> Iterator[None]:
    """The modules of a package, one with each step."""
    for found in pkgutil.iter_modules(importlib.import_module(room).__path__, f"{room}."):
        if found.name not in sys.modules:
            importlib.import_module(found.name)
            yield


async def spread(steps: Iterator[None], wanted: Callable[[], bool] = lambda: True) -> None:
    """Take the steps one after another, as long as what they lead to is wanted."""
    while wanted() and next(steps, steps) is not steps:
        await asyncio.sleep(REST)
