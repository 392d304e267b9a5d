"""Numbers in what people write (spec 4.3)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.number_text import LONGEST, plain, uris
from onepresence_desktop.domain.numbering import FoundNumber, NumberKind, find_numbers
from tests.domain.messy import MESSY, SPEC

REGIONS = st.sampled_from(["DK", "SE", "NO", "FI", "DE", "GB", "US"])
SCRAPS = st.lists(
    st.sampled_from(
        [*"0123456789", *" +-./()[],;:|*#@\n\t'", "\u00a0", "\u00ad", "\u200b", "\u200f", "٣", "３", "𝟑", "½", "ﷺ"]
        + ["+45 ", "0045", "(0)", "33123456", "33 12 34 56", "tel:", "sip:", "tlf ", "lok. ", "kr ", "fax ", "ring "]
        + [";ext=", ";phone-context=+45", "112", "24.11.2026", "%2B", "https://", "CVR ", "20241124", "100 2140"]
    ),
    max_size=40,
).map("".join)
TEXTS = SCRAPS | st.text(max_size=200)

NUMBERS = st.integers(31_200_000, 31_699_999).map(str)
BETWEEN = st.sampled_from(["", " ", "-", ".", "\u00a0", "\u2009", "\u00ad", "\u200b", "–", " - "])
BEFORE = st.sampled_from(["", "Tlf. ", "Ring til mig: ", "(", "»", "\u202a", "den 24.11.2026 kl. 14:30: ", "Mobil:"])
AFTER = st.sampled_from(["", ".", ")", "«", "\u202c", " (direkte)", "\nMed venlig hilsen", ", 2650 Hvidovre"])


WRITTEN = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "written.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
"""What Danes, Swedes, Germans and English write in letters, invoices, signatures and on web pages."""


def told(found: list[FoundNumber]) -> tuple[str, ...]:
    return tuple(hit.number + ("" if hit.certain else "?") for hit in found)


@pytest.mark.parametrize(("text", "region", "numbers"), SPEC)
def test_every_example_of_the_specification(text: str, region: str, numbers: tuple[str, ...]) -> None:
    assert told(find_numbers(text, region)) == numbers


@pytest.mark.parametrize(("text", "region", "numbers"), MESSY)
def test_in_a_messy_text_stands(text: str, region: str, numbers: tuple[str, ...]) -> None:
    assert told(find_numbers(text, region)) == numbers


@pytest.mark.parametrize(("region", "numbers", "text"), WRITTEN)
def test_in_what_people_write_only_a_telephone_number_is_certain(region: str, numbers: str, text: str) -> None:
    found = told(find_numbers(text.replace("\\n", "\n"), region))
    if numbers == "~":
        assert all(number.endswith("?") for number in found)
    else:
        assert found == (() if numbers == "-" else tuple(numbers.split(",")))


@pytest.mark.parametrize(
    "label", ["Ordrenr.", "Fakturanummer", "Case no.", "Kundennummer:", "Vor ref.", "Sag #", "Ordre: "]
)
def test_what_stands_behind_a_word_for_other_numbers_never_comes_before_a_telephone_number(label: str) -> None:
    found = told(find_numbers(f"{label} 20123456\nTlf. 33 12 34 56", "DK"))
    assert found[0] == "+4533123456"
    assert "+4520123456" not in found


def test_a_list_that_begins_with_a_guess_is_a_list_of_guesses() -> None:
    assert told(find_numbers("Mette: 20 12 34 56, 20 12 34 57", "DK")) == ("+4520123456?", "+4520123457?")


@pytest.mark.parametrize("text", ["Tlf. 24 11 2026", "ring 2025-2026", "Tlf. -33123456", "telefon 20123456 stk"])
def test_what_a_telephone_word_calls_a_number_though_it_looks_like_another_figure_is_only_guessed(text: str) -> None:
    found = find_numbers(text, "DK")
    assert found and not any(hit.certain for hit in found)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nr. 20123456", ("+4520123456?",)),
        ("Du kan fange mig på nr. 20123456, bare ring på nummer 20123457", ("+4520123457", "+4520123456?")),
        ("Ordrenr. +4520123456", ("+4520123456?",)),
        ("Mette: +4520123456", ("+4520123456",)),
        ('{"id": 33123456, "phone": "20123456"}', ("+4520123456", "+4533123456?")),
        ("Phone #: 20123456", ("+4520123456",)),
        ("Kundenr. 4512, 33 12 34 56", ("+4533123456",)),
    ],
)
def test_a_word_before_the_number_tells_how_sure_it_is(text: str, numbers: tuple[str, ...]) -> None:
    assert told(find_numbers(text, "DK")) == numbers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tel.: +45 33 12 34 56 (direkte)", "+45 33 12 34 56"),
        ("  33\u00a012\u00a034\u00a056\u200b ", "33\u00a012\u00a034\u00a056"),
        ("(33123456)", "33123456"),
        ("(+45) 33 12 34 56", "(+45) 33 12 34 56"),
        ("+46 (0)8 123 45 67", "+46 (0)8 123 45 67"),
        ("Se [33 12 34 56] på tavlen", "33 12 34 56"),
        ("\u200f٣٣١٢٣٤٥٦", "٣٣١٢٣٤٥٦"),
        ("skriv til tel:%2B4533123456, tak", "%2B4533123456"),
        ("lok. 40-12", "40-12"),
        ("[33 12 34 56\u200b", "33 12 34 56"),
    ],
)
def test_a_number_is_shown_as_it_stood_in_the_text(text: str, shown: str) -> None:
    assert [hit.text for hit in find_numbers(text, "DK")] == [shown]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1002140", ("1002140",)),
        ("100 2140", ("1002140",)),
        ("Mette sidder på 100 2140 i dag", ("1002140",)),
        ("lok. 1002140", ("1002140",)),
        ("lok. 2002140", ()),
        ("2002140", ()),
        ("skriv 100 2140 33", ()),
    ],
)
def test_seven_digits_are_a_local_number_when_they_begin_with_the_customers_code(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert told(find_numbers(text, "DK", customer_code="100")) == numbers


def test_seven_digits_alone_are_only_guessed_to_be_a_local_number_when_no_code_is_known() -> None:
    assert told(find_numbers("2002140", "DK")) == ("2002140?",)


def test_the_reach_of_each_number_is_told() -> None:
    found = find_numbers("Ring 112, +46 8 123 45 67, 33 12 34 56 eller lok. 4012", "DK")
    assert {hit.number: hit.kind for hit in found} == {
        "112": NumberKind.EMERGENCY,
        "+4681234567": NumberKind.INTERNATIONAL,
        "+4533123456": NumberKind.NATIONAL,
        "4012": NumberKind.INTERNAL,
    }


def test_a_day_written_as_eight_digits_is_no_number_beside_other_words() -> None:
    assert find_numbers("backup_20241124 er færdig, 20241131 ikke", "DK") == find_numbers("20241131", "DK")
    assert told(find_numbers("20241124", "DK")) == ("+4520241124?",)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1.1.", "1,1,", "+", "+4", "(", "tel:", "a@", "a.a-", "\n", "*1#", "1'1 ", "1-1-", "\u200b", "٣", "ﷺ"]
    + ["kr 1 ", "DK50 0040 ", "ring 1 ", "lorem ipsum ", "33 12 34 56 ", "4711 0815 ", "030 1 2 "],
)
@pytest.mark.parametrize("region", ["DK", "DE"])
def test_a_megabyte_of_it_is_answered(piece: str, region: str) -> None:
    text = piece * (1_000_000 // len(piece))
    find_numbers(text, region, customer_code="100")


def test_a_number_at_the_beginning_of_a_megabyte_is_found() -> None:
    text = "\n" * 300_000 + "Tlf. 33 12 34 56\n" + "Lorem ipsum dolor sit amet. " * 30_000
    assert told(find_numbers(text, "DK")) == ("+4533123456",)
    assert told(find_numbers("33123456" + " " * 1_000_000, "DK")) == ("+4533123456",)


def test_a_long_column_of_numbers_is_read_from_its_top() -> None:
    column = "\n".join(f"33 12 {n // 100} {n % 100:02d}" for n in range(1000, 9000))
    assert find_numbers(column, "DK")[0].number == "+4533121000"


def test_a_number_cut_by_the_limit_is_left_out() -> None:
    words = "x " * (LONGEST // 2 - 4)
    assert find_numbers(words + "2012345678901", "DK") == []
    assert told(find_numbers(words[:-10] + "20123456 x x x x x", "DK")) == ("+4520123456",)


@given(TEXTS, REGIONS, st.none() | st.just("100"))
def test_any_text_has_an_answer_whose_pieces_stand_in_it(text: str, region: str, code: str | None) -> None:
    found = find_numbers(text, region, customer_code=code)
    assert found == find_numbers(text, region, customer_code=code)
    assert len({hit.number for hit in found}) == len(found)
    for hit in found:
        assert hit.text in text
        assert hit.text
        assert hit.number.isascii()
        assert not set(hit.number) - set("+0123456789*#")


@given(TEXTS, REGIONS)
def test_what_was_found_for_certain_is_found_again_in_the_number_itself(text: str, region: str) -> None:
    for hit in find_numbers(text, region):
        if hit.certain and len(hit.number) > 3:
            again = [(other.number, other.kind) for other in find_numbers(hit.number, region)]
            if hit.kind is NumberKind.INTERNAL and again and again[0][1] is NumberKind.NATIONAL:
                continue  # the words before it told, as in the next test
            assert again == [(hit.number, hit.kind)]


def test_the_same_digits_are_internal_after_a_word_that_says_so_and_national_alone() -> None:
    assert [(h.number, h.kind) for h in find_numbers("lok. 100045", "FI")] == [("100045", NumberKind.INTERNAL)]
    assert [(h.number, h.kind) for h in find_numbers("100045", "FI")] == [("+358100045", NumberKind.NATIONAL)]


@given(NUMBERS, st.lists(BETWEEN, min_size=4, max_size=4), BEFORE, AFTER, st.sampled_from(["", "+45", "0045"]))
def test_a_number_is_found_however_it_is_written(
    number: str, between: list[str], before: str, after: str, prefix: str
) -> None:
    pairs = [number[n : n + 2] for n in range(0, 8, 2)]
    written = prefix + (between[0] if prefix else "")
    written += "".join(pair + (between[1] if n < 3 else "") for n, pair in enumerate(pairs))
    found = find_numbers(before + written + after, "DK")
    assert [hit.number for hit in found] == [f"+45{number}"]


@given(st.text(max_size=120))
def test_the_readable_text_knows_where_each_of_its_signs_stood(source: str) -> None:
    text = plain(source)
    assert len(text.origins) == len(text.text) + 1
    assert list(text.origins) == sorted(text.origins)
    for index, sign in enumerate(text.text):
        stood = source[text.origins[index]]
        assert sign in "+ " or sign in unicodedata.normalize("NFKC", stood) or not stood.isascii()


@given(st.text(alphabet="tel:+4512 ;?@,%2B*#sipcallto/-", max_size=60))
def test_links_lie_inside_the_text(source: str) -> None:
    text = plain(source)
    for link in uris(text):
        assert 0 <= link.start < link.end <= len(text.text)
        assert not set(link.body.text) - set("+0123456789-.() /")
