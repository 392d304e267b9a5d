"""Numbers: customer codes, local numbers, OneNumbers, and finding what to dial in what people write (spec 4.3).

E.164 numbers are text with a leading "+". `phonenumbers` and the patterns of `number_search` are
imported when first needed; they cost 30 ms each, and the service never looks for numbers in texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from onepresence_desktop.domain.emergency import is_emergency
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.number_text import plain, uris
from onepresence_desktop.domain.people import Customer

if TYPE_CHECKING:
    from onepresence_desktop.domain.number_search import Hit

CustomerCode = NewType("CustomerCode", str)
"""Three digits that name a customer (spec, vocabulary)."""
LocalNumber = NewType("LocalNumber", str)
"""Seven digits: customer code and the last four of the OneNumber."""
Extension = NewType("Extension", str)
"""The last four digits, dialled inside the company."""
OneNumber = NewType("OneNumber", str)
"""A user's public number, E.164."""


class NumberKind(StrEnum):
    """How far a number reaches."""

    INTERNAL = "internal"
    NATIONAL = "national"
    INTERNATIONAL = "international"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text. number: E.164, or digits as keyed when internal or emergency. text: how it stood there.

    certain: no guess was needed.
    """

    number: str
    text: str
    kind: NumberKind
    certain: bool


@dataclass(frozen=True, slots=True)
class Dialled:
    """What a keyed number means to the PBX: seven digits (internal), E.164, or an emergency number as keyed."""

    kind: NumberKind
    number: str


def customer_code(text: str) -> CustomerCode:
    """Three digits; raises Invalid."""
    if not re.fullmatch(r"[0-9]{3}", text):
        raise Invalid(field="customer_code", problem="three_digits")
    return CustomerCode(text)


def local_number(text: str) -> LocalNumber:
    """Seven digits, blanks and hyphens allowed between; raises Invalid."""
    digits = re.sub(r"[\s\-]", "", text)
    if not re.fullmatch(r"[0-9]{7}", digits):
        raise Invalid(field="local_number", problem="seven_digits")
    return LocalNumber(digits)


def extension(text: str) -> Extension:
    """Four digits; raises Invalid."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise Invalid(field="extension", problem="four_digits")
    return Extension(text)


def one_number(text: str, region: str) -> OneNumber:
    """A public number in any spelling as E.164; raises Invalid."""
    number = _e164(plain(text).text, region)
    if number is None:
        raise Invalid(field="one_number", problem="not_a_number")
    return OneNumber(number)


def local_number_of(code: CustomerCode, number: OneNumber) -> LocalNumber:
    """The local number that belongs to a OneNumber."""
    return LocalNumber(code + number[-4:])


def is_region(region: str) -> bool:
    """Whether `region` is an ISO 3166 code that numbers can be read for."""
    import phonenumbers

    return region in phonenumbers.SUPPORTED_REGIONS


def dial_class(number: str, region: str) -> NumberKind:
    """How far `number` (as found or dialled: digits or E.164) reaches, seen from `region`."""
    if is_emergency(number, region):
        return NumberKind.EMERGENCY
    if not number.startswith("+"):
        return NumberKind.INTERNAL
    import phonenumbers

    code = f"+{phonenumbers.country_code_for_region(region)}"
    return NumberKind.NATIONAL if number.startswith(code) else NumberKind.INTERNATIONAL


def format_number(number: str, region: str) -> str:
    """For people: national spelling inside `region`, else international; anything but E.164 as it is.

    Region "" is inside nothing: always international.
    """
    if not number.startswith("+"):
        return number
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    style = phonenumbers.PhoneNumberFormat
    home = parsed.country_code == phonenumbers.country_code_for_region(region)
    return phonenumbers.format_number(parsed, style.NATIONAL if home else style.INTERNATIONAL)


def dialled(text: str, customer: Customer) -> Dialled:
    """What `text`, keyed or given as a destination, means inside `customer`'s company.

    Raises NumberRefused when it can't be dialled: another customer's local number, feature codes, impossible numbers.
    """
    keyed = re.sub(r"[\s\-.()/]", "", plain(text).text)
    if is_emergency(keyed, customer.region):
        return Dialled(NumberKind.EMERGENCY, keyed)
    if re.fullmatch(r"[0-9]{4}", keyed):
        return Dialled(NumberKind.INTERNAL, customer.code + keyed)
    if re.fullmatch(r"[0-9]{7}", keyed) and keyed.startswith(customer.code):
        return Dialled(NumberKind.INTERNAL, keyed)
    number = _e164(keyed, customer.region) if re.fullmatch(r"\+?[0-9]{5,20}", keyed) else None
    if number is None:
        raise NumberRefused(number=text[:40])
    return Dialled(dial_class(number, customer.region), number)


def _e164(text: str, region: str) -> str | None:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def number_from_link(uri: str, region: str, *, code: str | None = None) -> FoundNumber:
    """The number of a `tel:`, `callto:` or `sip:` link (spec 4.4).

    Raises NumberRefused for feature codes (links come from strangers) and Invalid when there is no number.
    """
    links = uris(plain(uri.strip()))
    if not links or links[0].start:
        raise Invalid(field="link", problem="not_a_telephone_link")
    if not links[0].body.text:
        if re.search(r"[*#]|%2[aA3]", uri):
            raise NumberRefused(number=uri[:40])
        raise Invalid(field="link", problem="no_number")
    from onepresence_desktop.domain.number_search import search

    found = search(links[0].body, region, code)
    if not found:
        raise NumberRefused(number=links[0].body.text[:40])
    return _found(found[0], region)


def find_numbers(text: str, region: str, *, customer_code: str | None = None) -> list[FoundNumber]:
    """The numbers one might want to dial in `text`, best first; nothing of what is plainly a date, amount or code.

    Reads the first 2,000 characters. `customer_code` lets seven digits be known as a local number.
    """
    from onepresence_desktop.domain.number_search import search

    return [_found(hit, region) for hit in search(plain(text), region, customer_code)]


def _found(hit: Hit, region: str) -> FoundNumber:
    return FoundNumber(hit.number, hit.text, dial_class(hit.number, region), hit.certain)
