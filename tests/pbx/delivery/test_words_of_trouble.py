"""What is told of a server that can't be used: its own words or the system's, never what a library calls a fault."""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.domain.connections import Trouble
from onepresence_desktop.pbx.services import outbox
from tests.pbx.delivery.test_every_connection import NUMBER, Firm, at, firm
from tests.support import tls
from tests.support.free_port import free_port
from tests.support.waiting import eventually

OF_A_LIBRARY = re.compile(r"[a-z][A-Z]|Error|Exception|Errno|0x[0-9a-f]{4}|<class|object at|_ssl\.c")
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 21\r\n\r\n<html>Log ind</html>\n"
FAULTS: dict[str, bytes] = {"nothing": b"", "page": PAGE, "noise": bytes(range(256)) * 40}

BY_TLS: dict[str, tuple[str, str]] = {
    "smtp": ("security", "tls"),
    "smpp": ("security", "tls"),
    "ldap": ("address", "ldaps://127.0.0.1:{}"),
    "carddav": ("address", "https://127.0.0.1:{}/"),
    "sms_http": ("url", "https://127.0.0.1:{}/"),
    "kannel": ("url", "https://127.0.0.1:{}/"),
    "graph": ("sign_in_url", "https://127.0.0.1:{}/"),
    "ews": ("ews_url", "https://127.0.0.1:{}/"),
    "caldav": ("calendar_url", "https://127.0.0.1:{}/{{user}}/"),
    "ics": ("calendar_url", "https://127.0.0.1:{}/{{user}}/"),
}


@contextlib.asynccontextmanager
async def saying(what: bytes, secure: ssl.SSLContext | None = None, *, patient: bool = False) -> AsyncIterator[int]:
    """A server that says one thing to whoever comes, and hangs up; its port. patient: it waits for them to."""

    async def answer(asked: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            answers.write(what)
            await answers.drain()
            if what:
                await asked.read(100)
            while patient and await asked.read(65536):
                pass
        answers.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=secure)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def told(it: Firm, name: str, kind: str, settings: dict[str, Any], to: str) -> tuple[str, str]:
    """What a trial says: code, and words."""
    made = await it.boss.post("/v1/connections", {"name": name, "kind": kind, "settings": settings, "enabled": False})
    assert made.status_code == 201, made.text
    answer = (await it.boss.post(f"/v1/connections/{made.json()['id']}/try", {"to": to})).json()
    (await it.boss.delete(f"/v1/connections/{made.json()['id']}")).raise_for_status()
    one = answer["people"][0] if answer["people"] else answer
    return one["code"], one["said"]


@pytest.mark.parametrize("kind", sorted(BY_TLS))
async def test_a_trial_of_no_kind_tells_a_class_of_a_library(tmp_path: Path, kind: str) -> None:
    async with firm(tmp_path) as it:
        port = free_port()
        settings, to = at(port)[kind]
        code, said = await told(it, "away", kind, settings, to)
        assert (code, said) == ("unreachable", "Connection refused")
        for name, what in FAULTS.items():
            async with saying(what) as port:
                settings, to = at(port)[kind]
                code, said = await told(it, name, kind, settings, to)
                assert code in {*Trouble, "ok"} and not OF_A_LIBRARY.search(said), (name, code, said)

        expired = tls.for_address(tmp_path / "expired", "127.0.0.1", ended=tls.timedelta(days=1))
        for identity, why in ((tls.made(tmp_path / "own"), "self-signed certificate"), (expired, "")):
            secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            secure.load_cert_chain(identity.certificate, identity.key)
            async with saying(b"", secure) as port:
                settings, to = at(port)[kind]
                setting, value = BY_TLS[kind]
                code, said = await told(it, "strange", kind, {**settings, setting: value.format(port)}, to)
                assert code == "certificate" and why in said and not OF_A_LIBRARY.search(said), (code, said)


async def test_who_sent_something_reads_why_it_waits_in_words_that_a_person_understands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "TRY_WITHIN", 0.3)
    async with saying(b"", patient=True) as port, firm(tmp_path) as it:
        settings, _ = at(port)["sms_http"]
        await it.set_up("sms_http", settings)
        body = {"to": [{"number": NUMBER}], "by": ["sms"], "text": "Hej"}
        assert (await it.anders.post("/v1/messages", body)).status_code == 202

        async def why() -> str:
            (sent,) = (await it.anders.get("/v1/me/sent")).json()
            reason = str(sent["recipients"][0]["reason"])
            return reason if "under_way" not in reason else ""

        assert await eventually(why, every=0.1) == "connection_failed (reason=time_out)"
