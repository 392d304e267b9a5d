"""From what is typed to a server, and the servers whose words were compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from onepresence_desktop.desktop.servers import Servers, addresses_of
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.domain.errors import CertificateChanged, CertificateUnknown, Invalid, NotEncrypted, ServerAway
from tests.support.tls import Server, made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.20:8480", ["https://192.168.1.20:8480"]),
        (" phones.example/ ", ["https://phones.example:8480", "https://phones.example"]),
        ("[fd00::1]:8480", ["https://[fd00::1]:8480"]),
        ("[fd00::1]", ["https://[fd00::1]:8480", "https://[fd00::1]"]),
        ("localhost", ["http://localhost:8480"]),
        ("127.0.0.1:9000", ["http://127.0.0.1:9000"]),
        ("https://phones.example", ["https://phones.example"]),
    ],
)
def test_what_is_typed_means_tls_unless_it_is_this_machine(typed: str, meant: list[str]) -> None:
    assert addresses_of(typed) == meant


async def test_a_new_server_tells_its_fingerprint_and_is_known_once_it_was_compared(tmp_path: Path) -> None:
    servers = Servers(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
    async with Server(made(tmp_path)) as address:
        typed = address.removeprefix("https://")
        # On this machine plain HTTP is meant by it, so the scheme is typed too.
        with pytest.raises(CertificateUnknown) as unknown:
            await servers.find(address)
        assert unknown.value.details["address"] == address and typed in address
        servers.remember(address, str(unknown.value.details["fingerprint"]))
        client = await servers.find(address)
        assert client.encrypted
        await client.close()
        servers.remember(address, "0" * 64)
        with pytest.raises(CertificateChanged) as changed:
            await servers.find(address)
        assert changed.value.details == {**unknown.value.details, "known": "0" * 64}


async def test_what_can_not_be_meant_is_refused_with_the_reason(tmp_path: Path) -> None:
    servers = Servers(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
    with pytest.raises(Invalid):
        await servers.find("phones.example:84x")
    with pytest.raises(NotEncrypted):
        await servers.find("http://phones.example")
    with pytest.raises(ServerAway):
        await servers.find("127.0.0.1:1")
