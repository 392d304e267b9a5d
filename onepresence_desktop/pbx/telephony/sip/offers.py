"""Two who have both made an offer, as when an INVITE picks up another call: what each is answered (RFC 3264)."""

from __future__ import annotations

import re

from onepresence_desktop.pbx.telephony.sip.sdp import CODECS, DIRECTIONS, EVENT, BadSdp, Sdp

_OF_TYPE = re.compile(r"a=(?:rtpmap|fmtp|rtcp-fb):(\d+) ")
_STATIC = {number: f"{name}/8000" for number, name in CODECS.items()} | {3: "GSM/8000", 18: "G729/8000"}


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


def _shared(one: bytes, other: bytes) -> list[str]:
    mine, theirs = _Side(one), _Side(other)
    if mine.profile != theirs.profile or "SAVP" in mine.profile:
        raise BadSdp("profile")
    shared = [name for name in mine.names.values() if name in theirs.names.values()]
    if all(name.startswith(EVENT.upper()) for name in shared):
        raise BadSdp("no codec")
    return shared


class _Side:
    """A description and its first open audio stream. names: the codecs by payload type, as RFC 4566 writes them."""

    def __init__(self, body: bytes) -> None:
        self._sdp = Sdp(body)
        audio = self._sdp.audio()
        starts = [n for n, line in enumerate(self._sdp.lines) if line.startswith("m=")]
        self._head = self._sdp.lines[: starts[0]]
        ends = [*starts[1:], len(self._sdp.lines)]
        self._streams = [self._sdp.lines[start:end] for start, end in zip(starts, ends, strict=True)]
        self._place = next(n for n, stream in enumerate(self._streams) if _open_audio(stream[0]))
        self.profile = self._streams[self._place][0].split()[2].upper()
        self.direction = audio.direction
        told = dict(re.findall(r"^a=rtpmap:(\d+) (\S+)", "\n".join(self._streams[self._place]), re.MULTILINE))
        self.names = {t: told.get(str(t), _STATIC.get(t, f"#{t}")).upper().removesuffix("/1") for t in audio.types}

    def answered_by(self, peer: _Side, shared: list[str]) -> bytes:
        """`peer`'s description cut down to an answer to this one."""
        types = [str(t) for name in shared for t, known in peer.names.items() if known == name]
        first, *rest = peer._streams[peer._place]
        kept = [line for line in rest if not ((found := _OF_TYPE.match(line)) and found[1] not in types)]
        words = first.split(" ")
        sound = [
            " ".join([*words[:3], *types]),
            *(line for line in kept if line[2:] not in DIRECTIONS or not line.startswith("a=")),
            f"a={_meeting(self.direction, peer.direction)}",
        ]
        lines = [line for line in peer._head if line[2:] not in DIRECTIONS or not line.startswith("a=")]
        for place, stream in enumerate(self._streams):
            lines += sound if place == self._place else [_closed(stream[0])]
        return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape")


def _open_audio(line: str) -> bool:
    words = line[2:].split()
    return words[0] == "audio" and len(words) > 3 and words[1].split("/")[0] != "0"


def _closed(line: str) -> str:
    """A stream that is refused."""
    kind, _, rest = line.partition(" ")
    return f"{kind} 0 {rest.partition(' ')[2]}"


def _meeting(asked: str, own: str) -> str:
    """The direction of an answer: what the one who offers can take of what the other would do by himself."""
    sends = own in ("sendrecv", "sendonly") and asked in ("sendrecv", "recvonly")
    receives = own in ("sendrecv", "recvonly") and asked in ("sendrecv", "sendonly")
    return {(True, True): "sendrecv", (True, False): "sendonly", (False, True): "recvonly"}.get(
        (sends, receives), "inactive"
    )
