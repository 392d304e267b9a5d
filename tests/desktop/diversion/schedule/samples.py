"""A service that keeps schedules in memory and answers at once, and an office whose clock stands still."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec import UNSET, structs

from onepresence_desktop.desktop.diversion.schedule.loader import reckoned
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind, Reason
from onepresence_desktop.domain.errors import NotFound, OnePresenceError
from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.wire.bodies import ScheduleBody
from onepresence_desktop.wire.holidays import HolidayView
from onepresence_desktop.wire.schedules import OccurrencesView, ScheduleRemoved, ScheduleView
from tests.desktop.diversion.samples import NotedActions

WEDNESDAY = datetime(2025, 5, 14, 9, 20, tzinfo=UTC)
"""11:20 in Copenhagen."""
METTE = Destination(DestinationKind.NUMBER, "1002140")


class StillSession(Session):
    """Its clock stands."""

    def now(self) -> datetime:
        return WEDNESDAY


def view(name: str, start: datetime, **other: Any) -> ScheduleView:
    fields: dict[str, Any] = {
        "title": "",
        "rrule": None,
        "duration": timedelta(hours=1),
        "time_zone": "Europe/Copenhagen",
        "exdates": (),
        "skip_holidays": False,
        "reason": Reason.MEETING,
        "destination": VOICEMAIL,
        "note": "",
        "reception_note": "",
    }
    return ScheduleView(id=ScheduleId(name), start=start, **(fields | other))


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 5, day, hour, minute)  # noqa: DTZ001


class Service:
    """The verbs that the schedule's page uses. refuse: raised by the next change that isn't looked up."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.refuse: dict[str, OnePresenceError] = {}
        self.asked: list[tuple[str, Any]] = []
        self._made = 0

    def put(self, schedule: ScheduleView) -> ScheduleView:
        self._session.take(schedule, "")
        return schedule

    async def occurrences(self, start: datetime, end: datetime) -> OccurrencesView:
        self.asked.append(("occurrences", start))
        return reckoned(self._session.mirror, start, end)

    async def holidays(self, year: int) -> list[HolidayView]:
        return [HolidayView(day=date(2025, 5, 29), name="Ascension Day", closed=True, own=False)]

    async def add_schedule(self, body: ScheduleBody) -> ScheduleView:
        self._note("add", body)
        self._made += 1
        given = {name: value for name in body.__struct_fields__ if (value := getattr(body, name)) is not UNSET}
        start = given.pop("start")
        return self.put(view(f"new{self._made}", start, **given | {"exdates": tuple(given.get("exdates", ()))}))

    async def change_schedule(self, schedule_id: ScheduleId, body: ScheduleBody) -> ScheduleView:
        self._note("change", body)
        old = self._session.mirror.schedules.get(schedule_id)  # type: ignore[attr-defined]
        if old is None:
            raise NotFound(what="schedule")
        given = {name: value for name in body.__struct_fields__ if (value := getattr(body, name)) is not UNSET}
        if "exdates" in given:
            given["exdates"] = tuple(given["exdates"])
        return self.put(structs.replace(old, **given))

    async def remove_schedule(self, schedule_id: ScheduleId) -> None:
        self._note("remove", schedule_id)
        self._session.take(ScheduleRemoved(id=schedule_id), "")

    def _note(self, verb: str, what: Any) -> None:
        if verb in self.refuse:
            raise self.refuse.pop(verb)
        self.asked.append((verb, what))


class ServedActions(NotedActions):
    """Has the service answer before it returns."""

    def __init__(self, service: Service) -> None:
        super().__init__()
        self.service = service

    def ask(self, name: str, verb: Any, reply: Any) -> None:
        try:
            answer = run(verb(self.service))
        except OnePresenceError as exc:
            answer = exc
        reply(answer)


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """A coroutine that waits for nothing."""
    try:
        work.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("it waits for something")
