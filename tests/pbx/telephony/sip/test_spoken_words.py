"""A quick share of `tests.soak.voicemail`: words of a scripted phone against what the mailbox kept of them."""

from __future__ import annotations

import random
from pathlib import Path

from tests.support.mailbox_streams import DEEDS, drawn, run


async def test_whatever_a_phone_does_in_the_middle_its_words_are_kept(tmp_path: Path) -> None:
    rng = random.Random(20261128)
    streams = [drawn(rng, frames=140) for _ in range(8)]
    assert {deed for stream in streams for deed in stream.between} == set(DEEDS)
    assert {stream.way for stream in streams} == {"early", "late", "transfer"}
    results = await run(tmp_path, streams, 1)
    assert all(result.good for result in results), [result for result in results if not result.good]
