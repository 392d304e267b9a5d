"""Lines to a telephone provider: how numbers are written to it, and what may be dialled over it (spec 12.1a).

Rules only; what is going on over a trunk at a moment (calls at once, calls of an hour) is the driver's to count, and
is handed in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from onepresence_desktop.domain.people import CustomerId
from onepresence_desktop.domain.steps import Refusal, TrunkId
from onepresence_desktop.domain.words import Word

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber


class NumberFormat(Word):
    """How a provider writes numbers: +4533123456, 33123456 (abroad 0046…), or 004533123456."""

    E164 = "e164"
    NATIONAL = "national"
    DOUBLE_ZERO = "00"
    UNKNOWN = "unknown"


class Transport(Word):
    """How SIP reaches the provider."""

    UDP = "udp"
    TCP = "tcp"
    TLS = "tls"
    UNKNOWN = "unknown"


class Abroad(Word):
    """Which other countries may be called."""

    NONE = "none"
    NORDIC = "nordic"
    EU = "eu"
    WORLD = "world"
    UNKNOWN = "unknown"


class CallerId(Word):
    """Where the provider wants our number: P-Asserted-Identity, P-Preferred-Identity (RFC 3325), or From alone."""

    ASSERTED = "asserted"
    PREFERRED = "preferred"
    FROM = "from"
    UNKNOWN = "unknown"


NORDIC = frozenset({"DK", "SE", "NO", "FI", "IS", "FO", "GL", "AX"})
EU = frozenset(
    {
        *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU"),
        *("MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "AX", "IS", "LI", "NO"),
    }
)
"""The European Union and the European Economic Area, where a call costs about the same by law."""

CALLS_AN_HOUR = 60
"""Calls to the outside that one user may make in an hour; a stolen password makes more."""


@dataclass(frozen=True, slots=True)
class SipTrunk:
    """A line to a provider.

    server: host, or host:port. registers: it is registered with `user` and `password`; otherwise the provider knows us
    by our address, and we it by `server` and `sources` (addresses). numbers: E.164 numbers it carries. main: the number
    shown when the caller has none. max_calls: at once, None without limit. follows_redirects: a 302 is followed.
    place: earlier ones are tried first.
    """

    id: TrunkId
    customer_id: CustomerId
    name: str
    server: str
    transport: Transport = Transport.UDP
    user: str = ""
    password: str = field(default="", repr=False)
    registers: bool = False
    numbers: tuple[str, ...] = ()
    format: NumberFormat = NumberFormat.E164
    main: str | None = None
    sources: tuple[str, ...] = ()
    max_calls: int | None = None
    abroad: Abroad = Abroad.NONE
    premium: bool = False
    calls_an_hour: int = CALLS_AN_HOUR
    caller_id: CallerId = CallerId.ASSERTED
    follows_redirects: bool = False
    place: int = 0

    @property
    def host(self) -> str:
        """Where it is: a name or an address."""
        return _split(self.server)[0]

    @property
    def by_name(self) -> bool:
        """Whether no port is named, so that DNS may say where its servers are (RFC 3263 section 4)."""
        return not _split(self.server)[1]

    @property
    def port(self) -> int:
        """The port, by default that of the transport."""
        return _split(self.server)[1] or (5061 if self.transport is Transport.TLS else 5060)


def _split(server: str) -> tuple[str, int]:
    """Host and port (0: none is named); an IPv6 address stands in brackets."""
    if server.startswith("["):
        host, _, rest = server[1:].partition("]")
        port = rest.removeprefix(":")
    else:
        host, _, port = server.partition(":") if server.count(":") == 1 else (server, "", "")
    return host, int(port) if port.isdigit() else 0


def written(number: str, style: NumberFormat, region: str) -> str:
    """A number (E.164, or an emergency number) as the provider wants it, seen from `region`."""
    if not number.startswith("+") or style is NumberFormat.E164:
        return number
    import phonenumbers

    if style is NumberFormat.NATIONAL and region_of(number) == region:
        parsed = phonenumbers.parse(number)
        national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
        return "".join(digit for digit in national if digit.isdigit())
    return "00" + number[1:]


def read(text: str, region: str) -> str | None:
    """What a provider wrote, in whatever format, as E.164; None when it is no number."""
    import phonenumbers

    digits = "".join(c for c in text if c not in " -.()/")
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    if not digits.removeprefix("+").isdigit() or not digits.isascii():
        return None
    code = str(phonenumbers.country_code_for_region(region))
    tries = [digits]
    if not digits.startswith("+") and digits.startswith(code):
        tries.append("+" + digits)  # E.164 without its plus, as some write it
    for candidate in tries:
        try:
            parsed = phonenumbers.parse(candidate, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(parsed):
            return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return None


@lru_cache(4)
def _parsed(number: str) -> PhoneNumber | None:
    """A number that is looked at several times for one call. The value isn't to be changed."""
    import phonenumbers

    try:
        return phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None


def region_of(number: str) -> str:
    """The country of an E.164 number (ISO 3166), "" when it can't be told."""
    import phonenumbers

    parsed = _parsed(number)
    if parsed is None:
        return ""
    found: str | None = phonenumbers.region_code_for_number(parsed)
    if found is None:
        found = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return "" if found == phonenumbers.UNKNOWN_REGION else found


def is_premium(number: str) -> bool:
    """Whether calling it costs more than a call."""
    import phonenumbers

    parsed = _parsed(number)
    return parsed is not None and bool(phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE)


def refusal(number: str, trunk: SipTrunk, region: str, *, calls: int = 0, this_hour: int = 0) -> Refusal | None:
    """Why `number` may not be called over a trunk, or None. Emergency calls are never asked about.

    calls: that are going on over it; this_hour: those the caller has made in the last hour.
    """
    country = region_of(number)
    if country != region:
        allowed = {Abroad.NORDIC: country in NORDIC, Abroad.EU: country in EU, Abroad.WORLD: True}
        if not allowed.get(trunk.abroad, False):
            return Refusal.ABROAD
    if is_premium(number) and not trunk.premium:
        return Refusal.PREMIUM
    if this_hour >= trunk.calls_an_hour:
        return Refusal.TOO_MANY
    if trunk.max_calls is not None and calls >= trunk.max_calls:
        return Refusal.BUSY
    return None
