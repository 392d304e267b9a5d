"""A calendar's address leads to no place inside the service's machine, and no answer takes more than its bound."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.domain.errors import ConnectionFailed
from onepresence_desktop.domain.meetings import CalendarKind, CalendarSource
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.calendars import reader
from onepresence_desktop.pbx.calendars.reader import HttpCalendar
from onepresence_desktop.pbx.ports.calendars import CalendarAccess
from onepresence_desktop.pbx.webdav.places import Judging, usable

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "here", "company", "outside"),
    [
        ("93.184.216.34", True, True, True),
        ("2606:2800:220:1::1", True, True, True),
        ("192.168.1.9", True, True, False),
        ("10.0.0.7", True, True, False),
        ("fd00::7", True, True, False),
        ("127.0.0.1", True, False, False),
        ("::1", True, False, False),
        ("::ffff:127.0.0.1", True, False, False),
        ("169.254.169.254", False, False, False),
        ("::ffff:169.254.169.254", False, False, False),
        ("2002:a9fe:a9fe::1", False, False, False),
        ("fe80::1", False, False, False),
        ("0.0.0.0", False, False, False),
        ("::", False, False, False),
        ("224.0.0.1", False, False, False),
        ("240.0.0.1", False, False, False),
    ],
)
def test_which_addresses_are_read(address: str, here: bool, company: bool, outside: bool) -> None:
    place = ipaddress.ip_address(address)
    assert (usable(place, here=True), usable(place, here=False)) == (here, company)
    assert usable(place, here=True, outside=True) is outside


@asynccontextmanager
async def answering(answer: bytes, *, then: bytes = b"") -> AsyncIterator[str]:
    serving = 0

    async def serve(asked: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        nonlocal serving
        serving += 1
        try:
            await asked.readuntil(b"\r\n\r\n")
            answers.write(answer)
            while then:
                answers.write(then)
                await answers.drain()
                await asyncio.sleep(0.01)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            answers.close()
            serving -= 1

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/calendar.ics"
    finally:
        server.close()
        while serving:
            await asyncio.sleep(0.01)


async def trouble(address: str, *, here: bool = True, kind: CalendarKind = CalendarKind.ICS) -> str:
    calendar = HttpCalendar(here=here)
    try:
        access = CalendarAccess(CalendarSource(UserId("u"), kind, address), "")
        await calendar.meetings(access, NOW, NOW + timedelta(days=1), UTC, owner="")
    except ConnectionFailed as exc:
        return str(exc.details["reason"])
    finally:
        await calendar.close()
    return ""


OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


async def test_what_is_on_this_machine_is_read_only_where_that_is_meant() -> None:
    async with answering(OK + b"\r\n" + EMPTY) as address:
        assert await trouble(address) == ""
        assert await trouble(address, here=False) == Trouble.NOT_ALLOWED
        assert await trouble(address.replace("127.0.0.1", "localhost"), here=False) == Trouble.NOT_ALLOWED


@pytest.mark.parametrize("onward", ["http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://0.0.0.0/"])
async def test_a_redirect_is_judged_as_the_address_itself(onward: str) -> None:
    async with answering(f"HTTP/1.1 302 Found\r\nLocation: {onward}\r\nConnection: close\r\n\r\n".encode()) as address:
        assert await trouble(address) == Trouble.NOT_ALLOWED


async def test_a_redirect_to_a_file_is_not_followed() -> None:
    async with answering(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nConnection: close\r\n\r\n") as address:
        assert await trouble(address) == Trouble.UNREACHABLE


async def test_who_is_asked_on_the_internet_sends_nobody_into_the_companys_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def inner(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"Location": "http://inside.example/"})

    async def look_up(host: str, port: int, **_: Any) -> list[Any]:
        return [(0, 0, 0, "", ("93.184.216.34" if host == "calendar.example" else "10.0.0.7", port))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up)
    monkeypatch.setattr(httpx, "AsyncHTTPTransport", lambda **_: httpx.MockTransport(inner))
    judging = Judging(here=False)
    async with httpx.AsyncClient(transport=judging, follow_redirects=True) as http:
        with pytest.raises(ConnectionFailed):
            await http.get("http://calendar.example/")
    assert asked == ["http://93.184.216.34/"]


@pytest.mark.parametrize("closes", [False, True])
async def test_a_connection_is_kept_for_the_same_name_alone(monkeypatch: pytest.MonkeyPatch, closes: bool) -> None:
    connections: list[asyncio.StreamWriter] = []

    async def serve(asked: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        connections.append(answers)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while await asked.readuntil(b"\r\n\r\n"):
                answers.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK")
                await answers.drain()
                if closes and len(connections) == 1:  # without a word, as servers do with those that wait
                    break
        answers.close()

    async def look_up(_: str, port: int, **__: Any) -> list[Any]:
        return [(0, 0, 0, "", ("127.0.0.1", port))]

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up)
    async with httpx.AsyncClient(transport=Judging(here=True, keep=True)) as http:
        for host in ("one.example", "one.example", "one.example", "other.example"):
            assert (await http.get(f"http://{host}:{port}/")).text == "OK"
    assert len(connections) == (3 if closes else 2)
    server.close()


async def test_an_answer_that_unpacks_to_more_than_is_read_is_given_up_early() -> None:
    packed = gzip.compress(b"0" * 64 * 1024 * 1024, 9)
    head = OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
    async with answering(head + packed) as address:
        assert await trouble(address) == Trouble.TOO_LARGE
    async with answering(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(EMPTY)) as address:
        assert await trouble(address) == ""
    async with answering(OK + b"Content-Encoding: br\r\n\r\n" + packed) as address:
        assert await trouble(address) == Trouble.NOT_UNDERSTOOD


async def test_an_answer_that_drips_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PATIENCE", 0.3)
    async with answering(OK + b"\r\n", then=b"B") as address:
        assert await trouble(address) == Trouble.TIME_OUT


@pytest.mark.parametrize("coding", ["bogus", "utf-7", "shift_jis", "hex", "undefined"])
async def test_a_coding_that_is_none_is_not_understood(coding: str) -> None:
    async with answering(OK + b"\r\n" + f'<?xml version="1.0" encoding="{coding}"?><a/>'.encode()) as address:
        assert await trouble(address, kind=CalendarKind.CALDAV) == Trouble.NOT_UNDERSTOOD


async def test_a_document_type_is_not_read() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>'
    async with answering(OK + b"\r\n" + bomb) as address:
        assert await trouble(address, kind=CalendarKind.CALDAV) == Trouble.NOT_UNDERSTOOD
