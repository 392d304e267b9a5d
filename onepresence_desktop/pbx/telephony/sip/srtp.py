"""Encrypted sound (RFC 3711) with keys told in the description (SDES, RFC 4568)."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylibsrtp import Session

SUITES = ("AES_CM_128_HMAC_SHA1_80", "AES_CM_128_HMAC_SHA1_32")
"""Those that every phone speaks, in the order that we prefer (RFC 4568 section 6.2)."""

KEY_BYTES = 30
"""Master key and salt of both suites."""

_LINE = re.compile(r"^a=crypto:(\d{1,9})\s+(\S+)\s+inline:([A-Za-z0-9+/]{40})={0,2}(\|\S*)?\s*$")


class NotTheirs(ValueError):
    """A packet that the phone didn't send: another key, a replay, no RTP."""


@dataclass(frozen=True, slots=True)
class Crypto:
    """How one side encrypts what it sends. tag: its number in the description. key: never logged."""

    tag: int
    suite: str
    key: bytes

    def __repr__(self) -> str:
        return f"Crypto({self.tag}, {self.suite})"

    @property
    def line(self) -> str:
        """As it stands in a description."""
        return f"a=crypto:{self.tag} {self.suite} inline:{base64.b64encode(self.key).decode()}"

    def answered(self, key: bytes) -> Crypto:
        """What we answer to it: the same tag and suite, and the key of what we send (RFC 4568 section 5.1.2)."""
        return Crypto(self.tag, self.suite, key)


def new_key() -> bytes:
    """A master key and salt."""
    return secrets.token_bytes(KEY_BYTES)


def usable(lines: Iterable[str]) -> Crypto | None:
    """The first of a stream's crypto lines that we can speak; None where there is none.

    Lines with several keys, a lifetime that ends soon or session parameters are left out: phones offer a plain one too.
    """
    found: list[Crypto] = []
    for line in lines:
        match = _LINE.match(line)
        if match is None or match[2] not in SUITES or (match[4] or "").count(":"):
            continue
        try:
            key = base64.b64decode(match[3], validate=True)
        except binascii.Error:
            continue
        if len(key) == KEY_BYTES:
            found.append(Crypto(int(match[1]), match[2], key))
    return min(found, key=lambda one: SUITES.index(one.suite), default=None)


class Secured:
    """One phone's encrypted stream: what it sends is opened, what it is sent is sealed. ours, theirs: by whose key."""

    def __init__(self, ours: Crypto, theirs: Crypto) -> None:
        from pylibsrtp import Policy

        self.ours, self.theirs = ours, theirs
        self._out = _session(ours, Policy.SSRC_ANY_OUTBOUND)
        self._in = _session(theirs, Policy.SSRC_ANY_INBOUND)

    def open(self, data: bytes) -> bytes:
        """A packet of the phone's. Raises `NotTheirs`."""
        from pylibsrtp import Error

        try:
            return self._in.unprotect(data)
        except (Error, TypeError, ValueError) as exc:
            raise NotTheirs from exc

    def seal(self, data: bytes) -> bytes:
        """A packet for the phone. Raises OSError for what can't be encrypted, and so is lost like any other packet."""
        from pylibsrtp import Error

        try:
            return self._out.protect(data)
        except (Error, TypeError, ValueError) as exc:
            raise OSError("not sealed") from exc


def _session(crypto: Crypto, kind: int) -> Session:
    from pylibsrtp import Policy
    from pylibsrtp import Session as SrtpSession

    profiles = {SUITES[0]: Policy.SRTP_PROFILE_AES128_CM_SHA1_80, SUITES[1]: Policy.SRTP_PROFILE_AES128_CM_SHA1_32}
    policy = Policy(key=crypto.key, ssrc_type=kind, srtp_profile=profiles[crypto.suite])
    policy.allow_repeat_tx = True
    policy.window_size = 1024
    return SrtpSession(policy=policy)
