"""Names in the order people of each language look for them in."""

from __future__ import annotations

import pytest

from onepresence_desktop.desktop import alphabet

NAMES = ["Åse Holm", "Aase Holm", "Anna Bæk", "Ærø Lund", "Østen Kvist", "Zoë Müller", "Ørjan Dal", "Ulla Yde"]


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("da", ["Anna", "Ulla", "Zoë", "Ærø", "Ørjan", "Østen", "Aase", "Åse"]),
        ("sv", ["Aase", "Anna", "Ulla", "Zoë", "Åse", "Ærø", "Ørjan", "Østen"]),
        ("en", ["Aase", "Ærø", "Anna", "Åse", "Ørjan", "Østen", "Ulla", "Zoë"]),
    ],
)
def test_the_letters_after_z_stand_where_the_language_has_them(language: str, ordered: list[str]) -> None:
    found = sorted(NAMES, key=lambda name: (alphabet.order(name, language), name))
    assert [name.split()[0] for name in found] == ordered


def test_marks_case_and_hyphens_dont_part_names() -> None:
    assert alphabet.order("ANDRÉ", "da") == alphabet.order("Andre", "da")
    assert alphabet.order("Anne-Marie", "da") == alphabet.order("anne marie", "da")
    assert alphabet.order("A\u030ase", "da") == alphabet.order("Åse", "da")
    assert alphabet.order("Isaak Maas", "da") == "isaak maas"


@pytest.mark.parametrize("language", list(alphabet.LETTERS))
def test_names_of_a_letter_begin_at_its_key_and_end_before_the_next(language: str) -> None:
    letters = alphabet.LETTERS[language]
    for place, letter in enumerate(letters):
        name = f"{letter}nders"
        assert alphabet.letter(name, language) == letter
        assert alphabet.key_of(letter, language) <= alphabet.order(name, language)
        if place + 1 < len(letters):
            assert alphabet.order(name, language) < alphabet.key_of(letters[place + 1], language)


@pytest.mark.parametrize("name", ["", "3F Service", "Дмитрий"])
def test_what_begins_with_no_letter_of_the_language_stands_under_none(name: str) -> None:
    assert alphabet.letter(name, "da") == ""
