"""Behind other programs for a while after use: told once, and not while it is in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.platform import background
from onepresence_desktop.desktop.platform.background import Background

FRONT, BEHIND = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@pytest.fixture
def told(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> tuple[Background, list[bool]]:
    monkeypatch.setattr(background, "REST_MS", 50)
    made, times = Background(qapp), list[bool]()
    made.rested.connect(lambda: times.append(True))
    return made, times


def test_it_is_told_once_after_each_use(told: tuple[Background, list[bool]], qtbot: QtBot) -> None:
    made, times = told
    made.take(FRONT)
    for use in (1, 2):
        made.take(BEHIND)
        qtbot.waitUntil(lambda use=use: len(times) == use)
        made.take(FRONT)
    qtbot.wait(150)
    assert len(times) == 2


def test_coming_back_in_time_is_no_rest(told: tuple[Background, list[bool]], qtbot: QtBot) -> None:
    made, times = told
    made.take(BEHIND)
    made.take(FRONT)
    qtbot.wait(150)
    assert times == []
