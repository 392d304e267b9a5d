"""Where packets are laid in a recording: every word once, in order, whatever the phone's clocks and sources do."""

from __future__ import annotations

import random

import pytest

from onepresence_desktop.pbx.telephony.sip.timeline import Timeline

FRAME = 160
Packet = tuple[int, int, int, int]
"""Source, sequence, timestamp, and the number that stands for what is said in it."""


def laid(packets: list[Packet]) -> list[int]:
    """What is said, frame by frame; 0 for silence."""
    timeline, sound = Timeline(), list[int]()
    for source, sequence, timestamp, said in packets:
        place = timeline.put(source, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, FRAME, len(sound) * FRAME)
        at, room = place.at // FRAME, place.room // FRAME
        sound[at:at] = [0] * room
        sound.extend([0] * (at + 1 - len(sound)))
        sound[at] = said
    return sound


def stream(source: int, sequence: int, timestamp: int, said: range) -> list[Packet]:
    return [(source, sequence + n, timestamp + n * FRAME, one) for n, one in enumerate(said)]


def test_another_source_is_laid_behind_the_one_before() -> None:
    one, other = stream(7, 100, 5000, range(1, 11)), stream(8, 1, 90, range(11, 21))
    assert laid(one + other) == list(range(1, 21))


@pytest.mark.parametrize("source", [7, 8])
def test_a_source_that_comes_back_is_laid_behind_too(source: int) -> None:
    parts = stream(7, 100, 5000, range(1, 11)) + stream(8, 1, 90, range(11, 61)) + stream(source, 9, 70, range(61, 90))
    assert laid(parts) == list(range(1, 90))


@pytest.mark.parametrize("timestamp", [0, 4000, 5000 + 3 * FRAME, 10_000_000, 2**32 - 90])
@pytest.mark.parametrize("sequence", [110, 40_000])
def test_timestamps_that_start_anew_overwrite_nothing(timestamp: int, sequence: int) -> None:
    parts = stream(7, 100, 5000, range(1, 11)) + stream(7, sequence, timestamp, range(11, 21))
    assert laid(parts) == list(range(1, 21))


def test_both_counters_run_over_without_a_gap() -> None:
    assert laid(stream(7, 65_530, 2**32 - 5 * FRAME, range(1, 31))) == list(range(1, 31))


def test_a_pause_is_kept_and_one_beyond_reason_is_not() -> None:
    first = stream(7, 1, 0, range(1, 4))
    assert laid(first + stream(7, 4, 10 * FRAME, range(4, 6))) == [1, 2, 3, *[0] * 7, 4, 5]
    assert laid(first + stream(7, 4, 10_000 * FRAME, range(4, 6))) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("seed", range(20))
def test_late_and_doubled_packets_find_their_place_also_where_the_source_changes(seed: int) -> None:
    rng = random.Random(seed)
    packets = (
        stream(rng.getrandbits(32), rng.getrandbits(16), rng.getrandbits(32), range(1, 61))
        + stream(rng.getrandbits(32), rng.getrandbits(16), rng.getrandbits(32), range(61, 121))
    )  # fmt: skip
    moved = sorted(range(len(packets)), key=lambda n: n + rng.uniform(0, 3))
    doubled = [one for n in moved for one in [packets[n]] * rng.choice((1, 1, 1, 2))]
    assert laid(doubled) == list(range(1, 121))
