"""The README's way for a colleague, on a computer of their own: the service is found, its words are shown and kept,
another certificate is refused, and nothing travels in clear (spec 0.2).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.service import ROOT, Service
from tests.support.two_computers import Computer, two_computers


def test_a_colleague_on_another_computer_comes_in_and_the_cable_carries_nothing_in_clear(tmp_path: Path) -> None:
    capture = tmp_path / "cable"
    with two_computers(capture) as (server, colleague):
        service = Service(tmp_path / "pbx", http="0.0.0.0:8480", sip="0.0.0.0:5060", under=tuple(server.inside()))
        service.cli("customer", "add", "100", "Papir")
        service.cli(
            "user", "add", "1002001", "--name", "Anders Holmvig", "--role", "administrator", "--password", "739118"
        )
        service.cli("user", "add", "1002002", "--name", "Mette Lundgaard")
        words = service.cli("fingerprint")["words"]
        with service:
            found, shown, names, token = comes_in(colleague, tmp_path, "0000")
            assert server.address in found and shown == words
            assert names == "Anders Holmvig; Mette Lundgaard"
            plain = colleague.inside(sys.executable, "-c", PLAIN, server.address)
            refused = subprocess.run(plain, cwd=ROOT, capture_output=True, text=True, timeout=60)
            assert "NotEncrypted" in refused.stderr
        for file in ("cert.pem", "key.pem"):
            (tmp_path / "pbx" / "tls" / file).unlink()
        with service:
            assert comes_in(colleague, tmp_path, "258036") == [found, "certificate changed"], (
                "another one is not believed"
            )
        travelled = capture.read_bytes()
    assert b"\x16\x03" in travelled
    for secret in ("258036", "1002002", "Lundgaard", token, "HTTP/1.1", "session"):
        assert secret.encode() not in travelled, secret


def comes_in(colleague: Computer, folder: Path, password: str) -> list[str]:
    """What the colleague's program printed; it knows no address, and keeps its settings in the folder."""
    command = [sys.executable, "-m", "tests.walks.colleague", "1002002", password, "258036"]
    done = subprocess.run(
        colleague.inside(*command, str(folder / "settings.ini")), cwd=ROOT, capture_output=True, text=True, timeout=90
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


PLAIN = """
import asyncio, sys
from onepresence_desktop.client.pbx_client import PbxClient
asyncio.run(PbxClient(f"http://{sys.argv[1]}:8480").sign_in("1002002", "258036"))
"""
