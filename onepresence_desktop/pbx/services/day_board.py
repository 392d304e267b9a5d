"""The day board: who is away when, and when people work, for all colleagues (spec 2.9). Nothing private in it."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from onepresence_desktop.domain.diversion import stretches
from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import CustomerId, User
from onepresence_desktop.pbx.ports import Clock
from onepresence_desktop.pbx.services.live_state import Company, LiveState
from onepresence_desktop.pbx.services.schedules import ScheduleService, window
from onepresence_desktop.wire.schedules import AbsenceView, DayBoardRow, DayBoardView, WorkView

LONGEST = timedelta(days=14)
AT_ONCE = 50
"""Rows made before others on the loop have their turn."""


class DayBoard:
    """Everyone's days, made when asked for."""

    def __init__(self, live: LiveState, schedules: ScheduleService, clock: Clock) -> None:
        self._live = live
        self._schedules = schedules
        self._clock = clock

    async def show(self, customer_id: CustomerId, start: datetime | None, end: datetime | None) -> DayBoardView:
        """The board of a window, fourteen days at most. Raises `Invalid`."""
        start, end = window(start, end, self._clock.now())
        if end - start > LONGEST:
            raise Invalid(field="to", problem="out_of_range")
        company = self._live.company(customer_id)
        rows: list[DayBoardRow] = []
        for number, user in enumerate(list(company.dial_plan.users.values()), start=1):
            if not user.closed:
                rows.append(self._row(company, user, start, end))
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
        return DayBoardView(starts_at=start, until=end, rows=rows)

    def _row(self, company: Company, user: User, start: datetime, end: datetime) -> DayBoardRow:
        absences = self._schedules.absences(company, user.id, start, end)
        worked = user.hours.stretches(start, end, company.customer.zone)
        return DayBoardRow(
            user_id=user.id,
            absences=[
                AbsenceView(
                    reason=company.privacy.reason(s.diversion.reason) or s.diversion.reason,
                    title=s.diversion.title if company.privacy.reason(s.diversion.reason) is s.diversion.reason else "",
                    note=s.diversion.note,
                    origin=s.diversion.origin,
                    starts_at=s.starts_at,
                    until=s.ends_at,
                )
                for s in stretches(absences, start, end)
            ],
            work=[WorkView(starts_at=begin, until=finish) for begin, finish in worked],
            off=user.hours.used and not worked,
        )
