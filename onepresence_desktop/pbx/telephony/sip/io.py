"""The sockets: UDP and TCP on one address. Made for the selector loop, which every system has."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import ssl
import sys
import time
from collections.abc import Callable

from onepresence_desktop.domain.errors import AddressInUse, Invalid
from onepresence_desktop.pbx.telephony.sip.address import Malformed
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.locating import Dns, Locate
from onepresence_desktop.pbx.telephony.sip.reaching import Reaching
from onepresence_desktop.pbx.telephony.sip.stream import Stream

MOST_CONNECTIONS = 300 if sys.platform == "win32" else 500
"""For an office of 200 phones; Windows' `select` takes 512 sockets, sound included, and other systems 1024 files."""

MOST_OF_ONE = 200
"""Connections from one address: an office behind one router."""

PATIENCE = 10.0
"""Seconds for a connection to prove that it is a phone's, and for the rest of a message that has begun."""

TURN = 0.002
"""Seconds for which datagrams are read one after another, before sound and timers have their turn again."""

LARGEST_DATAGRAM = 65_536

MOST_WAITING = 1024 * 1024
"""Bytes a TCP peer may leave unread before it is dropped."""

MOST_REMEMBERED = 1000
"""Far addresses for which our own is known."""

ANY = ("0.0.0.0", "::")  # noqa: S104


class SipSockets:
    """receive(data, flow) gets each message; lost(connection) tells that a TCP connection has gone."""

    def __init__(
        self,
        receive: Callable[[bytes, Flow], None],
        lost: Callable[[int], None],
        authorities: str | None = None,
        locate: Locate | None = None,
    ) -> None:
        self._receive = receive
        self._lost = lost
        self._udp: dict[bool, asyncio.DatagramTransport] = {}
        self._out: dict[bool, socket.socket] = {}
        self._tcp: asyncio.Server | None = None
        self._tls: asyncio.Server | None = None
        self._secure = ("", 0)
        self._connections: dict[int, asyncio.Transport] = {}
        self._hosts: dict[int, str] = {}
        self._strangers: dict[int, None] = {}
        self._next = 1
        self._local_hosts: dict[str, str] = {}
        self._flows: dict[tuple[str, int], Flow] = {}
        self.address = ("", 0)
        self._reaching = Reaching(self._datagrams_to, self._connect, locate or Dns().locate, authorities)
        self.reach = self._reaching.reach

    def _datagrams_to(self, remote: tuple[str, int]) -> Flow | None:
        if (":" in remote[0]) not in self._udp:
            return None
        return Flow("udp", remote, self.local(remote[0]))

    async def _connect(self, host: str, remote: tuple[str, int], context: ssl.SSLContext | None) -> Flow:
        """A connection of ours to a server, from where phones reach us too; it is kept like those that come."""
        loop, ours = asyncio.get_running_loop(), self.address[0]
        from_here = ours not in ANY and (":" in ours) is (":" in remote[0])
        _, made = await loop.create_connection(
            lambda: _Connection(self, "tls" if context is not None else "tcp"),
            *remote,
            ssl=context,
            server_hostname=host if context is not None else None,
            local_addr=(ours, 0) if from_here else None,
        )
        self.keep(made.flow)
        return made.flow

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
                    heard = _Datagrams(self, sock)
                    udp, _ = await loop.create_datagram_endpoint(lambda one=heard: one, sock=sock)  # type: ignore[misc]
                    udp.max_size = LARGEST_DATAGRAM  # type: ignore[attr-defined]  # room for four times costs five times
                    self._udp[sock.family == socket.AF_INET6] = udp
                    self._out[sock.family == socket.AF_INET6] = sock
                self.address = (host, chosen)
                return
        except OSError as exc:
            if exc.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL) or isinstance(exc, socket.gaierror):
                raise AddressInUse(address=f"sip:{host}:{port}") from exc
            raise
        raise AddressInUse(address=f"sip:{host}:{port}")

    async def open_secure(self, host: str, port: int, certificate: str, key: str) -> None:
        """Let phones in over TLS too. Raises `AddressInUse`, `Invalid` for files of no use."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(certificate, key)
        except (OSError, ssl.SSLError) as exc:
            raise Invalid(field="tls_cert", problem="unreadable") from exc
        hosts = ("::", "0.0.0.0") if host == "::" else (host,)  # noqa: S104
        try:
            loop = asyncio.get_running_loop()
            self._tls = await loop.create_server(
                lambda: _Connection(self, "tls"), hosts, port, ssl=context, ssl_handshake_timeout=PATIENCE
            )
        except OSError as exc:
            raise AddressInUse(address=f"sips:{host}:{port}") from exc
        self._secure = (host, self._tls.sockets[0].getsockname()[1])

    @property
    def secure_port(self) -> int:
        """Where phones come in over TLS; 0: nowhere."""
        return self._secure[1]

    def doors(self) -> list[tuple[str, str, int, bool]]:
        """Where phones come in: kind, host, port, and whether it is open."""
        host, port = self.address
        heard = bool(self._udp) and not any(udp.is_closing() for udp in self._udp.values())
        found = [("udp", host, port, heard), ("tcp", host, port, self._tcp is not None and self._tcp.is_serving())]
        if self._tls is not None:
            found.append(("tls", *self._secure, self._tls.is_serving()))
        return found

    def close(self) -> None:
        """Close everything."""
        self._reaching.close()
        for udp in self._udp.values():
            udp.close()
        for server in (self._tcp, self._tls):
            if server is not None:
                server.close()
        for transport in list(self._connections.values()):
            transport.abort()

    def send(self, flow: Flow, data: bytes) -> bool:
        """Send on a flow; False when it is gone."""
        if flow.kind == "udp":
            six = ":" in flow.remote[0]
            udp = self._udp.get(six)
            if udp is None or udp.is_closing():
                return False
            try:
                self._out[six].sendto(data, flow.remote)
            except BlockingIOError:
                udp.sendto(data, flow.remote)  # The loop sends it as soon as there is room.
            except OSError:
                pass  # As an ICMP error: the transaction's timers notice.
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
        """A datagram came. All of one sender share a flow, which calls and transactions remember."""
        flow = self._flows.get(address)
        if flow is None:
            if len(self._flows) >= MOST_REMEMBERED:
                self._flows.clear()
            flow = self._flows[address] = Flow("udp", (address[0], address[1]), self.local(address[0]))
        self._receive(data, flow)

    def keep(self, flow: Flow) -> None:
        """A phone has proved itself on a connection: it may stay."""
        self._strangers.pop(flow.connection, None)

    def stranger(self, number: int) -> bool:
        """Whether nobody has proved themselves on this connection yet."""
        return number in self._strangers

    def connected(self, connection: _Connection, transport: asyncio.Transport) -> int:
        """A TCP connection came; its number, or 0 when there is no place.

        Where there are too many, the stranger who has been there for longest gives way.
        """
        host = connection.remote[0]
        of_one = [number for number, one in self._hosts.items() if one == host]
        if len(of_one) >= MOST_OF_ONE and not self._evict(of_one):
            transport.abort()
            return 0
        if len(self._connections) >= MOST_CONNECTIONS and not self._evict(list(self._strangers)):
            transport.abort()
            return 0
        number, self._next = self._next, self._next + 1
        self._connections[number] = transport
        self._hosts[number] = host
        self._strangers[number] = None
        return number

    def _evict(self, among: list[int]) -> bool:
        """Close the connection of the oldest stranger among these; False when there is none."""
        oldest = next((number for number in among if number in self._strangers), None)
        if oldest is None:
            return False
        transport = self._connections[oldest]
        self.disconnected(oldest)
        transport.abort()
        return True

    def disconnected(self, number: int) -> None:
        """A TCP connection went."""
        self._hosts.pop(number, None)
        self._strangers.pop(number, None)
        if self._connections.pop(number, None) is not None:
            self._lost(number)

    def message(self, data: bytes, flow: Flow) -> None:
        """A whole message of a connection."""
        self._receive(data, flow)


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
    def __init__(self, sockets: SipSockets, sock: socket.socket) -> None:
        self._sockets = sockets
        self._socket = sock

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """One came, and more of them may be there: to be woken for each would cost a fifth more."""
        until = time.monotonic() + TURN
        self._sockets.datagram(data, addr)
        while time.monotonic() < until:
            try:
                data, addr = self._socket.recvfrom(LARGEST_DATAGRAM)
            except OSError:
                return  # Nothing there, or an ICMP error as below.
            self._sockets.datagram(data, addr)

    def error_received(self, exc: Exception) -> None:
        """An ICMP error of something sent before: the transaction's timers notice."""


class _Connection(asyncio.Protocol):
    def __init__(self, sockets: SipSockets, kind: str = "tcp") -> None:
        self._sockets = sockets
        self._kind = kind
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
                self._sockets.message(message, self.flow)
                if not self._sockets.stranger(self._number):
                    self._expect(False)
            if self._stream.pinged and self._transport is not None:
                self._transport.write(b"\r\n")
            if self._stream.waiting:
                self._expect(True)
        except Malformed:
            self._abort()

    @property
    def flow(self) -> Flow:
        """The way back to whoever is at the other end."""
        host, port = self._sockets.local(self.remote[0])
        if self._kind == "tls" and self._sockets.secure_port:
            port = self._sockets.secure_port
        return Flow(self._kind, self.remote, (host, port), self._number)

    def _expect(self, more: bool) -> None:
        """Wait for a phone's proof or the end of a message, but not for ever; or no longer."""
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
