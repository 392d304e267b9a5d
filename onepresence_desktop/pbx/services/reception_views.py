"""From the reception's queue to what its receptionists see of it."""

from __future__ import annotations

from datetime import datetime

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.reception import Day, DeskState, QueuedCall
from onepresence_desktop.pbx.services.live_state import Company
from onepresence_desktop.wire.reception import AttendantView, QueuedCallView, ReceptionDayView


def queued(company: Company, of: QueuedCall, user_id: UserId) -> QueuedCallView:
    """A call in the reception's queue, as one of its receptionists knows the caller."""
    return QueuedCallView(
        id=of.id,
        state=of.state,
        number=of.number,
        name=company.caller_name(user_id, of.number, of.name),
        called_number=of.called_number,
        called_name=of.called_name,
        since=of.since,
        called_user=of.called_user,
        language=of.language,
        taken_by=of.taken_by,
        taken_at=of.taken_at,
        handed_to=of.handed_to,
        handed_name=of.handed_name,
        back_from=of.back_from,
        lost=of.lost,
        last_with=of.last_with,
        last_at=of.last_at,
    )


def reception_day(company: Company, now: datetime) -> ReceptionDayView:
    """The day so far, and who is at the desk."""
    today = now.astimezone(company.customer.zone).date()
    day = company.desk.day
    if day is None or day.on != today:
        day = Day(today)
    reception = company.dial_plan.reception
    states = []
    for user_id in sorted(company.desk.attendants):
        there = reception is not None and user_id in reception.members and user_id not in reception.logged_out
        away = DeskState.PAUSED if user_id in company.desk.paused else DeskState.OUT
        states.append(AttendantView(user_id=user_id, state=DeskState.IN if there else away))
    return ReceptionDayView(
        on=today,
        calls=day.calls,
        answered=day.answered,
        waited=day.average.total_seconds(),
        attendants=states,
    )
