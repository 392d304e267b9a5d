"""The company's mail server, as the service's settings name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from onepresence_desktop.domain.errors import Invalid


class Security(StrEnum):
    """How the connection is encrypted (RFC 3207, RFC 8314); none only towards this machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over. sender: the address mail comes from; reply_to: where answers go, or "".

    account, password: "" where the server asks for none. port: 0 for the usual one.
    """

    host: str
    sender: str
    port: int = 0
    security: Security = Security.STARTTLS
    account: str = ""
    password: str = field(default="", repr=False)
    reply_to: str = ""


def mail_server(table: object) -> MailServer:
    """From the settings' table `[mail]`. Raises `Invalid` naming the setting."""
    if not isinstance(table, Mapping):
        raise Invalid(field="mail", problem="wrong_type")
    values: dict[str, Any] = dict(table)
    known = {one.name: one for one in fields(MailServer)}
    for name, value in values.items():
        if name not in known:
            raise Invalid(field=f"mail.{name}", problem="unknown_setting")
        if not isinstance(value, int if name == "port" else str) or isinstance(value, bool):
            raise Invalid(field=f"mail.{name}", problem="wrong_type")
    for name in ("host", "sender"):
        if not values.get(name):
            raise Invalid(field=f"mail.{name}", problem="missing")
    for name in ("sender", "reply_to"):
        if values.get(name) and (values[name].count("@") != 1 or any(ord(c) < 33 for c in values[name])):
            raise Invalid(field=f"mail.{name}", problem="malformed")
    try:
        security = Security(values.pop("security", Security.STARTTLS))
    except ValueError as exc:
        raise Invalid(field="mail.security", problem="unknown") from exc
    if security is Security.NONE and values["host"] not in ("localhost", "127.0.0.1", "::1"):
        raise Invalid(field="mail.security", problem="not_on_a_network")
    if not 0 <= values.get("port", 0) <= 65535:
        raise Invalid(field="mail.port", problem="out_of_range")
    server = MailServer(security=security, **values)
    return server if server.port else MailServer(security=security, **{**values, "port": PORTS[security]})
