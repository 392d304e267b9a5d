"""A server that shows another key is believed only when its eight new words were typed (spec 0.2)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from onepresence_desktop.desktop.servers import Servers
from onepresence_desktop.desktop.sign_in.asking import Asking
from onepresence_desktop.desktop.sign_in.changed_key import ChangedKey
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.theme import Theme
from onepresence_desktop.desktop.vouching import Vouching
from onepresence_desktop.domain.errors import CertificateChanged
from onepresence_desktop.pbx.certificate import of
from onepresence_desktop.wire.fingerprint import in_words
from tests.support.tls import Server, made


class Reader(Asking):
    """Somebody who is asked, and types what they know, or goes back."""

    def __init__(self, types: str) -> None:
        super().__init__()
        self._types = types
        self.asked = 0

    async def ask(self, dialog: QDialog, chosen: SignalInstance, other: SignalInstance | None = None) -> Any:
        self.asked += 1
        assert isinstance(dialog, ChangedKey)
        asyncio.get_running_loop().call_soon(self._answer, dialog)
        return await super().ask(dialog, chosen, other)

    def _answer(self, dialog: ChangedKey) -> None:
        QTest.keyClicks(dialog.typed, self._types)
        QTest.mouseClick(dialog.trust, Qt.MouseButton.LeftButton)
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)


async def test_a_changed_key_is_believed_when_its_words_are_typed_and_only_then(dressed: Theme, tmp_path: Path) -> None:
    servers = Servers(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
    before, after = made(tmp_path / "before"), made(tmp_path / "after")
    server = Server(before)
    async with server as address:
        servers.remember(address, of(before.certificate))
        client = await servers.find(address)
    port = int(address.rpartition(":")[2])
    replaced = Server(after, port=port)
    async with replaced:
        careless = Vouching(servers, Reader(""))
        assert not await careless.anew(client)
        with pytest.raises(CertificateChanged):
            await careless.find(address)
        old = Vouching(servers, Reader(" ".join(in_words(of(before.certificate)))))
        with pytest.raises(CertificateChanged):
            await old.find(address)
        assert replaced.heard == b""
        told = Vouching(servers, Reader(" ".join(in_words(of(after.certificate))).upper()))
        assert await told.anew(client)
        assert await client.healthy()
        again = await servers.find(address)
        for one in (client, again):
            await one.close()
