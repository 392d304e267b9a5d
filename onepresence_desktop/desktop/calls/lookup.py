"""Where a number is looked up in the browser (spec 7.2)."""

from __future__ import annotations

from urllib.parse import quote

from onepresence_desktop.domain.caller_card import card_address

DIRECTORIES = {
    "+45": "https://www.krak.dk/person/resultat/{number}",
    "+46": "https://www.hitta.se/s%C3%B6k?vad={number}",
}
"""By country; {number} is the number as it is dialled within it."""


def lookup_url(number: str, template: str = "") -> str:
    """The address for a number; "" where there is no directory for it, as for colleagues and withheld numbers.

    template: one for every country, instead of the usual directories.
    """
    if template and number.startswith("+"):
        return card_address(template, number)
    for prefix, template in DIRECTORIES.items():
        if number.startswith(prefix):
            national = number.removeprefix(prefix)
            return template.format(number=quote(national if prefix == "+45" else f"0{national}"))
    return ""
