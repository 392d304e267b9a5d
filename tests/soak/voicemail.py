"""200 random streams into the mailbox: what is kept of the words, and whether the greeting was understood."""

from __future__ import annotations

import asyncio
import random
import tempfile
from pathlib import Path
from typing import Any

from tests.support.mailbox_streams import LEAST, drawn, run


def main(streams: int = 200, frames: int = 300, seed: int | None = None) -> dict[str, Any]:
    """All streams; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    rng = random.Random(seed)
    wanted = [drawn(rng, frames=frames) for _ in range(streams)]
    with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as folder:
        results = asyncio.run(run(Path(folder), wanted, seed))
    bad = [result for result in results if not result.good]
    assert not bad, f"seed {seed}: {len(bad)} of {streams} streams lost words: {bad[:3]}"
    least = min(result.kept for result in results)
    print(f"  {streams} streams, {streams * frames} frames; at least {least:.2%} of each kept, {LEAST:.0%} wanted")
    return {"seed": seed, "streams": streams, "least": round(least, 4)}
