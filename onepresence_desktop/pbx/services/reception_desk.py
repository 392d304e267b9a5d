"""What is live at a company's reception."""

from __future__ import annotations

from dataclasses import dataclass, field

from onepresence_desktop.domain.calls import CallId
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.reception import Day, HandedOn, QueuedCall, Times


@dataclass(slots=True)
class ReceptionDesk:
    """queue: what those see who attend (`attendants`); told: who of them was told of which call.

    handed: calls that were handed on, and whom they come back to; taking: who has said that they answer one. day: None
    before the first call. paused: who has logged out for a moment only. times: after which calls come back.
    """

    queue: dict[CallId, QueuedCall] = field(default_factory=dict)
    told: dict[CallId, frozenset[UserId]] = field(default_factory=dict)
    attendants: frozenset[UserId] = frozenset()
    handed: dict[CallId, HandedOn] = field(default_factory=dict)
    taking: dict[CallId, UserId] = field(default_factory=dict)
    day: Day | None = None
    paused: set[UserId] = field(default_factory=set)
    times: Times = field(default_factory=Times)
