"""The service's settings: from the command line, then a TOML file, then defaults. Pure but for reading the file."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.delivery.mail_server import MailServer, mail_server
from onepresence_desktop.pbx.delivery.sms_gateway import SmsGateway, sms_gateway
from onepresence_desktop.pbx.directories.settings import directories
from onepresence_desktop.pbx.ports.directories import DirectoryAccess
from onepresence_desktop.pbx.transcription import Transcription, transcription

DRIVERS = ("sip", "asterisk", "demo")

DATABASES = ("sqlite", "postgresql", "postgres")
"""What a database's URL begins with, but for the way to speak to it (`+asyncpg`)."""

FEWEST_PORTS = 64
"""Of a range for sound: every second one is used, two by a call whose sound goes through us, and some are kept back."""

MOST = 1024 * 1024
"""Bytes of a settings file."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; port 0 picks a free one."""

    host: str
    port: int

    @property
    def loopback(self) -> bool:
        """Whether only this machine can come in there."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. data: the service's folder. database: SQLAlchemy URL, None for SQLite in the folder.

    child: end when standard input closes. demo_seed: what the simulated office does is decided by it.
    log_level: of the standard library's logging. mailbox_minutes: of recordings that each user's mailbox holds.
    sips: where phones come in over TLS, with the service's certificate; None: nowhere. secure_phones: they
    must come so, and encrypt their sound (SRTP). sip_ca: a file of certificates
    that providers may show besides those that the system believes. public_address: of the router in front of the
    service, told to whoever isn't in a private network; None: what a provider sees is told to it.
    rtp_ports: first and last port that sound may come in at, for a firewall; None: any.
    accept_empty: start with an empty database although recordings lie beside it. announce: say on the local network
    (mDNS) that the service is there, where it listens beyond this machine.
    public_url: the address by which people reach the service (https://…), for links in mails; "" for no links.
    mail: the server that takes mail (the table `[mail]` of the file), None for no mail. sms: the gateway (`[sms]`).
    directories: where companies' people stand (`[[directories]]`). transcription: the program that hears voicemail
    (`[transcription]`), None for no text.
    """

    data: Path
    http: Address = Address("127.0.0.1", 8480)
    sip: Address = Address("0.0.0.0", 5060)
    sips: Address | None = None
    secure_phones: bool = False
    sip_ca: str | None = None
    public_address: str | None = None
    rtp_ports: tuple[int, int] | None = None
    driver: str = "sip"
    database: str | None = None
    tls_cert: str | None = None
    tls_key: str | None = None
    child: bool = False
    demo_seed: int = 1
    log_level: str = "INFO"
    mailbox_minutes: int = 60
    accept_empty: bool = False
    announce: bool = True
    mail: MailServer | None = None
    sms: SmsGateway | None = None
    directories: tuple[DirectoryAccess, ...] = ()
    transcription: Transcription | None = None
    trusted_proxy: tuple[str, ...] = ()
    public_url: str = ""

    @property
    def trusted(self) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
        """Proxies whose word about where a request comes from counts. Raises `Invalid`."""
        try:
            return tuple(ipaddress.ip_network(text, strict=False) for text in self.trusted_proxy)
        except ValueError as exc:
            raise Invalid(field="trusted_proxy", problem="address") from exc

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where commands look for the running service: its folder, and the one that its database alone stands for."""
        beside = (folder_of(self.database),) if self.database is not None else ()
        return (self.data, *(folder for folder in beside if folder != self.data))

    @property
    def store_name(self) -> str:
        """The same word for the same store, however it is named and by whom; holds no secret."""
        if self.database is None:
            return _hashed(str(self.data.resolve()))
        if self.database.startswith("sqlite"):
            return _hashed(str(folder_of(self.database).resolve()))
        return _server_name(self.database)


def address(text: str, field: str) -> Address:
    """HOST:PORT, [V6]:PORT or :PORT. Raises `Invalid` naming the setting."""
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdigit()) or int(port) > 65535:
        raise Invalid(field=field, problem="host_and_port")
    host = host.removeprefix("[").removesuffix("]")
    return Address(host or "0.0.0.0", int(port))


def load(given: Mapping[str, Any], file: Path | None = None) -> Config:
    """Join the command line's values (None: not given) with a file's. Raises `Invalid` naming the setting."""
    values: dict[str, Any] = {}
    if file is not None:
        try:
            values.update(tomllib.loads(_read(file).decode("utf-8")))
        except (OSError, UnicodeDecodeError) as exc:
            raise Invalid(field="config", problem="unreadable") from exc
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as exc:
            raise Invalid(field="config", problem="malformed") from exc
    values.update({name: value for name, value in given.items() if value is not None})
    known = {field.name for field in fields(Config)}
    for name in values:
        if name not in known:
            raise Invalid(field=name, problem="unknown_setting")
    for name, value in values.items():
        if isinstance(value, str) and "\0" in value:
            raise Invalid(field=name, problem="malformed")
    _check_database(values.get("database"))
    if not values.get("data"):
        if not values.get("database"):
            raise Invalid(field="data", problem="missing")
        values["data"] = folder_of(values["database"])
    for name in ("http", "sip", "sips"):
        if name in values:
            values[name] = address(_text(values, name), name)
    if "rtp_ports" in values:
        values["rtp_ports"] = _span(_text(values, "rtp_ports"))
    try:
        values["data"] = Path(_text(values, "data")).expanduser()
    except RuntimeError as exc:  # ~somebody who isn't there
        raise Invalid(field="data", problem="malformed") from exc
    if "mail" in values:
        values["mail"] = mail_server(values["mail"])
    if "sms" in values:
        values["sms"] = sms_gateway(values["sms"])
    if "transcription" in values:
        values["transcription"] = transcription(values["transcription"])
    if "directories" in values:
        values["directories"] = directories(values["directories"])
    proxies = values.get("trusted_proxy", ())
    if isinstance(proxies, str) or not all(isinstance(text, str) for text in proxies):
        raise Invalid(field="trusted_proxy", problem="wrong_type")
    values["trusted_proxy"] = tuple(proxies)
    values["data"] = Path(_text(values, "data")).expanduser()
    config = replace(Config(values.pop("data")), **values)
    _check(config)
    return config


def _span(text: str) -> tuple[int, int]:
    """FIRST-LAST. Raises `Invalid`."""
    first, dash, last = text.partition("-")
    if not dash or not all(one.isascii() and one.isdigit() and len(one) <= 5 for one in (first, last)):
        raise Invalid(field="rtp_ports", problem="malformed")
    if int(first) < 1024 or int(last) > 65535 or int(last) - int(first) + 1 < FEWEST_PORTS:
        raise Invalid(field="rtp_ports", problem="out_of_range")
    return int(first), int(last)


def _read(file: Path) -> bytes:
    """A settings file; a pipe, a device or what is far too large is none. Raises `OSError`, `ValueError`."""
    if not file.is_file() and file.exists():
        raise OSError(f"{file} is no file")
    if file.stat().st_size > MOST:
        raise ValueError("too large")
    return file.read_bytes()


def folder_of(database: str) -> Path:
    """The service's folder when only a database is named: where its SQLite file lies, else one of the user's own."""
    scheme, _, rest = database.partition(":///")
    if scheme.startswith("sqlite") and rest:
        return Path(rest).absolute().parent
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "onepresence-pbx" / _server_name(database)


def _server_name(database: str) -> str:
    url = urlsplit(database)
    return _hashed(f"{url.netloc.rpartition('@')[2]}{url.path}?{url.query}")


def _hashed(place: str) -> str:
    return hashlib.sha256(place.encode()).hexdigest()[:16]


def _check_database(database: object) -> None:
    if database is None:
        return
    if not isinstance(database, str):
        raise Invalid(field="database", problem="wrong_type")
    if database.partition("://")[0].partition("+")[0] not in DATABASES:
        raise Invalid(field="database", problem="unknown")
    try:
        urlsplit(database)
    except ValueError as exc:
        raise Invalid(field="database", problem="malformed") from exc


def _check(config: Config) -> None:
    kinds = {
        "driver": str,
        "child": bool,
        "demo_seed": int,
        "log_level": str,
        "mailbox_minutes": int,
        "accept_empty": bool,
        "announce": bool,
        "secure_phones": bool,
        "public_url": str,
    }
    for name, kind in kinds.items():
        value = getattr(config, name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise Invalid(field=name, problem="wrong_type")
    for name in ("tls_cert", "tls_key", "sip_ca"):
        if not isinstance(getattr(config, name), str | None):
            raise Invalid(field=name, problem="wrong_type")
    if config.public_address is not None:
        _check_public(config.public_address)
    _ = config.trusted
    if config.public_url and not _is_public(config.public_url):
        raise Invalid(field="public_url", problem="malformed")
    if config.secure_phones and config.sips is None:
        raise Invalid(field="sips", problem="missing")
    if config.driver not in DRIVERS:
        raise Invalid(field="driver", problem="unknown")
    if (config.tls_cert is None) != (config.tls_key is None):
        raise Invalid(field="tls_key" if config.tls_key is None else "tls_cert", problem="missing")
    if not 1 <= config.mailbox_minutes <= 100_000:
        raise Invalid(field="mailbox_minutes", problem="out_of_range")
    if config.log_level.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise Invalid(field="log_level", problem="unknown")


def _check_public(text: object) -> None:
    try:
        good = isinstance(text, str) and not ipaddress.ip_address(text).is_unspecified
    except ValueError:
        good = False
    if not good:
        raise Invalid(field="public_address", problem="address")


def _is_public(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    plain = url.isprintable() and " " not in url and not (parts.query or parts.fragment or parts.username)
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values[name]
    if isinstance(value, Path):
        return str(value)
    if not isinstance(value, str):
        raise Invalid(field=name, problem="wrong_type")
    return value
