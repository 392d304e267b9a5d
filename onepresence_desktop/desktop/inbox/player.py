"""Plays one recording at a time. The audio library is imported when the first one is played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer


class Player(QObject):
    """moved: seconds into the recording. playing_changed: whether it plays. ended: heard to the end.

    failed: nothing can be played ("no_device", or the library's words for the log).
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
        self._start = 0
        self.playing = False

    def play(self, data: bytes, *, start: float = 0.0, rate: float = 1.0) -> None:
        """Play from `start` seconds on; fails softly where there is no sound device."""
        from PySide6.QtMultimedia import QMediaDevices

        if not QMediaDevices.audioOutputs():
            self.failed.emit("no_device")
            return
        self.stop()
        player = self._made()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        player.setSourceDevice(self._buffer, QUrl("voicemail.wav"))
        self._start = round(start * 1000)
        player.setPlaybackRate(rate)
        player.play()
        if self._start:
            player.setPosition(self._start)

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
            self._player.positionChanged.connect(lambda ms: self.moved.emit(ms / 1000))
            self._player.playbackStateChanged.connect(self._state)
            self._player.mediaStatusChanged.connect(self._status)
            self._player.errorOccurred.connect(lambda _code, words: self.failed.emit(words or "error"))
        return self._player

    def _state(self, state: object) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        self.playing = state is QMediaPlayer.PlaybackState.PlayingState
        self.playing_changed.emit(self.playing)

    def _status(self, status: object) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()
