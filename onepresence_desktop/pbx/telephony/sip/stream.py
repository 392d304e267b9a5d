"""Messages that come over TCP, one after another without a border."""

from __future__ import annotations

import re

from onepresence_desktop.pbx.telephony.sip.address import Malformed
from onepresence_desktop.pbx.telephony.sip.guard import LARGEST


class Stream:
    """Cuts a TCP stream into messages (RFC 3261 section 18.3); raises `Malformed` when it can't go on."""

    def __init__(self) -> None:
        self._buffer = b""
        self.pinged = False

    @property
    def waiting(self) -> bool:
        """Whether a message has begun and not ended."""
        return bool(self._buffer.strip(b"\r\n\0"))

    def feed(self, data: bytes) -> list[bytes]:
        """Take in bytes; the whole messages there are.

        pinged: a keep-alive was among them (CRLF CRLF between messages), due for a CRLF in return (RFC 5626 section
        4.4.1). Further line ends and NULs there mean nothing.
        """
        self._buffer += data
        self.pinged = False
        found: list[bytes] = []
        while True:
            between = len(self._buffer) - len(self._buffer.lstrip(b"\r\n\0"))
            if b"\r\n\r\n" in self._buffer[:between]:
                self.pinged = True
            elif between == len(self._buffer):
                self._buffer = self._buffer[-3:]  # the beginning of a keep-alive, perhaps
                return found
            self._buffer = self._buffer[between:]
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
