"""Records from the microphone. The audio library is loaded, in steps, when somebody first wants to."""

from __future__ import annotations

import io
import sys
import wave
from array import array
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QIODevice, QMicrophonePermission, QObject, Qt, QTimer, Signal

from onepresence_desktop.desktop import audio_library

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSource

RATE = 16_000
"""Hertz asked for: speech, at twice what a telephone has."""
REST_MS = 5
"""Between two steps of loading the audio library."""
SILENT_MS = 3_000
"""A microphone that gives nothing for so long is none."""
NO_DEVICE, REFUSED, GONE = "no_microphone", "not_allowed", "gone"
"""Why there is no recording: no microphone, the system forbids it, or it stopped while it was used."""


class Source(Protocol):
    """A microphone that is on. heard: takes samples of 16 bits, channels in turn."""

    rate: int
    channels: int

    def start(self, heard: Callable[[bytes], None]) -> None: ...
    def stop(self) -> None: ...


class NoMicrophone(Exception):
    """There is none, or it may not be used; the word says which."""


class Recorder(QObject):
    """began: it listens. level: how loud it is, 0 to 1. full: as long as it may be. failed: why not, as a word."""

    began = Signal()
    level = Signal(float)
    full = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, open_source: Callable[[], Source] | None = None) -> None:
        super().__init__(parent)
        self._open = open_source or _system_source
        self._loading: Iterator[None] | None = audio_library.load() if open_source is None else None
        self._source: Source | None = None
        self._sound = bytearray()
        self._most = 0.0
        self._wanted = False
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.setInterval(REST_MS)
        self._step.timeout.connect(self._load_on)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENT_MS)
        self._silence.timeout.connect(lambda: self._fail(GONE))

    @property
    def running(self) -> bool:
        """Whether it listens, or will in a moment."""
        return self._wanted

    @property
    def seconds(self) -> float:
        """What was heard so far."""
        source = self._source
        return len(self._sound) / (2 * source.rate * source.channels) if source is not None else 0.0

    def begin(self, most: float) -> None:
        """Listen, for so many seconds at most."""
        self.stop()
        self._sound.clear()
        self._most, self._wanted = most, True
        self._load_on()

    def stop(self) -> bytes:
        """End it; what was heard, as a WAV file, b"" for nothing."""
        self._wanted = False
        self._silence.stop()
        self._step.stop()
        source, self._source = self._source, None
        if source is None:
            return b""
        source.stop()
        return wav(bytes(self._sound), source.rate, source.channels) if self._sound else b""

    def _load_on(self) -> None:
        if self._loading is not None:
            try:
                next(self._loading)
            except StopIteration:
                self._loading = None
            self._step.start()
            return
        _allowed(self, self._listen)

    def _listen(self, allowed: bool) -> None:
        if not self._wanted:
            return
        if not allowed:
            self._fail(REFUSED)
            return
        try:
            self._source = self._open()
        except NoMicrophone as exc:
            self._fail(str(exc))
            return
        self._silence.start()
        self._source.start(self._heard)
        self.began.emit()

    def _heard(self, samples: bytes) -> None:
        source = self._source
        if source is None or not samples:
            return
        self._silence.start()
        most = round(self._most * source.rate) * 2 * source.channels
        self._sound += samples[: most - len(self._sound)]
        self.level.emit(loudness(samples))
        if len(self._sound) >= most:
            self._silence.stop()
            self.full.emit()

    def _fail(self, why: str) -> None:
        self.stop()
        self.failed.emit(why)


def loudness(samples: bytes) -> float:
    """The loudest of samples of 16 bits, 0 to 1 of full scale."""
    sound = array("h", samples[: len(samples) // 2 * 2])
    if sys.byteorder == "big":
        sound.byteswap()
    return max((abs(one) for one in sound), default=0) / 32768


def wav(samples: bytes, rate: int, channels: int) -> bytes:
    """A WAV file of samples of 16 bits."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setparams((channels, 2, rate, 0, "NONE", ""))
        out.writeframes(samples[: len(samples) // (2 * channels) * 2 * channels])
    return whole.getvalue()


def _allowed(context: QObject, then: Callable[[bool], None]) -> None:
    """Ask the system, and through it the user, whether the microphone may be used (macOS; elsewhere it may)."""
    app, permission = QCoreApplication.instance(), QMicrophonePermission()
    if app is None or app.checkPermission(permission) is Qt.PermissionStatus.Granted:
        then(True)
    elif app.checkPermission(permission) is Qt.PermissionStatus.Denied:
        then(False)
    else:
        app.requestPermission(permission, context, lambda answer: then(answer.status() is Qt.PermissionStatus.Granted))


def _system_source() -> Source:
    """The system's microphone. Raises `NoMicrophone`."""
    from PySide6.QtMultimedia import QAudioFormat, QMediaDevices

    device = QMediaDevices.defaultAudioInput()
    if device.isNull():
        raise NoMicrophone(NO_DEVICE)
    wanted = QAudioFormat()
    wanted.setSampleRate(RATE)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return _SystemSource(device, wanted if device.isFormatSupported(wanted) else device.preferredFormat())


class _SystemSource:
    """A microphone of the system, whatever samples it gives."""

    def __init__(self, device: Any, form: QAudioFormat) -> None:
        from PySide6.QtMultimedia import QAudioSource

        self.rate, self.channels = form.sampleRate(), min(2, form.channelCount())
        if form.channelCount() > self.channels:
            form.setChannelCount(self.channels)
        self._form = form
        self._source: QAudioSource = QAudioSource(device, form)
        self._stream: QIODevice | None = None

    def start(self, heard: Callable[[bytes], None]) -> None:
        """Give what is heard, as it comes."""
        stream = self._stream = self._source.start()
        stream.readyRead.connect(lambda: heard(self._sixteen(bytes(stream.readAll().data()))))

    def stop(self) -> None:
        """Off."""
        self._source.stop()
        self._stream = None

    def _sixteen(self, data: bytes) -> bytes:
        from PySide6.QtMultimedia import QAudioFormat

        formats = QAudioFormat.SampleFormat
        match self._form.sampleFormat():
            case formats.Int16:
                return data
            case formats.Float:
                floats = array("f", data[: len(data) // 4 * 4])
                return array("h", (round(max(-1.0, min(1.0, one)) * 32767) for one in floats)).tobytes()
            case formats.Int32:
                return array("h", (one >> 16 for one in array("i", data[: len(data) // 4 * 4]))).tobytes()
            case _:
                return array("h", ((one - 128) << 8 for one in data)).tobytes()
