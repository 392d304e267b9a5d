"""Memory that the start or some use needed is given back (Linux; other systems do it by themselves, or otherwise).

Loading Python, Qt and their types touches some 25 MiB of the libraries' read-only pages that are hardly needed again.
They are clean copies of files: let go, they come back from the disk's cache when they are.
"""

from __future__ import annotations

import asyncio
import ctypes
import logging
import sys
from pathlib import Path

log = logging.getLogger(__name__)

SETTLED = 1.0
"""Seconds between two looks: a library that is just being loaded has other mappings afterwards, and is left alone."""

AGAIN = 30.0
"""Seconds after the first time."""

DONTNEED = 4
"""MADV_DONTNEED of <sys/mman.h>."""

Mapping = tuple[int, int, str]


async def come_to_rest() -> None:
    """After the start: at once, and again when what was needed only to follow the service has been read in, too."""
    await give_back()
    await asyncio.sleep(AGAIN)
    await give_back()


async def give_back() -> None:
    """When the program has come to rest."""
    if sys.platform != "linux":
        return
    try:
        before = await asyncio.to_thread(clean_mappings)
        await asyncio.sleep(SETTLED)
        await asyncio.to_thread(_let_go, before)
    except (OSError, AttributeError) as exc:  # a system without /proc or glibc keeps what it has
        log.info("no memory was given back: %s", exc)


def clean_mappings() -> set[Mapping]:
    """Start, end and permissions of read-only mappings of files, none of whose pages the process has changed."""
    found: set[Mapping] = set()
    at: Mapping | None = None
    for line in Path("/proc/self/smaps").read_text(encoding="ascii", errors="replace").splitlines():
        words = line.split(maxsplit=5)
        if len(words) == 6 and "-" in words[0]:
            start, _, end = words[0].partition("-")
            at = (int(start, 16), int(end, 16), words[1])
            if words[1] not in ("r--p", "r-xp") or not words[5].startswith("/"):
                at = None
        elif at is not None and words[0] == "Anonymous:":
            if words[1] == "0":
                found.add(at)
            at = None
    return found


def _let_go(before: set[Mapping]) -> None:
    system = ctypes.CDLL(None, use_errno=True)
    system.malloc_trim(0)
    system.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    for start, end, _ in before & clean_mappings():
        system.madvise(start, end - start, DONTNEED)
