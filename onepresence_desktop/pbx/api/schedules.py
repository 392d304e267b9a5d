"""The principal's recurring absences, and what everyone's days will look like."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from onepresence_desktop.domain.schedule import ScheduleId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views

ONE = routes.MY_SCHEDULE.replace("{id}", "{id:str}")


@get(routes.MY_SCHEDULES)
async def list_schedules(principal: Given[Principal], services: Given[Services]) -> list[views.ScheduleView]:
    """All of them, oldest first."""
    return services.schedules.listing(principal.customer_id, principal.user_id)


@post(routes.MY_SCHEDULES)
async def add_schedule(
    data: JSONBody[bodies.ScheduleBody], principal: Given[Principal], services: Given[Services]
) -> views.ScheduleView:
    """Make one."""
    return await services.schedules.add(principal.customer_id, principal.user_id, data)


@patch(ONE)
async def change_schedule(
    id: FromPath[str], data: JSONBody[bodies.ScheduleBody], principal: Given[Principal], services: Given[Services]
) -> views.ScheduleView:
    """Change one; skip a day by adding it to `exdates`."""
    return await services.schedules.change(principal.customer_id, principal.user_id, ScheduleId(id), data)


@delete(ONE)
async def remove_schedule(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """Stop one."""
    await services.schedules.remove(principal.customer_id, principal.user_id, ScheduleId(id))


@get(routes.MY_OCCURRENCES)
async def list_occurrences(
    principal: Given[Principal],
    services: Given[Services],
    start: Annotated[datetime | None, QueryParameter(name="from")] = None,
    to: FromQuery[datetime | None] = None,
) -> views.OccurrencesView:
    """Absences of a window as they will count; the next fourteen days, 400 at most."""
    return services.schedules.occurrences(principal.customer_id, principal.user_id, start, to)


@get(routes.DAY_BOARD)
async def show_day_board(
    principal: Given[Principal],
    services: Given[Services],
    start: Annotated[datetime | None, QueryParameter(name="from")] = None,
    to: FromQuery[datetime | None] = None,
) -> views.DayBoardView:
    """Everyone's absences and working hours; the next fourteen days at most, nothing private."""
    return await services.day_board.show(principal.customer_id, start, to)


HANDLERS = [list_schedules, add_schedule, change_schedule, remove_schedule, list_occurrences, show_day_board]
