"""How long messages wait before they are read: a datagram sent to oneself takes as long as everybody's.

Beyond a bound new calls are refused at once (503 with Retry-After, RFC 3261 section 21.5.4), so that those that were
taken are served in time instead of all being served too late. What counts is a queue that stands (as in RFC 8289): one
measurement alone may be a process that had to wait for its turn.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable

EVERY = 0.25
"""Seconds between two measurements while little happens."""

AT_REST = 1.0
"""Seconds until it is looked again whether anything has happened: where nothing comes, nothing waits."""

SHORT = 0.01
"""Seconds that a message waits on a machine at rest, at most."""

MESSAGES = 25
"""After so many messages it is measured anew, also before that: of a call there are eight."""

LOST = 3.0
"""Seconds after which a measurement that hasn't come back is lost, in a queue that is full."""

MOST_WAITING, MOST_WAITING_PROVED = 0.15, 0.3
"""Seconds of waiting beyond which new calls are refused, and those that come back with an answer to our challenge.

A phone sends an INVITE again after T1, half a second (RFC 3261 section 17.1.1.2), and so do we: each message of a call
that was taken must be read before. Between the first refusal and the last INVITE that was let in the queue still grows.
"""

LONGEST_TURN = 1.0
"""Seconds that a process may have to wait for its turn: what is under way for longer is a queue, also by itself."""

RETRY_AFTER = (3, 8)
"""Seconds after which a refused caller may try again, so spread that not all come at once."""


def retry_after(tag: str) -> str:
    """The header's value for a request by its tag (hexadecimal): the same when it comes again (RFC 3261 section 8.2.7),
    so that the second answer is known as a repetition of the first.
    """
    least, most = RETRY_AFTER
    return str(least + int(tag, 16) % (most - least + 1))


class QueueProbe:
    """Sends to our own port, and is shown every datagram that comes to it."""

    def __init__(self, now: Callable[[], float], send: Callable[[bytes], None]) -> None:
        self._now = now
        self._send = send
        self._token = secrets.token_bytes(12)
        self._sent_at: float | None = None
        self._waited = self._before = 0.0
        self._messages = 0

    def measure(self) -> None:
        """Send, unless one is under way."""
        now = self._now()
        if self._sent_at is None or now - self._sent_at > LOST:
            self._sent_at = now
            self._messages = 0
            self._send(self._token)

    @property
    def at_rest(self) -> bool:
        """Whether nothing has come since it was measured last, and then nothing waited."""
        return self._sent_at is None and not self._messages and max(self._waited, self._before) < SHORT

    def sees(self, data: bytes) -> bool:
        """Whether this datagram is ours; how long it waited is known then."""
        if data != self._token:
            self._messages += 1
            if self._messages >= MESSAGES and self._sent_at is None:
                self.measure()
            return False
        if self._sent_at is not None:
            self._before, self._waited, self._sent_at = self._waited, self._now() - self._sent_at, None
        return True

    def waited(self) -> float:
        """Seconds that a message waits at present, by two measurements, one of which may be under way."""
        under_way = self._now() - self._sent_at if self._sent_at is not None else 0.0
        standing = min(self._waited, max(self._before, under_way))
        return max(standing, under_way) if under_way > LONGEST_TURN else standing


class Probing:
    """A probe with a socket and a timer of its own, on the running loop. target: our address and port."""

    def __init__(self, target: tuple[str, int]) -> None:
        loop = asyncio.get_running_loop()
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(target[0], target[0])  # noqa: S104
        self._target = (host, target[1])
        self._socket = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._loop = loop
        self.probe = QueueProbe(loop.time, self._out)
        self._timer = loop.call_later(EVERY, self._tick)

    def _out(self, data: bytes) -> None:
        try:
            self._socket.sendto(data, self._target)
        except OSError:
            pass  # It is measured again.

    def _tick(self) -> None:
        at_rest = self.probe.at_rest
        if not at_rest:
            self.probe.measure()
        self._timer = self._loop.call_later(AT_REST if at_rest else EVERY, self._tick)

    def close(self) -> None:
        """No more measurements."""
        self._timer.cancel()
        self._socket.close()
