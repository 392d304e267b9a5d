"""Users' calendars: an administrator says where they are, their owners what they do."""

from __future__ import annotations

from litestar import delete, get, patch, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.calendars import CalendarBody, CalendarPatch, CalendarView

OF_PERSON = routes.PERSON_CALENDAR.replace("{id}", "{id:str}")


@get(routes.MY_CALENDAR)
async def get_my_calendar(principal: Given[Principal], services: Given[Services]) -> CalendarView:
    """Where the principal's calendar is and how it is doing."""
    return services.meetings.view(principal.customer_id, principal.user_id)


@patch(routes.MY_CALENDAR)
async def change_my_calendar(
    data: JSONBody[CalendarPatch], principal: Given[Principal], services: Given[Services]
) -> CalendarView:
    """What the principal's meetings do, and whether colleagues read their subject."""
    return await services.meetings.change(principal.customer_id, principal.user_id, data)


@post(routes.MY_CALENDAR_READING, status_code=200)
async def read_my_calendar(principal: Given[Principal], services: Given[Services]) -> CalendarView:
    """Read the principal's calendar now, instead of within half a minute."""
    return await services.meetings.read_now(principal.customer_id, principal.user_id)


@get(OF_PERSON)
async def get_calendar(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> CalendarView:
    """Where a person's calendar is and how it is doing."""
    return services.meetings.view(administrator.customer_id, UserId(id))


@put(OF_PERSON)
async def put_calendar(
    id: FromPath[str], data: JSONBody[CalendarBody], administrator: Given[Principal], services: Given[Services]
) -> CalendarView:
    """Say where a person's calendar is; it is read before it is kept."""
    return await services.meetings.put(administrator.customer_id, UserId(id), data, administrator)


@delete(OF_PERSON)
async def remove_calendar(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Forget a person's calendar."""
    await services.meetings.remove(administrator.customer_id, UserId(id), administrator)


HANDLERS = [get_my_calendar, change_my_calendar, read_my_calendar, get_calendar, put_calendar, remove_calendar]
