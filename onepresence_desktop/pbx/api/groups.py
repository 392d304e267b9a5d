"""Hunt groups: members log in and out, administrators keep them."""

from __future__ import annotations

from litestar import delete, get, post, put
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import GroupId, UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.groups import GroupBody, GroupDetailView, GroupMemberBody


def _at(route: str) -> str:
    return route.replace("{id}", "{id:str}")


@get(routes.GROUPS)
async def list_groups(administrator: Given[Principal], services: Given[Services]) -> list[GroupDetailView]:
    """All of them by number, with all that is set of each."""
    return services.groups.listing(administrator.customer_id)


@post(routes.GROUPS)
async def add_group(
    data: JSONBody[GroupBody], administrator: Given[Principal], services: Given[Services]
) -> GroupDetailView:
    """A new one."""
    return await services.groups.make(administrator.customer_id, data, administrator)


@put(_at(routes.GROUP))
async def put_group(
    id: FromPath[str], data: JSONBody[GroupBody], administrator: Given[Principal], services: Given[Services]
) -> GroupDetailView:
    """Another in its place; who is logged out stays so."""
    return await services.groups.put(administrator.customer_id, GroupId(id), data, administrator)


@delete(_at(routes.GROUP))
async def remove_group(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Remove one; its members stay."""
    await services.groups.remove(administrator.customer_id, GroupId(id), administrator)


@post(_at(routes.GROUP_LOGIN), status_code=204)
async def log_in_to_group(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """The caller is rung by the group again."""
    await services.groups.log_oneself(principal, GroupId(id), out=False)


@post(_at(routes.GROUP_LOGOUT), status_code=204)
async def log_out_of_group(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
    """The group rings the caller no longer."""
    await services.groups.log_oneself(principal, GroupId(id), out=True)


@put(_at(routes.GROUP_MEMBER).replace("{member}", "{member:str}"), status_code=204)
async def log_member(
    id: FromPath[str],
    member: FromPath[str],
    data: JSONBody[GroupMemberBody],
    administrator: Given[Principal],
    services: Given[Services],
) -> None:
    """Log a member in or out in their place."""
    customer_id, out = administrator.customer_id, data.logged_out
    await services.groups.log_member(customer_id, GroupId(id), UserId(member), administrator, out=out)


HANDLERS = [list_groups, add_group, put_group, remove_group, log_member, log_in_to_group, log_out_of_group]
