"""What a company keeps of people and for how long, and who sees sickness (spec 12.4d)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.errors import Invalid

SHORTEST, LONGEST = 1, 3650
"""Days that something may be kept, where it isn't kept for ever."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Days that things are kept, None for ever: call records, messages that were read (kept ones excepted), texts that
    were sent, the audit log. sickness_shown: whether colleagues see sickness as the reason of a diversion.
    """

    calls_days: int | None = None
    messages_days: int | None = None
    sent_days: int | None = None
    audit_days: int | None = None
    sickness_shown: bool = True

    def reason(self, reason: Reason | None) -> Reason | None:
        """The reason that colleagues are told: sickness as any other absence, where it isn't shown."""
        return Reason.OTHER if reason is Reason.SICK and not self.sickness_shown else reason


def checked(privacy: Privacy) -> Privacy:
    """Raises `Invalid` naming the days that can't be."""
    for name in ("calls_days", "messages_days", "sent_days", "audit_days"):
        days = getattr(privacy, name)
        if days is not None and not SHORTEST <= days <= LONGEST:
            raise Invalid(field=name, problem="out_of_range")
    return privacy


def before(days: int | None, now: datetime) -> datetime | None:
    """What is older goes; None: nothing does."""
    return now - timedelta(days=days) if days is not None else None
