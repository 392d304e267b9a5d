"""Public holidays as the company keeps them."""

from __future__ import annotations

from litestar import delete, get, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery, JSONBody

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.holidays import HolidayBody, HolidayView

ONE = routes.HOLIDAY.replace("{id}", "{id:str}")


@get(routes.HOLIDAYS)
async def list_holidays(
    principal: Given[Principal], services: Given[Services], year: FromQuery[int | None] = None
) -> list[HolidayView]:
    """Those of a year, by day. The year has a default so that who asks is looked at before what is asked."""
    if year is None:
        raise Invalid(field="year", problem="missing")
    return services.holidays.listing(principal.customer_id, year)


@put(ONE)
async def set_holiday(
    id: FromPath[str], data: JSONBody[HolidayBody], administrator: Given[Principal], services: Given[Services]
) -> HolidayView:
    """Make a day (YYYY-MM-DD) a holiday, or a working day."""
    return await services.holidays.put(administrator.customer_id, id, data, administrator)


@delete(ONE)
async def unset_holiday(
    id: FromPath[str],
    administrator: Given[Principal],
    services: Given[Services],
    version: FromQuery[str | None] = None,
) -> None:
    """Let the calendar decide again. version: of the day as it was listed."""
    await services.holidays.remove(administrator.customer_id, id, administrator, seen=version)


HANDLERS = [list_holidays, set_holiday, unset_holiday]
