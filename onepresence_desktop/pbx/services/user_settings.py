"""What a user keeps for themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from onepresence_desktop.domain.diversion import QuickDiversion, SavedDestination
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.domain.spoken import Spoken, SpokenKind
from onepresence_desktop.pbx.ports import UnitOfWork
from onepresence_desktop.wire import codec

FAVOURITES = "favourites"
"""Key of the preference that holds a JSON list of user ids."""
FAVOURITE_CONTACTS = "favourite_contacts"
"""The same of contact ids."""


@dataclass(frozen=True, slots=True)
class UserSettings:
    """What a user keeps for themselves and only they see. mailbox_pin: there is one."""

    favourites: tuple[UserId, ...] = ()
    favourite_contacts: tuple[ContactId, ...] = ()
    quick: tuple[QuickDiversion, ...] = ()
    destinations: tuple[SavedDestination, ...] = ()
    spoken: Mapping[SpokenKind, Spoken] = field(default_factory=dict)
    mailbox_pin: bool = False


async def read_settings(unit: UnitOfWork, wanted: Collection[UserId]) -> dict[UserId, UserSettings]:
    """Several users' own things, as the unit sees them."""
    favourites = await unit.preferences.of_each(wanted, FAVOURITES)
    stars = await unit.preferences.of_each(wanted, FAVOURITE_CONTACTS)
    quick = await unit.diversions.quick_of_each(wanted)
    destinations = await unit.diversions.destinations_of_each(wanted)
    spoken = await unit.spoken.of_each(wanted)
    pins = await unit.spoken.with_pin(wanted)
    return {
        user_id: UserSettings(
            tuple(codec.decode(favourites[user_id], list[UserId])) if favourites.get(user_id) else (),
            tuple(codec.decode(stars[user_id], list[ContactId])) if user_id in stars else (),
            tuple(quick.get(user_id, ())),
            tuple(destinations.get(user_id, ())),
            spoken.get(user_id, {}),
            user_id in pins,
        )
        for user_id in wanted
    }
