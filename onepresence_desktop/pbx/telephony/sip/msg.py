"""SIP messages: a lazy parser and a builder (RFC 3261 section 7).

Headers are kept as text until asked for; bytes that aren't UTF-8 survive by surrogateescape. Content-Length is never
believed over UDP, and over TCP only within bounds.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from onepresence_desktop.pbx.telephony.sip.address import (
    Malformed,
    NameAddr,
    Via,
    parse_cseq,
    parse_name_addr,
    parse_via,
    split_list,
)
from onepresence_desktop.pbx.telephony.sip.header_names import (
    LISTS,
    METHODS,
    REASONS,
    TOKEN,
    USUAL,
    name_of,
    written_name,
)

_NONE: frozenset[str] = frozenset()
_HEADER = re.compile("^([^:\n]*):(.*)$", re.MULTILINE)


class Message:
    """A request (`method` and `uri`) or a response (`status`). Header names are lower case.

    whole: the empty line after the headers was there (RFC 3261 section 7). A message that was read is asked a dozen
    times for its headers, so those are found by name; it is changed by `put`, `add` and their like alone.
    """

    __slots__ = (
        "_cseq",
        "_first",
        "_from",
        "_to",
        "_via",
        "body",
        "headers",
        "method",
        "reason",
        "status",
        "uri",
        "version",
        "whole",
    )

    def __init__(
        self,
        method: str = "",
        uri: str = "",
        *,
        status: int = 0,
        reason: str = "",
        headers: list[tuple[str, str]] | None = None,
        body: bytes = b"",
        version: str = "SIP/2.0",
    ) -> None:
        self.method = method
        self.version = version
        self.uri = uri
        self.status = status
        self.reason = reason
        self.headers = headers if headers is not None else []
        self.body = body
        self.whole = True
        self._first: dict[str, str] | None = None
        self._via: Via | None = None
        self._from: NameAddr | None = None
        self._to: NameAddr | None = None
        self._cseq: tuple[int, str] | None = None

    @property
    def is_request(self) -> bool:
        """Whether it asks rather than answers."""
        return self.status == 0

    def get(self, name: str, default: str = "") -> str:
        """The first value of a header."""
        if self._first is not None:
            return self._first.get(name, default)
        for key, value in self.headers:
            if key == name:
                return value
        return default

    def all(self, name: str) -> list[str]:
        """Every value of a header, lists split."""
        if self._first is not None and name not in self._first:
            return []
        found: list[str] = []
        for key, value in self.headers:
            if key == name:
                found += split_list(value) if name in LISTS else [value]
        return found

    def has(self, name: str) -> bool:
        """Whether the header is there."""
        if self._first is not None:
            return name in self._first
        return any(key == name for key, _ in self.headers)

    def put(self, name: str, value: str) -> Message:
        """Replace a header."""
        self.headers = [(k, v) for k, v in self.headers if k != name]
        self.headers.append((name, value))
        return self._changed()

    def add(self, name: str, value: str) -> Message:
        """Add a header."""
        self.headers.append((name, value))
        if self._first is not None:
            self._first.setdefault(name, value)
        return self

    def mark_via(self, host: str, port: int) -> None:
        """Note in the topmost Via where the request really came from (RFC 3261 section 18.2.1, RFC 3581)."""
        via, written = self.via, self.get("via")
        head, *rest = written.split(",", 1)
        pieces = [p for p in head.split(";") if not p.strip().lower().startswith(("rport", "received"))]
        marked = ",".join([f"{';'.join(pieces)};received={host};rport={port}", *rest])
        self.headers[self.headers.index(("via", written))] = ("via", marked)
        if self._first is not None:
            self._first["via"] = marked
        self._via = via._replace(params={**via.params, "received": host, "rport": str(port)})

    def drop(self, name: str) -> None:
        """Leave a header out."""
        self.headers = [(key, value) for key, value in self.headers if key != name]
        self._changed()

    def _changed(self) -> Message:
        self._first = self._via = self._from = self._to = self._cseq = None
        return self

    def repeated(self) -> Collection[str]:
        """Names of headers that stand in it more than once."""
        if self._first is not None and len(self._first) == len(self.headers):
            return _NONE
        names = [name for name, _ in self.headers]
        return {name for name in names if names.count(name) > 1}

    def copy(self) -> Message:
        """Another one with the same headers and body."""
        return Message(self.method, self.uri, headers=list(self.headers), body=self.body)

    def strip(self, kept: Collection[str]) -> Message:
        """Leave out its body and all headers but these."""
        self.headers = [(key, value) for key, value in self.headers if key in kept]
        self.body = b""
        return self._changed()

    @property
    def via(self) -> Via:
        """The topmost hop. Raises `Malformed`."""
        found = self._via
        if found is None:
            value = self.get("via")
            if not value or "," in value:
                values = self.all("via")
                if not values:
                    raise Malformed("no via")
                value = values[0]
            found = self._via = parse_via(value)
        return found

    @property
    def from_(self) -> NameAddr:
        """Who sent the request. Raises `Malformed`."""
        found = self._from
        if found is None:
            found = self._from = parse_name_addr(self.get("from"))
        return found

    @property
    def to(self) -> NameAddr:
        """Whom it is for. Raises `Malformed`."""
        found = self._to
        if found is None:
            found = self._to = parse_name_addr(self.get("to"))
        return found

    @property
    def call_id(self) -> str:
        """The dialog's id."""
        return self.get("call-id")

    @property
    def cseq(self) -> tuple[int, str]:
        """Number and method. Raises `Malformed`."""
        found = self._cseq
        if found is None:
            found = self._cseq = parse_cseq(self.get("cseq"))
        return found

    def contact(self) -> NameAddr | None:
        """The first contact, or None. Raises `Malformed`."""
        values = self.all("contact")
        return parse_name_addr(values[0]) if values else None

    def tokens(self, name: str) -> set[str]:
        """A list header as a set of lower-case words (Supported, Require, Allow)."""
        return {value.split(";")[0].strip().lower() for value in self.all(name)}

    def encode(self) -> bytes:
        """The bytes to send."""
        if self.is_request:
            lines = [f"{self.method} {self.uri} SIP/2.0"]
        else:
            lines = [f"SIP/2.0 {self.status} {self.reason or REASONS.get(self.status, 'Unknown')}"]
        lines += [f"{written_name(k)}: {v}" for k, v in self.headers if k != "content-length"]
        lines.append(f"Content-Length: {len(self.body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape") + self.body


def parse(data: bytes) -> Message:
    """Read one message. Raises `Malformed`; what is wrong further inside shows when it is asked for."""
    if data[:1] in b"\r\n":
        data = data.lstrip(b"\r\n")  # lines before the message mean nothing (RFC 3261 section 7.5)
    head, blank, body = data.partition(b"\r\n\r\n")
    if not blank:
        head, blank, body = data.partition(b"\n\n")
    text = head.decode("utf-8", "surrogateescape").replace("\r\n", "\n").replace("\r", " ").lstrip("\n ")
    if not blank:
        text = text.removesuffix("\n")
    if not text:
        raise Malformed("empty")
    if "\n " in text or "\n\t" in text:
        text = "\n".join(_unfolded(text))
    start, _, rest = text.partition("\n")
    message = _start_line(start)
    message.whole = bool(blank)
    written = _HEADER.findall(rest)
    if len(written) != text.count("\n"):
        raise Malformed("header line")
    message.headers = [(USUAL.get(name) or name_of(name), value.strip()) for name, value in written]
    first = message._first = dict(reversed(message.headers))
    length = first.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) < 7 and int(length) < len(body):
        body = body[: int(length)]
    message.body = body
    return message


def _unfolded(text: str) -> list[str]:
    """Lines, with those that a blank begins joined to the one before (RFC 3261 section 7.3.1)."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    return lines


def _start_line(line: str) -> Message:
    if line[:8].upper() == "SIP/2.0 ":
        status, _, reason = line[8:].partition(" ")
        if not (len(status) == 3 and status.isascii() and status.isdigit() and 100 <= int(status) < 700):
            raise Malformed("status")
        return Message(status=int(status), reason=reason)
    words = line.rstrip(" ").split(" ")
    if len(words) == 3 and words[0] in METHODS and words[2] == "SIP/2.0" and "\0" not in line:
        return Message(words[0], words[1].strip("<> "))
    if len(words) < 3 or not TOKEN.match(words[0]) or "\0" in line:
        raise Malformed("start line")
    version = words[-1].upper()
    if not version.startswith("SIP/"):
        raise Malformed("version")
    return Message(words[0], " ".join(words[1:-1]).strip("<> "), version=version)


def response_to(request: Message, status: int, *, to_tag: str = "", reason: str = "") -> Message:
    """A response with what must be copied (RFC 3261 section 8.2.6)."""
    answer = Message(status=status, reason=reason)
    for name in ("via", "record-route") if 100 < status < 300 else ("via",):
        answer.headers += [(k, v) for k, v in request.headers if k == name]
    to = request.get("to")
    if to_tag and status > 100 and ";tag=" not in to.rpartition(">")[2].lower().replace(" ", ""):
        to = f"{to};tag={to_tag}"
    if status == 100 and (timestamp := request.get("timestamp")):
        answer.headers.append(("timestamp", timestamp))
    answer.headers += [
        ("from", request.get("from")),
        ("to", to),
        ("call-id", request.get("call-id")),
        ("cseq", request.get("cseq")),
    ]
    return answer


def referred(message: Message) -> str:
    """Whom a REFER is about: the Refer-To URI. Raises `Malformed`.

    Without angle brackets all of it is the URI, though parameters and headers should have had them.
    """
    value = message.get("refer-to").strip()
    uri = parse_name_addr(value).uri if "<" in value else value
    if not uri:
        raise Malformed("refer-to")
    return uri


def key_of(info: Message) -> str:
    """The key that an INFO tells (application/dtmf-relay or application/dtmf), or ""."""
    kind = info.get("content-type").split(";")[0].strip().lower()
    text = info.body.decode("ascii", "replace")
    digit = ""
    if kind == "application/dtmf-relay":
        for line in text.splitlines():
            name, _, value = line.partition("=")
            if name.strip().lower() == "signal":
                digit = value.strip()
    elif kind == "application/dtmf":
        digit = text.strip()
    digit = {"10": "*", "11": "#"}.get(digit, digit[:1])  # some makes write the event's number (RFC 4733 section 3.2)
    return digit if digit and digit in "0123456789*#" else ""
