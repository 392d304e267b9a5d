"""What somebody types into a search field: a number in any spelling, or words (spec 2.2, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.number_text import plain

_LABEL = re.compile(
    r"(?i)(?:callto:|tele(?:fon|phone)(?:nr|nummer)?|tlf(?:nr)?|tfn|tel|phone|mob(?:ile?|il(?:nr|nummer)?)?|cell|fax"
    r"|direkte?|direct|lok(?:al(?:nr|nummer|t)?)?|local|ext(?:ension)?|ank(?:nytning|n)?|nr|no)[.:]{0,2} ?(?=[+(]?\d)"
)
"""A word that says that a number follows, as it is copied along with one."""
_SPELLING = re.compile(r"\(?\+?[\d ()./-]*")
_LOCAL = 7
"""Digits of a local number: two zeros at its beginning are its customer code's, no way abroad."""
_NATIONAL_FROM = 3
"""Digits from which a zero in front is the one that is dialled inside a country alone."""
_FEWEST_DIGITS = 2
"""Digits that are looked for in numbers besides words."""


def number_typed(text: str) -> str:
    """The number that a text is, as it is dialled: digits, with + before a country code; "" when it is none."""
    if not any(sign.isdecimal() for sign in text):
        return ""
    spelt = plain(text.strip()).text.strip()
    label = _LABEL.match(spelt)
    spelt = spelt[label.end() :] if label is not None else spelt
    if _SPELLING.fullmatch(spelt) is None:
        return ""
    digits = re.sub(r"\D", "", spelt)
    if spelt.startswith(("+", "(+")):
        return f"+{digits}"
    return f"+{digits[2:]}" if re.match(r"00[1-9]", digits) and len(digits) != _LOCAL else digits


def digits_of(text: str) -> str:
    """The digits of the number that a text is, as they stand in E.164; "" when it is none.

    The zero that numbers begin with inside many countries (08-123 45 67) is left out: it isn't in +46 8 123 45 67.
    """
    number = number_typed(text)
    national = re.match(r"0[1-9]", number) is not None and len(number) >= _NATIONAL_FROM
    return number[1:] if national or number.startswith("+") else number


def found_in(query: str, text: str, numbers: Iterable[str] = ()) -> bool:
    """Whether all words of a query stand in a text, both folded, or its digits in one of some numbers."""
    folded = fold(text)
    if all(word in folded for word in fold(query).split()):
        return True
    digits = digits_of(query)
    return len(digits) >= _FEWEST_DIGITS and any(digits in re.sub(r"\D", "", number) for number in numbers)
