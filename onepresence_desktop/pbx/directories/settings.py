"""The companies' directories, as the service's settings name them (tables `[[directories]]`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit

from onepresence_desktop.domain.directory import FOR_EVERYBODY, DirectoryField, DirectoryKind, DirectorySource
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.ports.directories import DirectoryAccess

LOCAL = ("localhost", "127.0.0.1", "::1")
MOST = 100
"""Directories of all companies."""

_SCHEMES = {DirectoryKind.LDAP: ("ldap", "ldaps"), DirectoryKind.CARDDAV: ("http", "https")}
_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TEXTS = ("name", "customer", "kind", "address", "account", "password", "base", "filter")


def directories(tables: object) -> tuple[DirectoryAccess, ...]:
    """From the settings' tables. Raises `Invalid` naming the setting."""
    if not isinstance(tables, list | tuple) or len(tables) > MOST:
        raise Invalid(field="directories", problem="wrong_type")
    found = tuple(table if isinstance(table, DirectoryAccess) else directory(table) for table in tables)
    if len({(one.source.customer, one.source.name) for one in found}) < len(found):
        raise Invalid(field="directories.name", problem="in_use")
    return found


def directory(table: object, *, own: bool = True) -> DirectoryAccess:
    """One of them. own: named by who owns this machine. Raises `Invalid` naming the setting."""
    if not isinstance(table, Mapping):
        raise Invalid(field="directories", problem="wrong_type")
    values: dict[str, Any] = dict(table)
    known = {*(one.name for one in fields(DirectorySource)), "password"}
    for name, value in values.items():
        if name not in known:
            raise _wrong(name, "unknown_setting")
        if name in _TEXTS and not isinstance(value, str):
            raise _wrong(name, "wrong_type")
    for name in ("name", "customer", "kind", "address"):
        if not values.get(name):
            raise _wrong(name, "missing")
    if not _NAME.fullmatch(values["name"]):
        raise _wrong("name", "malformed")
    try:
        kind = DirectoryKind(values["kind"])
    except ValueError as exc:
        raise _wrong("kind", "unknown") from exc
    _check_address(kind, values["address"])
    password = values.pop("password", "")
    if values.get("account") and not password:  # which many servers take for nobody signing in (RFC 4513, 5.1.2)
        raise _wrong("password", "missing")
    if kind is DirectoryKind.LDAP and not values.get("base"):
        raise _wrong("base", "missing")
    shown = _fields(values.pop("fields", None))
    return DirectoryAccess(DirectorySource(**{**values, "kind": kind}, fields=shown), password, own=own)


def _fields(value: object) -> frozenset[DirectoryField]:
    if value is None:
        return FOR_EVERYBODY
    if not isinstance(value, list):
        raise _wrong("fields", "wrong_type")
    try:
        return frozenset(DirectoryField(one) for one in value)
    except ValueError as exc:
        raise _wrong("fields", "unknown") from exc


def _check_address(kind: DirectoryKind, address: str) -> None:
    """CardDAV is encrypted but for this machine itself; LDAP without TLS is made so by STARTTLS."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as exc:
        raise _wrong("address", "malformed") from exc
    if parts.scheme not in _SCHEMES[kind] or not parts.hostname or parts.username:
        raise _wrong("address", "malformed")
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        raise _wrong("address", "not_on_a_network")


def _wrong(name: str, problem: str) -> Invalid:
    return Invalid(field=f"directories.{name}", problem=problem)
