"""Who changed what somebody is typing over: the stream and the lists don't tell, the log does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.wire.people import PersonView
from onepresence_desktop.wire.privacy import CHANGES, AuditView


def ask_who(actions: Actions, kind: str, subject: str, told: Callable[[Conflict], None]) -> None:
    """told: the refusal that saving now would meet, with name and time; not called where nobody can be named.

    kind: of `wire.privacy.CHANGES`. subject: what the log calls the thing, a number or a name.
    """

    def arrived(answer: list[AuditView] | OnePresenceError) -> None:
        entries = [] if isinstance(answer, OnePresenceError) else answer
        entry = next((one for one in entries if one.subject == subject and one.action in CHANGES[kind]), None)
        if entry is not None:
            told(Conflict(what="changed", by=entry.who, at=entry.at.isoformat()))

    actions.ask("who_changed", lambda client: client.audit(text=subject), arrived)


class OthersAtPerson:
    """What other administrators make of the person in `form`, and who it was where both stand beside one another."""

    def __init__(self, actions: Actions, form: PersonForm) -> None:
        self._actions, self._form = actions, form

    def follow(self, theirs: PersonView) -> None:
        """As the stream tells of it."""
        before = self._form.theirs
        self._form.follow(theirs)
        if self._form.theirs is theirs and before is not theirs and self._form.refusal is None:
            ask_who(self._actions, "person", theirs.local_number, partial(self._named, theirs))

    def _named(self, theirs: PersonView, refusal: Conflict) -> None:
        if self._form.theirs is theirs:
            self._form.refusal = refusal
            self._form.compare(again=True)
