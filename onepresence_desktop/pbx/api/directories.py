"""The company's directories: everybody finds people in them, administrators see how they are doing."""

from __future__ import annotations

from litestar import get, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery

from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import routes
from onepresence_desktop.wire.directories import DirectoryPersonView, DirectoryView


@get(routes.DIRECTORY)
async def search_directory(
    principal: Given[Principal], services: Given[Services], q: FromQuery[str] = ""
) -> list[DirectoryPersonView]:
    """Who is found in the company's directories by a name, company, address or number; 50 at most."""
    return await services.directories.search(principal, q[:100])


@get(routes.DIRECTORIES)
async def list_directories(administrator: Given[Principal], services: Given[Services]) -> list[DirectoryView]:
    """The company's directories and how they are doing."""
    return services.directories.listing(administrator.customer_id)


@post(routes.DIRECTORY_READING.replace("{id}", "{id:str}"), status_code=200)
async def read_directory(
    id: FromPath[str], administrator: Given[Principal], services: Given[Services]
) -> DirectoryView:
    """Read a directory now, instead of within ten minutes."""
    return await services.directories.read_now(administrator.customer_id, id)


HANDLERS = [search_directory, list_directories, read_directory]
