"""Whom people report to: what may be set, and who follows whoever goes (spec 9.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onepresence_desktop.domain.errors import Invalid
from onepresence_desktop.domain.managers import above
from onepresence_desktop.domain.people import User, UserId
from onepresence_desktop.pbx.services.people_edits import Change


def checked(users: Mapping[UserId, User], user: User) -> UserId | None:
    """The manager of `user`, who may be new. Raises `Invalid`: unknown_number, or own_manager (by whatever way)."""
    manager = user.manager
    if manager is None:
        return None
    if manager == user.id or user.id in above(manager, lambda one: _manager(users.get(one))):
        raise Invalid(field="manager", problem="own_manager")
    if manager not in users:
        raise Invalid(field="manager", problem="unknown_number")
    return manager


async def pass_on(change: Change, gone: User, users: Mapping[UserId, User]) -> None:
    """Those who reported to somebody who is removed report to that one's manager from now on."""
    for user in [user for user in users.values() if user.manager == gone.id]:
        await change.put_user(replace(user, manager=gone.manager))


def _manager(user: User | None) -> UserId | None:
    return user.manager if user is not None else None
