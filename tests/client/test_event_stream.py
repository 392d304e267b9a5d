"""The stream at the client: parsing, resuming, noticing a dead link."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.client import event_stream
from onepresence_desktop.client.event_stream import EventStream, Link, LinkState, SseParser
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.domain.errors import ClientTooOld, NotSignedIn, ServerAway
from onepresence_desktop.wire import codec, protocol
from onepresence_desktop.wire.problems import encode_problem
from onepresence_desktop.wire.stream import NAMES, Event
from tests.client.samples import presence, snapshot


def sse(event: Event, event_id: str) -> bytes:
    return b"event: %s\nid: %s\ndata: %s\n\n" % (NAMES[type(event)].encode(), event_id.encode(), codec.encode(event))


@given(st.lists(st.integers(1, 40), min_size=1))
def test_events_are_the_same_however_the_bytes_are_cut(cuts: list[int]) -> None:
    text = (
        b": hello\n\nevent: a\r\nid: e:1\r\ndata: {}\r\n\r\n:\n\nevent: b\nid: e:2\ndata: one\ndata: two\n\nid: e:3\n\n"
    )
    parser, found, rest = SseParser(), [], text
    for cut in cuts * len(text):
        found += list(parser.feed(rest[:cut]))
        rest = rest[cut:]
    assert found == [("a", "e:1", b"{}"), ("b", "e:2", b"one\ntwo")]


def test_a_line_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "MOST_EVENT", 1000)
    parser = SseParser()
    with pytest.raises(ServerAway):
        for _ in range(30):
            list(parser.feed(b"x" * 100))


def test_an_event_without_end_is_given_up_also_when_it_comes_in_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "MOST_EVENT", 1000)
    parser = SseParser()
    for _ in range(5):
        assert len(list(parser.feed(b"data: " + b"x" * 900 + b"\n\n"))) == 1
    for endless in (b"data: " + b"x" * 90 + b"\n", b"data\n", b"event: x\n"):
        parser = SseParser()
        with pytest.raises(ServerAway):
            for _ in range(1000):
                list(parser.feed(endless))


Handler = Callable[[dict[str, str], asyncio.StreamWriter], Awaitable[None]]


class Service:
    """A bare HTTP server that answers each connection by the next of its handlers."""

    def __init__(self, *handlers: Handler) -> None:
        self.handlers = list(handlers)
        self.headers: list[dict[str, str]] = []

    async def __aenter__(self) -> str:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    async def __aexit__(self, *_: object) -> None:
        self.server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:]
        headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines if line)}
        self.headers.append(headers)
        handler = self.handlers.pop(0) if len(self.handlers) > 1 else self.handlers[0]
        try:
            await handler(headers, writer)
        finally:
            writer.close()


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def sends(*parts: bytes, then_wait: bool = False) -> Handler:
    async def handler(_: dict[str, str], writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"".join(parts))
        await writer.drain()
        if then_wait:
            await asyncio.sleep(3600)

    return handler


def refuses(status: int, body: bytes) -> Handler:
    async def handler(_: dict[str, str], writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 %d X\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (status, len(body)) + body)
        await writer.drain()

    return handler


async def follow(service: Service, until: Callable[[list[Event], list[Link]], bool]) -> tuple[list[Event], list[Link]]:
    seen: list[Event] = []
    links: list[Link] = []
    enough = asyncio.Event()

    def check() -> None:
        if until(seen, links):
            enough.set()

    async with service as address:
        client = PbxClient(address, token="t")
        stream = EventStream(
            client,
            on_event=lambda event, _: (seen.append(event), check())[0],
            on_link=lambda link: (links.append(link), check())[0],
            jitter=lambda: 0.0,
        )
        async with asyncio.timeout(60):
            task = asyncio.ensure_future(stream.follow())
            waiter = asyncio.ensure_future(enough.wait())
            done, _ = await asyncio.wait({task, waiter}, return_when=asyncio.FIRST_COMPLETED)
            task.cancel()
            waiter.cancel()
            await asyncio.gather(task, waiter, return_exceptions=True)
            await client.close()
            if task in done:
                await task
    return seen, links


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "FIRST_WAIT", 0.01)
    monkeypatch.setattr(event_stream, "LONGEST_WAIT", 0.02)


def test_after_a_cut_it_resumes_where_it_was() -> None:
    service = Service(
        sends(sse(snapshot(), "e:5"), sse(presence(1), "e:6")), sends(sse(presence(2), "e:7"), then_wait=True)
    )
    seen, links = asyncio.run(follow(service, lambda seen, _: len(seen) == 3))
    assert [type(e).__name__ for e in seen] == ["SnapshotView", "PresenceView", "PresenceView"]
    assert "last-event-id" not in service.headers[0]
    assert service.headers[1]["last-event-id"] == "e:6"
    assert service.headers[0]["authorization"] == "Bearer t"
    assert [link.state for link in links] == [
        LinkState.CONNECTING,
        LinkState.LIVE,
        LinkState.LOST,
        LinkState.CONNECTING,
        LinkState.LIVE,
    ]


def test_a_silent_link_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "SILENCE", 0.1)
    service = Service(sends(sse(snapshot(), "e:5"), then_wait=True), sends(sse(presence(2), "e:7"), then_wait=True))
    seen, links = asyncio.run(follow(service, lambda seen, _: len(seen) == 2))
    assert LinkState.LOST in [link.state for link in links]


def test_an_event_that_cannot_be_read_leads_to_a_new_snapshot() -> None:
    service = Service(
        sends(sse(snapshot(), "e:5"), b'event: presence\nid: e:6\ndata: {"user_id": 3}\n\n'),
        sends(sse(snapshot(), "e:9"), then_wait=True),
    )
    asyncio.run(follow(service, lambda seen, _: len(seen) == 2))
    assert "last-event-id" not in service.headers[1]


def waits(links: list[Link]) -> list[float]:
    return [link.retry_in for link in links if link.state is LinkState.LOST]


def test_a_snapshot_that_cannot_be_read_is_asked_for_ever_more_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "LONGEST_WAIT", 0.08)
    unreadable = sends(b'event: snapshot\nid: e:1\ndata: {"event_id": 3}\n\n')
    _, links = asyncio.run(follow(Service(unreadable), lambda _, links: len(waits(links)) == 5))
    assert waits(links) == [0.01, 0.02, 0.04, 0.08, 0.08]
    assert {link.error.details["detail"] for link in links if link.error is not None} == {"unreadable_event"}


def test_an_event_that_can_never_be_read_is_no_reason_to_fetch_the_snapshot_all_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(event_stream, "LONGEST_WAIT", 0.08)
    both = sends(sse(snapshot(), "e:5"), b"event: presence\nid: e:6\ndata: {}\n\n")
    _, links = asyncio.run(follow(Service(both), lambda _, links: len(waits(links)) == 5))
    assert waits(links) == [0.01, 0.02, 0.04, 0.08, 0.08]


def test_a_service_with_no_protocol_in_common_is_asked_seldom_and_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "VERSION_WAIT", 0.5)
    refused = refuses(400, encode_problem(ClientTooOld(client=1, service=3)))
    service = Service(refused, sends(sse(snapshot(), "e:1"), then_wait=True))
    _, links = asyncio.run(follow(service, lambda seen, _: len(seen) == 1))
    assert waits(links) == [0.5]
    assert isinstance(next(link.error for link in links if link.error is not None), ClientTooOld)
    assert service.headers[0][protocol.HEADER.lower()] == str(protocol.OURS)


def test_events_of_a_newer_server_are_passed_over() -> None:
    service = Service(sends(b"event: hologram\nid: e:1\ndata: {}\n\n", sse(snapshot(), "e:5"), then_wait=True))
    seen, _ = asyncio.run(follow(service, lambda seen, _: len(seen) == 1))
    assert len(seen) == 1


def test_an_ended_session_is_not_tried_again() -> None:
    service = Service(refuses(401, encode_problem(NotSignedIn())))
    with pytest.raises(NotSignedIn):
        asyncio.run(follow(service, lambda *_: False))
    assert len(service.headers) == 1


def test_a_server_in_trouble_is_tried_again_with_growing_waits() -> None:
    service = Service(
        refuses(502, b"<html>"), refuses(503, b""), refuses(500, b"{}"), sends(sse(snapshot(), "e:1"), then_wait=True)
    )
    _, links = asyncio.run(follow(service, lambda seen, _: len(seen) == 1))
    assert [link.retry_in for link in links if link.state is LinkState.LOST] == [0.01, 0.02, 0.02]


def test_a_link_that_lived_is_tried_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "LONGEST_WAIT", 0.08)
    lived = sends(sse(snapshot(), "e:1"))
    service = Service(refuses(502, b""), refuses(502, b""), lived, sends(sse(snapshot(), "e:2"), then_wait=True))
    _, links = asyncio.run(follow(service, lambda seen, _: len(seen) == 2))
    assert [link.retry_in for link in links if link.state is LinkState.LOST] == [0.01, 0.02, 0.01]


def test_a_proxy_for_the_world_is_not_asked_about_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://192.0.2.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    service = Service(sends(sse(snapshot(), "e:1"), then_wait=True))
    seen, _ = asyncio.run(follow(service, lambda seen, _: len(seen) == 1))
    assert len(seen) == 1


def test_asking_to_retry_now_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "FIRST_WAIT", 3600.0)

    async def scenario() -> int:
        service = Service(refuses(502, b""))
        async with service as address:
            client = PbxClient(address, token="t")
            lost = asyncio.Event()
            stream = EventStream(
                client,
                on_event=lambda *_: None,
                on_link=lambda link: lost.set() if link.state is LinkState.LOST else None,
            )
            task = asyncio.ensure_future(stream.follow())
            async with asyncio.timeout(60):
                await lost.wait()
                lost.clear()
                while not lost.is_set():
                    stream.retry_now()
                    await asyncio.sleep(0.005)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await client.close()
            return len(service.headers)

    assert asyncio.run(scenario()) >= 2
