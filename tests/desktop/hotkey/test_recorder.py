"""The key as the program knows it, and the field that records another (spec 4.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.hotkey.combination import STANDARD, Combination
from onepresence_desktop.desktop.hotkey.hotkey import Hotkey
from onepresence_desktop.desktop.hotkey.recorder import Recorder
from onepresence_desktop.desktop.languages import Language, load_translations
from onepresence_desktop.desktop.stored_settings import Settings
from tests.support.dressing import dress, speak

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
H, L = 35, 38
"""PC scan codes."""


class Keyboard:
    """A `Grabber`; others: what another program has."""

    def __init__(self) -> None:
        self.others: set[Combination] = set()
        self.ours: list[Combination] = []

    def start(self, fired: Callable[[], None]) -> None:
        self.fired = fired

    def take(self, combinations: Sequence[Combination]) -> list[Combination]:
        self.ours = [one for one in combinations if one not in self.others]
        return [one for one in combinations if one in self.others]

    def stop(self) -> None:
        self.ours = []

    def label(self, combination: Combination) -> str:
        return {41: "§", H: "H", L: "L"}.get(combination.scan, "")

    def place(self, scan_code: int, virtual_key: int) -> int:
        return scan_code


class Place:
    """Settings, a keyboard, the key on it, and the field."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress(app)
        self.settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.keyboard = Keyboard()
        self.hotkey = Hotkey(self.settings, self.keyboard)

    def record(self, recorder: Recorder, scan: int, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        recorder.listen.click()
        assert self.keyboard.ours == []  # lent: the field hears the key itself
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0)
        QApplication.sendEvent(recorder.listen, event)


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Place:
    return Place(tmp_path)


def field(place: Place, qtbot: QtBot) -> Recorder:
    recorder = Recorder(place.hotkey)
    qtbot.addWidget(recorder)
    recorder.show()
    return recorder


def test_another_combination_is_taken_kept_and_can_be_given_back(place: Place, qtbot: QtBot) -> None:
    place.hotkey.start()
    assert place.keyboard.ours == list(STANDARD) and place.hotkey.caps() == "Ctrl+§"
    recorder = field(place, qtbot)
    place.record(recorder, H, Qt.Key.Key_H, CTRL_ALT)
    wanted = Combination(H, ctrl=True, alt=True)
    assert place.keyboard.ours == [wanted] and place.settings.get(keys.HOTKEY) == str(wanted)
    assert place.hotkey.caps() == "Ctrl+Alt+H" and recorder.problem.text() == ""
    recorder.back.click()
    assert place.keyboard.ours == list(STANDARD) and place.settings.get(keys.HOTKEY) == ""


@pytest.mark.parametrize("language", list(Language))
def test_what_is_wrong_with_a_combination_is_said_in_every_language_and_the_old_one_stays(
    place: Place, qtbot: QtBot, language: Language
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_translations(app, language)
    try:
        place.hotkey.start()
        place.keyboard.others = {Combination(L, ctrl=True, alt=True)}
        recorder = field(place, qtbot)
        said = set()
        for scan, key, modifiers in (
            (L, Qt.Key.Key_L, CTRL_ALT),
            (H, Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier),
            (0, Qt.Key.Key_VolumeUp, CTRL_ALT),
        ):
            place.record(recorder, scan, key, modifiers)
            said.add(recorder.problem.text())
            assert place.keyboard.ours == list(STANDARD) and place.settings.get(keys.HOTKEY) == ""
        assert len(said) == 3 and "" not in said
        assert (language is Language.ENGLISH) == any(words.startswith("Another program") for words in said)
    finally:
        speak(app)


def test_keys_that_another_program_takes_before_they_arrive_are_explained(place: Place, qtbot: QtBot) -> None:
    place.hotkey.start()
    recorder = field(place, qtbot)
    recorder.listen.click()
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    # As the system tells it: what was down before the event.
    for kind, key, before in (
        (QEvent.Type.KeyPress, Qt.Key.Key_Control, none),
        (QEvent.Type.KeyPress, Qt.Key.Key_Alt, control),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Alt, CTRL_ALT),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Control, control),
    ):
        assert recorder.problem.text() == ""
        QApplication.sendEvent(recorder.listen, QKeyEvent(kind, key, before))
    assert recorder.problem.text().startswith("Only Ctrl, Alt or Shift arrived") and recorder.listen.on


def test_esc_ends_listening_and_the_key_is_ours_again(place: Place, qtbot: QtBot) -> None:
    place.hotkey.start()
    recorder = field(place, qtbot)
    place.record(recorder, 1, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not recorder.listen.on and place.keyboard.ours == list(STANDARD)


def test_a_key_another_program_has_is_a_problem_until_that_lets_go_and_one_of_two_is_enough(place: Place) -> None:
    place.keyboard.others = {STANDARD[0]}
    place.hotkey.start()
    assert place.hotkey.problem == "" and place.keyboard.ours == [STANDARD[1]]
    place.keyboard.others = set(STANDARD)
    place.hotkey.lend(lent=False)
    assert place.hotkey.problem == "taken"
    place.keyboard.others = set()
    stop = place.hotkey.try_out(lambda _text: None)
    assert place.hotkey.problem == "" and place.keyboard.ours == list(STANDARD)
    stop()


def test_while_it_is_tried_out_a_press_dials_nothing(place: Place) -> None:
    heard: list[str] = []
    place.hotkey.start()
    assert not place.hotkey.tried("33123456")
    stop = place.hotkey.try_out(heard.append)
    assert place.hotkey.tried("33123456") and heard == ["33123456"]
    stop()
    assert not place.hotkey.tried("33123456")
