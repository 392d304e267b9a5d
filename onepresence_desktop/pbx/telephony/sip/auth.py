"""Digest authentication (RFC 3261 section 22, RFC 8760): MD5 is offered first, then SHA-256.

One challenge at a time: widespread phones give up on a 401 that also names an algorithm they don't know. A phone that
comes back without credentials for the MD5 challenge is offered SHA-256.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from onepresence_desktop.pbx.ports import SIP_REALM, Line
from onepresence_desktop.pbx.telephony.sip.address import Malformed, parameters, parse_uri, split_list
from onepresence_desktop.pbx.telephony.sip.msg import Message

NONCE_SECONDS = 300
MOST_COUNTS = 10_000
"""Nonces whose counts are remembered; the oldest go first."""


class Verdict(Enum):
    """What a request's credentials are worth.

    STALE: the nonce isn't one of ours for this address, too old, or was used before; whatever is wrong with the rest
    shows once a fresh one is used. FOREIGN: made for another request. WRONG: a guess, on a fresh nonce of ours.
    """

    GOOD = "good"
    STALE = "stale"
    NONE = "none"
    FOREIGN = "foreign"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Proof:
    """verdict, the line that was proved, and the algorithm that was used."""

    verdict: Verdict
    line: Line | None = None
    algorithm: str = "MD5"


class Digest:
    """Challenges and checks. A nonce is its time and number, sealed (keyed BLAKE2, RFC 7693) with the address that it
    was given to.

    So nothing is kept for those who never come back, and what one address was told is worth nothing at another.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._key = secrets.token_bytes(32)
        self._given = 0
        self._counts: dict[str, int] = {}
        self._offered: dict[tuple[str, str], tuple[int, str, str]] = {}

    def challenge(self, response: Message, proof: Proof, source: str) -> Message:
        """Add the challenge to a 401 to the host `source`: the algorithm the phone used, else the next one to try.

        The same request once more (the 401 was lost) gets the same challenge: its CSeq hasn't risen.
        """
        dialog, number = (source, response.call_id), response.cseq[0]
        at, algorithm, nonce = self._offered.pop(dialog, (-1, "", ""))
        if number > at:
            nonce = self._nonce(source)
            if proof.verdict is not Verdict.NONE:
                algorithm = proof.algorithm
            else:
                algorithm = "SHA-256" if algorithm == "MD5" else "MD5"
        self._offered[dialog] = (number, algorithm, nonce)
        while len(self._offered) > MOST_COUNTS:
            del self._offered[next(iter(self._offered))]
        stale = ", stale=true" if proof.verdict is Verdict.STALE else ""
        return response.add(
            "www-authenticate",
            f'Digest realm="{SIP_REALM}", nonce="{nonce}", algorithm={algorithm}, qop="auth"{stale}',
        )

    def credentials(self, request: Message) -> dict[str, str] | None:
        """What a request says of itself: the fields of its answer to a challenge of ours."""
        for value in request.all("authorization") + request.all("proxy-authorization"):
            scheme, _, rest = value.strip().partition(" ")
            if scheme.lower() == "digest":
                fields = parameters(split_list(rest))
                if fields.get("realm") == SIP_REALM:
                    return fields
        return None

    def check(self, request: Message, fields: dict[str, str] | None, line: Line | None, source: str) -> Proof:
        """Whether these are the credentials of this line, in a request of the host `source`."""
        if fields is None:
            return Proof(Verdict.NONE)
        algorithm = fields.get("algorithm", "MD5").upper()
        if algorithm not in ("MD5", "SHA-256"):
            return Proof(Verdict.STALE)
        nonce = fields.get("nonce", "")
        age = self._age(nonce, source)
        if age is None or age > NONCE_SECONDS:
            return Proof(Verdict.STALE, algorithm=algorithm)
        if not _same_place(fields.get("uri", ""), request.uri):
            return Proof(Verdict.FOREIGN, algorithm=algorithm)
        if line is None or not _matches(request.method, fields, line, algorithm):
            return Proof(Verdict.WRONG, algorithm=algorithm)
        if not self._counts_up(nonce, fields):
            return Proof(Verdict.STALE, algorithm=algorithm)
        self._offered.pop((source, request.call_id), None)
        return Proof(Verdict.GOOD, line, algorithm)

    def _nonce(self, source: str) -> str:
        self._given = (self._given + 1) & 0xFFFFFFFF
        stamp = f"{int(self._now() * 1000):x}.{self._given:x}"
        return f"{stamp}.{self._seal(stamp, source)}"

    def _seal(self, stamp: str, source: str) -> str:
        sealed = f"{stamp} {source}".encode("utf-8", "surrogateescape")
        return hashlib.blake2s(sealed, key=self._key, digest_size=12).hexdigest()

    def _age(self, nonce: str, source: str) -> float | None:
        stamp, dot, seal = nonce.rpartition(".")
        if not dot or not hmac.compare_digest(self._seal(stamp, source).encode(), seal.encode("utf-8", "replace")):
            return None
        return self._now() - int(stamp.partition(".")[0], 16) / 1000

    def _counts_up(self, nonce: str, fields: dict[str, str]) -> bool:
        """A count that doesn't rise is a replay (RFC 7616 section 3.4). Without counts a nonce is good for once."""
        try:
            count = int(fields.get("nc", ""), 16) if fields.get("qop") else 1
        except ValueError:
            return False
        if count <= self._counts.get(nonce, 0):
            return False
        self._counts.pop(nonce, None)
        self._counts[nonce] = count
        while len(self._counts) > MOST_COUNTS:
            del self._counts[next(iter(self._counts))]
        return True


def _matches(method: str, fields: dict[str, str], line: Line, algorithm: str) -> bool:
    """Whether the answer is the one that the line's password gives."""
    digest, ha1 = (_md5, line.ha1) if algorithm == "MD5" else (_sha256, line.ha1_sha256)
    ha2 = digest(f"{method}:{fields.get('uri', '')}")
    middle = fields.get("nonce", "")
    if fields.get("qop", "").lower() == "auth":
        middle += f":{fields.get('nc', '')}:{fields.get('cnonce', '')}:auth"
    expected = digest(f"{ha1}:{middle}:{ha2}")
    return hmac.compare_digest(expected.encode(), fields.get("response", "").lower().encode("utf-8", "replace"))


def _same_place(proved: str, asked: str) -> bool:
    """Whether a proof is for this request URI. Some makes leave out its parameters, others name the server alone."""
    try:
        one, other = parse_uri(proved), parse_uri(asked)
    except Malformed:
        return proved == asked
    same_server = (one.host.lower(), one.port or 5060) == (other.host.lower(), other.port or 5060)
    return same_server and one.user in ("", other.user)


def _md5(text: str) -> str:
    return hashlib.md5(text.encode("utf-8", "surrogateescape"), usedforsecurity=False).hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
