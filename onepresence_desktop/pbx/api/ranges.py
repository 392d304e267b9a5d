"""Byte ranges (RFC 9110 section 14): one range; several, or one that makes no sense, count as none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import Request
from litestar.exceptions import HTTPException

AnyRequest = Request[Any, Any, Any]

_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `start` up to and without `end`."""

    start: int
    end: int


def asked_part(header: str | None, size: int) -> Part | None:
    """The part asked for, None for the whole. Raises 416 when it lies outside."""
    found = _RANGE.fullmatch(header.strip()) if header else None
    if found is None or (not found[1] and not found[2]):
        return None
    if not found[1]:
        length = int(found[2])
        part = Part(max(0, size - length), size)
    else:
        if found[2] and int(found[2]) < int(found[1]):
            return None
        part = Part(int(found[1]), min(int(found[2]) + 1, size) if found[2] else size)
    if part.start >= size or part.start == part.end:
        headers = {"Content-Range": f"bytes */{size}"}
        raise HTTPException(status_code=416, detail="range_not_satisfiable", headers=headers)
    return part


def read_part(path: Path, part: Part) -> bytes:
    """The bytes of a part; blocking."""
    with path.open("rb") as file:
        file.seek(part.start)
        return file.read(part.end - part.start)
