"""Whether an answer fits its offer, from the text of RFC 3264 (and RFC 4566, 4733) alone; and random valid offers.

Nothing of the engine is used here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

STATIC = {0: "PCMU/8000", 3: "GSM/8000", 4: "G723/8000", 8: "PCMA/8000", 9: "G722/8000", 13: "CN/8000", 18: "G729/8000"}
DIRECTIONS = ("sendrecv", "sendonly", "recvonly", "inactive")
ANSWERS = {
    "sendrecv": DIRECTIONS,
    "sendonly": ("recvonly", "inactive"),
    "recvonly": ("sendonly", "inactive"),
    "inactive": ("inactive",),
}
"""Section 6.1: what an answer may say to an offered direction."""


@dataclass
class Media:
    """An m= section."""

    kind: str
    port: int
    profile: str
    formats: list[str]
    direction: str
    connection: str
    maps: dict[str, str] = field(default_factory=dict)

    def codec(self, format_: str) -> str:
        """What a format number means: name/rate in capitals, channels of one left out."""
        known = self.maps.get(format_) or (STATIC.get(int(format_), "") if format_.isdigit() else "")
        return known.upper().removesuffix("/1")


@dataclass
class Description:
    """A session description. faults: what RFC 4566 doesn't allow in it."""

    times: list[str]
    media: list[Media]
    faults: list[str]


def read(body: bytes) -> Description:
    """Read by the grammar of RFC 4566 section 5."""
    text = body.decode()
    faults = [] if text.endswith("\r\n") and "\n" not in text.replace("\r\n", "") else ["line ends"]
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    kinds = "".join(line[0] for line in lines if line[1:2] == "=")
    if len(kinds) != len(lines):
        faults.append("a line without =")
    if not re.match(r"^vosi?u?e*p*c?(b*)(tr*)+z?k?a*(mi?c*b*k?a*)*$", kinds):
        faults.append(f"order of lines: {kinds}")
    if lines[0].rstrip() != "v=0":
        faults.append("version")
    origin = lines[1].split()
    if len(origin) != 6 or not origin[1].isdigit() or not origin[2].isdigit():
        faults.append("origin")
    starts = [n for n, line in enumerate(lines) if line.startswith("m=")]
    head = lines[: starts[0]] if starts else lines
    media = [_media(lines[a:b], head, faults) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return Description([line for line in head if line[0] in "tr"], media, faults)


def _media(lines: list[str], head: list[str], faults: list[str]) -> Media:
    words = lines[0][2:].split()
    if len(words) < 4 or not re.match(r"^\d{1,5}(/\d+)?$", words[1]):
        faults.append(f"m= line {lines[0]}")
        return Media("?", 0, "", [], "sendrecv", "")
    said = [line[2:].rstrip() for line in lines if line.startswith("a=")]
    outer = [line[2:].rstrip() for line in head if line.startswith("a=")]
    ways = [a for a in said if a in DIRECTIONS]
    if len(ways) > 1:
        faults.append("two directions")
    way = (ways or [a for a in outer if a in DIRECTIONS] or ["sendrecv"])[0]
    where = [line[2:].split()[2] for line in (*lines, *head) if line.startswith("c=")]
    port = int(words[1].split("/")[0])
    if port and not where:
        faults.append("no connection")
    maps = dict(found.groups() for a in said if (found := re.match(r"rtpmap:(\d+) +(\S+)", a)))
    made = Media(words[0], port, words[2], words[3:], way, where[0] if where else "", maps)
    if "RTP" in made.profile and port:
        unnamed = [f for f in made.formats if not f.isdigit() or (int(f) >= 96 and f not in maps) or int(f) > 127]
        if unnamed:
            faults.append(f"formats without a name: {unnamed}")
        if [f for f in maps if f not in made.formats]:
            faults.append("names of formats that aren't there")
    return made


def faults(offered: bytes, answered: bytes, *, same_numbers: bool = True) -> list[str]:
    """What of the answer doesn't fit the offer; nothing when all does.

    same_numbers: a codec has the number that it was offered with, as it SHOULD (section 6.1); without, any.
    """
    offer, answer = read(offered), read(answered)
    found = [f"answer: {fault}" for fault in answer.faults]
    if len(answer.media) != len(offer.media):
        return [*found, f"{len(offer.media)} streams offered, {len(answer.media)} answered (section 6)"]
    if answer.times != offer.times:
        found.append("the time lines differ (section 6)")
    for n, (asked, said) in enumerate(zip(offer.media, answer.media, strict=True)):
        found += [f"stream {n}: {fault}" for fault in _stream_faults(asked, said, same_numbers)]
    return found


def _stream_faults(asked: Media, said: Media, same_numbers: bool) -> list[str]:
    found = []
    if said.kind != asked.kind:
        found.append("another kind of media")
    if said.profile != asked.profile:
        found.append("another transport (section 6)")
    if not said.formats:
        found.append("no format")
    if said.port == 0:
        return found
    if asked.port == 0:
        return [*found, "offered with port 0, answered with another (section 6)"]
    if said.direction not in ANSWERS[asked.direction]:
        found.append(f"{said.direction} answers {asked.direction} (section 6.1)")
    if "RTP" not in asked.profile:
        return found
    offered = {asked.codec(f) for f in asked.formats}
    both = [f for f in said.formats if (f in asked.formats if same_numbers else said.codec(f) in offered)]
    if same_numbers and any(asked.codec(f) != said.codec(f) for f in both):
        found.append("a format with another meaning (section 6.1)")
    if not [f for f in both if not said.codec(f).startswith(("TELEPHONE-EVENT", "CN/"))]:
        found.append("no format in common (section 6.1)")
    if asked.kind == "audio":
        rates = {said.codec(f).split("/")[1] for f in said.formats if not said.codec(f).startswith("TELEPHONE-EVENT")}
        events = [said.codec(f).split("/")[1] for f in said.formats if said.codec(f).startswith("TELEPHONE-EVENT")]
        if any(rate not in rates for rate in events):
            found.append("telephone events at a rate of no sound (RFC 4733 section 2.1)")
    return found


# --- offers ---

SOUND = ("PCMU/8000", "PCMA/8000", "G722/8000", "opus/48000/2", "iLBC/8000", "PCMU/16000", "L16/8000/2", "speex/16000")
EVENTS = ("telephone-event/8000", "telephone-event/48000", "telephone-event/16000")
PICTURES = ("H264/90000", "VP8/90000", "H263-1998/90000")
PLAIN, SECURED = ("RTP/AVP", "RTP/AVP", "RTP/AVP", "RTP/AVPF"), ("RTP/SAVP", "RTP/SAVPF", "UDP/TLS/RTP/SAVPF")
SPOKEN = {"PCMU/8000", "PCMA/8000", "G722/8000"}
"""What the engine says that it speaks."""


def offer(rng: random.Random, host: str, *, spoken: bool | None = None) -> bytes:
    """A valid offer of 1 to 4 streams. spoken: whether a plain sound that the engine speaks must be among them."""
    while True:
        body = _offer(rng, host)
        if spoken is None or speaks(body) is spoken:
            return body


def speaks(body: bytes) -> bool:
    """Whether there is an open plain sound in a codec that the engine speaks, in the first such stream."""
    for one in read(body).media:
        if one.kind == "audio" and one.port and one.profile in PLAIN:
            return any(one.codec(f) in SPOKEN for f in one.formats)
    return False


def _offer(rng: random.Random, host: str) -> bytes:
    kind = "IP6" if ":" in host else "IP4"
    outer = rng.random() < 0.8
    where = f"c=IN {kind} {host}"
    lines = [
        "v=0",
        f"o=- {rng.getrandbits(31)} {rng.getrandbits(31)} IN {kind} {host}",
        "s=" + rng.choice((" ", "-", "x")),
    ]
    lines += rng.sample(["i=a call"], rng.randrange(2))
    if outer:
        lines.append(where)
    lines += rng.choice(([], ["b=AS:512"], ["b=TIAS:64000", "b=AS:64"]))
    lines += rng.choice((["t=0 0"], ["t=0 0"], ["t=3034423619 3042462419"]))
    lines += rng.sample(["a=tool:x", "a=ice-lite", "a=msid-semantic: WMS", rng.choice(_WAYS)], rng.randrange(3))
    for _ in range(rng.choice((1, 1, 1, 2, 3, 4))):
        lines += _section(rng, [] if outer and rng.random() < 0.7 else [where])
    return ("\r\n".join(lines) + "\r\n").encode()


_WAYS = tuple(f"a={way}" for way in DIRECTIONS)


def _section(rng: random.Random, where: list[str]) -> list[str]:
    kind = rng.choice(("audio", "audio", "audio", "video", "application"))
    port = 0 if rng.random() < 0.12 else rng.randrange(1024, 65_000)
    if kind == "application":
        profile, formats = rng.choice((("TCP/BFCP", ["*"]), ("UDP/DTLS/SCTP", ["webrtc-datachannel"])))
        return [f"m=application {port} {profile} {' '.join(formats)}", *where]
    profile = rng.choice(SECURED) if rng.random() < 0.2 else rng.choice(PLAIN)
    numbers = rng.sample(range(96, 128), 10)
    maps: list[tuple[str, str]] = []
    if kind == "audio":
        maps += [
            (str(n), STATIC[n] if rng.random() < 0.6 else "") for n in rng.sample(sorted(STATIC), rng.randrange(0, 6))
        ]
        maps += [(str(numbers.pop()), name) for name in rng.sample(SOUND, rng.randrange(0, 4))]
        rng.shuffle(maps)
        maps = maps or [("0", "")]
        maps += [(str(numbers.pop()), name) for name in rng.sample(EVENTS, rng.randrange(0, 3))]
    else:
        maps += [(str(numbers.pop()), name) for name in rng.sample(PICTURES, rng.randrange(1, 3))]
    lines = [f"m={kind} {port} {profile} {' '.join(n for n, _ in maps)}", *where]
    lines += rng.choice(([], ["b=AS:80"]))
    said = [f"a=rtpmap:{n} {name}" for n, name in maps if name]
    said += rng.sample(
        ["a=ptime:20", "a=maxptime:150", "a=mid:1", "a=rtcp-mux", "a=ssrc:1 cname:x", "a=rtcp-fb:* nack", "a=label:9"],
        rng.randrange(4),
    )
    if rng.random() < 0.5:
        said.append(rng.choice(_WAYS))
    rng.shuffle(said)
    return lines + said


def every_offer(host: str) -> Iterator[bytes]:
    """Up to three sounds and pictures in any order, plain, secured or closed; a plain sound is open."""
    kinds = [
        f"m={kind} {port} {profile} {number}\r\n{name}"
        for kind, number, name in (("audio", "8", ""), ("video", "99", "a=rtpmap:99 H264/90000\r\n"))
        for port, profile in (("{port}", "RTP/AVP"), ("{port}", "RTP/SAVP"), ("0", "RTP/AVP"))
    ]
    for count in (1, 2, 3):
        for chosen in product(kinds, repeat=count):
            if kinds[0] in chosen:
                head = f"v=0\r\no=- 7 1 IN IP4 {host}\r\ns=-\r\nc=IN IP4 {host}\r\nt=0 0\r\n"
                yield (head + "".join(one.format(port=5000 + 2 * n) for n, one in enumerate(chosen))).encode()


def turned(before: bytes, kind: str) -> bytes:
    """The next offer after a description of one's own: streams of a kind that were open are closed, and opened that
    were closed.
    """
    lines = before.decode().split("\r\n")
    origin = lines[1].split(" ")
    lines[1] = " ".join([*origin[:2], str(int(origin[2]) + 1), *origin[3:]])
    for n, line in enumerate(lines):
        if line.startswith(f"m={kind} "):
            words = line.split(" ")
            lines[n] = " ".join([words[0], "0" if words[1] != "0" else str(6000 + 2 * n), *words[2:]])
    return "\r\n".join(lines).encode()


def answer(rng: random.Random, offered: bytes, host: str, pictures: bool | None = None) -> bytes:
    """A valid answer of some other phone: at least one of the offered sounds, in any number of its formats. pictures:
    whether it takes these, None: any of them.
    """
    asked = read(offered)
    kind = "IP6" if ":" in host else "IP4"
    lines = ["v=0", f"o=- {rng.getrandbits(31)} 1 IN {kind} {host}", "s=-", f"c=IN {kind} {host}", *asked.times]
    sounds = [n for n, one in enumerate(asked.media) if one.kind == "audio" and one.port and _voices(one)]
    taken = set(rng.sample(sounds, rng.randrange(1, len(sounds) + 1))) if sounds else set()
    seen = [n for n, one in enumerate(asked.media) if one.kind == "video" and one.port]
    taken |= {n for n in seen if (rng.random() < 0.5 if pictures is None else pictures)}
    for n, one in enumerate(asked.media):
        if n not in taken:
            lines.append(f"m={one.kind} 0 {one.profile} {' '.join(one.formats)}")
            continue
        voices = _voices(one)
        kept = rng.sample(voices, rng.randrange(1, len(voices) + 1))
        if one.kind == "audio":
            rates = {one.codec(f).split("/")[1] for f in kept}
            kept += [f for f in one.formats if _is_event(one, f) and one.codec(f).split("/")[1] in rates][:1]
        lines.append(f"m={one.kind} {rng.randrange(1024, 65_000)} {one.profile} {' '.join(kept)}")
        lines += [f"a=rtpmap:{f} {one.maps[f]}" for f in kept if f in one.maps]
        lines.append(f"a={rng.choice(ANSWERS[one.direction])}")
    return ("\r\n".join(lines) + "\r\n").encode()


def offer_anew(rng: random.Random, before: bytes, host: str) -> bytes:
    """A valid offer within a call, after a description of one's own (section 8): streams are closed, opened again, led
    to another port, turned round and added, but keep their places. One sound stays open.
    """
    lines = before.decode().split("\r\n")[:-1]
    starts = [n for n, line in enumerate(lines) if line.startswith("m=")]
    origin = lines[1].split(" ")
    head = [lines[0], " ".join([*origin[:2], str(int(origin[2]) + 1), *origin[3:]]), *lines[2 : starts[0]]]
    sections = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    described = read(before).media
    sounds = [n for n, one in enumerate(described) if one.kind == "audio" and one.port]
    stays = rng.choice(sounds) if sounds else -1
    where = f"c=IN {'IP6' if ':' in host else 'IP4'} {host}"
    made: list[str] = []
    for n, section in enumerate(sections):
        words = section[0].split(" ")
        if n != stays and rng.random() < 0.4:
            made.append(" ".join([words[0], "0", *words[2:]]))
        elif words[1] == "0":
            made += _section(rng, [where]) if rng.random() < 0.5 else [section[0]]
        else:
            port = words[1] if rng.random() < 0.5 else str(rng.randrange(1024, 65_000))
            kept = [line for line in section[1:] if line not in _WAYS]
            made += [" ".join([words[0], port, *words[2:]]), *kept, rng.choice(_WAYS)]
    if stays < 0 or (len(sections) < 5 and rng.random() < 0.3):
        made += _section(rng, [where])
    return ("\r\n".join([*head, *made]) + "\r\n").encode()


def follows(before: bytes, after: bytes) -> list[str]:
    """What is wrong with a description as the next one of the same side within a call (section 8)."""
    found = []
    old, new = (body.decode().split("\r\n")[1].split(" ") for body in (before, after))
    if (old[:2], old[3:]) != (new[:2], new[3:]):
        found.append("another origin")
    if before != after and int(new[2]) <= int(old[2]):
        found.append("the version doesn't rise")
    was, now = read(before).media, read(after).media
    if len(now) < len(was):
        found.append(f"{len(was)} streams became {len(now)}")  # their kind may change where one side had closed it
    return found


def _voices(one: Media) -> list[str]:
    return [f for f in one.formats if one.codec(f) and not _is_event(one, f) and not one.codec(f).startswith("CN/")]


def _is_event(one: Media, format_: str) -> bool:
    return one.codec(format_).startswith("TELEPHONE-EVENT")
