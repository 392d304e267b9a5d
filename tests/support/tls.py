"""Certificates for tests, and a server that shows one and counts what it is told."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from onepresence_desktop.pbx.certificate import Identity, own

NOW = datetime.now(UTC)


def made(folder: Path) -> Identity:
    """A key and a certificate, as a service makes them."""
    return own(folder)


def for_address(folder: Path, address: str, *, ended: timedelta = timedelta(days=-30)) -> Identity:
    """A certificate that vouches for itself and for one address. ended: how long ago it expired."""
    folder.mkdir(parents=True)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "provider")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = (
        builder.not_valid_before(NOW - timedelta(days=60))
        .not_valid_after(NOW - ended)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(plain)
    return Identity(str(folder / "cert.pem"), str(folder / "key.pem"))


@contextmanager
def believed(certificate: str) -> Iterator[None]:
    """Within, this process and those that it starts take a certificate for one that the machine believes."""
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = certificate
    try:
        yield
    finally:
        if before is None:
            del os.environ["SSL_CERT_FILE"]
        else:
            os.environ["SSL_CERT_FILE"] = before


class Server:
    """Answers every request with 200 and an empty JSON object. heard: all that came, after decryption."""

    def __init__(self, identity: Identity, port: int = 0) -> None:
        self._port = port
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(identity.certificate, identity.key)
        self.heard = b""
        self._writers: list[asyncio.StreamWriter] = []
        self._busy = 0

    async def __aenter__(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port, ssl=self._context)
        return f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        while self._server._active_count or self._busy:  # type: ignore[attr-defined]  # 3.11's wait_closed waits for none
            await asyncio.sleep(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        self._busy += 1
        try:
            while data := await reader.read(65536):
                self.heard += data
                if b"\r\n\r\n" in data:
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                    await writer.drain()
        except (ConnectionError, ssl.SSLError):
            pass
        finally:
            self._busy -= 1
            writer.close()
