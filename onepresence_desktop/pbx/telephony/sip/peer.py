"""Whose packets are taken for the phone's: one sender per stream, and a phone that moves behind its router."""

from __future__ import annotations

from ipaddress import ip_address

Address = tuple[str, int]

QUIET = 0.2
"""Seconds without a packet of the old port until a new port of the same host, with the same source, is followed."""

MOST_WAITING = 50
"""Packets of a new port that are kept until the old one is known to be silent: a second of sound."""

_NOWHERE = ("0.0.0.0", "::")  # noqa: S104


class Peer:
    """One phone's end of a stream. remote: where it is sent to; None while that isn't known, or nothing may be sent."""

    def __init__(self) -> None:
        self._told: Address | None = None
        self._signals = ""
        self._remote: Address | None = None
        self._muted = False
        self._sender: Address | None = None
        self._former: Address | None = None
        self._source = -1
        self._heard_at = 0.0
        self._candidate: Address | None = None
        self._waiting: list[bytes] = []
        self.strangers = 0

    @property
    def remote(self) -> Address | None:
        """Where to send now."""
        return None if self._muted else self._remote

    def listens(self, host: str, port: int, signals: str, *, muted: bool) -> None:
        """What the phone's description tells; `signals`: the address that its SIP comes from. muted: it is on hold.

        A host name is no place to send to: then its SIP's address stands in until the phone is heard.
        """
        self._muted = muted or host in _NOWHERE
        self._signals = signals
        host = _numeric(host)
        if host in _NOWHERE or (host, port) == self._told:
            return
        self._told = (host, port)
        self._remote = (host, port) if host else (signals, port) if signals else None
        self._former, self._sender = self._sender or self._former, None

    def takes(self, data: bytes, address: Address, source: int, now: float) -> list[bytes]:
        """The packets that are the phone's, now that this one has come.

        The first sender at the phone's address is taken, and then nobody else. Another port of that address is
        answered there too (the phone sits behind a router), and so is the address that its SIP comes from, where the
        one it told is known behind its router only. On one machine the sender's loopback address is the system's
        choice, so there any of them is the phone's. The exact place that the phone has told is always its own.
        """
        if self._told is None:
            self.strangers += 1
            return []
        if address == self._told and self._sender != address:
            self._sender = self._remote = address
        elif self._sender is None and address != self._former and self._may_be(address[0]):
            self._sender = address
            if address[0] in (self._told[0], self._signals):
                self._remote = address
        if self._sender is None and address == self._former:
            return [data]  # still under way when the phone told another place
        if address == self._sender:
            waiting = self._waiting if address == self._candidate else []
            self._forget_candidate()
            self._source, self._heard_at = source, now
            return [*waiting, data]
        same = source == self._source or address == self._candidate
        if self._sender is not None and address[0] == self._sender[0] and same:
            return self._follow(data, address, now)
        self.strangers += 1
        return []

    def _follow(self, data: bytes, address: Address, now: float) -> list[bytes]:
        self._candidate = address
        self._waiting.append(data)
        if now - self._heard_at < QUIET:
            del self._waiting[:-MOST_WAITING]
            return []
        found = self._waiting
        if self._remote == self._sender:
            self._remote = address
        self._sender, self._heard_at = address, now
        self._forget_candidate()
        return found

    def _forget_candidate(self) -> None:
        self._candidate, self._waiting = None, []

    def _may_be(self, host: str) -> bool:
        assert self._told is not None
        told = self._told[0]
        return host in (told, self._signals) or (host.startswith("127.") and told.startswith("127."))


def _numeric(host: str) -> str:
    """An address as the system writes it; "" for a name."""
    try:
        return ip_address(host).compressed
    except ValueError:
        return ""
