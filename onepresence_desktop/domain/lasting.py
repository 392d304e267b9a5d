"""What of the doctor's findings is told to administrators without being asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from onepresence_desktop.domain.doctor import Finding, FindingCode, Severity

LASTING = timedelta(minutes=5)
"""What goes on for so long is told."""

SOONER = {
    FindingCode.DISK_FULL: timedelta(),
    FindingCode.STORE_READ_ONLY: timedelta(),
    FindingCode.SPOOL_WAITING: timedelta(minutes=1),
}
"""What is told sooner: nothing is kept meanwhile."""


def lasting(findings: Iterable[Finding], now: datetime) -> tuple[Finding, ...]:
    """What doesn't work and hasn't for `LASTING`, or for as long as that kind may take."""
    return tuple(
        one for one in findings if one.severity is Severity.ERROR and now - one.since >= SOONER.get(one.code, LASTING)
    )
