"""Plays one recording at a time. The audio library is loaded when the first one is played."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, QUrl, Signal

from onepresence_desktop.desktop import audio_library

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaPlayer

STUCK_MS = 3000
"""Playing without getting on for so long means that the sound system is gone."""

REST_MS = 5
"""Between two steps of loading the audio library."""

TAIL = 0.6
"""Seconds of silence; at twice the speed that is three tenths."""

_LOST: list[object] = []
"""Players whose sound server died, with what belongs to them."""


def _id(device: QAudioDevice) -> str:
    return device.id().toStdString()


class Player(QObject):
    """moved: seconds into the recording. playing_changed: whether it plays. ended: heard to the end.

    failed: nothing can be played ("no_device", "stuck", or the library's words for the log). device: id of the
    loudspeaker to use; "", or one that is gone, is the system's choice.
    """

    moved = Signal(float)
    playing_changed = Signal(bool)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._buffer: QBuffer | None = None
        self.device = ""
        self.playing = False
        self._loading: Iterator[None] | None = audio_library.load()
        self._next: Callable[[], None] | None = None
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.setInterval(REST_MS)
        self._step.timeout.connect(self._load_on)
        self._stuck = QTimer(self)
        self._stuck.setSingleShot(True)
        self._stuck.setInterval(STUCK_MS)
        self._stuck.timeout.connect(self._give_up)

    @property
    def coming(self) -> bool:
        """Whether something is to be played as soon as the audio library is loaded."""
        return self._next is not None

    def ready(self, then: Callable[[], None]) -> None:
        """Do it as soon as the audio library is loaded: at once, or some moments later. The last one asked for counts,
        and `stop` takes it back."""
        if self._loading is None:
            then()
            return
        self._next = then
        if not self._step.isActive():
            self._load_on()

    def _load_on(self) -> None:
        if self._loading is not None:
            try:
                next(self._loading)
            except StopIteration:
                self._loading = None
            self._step.start()
        elif self._next is not None:
            then, self._next = self._next, None
            then()

    def devices(self) -> list[tuple[str, str]]:
        """Id and name of each loudspeaker there is now."""
        from PySide6.QtMultimedia import QMediaDevices

        return [(_id(device), device.description()) for device in QMediaDevices.audioOutputs()]

    def use(self, device: str) -> None:
        """Play there, at once when something plays."""
        self.device = device
        if self._output is not None:
            self._output.setDevice(self._chosen())

    def play(self, data: bytes, *, start: float = 0.0, rate: float = 1.0) -> None:
        """Play from `start` seconds on; fails softly where there is no sound device."""
        self.stop()
        self.ready(lambda: self._play(data, start, rate))

    def _play(self, data: bytes, start: float, rate: float) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        if not QMediaDevices.audioOutputs():
            self.failed.emit("no_device")
            return
        player = self._made()
        if self._output is not None:
            self._output.setDevice(self._chosen())
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(with_quiet_end(data)))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        player.setSourceDevice(self._buffer, QUrl("sound.wav"))
        player.setPlaybackRate(rate)
        player.play()
        if start:
            player.setPosition(round(start * 1000))

    def pause(self) -> None:
        """Stop for a moment; `resume` goes on."""
        if self._player is not None:
            self._player.pause()

    def resume(self) -> None:
        """Go on."""
        if self._player is not None:
            self._player.play()

    def stop(self) -> None:
        """End it."""
        self._next = None
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None

    def seek(self, seconds: float) -> None:
        """Go to another place."""
        if self._player is not None:
            self._player.setPosition(max(0, round(seconds * 1000)))

    def set_rate(self, rate: float) -> None:
        """1, 1.5 or 2 times as fast."""
        if self._player is not None:
            self._player.setPlaybackRate(rate)

    def _made(self) -> QMediaPlayer:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        if self._player is None:
            self._player = QMediaPlayer(self)
            self._output = QAudioOutput(self)
            self._player.setAudioOutput(self._output)
            self._player.positionChanged.connect(self._moved)
            self._player.playbackStateChanged.connect(self._state)
            self._player.mediaStatusChanged.connect(self._status)
            self._player.errorOccurred.connect(lambda _code, words: self.failed.emit(words or "error"))
        return self._player

    def _chosen(self) -> QAudioDevice:
        from PySide6.QtMultimedia import QMediaDevices

        wanted = (device for device in QMediaDevices.audioOutputs() if _id(device) == self.device)
        return next(wanted, QMediaDevices.defaultAudioOutput())

    def _moved(self, ms: int) -> None:
        if self.playing:
            self._stuck.start()
        self.moved.emit(ms / 1000)

    def _give_up(self) -> None:
        """A sound server that dies is not told of by the library: the place just stays where it is.

        The library's player is left as it is, for its end may wait for the dead server for ever; a new one is made
        for the next recording.
        """
        for part in (self._player, self._output, self._buffer):
            if part is not None:
                part.blockSignals(True)
                part.setParent(None)
                _LOST.append(part)
        self._player = self._output = self._buffer = None
        self.playing = False
        self.playing_changed.emit(False)
        self.failed.emit("stuck")

    def _state(self, state: object) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        self.playing = state is QMediaPlayer.PlaybackState.PlayingState
        if self.playing:
            self._stuck.start()
        else:
            self._stuck.stop()
        self.playing_changed.emit(self.playing)

    def _status(self, status: object) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()


def with_quiet_end(data: bytes) -> bytes:
    """A WAV with silence after it, so that all of it is heard: the audio library ends before its buffer is empty.

    What can't be read stays as it is.
    """
    try:
        with wave.open(io.BytesIO(data), "rb") as sound:
            kind, samples = sound.getparams(), sound.readframes(sound.getnframes())
    except (wave.Error, EOFError, ValueError):
        return data
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setparams(kind)
        silence = b"\x80" if kind.sampwidth == 1 else bytes(kind.sampwidth)
        sound.writeframes(samples + silence * (kind.nchannels * round(kind.framerate * TAIL)))
    return made.getvalue()
