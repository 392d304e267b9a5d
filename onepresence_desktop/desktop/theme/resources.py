"""Where the files lie that travel with the program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder above `resources/` and `translations/`: the checkout, or where a frozen program unpacked itself."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[3]


def path(*parts: str) -> Path:
    """A file under `resources/`."""
    return root().joinpath("resources", *parts)
