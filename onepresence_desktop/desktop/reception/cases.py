"""What stands in the reception's left pane: own calls, who waits, who has been taken, who is parked. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from onepresence_desktop.client import readings
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallId, CallState
from onepresence_desktop.domain.parking import PLACES
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.domain.reception import QueueState
from onepresence_desktop.wire.calls import CallView
from onepresence_desktop.wire.parking import PARKED
from onepresence_desktop.wire.reception import QUEUE, QueuedCallView

LONG = 60
"""Seconds of waiting after which the time turns red."""


class Kind(Enum):
    """Where a case stands in the pane, and how it looks. HELD is an own call that waits for its owner."""

    ACTIVE = "active"
    HELD = "held"
    RINGS = "rings"
    WAITING = "waiting"
    BACK = "back"
    TAKEN = "taken"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Case:
    """One call as its card shows it. since: what the time counts from. more: a third line, "" for none.

    number: of whom it is with. place: where it is parked, "" elsewhere. ready: it may be answered next, as no colleague
    answers it, and the caller is in no menu any more.
    """

    id: CallId
    kind: Kind
    title: str
    line: str
    more: str
    since: datetime
    number: str = ""
    place: str = ""
    ready: bool = True


@dataclass(frozen=True, slots=True)
class Pane:
    """The cases by group, in the order shown: who has waited longest stands first and stays there."""

    active: tuple[Case, ...]
    waiting: tuple[Case, ...]
    taken: tuple[Case, ...]
    parked: tuple[Case, ...]


OWN = (CallState.CALLING, CallState.RINGING, CallState.CONNECTED, CallState.HELD)


def pane(session: Session) -> Pane:
    """All cases as the mirror has them."""
    mirror = session.mirror
    queue = mirror[QUEUE]
    own = [call for call in readings.own_calls(mirror) if call.state in OWN]
    own = [call for call in own if call.outgoing or call.state is not CallState.RINGING or call.id not in queue]
    own.sort(key=lambda call: (call.state is not CallState.CONNECTED, call.started_at))
    mine = {call.id for call in own}
    parked = sorted((one for one in mirror[PARKED].values() if one.call_id not in mine), key=lambda one: one.since)
    rest = sorted((one for one in queue.values() if one.id not in mine), key=lambda one: one.since)
    here = {call.id for call in mirror.calls.values() if call.state is CallState.RINGING and not call.outgoing}
    return Pane(
        tuple(_own(session, call, queue.get(call.id)) for call in own),
        tuple(_waiting(session, one) for one in rest if _waits(one, here)),
        tuple(_taken(session, one) for one in rest if not _waits(one, here)),
        tuple(
            Case(
                one.call_id,
                Kind.PARKED,
                _who(session, one.number, one.name),
                translate("Reception", "Place {place} · by {name}").format(place=one.id, name=_name(mirror, one.by)),
                "",
                one.since,
                one.number,
                one.id,
            )
            for one in parked
        ),
    )


def _waits(one: QueuedCallView, here: set[CallId]) -> bool:
    """Whether one may answer it; of those handed on, the one that rings `here`: another receptionist gave it."""
    return one.state in (QueueState.WAITING, QueueState.MENU) or (one.state is QueueState.HANDED_ON and one.id in here)


def proposals(mirror: Mirror, call_id: CallId | None) -> list[UserId]:
    """Who may be meant: the colleague called, whom the caller last spoke with, and who of theirs is free (11.6)."""
    one = mirror[QUEUE].get(call_id) if call_id is not None else None
    if one is None:
        return []
    found = [user for user in (one.called_user, one.last_with) if user is not None and user in mirror.people]
    for wanted in list(found):
        if readings.presence_of(mirror, wanted) is not Presence.AVAILABLE:
            found += readings.stand_ins(mirror, wanted)[:2]
    own = mirror.me.id if mirror.me is not None else None
    return [user for user in dict.fromkeys(found) if user != own]


def asked_about(
    active: tuple[Case, ...], calls: Mapping[CallId, CallView], made_for: Mapping[CallId, CallId]
) -> tuple[Case, Case] | None:
    """Who waits, and the colleague who is asked about them; None while nobody is asked.

    made_for: of calls that were made from here to ask, for whom. Of others that counts which was talked in when they
    began: a call of one's own that was there before is about nobody.
    """
    own = {case.id: case for case in active if case.id in calls}
    made = sorted((calls[key] for key in own if calls[key].outgoing), key=lambda call: call.started_at)
    for call in reversed(made):
        before = [
            other for key in own
            if key != call.id and (other := calls[key]).answered_at is not None and other.answered_at <= call.started_at
        ]  # fmt: skip
        known = made_for.get(call.id)
        if known in own:
            return own[known], own[call.id]
        if before:
            newest = max(before, key=lambda other: other.answered_at or other.started_at)
            return own[newest.id], own[call.id]
    return None


def _own(session: Session, call: CallView, one: QueuedCallView | None) -> Case:
    kinds = {CallState.CONNECTED: Kind.ACTIVE, CallState.HELD: Kind.HELD}
    called = _called(session, one) if one is not None else ""
    state = {
        CallState.CALLING: translate("Reception", "Lift your phone"),
        CallState.RINGING: translate("Reception", "Ringing"),
        CallState.HELD: translate("Reception", "On hold"),
    }.get(call.state, "")
    title = _who(session, call.number, call.name)
    number = texts.number(call.number)
    parts = (state, _company(session, call.number), number if number != title else "", called)
    line = " · ".join(part for part in parts if part)
    since = call.answered_at or call.started_at
    return Case(call.id, kinds.get(call.state, Kind.RINGS), title, line, _last(session, one), since, call.number)


def _waiting(session: Session, one: QueuedCallView) -> Case:
    title = _who(session, one.number, one.name)
    number = texts.number(one.number)
    language = texts.spoken_language(one.language) if one.language else ""
    menu = translate("Reception", "in the menu") if one.state is QueueState.MENU else ""
    whose = _company(session, one.number) or (number if number != title else "")  # there is room for one, and for whom
    parts = (whose, _called(session, one), language, menu)
    more = _last(session, one)
    kind = Kind.WAITING
    if one.back_from:
        words = translate("Reception", "{name} did not answer")
        if one.back_from in PLACES:
            words = translate("Reception", "Back from place {name}")
        elif one.lost:
            words = translate("Reception", "Came back from {name}'s phone")
        kind, more = Kind.BACK, words.format(name=one.back_from)
    me, ready = session.mirror.me, one.state is not QueueState.MENU
    if one.state is QueueState.HANDED_ON:
        more = translate("Reception", "{name} hands the call on").format(name=_name(session.mirror, one.taken_by))
    elif one.taken_by is not None and me is not None and one.taken_by == me.id:
        more = translate("Reception", "Lift your phone")
    elif one.taken_by is not None:
        ready = False
        more = translate("Reception", "{name} answers").format(name=_name(session.mirror, one.taken_by))
    line = " · ".join(part for part in parts if part)
    return Case(one.id, kind, title, line, more, one.since, one.number, ready=ready)


def _taken(session: Session, one: QueuedCallView) -> Case:
    by = _name(session.mirror, one.taken_by)
    line = translate("Reception", "{name} has the call").format(name=by)
    if one.state is QueueState.HANDED_ON:
        line = translate("Reception", "{name}: rings at {other}").format(name=by, other=one.handed_name)
    who = _who(session, one.number, one.name)
    return Case(one.id, Kind.TAKEN, who, line, "", one.taken_at or one.since, one.number)


def _called(session: Session, one: QueuedCallView) -> str:
    if one.called_user is not None:
        return translate("Reception", "for {name}").format(name=_name(session.mirror, one.called_user))
    return one.called_name or texts.number(one.called_number)


def _last(session: Session, one: QueuedCallView | None) -> str:
    if one is None or one.last_with is None or one.last_at is None or one.last_with not in session.mirror.people:
        return ""
    when = f"{texts.day_within(one.last_at, session.now())} {texts.clock(one.last_at)}"
    words = translate("Reception", "Spoke {when} with {name}")
    return words.format(when=when, name=_name(session.mirror, one.last_with))


def _who(session: Session, number: str, name: str) -> str:
    known = name or session.whose(number)[0] if number else name
    return known or texts.number(number) or translate("Reception", "Withheld number")


def _company(session: Session, number: str) -> str:
    """Where a contact works; "" where that isn't known."""
    contact = session.phonebook.whose(number) if session.mirror.whose(number)[1] is None else None
    return contact.company if contact is not None and contact.company != contact.name else ""


def _name(mirror: Mirror, user_id: UserId | None) -> str:
    person = mirror.people.get(user_id) if user_id is not None else None
    return person.name if person is not None else translate("Reception", "somebody")
