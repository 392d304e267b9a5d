"""Descriptions beside each other (RFC 3264): what two who both offer are answered, as when a call is picked up."""

from __future__ import annotations

import re

from onepresence_desktop.pbx.telephony.sip.sdp import CODECS, DIRECTIONS, EVENT, Audio, BadSdp, Sdp, Stream, read_sdp

_OF_TYPE = re.compile(r"a=(?:rtpmap|fmtp|rtcp-fb):(\d+) ")
_STATIC = {number: f"{name}/8000" for number, name in CODECS.items()} | {
    3: "GSM/8000",
    4: "G723/8000",
    13: "CN/8000",
    18: "G729/8000",
}
_NO_SOUND = (f"{EVENT.upper()}/", "CN/")
_EVENTS = f"{EVENT.upper()}/8000"
_SPOKEN = {f"{name}/8000" for name in CODECS.values()}
"""What the engine turns into one another where two who talk through it don't speak the same."""


def answers(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    """The answer to `one` and the answer to `other`: what each offered of the first sound both can; nothing else.

    Both prefer as `one` does. Raises `BadSdp` when they share no codec, or either insists on secured sound.
    """
    shared = _shared(one, other)
    sides = (_Side(one), _Side(other))
    return tuple(side.answered_by(peer, shared) for side, peer in (sides, sides[::-1]))  # type: ignore[return-value]


def agree(one: bytes, other: bytes, *, through: bool = False) -> None:
    """Raises `BadSdp` when two descriptions have no codec in common.

    through: nor any that the engine speaks to each, which stands between them.
    """
    if not through or any(_SPOKEN.isdisjoint(_Side(body).names.values()) for body in (one, other)):
        _shared(one, other)


def secured(body: bytes) -> bool:
    """Whether the sound of a description is encrypted; of none, and of what can't be read, it isn't."""
    try:
        return bool(body) and read_sdp(body).secured
    except BadSdp:
        return False


def stands(new: bytes, told: bytes, theirs: bytes) -> bytes:
    """What stands for the answer of somebody who is offered `new`, or is to offer (b""), and needn't hear of it.

    They were told `told` and said `theirs`: so it goes on where the sound comes in at the same place, and in formats
    that we can speak for whoever they talk to now. Which way it flows from now on doesn't matter to who was told that
    it flows both ways; who was told otherwise has to hear of another direction. b"": they have to be asked.
    """
    try:
        before, now, them = read_sdp(told), read_sdp(new or told), read_sdp(theirs)
        place = before.place()
        ours, asked, said = before.streams()[place], now.streams()[now.place()], them.streams()[place]
        then, after = before.audio(), now.audio()
    except (BadSdp, IndexError):
        return b""
    names, wanted = _names(ours), _names(asked)
    known = {t: name for t, name in _names(said).items() if names.get(t) == name}
    sounds = [name for name in known.values() if not name.startswith(_NO_SOUND)]
    same = all(wanted.get(t) == name for t, name in known.items())
    spoken = _SPOKEN.issuperset(sounds) and not _SPOKEN.isdisjoint(wanted.values())
    alike = (then.host, then.port, ours.profile, _keys(ours)) == (after.host, after.port, asked.profile, _keys(asked))
    heard = then.direction == "sendrecv" if not new else then.direction in ("sendrecv", after.direction)
    if not sounds or not said.speaks or not alike or not heard or not (same or spoken):
        return b""
    return _with_formats(them, place, known)


def _keys(stream: Stream) -> list[str]:
    return [line for line in stream.lines if line.startswith("a=crypto:")]


def within(offered: bytes, answer: bytes) -> bytes:
    """A description, of somebody to whom the engine speaks, as an answer to an offer that it wasn't made for.

    It has the streams and the numbers of the offer. Raises `BadSdp` when that has nothing that we could speak for them.
    """
    asked, said = read_sdp(offered), read_sdp(answer)
    place, sound = asked.place(), said.streams()[said.place()]
    wanted, known = _names(asked.streams()[place]), _names(sound)
    if len(asked.streams()) == len(said.streams()) and place == said.place() and wanted.items() >= known.items():
        return answer
    taken = {t: n for t, n in wanted.items() if n in known.values() and (n in _SPOKEN or known.get(t) == n)}
    if not taken:
        taken = dict([(t, n) for t, n in wanted.items() if n in _SPOKEN][:1])
    if not taken:
        raise BadSdp("no codec")
    taken |= {t: n for t, n in wanted.items() if n == _EVENTS and n in known.values()}
    fitted = Sdp(_with_formats(said, said.place(), taken))
    sound = fitted.streams()[fitted.place()]
    lines = [line for line in fitted.head if line[:2] not in ("t=", "r=")]
    after = next((n for n, line in enumerate(lines) if line[:2] in ("z=", "k=", "a=")), len(lines))
    lines[after:after] = [line for line in asked.head if line[:2] in ("t=", "r=")]  # RFC 3264 section 6
    for n, stream in enumerate(asked.streams()):
        lines += sound.lines if n == place else [stream.closed()]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape")


def directed(offered: Audio | None, answer: bytes) -> bytes:
    """An answer in a direction that may follow a phone's offer (RFC 3264 section 6.1). Raises `BadSdp`."""
    if offered is None or offered.direction not in ("sendonly", "inactive"):
        return answer
    listens = offered.direction == "sendonly" and Sdp(answer).audio().direction in ("sendrecv", "recvonly")
    return Sdp(answer).with_direction("recvonly" if listens else "inactive").encode()


def _names(stream: Stream) -> dict[int, str]:
    """Codecs by payload type, as RFC 4566 writes them, in capitals."""
    told = stream.codecs()
    types = [int(word) for word in stream.words[3:] if word.isascii() and word.isdigit() and len(word) < 4]
    return {t: told.get(t, _STATIC.get(t, f"#{t}")).upper().removesuffix("/1") for t in types}


def _with_formats(sdp: Sdp, place: int, names: dict[int, str]) -> bytes:
    """A description of this one sound, in these formats and no others."""
    lines = list(sdp.head)
    for n, stream in enumerate(sdp.streams()):
        if n != place:
            lines.append(stream.closed())
            continue
        before = _names(stream)
        lines.append(" ".join([*stream.lines[0].split(" ")[:3], *map(str, names)]))
        lines += [
            line for line in stream.lines[1:] if not (found := _OF_TYPE.match(line)) or _stays(found, before, names)
        ]
        for t, name in names.items():
            if before.get(t) != name:
                lines.append(f"a=rtpmap:{t} {EVENT if name == _EVENTS else name.partition('/')[0]}/8000")
                lines += [f"a=fmtp:{t} 0-15"] if name == _EVENTS else []
    return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape")


def _stays(found: re.Match[str], before: dict[int, str], names: dict[int, str]) -> bool:
    number = int(found[1])
    return number in names and before.get(number) == names[number]


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
        self.names = _names(self._streams[self._place])

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
