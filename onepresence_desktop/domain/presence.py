"""What colleagues see of one another (spec 2.1 to 2.1b; words after RFC 4480 where they exist)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onepresence_desktop.domain.words import Word


class DeviceState(Word):
    """The state of one phone."""

    IDLE = "idle"
    RINGING = "ringing"
    ON_CALL = "on_call"
    ON_HOLD = "on_hold"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


class Presence(Word):
    """The composed state of a person."""

    RINGING = "ringing"
    BUSY = "busy"
    DO_NOT_DISTURB = "do_not_disturb"
    DIVERTED = "diverted"
    MEETING = "meeting"
    OFF_WORK = "off_work"
    OFFLINE = "offline"
    AVAILABLE = "available"
    UNKNOWN = "unknown"


ORDER: tuple[Presence, ...] = tuple(Presence)
"""Highest first (spec 2.1b): of several that apply, the first one is shown."""


def compose(
    devices: Iterable[DeviceState],
    *,
    do_not_disturb: bool = False,
    diverted: bool = False,
    meeting: bool = False,
    off_work: bool = False,
) -> Presence:
    """Compose one presence from all that is known; unknown when nothing is confirmed, never a guessed free."""
    return _composed(frozenset(devices), do_not_disturb, diverted, meeting, off_work)


@cache
def _composed(
    states: frozenset[DeviceState], do_not_disturb: bool, diverted: bool, meeting: bool, off_work: bool
) -> Presence:
    """There are few combinations, and each call asks for five."""
    known = states - {DeviceState.UNKNOWN}
    applies: dict[Presence, bool] = {
        Presence.RINGING: DeviceState.RINGING in states,
        Presence.BUSY: bool(states & {DeviceState.ON_CALL, DeviceState.ON_HOLD}),
        Presence.DO_NOT_DISTURB: do_not_disturb,
        Presence.DIVERTED: diverted,
        Presence.MEETING: meeting,
        Presence.OFF_WORK: off_work,
        Presence.OFFLINE: known == {DeviceState.OFFLINE},
        Presence.AVAILABLE: DeviceState.IDLE in states,
        Presence.UNKNOWN: True,
    }
    return next(presence for presence in ORDER if applies[presence])
