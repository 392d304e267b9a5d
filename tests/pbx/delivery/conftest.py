"""What the tests of delivery share: a real mail server whose certificate is believed."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from onepresence_desktop.pbx.delivery import smtp
from tests.support.mail_server import MailHost


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailHost]:
    with MailHost(tmp_path / "tls") as server:
        trusting = ssl.create_default_context(cafile=server.identity.certificate)
        monkeypatch.setattr(smtp, "_trusting", lambda: trusting)
        yield server
