"""UDP and TCP for real: both families, messages in pieces, connections that are too many, too slow or too talkative."""

from __future__ import annotations

import asyncio
import contextlib
import selectors
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from onepresence_desktop.domain.errors import AddressInUse
from onepresence_desktop.domain.routing import DialPlan
from onepresence_desktop.pbx.telephony.sip import io
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.driver import SipTelephony
from onepresence_desktop.pbx.telephony.sip.guard import LARGEST
from onepresence_desktop.pbx.telephony.sip.io import SipSockets
from onepresence_desktop.pbx.telephony.sip.msg import Message
from tests.pbx.telephony.sip import test_media
from tests.pbx.telephony.sip.office import CUSTOMER, TableRouter
from tests.support.waiting import eventually


class Listening:
    """What came, and what was lost."""

    def __init__(self) -> None:
        self.came: list[tuple[bytes, Flow]] = []
        self.lost: list[int] = []
        self.proved = True
        self.sockets = SipSockets(self._take, self.lost.append)

    def _take(self, data: bytes, flow: Flow) -> None:
        self.came.append((data, flow))
        if self.proved:
            self.sockets.keep(flow)

    @property
    def port(self) -> int:
        return self.sockets.address[1]


@pytest.fixture(params=["127.0.0.1", "::1", "::"])
def host(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@asynccontextmanager
async def listening_at(host: str) -> AsyncIterator[Listening]:
    made = Listening()
    await made.sockets.open(host, 0)
    try:
        yield made
    finally:
        made.sockets.close()
        await asyncio.sleep(0.01)  # sockets close on the loop's next turn


def message(body: bytes = b"", **headers: str) -> bytes:
    request = Message("OPTIONS", "sip:x", headers=[("via", "SIP/2.0/TCP h;branch=z9hG4bK1"), ("call-id", "c")])
    for name, value in headers.items():
        request.add(name, value)
    request.body = body
    return request.encode()


def homes(listening: Listening) -> list[str]:
    host = listening.sockets.address[0]
    return ["127.0.0.1", "::1"] if host == "::" else [host]


async def test_both_transports_on_each_address_and_answers_go_back(host: str) -> None:
    async with listening_at(host) as listening:
        for home in homes(listening):
            with socket.socket(socket.AF_INET6 if ":" in home else socket.AF_INET, socket.SOCK_DGRAM) as phone:
                phone.bind((home, 0))
                phone.setblocking(False)
                phone.sendto(message(), (home, listening.port))
                await eventually(lambda: bool(listening.came))
                _, flow = listening.came.pop()
                assert (flow.kind, flow.remote, flow.local) == ("udp", phone.getsockname()[:2], (home, listening.port))
                assert listening.sockets.send(flow, b"answer")
                assert await asyncio.get_running_loop().sock_recv(phone, 100) == b"answer"
            reader, writer = await asyncio.open_connection(home, listening.port)
            writer.write(message())
            await eventually(lambda: bool(listening.came))
            _, flow = listening.came.pop()
            assert (flow.kind, flow.local) == ("tcp", (home, listening.port))
            assert listening.sockets.send(flow, b"answer") and await reader.readexactly(6) == b"answer"
            writer.close()
            await eventually(lambda flow=flow: flow.connection in listening.lost)
            assert not listening.sockets.send(flow, b"answer")


async def test_messages_over_tcp_come_whole_however_they_are_cut(host: str) -> None:
    async with listening_at(host) as listening:
        _, writer = await asyncio.open_connection(homes(listening)[0], listening.port)
        messages = [message(b"x" * n) for n in (0, 10, 3000)]
        whole = b"\r\n".join(messages)
        for byte in whole[:500]:
            writer.write(bytes([byte]))
            await writer.drain()
        writer.write(whole[500:])
        await eventually(lambda: len(listening.came) == 3)
        assert [data for data, _ in listening.came] == messages
        writer.close()


@pytest.mark.parametrize("flood", [b"x" * (LARGEST + 100), b"OPTIONS sip:x SIP/2.0\r\nContent-Length: 999999\r\n\r\n"])
async def test_who_sends_too_much_at_once_is_cut_off(host: str, flood: bytes) -> None:
    async with listening_at(host) as listening:
        reader, writer = await asyncio.open_connection(homes(listening)[0], listening.port)
        with contextlib.suppress(ConnectionError):
            writer.write(flood)
            assert await reader.read(10) == b""
        await eventually(lambda: len(listening.lost) == 1)
        writer.close()


async def test_who_begins_a_message_and_does_not_end_it_is_cut_off(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening_at(host) as listening:
        good = await asyncio.open_connection(homes(listening)[0], listening.port)
        good[1].write(message() + b"\r\n\r\n")
        await eventually(lambda: len(listening.came) == 1)
        monkeypatch.setattr(io, "PATIENCE", 0.3)
        silent, slow = [await asyncio.open_connection(homes(listening)[0], listening.port) for _ in range(2)]
        slow[1].write(message()[:40])
        await eventually(lambda: len(listening.lost) == 2)
        good[1].write(message())
        await eventually(lambda: len(listening.came) == 2)
        for _, writer in (silent, slow, good):
            writer.close()


async def test_who_speaks_but_is_no_phone_is_cut_off_after_seconds(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening_at(host) as listening:
        monkeypatch.setattr(io, "PATIENCE", 2.0)
        listening.proved = False
        _, writer = await asyncio.open_connection(homes(listening)[0], listening.port)
        while not listening.lost:
            writer.write(message())
            await asyncio.sleep(0.05)
        assert len(listening.came) > 1
        writer.close()


async def test_where_there_is_no_place_the_oldest_stranger_gives_way_and_no_phone(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with listening_at(host) as listening:
        monkeypatch.setattr(io, "MOST_CONNECTIONS", 4)
        opened = []
        for proved in (True, False, True, False, False, False):
            listening.proved = proved
            before = len(listening.came)
            opened.append(await asyncio.open_connection(homes(listening)[0], listening.port))
            opened[-1][1].write(message())
            await eventually(lambda before=before: len(listening.came) > before)
        await eventually(lambda: listening.lost == [2, 4])
        for _, writer in opened:
            writer.close()


@pytest.mark.parametrize(("ping", "pong"), [(b"\r\n\r\n", b"\r\n"), (b"\r\n", b""), (b"\0\r\n", b"")])
async def test_a_keep_alive_has_its_answer_and_what_follows_is_read(host: str, ping: bytes, pong: bytes) -> None:
    async with listening_at(host) as listening:
        reader, writer = await asyncio.open_connection(homes(listening)[0], listening.port)
        writer.write(message())
        await eventually(lambda: len(listening.came) == 1)
        writer.write(ping)
        if pong:
            assert await reader.readexactly(len(pong)) == pong
        writer.write(b"\0" + message())
        await eventually(lambda: len(listening.came) == 2)
        writer.close()


async def test_one_address_can_not_take_all_connections(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening_at(host) as listening:
        monkeypatch.setattr(io, "MOST_OF_ONE", 3)
        opened = [await asyncio.open_connection(homes(listening)[0], listening.port) for _ in range(3)]
        for _, writer in opened:
            writer.write(message())
        await eventually(lambda: len(listening.came) == 3)
        more = await asyncio.open_connection(homes(listening)[0], listening.port)
        with contextlib.suppress(ConnectionError):
            assert await more[0].read(1) == b""
        opened[0][1].close()
        await eventually(lambda: bool(listening.lost))
        again = await asyncio.open_connection(homes(listening)[0], listening.port)
        again[1].write(message())
        await eventually(lambda: len(listening.came) == 4)
        for _, writer in (*opened, more, again):
            writer.close()


async def test_a_peer_that_does_not_read_is_cut_off(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening_at(host) as listening:
        monkeypatch.setattr(io, "MOST_WAITING", 10_000)
        _, writer = await asyncio.open_connection(homes(listening)[0], listening.port, limit=1024)
        writer.write(message())
        await eventually(lambda: bool(listening.came))
        flow = listening.came[0][1]
        await eventually(lambda: not listening.sockets.send(flow, b"x" * 60_000))
        writer.close()


async def test_an_address_that_is_taken_is_named(host: str) -> None:
    async with listening_at(host) as listening:
        other = Listening()
        with pytest.raises(AddressInUse):
            await other.sockets.open(listening.sockets.address[0], listening.port)
        other.sockets.close()


def test_the_selector_that_windows_has_is_enough(tmp_path: Path) -> None:
    async def both() -> None:
        await test_both_transports_on_each_address_and_answers_go_back("127.0.0.1")
        await test_media.test_what_is_played_comes_whole_in_order_and_on_the_beat(tmp_path, "127.0.0.1", 0)

    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())) as runner:
        runner.run(both())


async def test_the_engine_lives_on_a_selector_loop_of_its_own() -> None:
    telephony = SipTelephony("127.0.0.1", 0)
    await telephony.start(TableRouter(DialPlan(CUSTOMER)), lambda _: None)
    assert isinstance(telephony._loop, asyncio.SelectorEventLoop)
    assert telephony._loop is not asyncio.get_running_loop()
    await telephony.stop()
