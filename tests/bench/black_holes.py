"""Calls while every connection of the company leads to a server that says nothing (spec 6.4): CPU and failures.

One connection of each kind, to a server that takes connections and never answers and to an address that drops what is
sent to it, in turn. Mail and SMS wait for them, calendars are read by themselves, each connection is tried and the
directories are searched all the time. The same calls are made before, meanwhile and afterwards, in one process.
"""

from __future__ import annotations

import asyncio
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import psutil

from onepresence_desktop.domain.connections import KINDS, ConnectionKind
from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.pbx.store.sql import SqlStore, url_of
from onepresence_desktop.wire import commands as wire
from tests.bench.limits import Limit, most
from tests.bench.setting import fill, token
from tests.bench.sip_calls import measured
from tests.support.service import Service
from tests.support.sipp import Phones

PEOPLE, WITH_CALENDAR = 200, 50
CALLS, RATE = 900, 30.0
MESSAGES = 100
"""Queued by each way."""

APART = 1.15
"""How much more a call may cost meanwhile: two runs of the same differ by as much."""


def main() -> dict[str, Any]:
    """Run, print a table, return the figures."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        asyncio.run(_company(folder / "data"))
        service = stack.enter_context(Service(folder / "data"))
        phones = stack.enter_context(Phones(folder, service.sip.removeprefix("sip:"), PEOPLE))
        assert service.process is not None
        process = psutil.Process(service.process.pid)
        phones.register(PEOPLE, 100.0)
        phones.answer()
        phones.call(200, RATE)

        def calls() -> dict[str, Any]:
            return measured(process, lambda: phones.call(CALLS, RATE))

        found: dict[str, Any] = {"before": calls()}
        with _black_holes(service) as failing:
            found["meanwhile"] = calls()
            found["failing"] = failing()
        found["afterwards"] = calls()
        refused = [line for line in service.errors if "Traceback" in line]
        assert not refused, "".join(service.errors)
    print(f"sipp: {CALLS} whole calls at {RATE:.0f}/s; {found['failing']} of {len(KINDS)} connections failed meanwhile")
    print("               failed   sent again   CPU ms, engine   CPU ms, whole service   ms to ringing")
    for when in ("before", "meanwhile", "afterwards"):
        one = found[when]
        print(
            f"  {when:10}   {one['failed']:6}   {one['sent_again']:10}   {one['engine_ms']:14.2f}"
            f"   {one['service_ms']:21.2f}   {one['first_ms']:13.1f}"
        )
    return found


def limits(found: dict[str, Any]) -> list[Limit]:
    """Unchanged: no call fails, and none costs more."""
    usual = (found["before"]["engine_ms"] + found["afterwards"]["engine_ms"]) / 2
    ratio = found["meanwhile"]["engine_ms"] / usual
    return [
        most("calls failed while all connections say nothing", found["meanwhile"]["failed"], 0, ""),
        most("CPU of a call meanwhile, times that without", ratio, APART, "x"),
    ]


async def _company(data: Path) -> None:
    """People, the first of whom have calendars at the company's server."""
    await fill(data, PEOPLE)
    store = SqlStore(url_of(data))
    await store.open()
    async with store.unit() as unit:
        for user in (await unit.people.users(CustomerId("bench")))[:WITH_CALENDAR]:
            await unit.people.put_user(replace(user, email=f"{user.id}@firma.example"))
    await store.close()


@contextmanager
def _black_holes(service: Service) -> Iterator[Callable[[], int]]:
    """Within, everything that can be connected says nothing; how many connections are seen to fail by then."""
    with ExitStack() as stack:
        silent, dropping = stack.enter_context(_silent()), stack.enter_context(_dropping())
        names = []
        for place, kind in enumerate(KINDS):
            settings = _settings(kind, (silent, dropping)[place % 2])
            service.command(wire.ConnectionAdd(name=kind.value, kind=kind, settings=settings))
            names.append(kind.value)
        stop = threading.Event()
        with ThreadPoolExecutor(len(names) + 1) as pool, service.http(token(0)) as http:
            for n in range(0, MESSAGES, 10):
                for by, to in (("email", {"email": "x@firma.example"}), ("sms", {"number": "+4520123456"})):
                    body = {"to": [to] * 10, "by": [by], "text": f"Nummer {n}"}
                    assert http.post("/v1/messages", json=body).status_code == 202
            works = [pool.submit(_again_and_again, stop, lambda name=name: _try(service, name)) for name in names]
            works.append(pool.submit(_again_and_again, stop, lambda: http.get("/v1/directory?q=Karen", timeout=60)))
            time.sleep(5)
            yield lambda: sum(
                one["state"] == "failing" for one in service.command(wire.ConnectionList())["connections"]
            )
            stop.set()
            for name in names:
                service.command(wire.ConnectionRemove(name=name))
            for work in works:
                work.result()


def _again_and_again(stop: threading.Event, what: Callable[[], object]) -> None:
    while not stop.wait(0.5):
        what()


def _try(service: Service, name: str) -> None:
    try:
        service.command(wire.ConnectionTry(name=name, to="x@firma.example" if name in ("graph", "ews") else ""))
    except (AssertionError, httpx.HTTPError):
        time.sleep(1)  # just removed


@contextmanager
def _silent() -> Iterator[int]:
    """The port of a server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=4096) as server:
        yield int(server.getsockname()[1])


@contextmanager
def _dropping() -> Iterator[int]:
    """A port where what is sent is dropped: its queue of connections is full, and nobody takes any (Linux)."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server, ExitStack() as stack:
        for _ in range(4):
            filling = stack.enter_context(socket.socket())
            filling.setblocking(False)
            filling.connect_ex(server.getsockname())
        yield int(server.getsockname()[1])


def _settings(kind: ConnectionKind, port: int) -> dict[str, Any]:
    """For a server of a kind at a port of this machine."""
    url, account = f"http://127.0.0.1:{port}/", {"account": "a", "password": "b-secret"}
    graph = {"tenant": "firma.example", "client_id": "c", "client_secret": "d-secret"}
    calendar = {"calendar_url": f"{url}{{user}}/", **account}
    known: dict[ConnectionKind, dict[str, Any]] = {
        ConnectionKind.SMTP: {"host": "127.0.0.1", "port": port, "sender": "pbx@firma.example", **account},
        ConnectionKind.SMS_HTTP: {"url": url, "sender": "Firma", **account},
        ConnectionKind.KANNEL: {"url": url, "sender": "Firma", **account},
        ConnectionKind.SMPP: {"host": "127.0.0.1", "port": port, "security": "none", "sender": "Firma", **account},
        ConnectionKind.LDAP: {
            "address": f"ldap://127.0.0.1:{port}",
            "base": "dc=x",
            "account": "cn=a",
            "password": "b",
        },
        ConnectionKind.CARDDAV: {"address": url, **account},
        ConnectionKind.GRAPH: {**graph, "sign_in_url": url, "graph_url": url},
        ConnectionKind.EWS: {"ews_url": url, **account},
        ConnectionKind.CALDAV: calendar,
        ConnectionKind.ICS: calendar,
    }
    return known[kind]


if __name__ == "__main__":
    main()
