"""What a phone is sent is one stream, whoever speaks in it."""

from __future__ import annotations

import struct

from onepresence_desktop.pbx.telephony.sip.srtp import SUITES, Crypto, Secured, new_key

_HEAD = struct.Struct("!BBHII")
_MARKER = 0x80
_HALF_SEQUENCES, _HALF_TIMESTAMPS = 1 << 15, 1 << 31

FRAMES_PER_SECOND = 50
"""Another speaker begins at least one frame of 20 ms after the last one."""


class Onward:
    """The stream to one phone through a whole call: its source, and numbers that go on when another one speaks.

    The sound of another phone after a transfer, or of the engine, has a source (SSRC) and numbers of its own. A phone
    has one jitter buffer for its call, and many a make takes lower numbers for packets that come too late: its user
    would hear nothing any more. So what changes is the sound alone (RFC 7667 section 3.6.2, a media-switching mixer).
    rate: timestamps per second. secured: how it is encrypted, both ways (RFC 3711); key: with which we do it. Both last
    as long as the call, for many a make never changes its keys.
    """

    def __init__(self) -> None:
        self.rate = 8000
        self._key = b""
        self.secured: Secured | None = None
        self._source: int | None = None
        self._speaker: int | None = None
        self._shift = (0, 0)
        self._last = (0, 0)
        self._at = 0.0

    @property
    def key(self) -> bytes:
        """With which we encrypt; drawn when it is first asked for, since most calls are in clear."""
        if not self._key:
            self._key = new_key()
        return self._key

    def secure(self, theirs: Crypto | None) -> None:
        """Encrypt as the phone described it; None: not at all."""
        if theirs is None:
            self.secured = None
        elif self.secured is None or self.secured.theirs != theirs:
            self.secured = Secured(theirs.answered(self.key), theirs)

    @property
    def crypto(self) -> Crypto:
        """What is told of our encryption: as the phone offered, else as we offer it."""
        return self.secured.ours if self.secured is not None else Crypto(1, SUITES[0], self.key)

    def carry(self, data: bytes, now: float) -> bytes:
        """A packet as the phone shall have it; the first speaker's, and what isn't RTP, are left as they are."""
        if len(data) < _HEAD.size or data[0] >> 6 != 2 or 72 <= (data[1] & 0x7F) <= 76:
            return data
        first, second, sequence, timestamp, speaker = _HEAD.unpack_from(data)
        if self._source is None:
            self._source = self._speaker = speaker
            self._last = (sequence, timestamp)
        elif speaker != self._speaker:
            self._speaker = speaker
            passed = max(self.rate // FRAMES_PER_SECOND, int((now - self._at) * self.rate))
            self._shift = (self._last[0] + 1 - sequence, self._last[1] + passed - timestamp)
            second |= _MARKER
        sequence = (sequence + self._shift[0]) & 0xFFFF
        timestamp = (timestamp + self._shift[1]) & 0xFFFFFFFF
        if (sequence - self._last[0]) & 0xFFFF < _HALF_SEQUENCES:
            later = (timestamp - self._last[1]) & 0xFFFFFFFF < _HALF_TIMESTAMPS
            self._last = (sequence, timestamp if later else self._last[1])
            self._at = now
        if speaker == self._source and self._shift == (0, 0):
            return data
        return _HEAD.pack(first, second, sequence, timestamp, self._source) + data[_HEAD.size :]
