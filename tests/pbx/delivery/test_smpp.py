"""SMS over SMPP, at a centre that nobody here wrote (Net::SMPP)."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from onepresence_desktop.pbx.certificate import Identity
from tests.pbx.office import As, running
from tests.support import tls
from tests.support.smsc import ACCOUNT, PASSWORD, Center, missing
from tests.support.waiting import eventually


@pytest.fixture
def center(tmp_path: Path) -> Iterator[Center]:
    if missing():
        pytest.skip("Net::SMPP is not installed")
    with Center(tmp_path / "center") as made:
        yield made


async def sent(who: As, number: str, text: str) -> str:
    answer = await who.post("/v1/messages", {"to": [{"number": number}], "by": ["sms"], "text": text})
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


async def state(who: As, message_id: str) -> dict[str, Any]:
    found = next(one for one in (await who.get("/v1/me/sent")).json() if one["id"] == message_id)
    return dict(found["recipients"][0])


async def becomes(who: As, message_id: str, wanted: str) -> dict[str, Any]:
    async def so() -> bool:
        return bool((await state(who, message_id))["state"] == wanted)

    await eventually(so)
    return await state(who, message_id)


async def test_a_text_goes_out_and_what_became_of_it_is_told(tmp_path: Path, center: Center) -> None:
    async with running(tmp_path / "data") as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        berit = await office.caller("1002100")
        settings = {"host": "127.0.0.1", "port": center.port, "security": "none", "account": ACCOUNT}
        settings |= {"password": "wrong", "sender": "Firma"}
        made = (await berit.post("/v1/connections", {"name": "SMSC", "kind": "smpp", "settings": settings})).json()
        path = f"/v1/connections/{made['id']}"
        tried = (await berit.post(f"{path}/try", {})).json()
        assert (tried["good"], tried["code"]) == (False, "sign_in_refused")
        assert (await berit.patch(path, {"settings": {"password": PASSWORD}})).status_code == 200
        tried = (await berit.post(f"{path}/try", {})).json()
        assert (tried["good"], tried["said"]) == (True, "TestSMSC")

        first = await sent(berit, "+4520123450", "Ring mig")
        await becomes(berit, first, "delivered")
        second = await sent(berit, "+4520123459", "Høj ő")
        assert (await becomes(berit, second, "failed"))["reason"] == "UNDELIV 005"
        third = await sent(berit, "+4520123458", "Nej")
        assert "Invalid" in (await becomes(berit, third, "failed"))["reason"]
        assert [one[:2] for one in center.taken] == [(f"452012345{last}", "Firma") for last in (0, 9, 8)]
        assert [one[2] for one in center.taken] == ["Ring mig", "Høj ő", "Nej"]


async def test_the_connection_is_let_go_when_it_is_changed_left_unused_or_removed(
    tmp_path: Path, center: Center
) -> None:
    """The centre serves one at a time, as many do: who stays would keep out whoever comes next."""
    async with running(tmp_path / "data") as office:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        berit = await office.caller("1002100")
        settings = {"host": "127.0.0.1", "port": center.port, "security": "none", "account": ACCOUNT}
        settings |= {"password": PASSWORD, "sender": "Firma"}
        made = (await berit.post("/v1/connections", {"name": "SMSC", "kind": "smpp", "settings": settings})).json()
        path = f"/v1/connections/{made['id']}"
        await becomes(berit, await sent(berit, "+4520123450", "Hej"), "delivered")
        assert center.comings_and_goings == ["bound"]

        assert (await berit.patch(path, {"settings": {"sender": "Firmaet"}})).status_code == 200
        await eventually(lambda: center.comings_and_goings == ["bound", "unbound"])
        await becomes(berit, await sent(berit, "+4520123450", "Hej igen"), "delivered")
        assert [one[1] for one in center.taken] == ["Firma", "Firmaet"]

        assert (await berit.patch(path, {"enabled": False})).status_code == 200
        await eventually(lambda: center.comings_and_goings == ["bound", "unbound"] * 2)
        assert (await berit.post(f"{path}/try", {})).json()["good"]
        await eventually(lambda: center.comings_and_goings == ["bound", "unbound"] * 3)

        assert (await berit.patch(path, {"enabled": True})).status_code == 200
        assert (await berit.post(f"{path}/try", {})).json()["good"]
        assert center.comings_and_goings == [*["bound", "unbound"] * 3, "bound"]
        assert (await berit.delete(path)).status_code == 204
        await eventually(lambda: center.comings_and_goings == ["bound", "unbound"] * 4)


async def test_by_tls_the_centre_must_be_the_one_its_certificate_names(
    tmp_path: Path, center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tls.for_address(tmp_path / "tls", "127.0.0.1")
    async with running(tmp_path / "data") as office, in_front(center.port, shown) as port:
        await office.company()
        await office.person("1002100", "Berit", role="administrator")
        berit = await office.caller("1002100")
        settings = {"host": "127.0.0.1", "port": port, "account": ACCOUNT, "password": PASSWORD, "sender": "Firma"}
        made = (await berit.post("/v1/connections", {"name": "SMSC", "kind": "smpp", "settings": settings})).json()
        path = f"/v1/connections/{made['id']}"
        stranger = (await berit.post(f"{path}/try", {})).json()
        assert (stranger["good"], stranger["code"]) == (False, "certificate")

        monkeypatch.setenv("SSL_CERT_FILE", shown.certificate)
        tried = (await berit.post(f"{path}/try", {})).json()
        assert (tried["good"], tried["said"]) == (True, "TestSMSC")
        first = await sent(berit, "+4520123450", "Ring mig")
        await becomes(berit, first, "delivered")
        assert [one[2] for one in center.taken] == ["Ring mig"]


@contextlib.asynccontextmanager
async def in_front(port: int, shown: Identity) -> AsyncIterator[int]:
    """TLS in front of a centre that speaks none, as stunnel does it; the port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown.certificate, shown.key)
    writers: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", port)
        writers.extend((writer, inner_writer))
        await asyncio.gather(pour(reader, inner_writer), pour(inner_reader, writer))

    async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()
