"""Listening to voicemails: fetched once, played from where one was, read after three seconds (design, 7.8)."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.inbox.sound import Shape, shape_of
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.messages import Message, MessageId

HEARD_AFTER = 3.0
"""Seconds of sound after which a voicemail counts as heard."""

KEPT_SOUNDS = 8
"""Recordings held in memory: a minute has half a megabyte."""

FETCH_AFTER_MS = 150
"""Not while one runs through the list with the arrow keys."""


class Listening(QObject):
    """One message at a time. loaded: its sound is here (or an error is). moved, playing_changed, failed: of the player.

    heard: the message whose sound has been heard long enough. outside_wanted: a WAV for the system's player.
    """

    loaded = Signal()
    moved = Signal(float)
    playing_changed = Signal(bool)
    failed = Signal(str)
    heard = Signal(str)
    outside_wanted = Signal(bytes)

    def __init__(self, actions: Actions, player: Player | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.player = player or Player(self)
        self._sounds: OrderedDict[MessageId, bytes] = OrderedDict()
        self._places: dict[MessageId, float] = {}
        self._rates: dict[MessageId, float] = {}
        self._message: Message | None = None
        self.outside = False
        """Whether the system's player is to play."""
        self._started = False
        self._wanted = False
        self._told: set[MessageId] = set()
        self._listened = 0.0
        self.shape: Shape | None = None
        self.error: OnePresenceError | None = None
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(FETCH_AFTER_MS)
        self._fetch.timeout.connect(self._ask)
        self.player.moved.connect(self._moved)
        self.player.ended.connect(self._ended)
        self.player.playing_changed.connect(self.playing_changed)
        self.player.failed.connect(self.failed)

    @property
    def place(self) -> float:
        """Seconds into the chosen message."""
        return self._places.get(self._message.id, 0.0) if self._message is not None else 0.0

    @property
    def rate(self) -> float:
        """How fast the chosen message is played."""
        return self._rates.get(self._message.id, 1.0) if self._message is not None else 1.0

    @property
    def data(self) -> bytes | None:
        """The chosen message's sound, when it is here."""
        return self._sounds.get(self._message.id) if self._message is not None else None

    def choose(self, message: Message | None) -> None:
        """Another message; what played stops."""
        if message is not None and self._message is not None and message.id == self._message.id:
            self._message = message
            return
        self.player.stop()
        self._message = message
        self._started = self._wanted = False
        self._listened = 0.0
        self.error = None
        data = self.data
        self.shape = shape_of(data) if data is not None else None
        if message is not None and message.seconds > 0 and data is None:
            self._fetch.start()

    def toggle(self) -> None:
        """Play or pause; what isn't here yet is played when it comes."""
        if self._message is None:
            return
        data = self.data
        if data is None:
            self._wanted = True
            self.error = None
            self._ask()
        elif self.outside:
            self.player.stop()
            self._started = False
            self.outside_wanted.emit(data)
        elif not self._started:
            self._started = True
            length = self.shape.seconds if self.shape is not None else 0.0
            start = self.place if self.place < length - 0.2 else 0.0
            self.player.play(data, start=start, rate=self.rate)
        elif self.player.playing or self.player.coming:
            self.stop()
        else:
            self.player.resume()

    def seek(self, seconds: float) -> None:
        """Go to a place."""
        if self._message is None or self.shape is None:
            return
        place = max(0.0, min(self.shape.seconds, seconds))
        self._places[self._message.id] = place
        if self._started:
            self.player.seek(place)
        self.moved.emit(place)

    def set_rate(self, rate: float) -> None:
        """How fast."""
        if self._message is not None:
            self._rates[self._message.id] = rate
            self.player.set_rate(rate)

    def stop(self) -> None:
        """Pause, as when the page is left; what hasn't begun doesn't begin."""
        if self.player.playing:
            self.player.pause()
        elif self.player.coming:
            self.player.stop()
            self._started = False

    def _ask(self) -> None:
        message = self._message
        if message is None:
            return
        self._fetch.stop()
        wanted = message.id

        def here(answer: bytes | OnePresenceError) -> None:
            if isinstance(answer, bytes):
                self._sounds[wanted] = answer
                while len(self._sounds) > KEPT_SOUNDS:
                    self._sounds.popitem(last=False)
            if self._message is None or self._message.id != wanted:
                return
            self.error = answer if isinstance(answer, OnePresenceError) else None
            self.shape = shape_of(answer) if isinstance(answer, bytes) else None
            self.loaded.emit()
            if self._wanted and isinstance(answer, bytes):
                self._wanted = False
                self.toggle()

        self._actions.fetch_recording(wanted, here)

    def _moved(self, seconds: float) -> None:
        if self._message is None:
            return
        gone = seconds - self.place
        self._places[self._message.id] = seconds
        if 0 < gone < 1:
            self._listened += gone
        if self._listened >= HEARD_AFTER:
            self._tell_heard()
        self.moved.emit(seconds)

    def _ended(self) -> None:
        if self._message is not None:
            self._places[self._message.id] = 0.0
            self._started = False
            self._tell_heard()
            self.moved.emit(0.0)

    def opened_outside(self) -> None:
        """The system's player has it: that counts as heard."""
        self._tell_heard()

    def _tell_heard(self) -> None:
        if self._message is not None and self._message.id not in self._told:
            self._told.add(self._message.id)
            if not self._message.read:
                self.heard.emit(self._message.id)
