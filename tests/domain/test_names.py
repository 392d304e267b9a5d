"""Names: what is refused or cleaned in them, and how they are compared (spec 2.2)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.names import cleaned_name, fold, problem_of, proper_name, proper_text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("Þór", "thor"),
        ("Yılmaz", "yilmaz"),
        ("İnci", "inci"),
        ("Đorđe", "dorde"),
        ("Guðrún", "gudrun"),
        ("Œuvré", "oeuvre"),
        ("Groß", "gross"),
        ("Bjørn Ærø", "bjorn aero"),
        ("Åse", "aase"),
        ("Jürgen", "juergen"),
        ("Ħamrun", "hamrun"),
        ("Kjærgaard", "kjaergård"),
        ("Səbinə", "sebine"),
        ("O’Neill", "o'neill"),
        ("Anne‑Marie", "anne-marie"),
        ("Dvořák", "dvorak"),
        ("Nguyễn", "nguyen"),
        ("ﬁnn", "finn"),
    ],
)
def test_a_name_is_found_by_what_people_type_from_its_first_letters_on(name: str, typed: str) -> None:
    assert fold(name) == fold(typed)
    for letters in range(1, len(typed) + 1):
        part = fold(typed[:letters])
        assert fold(name).startswith(part) or typed[letters - 1 : letters + 1] in ("ae", "oe", "ue", "aa", "th"), part


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Mette\r\nBye: 1", "line_end"),
        ("Mette\u2028Holm", "line_end"),
        ("Mette\x01", "control_character"),
        ("Mette\x7f", "control_character"),
        ("Mette\tHolm", "control_character"),
        ("Mette\ud800", "control_character"),
        ("\u202eettem", "directional_mark"),
        ("Mette\u2067", "directional_mark"),
        ("Mette\u200f", "directional_mark"),
    ],
)
def test_what_may_not_stand_in_a_name_is_refused_with_the_reason(text: str, problem: str) -> None:
    assert problem_of(text) == problem
    with pytest.raises(Invalid) as refused:
        proper_name(text, "name")
    assert refused.value.details == {"field": "name", "problem": problem}


@pytest.mark.parametrize(
    "name", ["Mette Holm", "Þór", "محمد الأحمد", "שרה לוי", "👩‍💻 Ida", "José", "O'Neill-Ærø, cand.jur.", "می‌خواهم"]
)
def test_names_of_every_script_are_taken_as_they_are(name: str) -> None:
    assert proper_name(f" {name} ", "name") == name
    assert cleaned_name(name) == name


def test_a_text_may_have_lines_but_no_other_control_characters() -> None:
    assert proper_text("Til frokost.\r\nRing\ttil Mette\rhilsen", "note") == "Til frokost.\nRing\ttil Mette\nhilsen"
    for bad in ("a\x00b", "a\u202eb", "a\u2029b"):
        with pytest.raises(Invalid):
            proper_text(bad, "note")


def test_signs_without_width_are_left_out() -> None:
    assert proper_name("\ufeffMet\u00adte\u200b", "name") == "Mette"


@given(st.text(max_size=60))
def test_a_cleaned_name_is_a_proper_one_on_one_line(text: str) -> None:
    cleaned = cleaned_name(text)
    assert problem_of(cleaned) is None
    assert proper_name(cleaned, "name") == cleaned
    assert cleaned_name(cleaned) == cleaned


@given(st.text(max_size=60))
def test_a_name_is_folded_to_what_has_neither_capitals_nor_accents(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(c) for c in folded)
    assert fold(text) == fold(unicodedata.normalize("NFD", text))
