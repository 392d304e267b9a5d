"""What a user may change of their own (spec 9.1); the rest is the administrator's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from msgspec import UnsetType

from onepresence_desktop.domain.errors import NotFound, NotSignedIn
from onepresence_desktop.domain.people import DeviceId, User, WorkingHours, working_hours
from onepresence_desktop.pbx.services.people import PeopleService
from onepresence_desktop.pbx.services.settings import Settings
from onepresence_desktop.pbx.services.sign_in import Principal
from onepresence_desktop.wire.bodies import DayBody, MePatch, RingPatch
from onepresence_desktop.wire.views import MeView


class Profile:
    """The use cases of one's own page."""

    def __init__(self, people: PeopleService, settings: Settings) -> None:
        self._people = people
        self._settings = settings

    async def change(self, principal: Principal, body: MePatch) -> MeView:
        """Change mobile, language and working hours. Raises `Invalid` naming what is wrong."""
        hours = hours_of(body.hours) if isinstance(body.hours, list) else None

        def changed(user: User) -> User:
            if user.closed:  # while the request waited
                raise NotSignedIn
            return replace(
                user,
                mobile=user.mobile if isinstance(body.mobile, UnsetType) else body.mobile,
                language=body.language if isinstance(body.language, str) else user.language,
                hours=hours if hours is not None else user.hours,
            )

        await self._people.change_user(principal.customer_id, principal.user_id, changed, principal.user_id)
        return await self._settings.me(principal.customer_id, principal.user_id)

    async def change_device(self, principal: Principal, device_id: DeviceId, body: RingPatch) -> MeView:
        """Change when one of one's own phones rings; counts for the next call. Raises `NotFound`."""
        customer_id, user_id = principal.customer_id, principal.user_id
        async with self._people.changing_one(customer_id, user_id) as (company, change):
            if company.user(user_id).closed:  # while the request waited
                raise NotSignedIn
            device = company.device(device_id)
            if device.user_id != user_id:
                raise NotFound(what="device")
            changed = replace(
                device,
                ring_after=body.ring_after if isinstance(body.ring_after, int) else device.ring_after,
                ring_in_hours=body.ring_in_hours if isinstance(body.ring_in_hours, bool) else device.ring_in_hours,
            )
            await change.put_device(changed)
        return await self._settings.me(customer_id, user_id)


def hours_of(days: Sequence[DayBody]) -> WorkingHours:
    """A week as a client sends it, Monday first. Raises `Invalid`."""
    clock = time.fromisoformat
    return working_hours([[(clock(o.start), clock(o.end)) for o in day] for day in days])
