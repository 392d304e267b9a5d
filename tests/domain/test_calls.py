"""Call records as they are searched (spec 7.4)."""

from __future__ import annotations

import pytest

from onepresence_desktop.domain.calls import LONGEST_KEY, Party, call_search_key, call_words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("33 12 34 56", ("33123456",)),
        ("+45 33 12-34-56", ("4533123456",)),
        ("0045 33123456", ("4533123456",)),
        ("Søren Holm", ("soren", "holm")),
        ("", ()),
    ],
)
def test_a_number_in_any_spelling_is_one_word_and_names_are_folded(query: str, words: tuple[str, ...]) -> None:
    assert call_words(query) == words


def test_a_record_is_found_by_its_folded_name_and_its_digits() -> None:
    key = call_search_key("+4533123456", "Søren Holm")
    assert all(word in key for word in (*call_words("søren"), *call_words("33 12 34 56")))
    assert len(call_search_key("1", "x" * 500)) == LONGEST_KEY


def test_who_is_hidden_is_shown_without_number_name_or_id() -> None:
    party = Party("1002101", "Anders")
    assert party.shown() is party and Party("1002101", "Anders", hidden=True).shown() == Party("")
