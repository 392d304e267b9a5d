"""A forgotten password: a code of six digits, sent to the user's own mail address or mobile (spec 1.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from onepresence_desktop.domain.people import UserId

DIGITS = 6
LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class PasswordReset:
    """A code that was sent. code_hash: argon2id, as for a password. ends_at: from then on it is worth nothing."""

    user_id: UserId
    code_hash: str = field(repr=False)
    ends_at: datetime

    def works(self, now: datetime) -> bool:
        """Whether its time isn't over; never one that the clock says is made in the future."""
        return now < self.ends_at <= now + LASTS


def plain_reset_code(typed: str) -> str:
    """The digits of a code as it was typed or pasted; "" where it can be none."""
    digits = "".join(c for c in typed if c not in " -\u00a0")
    return digits if len(digits) == DIGITS and digits.isascii() and digits.isdigit() else ""
