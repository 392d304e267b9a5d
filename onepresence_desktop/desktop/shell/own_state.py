"""What the left column shows of the user, worked out from the mirror; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.domain.diversion import PRESETS, Preset, QuickDiversion, Reason
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.views import StandingView


@dataclass(frozen=True, slots=True)
class OwnState:
    """The user's card. starts_at and ends_at belong to the diversion that counts (reason None: none counts)."""

    user_id: str = ""
    name: str = ""
    presence: Presence = Presence.UNKNOWN
    connected: bool = False
    connecting: bool = False
    reason: Reason | None = None
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
        if self.starts_at is None or self.ends_at is None:
            return 1.0
        whole = (self.ends_at - self.starts_at).total_seconds()
        return min(1.0, max(0.0, (self.ends_at - now).total_seconds() / whole)) if whole > 0 else 0.0


@dataclass(frozen=True, slots=True)
class QuickItem:
    """A quick diversion. standard: its preset; else `own` with the user's words."""

    key: str
    reason: Reason
    standard: Preset | None = None
    own: QuickDiversion | None = None
    running: bool = False


def own_state(mirror: Mirror, *, connected: bool, connecting: bool) -> OwnState:
    """The card's state."""
    me = mirror.me
    if me is None:
        return OwnState(connected=connected, connecting=connecting)
    seen = mirror.presence.get(me.id)
    counts = counting(mirror)
    return OwnState(
        user_id=me.id,
        name=me.name,
        presence=seen.presence if seen is not None else Presence.UNKNOWN,
        connected=connected,
        connecting=connecting,
        reason=counts.reason if counts is not None else None,
        starts_at=counts.starts_at if counts is not None else None,
        ends_at=counts.until if counts is not None else None,
    )


def counting(mirror: Mirror) -> StandingView | None:
    """The user's own diversion that counts now."""
    diversions = mirror.diversions
    if diversions is None or diversions.counts is None:
        return None
    return next((d for d in diversions.current if d.id == diversions.counts), None)


def quick_items(mirror: Mirror) -> list[QuickItem]:
    """The standard quick diversions, then the user's own."""
    counts = counting(mirror)
    running = counts.preset if counts is not None else None
    items = [
        QuickItem(preset.value, rule.reason, standard=preset, running=running == preset.value)
        for preset, rule in PRESETS.items()
    ]
    own = mirror.me.quick if mirror.me is not None else []
    return items + [QuickItem(q.id, q.reason, own=q, running=running == q.id) for q in own]


def unread(mirror: Mirror) -> int:
    """How many messages wait."""
    return sum(1 for message in mirror.messages.values() if not message.read)
