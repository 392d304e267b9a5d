"""What left column, tray and palette show of the user, worked out from the mirror; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.client import readings
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.presence import Presence


@dataclass(frozen=True, slots=True)
class OwnState:
    """The user's card. starts_at and ends_at belong to the diversion that counts (reason None: none counts)."""

    user_id: str = ""
    name: str = ""
    presence: Presence = Presence.UNKNOWN
    connected: bool = False
    connecting: bool = False
    reason: Reason | None = None
    title: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def diverted(self) -> bool:
        """Whether a diversion other than do-not-disturb counts."""
        return self.reason is not None and self.reason is not Reason.DO_NOT_DISTURB

    @property
    def closed_door(self) -> bool:
        """Whether do-not-disturb counts."""
        return self.reason is Reason.DO_NOT_DISTURB

    def fraction_left(self, now: datetime) -> float:
        """How much of the diversion is still to come, 0 to 1; 1 without an end."""
        return readings.fraction_left(self.starts_at, self.ends_at, now)


def own_state(mirror: Mirror, *, connected: bool, connecting: bool) -> OwnState:
    """The card's state."""
    me = mirror.me
    if me is None:
        return OwnState(connected=connected, connecting=connecting)
    counts = readings.effective(mirror)
    return OwnState(
        user_id=me.id,
        name=me.name,
        presence=readings.own_presence(mirror),
        connected=connected,
        connecting=connecting,
        reason=counts.reason if counts is not None else None,
        title=counts.title if counts is not None else "",
        starts_at=counts.starts_at if counts is not None else None,
        ends_at=counts.until if counts is not None else None,
    )
