"""Recording in the settings: how loud it is, how long already, listen, keep or discard (spec 10.6)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.microphone import GONE, NO_DEVICE, REFUSED, Recorder
from onepresence_desktop.desktop.theme.theme import color
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind

BARS = 14
LOUD, TOO_LOUD = 0.08, 0.9
"""Of full scale: speech that is heard, and where it breaks."""
FALL = 0.75
"""What is left of the meter's height from one piece of sound to the next that is softer."""


class LevelMeter(QWidget):
    """Bars that fill with loudness; the last ones red where it breaks."""

    def __init__(self) -> None:
        super().__init__()
        self._level = 0.0
        self.setFixedSize(BARS * 5, 16)

    def show_level(self, level: float) -> None:
        """0 to 1; it falls slowly, so that it can be read."""
        self._level = max(level, self._level * FALL) if level else 0.0
        self.setAccessibleDescription(f"{round(self._level * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:
        """Its bars."""
        return QSize(BARS * 5, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """By the root of the loudness, nearer to what one hears."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        lit = round(self._level**0.5 * BARS)
        for bar in range(BARS):
            ink = Color.BG_TRACK
            if bar < lit:
                ink = Color.DANGER_SOLID if (bar / BARS) ** 2 >= TOO_LOUD * 0.9 else Color.AVAILABLE_SOLID
            painter.setBrush(color(ink))
            painter.drawRoundedRect(QRectF(bar * 5, 2, 3, 12), 1.5, 1.5)


class RecordingStrip(QWidget):
    """Stands in the place of a row's controls while one records, until it is kept or discarded.

    said: a line for the row and its tone. kept: the WAV file. over: the row has its controls again.
    """

    said = Signal(str, str)
    kept = Signal(bytes)
    over = Signal()

    def __init__(self, play: Callable[[bytes], None] | None, recorder: Recorder | None = None) -> None:
        super().__init__()
        self._play = play
        self.recorder = recorder or Recorder(self)
        self._most = 0.0
        self._loudest = 0.0
        self._sound = b""
        self.meter = LevelMeter()
        self.stop = Button(kind=Kind.DANGER, icon="pause", small=True)
        self.listen = IconButton("play")
        self.keep = Button(kind=Kind.PRIMARY, icon="check", small=True)
        self.discard = Button(small=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        for control in (self.meter, self.stop, self.listen, self.keep, self.discard):
            across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.recorder.began.connect(self._began)
        self.recorder.level.connect(self._heard)
        self.recorder.full.connect(self._ended)
        self.recorder.failed.connect(self._failed)
        self.stop.clicked.connect(self._ended)
        self.listen.clicked.connect(self._listen)
        self.keep.clicked.connect(self._keep)
        self.discard.clicked.connect(self._discard)

    def begin(self, most: float) -> None:
        """Record, for so many seconds at most."""
        self._most, self._loudest, self._sound = most, 0.0, b""
        self._arrange(recording=True)
        self.said.emit(translate("Settings", "The microphone is switched on …"), "tertiary")
        self.recorder.begin(most)

    def leave(self) -> None:
        """Nobody looks any more: off, and nothing is kept."""
        if self.recorder.running or self._sound:
            self._discard()

    def retranslate(self) -> None:
        """All texts again."""
        self.meter.setAccessibleName(translate("Settings", "Loudness"))
        self.stop.setText(translate("Settings", "Stop"))
        self.listen.set_name(translate("Settings", "Listen to the recording"))
        self.keep.setText(translate("Settings", "Keep"))
        self.discard.setText(translate("Settings", "Discard"))
        for button in (self.stop, self.keep, self.discard):
            button.updateGeometry()

    def _arrange(self, *, recording: bool) -> None:
        self.meter.show_level(0.0)
        self.meter.setVisible(recording)
        self.stop.setVisible(recording)
        self.listen.setVisible(not recording and self._play is not None)
        self.keep.setVisible(not recording)
        self.discard.setVisible(True)

    def _began(self) -> None:
        self._say_time()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heard(self, level: float) -> None:
        self._loudest = max(self._loudest, level)
        self.meter.show_level(level)
        self._say_time()

    def _say_time(self) -> None:
        words = translate("Settings", "Speak now · {time} of {most}")
        now, most = texts.duration(self.recorder.seconds), texts.duration(self._most)
        self.said.emit(words.format(time=now, most=most), "tertiary")

    def _ended(self) -> None:
        seconds = self.recorder.seconds
        self._sound = self.recorder.stop()
        if not self._sound:
            self._discard()
            return
        self._arrange(recording=False)
        words = translate("Settings", "Recorded: {length}").format(length=texts.span(seconds))
        if self._loudest < LOUD:
            words = translate("Settings", "Hardly anything was heard. Is it the right microphone?")
        self.said.emit(words, "danger" if self._loudest < LOUD else "tertiary")
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, why: str) -> None:
        words = {
            NO_DEVICE: translate("Settings", "No microphone was found. Record by phone, or choose a file."),
            REFUSED: translate("Settings", "The system doesn’t let OnePresence use the microphone."),
            GONE: translate("Settings", "The microphone gives no sound."),
        }
        self._sound = b""
        self.over.emit()
        self.said.emit(words.get(why, words[GONE]), "danger")

    def _listen(self) -> None:
        if self._play is not None:
            self._play(self._sound)

    def _keep(self) -> None:
        sound, self._sound = self._sound, b""
        self.over.emit()
        self.kept.emit(sound)

    def _discard(self) -> None:
        self.recorder.stop()
        self._sound = b""
        self.over.emit()
        self.said.emit("", "tertiary")
