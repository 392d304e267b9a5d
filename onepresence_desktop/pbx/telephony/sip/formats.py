"""What a phone may send on a stream: any of the formats it told, in the middle another (RFC 3264 section 7)."""

from __future__ import annotations

from array import array

from onepresence_desktop.pbx.telephony.sip import rtp
from onepresence_desktop.pbx.telephony.sip.codecs import G722_TYPE, PCMA, PCMU, Codec, codec
from onepresence_desktop.pbx.telephony.sip.sdp import Audio

STATIC = {kind: kind for kind in (PCMU, PCMA, G722_TYPE)}
"""Numbers that mean the same everywhere (RFC 3551), as long as nobody gives them another meaning."""

MOST_SOURCES = 4

EVENTS = -1
"""Telephone events, where codecs stand by their static types."""


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

    def kind(self, payload_type: int) -> int | None:
        """The codec behind a number, by its static type, or `EVENTS`; None for what we don't know."""
        return EVENTS if payload_type == self.events else self._kinds.get(payload_type)

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


class Taken:
    """What one phone takes, and how it is sent what another one speaks: so two need not speak the same."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._first: tuple[int, int] | None = None
        self._codecs: dict[int, Codec] = {}

    def agreed(self, audio: Audio) -> None:
        """What the phone takes from now on."""
        self._numbers = {kind: number for number, kind in reversed(audio.formats)}
        if audio.events is not None:
            self._numbers[EVENTS] = audio.events
        self._first = audio.formats[0] if audio.formats else None

    def turned(self, data: bytes, decoder: Decoder) -> bytes:
        """A packet of somebody else, whose `decoder` knows what they speak, as this phone takes it.

        A codec or key that it knows under another number is renumbered, a codec that it doesn't know is spoken in one
        that it knows. What isn't ours to speak is left as it is.
        """
        if len(data) < 12 or self._first is None:
            return data
        number = data[1] & 0x7F
        kind = decoder.kind(number)
        wanted = self._numbers.get(kind, -1) if kind is not None else number
        if wanted == number or kind is None or kind == EVENTS > wanted:
            return data
        if wanted >= 0:
            return bytes((data[0], (data[1] & 0x80) | wanted)) + data[2:]
        packet = rtp.parse(data)
        samples = decoder.decode(packet) if packet is not None else None
        if packet is None or samples is None:
            return data
        number, kind = self._first
        if kind not in self._codecs:
            self._codecs[kind] = codec(kind)
        sound = self._codecs[kind].encode(samples)
        return rtp.build(number, packet.marker, packet.sequence, packet.timestamp, packet.source, sound)
