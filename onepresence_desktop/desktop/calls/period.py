"""Which days' calls are shown; days begin at midnight on this computer's clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.languages import translate


class Period(StrEnum):
    """How far back."""

    EVER = "ever"
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"

    def first_day(self, now: datetime) -> date | None:
        """The oldest day that is shown; None for all."""
        back = {Period.TODAY: 0, Period.YESTERDAY: 1, Period.WEEK: 6, Period.MONTH: 29}.get(self)
        return None if back is None else company_time.local(now).date() - timedelta(days=back)

    def lets(self, at: datetime, now: datetime) -> bool:
        """Whether a call at that time is shown."""
        first, day = self.first_day(now), company_time.local(at).date()
        if first is None:
            return True
        return day == first if self is Period.YESTERDAY else day >= first


def period_words(which: Period) -> str:
    """A period in words."""
    return {
        Period.EVER: translate("Calls", "All days"),
        Period.TODAY: translate("Calls", "Today"),
        Period.YESTERDAY: translate("Calls", "Yesterday"),
        Period.WEEK: translate("Calls", "Last 7 days"),
        Period.MONTH: translate("Calls", "Last 30 days"),
    }[which]
