"""NOTIFY to phones that did not subscribe: message lamps (RFC 3842, section 4), and to fetch their settings anew."""

from __future__ import annotations

from collections.abc import Sequence

from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip.core import Core
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.registrar import Binding
from onepresence_desktop.pbx.telephony.sip.txn import Client

CHECK_SYNC = "check-sync;reboot=false"
"""The makers' word for it (Yealink, Snom and others; no RFC): fetch the settings, and don't restart for that."""


def notify(
    core: Core, line: Line, binding: Binding, sender: str, about: Sequence[tuple[str, str]], body: bytes = b""
) -> None:
    """Send one, outside of any dialog; what the phone answers is of no use. about: the headers that say what it is."""
    host = core.domain(binding.flow)
    request = Message("NOTIFY", binding.contact)
    request.headers = [
        ("via", core.via(binding.flow)),
        ("max-forwards", "70"),
        ("from", f"<sip:{sender}@{host}>;tag={core.token()}"),
        ("to", f"<sip:{line.sip_user}@{host}>"),
        ("call-id", f"{core.token()}@{host}"),
        ("cseq", "1 NOTIFY"),
        ("contact", core.contact(binding.flow)),
        *about,
    ]
    request.body = body
    Client(core.layer, binding.flow, request, lambda _: None, lambda: None).start()


def check_settings(core: Core, line: Line) -> None:
    """A phone, wherever it is registered, is to fetch its settings anew."""
    for binding in core.registrar.bindings(line.sip_user):
        notify(core, line, binding, line.sip_user, (("event", CHECK_SYNC), ("subscription-state", "terminated")))
