"""A whole service inside the test's loop, on a real port and a real database, with test phones and a test clock."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from onepresence_desktop.domain.people import DeviceKind, Role
from onepresence_desktop.pbx import run_file
from onepresence_desktop.pbx.app import Service, serve
from onepresence_desktop.pbx.config import Address, Config
from onepresence_desktop.pbx.delivery.mail_server import MailServer
from onepresence_desktop.pbx.delivery.sms_gateway import SmsGateway
from onepresence_desktop.pbx.ports.directories import DirectoryAccess
from onepresence_desktop.pbx.services.passwords import Passwords
from onepresence_desktop.pbx.transcription import Transcription
from onepresence_desktop.wire import codec
from onepresence_desktop.wire import commands as wire
from tests.pbx.phones import TestClock, TestPhones
from tests.support.same_store import begin_with_tables
from tests.support.waiting import PATIENCE

START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday, 11:00 in Copenhagen."""

PASSWORD = "2580"


@dataclass
class Running:
    """A service and what a test needs to talk to it."""

    service: Service
    phones: TestPhones
    clock: TestClock
    data: Path
    http: httpx.AsyncClient
    ids: dict[str, str] = field(default_factory=dict)

    def wake(self) -> None:
        """The test's clock was set: look at it."""
        self.service.expiry.wake()

    async def command(self, command: wire.AnyCommand) -> Any:
        """Run a command through the service, as the command line does."""
        found = run_file.read(self.data)
        assert found is not None
        answer = await self.http.post(
            wire.ADMIN,
            content=codec.encode(command),
            headers={"Authorization": f"Bearer {found.admin_token}", "Content-Type": "application/json"},
        )
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def person(
        self, local_number: str, name: str, *, role: str = "user", devices: tuple[str, ...] = ("desk",)
    ) -> str:
        """A user with a password and phones; the id. Devices are found in `ids` as NUMBER/kind."""
        added = await self.command(
            wire.UserAdd(local_number=local_number, name=name, role=Role(role), password=PASSWORD)
        )
        self.ids[local_number] = added["id"]
        for kind in devices:
            device = await self.command(wire.DeviceAdd(local_number=local_number, kind=DeviceKind(kind)))
            self.ids[f"{local_number}/{kind}"] = device["id"]
        return str(added["id"])

    async def company(self, code: str = "100", name: str = "Firma") -> str:
        """A customer; the id."""
        added = await self.command(wire.CustomerAdd(code=code, name=name))
        self.ids[code] = added["id"]
        return str(added["id"])

    async def token(self, local_number: str, password: str = PASSWORD) -> str:
        """Sign in."""
        answer = await self.http.post("/v1/sessions", json={"local_number": local_number, "password": password})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["token"])

    async def caller(self, local_number: str) -> As:
        """Sign in and ask as that user."""
        return As(self.http, await self.token(local_number))


@dataclass
class As:
    """Requests of one user."""

    http: httpx.AsyncClient
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self._do("GET", path, **more)

    async def post(self, path: str, json: Any = None, **more: Any) -> httpx.Response:
        return await self._do("POST", path, json=json, **more)

    async def put(self, path: str, json: Any = None, **more: Any) -> httpx.Response:
        return await self._do("PUT", path, json=json, **more)

    async def patch(self, path: str, json: Any = None, **more: Any) -> httpx.Response:
        return await self._do("PATCH", path, json=json, **more)

    async def delete(self, path: str, **more: Any) -> httpx.Response:
        return await self._do("DELETE", path, **more)

    async def _do(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {**self.headers, **more.pop("headers", {})}
        return await self.http.request(method, path, headers=headers, **more)


@contextlib.asynccontextmanager
async def running(
    data: Path,
    *,
    clock: TestClock | None = None,
    phones: TestPhones | None = None,
    mail: MailServer | None = None,
    sms: SmsGateway | None = None,
    directories: tuple[DirectoryAccess, ...] = (),
    public_url: str = "",
    transcription: Transcription | None = None,
    port: int = 0,
    sips: Address | None = None,
    store: str | None = None,
) -> AsyncIterator[Running]:
    """Start, hand out, stop. A second one on the same folder is a restart."""
    clock = clock or TestClock(START)
    phones = phones or TestPhones(line_out=True)
    stop = asyncio.Event()
    ready: asyncio.Future[Service] = asyncio.get_running_loop().create_future()
    config = Config(
        data,
        http=Address("127.0.0.1", port),
        mail=mail,
        sms=sms,
        directories=directories,
        sips=sips,
        public_url=public_url,
        transcription=transcription,
        database=store,
    )
    if store is None:
        await begin_with_tables(data)
    passwords = Passwords(time_cost=1, memory_kib=8)
    task = asyncio.create_task(
        serve(config, on_ready=ready.set_result, stop=stop, clock=clock, telephony=phones, passwords=passwords)
    )
    await asyncio.wait([task, ready], return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        await task
    service = ready.result()
    try:
        # Spoken without TLS: reading the system's certificates for it would be a twentieth of such a test.
        async with httpx.AsyncClient(base_url=service.url, trust_env=False, verify=False, timeout=60) as http:
            yield Running(service, phones, clock, data, http)
    finally:
        stop.set()
        await task


class Events:
    """A client's live stream, read line by line."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self._lines = lines

    async def next(self, *names: str, within: float = PATIENCE) -> tuple[str, str, Any]:
        """The next event (of one of the names): name, id, data. Raises StopAsyncIteration at the stream's end."""
        async with asyncio.timeout(within):
            while True:
                name, event_id, data = "", "", ""
                while line := await anext(self._lines):
                    key, _, value = line.partition(": ")
                    if key == "event":
                        name = value
                    elif key == "id":
                        event_id = value
                    elif key == "data":
                        data = value
                if name and (not names or name in names):
                    return name, event_id, codec.decode(data, object)  # type: ignore[type-abstract]


@contextlib.asynccontextmanager
async def follow(caller: As, last_id: str = "") -> AsyncIterator[Events]:
    """Follow the events of a user."""
    headers = {**caller.headers, **({"Last-Event-ID": last_id} if last_id else {})}
    async with caller.http.stream("GET", "/v1/events", headers=headers) as response:
        assert response.status_code == 200
        async with contextlib.aclosing(response.aiter_lines()) as lines:
            yield Events(lines)
