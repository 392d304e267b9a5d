"""Live events to many clients: each has a place in its customer's ring (`event_ring`) and reads on at its own pace.

What lies between that place and the head is sent as one chunk, so a slow or flooded client costs no memory. Whoever
falls out of the ring, or comes with an unknown id, gets a new snapshot.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Protocol

from onepresence_desktop.domain.people import CustomerId, UserId
from onepresence_desktop.pbx.event_ring import RING, Ring, chunk
from onepresence_desktop.wire.slices import Audience

GAP = 0.02
"""Least seconds between two deliveries: what comes faster is coalesced. Short beside the 60 ms to a painted change."""

SLICE = 200
"""Clients served before others get the loop; 200 writes take about 2 ms."""

MOST_WAITING = 256 * 1024
"""Bytes in a connection's buffer beyond which the client isn't given more until it has read."""

HEARTBEAT_EVERY = 4.0
"""Seconds between signs of life; two may be lost within the 10 s in which a dead link must be noticed (spec 2.7)."""

STUCK_AFTER = 30.0
"""Seconds with a full buffer after which a connection is given up."""


class Link(Protocol):
    """The write side of a client's connection (an `asyncio.Transport` fits)."""

    def write(self, data: bytes) -> None: ...
    def get_write_buffer_size(self) -> int: ...
    def is_closing(self) -> bool: ...
    def close(self) -> None: ...
    def abort(self) -> None: ...


HEARTBEAT = chunk(b":\n\n")
LAST_CHUNK = b"0\r\n\r\n"


@dataclass(slots=True, eq=False)
class Client:
    """A connected client. place: the id up to which it has everything. stuck_since: its buffer is full."""

    customer_id: CustomerId
    user_id: UserId
    receptionist: bool
    session_id: str
    link: Link
    place: int = 0
    snapshotting: bool = False
    stuck_since: float | None = None
    written_at: float = 0.0


@dataclass(slots=True)
class Counters:
    """What /metrics tells."""

    published: int = 0
    delivered: int = 0
    snapshots: int = 0
    resumed: int = 0
    dropped: int = 0


Snapshot = Callable[[Client, str], Awaitable[list[bytes]]]
"""Makes a client's snapshot as pieces of JSON on one line; the id it is to carry is given."""


class EventStream:
    """All rings and all connected clients. Everything happens on the loop's thread."""

    def __init__(self, snapshot: Snapshot, *, ring: int = RING, gap: float = GAP) -> None:
        self._snapshot = snapshot
        self._ring_size = ring
        self._gap = gap
        self.rings: dict[CustomerId, Ring] = {}
        self.clients: dict[CustomerId, dict[Client, None]] = {}
        self.counters = Counters()
        self._due: dict[CustomerId, asyncio.TimerHandle | asyncio.Handle] = {}
        self._last: dict[CustomerId, float] = {}
        self._behind: asyncio.Queue[Client] = asyncio.Queue()
        self._held: set[CustomerId] = set()

    def ring(self, customer_id: CustomerId) -> Ring:
        """The customer's ring; made when first asked for."""
        found = self.rings.get(customer_id)
        if found is None:
            found = self.rings[customer_id] = Ring(size=self._ring_size)
        return found

    def publish(
        self, customer_id: CustomerId, name: str, key: Hashable, data: bytes, to: Audience | UserId = Audience.EVERYONE
    ) -> None:
        """Tell everyone in the audience; returns at once."""
        self.ring(customer_id).add(name, key, data, to)
        self.counters.published += 1
        self._deliver_soon(customer_id)

    def hold(self, customer_id: CustomerId, *, begins: bool) -> None:
        """What is published between a beginning and its end is handed over at the end, as one."""
        if begins:
            self._held.add(customer_id)
        else:
            self._held.discard(customer_id)
            self._deliver_soon(customer_id)

    def renew(self, customer_id: CustomerId) -> None:
        """Events told before don't stand any more: all clients get a new snapshot, also those that are away now."""
        self.rings.pop(customer_id, None)
        for client in self.clients.get(customer_id, {}):
            self._fall_behind(client)

    async def join(self, client: Client, last_id: str = "") -> None:
        """Bring a client up to date, by resuming or by a snapshot, and keep it so until `leave`."""
        place = self.ring(client.customer_id).place_of(last_id)
        self.clients.setdefault(client.customer_id, {})[client] = None
        if place is None:
            await self._send_snapshot(client)
        else:
            self.counters.resumed += 1
            client.place = place
            self._deliver_soon(client.customer_id)

    def leave(self, client: Client) -> None:
        """Forget a client."""
        self.clients.get(client.customer_id, {}).pop(client, None)

    def reconsider(self, customer_id: CustomerId, user_id: UserId, *, receptionist: bool) -> None:
        """A user's role may be another: clients that then see more or less get a new snapshot.

        What is on its way to them as a snapshot is made anew.
        """
        for client in self.clients.get(customer_id, {}):
            if client.user_id == user_id and client.receptionist is not receptionist:
                client.receptionist = receptionist
                self._fall_behind(client)

    def end_session(self, customer_id: CustomerId, session_id: str, last: bytes) -> None:
        """Close the connections of a session after a last event without an id."""
        for client in [c for c in self.clients.get(customer_id, {}) if c.session_id == session_id]:
            self.leave(client)
            client.link.write(chunk(last) + LAST_CHUNK)
            client.link.close()

    def close(self) -> None:
        """End all connections; clients come back when there is a service again."""
        for handle in self._due.values():
            handle.cancel()
        self._due.clear()
        for clients in self.clients.values():
            for client in list(clients):
                client.link.close()
            clients.clear()

    def session_ids(self) -> set[str]:
        """Of all connected clients."""
        return {client.session_id for clients in self.clients.values() for client in clients}

    @property
    def connected(self) -> int:
        """How many clients are connected."""
        return sum(map(len, self.clients.values()))

    async def beat(self) -> None:
        """For ever: signs of life to all, another try for clients that were behind, an end for those stuck."""
        while True:
            await asyncio.sleep(HEARTBEAT_EVERY)
            now = time.monotonic()
            for customer_id, clients in self.clients.items():
                for client in list(clients):
                    if client.stuck_since is not None and now - client.stuck_since > STUCK_AFTER:
                        self.counters.dropped += 1
                        client.link.abort()
                    elif client.stuck_since is None and not client.link.is_closing():
                        client.link.write(HEARTBEAT)
                if any(c.stuck_since is not None for c in clients):
                    self._deliver_soon(customer_id)

    async def refresh_those_behind(self) -> None:
        """For ever: a new snapshot for clients that fell out of the ring, one at a time."""
        while True:
            client = await self._behind.get()
            if client in self.clients.get(client.customer_id, {}):
                await self._send_snapshot(client)

    async def _send_snapshot(self, client: Client) -> None:
        client.snapshotting = True
        try:
            while True:  # its role may be another, or all events void, while the snapshot is made
                ring, role = self.ring(client.customer_id), client.receptionist
                place = ring.head
                pieces = await self._snapshot(client, ring.id_of(place))
                if role is client.receptionist and ring is self.ring(client.customer_id):
                    break
        finally:
            client.snapshotting = False
        if client not in self.clients.get(client.customer_id, {}):
            return
        head = b"event: snapshot\nid: %b\ndata: " % ring.id_of(place).encode()
        length = len(head) + sum(map(len, pieces)) + 2
        client.place = place
        if client.link.is_closing():
            return
        self.counters.snapshots += 1
        client.link.write(b"".join((b"%x\r\n" % length, head, *pieces, b"\n\n\r\n")))
        self._deliver_soon(client.customer_id)

    def _deliver_soon(self, customer_id: CustomerId) -> None:
        if customer_id in self._due or customer_id in self._held or not self.clients.get(customer_id):
            return
        loop = asyncio.get_running_loop()
        wait = self._last.get(customer_id, 0.0) + self._gap - loop.time()
        call = loop.call_soon if wait <= 0 else None
        self._due[customer_id] = (
            call(self._deliver, customer_id) if call is not None else loop.call_later(wait, self._deliver, customer_id)
        )

    def _deliver(self, customer_id: CustomerId, todo: list[Client] | None = None) -> None:
        if customer_id in self._held:
            self._due.pop(customer_id, None)
            return
        todo = list(self.clients.get(customer_id, ())) if todo is None else todo
        ring = self.ring(customer_id)
        head = ring.head
        for client in todo[:SLICE]:
            if client.place != head and not client.snapshotting:
                self._bring_up(client, ring)
        loop = asyncio.get_running_loop()
        rest = todo[SLICE:]
        if rest:
            self._due[customer_id] = loop.call_soon(self._deliver, customer_id, rest)
            return
        self._due.pop(customer_id, None)
        self._last[customer_id] = loop.time()
        if any(self._waiting(client, ring) for client in self.clients.get(customer_id, ())):
            self._deliver_soon(customer_id)

    @staticmethod
    def _waiting(client: Client, ring: Ring) -> bool:
        return client.place != ring.head and client.stuck_since is None and not client.snapshotting

    def _bring_up(self, client: Client, ring: Ring) -> None:
        link = client.link
        if link.is_closing():
            self.leave(client)
            return
        if link.get_write_buffer_size() > MOST_WAITING:
            if client.stuck_since is None:
                client.stuck_since = time.monotonic()
            return
        client.stuck_since = None
        if not ring.holds(client.place):
            self._fall_behind(client)
            return
        data = ring.after(client.place, client.user_id, client.receptionist)
        client.place = ring.head
        if data:
            self.counters.delivered += 1
            link.write(data)

    def _fall_behind(self, client: Client) -> None:
        if client.snapshotting:
            return
        client.snapshotting = True
        self._behind.put_nowait(client)
