"""The packets that go out on a stream: sounds, tones, and the silence that keeps a stream alive."""

from __future__ import annotations

import random
from array import array
from collections import deque
from collections.abc import Sequence

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import FRAME, PCMU, Codec, codec
from onepresence_desktop.pbx.telephony.sip.sdp import Audio

TRAIL = 35
"""Packets of silence after what is played, so that the phone's jitter buffer lets go of the last of it."""

SILENCE = array("h", bytes(FRAME * 2))


class Player:
    """One packet per beat. Sounds are kept as samples and encoded at the moment they are sent (RFC 3264 section 7)."""

    def __init__(self) -> None:
        self._type = self._kind = PCMU
        self._codec: Codec | None = codec(PCMU)
        self._source = random.getrandbits(32)
        self._sequence = random.getrandbits(16)
        self._timestamp = random.getrandbits(32)
        self._marker = True
        self._frames: deque[array[int]] = deque()
        self._repeated: Sequence[array[int]] = ()
        self._place = 0
        self._trailing = 0

    @property
    def playing(self) -> bool:
        """Whether sounds are still to be sent."""
        return bool(self._frames)

    @property
    def busy(self) -> bool:
        """Whether the next beat sends anything."""
        return bool(self._frames or self._repeated or self._trailing)

    def speaks(self, audio: Audio) -> None:
        """What is agreed with the phone from now on; nothing is sent while that is no format of ours."""
        if not audio.formats:
            self._type, self._codec = -1, None
        elif audio.formats[0] != (self._type, self._kind):
            self._type, self._kind = audio.formats[0]
            self._codec = codec(self._kind)

    def play(self, frames: Sequence[array[int]]) -> None:
        """Send these; what is repeated ends."""
        self._repeated = ()
        self._frames.extend(frames)
        self._marker = True

    def stop(self) -> None:
        """Send no more of it."""
        self._frames.clear()

    def repeat(self, frames: Sequence[array[int]]) -> None:
        """Send these over and over until something else is played; none: no more of that."""
        if frames is not self._repeated:
            self._repeated, self._place = frames, 0
            self._marker = True

    def trail(self) -> None:
        """A little silence at the end."""
        self._trailing = TRAIL

    def packet(self, *, open_: bool, awake: bool) -> bytes | None:
        """The packet of this beat, if there is one. open_: it can be sent. awake: silence goes where nothing else does.

        Sounds wait while the way is closed; everything else passes with the time.
        """
        self._timestamp += FRAME
        frame: array[int] | None = None
        if self._frames:
            frame = self._frames.popleft() if open_ else None
        elif self._repeated:
            frame = self._repeated[self._place]
            self._place = (self._place + 1) % len(self._repeated)
        elif awake:
            frame = SILENCE
        elif self._trailing:
            self._trailing -= 1
            frame = SILENCE
        if frame is None or not open_ or self._codec is None:
            return None
        self._sequence += 1
        marker, self._marker = self._marker, False
        return rtp.build(self._type, marker, self._sequence, self._timestamp, self._source, self._codec.encode(frame))
