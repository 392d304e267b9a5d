"""What was searched for is underlined, however it was spelt."""

from __future__ import annotations

import pytest

from onepresence_desktop.desktop.marks import in_number, in_text


@pytest.mark.parametrize(
    ("name", "query", "marked"),
    [
        ("Johanne Hansen", "han", "han"),
        ("Søren Ågård", "soren", "Søren"),
        ("Søren Ågård", "soeren", "Søren"),
        ("Søren Ågård", "aag", "Åg"),
        ("Karin Åstrand", "ast", "Åst"),
        ("Anne-Mette Riis", "mette", "Mette"),
    ],
)
def test_in_names(name: str, query: str, marked: str) -> None:
    place = in_text(name, query)
    assert place is not None
    assert name[slice(*place)] == marked


def test_what_was_found_elsewhere_is_not_marked() -> None:
    assert in_text("Mette Lundgaard-Riis", "kundeservice") is None
    assert in_text("Mette", "") is None
    assert in_number("100 2112", "33") is None
    assert in_number("100 2112", "") is None


@pytest.mark.parametrize(
    ("shown", "digits", "marked"),
    [("33 12 34 56", "1234", "12 34"), ("100 2112", "1002", "100 2"), ("+46 77 010 99 44", "4677", "46 77")],
)
def test_in_numbers_across_their_gaps(shown: str, digits: str, marked: str) -> None:
    place = in_number(shown, digits)
    assert place is not None
    assert shown[slice(*place)] == marked
