"""The service's certificate: the one it is given, or one it makes itself at its first start (spec 0.2).

Clients remember the key, not the certificate: a renewal keeps the key and passes unnoticed.
"""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from onepresence_desktop.domain.errors import Invalid, NotFound
from onepresence_desktop.domain.fingerprint import fingerprint
from onepresence_desktop.pbx import addresses, run_file
from onepresence_desktop.pbx.config import Config

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

FOLDER = "tls"
LASTS = timedelta(days=3650)
"""Nobody but us renews it, and clients look at the key alone."""
RENEWED_BEFORE = timedelta(days=365)
"""What is left of it when a start makes a new one: longer than a service runs without one."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Files in PEM: the certificate (with its chain) and its private key."""

    certificate: str
    key: str


def identity(config: Config) -> Identity | None:
    """What the service shows itself with; None where it speaks plain HTTP, which is on this machine only.

    Raises `Invalid` for files of no use.
    """
    if config.tls_cert is not None and config.tls_key is not None:
        return Identity(config.tls_cert, config.tls_key)
    return None if config.http.loopback else own(config.data / FOLDER)


def own(folder: Path, now: datetime | None = None) -> Identity:
    """The service's own certificate in its folder; made, or renewed with the same key, when need be."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    certificate, key = folder / "cert.pem", folder / "key.pem"
    now = now or datetime.now(UTC)
    if not (key.exists() and _good_for(certificate, now)):
        _make(certificate, key, now)
    return Identity(str(certificate), str(key))


def shown(config: Config, given: str | None = None) -> str:
    """The fingerprint of the certificate that clients see, as 64 hexadecimal digits. given: one of another file.

    A service that was never started gets its certificate now. Raises `Invalid` for a file of no use, `NotFound` for a
    folder that isn't there.
    """
    running = next((found for folder in config.folders if (found := run_file.read(folder)) is not None), None)
    path = given or config.tls_cert or (running.certificate if running is not None else None)
    if path is None:
        if not config.data.is_dir():
            raise NotFound(what="data")
        path = own(config.data / FOLDER).certificate
    return of(path)


def of(path: str) -> str:
    """The fingerprint of a certificate's file. Raises `Invalid`."""
    try:
        text = Path(path).read_text("ascii")
        end = text.index(ssl.PEM_FOOTER) + len(ssl.PEM_FOOTER)  # a chain's first is the server's own
        return fingerprint(ssl.PEM_cert_to_DER_cert(text[text.index(ssl.PEM_HEADER) : end]))
    except (OSError, ValueError) as exc:
        raise Invalid(field="tls_cert", problem="unreadable") from exc


def good_until(certificate: Path) -> datetime | None:
    """When a certificate's file runs out; None for one that can't be read."""
    from cryptography import x509

    try:
        return x509.load_pem_x509_certificate(certificate.read_bytes()).not_valid_after_utc
    except (OSError, ValueError):
        return None


def _good_for(certificate: Path, now: datetime) -> bool:
    until = good_until(certificate)
    return until is not None and until - now > RENEWED_BEFORE


def _make(certificate: Path, key: Path, now: datetime) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.x509.oid import NameOID

    private = _key(key)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "OnePresence")])
    hosts = [x509.DNSName(host) for host in dict.fromkeys(("localhost", _host_name())) if host]
    numbers = [x509.IPAddress(ip_address(host)) for host in dict.fromkeys(("127.0.0.1", addresses.network_address()))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LASTS)
        .add_extension(x509.SubjectAlternativeName([*hosts, *numbers]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    _write(certificate, made.public_bytes(serialization.Encoding.PEM))


def _key(path: Path) -> EllipticCurvePrivateKey:
    """The key there is, or a new one; never another in the place of one that can't be read."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    if path.exists():
        try:
            found = serialization.load_pem_private_key(path.read_bytes(), None)
        except (OSError, ValueError, TypeError) as exc:
            raise Invalid(field="tls_key", problem="unreadable") from exc
        if not isinstance(found, ec.EllipticCurvePrivateKey):
            raise Invalid(field="tls_key", problem="unreadable")
        return found
    private = ec.generate_private_key(ec.SECP256R1())
    form = serialization.PrivateFormat.PKCS8
    _write(path, private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
    return private


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, and readable by the owner only."""
    new = path.with_suffix(".new")
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _host_name() -> str:
    """This machine's name, if it can stand in a certificate."""
    name = socket.gethostname()
    return name if name.isascii() else ""
