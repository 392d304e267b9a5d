"""The absences of a week: asked of the service, remembered, and reckoned from what is known while there is none."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.diversion.schedule import week
from onepresence_desktop.desktop.session import ConnectionState, Session
from onepresence_desktop.domain.diversion import Diversion, Origin, stretches
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.holidays import HolidayView
from onepresence_desktop.wire.schedules import SCHEDULES, OccurrencesView, OccurrenceView, StretchView

MOST_WEEKS = 60
"""Weeks remembered."""


class Weeks(QObject):
    """loaded: (monday) a week is there, or another than before. refused: (monday, error) it can't be had."""

    loaded = Signal(object)
    refused = Signal(object, object)

    def __init__(self, session: Session, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._known: dict[date, OccurrencesView] = {}
        self._turn = 0
        self._years: set[int] = set()
        self.holidays: dict[date, str] = {}

    @property
    def zone(self) -> ZoneInfo:
        """In which the week is shown: the company's, in which working hours and schedules are meant."""
        customer = self._session.mirror.customer
        return ZoneInfo(customer.time_zone if customer is not None else "UTC")

    def of(self, monday: date) -> OccurrencesView:
        """What is known of a week now, at once; what isn't known is reckoned."""
        found = self._known.get(monday)
        return found if found is not None else reckoned(self._session.mirror, *week.bounds(monday, self.zone))

    def ask(self, monday: date) -> None:
        """Ask the service anew, and for the holidays when they aren't known."""
        if self._session.connection.state is not ConnectionState.LIVE:
            return
        self._turn += 1
        begin, end = week.bounds(monday, self.zone)
        take = partial(self._take, self._turn, monday)
        self._actions.ask("occurrences", lambda client: client.occurrences(begin, end), take)
        for year in {monday.year, (end.astimezone(self.zone)).year} - self._years:
            self._years.add(year)
            self._ask_holidays(year)

    def forget(self) -> None:
        """What was known may be other now."""
        self._turn += 1
        self._known.clear()

    def clear(self) -> None:
        """Another user, or another company."""
        self.forget()
        self._years.clear()
        self.holidays.clear()

    def _ask_holidays(self, year: int) -> None:
        self._actions.ask("holidays", lambda client: client.holidays(year), partial(self._days, year))

    def _take(self, turn: int, monday: date, answer: OccurrencesView | OnePresenceError) -> None:
        if turn != self._turn:
            return
        if isinstance(answer, OnePresenceError):
            self.refused.emit(monday, answer)
            return
        if len(self._known) >= MOST_WEEKS:
            self._known.pop(next(iter(self._known)))
        self._known[monday] = answer
        self.loaded.emit(monday)

    def _days(self, year: int, answer: list[HolidayView] | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._years.discard(year)
            return
        self.holidays.update({each.day: each.name for each in answer if each.closed})
        self.loaded.emit(None)


def reckoned(mirror: Mirror, start: datetime, end: datetime) -> OccurrencesView:
    """A window from the schedules and diversions that the mirror holds; public holidays aren't known here."""
    from onepresence_desktop.desktop.diversion.schedule.edits import as_schedule
    from onepresence_desktop.domain.schedule import occurrences

    standing = mirror.diversions
    found: list[Diversion] = []
    origin: dict[str, ScheduleId] = {}
    for each in [*standing.current, *standing.coming] if standing is not None else []:
        if each.origin is not Origin.SCHEDULE and each.starts_at < end and (each.until is None or each.until > start):
            found.append(
                Diversion(
                    each.id,
                    UserId(""),
                    each.reason,
                    each.starts_at,
                    each.until,
                    each.destination,
                    created_at=each.starts_at,
                    note=each.note,
                    reception_note=each.reception_note,
                    origin=each.origin,
                    title=each.title,
                )
            )
    for view in mirror[SCHEDULES].values():
        for occurrence in occurrences(as_schedule(view), start, end):
            origin[occurrence.id] = view.id
            found.append(occurrence.diversion())
    return OccurrencesView(
        occurrences=[
            OccurrenceView(
                id=each.id,
                schedule_id=origin.get(each.id),
                origin=each.origin,
                reason=each.reason,
                title=each.title,
                starts_at=each.starts_at,
                until=each.ends_at,
                destination=each.destination,
                note=each.note,
                reception_note=each.reception_note,
            )
            for each in sorted(found, key=lambda d: (d.starts_at, d.id))
        ],
        counts=[
            StretchView(id=s.diversion.id, starts_at=s.starts_at, until=s.ends_at) for s in stretches(found, start, end)
        ],
    )
