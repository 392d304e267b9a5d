"""Parked calls."""

from __future__ import annotations

from litestar import get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services import views
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.parking import ParkedView


def _at(template: str) -> str:
    return template.replace("{id}", "{id:str}")


@post(_at(routes.CALL_PARK))
async def park_call(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> ParkedView:
    """Park the other side of a call; the answer names the place."""
    return views.parked(await services.parking.park(principal.customer_id, principal.user_id, CallId(id)))


@get(routes.PARKED)
async def list_parked(principal: Given[Principal], services: Given[Services]) -> list[ParkedView]:
    """Who waits where."""
    return [views.parked(one) for one in services.parking.listing(principal.customer_id)]


@post(_at(routes.PARKED_FETCH), status_code=204)
async def fetch_parked(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """The call at a place rings at the principal's phone."""
    await services.parking.fetch(principal.customer_id, principal.user_id, id)


HANDLERS = [park_call, list_parked, fetch_parked]
