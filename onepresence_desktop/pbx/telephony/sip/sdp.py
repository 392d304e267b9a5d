"""SDP (RFC 4566) as lines: what isn't understood passes through unharmed; offers and answers by RFC 3264."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from itertools import pairwise

CODECS = {0: "PCMU", 8: "PCMA", 9: "G722"}
"""Static payload types the engine itself can speak, in the order it prefers."""

EVENT = "telephone-event"
OUR_EVENT_TYPE = 101
DIRECTIONS = ("sendrecv", "sendonly", "recvonly", "inactive")
_REVERSED = {"sendonly": "recvonly", "recvonly": "sendonly"}


class BadSdp(ValueError):
    """Not a session description that can be used."""


@dataclass(frozen=True, slots=True)
class Audio:
    """The first audio stream: where it is received, in which payload types.

    codec: the first type that the engine speaks, or None. events: payload type of telephone events, or None.
    """

    host: str
    port: int
    types: tuple[int, ...]
    codec: int | None
    events: int | None
    direction: str

    @property
    def held(self) -> bool:
        """Whether the sender of this description holds the other side."""
        return self.direction in ("sendonly", "inactive") or self.host == "0.0.0.0"  # noqa: S104


class Sdp:
    """The lines of a description; edits keep everything else as it was."""

    def __init__(self, body: bytes) -> None:
        text = body.decode("utf-8", "surrogateescape")
        self.lines = [line for line in re.split(r"\r\n|\n|\r", text) if line]
        if not self.lines or not self.lines[0].startswith("v=") or any(line[1:2] != "=" for line in self.lines):
            raise BadSdp("lines")

    def encode(self) -> bytes:
        """The bytes to send."""
        return ("\r\n".join(self.lines) + "\r\n").encode("utf-8", "surrogateescape")

    @property
    def host(self) -> str:
        """The first address in it, or ""."""
        return self._connection(0, len(self.lines))

    def audio(self) -> Audio:
        """The first audio stream. Raises `BadSdp` when there is none that is open."""
        host = self._connection(0)
        direction = self._direction(0, self._first_media(), "sendrecv")
        for start, end in self._media():
            words = self.lines[start][2:].split()
            if words[:1] != ["audio"] or len(words) < 4:
                continue
            port = words[1].split("/")[0]
            if not _number(port) or len(port) > 5 or int(port) > 65_535:
                raise BadSdp("port")
            if int(port) == 0:
                continue
            types = tuple(int(w) for w in words[3:] if _number(w) and len(w) < 4 and int(w) < 128)
            names = self._names(start, end)
            codec = next((t for t in types if t in CODECS and names.get(t, CODECS[t]) == CODECS[t]), None)
            events = next((t for t in types if names.get(t, "") == EVENT.upper()), None)
            where = self._connection(start, end) or host
            try:
                ip_address(where)
            except ValueError as exc:
                raise BadSdp("address") from exc
            return Audio(where, int(port), types, codec, events, self._direction(start, end, direction))
        raise BadSdp("no audio")

    def own(self, session: str, version: int, address: str) -> Sdp:
        """A copy with an origin of ours: each leg has its own `o=` with a rising version."""
        copy = Sdp(self.encode())
        kind = "IP6" if ":" in address else "IP4"
        copy.lines = [
            f"o=onepresence {session} {version} IN {kind} {address}" if line.startswith("o=") else line
            for line in copy.lines
        ]
        return copy

    def with_direction(self, direction: str) -> Sdp:
        """A copy with every stream in this direction."""
        copy = Sdp(self.encode())
        kept = [line for line in copy.lines if not (line.startswith("a=") and line[2:] in DIRECTIONS)]
        lines: list[str] = []
        for place, line in enumerate(kept):
            lines.append(line)
            last = place + 1 == len(kept) or kept[place + 1].startswith("m=")
            if last and any(found.startswith("m=") for found in lines):
                lines.append(f"a={direction}")
        copy.lines = lines
        return copy

    def at(self, host: str, port: int) -> Sdp:
        """A copy whose first audio stream is received at another place (the relay)."""
        copy = Sdp(self.encode())
        kind = "IP6" if ":" in host else "IP4"
        done = False
        for place, line in enumerate(copy.lines):
            if line.startswith("c="):
                copy.lines[place] = f"c=IN {kind} {host}"
            elif line.startswith("m=audio ") and not done:
                words = line.split(" ")
                copy.lines[place] = " ".join([words[0], str(port), *words[2:]])
                done = True
        return copy

    def _first_media(self) -> int:
        return next((n for n, line in enumerate(self.lines) if line.startswith("m=")), len(self.lines))

    def _media(self) -> list[tuple[int, int]]:
        starts = [n for n, line in enumerate(self.lines) if line.startswith("m=")]
        return list(pairwise([*starts, len(self.lines)]))

    def _connection(self, start: int, end: int | None = None) -> str:
        for line in self.lines[start : self._first_media() if end is None else end]:
            if line.startswith("c="):
                words = line[2:].split()
                return words[2].split("/")[0] if len(words) >= 3 else ""
        return ""

    def _direction(self, start: int, end: int, default: str) -> str:
        for line in self.lines[start:end]:
            if line.startswith("a=") and line[2:] in DIRECTIONS:
                return line[2:]
        return default

    def _names(self, start: int, end: int) -> dict[int, str]:
        names: dict[int, str] = {}
        for line in self.lines[start:end]:
            found = re.match(r"a=rtpmap:(\d+) ([^/ ]+)", line)
            if found:
                names[int(found[1])] = found[2].upper()
        return names


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def reversed_direction(direction: str) -> str:
    """What an answer says to an offer's direction."""
    return _REVERSED.get(direction, direction)


def offer(host: str, port: int, session: str, version: int) -> bytes:
    """The engine's own offer: PCMU, PCMA, G.722 and telephone events."""
    return _describe(host, port, session, version, tuple(CODECS), OUR_EVENT_TYPE, "sendrecv")


def answer(offered: Audio, host: str, port: int, session: str, version: int) -> bytes:
    """The engine's answer. Raises `BadSdp` when no codec is shared."""
    if offered.codec is None:
        raise BadSdp("no codec")
    direction = reversed_direction(offered.direction)
    return _describe(host, port, session, version, (offered.codec,), offered.events, direction)


def _describe(
    host: str, port: int, session: str, version: int, types: tuple[int, ...], events: int | None, direction: str
) -> bytes:
    kind = "IP6" if ":" in host else "IP4"
    numbers = " ".join(str(t) for t in (*types, *((events,) if events is not None else ())))
    lines = [
        "v=0",
        f"o=onepresence {session} {version} IN {kind} {host}",
        "s=-",
        f"c=IN {kind} {host}",
        "t=0 0",
        f"m=audio {port} RTP/AVP {numbers}",
        *(f"a=rtpmap:{t} {CODECS[t]}/8000" for t in types),
    ]
    if events is not None:
        lines += [f"a=rtpmap:{events} {EVENT}/8000", f"a=fmtp:{events} 0-15"]
    lines += ["a=ptime:20", f"a={direction}"]
    return ("\r\n".join(lines) + "\r\n").encode()
