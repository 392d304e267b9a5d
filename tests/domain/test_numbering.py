"""Customer codes, local numbers, OneNumbers, and what a keyed number means (spec, vocabulary; 4.3, 4.4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.numbering import (
    CustomerCode,
    Dialled,
    NumberKind,
    OneNumber,
    customer_code,
    dial_class,
    dialled,
    extension,
    find_numbers,
    format_number,
    is_region,
    local_number,
    local_number_of,
    number_from_link,
    one_number,
)
from tests.domain.company import CUSTOMER


@pytest.mark.parametrize(
    ("make", "text", "value"),
    [
        (customer_code, "100", "100"),
        (local_number, "1002140", "1002140"),
        (local_number, "100 2140", "1002140"),
        (local_number, "100-2140", "1002140"),
        (extension, "2140", "2140"),
    ],
)
def test_a_number_of_the_company_is_read(make: Callable[[str], str], text: str, value: str) -> None:
    assert make(text) == value


@pytest.mark.parametrize(
    "text", ["", "1", "10", "1000", "21401", "100214", "10021400", "abc", "١٠٠", "1002140\n1", "+100"]
)
def test_what_has_other_digits_is_no_code_extension_or_local_number(text: str) -> None:
    for make in (customer_code, local_number):
        with pytest.raises(Invalid):
            make(text)
    if len(text) != 4 or not text.isdigit():
        with pytest.raises(Invalid):
            extension(text)


@pytest.mark.parametrize("text", ["33 12 21 40", "+45 33122140", "0045-33-12-21-40", "（33）122140", "٣٣١٢٢١٤٠"])
def test_a_onenumber_is_read_in_any_spelling(text: str) -> None:
    assert one_number(text, "DK") == "+4533122140"


@pytest.mark.parametrize("text", ["", "2140", "mette", "+45", "331221401234567890", "+99912345678"])
def test_what_cannot_be_a_public_number_is_no_onenumber(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        one_number(text, "DK")
    assert refused.value.details["field"] == "one_number"


def test_the_local_number_ends_as_the_onenumber_does() -> None:
    assert local_number_of(CustomerCode("100"), OneNumber("+4533122140")) == "1002140"


def test_regions_are_countries() -> None:
    assert is_region("DK")
    assert not is_region("dk")
    assert not is_region("XX")
    assert not is_region("")


@pytest.mark.parametrize(
    ("number", "region", "kind"),
    [
        ("112", "DK", NumberKind.EMERGENCY),
        ("911", "DK", NumberKind.EMERGENCY),
        ("1002140", "DK", NumberKind.INTERNAL),
        ("2140", "DK", NumberKind.INTERNAL),
        ("+4533123456", "DK", NumberKind.NATIONAL),
        ("+4533123456", "SE", NumberKind.INTERNATIONAL),
        ("+12125550123", "US", NumberKind.NATIONAL),
    ],
)
def test_a_number_reaches(number: str, region: str, kind: NumberKind) -> None:
    assert dial_class(number, region) is kind


@pytest.mark.parametrize(
    ("number", "region", "shown"),
    [
        ("+4533123456", "DK", "33 12 34 56"),
        ("+4533123456", "SE", "+45 33 12 34 56"),
        ("+46812345678", "SE", "08-123 456 78"),
        ("1002140", "DK", "1002140"),
        ("112", "DK", "112"),
        ("+", "DK", "+"),
        ("+000", "DK", "+000"),
    ],
)
def test_a_number_is_shown_to_people_as_they_write_it(number: str, region: str, shown: str) -> None:
    assert format_number(number, region) == shown


@pytest.mark.parametrize(
    ("keyed", "kind", "number"),
    [
        ("2140", NumberKind.INTERNAL, "1002140"),
        ("1002140", NumberKind.INTERNAL, "1002140"),
        ("100-2140", NumberKind.INTERNAL, "1002140"),
        ("33 12 34 56", NumberKind.NATIONAL, "+4533123456"),
        ("+45 (33) 12.34.56", NumberKind.NATIONAL, "+4533123456"),
        ("0046-8-123 45 67", NumberKind.INTERNATIONAL, "+4681234567"),
        ("+46 (0)8 123 45 67", NumberKind.INTERNATIONAL, "+4681234567"),
        ("33\u00a012\u200b34\u00ad56", NumberKind.NATIONAL, "+4533123456"),
        ("٣٣١٢٣٤٥٦", NumberKind.NATIONAL, "+4533123456"),
        ("112", NumberKind.EMERGENCY, "112"),
        ("1-1-2", NumberKind.EMERGENCY, "112"),
        ("１１２", NumberKind.EMERGENCY, "112"),
        ("911", NumberKind.EMERGENCY, "911"),
    ],
)
def test_a_keyed_number_means(keyed: str, kind: NumberKind, number: str) -> None:
    assert dialled(keyed, CUSTOMER) == Dialled(kind, number)


@pytest.mark.parametrize(
    "keyed",
    [
        "",
        "mette",
        "2002140",
        "33",
        "118",
        "*21*33123456#",
        "#31#33123456",
        "+45",
        "+33",
        "9" * 21,
        "33123456;ext=1",
        "++45",
    ],
)
def test_what_leads_nowhere_is_refused(keyed: str) -> None:
    with pytest.raises(NumberRefused):
        dialled(keyed, CUSTOMER)


def test_a_national_number_belongs_to_the_customers_country() -> None:
    assert dialled("08-123 456 78", replace(CUSTOMER, region="SE")) == Dialled(NumberKind.NATIONAL, "+46812345678")


@pytest.mark.parametrize(
    ("link", "number"),
    [
        ("tel:+45-33-12-34-56", "+4533123456"),
        ("tel:33123456", "+4533123456"),
        ("TEL:%2B4533123456", "+4533123456"),
        ("tel:33123456;ext=12", "+4533123456"),
        ("tel:33123456;phone-context=+45", "+4533123456"),
        ("tel:4012;phone-context=example.com", "4012"),
        ("callto:33123456", "+4533123456"),
        ("callto://+4533123456", "+4533123456"),
        ("sip:+4533123456@pbx.example;user=phone", "+4533123456"),
        ("sips:4012@pbx.example", "4012"),
        (" tel:112 ", "112"),
    ],
)
def test_a_link_names(link: str, number: str) -> None:
    assert number_from_link(link, "DK").number == number


@pytest.mark.parametrize(
    "link", ["tel:*21*33123456%23", "tel:*21*33123456#", "tel:%2A86", "tel:%23%33%31%23", "tel:**4012"]
)
def test_feature_codes_in_links_are_refused(link: str) -> None:
    with pytest.raises(NumberRefused):
        number_from_link(link, "DK")


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("", "not_a_telephone_link"),
        ("33123456", "not_a_telephone_link"),
        ("https://example.com/33123456", "not_a_telephone_link"),
        ("se tel:33123456", "not_a_telephone_link"),
        ("tel:mette", "no_number"),
        ("sip:mette@firma.example", "no_number"),
        ("tel:+", "no_number"),
    ],
)
def test_what_is_no_link_to_a_telephone_is_told(link: str, problem: str) -> None:
    with pytest.raises(Invalid) as refused:
        number_from_link(link, "DK")
    assert refused.value.details["problem"] == problem


@pytest.mark.parametrize("link", ["tel:+999123456789", "tel:1234567890123456", "tel:9"])
def test_a_link_to_an_impossible_number_is_refused(link: str) -> None:
    with pytest.raises(NumberRefused):
        number_from_link(link, "DK")


@given(st.text(max_size=60) | st.text(alphabet="0123456789+-() ", max_size=25))
def test_keying_anything_is_understood_or_refused(keyed: str) -> None:
    try:
        meant = dialled(keyed, CUSTOMER)
    except NumberRefused:
        return
    assert meant.number.removeprefix("+").isdigit()
    assert dialled(meant.number, CUSTOMER) == meant


@given(st.text(alphabet="telsipcao:+0123456789;=*#%@.- ", max_size=60))
def test_a_link_from_a_stranger_is_understood_or_refused(link: str) -> None:
    try:
        found = number_from_link(link, "DK")
    except (NumberRefused, Invalid):
        return
    assert not set(found.number) & set("*#")
    assert found.number.removeprefix("+").isdigit()


def test_a_feature_code_marked_alone_is_offered_as_a_guess() -> None:
    (found,) = find_numbers("*86", "DK")
    assert (found.number, found.certain, found.kind) == ("*86", False, NumberKind.INTERNAL)
