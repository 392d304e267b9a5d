"""What the form says, as a value; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind, DiversionId, Reason
from onepresence_desktop.wire.bodies import DiversionRequest, PreviewRequest, QuickDiversionBody
from onepresence_desktop.wire.views import StandingView

USUAL: dict[Reason, timedelta | None] = {
    Reason.LUNCH: timedelta(minutes=30),
    Reason.BREAK: timedelta(minutes=5),
    Reason.MEETING: timedelta(hours=1),
    Reason.TRAVEL: timedelta(hours=2),
}
"""How long a reason usually lasts; others until further notice."""

NOTE_ROOM, RECEPTION_NOTE_ROOM = 60, 120
"""Characters of the texts for colleagues and for the reception."""


@dataclass(frozen=True, slots=True)
class Draft:
    """starts_at None: now. ends_at None: until further notice. wrong: a time that couldn't be read, or lies behind."""

    reason: Reason = Reason.LUNCH
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    destination: Destination = VOICEMAIL
    note: str = ""
    reception_note: str = ""
    wrong: bool = False

    @property
    def complete(self) -> bool:
        """Whether it can be sent."""
        missing = self.destination.kind is DestinationKind.NUMBER and not self.destination.number
        return not self.wrong and not missing

    def request(self) -> DiversionRequest:
        """As a wish to divert."""
        return DiversionRequest(
            reason=self.reason,
            starts_at=self.starts_at,
            until=self.ends_at,
            destination=self.destination,
            note=self.note,
            reception_note=self.reception_note,
        )

    def preview_request(self, replaces: DiversionId | None) -> PreviewRequest:
        """As a question where calls would go."""
        return PreviewRequest(
            reason=self.reason,
            starts_at=self.starts_at,
            until=self.ends_at,
            destination=self.destination,
            replaces=replaces,
        )

    def quick(self, name: str, icon: str, now: datetime) -> QuickDiversionBody:
        """As a quick diversion of the user's own: as many minutes as from start to end."""
        minutes = None
        if self.ends_at is not None:
            minutes = max(1, round((self.ends_at - (self.starts_at or now)).total_seconds() / 60))
        return QuickDiversionBody(
            name=name,
            icon=icon,
            reason=self.reason,
            destination=self.destination,
            minutes=minutes,
            note=self.note,
            reception_note=self.reception_note,
        )


def of_standing(standing: StandingView, now: datetime) -> Draft:
    """The form for changing one that runs or is to come."""
    return Draft(
        reason=standing.reason,
        starts_at=standing.starts_at if standing.starts_at > now else None,
        ends_at=standing.until,
        destination=standing.destination,
        note=standing.note,
        reception_note=standing.reception_note,
    )
