"""Strangers have few places, lose them first, and no byte or second of theirs is without a bound (spec 1.3)."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from onepresence_desktop.pbx.http import connection, guests, server
from onepresence_desktop.pbx.http.connection import PROVED
from onepresence_desktop.pbx.http.guests import Guests
from onepresence_desktop.pbx.http.listening import open_door
from tests.support.tls import made


async def application(scope: dict, receive: object, send: object) -> None:  # type: ignore[type-arg]
    """Reads a body, and takes whoever has a token as known."""
    if any(name == b"authorization" for name, _ in scope["headers"]):
        scope["extensions"][PROVED]()
    while (await receive())["more_body"]:  # type: ignore[operator]
        pass
    await send({"type": "http.response.start", "status": 204, "headers": []})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b""})  # type: ignore[operator]


@contextlib.asynccontextmanager
async def listening(places: Guests | None = None) -> AsyncIterator[int]:
    door = open_door(application, places or Guests(), "127.0.0.1", 0)
    serving = asyncio.create_task(door.server.serve(sockets=[door.sock]))
    try:
        yield door.sock.getsockname()[1]
    finally:
        door.server.end()
        await serving


async def ended(reader: asyncio.StreamReader) -> bool:
    """Whether the service ends a connection."""
    try:
        async with asyncio.timeout(60):
            while await reader.read(65536):
                pass
    except ConnectionError:
        pass
    return True


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(connection, "HEAD_WITHIN", 0.3)
    monkeypatch.setattr(connection, "BODY_WITHIN", 0.3)
    yield


ENDLESS = {
    "value": (b"GET / HTTP/1.1\r\nX: ", b"a" * 1000),
    "name": (b"GET / HTTP/1.1\r\n", b"a" * 1000),
    "names": (b"GET / HTTP/1.1\r\n", b"a: b\r\n" * 100),
    "line": (b"GET /", b"a" * 1000),
    "trailer": (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: ", b"a" * 1000),
    "trailers": (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"a: b\r\n" * 100),
    "chunk extension": (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"a" * 1000),
    "empty lines": (b"", b"\r\n" * 500),
}


@pytest.mark.parametrize("kind", ENDLESS)
async def test_whatever_never_ends_is_cut(kind: str, hasty: None) -> None:
    begin, more = ENDLESS[kind]
    async with listening() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begin)
        watching = asyncio.create_task(ended(reader))
        sent = 0
        with contextlib.suppress(ConnectionError):
            while not watching.done() and sent < 5_000_000:
                writer.write(more)
                sent += len(more)
                await writer.drain()
                await asyncio.sleep(0)
        assert await watching
        writer.close()
    assert sent < 2_000_000 or kind == "empty lines"


@pytest.mark.parametrize(
    "half", [b"", b"GE", b"GET / HTTP/1.1\r\nHost:", b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc"]
)
async def test_half_heads_half_bodies_and_silence_end(half: bytes, hasty: None) -> None:
    async with listening() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(half)
        assert await ended(reader)
        writer.close()


async def test_a_stranger_does_not_stay_however_busy_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "STRANGER_WITHIN", 0.5)
    request = b"GET / HTTP/1.1\r\nHost: x\r\n%b\r\n"
    async with listening() as port:
        stranger = await asyncio.open_connection("127.0.0.1", port)
        known = await asyncio.open_connection("127.0.0.1", port)
        known[1].write(request % b"Authorization: Bearer t\r\n")
        watching = asyncio.create_task(ended(stranger[0]))
        with contextlib.suppress(ConnectionError):
            while not watching.done():
                stranger[1].write(request % b"")
                known[1].write(request % b"")
                await asyncio.sleep(0.05)
        assert not known[0].at_eof()
        known[1].close()
        stranger[1].close()


async def test_the_oldest_stranger_gives_way_and_who_is_known_keeps_the_place() -> None:
    async with listening(Guests(most=6)) as port:  # three of them for strangers
        known = await asyncio.open_connection("127.0.0.1", port)
        known[1].write(b"GET / HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n")
        await known[0].readuntil(b"\r\n\r\n")
        strangers = [await asyncio.open_connection("127.0.0.1", port) for _ in range(8)]
        for reader, _ in strangers[:5]:
            assert await ended(reader)
        strangers[-1][1].write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b" 204 " in await strangers[-1][0].readuntil(b"\r\n\r\n")
        known[1].write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b" 204 " in await known[0].readuntil(b"\r\n\r\n")
        for _, writer in (*strangers, known):
            writer.close()


def test_one_address_can_not_take_the_places_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "PER_ADDRESS", 3)
    places, out = Guests(most=100), []
    other = places.enter("192.0.2.9", lambda: out.append("other"))
    for n in range(10):
        places.enter("192.0.2.1", lambda n=n: out.append(n))
    assert out == list(range(7)) and other is not None


def test_who_is_inside_of_a_crowd_has_time_to_prove_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests, "PER_ADDRESS", 3)
    now, out = [0.0], list[int]()
    places = Guests(1000, now=lambda: now[0])
    entered = [places.enter("192.0.2.1", lambda n=n: out.append(n)) for n in range(1000)]
    assert len(out) == guests.AT_ONCE and entered[3] is not None and entered[-1] is None
    assert places.enter("192.0.2.2", lambda: None) is not None
    now[0] += 1.0
    entered = [places.enter("192.0.2.1", lambda: out.append(0)) for _ in range(1000)]
    assert len(out) == guests.AT_ONCE + guests.GIVING_WAY and entered[0] is not None and entered[-1] is None


def test_when_all_are_known_there_is_no_place_and_when_one_leaves_there_is() -> None:
    places = Guests(most=2)
    known = []
    for address in ("192.0.2.1", "192.0.2.2"):
        guest = places.enter(address, lambda: None)
        assert guest is not None
        places.know(guest)
        known.append(guest)
    assert places.enter("192.0.2.3", lambda: None) is None
    places.leave(known[0])
    assert places.enter("192.0.2.3", lambda: None) is not None


async def test_without_descriptors_who_comes_is_sent_away_and_it_is_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(server, "PAUSE", 0.05)
    caplog.set_level("INFO")
    async with listening() as port:
        loop = asyncio.get_running_loop()
        accepting, refused = loop.sock_accept, []

        async def no_room(sock: socket.socket) -> object:
            if len(refused) < 3:
                refused.append(sock)
                raise OSError(24, os.strerror(24))
            return await accepting(sock)

        monkeypatch.setattr(loop, "sock_accept", no_room)
        with contextlib.suppress(httpx.HTTPError):
            async with httpx.AsyncClient(trust_env=False, timeout=60) as first:
                await first.get(f"http://127.0.0.1:{port}/")
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            for _ in range(20):
                with contextlib.suppress(httpx.HTTPError):
                    if (await client.get(f"http://127.0.0.1:{port}/")).status_code == 204:
                        break
        assert len(refused) == 3
    assert [record.getMessage().split(":")[0] for record in caplog.records if "taken in" in record.getMessage()] == [
        "no more connections can be taken in",
        "connections are taken in again",
    ]


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nX: ", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
@pytest.mark.parametrize("over", ["plain", "TLS", "TLS, but silent"])
async def test_who_has_left_or_was_turned_out_leaves_nothing_behind(tmp_path: Path, over: str, sent: bytes) -> None:
    shown = made(tmp_path)
    files = None if over == "plain" else (shown.certificate, shown.key)
    door = open_door(application, Guests(most=6), "127.0.0.1", 0, files)  # three places for strangers
    serving = asyncio.create_task(door.server.serve(sockets=[door.sock]))
    trusting = ssl._create_unverified_context() if over == "TLS" else None
    gc.collect()
    gc.disable()  # a crowd comes and goes faster than garbage is looked for
    try:
        for _ in range(20):
            reader, writer = await asyncio.open_connection("127.0.0.1", door.sock.getsockname()[1], ssl=trusting)
            writer.write(sent)
            if sent.endswith(b"\r\n\r\n") and over != "TLS, but silent":
                await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(0.01)
            writer.transport.abort()
        async with asyncio.timeout(30):
            while (left := sum(isinstance(one, connection.Connection) for one in gc.get_objects())) > 4:
                await asyncio.sleep(0.05)
    finally:
        gc.enable()
        door.server.end()
        await serving
    assert left <= 4


def test_that_an_address_crowds_in_is_told_once_and_so_is_its_end(caplog: pytest.LogCaptureFixture) -> None:
    places = Guests(10_000)
    with caplog.at_level("INFO"):
        inside = [guest for _ in range(4 * guests.PER_ADDRESS) if (guest := places.enter("192.0.2.1", lambda: None))]
        for guest in inside:
            places.leave(guest)
    assert [(record.levelname, "192.0.2.1" in record.getMessage()) for record in caplog.records] == [
        ("WARNING", True),
        ("INFO", True),
    ]
