"""People, for administrators."""

from __future__ import annotations

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views

ONE = routes.PERSON.replace("{id}", "{id:str}")


@get(routes.PEOPLE)
async def list_people(administrator: Given[Principal], services: Given[Services]) -> list[views.PersonView]:
    """Everyone, closed ones included."""
    return services.administration.people(administrator)


@post(routes.PEOPLE)
async def add_person(
    data: JSONBody[bodies.PersonBody],
    administrator: Given[Principal],
    services: Given[Services],
) -> views.PersonCreated:
    """A new person with the first password; the activation code is shown this once."""
    return await services.administration.add_person(administrator, data)


@patch(ONE)
async def change_person(
    id: FromPath[str],
    data: JSONBody[bodies.PersonBody],
    administrator: Given[Principal],
    services: Given[Services],
) -> views.PersonView:
    """Change what the administrator owns."""
    return await services.administration.change_person(administrator, UserId(id), data)


@delete(ONE)
async def remove_person(id: FromPath[str], administrator: Given[Principal], services: Given[Services]) -> None:
    """Remove a person with all that is his."""
    await services.administration.remove_person(administrator, UserId(id))


@post(routes.PERSON_PASSWORD.replace("{id}", "{id:str}"))
async def reset_password(
    id: FromPath[str],
    administrator: Given[Principal],
    services: Given[Services],
) -> views.PersonCreated:
    """Back to the first password; ends the person's sessions."""
    return await services.administration.reset_password(administrator, UserId(id))


HANDLERS = [list_people, add_person, change_person, remove_person, reset_password]
