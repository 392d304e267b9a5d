"""Streams keep their places through a dialog: none is left out of a later offer (RFC 3264 section 8)."""

from __future__ import annotations

from collections.abc import Sequence

from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, Stream, read_sdp


def placed(new: bytes, before: bytes) -> tuple[bytes, Sequence[int]]:
    """An offer with its streams where streams of their kind were in `before`, and where each of them is now.

    Somebody else's offer, as after a transfer, has other streams than those that were agreed: what it lacks is told to
    be closed, what it has more follows. What can't be read is left as it is.
    """
    try:
        offer, known = read_sdp(new), read_sdp(before).streams() if before else []
    except BadSdp:
        return new, ()
    streams = offer.streams()
    there: list[Stream | None] = [None] * len(known)
    places: list[int] = []
    for stream in streams:
        kind = stream.words[:1]
        free = (n for n, old in enumerate(known) if there[n] is None and old.words[:1] == kind)
        place = next(free, len(there))
        there[place : place + 1] = [stream]
        places.append(place)
    if places == list(range(len(there))):
        return new, places
    lines = list(offer.head)
    for n, now in enumerate(there):
        lines += now.lines if now is not None else [known[n].closed()]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape"), places


def taken_out(answer: bytes, places: Sequence[int]) -> bytes:
    """The answer to such an offer as the one to the offer that it was made of."""
    try:
        said = read_sdp(answer)
    except BadSdp:
        return answer
    streams = said.streams()
    if not places or max(places) >= len(streams) or list(places) == list(range(len(streams))):
        return answer
    lines = [*said.head, *(line for place in places for line in streams[place].lines)]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8", "surrogateescape")
