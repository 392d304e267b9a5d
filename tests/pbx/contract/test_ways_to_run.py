"""Ways to run the service: over TLS, on PostgreSQL, with the real telephony, as a company's server."""

from __future__ import annotations

import json
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.pbx.contract.test_programs import pbx
from tests.support.postgres import Cluster, cluster
from tests.support.service import ROOT, Service


@pytest.fixture(scope="module")
def postgres() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost, made for the occasion."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / "cert.pem", folder / "key.pem"
    cert_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
    return cert_file, key_file


def test_over_tls_the_client_checks_and_the_command_line_comes_in(tmp_path: Path) -> None:
    cert_file, key_file = certificate(tmp_path)
    extra = ("--tls-cert", str(cert_file), "--tls-key", str(key_file))
    with Service(tmp_path / "data", driver="demo", extra=extra) as service:
        assert service.url.startswith("https://127.0.0.1:")
        address = service.url.replace("127.0.0.1", "localhost")
        trusting = ssl.create_default_context(cafile=str(cert_file))
        with httpx.Client(base_url=address, verify=trusting, trust_env=False, timeout=60) as http:
            answer = http.post("/v1/sessions", json={"local_number": "1002101", "password": "2580"})
            headers = {"Authorization": f"Bearer {answer.json()['token']}"}
            with http.stream("GET", "/v1/events", headers=headers) as stream:
                assert next(stream.iter_lines()) == "event: snapshot"
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{address}/healthz", trust_env=False, timeout=60)
        assert service.cli("check")["running"] is True


def test_a_certificate_that_can_not_be_read_is_said(tmp_path: Path) -> None:
    nothing = str(tmp_path / "no.pem")
    tls = ("--tls-cert", nothing, "--tls-key", nothing)
    answer = pbx("serve", "--http", "127.0.0.1:0", "--driver", "demo", *tls, data=tmp_path / "d")
    assert answer.returncode == 2 and "tls" in answer.stderr and "Traceback" not in answer.stderr


def test_the_same_commands_and_service_on_postgresql(tmp_path: Path, postgres: Cluster) -> None:
    url = postgres.database()

    def done(*arguments: str) -> dict[str, object]:
        command = [sys.executable, "-m", "onepresence_desktop.pbx", *arguments, "--database", url, "--json"]
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, env=dict(os.environ))
        assert answer.returncode == 0, answer.stderr
        return dict(json.loads(answer.stdout))

    assert done("customer", "add", "200", "Firma")["code"] == "200"
    done("user", "add", "2002101", "--name", "Anders", "--password", "2580")
    assert done("check")["users"] == 1
    service = Service(tmp_path, extra=("--database", url))
    with service:
        token = service.token("2002101")
        with service.http(token) as http:
            made = http.post("/v1/me/diversions", json={"preset": "meeting_1h"}).json()
        service.kill()
        service.start()
        with service.http(token) as http:
            assert http.get("/v1/me/diversions").json()["counts"] == made["id"]


def test_a_database_alone_names_the_service_that_runs_on_it(
    tmp_path: Path, postgres: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    url, other = postgres.database(), postgres.database()
    with Service(tmp_path / "data", driver="demo", extra=("--database", url)) as service:
        added = pbx("customer", "add", "200", "Firma", "--database", url.replace("postgresql:", "postgresql+asyncpg:"))
        assert added.returncode == 0, added.stderr
        listed = service.cli("list", "--customer", "200")
        assert listed["customers"][0]["name"] == "Firma", "it went past the running service"
        elsewhere = pbx("list", "--database", other, "--json", data=service.data)
        assert json.loads(elsewhere.stdout) == {"customers": []}, "another database, another company"
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "stranger"))
        alone = pbx("customer", "add", "300", "Firma", "--database", url)
        assert alone.returncode == 5 and "store_locked" in alone.stderr
    assert pbx("check", "--database", url).returncode == 0


def test_real_telephony_is_ready_with_both_addresses_and_shows_what_to_type_in(tmp_path: Path) -> None:
    with Service(tmp_path, extra=("--rtp-ports", "21000-21063")) as service:
        address = service.sip.removeprefix("sip:")
        assert re.fullmatch(r"127\.0\.0\.1:\d+", address)
        service.cli("customer", "add", "200", "Firma")
        service.cli("user", "add", "2002101", "--name", "Anders")
        device = service.cli("device", "add", "2002101", "desk")
        assert device["server"] == address
        sound = next(one for one in service.cli("doctor")["findings"] if one["code"] == "port_sound")
        assert sound["values"] == {"first": "21000", "last": "21063", "used": "0", "most": "32"}
        taken = pbx("serve", "--http", "127.0.0.1:0", "--sip", address, data=tmp_path / "other")
        assert taken.returncode == 3 and "address_in_use" in taken.stderr
