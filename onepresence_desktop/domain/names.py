"""Names: what may not stand in one, and how names are compared when somebody searches (spec 2.2).

Control characters, ends of lines and directional marks could forge a line in a log or a header of a protocol, or show
a name as another (Unicode Technical Report 36, section 2.5): they are refused where people type, and cleaned away in
what comes from telephones and from outside.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onepresence_desktop.domain.errors import Invalid

EMAIL = re.compile(r"(?!.*=\?)[^@\s,;<>\x00-\x1f\x7f]+@[^@\s,;<>\x00-\x1f\x7f]+")
"""One address and nothing beside it: no list, no name, no sign that ends or begins a field of a mail (RFC 5322), and no
encoded word (RFC 2047), which could hide one."""

_DIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the direction of the letters behind them; letters of right-to-left scripts need none in a name."""
_LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
"""Signs without width that come along when text is copied; they are left out without a word."""

UNDIVIDED = (
    {"ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "oe", "ß": "ss", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k"}
    | {"ɓ": "b", "ɗ": "d", "ə": "e", "ƒ": "f", "ĳ": "ij", "ŀ": "l", "ŉ": "n", "ſ": "s", "ǥ": "g", "ɨ": "i", "ƶ": "z"}
    | {"ɖ": "d", "ȼ": "c", "ɇ": "e", "ɍ": "r", "ɏ": "y"}
)
"""Small letters that Unicode does not take apart, as they are typed on a keyboard without them."""
_LETTERS = str.maketrans(
    {**UNDIVIDED, "æ": "a", "ä": "a", "å": "a", "ø": "o", "ö": "o", "ü": "u"}
    | {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " "}
)
_DIGRAPHS = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u"))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A text as it is compared: lower case, accents gone; ø, ö, oe and o are one, so are å, aa, æ, ä, ae and a."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
        folded = folded.translate(_LETTERS)
    for two, one in _DIGRAPHS:
        folded = folded.replace(two, one)
    return folded


def problem_of(text: str, *, lines: bool = False) -> str | None:
    """A stable word for what may not stand in `text`, or None; lines: ends of lines and tabs may."""
    for sign in text:
        if lines and sign in "\n\t":
            continue
        if sign in _LINE_ENDS:
            return "line_end"
        if sign in _DIRECTIONAL:
            return "directional_mark"
        if unicodedata.category(sign) in ("Cc", "Cs"):
            return "control_character"
    return None


def proper_name(text: str, field: str) -> str:
    """A name from somebody's keyboard, without blanks around it. Raises `Invalid` naming `field` and the reason."""
    return _proper(text.strip(" \t"), field, lines=False)


def proper_text(text: str, field: str) -> str:
    """A text of several lines, their ends made one kind. Raises `Invalid` naming `field` and the reason."""
    return _proper(text.replace("\r\n", "\n").replace("\r", "\n"), field, lines=True)


def _proper(text: str, field: str, *, lines: bool) -> str:
    problem = problem_of(text, lines=lines)
    if problem is not None:
        raise Invalid(field=field, problem=problem)
    return "".join(sign for sign in text if sign not in _UNSEEN)


def cleaned_name(text: str) -> str:
    """A name from a telephone, a file or another system: what may not stand in it is a blank, or nothing."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    shown = "".join(c for c in kept if c not in _DIRECTIONAL and c not in _UNSEEN and unicodedata.category(c) != "Cs")
    return " ".join(shown.split())
