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
from onepresence_desktop.pbx.telephony.sip.address import parameters, split_list
from onepresence_desktop.pbx.telephony.sip.msg import Message

NONCE_SECONDS = 300
MOST_COUNTS = 10_000
"""Nonces whose counts are remembered; the oldest go first."""


class Verdict(Enum):
    """What a request's credentials are worth."""

    GOOD = "good"
    STALE = "stale"
    NONE = "none"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Proof:
    """verdict, the line that was proved, and the algorithm that was used."""

    verdict: Verdict
    line: Line | None = None
    algorithm: str = "MD5"


class Digest:
    """Challenges and checks. A nonce is its time with an HMAC, so nothing is kept for those who never come back."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._key = secrets.token_bytes(32)
        self._counts: dict[str, int] = {}
        self._offered: dict[str, tuple[int, str, str]] = {}

    def challenge(self, response: Message, proof: Proof) -> Message:
        """Add the challenge to a 401: the algorithm the phone used, else the next one to try with it.

        The same request once more (the 401 was lost) gets the same challenge: its CSeq hasn't risen.
        """
        dialog, number = response.call_id, response.cseq[0]
        at, algorithm, nonce = self._offered.pop(dialog, (-1, "", ""))
        if number > at:
            nonce = self._nonce()
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

    def check(self, request: Message, fields: dict[str, str] | None, line: Line | None) -> Proof:
        """Whether these are the credentials of this line."""
        return self._check(request, fields, line) if fields is not None else Proof(Verdict.NONE)

    def _check(self, request: Message, fields: dict[str, str], line: Line | None) -> Proof:
        algorithm = fields.get("algorithm", "MD5").upper()
        if algorithm not in ("MD5", "SHA-256"):
            return Proof(Verdict.WRONG)
        digest = _md5 if algorithm == "MD5" else _sha256
        nonce, uri = fields.get("nonce", ""), fields.get("uri", "")
        ha1 = "" if line is None else line.ha1 if algorithm == "MD5" else line.ha1_sha256
        ha2 = digest(f"{request.method}:{uri}")
        if fields.get("qop", "").lower() == "auth":
            middle = f"{nonce}:{fields.get('nc', '')}:{fields.get('cnonce', '')}:auth"
        else:
            middle = nonce
        expected = digest(f"{ha1}:{middle}:{ha2}")
        given = fields.get("response", "").lower()
        if line is None or not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
            return Proof(Verdict.WRONG, algorithm=algorithm)
        age = self._age(nonce)
        if age is None or age > NONCE_SECONDS or not self._counts_up(nonce, fields):
            return Proof(Verdict.STALE, algorithm=algorithm)
        self._offered.pop(request.call_id, None)
        return Proof(Verdict.GOOD, line, algorithm)

    def _nonce(self) -> str:
        stamp = f"{int(self._now() * 1000):x}.{secrets.token_hex(4)}"
        return f"{stamp}.{self._seal(stamp)}"

    def _seal(self, stamp: str) -> str:
        return hmac.new(self._key, stamp.encode(), hashlib.sha256).hexdigest()[:24]

    def _age(self, nonce: str) -> float | None:
        stamp, dot, seal = nonce.rpartition(".")
        if not dot or not hmac.compare_digest(self._seal(stamp).encode(), seal.encode("utf-8", "replace")):
            return None
        return self._now() - int(stamp.partition(".")[0], 16) / 1000

    def _counts_up(self, nonce: str, fields: dict[str, str]) -> bool:
        """A count that doesn't rise is a replay (RFC 7616 section 3.4)."""
        if not fields.get("qop"):
            return True
        try:
            count = int(fields.get("nc", ""), 16)
        except ValueError:
            return False
        if count <= self._counts.get(nonce, 0):
            return False
        self._counts.pop(nonce, None)
        self._counts[nonce] = count
        while len(self._counts) > MOST_COUNTS:
            del self._counts[next(iter(self._counts))]
        return True


def _md5(text: str) -> str:
    return hashlib.md5(text.encode("utf-8", "surrogateescape"), usedforsecurity=False).hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
