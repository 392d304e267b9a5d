"""Names in the order of the language in use: Å is Denmark's last letter, third last in Sweden. Without Qt."""

from __future__ import annotations

import unicodedata

from onepresence_desktop.domain.names import UNDIVIDED

LETTERS = {
    "da": "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ",
    "sv": "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ",
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
"""The letters of each language, in order."""

_AFTER_Z = "{|}"
"""What the three letters after Z become in a key: the next characters there are."""
_SAME = {
    "da": {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"},
    "sv": {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"},
    "en": {"æ": "ae", "ä": "a", "ø": "o", "ö": "o", "å": "a", "ü": "u"},
}
_TABLES = {language: str.maketrans({**UNDIVIDED, **same, "-": " "}) for language, same in _SAME.items()}


def order(name: str, language: str) -> str:
    """The key a name is sorted by. In Danish a name's old double A at its beginning is an Å (Aagaard, Aase)."""
    key = name.casefold()
    if not key.isascii():
        key = unicodedata.normalize("NFC", key)
    key = key.translate(_TABLES[language])
    if not key.isascii():
        key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    if language == "da" and "aa" in key:
        key = f" {key}".replace(" aa", " }")[1:]
    return key


def letter(name: str, language: str) -> str:
    """The letter a name stands under; "" when it begins with none of them."""
    first = order(name, language)[:1]
    if first in _AFTER_Z:
        return LETTERS[language][26 + _AFTER_Z.index(first)] if first else ""
    return first.upper() if first.isascii() and first.isalpha() else ""


def key_of(letter: str, language: str) -> str:
    """The key from which the names of a letter begin."""
    place = LETTERS[language].index(letter)
    return letter.lower() if place < 26 else _AFTER_Z[place - 26]
