"""Which digit passwords are good enough (spec 1.1)."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

FIRST_PASSWORD = "0000"
SHORTEST = 4
LONGEST = 64


class Rule(StrEnum):
    """What a new password must keep to; in the order in which they are told."""

    DIGITS_ONLY = "digits_only"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    FIRST_PASSWORD = "first_password"
    LOCAL_NUMBER = "local_number"
    REPEAT = "repeat"
    RUN = "run"
    SAME_AS_BEFORE = "same_as_before"
    SAME_AS_PASSWORD = "same_as_password"
    PIN_TOO_LONG = "pin_too_long"


def broken_rules(password: str, local_number: str) -> list[Rule]:
    """The rules that `password` breaks for the user of `local_number` (7 digits); empty when it is accepted.

    The last four digits count as the local number too, in any spelling (spaces, dashes). A run goes up or down by one
    over its whole length, 9 to 0 included; a repeat is one digit, or one pair, over its whole length.
    """
    digits = "".join(c for c in password if c not in " -.")
    broken: list[Rule] = []
    if not (password.isascii() and password.isdigit()):
        broken.append(Rule.DIGITS_ONLY)
    if len(password) < SHORTEST:
        broken.append(Rule.TOO_SHORT)
    if len(password) > LONGEST:
        broken.append(Rule.TOO_LONG)
    if len(digits) >= SHORTEST and not digits.strip("0"):
        broken.append(Rule.FIRST_PASSWORD)
    if digits and digits in {local_number, local_number[-4:]}:
        broken.append(Rule.LOCAL_NUMBER)
    if len(digits) >= SHORTEST and digits.isascii() and digits.isdigit():
        if Rule.FIRST_PASSWORD not in broken and (
            len(set(digits)) == 1 or (len(digits) % 2 == 0 and digits == digits[:2] * (len(digits) // 2))
        ):
            broken.append(Rule.REPEAT)
        steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
        if steps in ({1}, {9}):
            broken.append(Rule.RUN)
    return broken
