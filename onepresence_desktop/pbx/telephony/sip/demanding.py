"""Phones that must come over TLS and encrypt their sound (SRTP): all of them, or those of some lines (spec 12.1c)."""

from __future__ import annotations

from onepresence_desktop.pbx.ports import Line
from onepresence_desktop.pbx.telephony.sip.clock import Flow
from onepresence_desktop.pbx.telephony.sip.leg import Leg
from onepresence_desktop.pbx.telephony.sip.msg import Message
from onepresence_desktop.pbx.telephony.sip.registrar import Registrar
from onepresence_desktop.pbx.telephony.sip.sdp import BadSdp, read_sdp


def in_clear(message: Message, flow: Flow) -> bool:
    """Whether a request comes without TLS, or an INVITE offers sound in clear."""
    if flow.kind != "tls":
        return True
    return message.method == "INVITE" and _speaks_in_clear(message)


def falls_back(message: Message, leg: Leg) -> bool:
    """Whether sound that has been encrypted would be in clear from now on."""
    if message.method not in ("INVITE", "UPDATE") or not _speaks_in_clear(message):
        return False
    try:
        return read_sdp(leg.remote_sdp).secured
    except BadSdp:
        return False


def _speaks_in_clear(message: Message) -> bool:
    """What can't be read is refused for what it is."""
    if not message.body:
        return False
    try:
        return not read_sdp(message.body).secured
    except BadSdp:
        return False


def drop_clear(registrar: Registrar, line: Line) -> None:
    """Encryption is demanded from now on: the phone is no longer reached where it came in without."""
    for binding in registrar.known(line.sip_user):
        if binding.flow.kind != "tls":
            registrar.drop(line.sip_user, binding)
