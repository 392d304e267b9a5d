"""The live stream for clients of HTTP/1.0."""

from __future__ import annotations

from onepresence_desktop.pbx.event_stream import Link


class Unchunked:
    """A link to an HTTP/1.0 client, which knows no chunked body (RFC 9112 section 6.1): its end is the connection's."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def write(self, data: bytes) -> None:
        """Pass on what is in whole chunks."""
        content, place = [], 0
        while place < len(data):
            end = data.index(b"\r\n", place)
            begin, size = end + 2, int(data[place:end], 16)
            content.append(data[begin : begin + size])
            place = begin + size + 2
        self._link.write(b"".join(content))

    def get_write_buffer_size(self) -> int:
        """As the connection's."""
        return self._link.get_write_buffer_size()

    def is_closing(self) -> bool:
        """As the connection's."""
        return self._link.is_closing()

    def close(self) -> None:
        """End the connection when all is written."""
        self._link.close()

    def abort(self) -> None:
        """End the connection now."""
        self._link.abort()
