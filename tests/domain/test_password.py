"""Digit passwords (spec 1.1)."""

import pytest

from onepresence_desktop.domain.password import Rule, broken_rules


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("2580", []),
        ("804713", []),
        ("0000", [Rule.FIRST_PASSWORD]),
        ("000000", [Rule.FIRST_PASSWORD]),
        ("1002140", [Rule.LOCAL_NUMBER]),
        ("2140", [Rule.LOCAL_NUMBER]),
        ("1111", [Rule.REPEAT]),
        ("1212", [Rule.REPEAT]),
        ("121212", [Rule.REPEAT]),
        ("1234", [Rule.RUN]),
        ("4321", [Rule.RUN]),
        ("7890", [Rule.RUN]),
        ("0123456789", [Rule.RUN]),
        ("123", [Rule.TOO_SHORT]),
        ("", [Rule.DIGITS_ONLY, Rule.TOO_SHORT]),
        ("12a9", [Rule.DIGITS_ONLY]),
        ("100 2140", [Rule.DIGITS_ONLY, Rule.LOCAL_NUMBER]),
        ("٤٢٧١", [Rule.DIGITS_ONLY]),
        ("1" + "27" * 40, [Rule.TOO_LONG]),
        ("1224", []),
    ],
)
def test_a_new_password_breaks(password: str, broken: list[Rule]) -> None:
    assert broken_rules(password, "1002140") == broken
