"""The sockets: UDP and TCP on one address. Made for the selector loop, which every system has."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import sys
from collections.abc import Callable

from onepresence_desktop.domain.errors import AddressInUse
from onepresence_desktop.pbx.telephony.sip.address import Malformed
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.stream import Stream

MOST_CONNECTIONS = 300 if sys.platform == "win32" else 500
"""For an office of 200 phones; Windows' `select` takes 512 sockets, sound included, and other systems 1024 files."""

MOST_OF_ONE = 200
"""Connections from one address: an office behind one router."""

PATIENCE = 32.0
"""Seconds for the first message of a connection, and for the rest of one that has begun."""

MOST_WAITING = 1024 * 1024
"""Bytes a TCP peer may leave unread before it is dropped."""

MOST_REMEMBERED = 1000
"""Far addresses for which our own is known."""

ANY = ("0.0.0.0", "::")  # noqa: S104


class SipSockets:
    """receive(data, flow) gets each message; lost(connection) tells that a TCP connection has gone."""

    def __init__(self, receive: Callable[[bytes, Flow], None], lost: Callable[[int], None]) -> None:
        self._receive = receive
        self._lost = lost
        self._udp: dict[bool, asyncio.DatagramTransport] = {}
        self._tcp: asyncio.Server | None = None
        self._connections: dict[int, asyncio.Transport] = {}
        self._hosts: dict[int, str] = {}
        self._next = 1
        self._local_hosts: dict[str, str] = {}
        self.address = ("", 0)

    async def open(self, host: str, port: int) -> None:
        """Bind UDP and TCP to the same port; `::` is every address of both families. Raises `AddressInUse`."""
        loop = asyncio.get_running_loop()
        hosts = ("::", "0.0.0.0") if host == "::" else (host,)  # noqa: S104
        try:
            for _ in range(20):
                bound: list[socket.socket] = []
                try:
                    chosen = port
                    for one in hosts:
                        bound.append(_bound(one, chosen))
                        chosen = bound[0].getsockname()[1]
                    self._tcp = await loop.create_server(lambda: _Connection(self), hosts, chosen)
                except OSError:
                    for sock in bound:
                        sock.close()
                    if port:
                        raise
                    continue
                for sock in bound:
                    udp, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), sock=sock)
                    self._udp[sock.family == socket.AF_INET6] = udp
                self.address = (host, chosen)
                return
        except OSError as exc:
            if exc.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL) or isinstance(exc, socket.gaierror):
                raise AddressInUse(address=f"sip:{host}:{port}") from exc
            raise
        raise AddressInUse(address=f"sip:{host}:{port}")

    def close(self) -> None:
        """Close everything."""
        for udp in self._udp.values():
            udp.close()
        if self._tcp is not None:
            self._tcp.close()
        for transport in list(self._connections.values()):
            transport.abort()

    def send(self, flow: Flow, data: bytes) -> bool:
        """Send on a flow; False when it is gone."""
        if flow.kind == "udp":
            udp = self._udp.get(":" in flow.remote[0])
            if udp is None or udp.is_closing():
                return False
            udp.sendto(data, flow.remote)
            return True
        transport = self._connections.get(flow.connection)
        if transport is None or transport.is_closing():
            return False
        if transport.get_write_buffer_size() > MOST_WAITING:
            transport.abort()
            return False
        transport.write(data)
        return True

    def local(self, remote: str) -> tuple[str, int]:
        """Our address as a phone at `remote` sees it."""
        host, port = self.address
        if host not in ANY:
            return host, port
        if remote not in self._local_hosts:
            if len(self._local_hosts) >= MOST_REMEMBERED:
                self._local_hosts.clear()
            family = socket.AF_INET6 if ":" in remote else socket.AF_INET
            with contextlib.closing(socket.socket(family, socket.SOCK_DGRAM)) as probe:
                try:
                    probe.connect((remote, 9))
                    self._local_hosts[remote] = probe.getsockname()[0]
                except OSError:
                    return "127.0.0.1", port
        return self._local_hosts[remote], port

    def datagram(self, data: bytes, address: tuple[str, int]) -> None:
        """A datagram came."""
        self._receive(data, Flow("udp", (address[0], address[1]), self.local(address[0])))

    def connected(self, connection: _Connection, transport: asyncio.Transport) -> int:
        """A TCP connection came; its number, or 0 when there are too many."""
        host = connection.remote[0]
        of_one = sum(1 for one in self._hosts.values() if one == host)
        if len(self._connections) >= MOST_CONNECTIONS or of_one >= MOST_OF_ONE:
            transport.abort()
            return 0
        number, self._next = self._next, self._next + 1
        self._connections[number] = transport
        self._hosts[number] = host
        return number

    def disconnected(self, number: int) -> None:
        """A TCP connection went."""
        self._hosts.pop(number, None)
        if self._connections.pop(number, None) is not None:
            self._lost(number)

    def message(self, data: bytes, number: int, remote: tuple[str, int]) -> None:
        """A whole message of a TCP connection."""
        self._receive(data, Flow("tcp", remote, self.local(remote[0]), number))


def _bound(host: str, port: int) -> socket.socket:
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM, flags=socket.AI_PASSIVE)[0]
    sock = socket.socket(family, kind)
    try:
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 1024 * 1024)
        sock.setblocking(False)
        sock.bind(address)
    except OSError:
        sock.close()
        raise
    return sock


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, sockets: SipSockets) -> None:
        self._sockets = sockets

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._sockets.datagram(data, addr)

    def error_received(self, exc: Exception) -> None:
        """An ICMP error of something sent before: the transaction's timers notice."""


class _Connection(asyncio.Protocol):
    def __init__(self, sockets: SipSockets) -> None:
        self._sockets = sockets
        self._stream = Stream()
        self._number = 0
        self.remote = ("", 0)
        self._transport: asyncio.Transport | None = None
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        peer = transport.get_extra_info("peername") or ("", 0)
        self.remote = (peer[0], peer[1])
        self._number = self._sockets.connected(self, transport)
        self._expect(True)

    def data_received(self, data: bytes) -> None:
        try:
            for message in self._stream.feed(data):
                self._expect(False)
                self._sockets.message(message, self._number, self.remote)
            if self._stream.waiting:
                self._expect(True)
        except Malformed:
            self._abort()

    def _expect(self, more: bool) -> None:
        """Wait for the end of a message, but not for ever; or no longer."""
        if more and self._patience is None:
            self._patience = asyncio.get_running_loop().call_later(PATIENCE, self._abort)
        elif not more and self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _abort(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._expect(False)
        self._sockets.disconnected(self._number)
