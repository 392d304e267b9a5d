"""Strangers' work goes by turns, with a rest for everybody else between them, and none is forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

from onepresence_desktop.pbx.http.guests import Guests
from onepresence_desktop.pbx.http.listening import open_door
from onepresence_desktop.pbx.http.turnstile import AT_ONCE, Turnstile
from tests.pbx.http.test_guests import application, ended, listening


async def test_between_two_turns_everybody_else_comes_to_theirs() -> None:
    turnstile, done, seen = Turnstile(), [], []
    for n in range(5 * AT_ONCE):
        turnstile.then(lambda n=n: done.append(n))  # type: ignore[misc]
    while len(done) < 5 * AT_ONCE:
        await asyncio.sleep(0)
        seen.append(len(done))
    assert done == list(range(5 * AT_ONCE))
    assert max(after - before for before, after in zip([0, *seen], seen, strict=False)) <= AT_ONCE


async def test_work_that_fails_is_in_nobodys_way() -> None:
    turnstile = Turnstile()
    failed: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: failed.append(context))
    turnstile.then(lambda: 1 / 0)
    await asyncio.wait_for(turnstile.turn(), 60)
    assert len(failed) == 1
    asyncio.get_running_loop().set_exception_handler(None)


@pytest.mark.parametrize("pieces", [1, 7])
async def test_a_stranger_who_sends_in_pieces_is_answered(pieces: int) -> None:
    async with listening() as port:

        async def body() -> object:
            for _ in range(pieces):
                yield b"a" * 1000
                await asyncio.sleep(0.01)

        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60) as http:
            answers = await asyncio.gather(*(http.post("/", content=body()) for _ in range(30)))  # type: ignore[arg-type]
        assert {answer.status_code for answer in answers} == {204}


async def test_even_a_whole_request_of_a_stranger_is_read_when_it_is_their_turn() -> None:
    places, waiting = Guests(), list[Callable[[], object]]()
    async with listening(places) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for n in range(2):  # the second over a connection that is idle
            places.turnstile.then = waiting.append  # type: ignore[method-assign]
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
            writer.write(b"\r\n")
            async with asyncio.timeout(60):
                while not waiting:
                    await asyncio.sleep(0)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(asyncio.shield(reading := asyncio.ensure_future(reader.read(9))), 0.01)
            del places.turnstile.then
            waiting.pop()()
            assert await reading == b"HTTP/1.1 ", n
            await reader.readuntil(b"\r\n\r\n")
        writer.close()


@pytest.mark.parametrize(("head", "ahead"), [(b"", 3), (b"Authorization: Bearer t\r\n", 20)])
async def test_few_requests_of_a_stranger_wait_and_who_sends_more_at_once_is_cut(head: bytes, ahead: int) -> None:
    request = b"GET / HTTP/1.1\r\nHost: x\r\n%b\r\n" % head
    async with listening() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        await reader.readuntil(b"\r\n\r\n")
        writer.write(request * ahead)
        for _ in range(ahead):
            assert (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)).startswith(b"HTTP/1.1 204")
        writer.write(request * 100)
        assert await ended(reader)
        writer.transport.abort()


async def test_who_is_known_keeps_an_idle_connection_for_longer_than_a_stranger() -> None:
    door = open_door(application, Guests(), "127.0.0.1", 0)
    door.server.config.timeout_keep_alive = 0  # seconds, for whoever has proved nothing
    serving = asyncio.create_task(door.server.serve(sockets=[door.sock]))
    port = door.sock.getsockname()[1]
    try:
        known, known_out = await asyncio.open_connection("127.0.0.1", port)
        stranger, stranger_out = await asyncio.open_connection("127.0.0.1", port)
        ask = b"GET / HTTP/1.1\r\nHost: x\r\n%s\r\n"
        known_out.write(ask % b"Authorization: Bearer t\r\n")
        assert (await known.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        stranger_out.write(ask % b"")
        assert await ended(stranger)
        known_out.write(ask % b"")
        assert (await known.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
        for out in (known_out, stranger_out):
            out.transport.abort()
    finally:
        door.server.end()
        await serving
