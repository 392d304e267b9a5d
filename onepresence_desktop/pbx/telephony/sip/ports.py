"""Where sound comes in: ports that the system gives, or those of a range that a firewall lets through."""

from __future__ import annotations

import errno
import socket

from onepresence_desktop.domain.doctor import SoundPorts
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp

RESERVE = 8
"""Ports kept for calls under way: with fewer left, new ones are refused at the door."""


class NoPort(BadSdp):
    """No description of ours can be given, for nowhere is left to hear."""


class Ports:
    """first, last: of the range, both included; None: any. Only the even ones: the odd ones are RTCP's (RFC 3550
    section 11). They are taken in turn, so that what comes late for a call that ended meets nobody.
    """

    def __init__(self, span: tuple[int, int] | None = None) -> None:
        self._all = range(span[0] + span[0] % 2, span[1] + 1, 2) if span is not None else None
        self._span = span or (0, 0)
        self._next = 0
        self._used: set[int] = set()

    @property
    def full(self) -> bool:
        """Whether new calls are to be refused."""
        return self._all is not None and len(self._all) - len(self._used) < RESERVE

    def seen(self) -> SoundPorts:
        """For whoever looks after the service."""
        return SoundPorts(*self._span, len(self._used), len(self._all or ()), self.full)

    def bind(self, host: str) -> socket.socket:
        """A socket on `host`. Raises `NoPort`, OSError for an address that isn't ours."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        made = socket.socket(family, socket.SOCK_DGRAM)
        made.setblocking(False)
        try:
            self._bind(made, host)
        except BaseException:
            made.close()
            raise
        self._used.add(made.getsockname()[1])
        return made

    def _bind(self, made: socket.socket, host: str) -> None:
        if self._all is None:
            made.bind((host, 0))
            return
        for turn in range(len(self._all)):
            place = (self._next + turn) % len(self._all)
            port = self._all[place]
            if port in self._used:
                continue
            try:
                made.bind((host, port))
            except OSError as exc:
                if exc.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
                continue  # Another program has it.
            self._next = place + 1
            return
        raise NoPort("no port is left for sound")

    def free(self, port: int) -> None:
        """Somebody has done with it."""
        self._used.discard(port)
