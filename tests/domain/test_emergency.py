"""Numbers that raise an alarm: always asked before dialling (spec 4.3)."""

import pytest

from onepresence_desktop.domain.emergency import EMERGENCY, is_emergency
from onepresence_desktop.domain.numbering import NumberKind, find_numbers

REGIONS = ["DK", "SE", "NO", "FI", "DE", "GB", "US"]


@pytest.mark.parametrize("region", REGIONS)
def test_the_common_ones_are_emergency_wherever_one_is(region: str) -> None:
    for number in EMERGENCY:
        assert is_emergency(number, region)
        (found,) = find_numbers(number, region)
        assert (found.number, found.kind, found.certain) == (number, NumberKind.EMERGENCY, True)


@pytest.mark.parametrize("number", ["1-1-2", "1 1 2", " 112 "])
def test_blanks_and_hyphens_change_nothing(number: str) -> None:
    assert is_emergency(number, "DK")


@pytest.mark.parametrize(("number", "region"), [("000", "AU"), ("17", "FR"), ("119", "JP")])
def test_a_country_has_its_own(number: str, region: str) -> None:
    assert is_emergency(number, region)
    assert not is_emergency(number, "DK")


@pytest.mark.parametrize(
    "number", ["", "1", "11", "1122", "33123456", "+4533123456", "112112112", "2140", "118", "*112#"]
)
def test_others_are_not(number: str) -> None:
    assert not is_emergency(number, "DK")


@pytest.mark.parametrize("text", ["112 g mel", "side 911", "10.112.0.1", "112,50 kr.", "uge 112-114"])
def test_figures_that_look_like_one_are_not_taken_for_one(text: str) -> None:
    assert [hit for hit in find_numbers(text, "DK") if hit.kind is NumberKind.EMERGENCY] == []
