"""Small values in a column of JSON text: shapes of their own with a version, never the domain's own classes.

So a field that is renamed in the domain changes nothing in the database, and what can't be read is told: a field that
is missing, or one that nobody knows, never becomes a default in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from onepresence_desktop.domain.errors import StoreDamaged


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    """A part of a stored value; every field is required, so that none is guessed."""


S = TypeVar("S", bound=Shape)


class _Version(msgspec.Struct):
    v: int = 1


def write(value: Shape) -> str:
    """As JSON text."""
    return msgspec.json.encode(value).decode()


def read(text: str, shape: type[S], older: Mapping[int, Callable[[str], S]] | None = None) -> S:
    """From JSON text. older: what makes the present shape of a text of an older version (`v`; 1 where none is told).

    Raises `StoreDamaged` for anything else.
    """
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.DecodeError as exc:
        version = _version(text)
        if version in (older or {}):
            assert older is not None
            return older[version](text)
        raise StoreDamaged(detail=f"{shape.__name__} {version}: {exc}") from exc


def _version(text: str) -> int:
    try:
        return msgspec.json.decode(text, type=_Version).v
    except msgspec.DecodeError:
        return 1
