"""Who is free, kept as states change: among a hundred thousand people nobody is counted anew for one of them."""

from __future__ import annotations

from collections.abc import Iterable

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence


class FreeNow:
    """The people of a mirror who are available; `changed` after some are in another state, `forget` after a reset."""

    def __init__(self) -> None:
        self._users: set[UserId] | None = None

    def users(self, mirror: Mirror) -> set[UserId]:
        """All of them. Not to be changed."""
        if self._users is None:
            self._users = {user for user in mirror.presence if _free(mirror, user)}
        return self._users

    def changed(self, user_ids: Iterable[UserId], mirror: Mirror) -> None:
        """These people have come, gone, or are in another state."""
        if self._users is None:
            return
        for user in user_ids:
            if _free(mirror, user):
                self._users.add(user)
            else:
                self._users.discard(user)

    def forget(self) -> None:
        """Everything may be another: find out when next asked."""
        self._users = None


def _free(mirror: Mirror, user: UserId) -> bool:
    seen = mirror.presence.get(user)
    return seen is not None and seen.presence is Presence.AVAILABLE and user in mirror.people
