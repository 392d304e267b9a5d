"""What the form says, as a value; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import UNSET

from onepresence_desktop.domain.diversion import VOICEMAIL, Destination, DestinationKind, DiversionId, Reason
from onepresence_desktop.domain.passing import Passing
from onepresence_desktop.wire.bodies import DiversionRequest, PreviewRequest, QuickDiversionBody
from onepresence_desktop.wire.views import StandingView

USUAL: dict[Reason, timedelta | None] = {
    Reason.LUNCH: timedelta(minutes=30),
    Reason.BREAK: timedelta(minutes=5),
    Reason.MEETING: timedelta(hours=1),
    Reason.TRAVEL: timedelta(hours=2),
    Reason.VISIT: timedelta(hours=2),
}
"""How long a reason usually lasts; others until further notice."""

NOTE_ROOM, RECEPTION_NOTE_ROOM = 60, 120
"""Characters of the texts for colleagues and for the reception."""


class Wrong(StrEnum):
    """What keeps a draft from being sent."""

    START_UNREADABLE = "start_unreadable"
    END_UNREADABLE = "end_unreadable"
    END_MISSING = "end_missing"
    END_PAST = "end_past"
    END_BEFORE_START = "end_before_start"
    TARGET_MISSING = "target_missing"
    NO_SUCH_COLLEAGUE = "no_such_colleague"
    NO_SUCH_GROUP = "no_such_group"
    NO_NUMBER = "no_number"
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"


@dataclass(frozen=True, slots=True)
class Draft:
    """starts_at None: now. ends_at None: until further notice.

    span: it ends so long after it begins, whenever that is (`ends_at` is then how it looks now). wrong: why it can't be
    sent. destination_internal: where colleagues go instead. exceptions: who gets through; None: whom the user usually
    lets through.
    """

    reason: Reason = Reason.LUNCH
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    destination: Destination = VOICEMAIL
    note: str = ""
    reception_note: str = ""
    wrong: Wrong | None = None
    span: timedelta | None = None
    destination_internal: Destination | None = None
    exceptions: tuple[Passing, ...] | None = None

    @property
    def complete(self) -> bool:
        """Whether it can be sent."""
        where = (self.destination, self.destination_internal or VOICEMAIL)
        missing = any(each.kind is DestinationKind.NUMBER and not each.number for each in where)
        return self.wrong is None and not missing

    def request(self, preset: str | None = None) -> DiversionRequest:
        """As a wish to divert. preset: the quick diversion it is made by, whose name it bears."""
        lasts = self.span if self.span is not None and self.starts_at is None else UNSET
        return DiversionRequest(
            preset=preset,
            reason=self.reason,
            starts_at=self.starts_at,
            duration=lasts,
            until=self.ends_at if lasts is UNSET else UNSET,
            destination=self.destination,
            note=self.note,
            reception_note=self.reception_note,
            destination_internal=self.destination_internal,
            exceptions=_list(self.exceptions),
        )

    def preview_request(self, replaces: DiversionId | None) -> PreviewRequest:
        """As a question where calls would go."""
        return PreviewRequest(
            reason=self.reason,
            starts_at=self.starts_at,
            until=self.ends_at,
            destination=self.destination,
            destination_internal=self.destination_internal,
            exceptions=_list(self.exceptions),
            replaces=replaces,
        )

    def quick(self, name: str, icon: str, now: datetime) -> QuickDiversionBody:
        """As a quick diversion of the user's own: as many minutes as from start to end."""
        minutes = None
        if self.ends_at is not None:
            span = self.span or self.ends_at - (self.starts_at or now)
            minutes = max(1, round(span.total_seconds() / 60))
        return QuickDiversionBody(
            name=name,
            icon=icon,
            reason=self.reason,
            destination=self.destination,
            minutes=minutes,
            note=self.note,
            reception_note=self.reception_note,
            destination_internal=self.destination_internal,
            exceptions=_list(self.exceptions),
        )


def _list(exceptions: tuple[Passing, ...] | None) -> list[Passing] | None:
    return list(exceptions) if exceptions is not None else None


def again(standing: StandingView, *, named: bool) -> DiversionRequest:
    """As a wish to have one back that was ended, as it was. named: what it was made by is still there."""
    return DiversionRequest(
        preset=standing.preset if named else None,
        reason=standing.reason,
        starts_at=standing.starts_at,
        until=standing.until,
        destination=standing.destination,
        note=standing.note,
        reception_note=standing.reception_note,
        destination_internal=standing.destination_internal,
        exceptions=standing.exceptions,
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
        destination_internal=standing.destination_internal,
        exceptions=tuple(standing.exceptions) if standing.exceptions is not None else None,
    )
