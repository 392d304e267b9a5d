"""Whom a client believes, and that whatever the libraries raise is a refusal of the product's own (spec 0.2, 0.3)."""

from __future__ import annotations

import inspect
import ssl
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from onepresence_desktop.client.foreign import translated
from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.client.trust import shown_by
from onepresence_desktop.domain.errors import (
    CertificateChanged,
    CertificateUnknown,
    Invalid,
    NotEncrypted,
    OnePresenceError,
    ServerAway,
)
from onepresence_desktop.domain.fingerprint import in_words
from onepresence_desktop.pbx.certificate import LASTS, of, own
from tests.support.tls import NOW, Server, made


def exceptions(module: object) -> list[type[Exception]]:
    found = [kind for _, kind in inspect.getmembers(module, inspect.isclass) if issubclass(kind, Exception)]
    return [kind for kind in found if kind.__module__.split(".")[0] in {"httpx", "ssl", "builtins"}]


@pytest.mark.parametrize("kind", exceptions(httpx) + exceptions(ssl), ids=lambda kind: kind.__name__)
def test_every_exception_of_the_libraries_is_translated(kind: type[Exception]) -> None:
    if kind is httpx.HTTPStatusError:
        error: Exception = kind("no", request=None, response=None)  # type: ignore[call-arg]
    elif kind in {httpx.StreamConsumed, httpx.StreamClosed, httpx.ResponseNotRead, httpx.RequestNotRead}:
        error = kind()
    else:
        error = kind("no")
    if isinstance(error, ssl.SSLWantReadError | ssl.SSLWantWriteError) or kind.__module__ == "builtins":
        error = OSError("no")
    with pytest.raises(OnePresenceError), translated():
        raise error


@pytest.mark.parametrize(
    "address",
    ["https://host:84x", "https://[::1", "https://", "ftp://host", "host", "https://h\x00st", "https://h st:99999"],
)
def test_what_is_no_address_is_refused_by_name(address: str) -> None:
    with pytest.raises(Invalid) as refused:
        PbxClient(address)
    assert refused.value.details["field"] == "server"


@pytest.mark.parametrize("address", ["http://phones.example", "http://192.168.1.20:8480", "http://[fd00::1]:8480"])
def test_plain_http_is_for_this_machine_only(address: str) -> None:
    with pytest.raises(NotEncrypted):
        PbxClient(address)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "http://127.9.9.9:1"]
)
async def test_this_machine_may_be_asked_in_clear(address: str) -> None:
    client = PbxClient(address)
    assert not await client.healthy()
    await client.close()


async def test_a_server_nobody_vouched_for_is_told_nothing(tmp_path: Path) -> None:
    server = Server(made(tmp_path))
    async with server as address:
        client = PbxClient(address)
        with pytest.raises(CertificateUnknown):
            await client.sign_in("1002101", "258036")
        await client.close()
    assert server.heard == b""


async def test_the_key_that_was_compared_is_believed_and_another_is_told_nothing(tmp_path: Path) -> None:
    identity = made(tmp_path)
    async with Server(identity) as address:
        pin = await shown_by(httpx.URL(address))
        assert pin == of(identity.certificate)
        client = PbxClient(address, pin=pin)
        assert await client.healthy()
        await client.close()
    other = Server(made(tmp_path / "other"))
    async with other as address:
        client = PbxClient(address, pin=pin)
        with pytest.raises(CertificateChanged):
            await client.sign_in("1002101", "258036")
        with pytest.raises(CertificateChanged):
            await client.healthy()
        await client.close()
    assert other.heard == b""


async def test_a_renewal_with_the_same_key_passes_unnoticed(tmp_path: Path) -> None:
    first = of(made(tmp_path).certificate)
    before = (tmp_path / "cert.pem").read_bytes()
    later = own(tmp_path, NOW + LASTS - timedelta(days=30))
    assert Path(later.certificate).read_bytes() != before
    async with Server(later) as address:
        client = PbxClient(address, pin=first)
        assert await client.healthy()
        await client.close()


async def test_no_server_and_one_that_speaks_no_tls_are_away(tmp_path: Path) -> None:
    client = PbxClient("https://127.0.0.1:1")
    with pytest.raises(ServerAway):
        await client.sign_in("1002101", "258036")
    await client.close()


def test_a_fingerprint_is_eight_words_of_eleven_bits() -> None:
    words = [str(n) for n in range(2048)]
    assert in_words("0" * 64, words) == ("0",) * 8
    assert in_words("f" * 64, words) == ("2047",) * 8
    assert in_words("00200400801002004008" + "0" * 44, words)[:3] == ("1", "1", "1")
