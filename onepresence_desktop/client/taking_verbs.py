"""The verbs of codes: own name and greeting, the mailbox's PIN, calls of others, parked ones, those that wait."""

from __future__ import annotations

from onepresence_desktop.client.requests import Requests
from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.completion import CompletionId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.pickup import PickupGroupId
from onepresence_desktop.domain.spoken import SpokenKind
from onepresence_desktop.wire import bodies, routes, views
from onepresence_desktop.wire.completions import CompletionView
from onepresence_desktop.wire.parking import ParkedView
from onepresence_desktop.wire.pickup import PickupGroupBody, PickupGroupView

SPOKEN = {SpokenKind.GREETING: routes.MY_OWN_GREETING, SpokenKind.NAME: routes.MY_SPOKEN_NAME}


class TakingVerbs(Requests):
    """What can also be keyed at a phone."""

    async def own_sound(self, kind: SpokenKind) -> bytes:
        """WAV of the name or greeting that the caller recorded. Raises `NotFound`."""
        return (await self._send("GET", SPOKEN[kind])).content

    async def save_own_sound(self, kind: SpokenKind, wav: bytes) -> None:
        """Keep a WAV file, any rate and width, as name or greeting. Raises `Invalid` for `sound`, `TooLarge`."""
        await self._upload("PUT", SPOKEN[kind], wav, "audio/wav")

    async def remove_own_sound(self, kind: SpokenKind) -> None:
        """Back to the service's own voice."""
        await self._do("DELETE", SPOKEN[kind])

    async def record_own_sound(self, kind: SpokenKind) -> CallId:
        """Ring the caller's phone and record there. Raises `NoDevice`, `DeviceNotRegistered`."""
        accepted = await self._ask(views.CallAccepted, "POST", SPOKEN[kind] + routes.BY_PHONE)
        return accepted.call_id

    async def set_mailbox_pin(self, pin: str) -> None:
        """What opens the mailbox by phone. Raises `PasswordRefused`."""
        await self._do("PUT", routes.MY_MAILBOX_PIN, bodies.MailboxPinBody(pin=pin))

    async def remove_mailbox_pin(self) -> None:
        """Nobody listens by phone."""
        await self._do("DELETE", routes.MY_MAILBOX_PIN)

    async def pick_up(self, call_id: CallId) -> None:
        """A call that rings at a colleague rings here instead. Raises `NotFound`, `Forbidden`, `NoDevice`."""
        await self._do("POST", routes.path(routes.CALL_PICKUP, call_id))

    async def pick_up_at(self, user_id: UserId) -> None:
        """The same for whatever rings longest at a colleague."""
        await self._do("POST", routes.path(routes.PERSON_PICKUP, user_id))

    async def park(self, call_id: CallId) -> ParkedView:
        """Let the other side wait at a place that anyone can dial."""
        return await self._ask(ParkedView, "POST", routes.path(routes.CALL_PARK, call_id))

    async def fetch_parked(self, place: str) -> None:
        """The call at a place rings here. Raises `NotFound`, `NoDevice`."""
        await self._do("POST", routes.path(routes.PARKED_FETCH, place))

    async def complete(self, user_id: UserId, *, phones_only: bool = False) -> CompletionView:
        """Be connected with a colleague once both are free. Raises `NotFound`, `Conflict`."""
        body = bodies.CompletionBody(user_id=user_id, phones_only=phones_only)
        return await self._ask(CompletionView, "POST", routes.MY_COMPLETIONS, body)

    async def give_up(self, completion_id: CompletionId) -> None:
        """Wait for them no longer."""
        await self._do("DELETE", routes.path(routes.MY_COMPLETION, completion_id))

    async def pickup_groups(self) -> list[PickupGroupView]:
        """Who takes whose calls (administrators)."""
        return await self._ask(list[PickupGroupView], "GET", routes.PICKUP_GROUPS)

    async def add_pickup_group(self, body: PickupGroupBody) -> PickupGroupView:
        """Make one."""
        return await self._ask(PickupGroupView, "POST", routes.PICKUP_GROUPS, body)

    async def change_pickup_group(self, group_id: PickupGroupId, body: PickupGroupBody) -> PickupGroupView:
        """Another name, other members."""
        return await self._ask(PickupGroupView, "PUT", routes.path(routes.PICKUP_GROUP, group_id), body)

    async def remove_pickup_group(self, group_id: PickupGroupId) -> None:
        """Its members are as others again."""
        await self._do("DELETE", routes.path(routes.PICKUP_GROUP, group_id))
