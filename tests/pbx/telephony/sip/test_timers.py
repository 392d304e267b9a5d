"""The engine's timers: gathered, never early, and gone when they are cancelled."""

from __future__ import annotations

import random

import pytest

from onepresence_desktop.pbx.telephony.sip.timers import Timers, step_of
from tests.pbx.telephony.sip.virtual import VirtualClock


def test_each_is_done_once_never_early_and_by_no_more_than_a_step_late() -> None:
    clock, rng, done = VirtualClock(), random.Random(5), list[tuple[float, float]]()
    timers = Timers(clock)
    for _ in range(300):
        delay = rng.choice([0.0, 0.05, 0.2, 0.5, 4.0, 7.5, 32.0, 200.0, 600.0]) * rng.uniform(0.9, 1.1)
        due = clock.now + delay
        timers.call_later(delay, lambda due=due, delay=delay: done.append((clock.now - due, step_of(delay))))  # type: ignore[misc]
        clock.run(rng.uniform(0, 0.3))
    clock.run(700)
    assert len(done) == 300 and all(-1e-6 < late < step + 1e-6 for late, step in done)


def test_what_is_cancelled_is_not_done_and_leaves_nothing_that_wakes() -> None:
    clock, done = VirtualClock(), list[str]()
    timers = Timers(clock)
    taken_back = [timers.call_later(delay, lambda: done.append("cancelled")) for delay in (0.01, 0.5, 0.5, 30, 600)]
    timers.call_later(0.5, lambda: done.append("kept"))
    for timer in taken_back:
        timer.cancel()
        timer.cancel()
    clock.run(1)
    assert done == ["kept"]
    assert all(timer.cancelled for _, _, timer in clock._heap)


def test_one_may_cancel_another_that_is_due_at_the_same_time_and_set_new_ones() -> None:
    clock, done = VirtualClock(), list[str]()
    timers = Timers(clock)

    def first() -> None:
        done.append("first")
        second.cancel()
        timers.call_later(0.2, lambda: done.append("third"))

    timers.call_later(0.5, first)
    second = timers.call_later(0.5, lambda: done.append("second"))
    clock.run(0.6)
    assert done == ["first"]
    clock.run(0.2)
    assert done == ["first", "third"]


def test_a_short_one_that_is_set_later_is_done_before_a_long_one() -> None:
    clock, done = VirtualClock(), list[str]()
    timers = Timers(clock)
    timers.call_later(32, lambda: done.append("long"))
    timers.call_later(0.2, lambda: done.append("short"))
    clock.run(0.3)
    assert done == ["short"]
    clock.run(32)
    assert done == ["short", "long"]


def test_one_that_fails_keeps_the_others_from_nothing() -> None:
    clock, done = VirtualClock(), list[str]()
    timers = Timers(clock)

    def fails() -> None:
        raise RuntimeError

    timers.call_later(0.5, fails)
    timers.call_later(0.5, lambda: done.append("next"))
    timers.call_later(1.0, lambda: done.append("later"))
    with pytest.raises(RuntimeError):
        clock.run(2)
    clock.run(2)
    assert done == ["next", "later"]
