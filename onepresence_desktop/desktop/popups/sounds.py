"""A short sound for an event, if it is switched on (spec 10.7), made of two or three tones."""

from __future__ import annotations

import io
import math
import struct
import wave
from functools import cache

from PySide6.QtCore import QObject

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop.player import Player
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Setting, Settings

RATE = 22_050
"""Samples a second."""
TONE, LOUDNESS = 0.16, 0.28
"""Seconds of a tone, and its share of what is possible."""
TONES: dict[Setting[bool], tuple[float, ...]] = {
    keys.SOUND_INCOMING: (659.3, 784.0, 987.8),
    keys.SOUND_MISSED: (587.3, 440.0),
    keys.SOUND_VOICEMAIL: (784.0, 1046.5),
    keys.SOUND_TEXT: (880.0, 1174.7),
}
"""Hertz: up for what comes, down for what was missed."""


class Sounds(QObject):
    """The audio library is loaded when the first one is played."""

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._player: Player | None = None

    def play(self, event: Setting[bool]) -> None:
        """The sound of an event; nothing where it is off, and nothing in do-not-disturb."""
        if not self._settings.get(event) or readings.quiet(self._session.mirror):
            return
        if self._player is None:
            self._player = Player(self)
        self._player.device = self._settings.get(keys.LOUDSPEAKER)
        self._player.play(sound(event))


@cache
def sound(event: Setting[bool]) -> bytes:
    """The tones of an event as WAV, each fading in and out so that nothing clicks."""
    samples: list[int] = []
    for hertz in TONES[event]:
        count = round(RATE * TONE)
        for n in range(count):
            swell = math.sin(math.pi * n / count)
            samples.append(round(32767 * LOUDNESS * swell * math.sin(2 * math.pi * hertz * n / RATE)))
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return made.getvalue()
