"""A code that was sent for a forgotten password, and how it is typed (spec 1.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onepresence_desktop.domain.password_reset import LASTS, PasswordReset, plain_reset_code
from onepresence_desktop.domain.people import UserId

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def test_a_code_works_for_ten_minutes_and_not_before_it_was_sent() -> None:
    reset = PasswordReset(UserId("u"), "hash", NOW + LASTS)
    assert reset.works(NOW) and reset.works(NOW + LASTS - timedelta(seconds=1))
    assert not reset.works(NOW + LASTS)
    assert not reset.works(NOW - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("123456", "123456"),
        (" 123 456 ", "123456"),
        ("123-456", "123456"),
        ("000000", "000000"),
        ("12345", ""),
        ("1234567", ""),
        ("12345a", ""),
        ("١٢٣٤٥٦", ""),
        ("", ""),
    ],
)
def test_a_code_is_read_however_it_was_copied(typed: str, code: str) -> None:
    assert plain_reset_code(typed) == code


def test_what_is_printed_of_a_code_says_nothing_of_it() -> None:
    assert "secret" not in repr(PasswordReset(UserId("u"), "secret", NOW))
