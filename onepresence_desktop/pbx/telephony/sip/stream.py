"""Messages that come over TCP, one after another without a border."""

from __future__ import annotations

import re

from onepresence_desktop.pbx.telephony.sip.address import Malformed

LARGEST = 65_535
"""Bytes of one message; phones send a few thousand."""


class Stream:
    """Cuts a TCP stream into messages (RFC 3261 section 18.3); raises `Malformed` when it can't go on."""

    def __init__(self) -> None:
        self._buffer = b""

    @property
    def waiting(self) -> bool:
        """Whether a message has begun and not ended."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """Take in bytes; the whole messages there are. Keep-alives (CRLF CRLF, RFC 5626) are dropped."""
        self._buffer += data
        found: list[bytes] = []
        while True:
            self._buffer = self._buffer.lstrip(b"\r\n")
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                if len(self._buffer) > LARGEST:
                    raise Malformed("too large")
                return found
            length = _content_length(self._buffer[:end])
            if end + 4 + length > LARGEST:
                raise Malformed("too large")
            if len(self._buffer) < end + 4 + length:
                return found
            found.append(self._buffer[: end + 4 + length])
            self._buffer = self._buffer[end + 4 + length :]


_LENGTH = re.compile(rb"^(?:content-length|l)[ \t]*:[ \t]*(\d{1,6})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


def _content_length(head: bytes) -> int:
    found = _LENGTH.search(head)
    return int(found[1]) if found else 0
