"""Telephone numbers and counts, as they are read."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLocale


def number(digits: str) -> str:
    """A number grouped for reading: local numbers 3 + 4, Danish ones in pairs, foreign ones as their country does."""
    if len(digits) == 7 and digits.isdigit():
        return f"{digits[:3]} {digits[3:]}"
    national = digits.removeprefix("+45") if digits.startswith("+45") else digits
    if len(national) in (6, 8) and national.isdigit():
        return " ".join(national[i : i + 2] for i in range(0, len(national), 2))
    return _foreign(digits) if digits.startswith("+") else digits


@lru_cache(maxsize=1024)
def _foreign(digits: str) -> str:
    from onepresence_desktop.domain.numbering import format_number

    return format_number(digits, "DK")


def count(many: int) -> str:
    """A number as the language groups it: 5.012, 5 012, 5,012."""
    return QLocale().toString(many)
