"""The service's settings: from the command line, then a TOML file, then defaults. Pure but for reading the file."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from onepresence_desktop.domain.errors import Invalid

DRIVERS = ("sip", "asterisk", "demo")

DATABASES = ("sqlite", "postgresql", "postgres")
"""What a database's URL begins with, but for the way to speak to it (`+asyncpg`)."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; port 0 picks a free one."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. data: the service's folder. database: SQLAlchemy URL, None for SQLite in the folder.

    child: end when standard input closes. demo_seed: what the simulated office does is decided by it.
    log_level: of the standard library's logging. mailbox_minutes: of recordings that each user's mailbox holds.
    """

    data: Path
    http: Address = Address("127.0.0.1", 8480)
    sip: Address = Address("0.0.0.0", 5060)
    driver: str = "sip"
    database: str | None = None
    tls_cert: str | None = None
    tls_key: str | None = None
    child: bool = False
    demo_seed: int = 1
    log_level: str = "INFO"
    mailbox_minutes: int = 60

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
            values.update(tomllib.loads(file.read_text("utf-8")))
        except (OSError, UnicodeDecodeError) as exc:
            raise Invalid(field="config", problem="unreadable") from exc
        except tomllib.TOMLDecodeError as exc:
            raise Invalid(field="config", problem="malformed") from exc
    values.update({name: value for name, value in given.items() if value is not None})
    known = {field.name for field in fields(Config)}
    for name in values:
        if name not in known:
            raise Invalid(field=name, problem="unknown_setting")
    _check_database(values.get("database"))
    if not values.get("data"):
        if not values.get("database"):
            raise Invalid(field="data", problem="missing")
        values["data"] = folder_of(values["database"])
    for name in ("http", "sip"):
        if name in values:
            values[name] = address(_text(values, name), name)
    values["data"] = Path(_text(values, "data")).expanduser()
    config = replace(Config(values.pop("data")), **values)
    _check(config)
    return config


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
    kinds = {"driver": str, "child": bool, "demo_seed": int, "log_level": str, "mailbox_minutes": int}
    for name, kind in kinds.items():
        if not isinstance(getattr(config, name), kind):
            raise Invalid(field=name, problem="wrong_type")
    for name in ("tls_cert", "tls_key"):
        if not isinstance(getattr(config, name), str | None):
            raise Invalid(field=name, problem="wrong_type")
    if config.driver not in DRIVERS:
        raise Invalid(field="driver", problem="unknown")
    if (config.tls_cert is None) != (config.tls_key is None):
        raise Invalid(field="tls_key" if config.tls_key is None else "tls_cert", problem="missing")
    if not 1 <= config.mailbox_minutes <= 100_000:
        raise Invalid(field="mailbox_minutes", problem="out_of_range")
    if config.log_level.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise Invalid(field="log_level", problem="unknown")


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values[name]
    if isinstance(value, Path):
        return str(value)
    if not isinstance(value, str):
        raise Invalid(field=name, problem="wrong_type")
    return value
