"""What stands inside headers: lists, parameters, URIs, name-addrs and Vias (RFC 3261 sections 19.1, 20, 25)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from onepresence_desktop.domain.names import cleaned_name

_HOST = re.compile(r"^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)$")


LONGEST_KEPT = 200
"""Characters of a URI or name-addr that is remembered: one dialog's come with each of its messages."""


class Malformed(ValueError):
    """A message, header or URI that can't be read."""


def split_list(value: str, separator: str = ",") -> list[str]:
    """Split at commas (or `separator`) outside quotes and angle brackets."""
    if separator not in value:
        return [value.strip()]
    if '"' not in value and "<" not in value:
        return [part for piece in value.split(separator) if (part := piece.strip())]
    parts, start, quoted, angle, escaped = [], 0, False, 0, -1
    for found in _special(separator).finditer(value):
        place, char = found.start(), found[0]
        if place == escaped:
            continue
        if char == "\\":
            escaped = place + 1 if quoted else -1
        elif char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char == "<":
            angle += 1
        elif char == ">":
            angle = max(0, angle - 1)
        elif not angle:
            parts.append(value[start:place].strip())
            start = place + 1
    parts.append(value[start:].strip())
    return [part for part in parts if part]


@lru_cache(8)
def _special(separator: str) -> re.Pattern[str]:
    """What isn't passed over when a list is split."""
    return re.compile('[\\\\"<>' + re.escape(separator) + "]")


def parameters(parts: Iterable[str]) -> dict[str, str]:
    """`name=value` pieces as a map with lower-case names; a value's quotes are taken off."""
    found: dict[str, str] = {}
    for part in parts:
        name, equals, value = part.partition("=")
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] == '"':
            value = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
        found[name.strip().lower()] = value if equals else ""
    return found


@dataclass(frozen=True, slots=True)
class Uri:
    """A sip:, sips: or tel: URI. params compare case-insensitively (RFC 3261 section 19.1.4)."""

    scheme: str
    user: str
    host: str
    port: int | None = None
    params: dict[str, str] = field(default_factory=dict)
    headers: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """The same for URIs that are the same (RFC 3261 section 19.1.4): only the user's case counts."""
        params = {name: value.lower() for name, value in self.params.items()}
        return self.scheme, self.user, self.host.lower(), self.port, tuple(sorted(params.items()))

    def __str__(self) -> str:
        if self.scheme == "tel":
            return f"tel:{self.user}"
        at = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port is not None else ""
        params = "".join(f";{k}={v}" if v else f";{k}" for k, v in self.params.items())
        return f"{self.scheme}:{at}{self.host}{port}{params}"


def local_part(uri: Uri) -> str:
    """What is dialled by a URI: its user without the parameters of a telephone number (RFC 3261 section 19.1.6).

    A global context stands before the number it belongs to (RFC 3966 section 5.1.5); separators mean nothing.
    """
    number, *parameters_ = uri.user.split(";")
    context = parameters(parameters_).get("phone-context", "") or uri.params.get("phone-context", "")
    if not (parameters_ or uri.scheme == "tel" or uri.params.get("user") == "phone" or context):
        return uri.user
    if re.fullmatch(r"[+0-9*#().\- ]+", number):
        number = re.sub(r"[().\- ]", "", number)
    if re.fullmatch(r"\+[0-9]+", context) and not number.startswith("+"):
        number = context + number
    return number


def parse_uri(text: str) -> Uri:
    """Read a URI. Raises `Malformed`."""
    return _kept_uri(text) if len(text) <= LONGEST_KEPT else _read_uri(text)


@lru_cache(2048)
def _kept_uri(text: str) -> Uri:
    return _read_uri(text)


def _read_uri(text: str) -> Uri:
    scheme, colon, rest = text.strip().partition(":")
    scheme = scheme.lower()
    if not colon or scheme not in ("sip", "sips", "tel"):
        raise Malformed("uri scheme")
    if scheme == "tel":
        number, *params = rest.split(";")
        return Uri("tel", number, "", None, parameters(params))
    rest, _, headers = rest.partition("?")
    user, at, hostpart = rest.rpartition("@")
    if not at:
        user, hostpart = "", rest
    user = user.split(":", 1)[0]
    host, *params = hostpart.split(";")
    port: int | None = None
    if host.startswith("["):
        host, bracket, tail = host.partition("]")
        host += bracket
        if tail.startswith(":"):
            port = _port(tail[1:])
    elif ":" in host:
        host, _, digits = host.partition(":")
        port = _port(digits)
    if not _HOST.match(host):
        raise Malformed("uri host")
    return Uri(scheme, _unescape(user), host, port, parameters(params), headers)


def _port(digits: str) -> int:
    if not digits.isascii() or not digits.isdigit() or not 0 < int(digits) < 65_536:
        raise Malformed("port")
    return int(digits)


def _unescape(text: str) -> str:
    if "%" not in text:
        return text
    return re.sub(r"%([2-7][0-9A-Fa-f])", lambda m: chr(int(m[1], 16)), text)  # control characters stay escaped


@dataclass(frozen=True, slots=True)
class NameAddr:
    """From, To, Contact, Refer-To …: a display name, a URI as text, header parameters."""

    name: str
    uri: str
    params: dict[str, str]

    @property
    def tag(self) -> str:
        """The dialog's tag, or ""."""
        return self.params.get("tag", "")

    def parsed(self) -> Uri:
        """The URI. Raises `Malformed`."""
        return parse_uri(self.uri)


def named(name: str, uri: str) -> str:
    """A name-addr to send: the name quoted, without what would end it early."""
    shown = cleaned_name(name.replace("\\", "").replace('"', "'"))
    return f'"{shown}" <{uri}>' if shown else f"<{uri}>"


def parse_name_addr(text: str) -> NameAddr:
    """Read `"Name" <uri>;params` or a bare URI. Raises `Malformed`."""
    return _kept_name_addr(text) if len(text) <= LONGEST_KEPT else _read_name_addr(text)


@lru_cache(2048)
def _kept_name_addr(text: str) -> NameAddr:
    return _read_name_addr(text)


def _read_name_addr(text: str) -> NameAddr:
    text = text.strip()
    if "<" in text:
        head, _, rest = text.partition("<") if not text.startswith('"') else _quoted_head(text)
        uri, closing, tail = rest.partition(">")
        if not closing:
            raise Malformed("angle bracket")
        name = head.strip()
        if len(name) >= 2 and name[0] == name[-1] == '"':
            name = name[1:-1].replace('\\"', '"').replace("\\\\", "\\")
        plain = name.isascii() and name.isprintable() and "  " not in name
        given = parameters(tail.split(";")[1:]) if tail else {}
        return NameAddr(name.strip() if plain else cleaned_name(name), uri.strip(), given)
    uri, *params = text.split(";")
    return NameAddr("", uri.strip(), parameters(params))


def _quoted_head(text: str) -> tuple[str, str, str]:
    end = 1
    while end < len(text) and text[end] != '"':
        end += 2 if text[end] == "\\" else 1
    if end >= len(text):
        raise Malformed("quote")
    head, bracket, rest = text[end + 1 :].partition("<")
    return text[: end + 1] + head, bracket, rest


class Via(NamedTuple):
    """The topmost hop: where a response goes and which transaction it belongs to."""

    transport: str
    host: str
    port: int | None
    params: dict[str, str]

    @property
    def branch(self) -> str:
        """The transaction's id."""
        return self.params.get("branch", "")


def parse_via(text: str) -> Via:
    """Read one Via value. Raises `Malformed`."""
    return _kept_via(text) if len(text) <= LONGEST_KEPT else _read_via(text)


@lru_cache(512)
def _kept_via(text: str) -> Via:
    """Ours comes back in each response, and that of an INVITE in its ACK."""
    return _read_via(text)


_VIA = re.compile(r"SIP/2\.0/([A-Z]+) ([A-Za-z0-9.-]+)(?::([0-9]{1,4}))?;branch=([A-Za-z0-9.~_-]+)(;rport)?")
"""As nearly all phones write it."""


def _read_via(text: str) -> Via:
    usual = _VIA.fullmatch(text)
    if usual is not None:
        transport, host, port, branch, asks = usual.groups()
        given = {"branch": branch, "rport": ""} if asks else {"branch": branch}
        return Via(transport, host, _port(port) if port else None, given)
    head, *params = text.split(";")
    version, _, sent_by = head.partition(" ")
    if version.startswith("SIP/2.0/") and sent_by.isascii() and " " not in sent_by:
        transport = version[8:]
    else:
        words = head.replace("/", " / ").split()
        if len(words) < 6 or words[0].upper() != "SIP" or words[2] != "2.0":
            raise Malformed("via")
        transport, sent_by = words[4], "".join(words[5:])
    if sent_by.startswith("["):
        host, _, tail = sent_by.partition("]")
        host, port = host + "]", tail[1:] if tail.startswith(":") else ""
    else:
        host, _, port = sent_by.partition(":")
    return Via(transport.upper(), host, _port(port) if port else None, parameters(params))


@lru_cache(1024)
def parse_cseq(text: str) -> tuple[int, str]:
    """Read a CSeq: number and method. Raises `Malformed`."""
    number, *method = text.split(None, 1)[:2] or [""]
    if not number.isascii() or not number.isdigit() or len(number) > 10 or int(number) >= 2**31:
        raise Malformed("cseq")
    return int(number), "".join(method).strip()
