"""Why calls end, as answers of SIP say it."""

from __future__ import annotations

from onepresence_desktop.domain.calls import Cause

STATUS = {
    Cause.BUSY: 486,
    Cause.NO_ANSWER: 480,
    Cause.UNREACHABLE: 480,
    Cause.REJECTED: 603,
    Cause.NUMBER_UNKNOWN: 404,
    Cause.NOT_ACCEPTABLE: 488,
    Cause.CANCELLED: 487,
    Cause.ANSWERED_ELSEWHERE: 487,
    Cause.NORMAL: 480,
    Cause.LOST: 408,
    Cause.FAILED: 500,
}

UNACCEPTABLE_STATUS = (415, 488, 606)  # of a phone that would ring but can't make anything of the offered sound
OUTSIDE_CAUSES = {
    404: Cause.NUMBER_UNKNOWN,
    410: Cause.NUMBER_UNKNOWN,
    484: Cause.NUMBER_UNKNOWN,
    604: Cause.NUMBER_UNKNOWN,
    486: Cause.BUSY,
    600: Cause.BUSY,
    603: Cause.REJECTED,
    488: Cause.NOT_ACCEPTABLE,
    606: Cause.NOT_ACCEPTABLE,
}
"""What a provider's refusal of a number outside means; others are told as no answer or as not reachable."""
