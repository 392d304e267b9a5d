"""SDP (RFC 4566) as lines: what isn't understood passes through unharmed; offers and answers by RFC 3264."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address

from onepresence_desktop.pbx.telephony.sip.srtp import SUITES, Crypto, usable

CODECS = {0: "PCMU", 8: "PCMA", 9: "G722"}
"""Static payload types the engine itself can speak, in the order it prefers."""

EVENT = "telephone-event"
NO_SPEECH = ("CN", EVENT.upper())
COMFORT_NOISE = 13
OUR_EVENT_TYPE = 101
RATE = 8000
"""RTP's clock for every codec of ours (G.722's too, RFC 3551 section 4.5.2), and so for telephone events (RFC 4733)."""

_STATIC = {number: (name, RATE) for number, name in CODECS.items()}
_KINDS = {named: number for number, named in _STATIC.items()}
"""Our codecs by payload type, and the other way round."""

DIRECTIONS = ("sendrecv", "sendonly", "recvonly", "inactive")
_REVERSED = {"sendonly": "recvonly", "recvonly": "sendonly"}
PLAIN = ("RTP/AVP", "RTP/AVPF")
"""The profiles of sound that isn't secured."""

SAVP = ("RTP/SAVP", "RTP/SAVPF")
"""Those of sound that is secured by keys in the description."""

NOWHERE = ("0.0.0.0", "::")  # noqa: S104
"""Addresses by which a phone says that it doesn't listen (RFC 3264 section 8.4)."""

_RTPMAP = re.compile(r"a=rtpmap:(\d{1,3}) +(\S+)$")
_CODEC = re.compile(r"([^/]+)/(\d{1,6})(?:/(\d+))?$")
_HOST = re.compile(r"^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253})$")
_OF_ONE_ADDRESS = ("candidate:", "ice-", "remote-candidates:", "rtcp:", "rtcp-mux", "end-of-candidates", "ssrc")
"""Attributes of sound that comes from the phone itself: they lead it past a relay, or tell its source."""


class BadSdp(ValueError):
    """Not a session description that can be used."""


@dataclass(frozen=True, slots=True)
class Audio:
    """An audio stream: where it is received, in which payload types.

    host: an address, or the name of one. formats: the payload types that the engine speaks, each with the static type
    of its codec. events: payload type of telephone events in the sound's clock rate, or None. crypto: how its sender
    encrypts, where the stream is secured by keys that we can speak.
    """

    host: str
    port: int
    types: tuple[int, ...]
    formats: tuple[tuple[int, int], ...]
    events: int | None
    direction: str
    crypto: Crypto | None = None

    @property
    def held(self) -> bool:
        """Whether the sender of this description holds the other side."""
        return self.direction in ("sendonly", "inactive") or self.host in NOWHERE


class Stream:
    """An m= line and the lines that belong to it. words: kind, port, profile, formats."""

    __slots__ = ("lines", "words")

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.words = lines[0][2:].split()

    @property
    def open(self) -> bool:
        """Whether it is offered at all."""
        words = self.words
        return len(words) > 3 and words[1].split("/")[0] != "0"

    @property
    def profile(self) -> str:
        """Such as RTP/AVP."""
        words = self.words
        return words[2].upper() if len(words) > 2 else ""

    @property
    def crypto(self) -> Crypto | None:
        """How its sender encrypts (RFC 4568), if that is how it is secured and we can speak it."""
        return usable(self.lines) if self.profile in SAVP else None

    @property
    def speaks(self) -> bool:
        """Whether the engine can speak it: plain, or secured by keys in the description."""
        return self.profile in PLAIN or self.crypto is not None

    @property
    def audio(self) -> bool:
        """Whether it is sound."""
        return self.words[:1] == ["audio"]

    @property
    def has_speech(self) -> bool:
        """Whether it has a codec for speech: comfort noise and telephone events alone are none."""
        names = self.names()
        types = [int(word) for word in self.words[3:] if _number(word) and len(word) < 4]
        return any(names[t][0] not in NO_SPEECH if t in names else t != COMFORT_NOISE for t in types)

    def closed(self) -> str:
        """Its m= line with port 0: refused (RFC 3264 section 6)."""
        words = self.lines[0].split(" ")
        return " ".join([words[0], "0", *words[2:]])

    def names(self) -> dict[int, tuple[str, int]]:
        """Codecs by payload type: name in capitals and clock rate; those of more channels than one are left out."""
        names: dict[int, tuple[str, int]] = {}
        for number, codec in self.codecs().items():
            found = _CODEC.match(codec)
            if found:
                name = found[1].upper() if found[3] in (None, "1") else "?"
                names[number] = (name, int(found[2]))
        return names

    def codecs(self) -> dict[int, str]:
        """Codecs by payload type as they are written (RFC 4566 section 6, rtpmap): `opus/48000/2`."""
        found = (_RTPMAP.match(line) for line in self.lines if line.startswith("a=rtpmap:"))
        return {int(one[1]): one[2] for one in found if one}


class Sdp:
    """The lines of a description, without blanks and NULs at their ends; edits keep everything else as it was.

    A description that was read is asked for its streams several times, so they are found once; an edit is a copy.
    """

    __slots__ = ("_sound", "_streams", "lines")

    def __init__(self, body: bytes) -> None:
        self._streams: list[Stream] | None = None
        self._sound: Audio | None = None
        text = body.decode("utf-8", "surrogateescape").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = [kept for line in text.split("\n") if (kept := line.rstrip(" \t\0"))]
        if not self.lines or not self.lines[0].startswith("v=") or any(line[1:2] != "=" for line in self.lines):
            raise BadSdp("lines")

    def encode(self) -> bytes:
        """The bytes to send."""
        return ("\r\n".join(self.lines) + "\r\n").encode("utf-8", "surrogateescape")

    @property
    def host(self) -> str:
        """The first address in it, or ""."""
        return _connection(self.lines)

    @property
    def head(self) -> list[str]:
        """The lines before the first stream."""
        return self.lines[: self._starts()[0]]

    def streams(self) -> list[Stream]:
        """All of them, in order."""
        if self._streams is None:
            starts = self._starts()
            ends = [*starts[1:], len(self.lines)]
            self._streams = [
                Stream(tuple(self.lines[start:end]))
                for start, end in zip(starts, ends, strict=True)
                if start < len(self.lines)
            ]
        return self._streams

    def place(self, *, plain: bool = False) -> int:
        """Which stream is the sound: the first that is open and more than noise. plain: and not secured.

        Raises `BadSdp`.
        """
        streams = list(enumerate(self.streams()))
        found = [(n, one) for n, one in streams if one.audio and one.open and (not plain or one.profile in PLAIN)]
        if not found:
            raise BadSdp("no audio")
        return next((n for n, one in found if len(found) > 1 and one.has_speech), found[0][0])

    def spoken(self) -> Audio:
        """The stream that the engine itself speaks: plain, else secured by keys that we can speak. Raises `BadSdp`."""
        return self._at(self.spoken_place())

    def spoken_place(self) -> int:
        """Which one that is. Raises `BadSdp`."""
        open_ = [(place, one) for place, one in enumerate(self.streams()) if one.audio and one.open]
        plain = [place for place, one in open_ if one.profile in PLAIN]
        secured = [place for place, one in open_ if one.crypto is not None]
        if not plain and not secured:
            raise BadSdp("no audio")
        return (plain or secured)[0]

    def audio(self, *, plain: bool = False) -> Audio:
        """That stream. Raises `BadSdp`."""
        if plain:
            return self._at(self.place(plain=True))
        if self._sound is None:
            self._sound = self._at(self.place())
        return self._sound

    def _at(self, place: int) -> Audio:
        stream = self.streams()[place]
        port = stream.words[1].split("/")[0]
        if not _number(port) or len(port) > 5 or int(port) > 65_535:
            raise BadSdp("port")
        types = tuple(int(w) for w in stream.words[3:] if _number(w) and len(w) < 4 and int(w) < 128)
        names = _STATIC | stream.names()
        formats = tuple((t, _KINDS[names[t]]) for t in types if names.get(t) in _KINDS)
        events = next((t for t in types if names.get(t) == (EVENT.upper(), RATE)), None)
        host = _connection(stream.lines) or _connection(self.head)
        if not _usable(host):
            raise BadSdp("address")
        direction = _direction(stream.lines, _direction(self.head, "sendrecv"))
        return Audio(host, int(port), types, formats, events, direction, stream.crypto)

    @property
    def secured(self) -> bool:
        """Whether that stream is encrypted (SRTP). Raises `BadSdp`."""
        return self.streams()[self.place()].profile not in PLAIN

    def own(self, session: str, version: int, address: str) -> Sdp:
        """A copy with an origin of ours: each leg has its own `o=` with a rising version."""
        origin = f"o=onepresence {session} {version} IN {_family(address)} {address}"
        return self._changed(lambda line: origin if line.startswith("o=") else line)

    def with_direction(self, direction: str) -> Sdp:
        """A copy with every stream in this direction."""
        copy = self._copy()
        copy.lines = [line for line in self.head if not _directs(line)]
        for stream in self.streams():
            copy.lines += [line for line in stream.lines if not _directs(line)]
            copy.lines.append(f"a={direction}")
        return copy

    def at(self, host: str, port: int) -> Sdp:
        """A copy whose sound is received at another place (the relay), which carries no other stream."""
        sound = self.place()
        copy = self._copy()
        copy.lines = [line for line in self.head if not _leads_past(line)]
        for place, stream in enumerate(self.streams()):
            if place != sound:
                copy.lines.append(stream.closed())
                continue
            words = stream.lines[0].split(" ")
            copy.lines.append(" ".join([words[0], str(port), *words[2:]]))
            copy.lines += [line for line in stream.lines[1:] if not _leads_past(line)]
        return copy._changed(lambda line: f"c=IN {_family(host)} {host}" if line.startswith("c=") else line)

    def in_clear(self) -> Sdp:
        """A copy whose sound is not secured."""
        return self._profiled(PLAIN, SAVP, None)

    def with_crypto(self, crypto: Crypto) -> Sdp:
        """A copy whose sound is secured so."""
        return self._profiled(SAVP, PLAIN, crypto)

    def _profiled(self, new: tuple[str, ...], old: tuple[str, ...], crypto: Crypto | None) -> Sdp:
        sound = self.place()
        copy = self._copy()
        copy.lines = list(self.head)
        for place, stream in enumerate(self.streams()):
            if place != sound:
                copy.lines += stream.lines
                continue
            words = stream.lines[0].split(" ")
            if stream.profile in old:
                words[2] = new[old.index(stream.profile)]
            copy.lines.append(" ".join(words))
            copy.lines += [line for line in stream.lines[1:] if not line.startswith("a=crypto:")]
            if crypto is not None:
                copy.lines.append(crypto.line)
        return copy

    def _changed(self, change: Callable[[str], str]) -> Sdp:
        copy = self._copy()
        copy.lines = [change(line) for line in copy.lines]
        return copy

    def _copy(self) -> Sdp:
        """One whose lines may be changed."""
        copy = Sdp.__new__(Sdp)
        copy.lines = self.lines
        copy._streams = copy._sound = None
        return copy

    def _starts(self) -> list[int]:
        return [n for n, line in enumerate(self.lines) if line.startswith("m=")] or [len(self.lines)]


@lru_cache(8)
def read_sdp(body: bytes) -> Sdp:
    """The description in a body, for who only reads it: those of a call are asked for two or three times, each time
    soon after the last. Raises `BadSdp`.
    """
    return Sdp(body)


def _connection(lines: list[str] | tuple[str, ...]) -> str:
    for line in lines:
        if line.startswith("c="):
            words = line[2:].split()
            return words[2].split("/")[0] if len(words) >= 3 else ""
    return ""


def _direction(lines: list[str] | tuple[str, ...], default: str) -> str:
    return next((line[2:] for line in lines if _directs(line)), default)


def _directs(line: str) -> bool:
    return line.startswith("a=") and line[2:] in DIRECTIONS


def _leads_past(line: str) -> bool:
    return line.startswith("a=") and line[2:].startswith(_OF_ONE_ADDRESS)


@lru_cache(1024)
def _usable(host: str) -> bool:
    """An address to which one phone's sound is sent, or a name."""
    try:
        return not ip_address(host).is_multicast
    except ValueError:
        return bool(_HOST.match(host)) and not host.replace(".", "").isdigit()


def _family(host: str) -> str:
    return "IP6" if ":" in host else "IP4"


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def reversed_direction(direction: str) -> str:
    """What an answer says to an offer's direction."""
    return _REVERSED.get(direction, direction)


def offer(host: str, port: int, session: str, version: int, key: bytes | None = None) -> bytes:
    """The engine's own offer: PCMU, PCMA, G.722 and telephone events. key: secured, and with this key."""
    profile = PLAIN[0] if key is None else SAVP[0]
    sound = _sound(port, profile, tuple((t, t) for t in CODECS), OUR_EVENT_TYPE, "sendrecv")
    crypto = [] if key is None else [Crypto(1, SUITES[0], key).line]
    return _written([*_head(host, session, version), *sound, *crypto])


def answer(offered: bytes, host: str, port: int, session: str, version: int, key: bytes | None = None) -> bytes:
    """The engine's answer: one sound in the first format it speaks, every other stream refused (RFC 3264 section 6).

    key: with which we encrypt, where that is offered; None: not at all. Raises `BadSdp` when no codec is shared, or all
    sound on offer is secured in a way we don't speak.
    """
    sdp = Sdp(offered)
    place, audio = sdp.spoken_place(), sdp.spoken()
    if audio.crypto is not None and key is None:
        raise BadSdp("secured")
    if not audio.formats:
        raise BadSdp("no codec")
    time = next((line for line in sdp.head if line.startswith("t=")), "t=0 0")
    lines = [time if line.startswith("t=") else line for line in _head(host, session, version)]
    for n, stream in enumerate(sdp.streams()):
        if n == place:
            direction = reversed_direction(audio.direction)
            lines += _sound(port, stream.words[2], audio.formats[:1], audio.events, direction)
            if audio.crypto is not None and key is not None:
                lines.append(audio.crypto.answered(key).line)
        else:
            lines.append(stream.closed())
    return _written(lines)


def _head(host: str, session: str, version: int) -> list[str]:
    kind = _family(host)
    return ["v=0", f"o=onepresence {session} {version} IN {kind} {host}", "s=-", f"c=IN {kind} {host}", "t=0 0"]


def _sound(
    port: int, profile: str, formats: tuple[tuple[int, int], ...], events: int | None, direction: str
) -> list[str]:
    numbers = " ".join(str(t) for t in (*(t for t, _ in formats), *((events,) if events is not None else ())))
    lines = [f"m=audio {port} {profile} {numbers}", *(f"a=rtpmap:{t} {CODECS[kind]}/{RATE}" for t, kind in formats)]
    if events is not None:
        lines += [f"a=rtpmap:{events} {EVENT}/{RATE}", f"a=fmtp:{events} 0-15"]
    return [*lines, "a=ptime:20", f"a={direction}"]


def _written(lines: list[str]) -> bytes:
    return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape")
