"""The week begins where the user's own hours begin, by day or by night."""

from __future__ import annotations

from datetime import time

import pytest

from onepresence_desktop.desktop.diversion.schedule.grid import WeekGrid
from onepresence_desktop.desktop.diversion.schedule.painting import HOUR


@pytest.mark.parametrize(
    ("begins", "top"),
    [([], 7), ([8], 7), ([9, 7], 7), ([6], 5), ([15], 14), ([0, 22], 0)],
)
def test_an_hour_before_early_or_late_work_stands_at_the_top(qtbot: object, begins: list[int], top: int) -> None:
    grid = WeekGrid()
    grid.resize(700, 300)
    grid.show()
    grid.begin_with(time(begin) for begin in begins)
    assert grid.verticalScrollBar().value() == top * HOUR
    grid.verticalScrollBar().setValue(0)
    grid.begin_with(time(begin) for begin in begins)
    assert grid.verticalScrollBar().value() == 0
    grid.close()
