"""Public numbers as they are typed, kept and read in administration."""

from __future__ import annotations

from onepresence_desktop.domain.numbering import NumberKind, find_numbers, format_number


def e164(text: str, region: str) -> str:
    """A public number as it is kept, from any spelling; what is none stays as typed, for the server to refuse."""
    found = find_numbers(text, region)
    public = (NumberKind.NATIONAL, NumberKind.INTERNATIONAL)
    whole = len(found) == 1 and found[0].kind in public and found[0].certain
    return found[0].number if whole else text.strip()


def international(number: str) -> str:
    """A public number with its country, in groups: +45 33 12 21 47."""
    return format_number(number, "")
