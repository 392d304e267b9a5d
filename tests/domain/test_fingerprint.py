"""The public key found in a certificate, and refusal of what is none."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.fingerprint import fingerprint, in_words, public_key


def der(tag: int, *content: bytes) -> bytes:
    inside = b"".join(content)
    length = len(inside)
    size = bytes([length]) if length < 128 else b"\x82" + length.to_bytes(2, "big")
    return bytes([tag]) + size + inside


KEY = der(0x30, der(0x30, b"\x06\x01\x2a"), der(0x03, b"\x00" + b"k" * 200))
FIELDS = [
    der(0x02, b"\x01"),
    der(0x30, b"sig"),
    der(0x30, b"issuer"),
    der(0x30, b"validity"),
    der(0x30, b"subject"),
    KEY,
]


@pytest.mark.parametrize("version", [b"", der(0xA0, der(0x02, b"\x02"))])
def test_the_public_key_is_found_with_and_without_a_version(version: bytes) -> None:
    certificate = der(0x30, der(0x30, version, *FIELDS), der(0x30, b"algorithm"), der(0x03, b"signature"))
    assert public_key(certificate) == KEY
    assert len(fingerprint(certificate)) == 64


@given(st.binary(max_size=80))
def test_what_is_no_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid):
        fingerprint(der(0x30, der(0x30, data)) if data[:1] == b"x" else data)


def test_a_key_that_runs_over_its_certificate_is_refused() -> None:
    short = der(0x30, der(0x30, *FIELDS[:5]), KEY)
    with pytest.raises(Invalid):
        public_key(short)


def test_words_are_taken_from_the_front() -> None:
    digits = base64.b16encode(bytes([0b00000000, 0b00100000, *[0] * 30])).decode()
    assert in_words(digits, [str(n) for n in range(2048)])[0] == "1"


@pytest.mark.parametrize("data", [b"", b"\x30", b"\x30\x82", b"\x30\x05\x30", b"\x31\x00", b"\x30\x02\x31\x00"])
def test_what_is_cut_off_or_something_else_is_no_certificate(data: bytes) -> None:
    with pytest.raises(Invalid):
        public_key(data)
