"""Plays short sounds held in memory (how a greeting sounds). QtMultimedia is imported when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer


class Sounds:
    """One at a time."""

    def __init__(self) -> None:
        self._player: QMediaPlayer | None = None
        self._buffer: QBuffer | None = None

    def play(self, wav: bytes) -> None:
        """Play a WAV from its beginning."""
        from PySide6.QtCore import QUrl
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self.stop()
        if self._player is None:
            self._player = QMediaPlayer()
            self._player.setAudioOutput(QAudioOutput(self._player))
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(wav))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._buffer, QUrl("greeting.wav"))
        self._player.play()

    def stop(self) -> None:
        """Silence."""
        if self._player is not None:
            self._player.stop()
