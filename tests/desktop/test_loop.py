"""The loop that serves Qt and asyncio: timers end when cancelled, never come early, and may be far away."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractEventDispatcher
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.loop import LONGEST_MS, Loop


def timers(loop: Loop) -> int:
    """How many Qt timers the loop has for what is to come."""
    return len(QAbstractEventDispatcher.instance().registeredTimers(loop.timers))


async def test_a_timeout_that_was_not_needed_leaves_no_timer_behind(qtbot: QtBot) -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Loop)
    for _ in range(200):
        async with asyncio.timeout(60):
            await asyncio.sleep(0)
    assert timers(loop) <= 1  # the one that bounds this test


async def test_a_cancelled_timer_is_never_called_and_may_be_cancelled_twice(qtbot: QtBot) -> None:
    loop, called = asyncio.get_running_loop(), []
    handle = loop.call_later(0.01, called.append, "late")
    handle.cancel()
    handle.cancel()
    await asyncio.sleep(0.05)
    assert not called and handle.cancelled()


async def test_nobody_wakes_early(qtbot: QtBot) -> None:
    loop = asyncio.get_running_loop()
    for delay in (0.001, 0.0104, 0.05, 0.21, 0.3):
        begun = loop.time()
        await asyncio.sleep(delay)
        assert loop.time() - begun >= delay


async def test_timers_come_in_the_order_of_their_times(qtbot: QtBot) -> None:
    loop, came = asyncio.get_running_loop(), []
    done = asyncio.Event()
    now = loop.time()
    for at in (0.06, 0.02, 0.04):
        loop.call_at(now + at, came.append, at)
    loop.call_at(now + 0.08, done.set)
    await done.wait()
    assert came == [0.02, 0.04, 0.06]


async def test_a_timer_may_be_a_year_away(qtbot: QtBot) -> None:
    loop = asyncio.get_running_loop()
    handle = loop.call_later(366 * 24 * 3600, lambda: None)
    assert handle.when() - loop.time() > 365 * 24 * 3600
    handle.cancel()
    assert LONGEST_MS < 2**31


async def test_a_long_wait_goes_on_after_each_part_of_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onepresence_desktop.desktop.loop.LONGEST_MS", 10)
    loop, done = asyncio.get_running_loop(), asyncio.Event()
    begun = loop.time()
    loop.call_later(0.055, done.set)
    await done.wait()
    assert loop.time() - begun >= 0.055


async def test_work_on_threads_uses_few_of_them(qtbot: QtBot) -> None:
    names = await asyncio.gather(*(asyncio.to_thread(_busy_thread) for _ in range(20)))
    assert len(set(names)) <= 4


def _busy_thread() -> str:
    time.sleep(0.005)
    return threading.current_thread().name


def test_a_closed_loop_holds_no_timer(qapp: QApplication) -> None:
    loop = Loop(qapp)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:

        async def schedule() -> None:
            loop.call_later(30, lambda: None)

        runner.run(schedule())
    assert timers(loop) == 0


def test_what_a_timer_does_may_start_and_cancel_others(qapp: QApplication) -> None:
    came: list[str] = []

    async def work() -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()
        other = loop.call_later(0.03, came.append, "other")

        def first(cancel: Callable[[], None]) -> None:
            cancel()
            loop.call_later(0.01, came.append, "next")
            loop.call_later(0.05, done.set)

        loop.call_later(0.01, first, other.cancel)
        await done.wait()

    with asyncio.Runner(loop_factory=lambda: Loop(qapp)) as runner:
        runner.run(work())
    assert came == ["next"]


def test_a_failing_timer_is_told_to_the_handler_and_stops_nothing(qapp: QApplication) -> None:
    told: list[str] = []

    def fail() -> None:
        raise ValueError("no")

    async def work() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: told.append(str(context["exception"])))
        loop.call_later(0.005, fail)
        await asyncio.sleep(0.03)

    with asyncio.Runner(loop_factory=lambda: Loop(qapp)) as runner:
        runner.run(work())
    assert told == ["no"]
