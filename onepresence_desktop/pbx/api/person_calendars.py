"""Where people's calendars are, by their administrator; `…/calendar` is the one that may divert."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.meetings import CalendarId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.calendars import CalendarBody, CalendarView

ALL = routes.PERSON_CALENDARS.replace("{id}", "{id:str}")
ONE = routes.PERSON_CALENDAR_OF.replace("{id}", "{id:str}").replace("{calendar}", "{calendar:str}")
DIVERTING = routes.PERSON_CALENDAR.replace("{id}", "{id:str}")


@get(ALL)
async def get_calendars(
    id: FromPath[str], administrator: Given[Principal], services: Given[Services]
) -> list[CalendarView]:
    """Where a person's calendars are and how they are doing: the company's, then their own."""
    return services.calendars.of(administrator.customer_id, UserId(id))


@post(ALL)
async def add_calendar(
    id: FromPath[str], data: JSONBody[CalendarBody], administrator: Given[Principal], services: Given[Services]
) -> list[CalendarView]:
    """One more, which is read before it is kept. Answers all of them, the new one last."""
    return await services.calendars.add(administrator.customer_id, UserId(id), data, administrator)


@get(ONE)
async def get_one_calendar(
    id: FromPath[str], calendar: FromPath[str], administrator: Given[Principal], services: Given[Services]
) -> CalendarView:
    """One of them; the company's is "company"."""
    return services.calendars.view(administrator.customer_id, UserId(id), CalendarId(calendar))


@put(ONE)
async def put_one_calendar(
    id: FromPath[str],
    calendar: FromPath[str],
    data: JSONBody[CalendarBody],
    administrator: Given[Principal],
    services: Given[Services],
) -> list[CalendarView]:
    """Say where it is; it is read before it is kept. Answers all of them, for only one of them may divert."""
    who, whose = administrator, UserId(id)
    return await services.calendars.put(who.customer_id, whose, CalendarId(calendar), data, who)


@delete(ONE)
async def remove_one_calendar(
    id: FromPath[str], calendar: FromPath[str], administrator: Given[Principal], services: Given[Services]
) -> None:
    """Forget it with its meetings; of the company's, what was set."""
    await services.calendars.remove(administrator.customer_id, UserId(id), CalendarId(calendar), administrator)


@get(DIVERTING)
async def get_calendar(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> CalendarView:
    """A person's calendar that may divert."""
    return services.calendars.view(administrator.customer_id, UserId(id), None)


@put(DIVERTING)
async def put_calendar(
    id: FromPath[str], data: JSONBody[CalendarBody], administrator: Given[Principal], services: Given[Services]
) -> CalendarView:
    """Another one in its place, which is read before it is kept."""
    return await services.calendars.put_diverting(administrator.customer_id, UserId(id), data, administrator)


@delete(DIVERTING)
async def remove_calendar(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Forget it."""
    await services.calendars.remove(administrator.customer_id, UserId(id), None, administrator)


HANDLERS = [
    *(get_calendars, add_calendar, get_one_calendar, put_one_calendar, remove_one_calendar),
    *(get_calendar, put_calendar, remove_calendar),
]
