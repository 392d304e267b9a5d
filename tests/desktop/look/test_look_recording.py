"""Name and greeting recorded with the microphone (spec 10.6): level, length, listen, keep, discard, no microphone."""

from __future__ import annotations

import io
import wave
from array import array
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from onepresence_desktop.desktop.microphone import NO_DEVICE, NoMicrophone, Recorder, loudness
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.settings.own_sounds import OwnSound
from onepresence_desktop.domain.spoken import LONGEST, SpokenKind
from tests.desktop.look.test_look_own_sounds import Asked, Client

LEFT = Qt.MouseButton.LeftButton
RATE = 1_000


class Microphone:
    """Gives what the test speaks."""

    rate, channels = RATE, 1

    def __init__(self) -> None:
        self.heard: Callable[[bytes], None] | None = None
        self.stopped = 0

    def start(self, heard: Callable[[bytes], None]) -> None:
        self.heard = heard

    def stop(self) -> None:
        self.stopped += 1
        self.heard = None

    def speak(self, seconds: float, level: float = 0.3) -> None:
        assert self.heard is not None, "it is off"
        self.heard(array("h", [round(level * 32767)] * round(seconds * RATE)).tobytes())


class Desk:
    """A row for the own name, as in the settings."""

    def __init__(self, session: Session, qtbot: QtBot, fails: str = "") -> None:
        self.microphone, self.actions, self.played = Microphone(), Asked(), list[bytes]()
        self.fails = fails
        recorder = Recorder(open_source=self._open)
        self.row = OwnSound(SpokenKind.NAME, session, self.actions, self.played.append, recorder)
        self.strip, self._qtbot = self.row.strip, qtbot
        qtbot.addWidget(self.row)
        self.row.retranslate()
        self.row.show()

    def _open(self) -> Microphone:
        if self.fails:
            raise NoMicrophone(self.fails)
        return self.microphone

    def click(self, button: Any) -> None:
        assert button.isVisible()
        self._qtbot.mouseClick(button, LEFT)


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> Desk:
    return Desk(session, qtbot)


def frames(data: bytes) -> tuple[int, int]:
    with wave.open(io.BytesIO(data)) as read:
        return read.getframerate(), read.getnframes()


async def test_what_was_recorded_is_heard_and_kept(desk: Desk) -> None:
    desk.click(desk.row.speak)
    assert desk.strip.isVisible() and not desk.row.controls_box.isVisible()
    for _ in range(3):
        desk.microphone.speak(1.0)
    assert "0:03" in desk.row.words and "0:10" in desk.row.words
    assert desk.strip.meter.accessibleDescription() == "30 %"
    desk.strip.grab()
    desk.click(desk.strip.stop)
    assert desk.microphone.stopped == 1 and "3 seconds" in desk.row.words
    desk.click(desk.strip.listen)
    desk.click(desk.strip.keep)
    assert desk.row.controls_box.isVisible() and not desk.row.speak.isEnabled()
    client = Client()
    await desk.actions.verbs[-1](client)
    ((verb, kind, sound),) = client.asked
    assert (verb, kind, frames(sound)) == ("save_own_sound", SpokenKind.NAME, (RATE, 3 * RATE))
    assert desk.played == [sound]
    desk.actions.replies[-1](None)
    assert desk.row.speak.isEnabled()


def test_it_ends_by_itself_when_it_is_as_long_as_it_may_be(desk: Desk) -> None:
    desk.click(desk.row.speak)
    desk.microphone.speak(LONGEST[SpokenKind.NAME] + 5)
    assert desk.strip.keep.isVisible() and desk.microphone.stopped == 1
    desk.click(desk.strip.listen)
    assert frames(desk.played[0])[1] == LONGEST[SpokenKind.NAME] * RATE


def test_what_is_discarded_or_left_behind_is_sent_nowhere(desk: Desk) -> None:
    desk.click(desk.row.speak)
    desk.microphone.speak(1.0)
    desk.click(desk.strip.discard)
    assert desk.row.controls_box.isVisible() and desk.microphone.stopped == 1
    desk.click(desk.row.speak)
    desk.microphone.speak(1.0)
    desk.row.leave()
    assert desk.microphone.stopped == 2 and desk.row.controls_box.isVisible()
    desk.click(desk.row.speak)
    desk.click(desk.strip.stop)
    assert desk.row.controls_box.isVisible(), "nothing was said"
    assert desk.actions.asked == []


def test_a_silent_recording_says_so_before_it_is_kept(desk: Desk) -> None:
    desk.click(desk.row.speak)
    desk.microphone.speak(2.0, level=0.01)
    desk.click(desk.strip.stop)
    assert "right microphone" in desk.row.words and desk.strip.keep.isVisible()


@pytest.mark.parametrize(("why", "words"), [(NO_DEVICE, "No microphone"), ("not_allowed", "doesn’t let")])
def test_without_a_microphone_it_says_so_and_the_other_ways_stay(
    session: Session, qtbot: QtBot, why: str, words: str
) -> None:
    desk = Desk(session, qtbot, why)
    desk.click(desk.row.speak)
    assert words in desk.row.words
    assert desk.row.choose.isVisible() and desk.row.record.isVisible() and not desk.strip.isVisible()


def test_a_microphone_that_gives_nothing_is_given_up(desk: Desk) -> None:
    desk.click(desk.row.speak)
    desk.strip.recorder._silence.timeout.emit()
    assert "gives no sound" in desk.row.words and desk.microphone.stopped == 1


def test_this_computers_own_microphone_records_or_says_why_not(session: Session, qtbot: QtBot) -> None:
    recorder = Recorder()
    told: list[str] = []
    recorder.began.connect(lambda: told.append("began"))
    recorder.failed.connect(told.append)
    recorder.begin(1.0)
    qtbot.waitUntil(lambda: bool(told))
    recorder.stop()


def test_loudness_is_that_of_the_loudest_sample() -> None:
    assert loudness(b"") == 0 and loudness(array("h", [0, -32768, 100]).tobytes()) == 1
