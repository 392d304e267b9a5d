"""Numbers that raise an alarm: always asked before dialling (spec 4.3), never blocked (spec 12.1)."""

from __future__ import annotations

import re

EMERGENCY = frozenset({"110", "112", "113", "114", "911", "999"})
"""Emergency wherever one is: those of the Nordic countries, Germany, the UK and North America."""


def is_emergency(number: str, region: str) -> bool:
    """Whether calling `number` from `region` (ISO 3166) raises an alarm; for any region the common ones do."""
    digits = re.sub(r"[\s\-]", "", number)
    if digits in EMERGENCY:
        return True
    if not re.fullmatch(r"[0-9]{2,6}", digits):
        return False
    import phonenumbers

    return phonenumbers.is_emergency_number(digits, region)
