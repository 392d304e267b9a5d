"""The company's SMS gateway, as the service's settings name it (table `[sms]`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from onepresence_desktop.domain.errors import Invalid

LOCAL = ("localhost", "127.0.0.1", "::1")
_NAME = re.compile(r"[A-Za-z0-9 ._-]{1,11}")
_NUMBER = re.compile(r"\+?[0-9]{3,15}")

MOST_REPEATS = 2
"""Parts of a pattern that may be there many times: each more takes as many times as long as there are characters."""

JUDGED = 400
"""Characters of an answer in which a pattern is looked for."""

_ESCAPED = re.compile(r"\\[^0-9]|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_REPEATED_GROUP = re.compile(r"\)[*+?{]|\\[0-9]|\(\?P=|\(\?\(")
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?|([*+?][?+]?|\{\d*,?\d*\}[?+]?)", re.DOTALL)


class GatewayKind(StrEnum):
    """http: any gateway that takes an HTTP request. kannel: `sendsms` of Kannel and its like."""

    HTTP = "http"
    KANNEL = "kannel"


class Form(StrEnum):
    """How an HTTP gateway wants what is said."""

    JSON = "json"
    FORM = "form"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class SmsGateway:
    """Where SMS are handed over.

    sender: what the receiver sees, up to 11 letters and digits, or a number. account, password: "" where none is asked.
    report_url: our own address as the gateway reaches it, for delivery reports; "" for none.
    form, fields, headers, accepted: of a gateway of kind http. In the values of fields and headers {to}, {text},
    {sender}, {id} and {report} stand for what is sent, {account} and {password} for the two. accepted: a regular
    expression that an answer of 2xx must hold to be a yes; "" where 2xx is enough.
    """

    url: str
    sender: str
    kind: GatewayKind = GatewayKind.HTTP
    account: str = ""
    password: str = field(default="", repr=False)
    report_url: str = ""
    form: Form = Form.JSON
    fields: Mapping[str, str] = field(default_factory=lambda: {"to": "{to}", "from": "{sender}", "text": "{text}"})
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    accepted: str = ""


def sms_gateway(table: object) -> SmsGateway:
    """From the settings' table `[sms]`. Raises `Invalid` naming the setting."""
    if not isinstance(table, Mapping):
        raise Invalid(field="sms", problem="wrong_type")
    values: dict[str, Any] = dict(table)
    known = {one.name for one in fields(SmsGateway)}
    for name, value in values.items():
        if name not in known:
            raise Invalid(field=f"sms.{name}", problem="unknown_setting")
        if name in ("fields", "headers"):
            if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
                raise Invalid(field=f"sms.{name}", problem="wrong_type")
        elif not isinstance(value, str):
            raise Invalid(field=f"sms.{name}", problem="wrong_type")
    for name in ("url", "sender"):
        if not values.get(name):
            raise Invalid(field=f"sms.{name}", problem="missing")
    for name, kind in (("kind", GatewayKind), ("form", Form)):
        if name in values:
            try:
                values[name] = kind(values[name])
            except ValueError as exc:
                raise Invalid(field=f"sms.{name}", problem="unknown") from exc
    if not (_NAME.fullmatch(values["sender"]) or _NUMBER.fullmatch(values["sender"])):
        raise Invalid(field="sms.sender", problem="malformed")
    for name in ("url", "report_url"):
        if values.get(name):
            _check_url(name, values[name])
    _check_pattern(values.get("accepted", ""))
    return SmsGateway(**values)


def _check_pattern(pattern: str) -> None:
    """One that takes no longer than a moment, whatever the gateway answers: the whole service would wait for it."""
    repeats = [one for one in _PIECE.findall(pattern) if one]
    many = sum(one not in ("?", "??", "?+") for one in repeats)
    try:
        if _REPEATED_GROUP.search(_ESCAPED.sub("x", pattern)) or many > MOST_REPEATS or len(repeats) > MOST_REPEATS + 1:
            raise ValueError
        re.compile(pattern)
    except (re.error, ValueError, OverflowError, RecursionError) as exc:
        raise Invalid(field="sms.accepted", problem="malformed") from exc


def _check_url(name: str, url: str) -> None:
    """Encrypted, but for this machine itself, where gateways such as Kannel often stand."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as exc:
        raise Invalid(field=f"sms.{name}", problem="malformed") from exc
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Invalid(field=f"sms.{name}", problem="malformed")
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        raise Invalid(field=f"sms.{name}", problem="not_on_a_network")
