"""The settings' switches on the real files of this system."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.platform.autostart import XdgAutostart
from onepresence_desktop.desktop.platform.links import XdgLinks
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.calls_pane import CallsPane
from onepresence_desktop.desktop.settings.start_pane import StartPane
from onepresence_desktop.desktop.stored_settings import Settings
from tests.support.dressing import dress


def nothing() -> None:
    """Not asked for here."""


def ports(folder: Path) -> SettingsPorts:
    return SettingsPorts(
        version="0",
        server=str,
        diagnostics=str,
        open_log_folder=nothing,
        sign_out=nothing,
        show_keys=nothing,
        sections=list,
        autostart=XdgAutostart(folder / "autostart"),
        links=XdgLinks(folder / "applications", folder / "mimeapps.list"),
    )


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path) -> Settings:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


def test_the_switch_for_start_writes_and_removes_the_entry(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    pane = StartPane(settings, ports(tmp_path))
    qtbot.addWidget(pane)
    pane.show()
    QTest.mouseClick(pane.autostart, Qt.MouseButton.LeftButton)
    assert (tmp_path / "autostart" / "onepresence.desktop").exists()
    assert pane.autostart.isChecked()
    QTest.mouseClick(pane.autostart, Qt.MouseButton.LeftButton)
    assert not (tmp_path / "autostart" / "onepresence.desktop").exists()
    assert not pane.autostart.isChecked()


def test_a_refusal_is_said_and_the_switch_tells_the_truth(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file")
    pane = StartPane(settings, ports(tmp_path))
    qtbot.addWidget(pane)
    pane.show()
    QTest.mouseClick(pane.autostart, Qt.MouseButton.LeftButton)
    assert not pane.autostart.isChecked()
    assert os.strerror(17) in pane._problem.text()


def test_the_switch_for_links_registers_and_gives_back(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    pane = CallsPane(Session(), Actions(), settings, ports(tmp_path))
    qtbot.addWidget(pane)
    pane.show()
    QTest.mouseClick(pane.links, Qt.MouseButton.LeftButton)
    assert pane.links.isChecked()
    assert "x-scheme-handler/tel=onepresence-links.desktop;" in (tmp_path / "mimeapps.list").read_text()
    QTest.mouseClick(pane.links, Qt.MouseButton.LeftButton)
    assert not pane.links.isChecked()
    assert "onepresence" not in (tmp_path / "mimeapps.list").read_text()
