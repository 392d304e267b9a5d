"""What users make of their calendars; `/v1/me/calendar` is the one that may divert, which older clients know alone."""

from __future__ import annotations

from litestar import get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.meetings import CalendarId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.calendars import CalendarPatch, CalendarView

OF_MINE = routes.MY_CALENDAR_OF.replace("{id}", "{id:str}")
OF_MINE_READING = routes.MY_CALENDAR_OF_READING.replace("{id}", "{id:str}")


@get(routes.MY_CALENDARS)
async def get_my_calendars(principal: Given[Principal], services: Given[Services]) -> list[CalendarView]:
    """Where the principal's calendars are and how they are doing: the company's, then their own."""
    return services.calendars.of(principal.customer_id, principal.user_id)


@patch(OF_MINE)
async def change_one_of_mine(
    id: FromPath[str], data: JSONBody[CalendarPatch], principal: Given[Principal], services: Given[Services]
) -> list[CalendarView]:
    """What its meetings do, whether colleagues read their subject, and whether it is the one that may divert.

    Answers all of them: where one is chosen to divert, another is not any more.
    """
    return await services.calendars.change(principal.customer_id, principal.user_id, CalendarId(id), data)


@post(OF_MINE_READING, status_code=200)
async def read_one_of_mine(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> CalendarView:
    """Read it now, instead of within half a minute."""
    return await services.calendars.read_now(principal.customer_id, principal.user_id, CalendarId(id))


@get(routes.MY_CALENDAR)
async def get_my_calendar(principal: Given[Principal], services: Given[Services]) -> CalendarView:
    """The principal's calendar that may divert."""
    return services.calendars.view(principal.customer_id, principal.user_id, None)


@patch(routes.MY_CALENDAR)
async def change_my_calendar(
    data: JSONBody[CalendarPatch], principal: Given[Principal], services: Given[Services]
) -> CalendarView:
    """What the meetings of the one that may divert do, and whether colleagues read their subject."""
    await services.calendars.change(principal.customer_id, principal.user_id, None, data)
    return services.calendars.view(principal.customer_id, principal.user_id, None)


@post(routes.MY_CALENDAR_READING, status_code=200)
async def read_my_calendar(principal: Given[Principal], services: Given[Services]) -> CalendarView:
    """Read the one that may divert now."""
    return await services.calendars.read_now(principal.customer_id, principal.user_id, None)


HANDLERS = [
    get_my_calendars,
    change_one_of_mine,
    read_one_of_mine,
    get_my_calendar,
    change_my_calendar,
    read_my_calendar,
]
