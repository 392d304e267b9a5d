"""Byte ranges (RFC 9110 section 14): one range; several, or one that makes no sense, count as none."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException

from onepresence_desktop.domain.errors import NotFound

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


async def sound(path: Path, request: AnyRequest) -> Response[bytes]:
    """A WAV file, or the part of it that was asked for. Raises `NotFound` where it is gone."""
    try:
        size = (await asyncio.to_thread(path.stat)).st_size
        part = asked_part(request.headers.get("range"), size)
        data = await asyncio.to_thread(read_part, path, part or Part(0, size))
    except FileNotFoundError as exc:
        raise NotFound(what="recording") from exc
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "private, no-store"}
    if part is None:
        return Response(data, media_type="audio/wav", headers=headers)
    headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{size}"
    return Response(data, status_code=206, media_type="audio/wav", headers=headers)


def read_part(path: Path, part: Part) -> bytes:
    """The bytes of a part; blocking."""
    with path.open("rb") as file:
        file.seek(part.start)
        return file.read(part.end - part.start)
