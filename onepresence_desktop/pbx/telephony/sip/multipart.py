"""Bodies of several parts (RFC 5621, RFC 2046 section 5.1): the session description is found among them."""

from __future__ import annotations

import re

from onepresence_desktop.pbx.telephony.sip.address import parameters
from onepresence_desktop.pbx.telephony.sip.msg import Message

SDP = "application/sdp"
MOST_PARTS = 10
_BLANK = re.compile(rb"\r?\n\r?\n")


def unfold(message: Message) -> None:
    """Leave a message of several parts with its description alone, as if it had come so.

    Left as it is, and so refused with 415 later, when there is no description in it, or another part without which
    the message isn't to be understood (`handling=required`, which stands where nothing is said of it).
    """
    written = message.get("content-type")
    if written == SDP:
        return
    kind, *rest = written.split(";")
    optional = "handling=optional" in message.get("content-disposition").lower().replace(" ", "")
    if optional and message.is_request and kind.strip().lower() not in ("multipart/mixed", SDP):
        message.body = b""  # nobody has to understand it (RFC 3261 section 20.11)
        message.drop("content-length")
        return
    if kind.strip().lower() != "multipart/mixed":
        return
    boundary = parameters(rest).get("boundary", "").encode("utf-8", "surrogateescape")
    if not boundary or len(boundary) > 70:
        return
    found = b""
    for part in re.split(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(?:--)?[ \t]*(?:\r?\n|$)", message.body)[
        1 : MOST_PARTS + 1
    ]:
        head, content = _split(part)
        if head.get("content-type", "").split(";")[0].strip().lower() == SDP and not found:
            found = content
        elif content.strip() and "handling=optional" not in head.get("content-disposition", "").lower():
            return
    if found:
        message.drop("content-length")
        message.put("content-type", SDP)
        message.body = found


def _split(part: bytes) -> tuple[dict[str, str], bytes]:
    if part.startswith((b"\r\n", b"\n")):
        return {}, part
    pieces = _BLANK.split(part, maxsplit=1)
    lines = pieces[0].decode("utf-8", "replace").splitlines()
    head = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return head, pieces[1] if len(pieces) > 1 else b""
