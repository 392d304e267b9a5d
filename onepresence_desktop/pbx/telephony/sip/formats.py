"""What a phone may send on a stream: any of the formats it told, in the middle another (RFC 3264 section 7)."""

from __future__ import annotations

from array import array

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import G722_TYPE, PCMA, PCMU, Codec, codec
from onepresence_desktop.pbx.telephony.sip.sdp import Audio

STATIC = {kind: kind for kind in (PCMU, PCMA, G722_TYPE)}
"""Numbers that mean the same everywhere (RFC 3551), as long as nobody gives them another meaning."""

MOST_SOURCES = 4


class Decoder:
    """From packets to samples. events: payload type of telephone events."""

    def __init__(self) -> None:
        self._kinds = dict(STATIC)
        self._codecs: dict[tuple[int, int], Codec] = {}
        self.events: int | None = None

    def agreed(self, audio: Audio) -> None:
        """What is agreed from now on. What was agreed before may still be under way, unless its number has changed."""
        spoken = dict(audio.formats)
        self._kinds = {t: kind for t, kind in self._kinds.items() if t not in audio.types} | spoken
        self.events = audio.events

    def decode(self, packet: rtp.Packet) -> array[int] | None:
        """The samples of a packet; None for what isn't sound we know. Each source has a decoder of its own."""
        kind = self._kinds.get(packet.payload_type)
        if kind is None or packet.payload_type == self.events or not packet.payload:
            return None
        key = (packet.source, kind)
        known = self._codecs.get(key)
        if known is None:
            known = self._codecs[key] = codec(kind)
            if len(self._codecs) > MOST_SOURCES * len(STATIC):
                del self._codecs[next(iter(self._codecs))]
        return known.decode(packet.payload)
