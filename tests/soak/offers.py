"""5,000 random valid offers against the mailbox and between two phones, and all combinations of sound and pictures:
every answer fits by RFC 3264.
"""

from __future__ import annotations

import random
from typing import Any

from tests.support import random_offers


def main(count: int = 5000, seed: int | None = None) -> dict[str, Any]:
    """All of them; the figures."""
    seed = random.randrange(1 << 30) if seed is None else seed
    figures: dict[str, Any] = {"seed": seed}
    for name, counts in (
        ("mailbox", random_offers.mailbox(count, seed)),
        ("phones", random_offers.between_phones(count, seed, relay=False)),
        ("relayed", random_offers.between_phones(count, seed, relay=True)),
        ("both offered", random_offers.two_offers(count, seed)),
        ("all combinations", random_offers.every_combination(relay=False)),
        ("all combinations, relayed", random_offers.every_combination(relay=True)),
    ):
        assert not counts.faulty, f"seed {seed}, {name}: {len(counts.faulty)} faulty: {counts.faulty[0]}"
        figures[name] = {"answered": counts.answered, "refused": counts.refused}
    print(f"  {figures}")
    return figures
