"""A server's fingerprint: the SHA-256 of its certificate's public key, and the eight words people compare (spec 14).

The key is what stays when a certificate is renewed, so it is the key that is remembered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onepresence_desktop.domain.errors import Invalid

WORDS = 8
BITS = 11
"""Of the fingerprint in each word: the list has 2 to the power of 11 words."""

_SEQUENCE = 0x30
_VERSION = 0xA0


def fingerprint(certificate: bytes) -> str:
    """64 hexadecimal digits. certificate: X.509 in DER. Raises `Invalid`."""
    return hashlib.sha256(public_key(certificate)).hexdigest()


def public_key(certificate: bytes) -> bytes:
    """The SubjectPublicKeyInfo of a certificate in DER (RFC 5280 section 4.1). Raises `Invalid`."""
    _, whole, _ = _element(certificate, 0, _SEQUENCE)
    _, at, end = _element(certificate, whole, _SEQUENCE)
    tag, _, after = _element(certificate, at)
    if tag == _VERSION:
        at = after
    for _ in ("serial number", "signature", "issuer", "validity", "subject"):
        _, _, at = _element(certificate, at)
    _, _, after = _element(certificate, at, _SEQUENCE)
    if after > end:
        raise Invalid(field="certificate", problem="malformed")
    return certificate[at:after]


def in_words(digits: str, words: Sequence[str]) -> tuple[str, ...]:
    """A fingerprint's first 88 bits as eight words of a list of 2,048."""
    number = int(digits, 16) >> (4 * len(digits) - WORDS * BITS)
    return tuple(words[(number >> (BITS * place)) % len(words)] for place in reversed(range(WORDS)))


def _element(data: bytes, at: int, wanted: int | None = None) -> tuple[int, int, int]:
    """Tag, start and end of the content of the DER element at a place (X.690 section 8.1)."""
    try:
        tag, length, start = data[at], data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length = int.from_bytes(data[start : start + count], "big")
            start += count
    except IndexError as exc:
        raise Invalid(field="certificate", problem="malformed") from exc
    if start + length > len(data) or (wanted is not None and tag != wanted):
        raise Invalid(field="certificate", problem="malformed")
    return tag, start, start + length
