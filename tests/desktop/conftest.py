"""What holds for every widget in every test of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import company_time
from tests.support.strays import looked_for
from tests.support.waiting import PATIENCE

MILLISECONDS = round(PATIENCE * 1000)


class PatientBot(QtBot):
    """Waits as long as everything else here; its own five seconds are too few on a loaded machine."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = MILLISECONDS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = MILLISECONDS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = MILLISECONDS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: QWidget, *, timeout: int = MILLISECONDS) -> Any:
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def own_clock() -> Iterator[None]:
    """Whose clock is told is the whole program's: none of a test's stays."""
    yield
    company_time.follow("")


@pytest.fixture(autouse=True)
def no_part_is_shown_before_it_has_its_place(request: pytest.FixtureRequest) -> Iterator[None]:
    if "qapp" not in request.fixturenames or request.node.get_closest_marker("timed") is not None:
        yield
        return
    with looked_for() as strays:
        yield
    assert strays.found == []
