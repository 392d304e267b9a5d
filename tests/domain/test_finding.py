"""What is typed into a search field: numbers in any spelling, and words without their marks (spec 2.2, 7.4)."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.calls import call_search_key, call_words
from onepresence_desktop.domain.finding import digits_of, found_in, number_typed
from onepresence_desktop.domain.phonebook import wanted_parts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("33 12 34 56", "33123456"),
        ("33–12–34–56", "33123456"),  # dashes of a web page
        ("３３１２", "3312"),
        ("+45 33 12 34 56", "+4533123456"),
        ("(+45) 33 12 34 56", "+4533123456"),
        ("0046 8 123 45 67", "+4681234567"),
        ("+46 (0)8 123 45 67", "+4681234567"),
        ("+49 30 1234", "+49301234"),
        ("08-123 45 67", "081234567"),
        ("Tlf. 33 12 34 56", "33123456"),
        ("tel:+45-33-12-34-56", "+4533123456"),
        ("lok. 2140", "2140"),
        ("anknytning 2140", "2140"),
        ("0042140", "0042140"),  # a local number of customer 004
        ("00", "00"),
        ("112", "112"),
        ("*21#", ""),
        ("mette 2140", ""),
        ("Service 2", ""),
        ("tel", ""),
        ("12:30", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_as_it_was_meant_however_it_is_spelt(text: str, number: str) -> None:
    assert number_typed(text) == number


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("+46 8 123", "468123"),
        ("0046 8 123", "468123"),
        ("08-123", "8123"),
        ("08", "08"),
        ("2140", "2140"),
        ("hans", ""),
    ],
)
def test_its_digits_are_those_that_stand_in_international_numbers(text: str, digits: str) -> None:
    assert digits_of(text) == digits


@pytest.mark.parametrize("query", ["070-123 45 67", "+46 (0)70 123 45 67", "0046701234567", "Mob. 070–123 45 67"])
def test_a_swedish_number_is_found_everywhere_by_each_of_its_spellings(query: str) -> None:
    key = call_search_key("+46701234567", "Jörgen")
    assert all(word in key for word in call_words(query))
    assert all(part in "46701234567" for part in wanted_parts(query))
    assert found_in(query, "Jörgen", ["+46701234567"])


def test_words_are_found_without_their_marks_and_in_any_order() -> None:
    assert found_in("agard soren", "Søren Ågård")
    assert found_in("Søren Aagaard", "soren agard")
    assert not found_in("søren holm", "Søren Ågård")
    assert found_in("", "anything")
    assert not found_in("7", "Søren", ["+4570101010"])
