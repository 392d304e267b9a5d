"""People, for administrators."""

from __future__ import annotations

from typing import Any

from litestar import Request, delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery, JSONBody

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes, views
from onepresence_desktop.wire.commands import MOST_TEXT
from onepresence_desktop.wire.people_import import PeopleImportReport

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


@post(routes.PEOPLE_IMPORT, status_code=200, request_max_body_size=MOST_TEXT)
async def import_people(
    request: Request[Any, Any, Any],
    administrator: Given[Principal],
    services: Given[Services],
    dry_run: FromQuery[bool] = False,
    version: FromQuery[str | None] = None,
) -> PeopleImportReport:
    """Add and change people by a sheet (text/csv): all of it, or nothing when a line is refused.

    With `dry_run` nothing is written; version: of the report of a dry run, so that only what it told is written.
    """
    if request.content_type[0] != "text/csv":
        raise Invalid(field="content_type", problem="unknown")
    data = await request.body()
    return await services.people_import.of_one(administrator, data, dry_run=dry_run, version=version)


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


HANDLERS = [list_people, add_person, import_people, change_person, remove_person, reset_password]
