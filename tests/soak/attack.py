"""One hostile address at a low rate: half requests, endless ones, wrong passwords, noise and guesses at a phone's."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import httpx

from tests.bench.hostile import KINDS

LONGEST = 15.0
"""Seconds for which one connection is kept, at most."""
REST = (0.5, 3.0)
"""Seconds between two attacks."""
PIECE_EVERY = 0.3
"""Seconds between two pieces of what never ends."""


@dataclass
class Attacker:
    """Attacks from one loopback address, until it is cancelled. number, phone: of whom it wants to be."""

    host: str
    url: str
    sip: tuple[str, int]
    number: str
    phone: str
    rng: random.Random
    done: dict[str, int] = field(default_factory=dict)

    async def attack(self) -> None:
        """One after another."""
        kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "password": self._password,
            "reset": self._reset,
            "forged": self._forged,
            "noise": self._noise,
            "many vias": self._many_vias,
            "wrong digest": self._wrong_digest,
            "call by nobody": self._call_by_nobody,
            "idle on the phones' port": self._idle,
            "tls where none is": self._tls,
        }
        while True:
            kind = self.rng.choice([*KINDS, *kinds])
            with contextlib.suppress(OSError, httpx.HTTPError, TimeoutError):
                await (kinds[kind]() if kind in kinds else self._half(*KINDS[kind]))
            self.done[kind] = self.done.get(kind, 0) + 1
            await asyncio.sleep(self.rng.uniform(*REST))

    async def _half(self, begin: bytes, more: bytes) -> None:
        port = int(self.url.rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(self.host, 0))
        try:
            writer.write(begin)
            async with asyncio.timeout(self.rng.uniform(1, LONGEST)):
                while more:
                    writer.write(more)
                    await writer.drain()
                    await asyncio.sleep(PIECE_EVERY)
                await reader.read()
        finally:
            writer.transport.abort()

    def _http(self) -> httpx.AsyncClient:
        transport = httpx.AsyncHTTPTransport(local_address=self.host)
        return httpx.AsyncClient(base_url=self.url, transport=transport, timeout=10)

    async def _password(self) -> None:
        async with self._http() as http:
            number = self.number if self.rng.random() < 0.5 else f"100{self.rng.randrange(10_000):04}"
            wrong = {"local_number": number, "password": str(self.rng.randrange(10**6))}
            await http.post("/v1/sessions", json=wrong)

    async def _reset(self) -> None:
        async with self._http() as http:
            await http.post("/v1/password-resets", json={"local_number": self.number, "by": "email"})

    async def _forged(self) -> None:
        async with self._http() as http:
            head = {
                "Authorization": f"Bearer {self.rng.randbytes(24).hex()}",
                "X-Forwarded-For": "127.0.0.1",
                "Host": "elsewhere.example",
            }
            await http.get(self.rng.choice(["/v1/snapshot", "/v1/people", "/v1/events", "/metrics"]), headers=head)

    def _datagram(self, data: bytes) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
            out.bind((self.host, 0))
            out.sendto(data, self.sip)

    async def _noise(self) -> None:
        self._datagram(os.urandom(900))

    async def _many_vias(self) -> None:
        via = b"Via: SIP/2.0/UDP a;branch=z9hG4bKa\r\n"
        self._datagram(b"OPTIONS sip:x SIP/2.0\r\n" + via * self.rng.choice([100, 400, 1500]) + b"\r\n")

    async def _call_by_nobody(self) -> None:
        self._datagram(self._request("INVITE", f"sip:{self.number}@x", ""))

    async def _wrong_digest(self) -> None:
        """With a nonce of the service's own, as who knows a phone's name can."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
            out.bind((self.host, 0))
            out.setblocking(False)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(out, self.sip)
            out.send(self._request("REGISTER", "sip:x", ""))
            async with asyncio.timeout(5):
                challenge = (await loop.sock_recv(out, 4096)).decode("utf-8", "replace")
            found = dict(re.findall(r'(realm|nonce)="([^"]*)"', challenge))
            out.send(
                self._request(
                    "REGISTER",
                    "sip:x",
                    f'Authorization: Digest username="{self.phone}", realm="{found.get("realm", "x")}", uri="sip:x", '
                    f'nonce="{found.get("nonce", "x")}", response="{"0" * 64}", algorithm=SHA-256\r\n',
                )
            )

    def _request(self, method: str, uri: str, more: str) -> bytes:
        mark = self.rng.randbytes(8).hex()
        return (
            f"{method} {uri} SIP/2.0\r\nVia: SIP/2.0/UDP {self.host};branch=z9hG4bK{mark};rport\r\nMax-Forwards: 70\r\n"
            f"From: <sip:{self.phone}@x>;tag={mark}\r\nTo: <sip:{self.phone}@x>\r\nCall-ID: {mark}\r\n"
            f"CSeq: 1 {method}\r\nContact: <sip:{self.host}>\r\n{more}Content-Length: 0\r\n\r\n"
        ).encode()

    async def _idle(self) -> None:
        reader, writer = await asyncio.open_connection(*self.sip, local_addr=(self.host, 0))
        try:
            writer.write(self.rng.choice([b"", b"\0", b"REGISTER sip:x SIP/2.0\r\nX: "]))
            async with asyncio.timeout(self.rng.uniform(1, LONGEST)):
                await reader.read()
        finally:
            writer.transport.abort()

    async def _tls(self) -> None:
        context = ssl.create_default_context()
        port = int(self.url.rpartition(":")[2])
        async with asyncio.timeout(LONGEST):
            _, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(self.host, 0), ssl=context)
            writer.transport.abort()
