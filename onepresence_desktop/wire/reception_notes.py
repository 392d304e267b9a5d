"""What receptionists are told of a colleague's absence (spec 3.2)."""

from __future__ import annotations

from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.people import PEOPLE
from onepresence_desktop.wire.slices import Audience, Keyed, View


class ReceptionNote(View, frozen=True, kw_only=True):
    """A diversion's text for receptionists; "" when there is none any more."""

    user_id: UserId
    note: str


RECEPTION_NOTES: Keyed[UserId, ReceptionNote] = Keyed(
    "reception_notes",
    "reception_note",
    ReceptionNote,
    Audience.RECEPTIONISTS,
    key_field="user_id",
    over=lambda note: not note.note,
    follows=PEOPLE,
)
