"""An SMS centre that speaks SMPP 3.4, as a connection's settings name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onepresence_desktop.domain.errors import Invalid

LOCAL = ("localhost", "127.0.0.1", "::1")
PORTS = {"tls": 3550, "none": 2775}
"""Where centres listen (IANA), by how the way there is encrypted."""

_NAME = re.compile(r"[A-Za-z0-9 ._-]{1,11}")
_NUMBER = re.compile(r"\+?[0-9]{3,15}")


@dataclass(frozen=True, slots=True)
class SmsCenter:
    """sender: what the receiver sees, up to 11 letters and digits, or a number. account: the system_id, of 15
    characters at most; password: of 8, as SMPP has it.
    """

    host: str
    sender: str
    account: str
    password: str = field(default="", repr=False)
    port: int = 0
    security: str = "tls"

    @property
    def by_number(self) -> bool:
        """Whether the sender is a number."""
        return _NUMBER.fullmatch(self.sender) is not None


def sms_center(table: Mapping[str, Any]) -> SmsCenter:
    """From the settings, of which `domain.connections` has checked the types. Raises `Invalid` naming the setting."""
    center = SmsCenter(**table)
    if not (_NAME.fullmatch(center.sender) or center.by_number):
        raise Invalid(field="sms.sender", problem="malformed")
    for name, most in (("account", 15), ("password", 8)):
        value = getattr(center, name)
        if len(value) > most:
            raise Invalid(field=f"sms.{name}", problem="too_long")
        if not value.isascii():
            raise Invalid(field=f"sms.{name}", problem="malformed")
    if center.security == "none" and center.host not in LOCAL:
        raise Invalid(field="sms.security", problem="not_on_a_network")
    return center if center.port else SmsCenter(**{**table, "port": PORTS[center.security]})
