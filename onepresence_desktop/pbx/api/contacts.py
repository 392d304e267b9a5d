"""Contacts: the principal's own under /v1/me/contacts, and the company's under /v1/contacts."""

from __future__ import annotations

from typing import Any

from litestar import delete, get, patch, post
from litestar.di import NamedDependency as Given
from litestar.params import FromPath, FromQuery, JSONBody

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.pbx.api.services import Services
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire import bodies, routes
from onepresence_desktop.wire.contacts import ContactChanges, ContactView


def owner_of(path: str, principal: Principal) -> UserId | None:
    """Whose contacts a path speaks of: the principal's, or the company's."""
    return principal.user_id if path.startswith(routes.ME) else None


def _handlers(base: str, word: str) -> list[Any]:
    one = f"{base}/{{id:str}}"

    @get(base, operation_id=f"List{word}Contacts")
    async def list_contacts(
        principal: Given[Principal], services: Given[Services], q: FromQuery[str] = ""
    ) -> list[ContactView]:
        """By name; with `q` those that a search finds, 200 at most."""
        return await services.contacts.listing(principal, owner_of(base, principal), q[:100])

    @post(base, operation_id=f"Add{word}Contact")
    async def add_contact(
        data: JSONBody[bodies.ContactBody], principal: Given[Principal], services: Given[Services]
    ) -> ContactView:
        """Make one."""
        return await services.contacts.add(principal, owner_of(base, principal), data)

    @patch(one, operation_id=f"Change{word}Contact")
    async def change_contact(
        id: FromPath[str], data: JSONBody[bodies.ContactBody], principal: Given[Principal], services: Given[Services]
    ) -> ContactView:
        """Change one, or its star."""
        return await services.contacts.change(principal, owner_of(base, principal), ContactId(id), data)

    @delete(one, operation_id=f"Remove{word}Contact")
    async def remove_contact(id: FromPath[str], principal: Given[Principal], services: Given[Services]) -> None:
        """Delete one."""
        await services.contacts.remove(principal, owner_of(base, principal), ContactId(id))

    @get(f"{base}/changes", operation_id=f"Changed{word}Contacts")
    async def changes(
        principal: Given[Principal], services: Given[Services], since: FromQuery[int] = 0
    ) -> ContactChanges:
        """What changed after a version, 500 at most; everything, from its beginning, for one that isn't known."""
        return await services.contacts.changes(principal, owner_of(base, principal), since)

    return [list_contacts, changes, add_contact, change_contact, remove_contact]


HANDLERS = [*_handlers(routes.MY_CONTACTS, "My"), *_handlers(routes.CONTACTS, "Shared")]
