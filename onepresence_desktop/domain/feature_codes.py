"""Feature codes: what is keyed at a phone to change something rather than to call (spec 12.1b; after ETSI ETS 300 738).

A trailing # may be left out, since many phones take it as "send".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onepresence_desktop.domain.parking import PLACES
from onepresence_desktop.domain.spoken import SpokenKind


class Feature(StrEnum):
    """What a code does."""

    DIVERT = "divert"
    OPEN = "open"
    NO_REPLY = "no_reply"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    DO_NOT_DISTURB = "do_not_disturb"
    DISTURB = "disturb"
    GROUP_IN = "group_in"
    GROUP_OUT = "group_out"
    MAILBOX = "mailbox"
    PICK_UP = "pick_up"
    PARK = "park"
    FETCH = "fetch"
    COMPLETE = "complete"
    WITHHOLD = "withhold"
    SHOW = "show"
    RECORD_NAME = "record_name"
    RECORD_GREETING = "record_greeting"


@dataclass(frozen=True, slots=True)
class Code:
    """number: where calls are to go, which group, whose mailbox or ringing phone, which place, or whom to call;
    "" for the own one, or where the code has none.
    """

    feature: Feature
    number: str = ""


_NUMBER = r"(?P<number>\+?[0-9]{3,20})"
_TABLE: tuple[tuple[str, Feature], ...] = (
    (rf"\*21\*{_NUMBER}", Feature.DIVERT),
    (r"\*21", Feature.DIVERT),
    (r"#21", Feature.OPEN),
    (rf"\*61\*{_NUMBER}", Feature.NO_REPLY),
    (r"#61", Feature.NO_REPLY),
    (rf"\*67\*{_NUMBER}", Feature.BUSY),
    (r"#67", Feature.BUSY),
    (rf"\*62\*{_NUMBER}", Feature.UNREACHABLE),
    (r"#62", Feature.UNREACHABLE),
    (r"\*26", Feature.DO_NOT_DISTURB),
    (r"#26", Feature.DISTURB),
    (rf"\*45\*{_NUMBER}", Feature.GROUP_IN),
    (rf"#45\*{_NUMBER}", Feature.GROUP_OUT),
    (rf"\*8{_NUMBER}", Feature.PICK_UP),
    (r"\*8", Feature.PICK_UP),
    (r"\*68", Feature.PARK),
    (r"\*37", Feature.COMPLETE),
    (rf"\*31\*{_NUMBER}", Feature.WITHHOLD),
    (rf"#31\*{_NUMBER}", Feature.SHOW),
    (r"\*98", Feature.MAILBOX),
    (rf"\*98\*?{_NUMBER}", Feature.MAILBOX),
    (r"\*98\*3", Feature.RECORD_NAME),
    (r"\*98\*4", Feature.RECORD_GREETING),
)
CODES = tuple((re.compile(pattern + "#?"), feature) for pattern, feature in _TABLE)


RECORDING_CODES = {SpokenKind.NAME: "*98*3", SpokenKind.GREETING: "*98*4"}
"""What leads straight to recording something; the digits are the keys of the mailbox's menu."""


def is_code(keyed: str) -> bool:
    """Whether this is a code at all, known or not; the places of parked calls are."""
    return keyed[:1] in ("*", "#") or keyed in PLACES


def read_code(keyed: str) -> Code | None:
    """The code that was keyed; None for one that isn't known."""
    if keyed in PLACES:
        return Code(Feature.FETCH, keyed)
    if not is_code(keyed):
        return None
    for pattern, feature in CODES:
        if (found := pattern.fullmatch(keyed)) is not None:
            return Code(feature, found.groupdict().get("number") or "")
    return None
