"""Words in calendars that make absences of entries: one's own, and the company's."""

from __future__ import annotations

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.calendar_words import (
    CalendarWordsBody,
    CalendarWordsView,
    CompanyWordsBody,
    WordRuleBody,
)


@get(routes.MY_CALENDAR_WORDS)
async def get_my_words(principal: Given[Principal], services: Given[Services]) -> CalendarWordsView:
    """Whether entries become absences by their words, and by which."""
    return services.calendar_absences.view(principal.customer_id, principal.user_id)


@put(routes.MY_CALENDAR_WORDS)
async def put_my_words(
    data: JSONBody[CalendarWordsBody], principal: Given[Principal], services: Given[Services]
) -> CalendarWordsView:
    """Switch it on or off, with one's own words."""
    return await services.calendar_absences.put(principal.customer_id, principal.user_id, data)


@get(routes.COMPANY_CALENDAR_WORDS)
async def get_company_words(administrator: Given[Principal], services: Given[Services]) -> list[WordRuleBody]:
    """The company's own words."""
    return services.calendar_absences.companys(administrator.customer_id)


@put(routes.COMPANY_CALENDAR_WORDS)
async def put_company_words(
    data: JSONBody[CompanyWordsBody], administrator: Given[Principal], services: Given[Services]
) -> list[WordRuleBody]:
    """All of them; they go before the usual ones."""
    return await services.company_words.put(administrator.customer_id, data, administrator)


HANDLERS = [get_my_words, put_my_words, get_company_words, put_company_words]
