"""What is refused for its outside, whatever it asks for."""

from __future__ import annotations

from onepresence_desktop.pbx.telephony.sip.dialog import ALLOW
from onepresence_desktop.pbx.telephony.sip.msg import Message

_SINGLE = ("call-id", "cseq", "from", "to", "max-forwards")
_SCHEMES = ("sip", "sips", "tel")
_OF_DIALOGS = ("BYE", "INFO", "NOTIFY", "PRACK", "UPDATE")
"""Methods of requests that make sense within a dialog alone."""

_NOT_ALONE = {"PUBLISH": 489, "REFER": 603}
"""Methods that we know and don't serve outside a dialog."""


def refusal(request: Message) -> int:
    """What to refuse a request with before looking at what it asks for; 0 when its outside is as it should be.

    505 another version, 416 a scheme we don't know, 400 lengths that aren't true, headers there must be one of, and
    Replaces where no dialog begins (RFC 3261 sections 8.2, 18.3, 20; RFC 3891 section 3; RFC 4475).
    """
    if request.version != "SIP/2.0":
        return 505
    repeated = request.repeated()
    if repeated and any(name in repeated for name in _SINGLE):
        return 400
    if request.has("replaces") and (request.method != "INVITE" or request.to.tag):
        return 400
    lengths = {value.strip() for value in request.all("content-length")}
    if lengths:
        length = lengths.pop()
        if lengths or not (length.isascii() and length.isdigit()) or int(length[:9]) > len(request.body):
            return 400
    scheme = request.uri.partition(":")[0].lower()
    return 0 if scheme in _SCHEMES else 416


def unplaced(method: str) -> tuple[int, tuple[tuple[str, str], ...]]:
    """What a request of no dialog is refused with, whose method isn't for phones of ours, and with which headers."""
    if method in _OF_DIALOGS:
        return 481, ()
    if method in _NOT_ALONE:
        return _NOT_ALONE[method], ()
    return 405, (("allow", ALLOW),)
