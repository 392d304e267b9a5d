"""What of a colleague's menu is done already, and what can be done now (spec 2.5, 4.8, 4.10)."""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop.colleagues.rows import NO_WISH, Wish
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.completions import COMPLETIONS, CompletionView

IN_USE = {Presence.RINGING, Presence.BUSY}


@dataclass(frozen=True, slots=True)
class Standing:
    """starred: a favourite. watched: the user is told of them when free; can_watch: there is something to wait for.

    rings: a call rings at their phone that can be asked for (the service says whether one may). can_wait: they are on
    the phone, so that a call can be made later; waiting: one will be.
    """

    starred: bool = False
    watched: bool = False
    can_watch: bool = False
    rings: bool = False
    can_wait: bool = False
    waiting: CompletionView | None = None


def can_be_taken(mirror: Mirror, user: UserId) -> bool:
    """Whether somebody else's call rings at a colleague."""
    return _presence(mirror, user) is Presence.RINGING and _other(mirror, user)


def can_be_waited_for(mirror: Mirror, user: UserId) -> bool:
    """Whether a colleague is on the phone, and not with the user."""
    return _presence(mirror, user) in IN_USE and _other(mirror, user)


def waiting_for(mirror: Mirror, user: UserId) -> CompletionView | None:
    """The call that is made when both are free."""
    return next((one for one in mirror[COMPLETIONS].values() if one.user_id == user), None)


def wish_for(mirror: Mirror, user: UserId) -> Wish:
    """As their row shows it."""
    waits = bool(mirror[COMPLETIONS]) and waiting_for(mirror, user) is not None
    rings = waits and any(call.user_id == user for call in mirror.calls.values())
    possible = can_be_waited_for(mirror, user)
    return Wish(possible, waits, rings) if possible or waits else NO_WISH


def _presence(mirror: Mirror, user: UserId) -> Presence | None:
    seen = mirror.presence.get(user)
    return seen.presence if seen is not None and mirror.live else None


def _other(mirror: Mirror, user: UserId) -> bool:
    """A colleague whom the user doesn't talk to or ring now."""
    me = mirror.me
    return me is not None and me.id != user and all(call.user_id != user for call in mirror.calls.values())
