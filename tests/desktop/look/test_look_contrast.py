"""High contrast, the size of everything, and sounds: set on this computer, in force at once or from the next start."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.ports import SettingsPorts
from onepresence_desktop.desktop.settings.appearance import Appearance
from onepresence_desktop.desktop.settings.notify_pane import NotifyPane
from onepresence_desktop.desktop.settings.start_pane import StartPane
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Theme, color
from onepresence_desktop.desktop.theme.tokens import Color


def start_pane(settings: Settings, qtbot: QtBot) -> StartPane:
    ports = SettingsPorts(
        version="1.0",
        server=lambda: "",
        diagnostics=lambda: "",
        open_log_folder=lambda: None,
        sign_out=lambda: None,
        show_keys=lambda: None,
        sections=lambda: [("search", "Search")],
    )
    pane = StartPane(settings, ports)
    qtbot.addWidget(pane)
    pane.resize(580, 600)
    pane.show()
    return pane


def test_high_contrast_makes_text_one_ink_and_edges_seen_at_once(
    qapp: QApplication, dressed: Theme, settings: Settings, qtbot: QtBot
) -> None:
    held = Appearance(qapp, dressed, settings)
    dressed.choose(dressed.choice.LIGHT)
    plain = color(Color.LINE_HAIRLINE).name()
    pane = start_pane(settings, qtbot)
    QTest.mouseClick(pane.contrast, Qt.MouseButton.LeftButton)
    assert settings.get(keys.HIGH_CONTRAST)
    assert color(Color.TEXT_TERTIARY) == color(Color.TEXT_PRIMARY)
    assert color(Color.LINE_HAIRLINE).name() != plain
    QTest.mouseClick(pane.contrast, Qt.MouseButton.LeftButton)
    assert color(Color.LINE_HAIRLINE).name() == plain
    settings.changed.disconnect(held._changed)


def test_the_size_is_kept_for_the_next_start(settings: Settings, qtbot: QtBot, dressed: Theme) -> None:
    pane = start_pane(settings, qtbot)
    halves = pane.scale._halves
    QTest.mouseClick(halves["150"], Qt.MouseButton.LeftButton)
    assert settings.get(keys.SIZE) == 150


def test_each_event_can_be_heard_as_well(settings: Settings, qtbot: QtBot, dressed: Theme) -> None:
    pane = NotifyPane(settings)
    qtbot.addWidget(pane)
    pane.resize(580, 600)
    pane.show()
    tick = pane.sounds[keys.NOTIFY_VOICEMAIL.key]
    assert tick.accessibleName() == "Sound: New voicemail"
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert settings.get(keys.SOUND_VOICEMAIL) and not settings.get(keys.SOUND_MISSED)
