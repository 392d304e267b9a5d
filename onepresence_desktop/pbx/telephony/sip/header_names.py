"""Names of headers, methods and reasons: as they are written, and as we know them (RFC 3261 sections 7.3 and 20)."""

from __future__ import annotations

import re
from functools import lru_cache

from onepresence_desktop.pbx.telephony.sip.address import Malformed

COMPACT = {
    "i": "call-id",
    "m": "contact",
    "e": "content-encoding",
    "l": "content-length",
    "c": "content-type",
    "f": "from",
    "s": "subject",
    "k": "supported",
    "t": "to",
    "v": "via",
    "o": "event",
    "r": "refer-to",
    "b": "referred-by",
    "u": "allow-events",
    "x": "session-expires",
}

LISTS = {"via", "contact", "route", "record-route", "supported", "require", "allow", "diversion", "history-info"}
"""Headers whose values may be joined by commas."""

REASONS = {
    100: "Trying",
    180: "Ringing",
    181: "Call Is Being Forwarded",
    183: "Session Progress",
    200: "OK",
    202: "Accepted",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    413: "Request Entity Too Large",
    415: "Unsupported Media Type",
    416: "Unsupported URI Scheme",
    420: "Bad Extension",
    421: "Extension Required",
    422: "Session Interval Too Small",
    423: "Interval Too Brief",
    429: "Provide Referrer Identity",
    480: "Temporarily Unavailable",
    481: "Call/Transaction Does Not Exist",
    482: "Loop Detected",
    483: "Too Many Hops",
    484: "Address Incomplete",
    486: "Busy Here",
    487: "Request Terminated",
    488: "Not Acceptable Here",
    489: "Bad Event",
    491: "Request Pending",
    500: "Server Internal Error",
    501: "Not Implemented",
    503: "Service Unavailable",
    505: "Version Not Supported",
    603: "Decline",
}

METHODS = frozenset({"INVITE", "ACK", "BYE", "CANCEL", "REGISTER", "OPTIONS", "SUBSCRIBE", "NOTIFY", "UPDATE", "INFO"})
"""The usual ones, which need no check that they are a word."""

LONGEST_KNOWN = 40
"""Characters of a header's name that is worth remembering; strangers can't fill the memory with longer ones."""

TOKEN = re.compile(r"^[A-Za-z0-9.!%*_+`'~-]+$")
"""A word of RFC 3261 section 25.1."""

NAMES = {
    "call-id": "Call-ID",
    "cseq": "CSeq",
    "www-authenticate": "WWW-Authenticate",
    "mime-version": "MIME-Version",
    "rack": "RAck",
    "rseq": "RSeq",
    "min-se": "Min-SE",
}


def name_of(written: str) -> str:
    """A header's name as we know it: in lower case, and never the short form. Raises `Malformed`."""
    return _known_name(written) if len(written) <= LONGEST_KNOWN else _read_name(written)


def _read_name(written: str) -> str:
    name = written.strip().lower()
    if not TOKEN.match(name):
        raise Malformed("header line")
    return COMPACT.get(name, name)


_known_name = lru_cache(maxsize=256)(_read_name)

USUAL = {
    written: _read_name(written)
    for written in (
        *("Via", "From", "To", "Call-ID", "CSeq", "Contact", "Max-Forwards", "Content-Type", "Content-Length"),
        *("User-Agent", "Server", "Allow", "Supported", "Require", "Route", "Record-Route", "Expires", "Authorization"),
        *("Session-Expires", "Min-SE", "P-Asserted-Identity", "Accept", "Date", "Event", "v", "f", "t", "i", "m", "l"),
    )
}
"""The spellings of names that nearly all messages have."""


@lru_cache(maxsize=256)
def written_name(name: str) -> str:
    """A header's name as it is sent."""
    return NAMES.get(name) or name.title()
