"""The company's last contacts with a number, and who sees them."""

from __future__ import annotations

from typing import Annotated

from litestar import get, put
from litestar.di import NamedDependency as Given
from litestar.params import JSONBody, QueryParameter

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.caller_card import CallerCardBody, CallerCardView, LastContactView


@get(routes.LAST_CONTACTS)
async def last_contacts(
    principal: Given[Principal],
    services: Given[Services],
    number: Annotated[str, QueryParameter(name="number", max_length=64)] = "",
) -> list[LastContactView]:
    """Who of the company spoke with a number last, newest first, three at most; own calls alone to who may not see."""
    return await services.last_contacts.of(principal, number)


@get(routes.COMPANY_CALLER_CARD)
async def get_caller_card(administrator: Given[Principal], services: Given[Services]) -> CallerCardView:
    """Who sees what others spoke with a number."""
    return await services.last_contacts.view(administrator.customer_id)


@put(routes.COMPANY_CALLER_CARD)
async def put_caller_card(
    data: JSONBody[CallerCardBody], administrator: Given[Principal], services: Given[Services]
) -> CallerCardView:
    """Set it for everybody."""
    return await services.last_contacts.put(administrator.customer_id, data, administrator)


HANDLERS = [last_contacts, get_caller_card, put_caller_card]
