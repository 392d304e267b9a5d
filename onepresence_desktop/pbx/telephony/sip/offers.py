"""Descriptions beside each other (RFC 3264): what two who both offer are answered, as when a call is picked up."""

from __future__ import annotations

import re

from onepresence_desktop.pbx.telephony.sip.sdp import CODECS, DIRECTIONS, EVENT, BadSdp, read_sdp

_OF_TYPE = re.compile(r"a=(?:rtpmap|fmtp|rtcp-fb):(\d+) ")
_STATIC = {number: f"{name}/8000" for number, name in CODECS.items()} | {
    3: "GSM/8000",
    4: "G723/8000",
    13: "CN/8000",
    18: "G729/8000",
}
_NO_SOUND = (f"{EVENT.upper()}/", "CN/")


def answers(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    """The answer to `one` and the answer to `other`: what each offered of the first sound both can; nothing else.

    Both prefer as `one` does. Raises `BadSdp` when they share no codec, or either insists on secured sound.
    """
    shared = _shared(one, other)
    sides = (_Side(one), _Side(other))
    return tuple(side.answered_by(peer, shared) for side, peer in (sides, sides[::-1]))  # type: ignore[return-value]


def agree(one: bytes, other: bytes) -> None:
    """Raises `BadSdp` when two descriptions have no codec in common."""
    _shared(one, other)


def secured(body: bytes) -> bool:
    """Whether the sound of a description is encrypted; of none, and of what can't be read, it isn't."""
    try:
        return bool(body) and read_sdp(body).secured
    except BadSdp:
        return False


def spared(new: bytes, told: bytes, theirs: bytes) -> bool:
    """Whether who was told `told`, and speaks as `theirs` says, needn't be told `new`.

    So it is where the sound comes in at the same place and in the formats that they use. Which way it flows from now on
    doesn't matter to who was told that it flows both ways; who was told otherwise has to hear of another direction.
    """
    try:
        now, before, them = _Side(new), _Side(told), _Side(theirs)
    except BadSdp:
        return False
    same = all(now.names.get(t) == before.names[t] for t in them.names if t in before.names)
    need_not_hear = before.direction in ("sendrecv", now.direction)
    return now.at == before.at and same and need_not_hear


def _shared(one: bytes, other: bytes) -> list[str]:
    """The codecs of both; telephone events and comfort noise at the rates of sound only (RFC 4733 section 2.1)."""
    mine, theirs = _Side(one), _Side(other)
    both = dict.fromkeys(name for name in mine.names.values() if name in theirs.names.values())
    rates = {_rate(name) for name in both if not name.startswith(_NO_SOUND)}
    if not rates:
        raise BadSdp("no codec")
    return [name for name in both if _rate(name) in rates]


def _rate(name: str) -> str:
    return name.partition("/")[2].partition("/")[0]


class _Side:
    """A description and its first open audio that isn't secured. names: codecs by payload type, as RFC 4566 writes."""

    def __init__(self, body: bytes) -> None:
        sdp = read_sdp(body)
        self._head = sdp.head
        self._streams = sdp.streams()
        self._place = sdp.place(plain=True)
        audio = sdp.audio() if self._place == sdp.place() else sdp.audio(plain=True)
        self.times = [line for line in self._head if line[:2] in ("t=", "r=")]
        self.at = (audio.host, audio.port)
        self.direction = audio.direction
        told = self._streams[self._place].codecs()
        self.names = {t: told.get(t, _STATIC.get(t, f"#{t}")).upper().removesuffix("/1") for t in audio.types}

    def answered_by(self, peer: _Side, shared: list[str]) -> bytes:
        """`peer`'s description cut down to an answer to this one."""
        types = [str(t) for name in shared for t, known in peer.names.items() if known == name]
        first, *rest = peer._streams[peer._place].lines
        kept = [line for line in rest if not ((found := _OF_TYPE.match(line)) and found[1] not in types)]
        words = first.split(" ")
        profile = self._streams[self._place].words[2]
        sound = [
            " ".join([*words[:2], profile, *types]),
            *(line for line in kept if line[2:] not in DIRECTIONS or not line.startswith("a=")),
            f"a={_meeting(self.direction, peer.direction)}",
        ]
        lines: list[str] = []
        for line in peer._head:
            if line[:2] == "t=" and not any(known.startswith("t=") for known in lines):
                lines += self.times  # as they were offered (RFC 3264 section 6)
            elif line[:2] not in ("t=", "r=") and (line[2:] not in DIRECTIONS or not line.startswith("a=")):
                lines.append(line)
        for place, stream in enumerate(self._streams):
            lines += sound if place == self._place else [stream.closed()]
        return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape")


def _meeting(asked: str, own: str) -> str:
    """The direction of an answer: what the one who offers can take of what the other would do by himself."""
    sends = own in ("sendrecv", "sendonly") and asked in ("sendrecv", "recvonly")
    receives = own in ("sendrecv", "recvonly") and asked in ("sendrecv", "sendonly")
    return {(True, True): "sendrecv", (True, False): "sendonly", (False, True): "recvonly"}.get(
        (sends, receives), "inactive"
    )
