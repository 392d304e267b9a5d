"""Widgets end on the window's thread, whichever thread makes the garbage."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.platform.collector import YOUNG, Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    was = gc.isenabled()
    made = Collector()
    yield made
    made.deleteLater()
    if was:
        gc.enable()


class Ring:
    """Something only the collector can end; it notes on which thread it did."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.ended = ended
        self.itself = self
        self.widget = QObject()

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


def garbage() -> list[Any]:
    return [[] for _ in range(3 * YOUNG)]


def test_a_thread_that_allocates_destroys_no_widgets(qtbot: QtBot, collector: Collector) -> None:
    ended: list[threading.Thread] = []
    Ring(ended)
    thread = threading.Thread(target=garbage)
    thread.start()
    thread.join()
    assert ended == []


def test_they_end_when_the_windows_thread_is_about_to_sleep(qtbot: QtBot, collector: Collector) -> None:
    ended: list[threading.Thread] = []
    Ring(ended)
    kept = garbage()
    with qtbot.waitSignal(collector.destroyed, timeout=50, raising=False):
        QTimer.singleShot(1, lambda: None)  # the loop turns, and sleeps
    assert ended == [threading.main_thread()]
    assert len(kept) == 3 * YOUNG


def test_a_quiet_moment_with_little_garbage_is_left_alone(qtbot: QtBot, collector: Collector) -> None:
    gc.unfreeze()  # as in a program that has just started; the tests hold back what they have read in
    gc.collect()
    ended: list[threading.Thread] = []
    Ring(ended)
    collector.idle()
    assert ended == []
    collector.settle()
    assert ended == [threading.main_thread()]
    gc.unfreeze()
