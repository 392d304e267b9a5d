"""The window's shape is there before the program is, and gives way to the window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.first_look import FirstLook, is_wanted, show_first_look
from onepresence_desktop.desktop.options import Options
from onepresence_desktop.desktop.platform.local_pbx import LocalPbx
from onepresence_desktop.desktop.platform.pbx_command import begin_demo
from onepresence_desktop.desktop.stored_settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def look(qtbot: QtBot, settings: Settings) -> Iterator[FirstLook]:
    shown = show_first_look(settings)
    qtbot.waitUntil(lambda: shown.painted)
    yield shown
    if shiboken6.isValid(shown):
        shown.leave()


def test_it_stays_until_the_window_is_painted(look: FirstLook, qtbot: QtBot) -> None:
    look.say("Starting …")
    assert look.accessibleDescription() == "Starting …" and look.isVisible()
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not shiboken6.isValid(look) or not look.isVisible())


def test_whoever_closes_it_doesnt_want_to_wait(look: FirstLook, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.given_up):
        look.close()


def test_it_stands_where_the_window_stood(settings: Settings, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(200, 150, 420, 300)
    settings.store.setValue("window/geometry", window.saveGeometry())
    assert isinstance(settings.store.value("window/geometry"), QByteArray)
    look, again = show_first_look(settings), QMainWindow()
    qtbot.addWidget(again)
    again.restoreGeometry(window.saveGeometry())
    assert look.size().toTuple() == again.size().toTuple() == (420, 300)
    look.leave()


def test_it_is_for_those_who_get_a_window_at_once(settings: Settings) -> None:
    assert not is_wanted(settings, Options())
    assert is_wanted(settings, Options(demo=True))
    assert not is_wanted(settings, Options(demo=True, minimized=True))
    settings.set(keys.WAY, "company")
    assert not is_wanted(settings, Options())
    settings.set(keys.SERVER, "https://pbx.example.com")
    settings.set(keys.LOCAL_NUMBER, "1002101")
    assert is_wanted(settings, Options())
    settings.set(keys.START_HIDDEN, True)
    assert not is_wanted(settings, Options())


async def test_a_service_that_was_begun_before_the_program_is_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "of the last time").touch()
    pbx = LocalPbx(folder, driver="demo", begun=begin_demo(folder))
    try:
        where = await pbx.start()
        assert where.address.startswith("http://127.0.0.1:")
        assert not (folder / "of the last time").exists()
        assert len([name for name in os.listdir(folder) if name.endswith(".json")]) >= 1
    finally:
        await pbx.stop()
