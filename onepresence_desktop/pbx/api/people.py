"""People, for administrators."""

from __future__ import annotations

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, JSONBody

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.pbx.api.words import Words
from onepresence_desktop.pbx.services.sign_in import Caller
from onepresence_desktop.wire import bodies, routes, views

ONE = routes.PERSON.replace("{id}", "{id:str}")


@get(routes.PEOPLE)
async def list_people(administrator: Given[Caller], words: Given[Words]) -> list[views.PersonView]:
    """Everyone, closed ones included."""
    return words.administration.people(administrator)


@post(routes.PEOPLE)
async def add_person(
    data: JSONBody[bodies.PersonBody],
    administrator: Given[Caller],
    words: Given[Words],
) -> views.PersonCreated:
    """A new person with the first password; the activation code is shown this once."""
    return await words.administration.add_person(administrator, data)


@patch(ONE)
async def change_person(
    id: FromPath[str],
    data: JSONBody[bodies.PersonBody],
    administrator: Given[Caller],
    words: Given[Words],
) -> views.PersonView:
    """Change what the administrator owns."""
    return await words.administration.change_person(administrator, UserId(id), data)


@delete(ONE)
async def remove_person(id: FromPath[str], administrator: Given[Caller], words: Given[Words]) -> None:
    """Remove a person with all that is his."""
    await words.administration.remove_person(administrator, UserId(id))


@post(routes.PERSON_PASSWORD.replace("{id}", "{id:str}"))
async def reset_password(
    id: FromPath[str],
    administrator: Given[Caller],
    words: Given[Words],
) -> views.PersonCreated:
    """Back to the first password; ends the person's sessions."""
    return await words.administration.reset_password(administrator, UserId(id))


HANDLERS = [list_people, add_person, change_person, remove_person, reset_password]
