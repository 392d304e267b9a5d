"""The client's mirror against a fresh snapshot, over random changes, cuts, kills and restarts: ever new sequences."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.walks.test_mirror_agrees import walk


def main(runs: int = 10, seed: int | None = None) -> dict[str, Any]:
    """All runs, by turns with real phones' driver and with a living demo company; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    for n in range(runs):
        with tempfile.TemporaryDirectory(prefix="onepresence-soak-") as folder:
            try:
                asyncio.run(walk(Path(folder), ("sip", "demo")[n % 2], random.Random(seed + n)))
            except (AssertionError, TimeoutError) as exc:
                raise AssertionError(f"seed {seed + n}: {exc}") from exc
    print(f"  {runs} random sequences, the mirror agreed after every round")
    return {"seed": seed, "runs": runs, "disagreements": 0}


if __name__ == "__main__":
    print(main(*(int(argument) for argument in sys.argv[1:3])))
