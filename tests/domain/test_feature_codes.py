"""Codes keyed at a phone (spec 12.1b)."""

import pytest

from onepresence_desktop.domain.feature_codes import Code, Feature, is_code, read_code


@pytest.mark.parametrize(
    ("keyed", "code"),
    [
        ("*21*33123456#", Code(Feature.DIVERT, "33123456")),
        ("*21*+4533123456", Code(Feature.DIVERT, "+4533123456")),
        ("*21#", Code(Feature.DIVERT)),
        ("*21", Code(Feature.DIVERT)),
        ("#21#", Code(Feature.OPEN)),
        ("*61*2102#", Code(Feature.NO_REPLY, "2102")),
        ("#61#", Code(Feature.NO_REPLY)),
        ("*67*2102#", Code(Feature.BUSY, "2102")),
        ("#67", Code(Feature.BUSY)),
        ("*62*2102#", Code(Feature.UNREACHABLE, "2102")),
        ("#62#", Code(Feature.UNREACHABLE)),
        ("*26#", Code(Feature.DO_NOT_DISTURB)),
        ("#26#", Code(Feature.DISTURB)),
        ("*45*2190#", Code(Feature.GROUP_IN, "2190")),
        ("#45*2190#", Code(Feature.GROUP_OUT, "2190")),
        ("*31*33123456", Code(Feature.WITHHOLD, "33123456")),
        ("#31*2102#", Code(Feature.SHOW, "2102")),
    ],
)
def test_a_code_is_read_with_or_without_its_last_hash(keyed: str, code: Code) -> None:
    assert is_code(keyed) and read_code(keyed) == code


@pytest.mark.parametrize("keyed", ["*", "#", "*99#", "*21*#", "*21*12#", "*26*2102#", "*45#", "*21#5", "**21#"])
def test_what_is_no_code_is_none(keyed: str) -> None:
    assert is_code(keyed) and read_code(keyed) is None


def test_a_number_is_no_code() -> None:
    assert not is_code("2102") and not is_code("+4533123456") and not is_code("")
