"""What the benches of the service share: a filled store, a served process, many readers."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onepresence_desktop.domain.people import Customer, CustomerId, Device, DeviceId, DeviceKind, User, UserId
from onepresence_desktop.pbx.ports import Credential, Session, SipSecret
from onepresence_desktop.pbx.services.sign_in import token_hash
from onepresence_desktop.pbx.store.sql import SqlStore, url_of

ROOT = Path(__file__).resolve().parents[2]


def token(n: int) -> str:
    """The token of the nth user."""
    return f"bench-token-{n:05}"


def one_number(n: int) -> str:
    """The public number of the nth user, where they have one."""
    return f"+457010{n:04}"


async def fill(data: Path, people: int, *, public: bool = False) -> None:
    """A customer with people who have a desk phone and are signed in. public: and a number for those outside."""
    data.mkdir(parents=True, exist_ok=True)
    store = SqlStore(url_of(data))
    await store.open()
    now = datetime.now(UTC)
    customer = Customer(CustomerId("bench"), "100", "Bench")
    async with store.unit() as unit:
        await unit.people.put_customer(customer)
        for n in range(people):
            user = User(
                UserId(f"u{n:05}"), customer.id, f"100{n:04}", f"Person {n}", title="T", department=f"D{n % 20}",
                one_number=one_number(n) if public else None,
            )  # fmt: skip
            await unit.people.put_user(user)
            await unit.credentials.put_credential(Credential(user.id, "-", False))
            device = Device(DeviceId(f"d{n:05}"), customer.id, user.id, DeviceKind.DESK, f"100{n:04}d")
            await unit.people.put_device(device, SipSecret(device.id, "x"))
            hashed = token_hash(token(n))
            await unit.credentials.put_session(Session(f"s{n:05}", user.id, customer.id, hashed, "bench", now, now))
    await store.close()


class Served:
    """The service's process."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self.process = process
        self.host, port = url.removeprefix("http://").split(":")
        self.port = int(port)
        self.url = url

    async def ask(self, line: str) -> dict[str, Any]:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(line.encode() + b"\n")
        return json.loads(await self.process.stdout.readline())


@contextlib.asynccontextmanager
async def served(data: Path) -> AsyncIterator[Served]:
    """Start and end it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.served",
        str(data),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stdin is not None
    first = json.loads(await process.stdout.readline())
    try:
        yield Served(process, first["url"])
    finally:
        process.stdin.write(b"quit\n")
        process.stdin.close()
        await asyncio.wait_for(process.wait(), 20)


class Reader(asyncio.Protocol):
    """A client that only counts: changes (events named presence) and when each arrived."""

    def __init__(self, n: int, counts: list[int], on_data: Any = None) -> None:
        self.n = n
        self.counts = counts
        self.got = 0
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.transport: asyncio.Transport | None = None
        self.on_data = on_data
        self._tail = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        request = f"GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token(self.n)}\r\n\r\n"
        transport.write(request.encode())

    def data_received(self, data: bytes) -> None:
        self.got += len(data)
        if self.on_data is not None:
            self.on_data(self, data)
        self.counts[self.n] += data.count(b"event: presence")
        if not self.ready.done():
            read = self._tail + data
            if b"}\n\n\r\n" in read:  # an event's end; a sign of life may follow in the same packet
                self.ready.set_result(None)
            self._tail = read[-16:]


async def connect(server: Served, clients: int, counts: list[int], on_data: Any = None) -> list[Reader]:
    """That many clients with the whole snapshot read."""
    loop = asyncio.get_running_loop()
    readers: list[Reader] = []
    for n in range(clients):
        reader = Reader(n, counts, on_data)
        here = (f"127.0.0.{n % 8 + 2}", 0)  # as from several offices: strangers have few places from one address
        await loop.create_connection(lambda reader=reader: reader, server.host, server.port, local_addr=here)  # type: ignore[misc]
        readers.append(reader)
    await asyncio.wait_for(asyncio.gather(*(reader.ready for reader in readers)), 60)
    return readers


def disconnect(readers: list[Reader]) -> None:
    """Close all."""
    for reader in readers:
        if reader.transport is not None:
            reader.transport.abort()
