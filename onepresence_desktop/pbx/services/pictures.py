"""Pictures of people: their own to set, the administrator's to remove, everybody's to see in the company (spec 9.1)."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from onepresence_desktop.domain.errors import NotFound, NotSignedIn
from onepresence_desktop.domain.people import CustomerId, User, UserId
from onepresence_desktop.domain.pictures import PictureKind, examined
from onepresence_desktop.pbx.ports import Store
from onepresence_desktop.pbx.services.live_state import LiveState
from onepresence_desktop.pbx.services.people import Actor, PeopleService
from onepresence_desktop.pbx.services.people_edits import Change
from onepresence_desktop.pbx.services.sign_in import Principal

DIGEST = 16
"""Letters of a picture's name: enough that a new one is never taken for the one before."""


class PictureService:
    """Bytes and the user's field change as one."""

    def __init__(self, store: Store, live: LiveState, people: PeopleService) -> None:
        self._store = store
        self._live = live
        self._people = people

    async def of(self, principal: Principal, user_id: UserId) -> tuple[PictureKind, bytes]:
        """A colleague's. Raises `NotFound`."""
        self._live.company(principal.customer_id).user(user_id)
        async with self._store.reading() as unit:
            found = await unit.pictures.of(user_id)
        if found is None:
            raise NotFound(what="picture")
        return found

    async def put(self, principal: Principal, data: bytes) -> None:
        """Set one's own. Raises `Invalid`."""
        kind = examined(data)
        async with self._people.changing_one(principal.customer_id, principal.user_id) as (company, change):
            user = company.user(principal.user_id)
            if user.closed:  # while the request waited
                raise NotSignedIn
            await change.put_user(replace(user, picture=hashlib.sha256(data).hexdigest()[:DIGEST]))
            await change.unit.pictures.put(user.id, kind, data)

    async def remove_own(self, principal: Principal) -> None:
        """Raises `NotFound` where there is none."""
        async with self._people.changing_one(principal.customer_id, principal.user_id) as (company, change):
            await _remove(change, company.user(principal.user_id))

    async def remove(self, customer_id: CustomerId, user_id: UserId, actor: Actor) -> None:
        """Anybody's of the company. Raises `Forbidden`, `NotFound`."""
        async with self._people.changing_one(customer_id, actor) as (company, change):
            user = company.user(user_id)
            await _remove(change, user)
            await self._people.audit(change.unit, user.customer_id, actor, "picture_removed", user.local_number)


async def _remove(change: Change, user: User) -> None:
    if not await change.unit.pictures.remove(user.id):
        raise NotFound(what="picture")
    await change.put_user(replace(user, picture=""))
