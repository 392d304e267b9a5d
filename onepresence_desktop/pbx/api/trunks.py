"""Lines to providers, for administrators."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services import trunk_views
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.trunks import TrunkBody, TrunkOrder, TrunkTrial, TrunkTried, TrunkView


def _at(route: str) -> str:
    return route.replace("{id}", "{id:str}")


@get(routes.TRUNKS)
async def list_trunks(administrator: Given[Principal], services: Given[Services]) -> list[TrunkView]:
    """In the order in which they are tried, each with how it stands."""
    return [trunk_views.view(*found) for found in services.trunks.all(administrator.customer_id)]


@post(routes.TRUNKS)
async def add_trunk(data: JSONBody[TrunkBody], administrator: Given[Principal], services: Given[Services]) -> TrunkView:
    """A new line, tried after the others unless it is to be first."""
    wanted = trunk_views.trunk_of(data, administrator.customer_id)
    made = await services.trunks.add(administrator.customer_id, wanted, administrator, first=data.first)
    return next(trunk_views.view(*found) for found in services.trunks.all(made.customer_id) if found[0].id == made.id)


@put(routes.TRUNKS)
async def order_trunks(
    data: JSONBody[TrunkOrder], administrator: Given[Principal], services: Given[Services]
) -> list[TrunkView]:
    """The order in which lines are tried."""
    await services.trunks.order(administrator.customer_id, data.ids, administrator, seen=data.seen)
    return [trunk_views.view(*found) for found in services.trunks.all(administrator.customer_id)]


@put(_at(routes.TRUNK))
async def put_trunk(
    id: FromPath[str], data: JSONBody[TrunkBody], administrator: Given[Principal], services: Given[Services]
) -> TrunkView:
    """Another line in its place; calls that go on over it aren't ended."""
    customer_id = administrator.customer_id
    wanted = trunk_views.trunk_of(data, customer_id)
    made = await services.trunks.put(customer_id, id, wanted, administrator, seen=data.version)
    return next(trunk_views.view(*found) for found in services.trunks.all(customer_id) if found[0].id == made.id)


@delete(_at(routes.TRUNK))
async def remove_trunk(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Remove a line; calls that go on over it end by themselves."""
    await services.trunks.remove(administrator.customer_id, id, administrator)


@post(_at(routes.TRUNK_TEST), status_code=200)
async def try_trunk(
    id: FromPath[str], data: JSONBody[TrunkTrial], administrator: Given[Principal], services: Given[Services]
) -> TrunkTried:
    """Call a number over the line and hang up when it rings."""
    _, said = await services.trunks.test(administrator.customer_id, id, data.number)
    return TrunkTried(said=said, good=trunk_views.is_good(said))


HANDLERS = [list_trunks, add_trunk, order_trunks, put_trunk, remove_trunk, try_trunk]
