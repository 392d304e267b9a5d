"""Calls of colleagues taken by the principal, and who may take whose calls."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pickup import PickupGroup, PickupGroupId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.pickup import PickupGroupBody, PickupGroupView
from onepresence_desktop.wire.versions import version_of


def _at(template: str) -> str:
    return template.replace("{id}", "{id:str}")


def _view(group: PickupGroup) -> PickupGroupView:
    return PickupGroupView(id=group.id, name=group.name, members=group.members, version=version_of(group))


@post(_at(routes.CALL_PICKUP), status_code=204)
async def pick_up_call(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """A call that rings at a colleague rings at the principal's phone instead."""
    await services.pickup.here(principal.customer_id, principal.user_id, CallId(id))


@post(_at(routes.PERSON_PICKUP), status_code=204)
async def pick_up_person(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """The same for whatever rings longest at a colleague."""
    await services.pickup.of(principal.customer_id, principal.user_id, UserId(id))


@get(routes.PICKUP_GROUPS)
async def list_pickup_groups(administrator: Given[Principal], services: Given[Services]) -> list[PickupGroupView]:
    """All of them, by name."""
    return [_view(group) for group in services.pickup.groups(administrator.customer_id)]


@post(routes.PICKUP_GROUPS)
async def add_pickup_group(
    data: JSONBody[PickupGroupBody], administrator: Given[Principal], services: Given[Services]
) -> PickupGroupView:
    """Make one."""
    return _view(await services.pickup.put_group(administrator.customer_id, data.name, data.members, administrator))


@put(_at(routes.PICKUP_GROUP))
async def change_pickup_group(
    id: FromPath[str],
    data: JSONBody[PickupGroupBody],
    administrator: Given[Principal],
    services: Given[Services],
) -> PickupGroupView:
    """Another name, other members."""
    whose, group_id = administrator.customer_id, PickupGroupId(id)
    put = services.pickup.put_group
    return _view(await put(whose, data.name, data.members, administrator, group_id, seen=data.version))


@delete(_at(routes.PICKUP_GROUP))
async def remove_pickup_group(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Its members are as others again."""
    await services.pickup.remove_group(administrator.customer_id, PickupGroupId(id), administrator)


HANDLERS = [
    pick_up_call, pick_up_person, list_pickup_groups, add_pickup_group,
    change_pickup_group, remove_pickup_group,
]  # fmt: skip
