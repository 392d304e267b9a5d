"""The live stream's door: who joins is looked at once more after whatever had to be waited for (spec 1.3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onepresence_desktop.pbx.api.events import EventsEndpoint
from onepresence_desktop.pbx.event_stream import EventStream
from onepresence_desktop.pbx.http.connection import CONNECTION
from tests.pbx.services.test_sign_in import HERE, Door


class Socket:
    """A connection that keeps what is written to it."""

    def __init__(self) -> None:
        self.written = b""
        self.closed = False

    def take_over(self) -> Socket:
        return self

    def write(self, data: bytes) -> None:
        self.written += data

    def close(self) -> None:
        self.closed = True


async def test_a_session_that_ends_while_earlier_answers_are_read_does_not_join(tmp_path: Path) -> None:
    async with Door(tmp_path) as door:
        session = await door.sign_in.sign_in("1002101", "2580", "", HERE)
        principal = await door.sign_in.authenticate(session.token)

        async def snapshot(*_: Any) -> list[bytes]:
            raise AssertionError("joined")

        stream = EventStream(snapshot)
        sent: list[dict[str, Any]] = []

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "http.response.start":
                await door.sign_in.end(principal, session.session_id)

        async def receive() -> Any:
            return {"type": "http.disconnect"}

        socket = Socket()
        scope: Any = {
            "headers": [(b"authorization", f"Bearer {session.token}".encode())],
            "extensions": {CONNECTION: socket},
        }
        await EventsEndpoint(door.sign_in, door.live, stream)(scope, receive, send)
        assert [message.get("status") for message in sent] == [200]
        assert b"event: signed_out" in socket.written and socket.closed
        assert stream.connected == 0
