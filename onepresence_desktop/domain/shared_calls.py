"""Missed calls as shared work: a call to a group that nobody took stands in one list for its members (spec 7.5).

One item for each number and group while it isn't done; who calls anonymously has one for each call.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NewType

from onepresence_desktop.domain.errors import Conflict
from onepresence_desktop.domain.messages import MessageId
from onepresence_desktop.domain.people import CustomerId, GroupId, UserId
from onepresence_desktop.domain.words import Word

SharedCallId = NewType("SharedCallId", str)

LAPSE = timedelta(minutes=30)
"""How long one who took an item may leave it without calling; then it is open again."""

SHOWN = timedelta(hours=24)
"""How long what is done stays in the list."""

MOST_DEEDS = 200
"""Deeds of one item that are kept; of more, the first and the latest."""


class SharedState(Word):
    """Where an item stands. `taken`: somebody has it in hand, for others to see."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    UNKNOWN = "unknown"


class Deed(Word):
    """What was done with an item.

    `missed`: the number called (again) and nobody took it. `called`: who has it calls the number. `called_back` and
    `called_again`: one side got through to the other. `lapsed`: it fell open by itself.
    """

    MISSED = "missed"
    TAKEN = "taken"
    CALLED = "called"
    GIVEN_BACK = "given_back"
    LAPSED = "lapsed"
    CALLED_BACK = "called_back"
    CALLED_AGAIN = "called_again"
    DONE = "done"
    REOPENED = "reopened"
    NOTED = "noted"
    VOICEMAIL = "voicemail"
    UNKNOWN = "unknown"


_S = SharedState

TRANSITIONS: dict[tuple[SharedState, Deed], SharedState] = {
    (_S.OPEN, Deed.MISSED): _S.OPEN,
    (_S.TAKEN, Deed.MISSED): _S.TAKEN,
    (_S.OPEN, Deed.TAKEN): _S.TAKEN,
    (_S.OPEN, Deed.CALLED): _S.TAKEN,
    (_S.TAKEN, Deed.CALLED): _S.TAKEN,
    (_S.TAKEN, Deed.GIVEN_BACK): _S.OPEN,
    (_S.TAKEN, Deed.LAPSED): _S.OPEN,
    (_S.OPEN, Deed.CALLED_BACK): _S.DONE,
    (_S.TAKEN, Deed.CALLED_BACK): _S.DONE,
    (_S.OPEN, Deed.CALLED_AGAIN): _S.DONE,
    (_S.TAKEN, Deed.CALLED_AGAIN): _S.DONE,
    (_S.OPEN, Deed.DONE): _S.DONE,
    (_S.TAKEN, Deed.DONE): _S.DONE,
    (_S.DONE, Deed.REOPENED): _S.OPEN,
    **{(state, deed): state for state in (_S.OPEN, _S.TAKEN, _S.DONE) for deed in (Deed.NOTED, Deed.VOICEMAIL)},
}
"""What each deed makes of an item; what isn't here can't be done to it."""


@dataclass(frozen=True, slots=True)
class DeedEntry:
    """One line of an item's story: when, what, and by whom; None: by nobody of the company."""

    at: datetime
    deed: Deed
    by: UserId | None = None


@dataclass(frozen=True, slots=True)
class SharedCall:
    """One item. number: local or E.164, "" when withheld; name: as the line told it, or a colleague's.

    tries: calls that nobody took. taken_by, taken_at: who has it, since when they last took it or called; None when it
    is open. memo: seen by the group. message_id, mailbox: the last voicemail left, and in whose mailbox it lies.
    """

    id: SharedCallId
    customer_id: CustomerId
    group_id: GroupId
    number: str
    name: str
    first_at: datetime
    last_at: datetime
    state: SharedState = SharedState.OPEN
    tries: int = 1
    taken_by: UserId | None = None
    taken_at: datetime | None = None
    done_at: datetime | None = None
    memo: str = ""
    message_id: MessageId | None = None
    mailbox: UserId | None = None
    deeds: tuple[DeedEntry, ...] = ()


def begun(
    item_id: SharedCallId, customer_id: CustomerId, group_id: GroupId, number: str, name: str, now: datetime
) -> SharedCall:
    """The item of a call that nobody took."""
    story = (DeedEntry(now, Deed.MISSED),)
    return SharedCall(item_id, customer_id, group_id, number, name, first_at=now, last_at=now, deeds=story)


def after(item: SharedCall, deed: Deed, now: datetime, by: UserId | None = None) -> SharedCall:
    """The item after a deed. Raises `Conflict`: `taken` when somebody else has it, `shared_call` where it can't be."""
    if deed in (Deed.TAKEN, Deed.GIVEN_BACK) and item.state is _S.TAKEN and item.taken_by != by:
        raise Conflict(what="taken")
    if deed is Deed.TAKEN and item.state is _S.TAKEN:
        return item
    following = TRANSITIONS.get((item.state, deed))
    if following is None:
        raise Conflict(what="shared_call")
    entries = (*item.deeds, DeedEntry(now, deed, by))
    if len(entries) > MOST_DEEDS:
        entries = (entries[0], *entries[2:])
    item = replace(item, state=following, deeds=entries)
    match deed:
        case Deed.MISSED:
            return replace(item, tries=item.tries + 1, last_at=now)
        case Deed.TAKEN | Deed.CALLED:
            return replace(item, taken_by=by, taken_at=now)
        case Deed.NOTED | Deed.VOICEMAIL:
            return item
        case _:
            done = now if following is _S.DONE else None
            return replace(item, taken_by=None, taken_at=None, done_at=done)


def lapses_at(item: SharedCall) -> datetime | None:
    """When it falls open by itself, None when nobody has it."""
    return item.taken_at + LAPSE if item.state is _S.TAKEN and item.taken_at is not None else None


def over(item: SharedCall, now: datetime) -> bool:
    """Whether it is done for so long that the list no longer shows it."""
    return item.done_at is not None and now - item.done_at >= SHOWN
