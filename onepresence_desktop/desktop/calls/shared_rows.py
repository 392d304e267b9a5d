"""Missed calls of one's groups as rows: open, in hand, done (spec 7.5; design, section 7.19). Without widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.dated_lines import DatedLine
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.shared_calls import Deed, SharedCallId, SharedState
from onepresence_desktop.wire.people import PersonView
from onepresence_desktop.wire.privacy import LEFT
from onepresence_desktop.wire.shared_calls import DeedView, SharedCallView

LONG = timedelta(hours=1)
"""After which one that is still open turns red."""
ORDER = (SharedState.OPEN, SharedState.TAKEN, SharedState.DONE)

_DEED_LOOKS = {
    Deed.MISSED: ("call-missed", Color.DANGER_TEXT),
    Deed.TAKEN: ("person", Color.ACCENT_TEXT),
    Deed.CALLED: ("call-out", Color.TEXT_TERTIARY),
    Deed.GIVEN_BACK: ("undo", Color.TEXT_TERTIARY),
    Deed.LAPSED: ("clock", Color.TEXT_TERTIARY),
    Deed.CALLED_BACK: ("check", Color.AVAILABLE_TEXT),
    Deed.CALLED_AGAIN: ("check", Color.AVAILABLE_TEXT),
    Deed.DONE: ("check", Color.AVAILABLE_TEXT),
    Deed.REOPENED: ("undo", Color.TEXT_TERTIARY),
    Deed.NOTED: ("note", Color.TEXT_TERTIARY),
    Deed.VOICEMAIL: ("msg-voicemail", Color.TEXT_TERTIARY),
    Deed.UNKNOWN: ("info", Color.TEXT_TERTIARY),
}


@dataclass(frozen=True, slots=True)
class SharedHead:
    """Over a state's rows."""

    text: str
    count: str


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One item. state, since: at its right, in words; red: it has waited long. mine: the user has it.

    user: the colleague who called, if it was one. by: who has it, as name and id.
    """

    id: SharedCallId
    title: str
    tries: str
    line: str
    memo: str
    state: str
    since: str
    which: SharedState
    mine: bool
    red: bool
    user: UserId | None = None
    by: tuple[str, UserId] | None = None


def member(session: Session) -> bool:
    """Whether the user is in a group, and so shares missed calls."""
    me = session.mirror.me
    return me is not None and any(me.id in group.members for group in session.mirror.groups.values())


def name_of(session: Session, item: SharedCallView) -> str:
    """Who called: by the name the user has for them, else as the service told it."""
    known = session.whose(item.number)[0] if item.number else ""
    return known or item.name or texts.number(item.number) or translate("Calls", "Withheld number")


def rows_of(
    session: Session, items: Mapping[SharedCallId, SharedCallView], placed: Mapping[SharedCallId, SharedState]
) -> list[SharedHead | SharedRow]:
    """Heads and rows; placed: under which head an item stands, whatever has become of it since."""
    heads = {
        SharedState.OPEN: translate("Calls", "Open calls"),
        SharedState.TAKEN: translate("Calls", "In hand"),
        SharedState.DONE: translate("Calls", "Done"),
    }
    rows: list[SharedHead | SharedRow] = []
    for state in ORDER:
        found = [item for item in items.values() if placed.get(item.id, item.state) is state]
        found.sort(key=lambda item: item.done_at or item.last_at, reverse=True)
        if found:
            rows.append(SharedHead(heads[state], texts.count(len(found))))
            rows += [_row(session, item) for item in found]
    return rows


def _row(session: Session, item: SharedCallView) -> SharedRow:
    now, mirror = session.now(), session.mirror
    group = mirror.groups.get(item.group_id)
    last = texts.time_or_day(item.last_at, now)
    line = " · ".join(part for part in (group.name if group is not None else "", last) if part)
    user = session.whose(item.number)[1] if item.number else None
    who: PersonView | None = None
    mine = mirror.me is not None and item.taken_by == mirror.me.id
    state, since, red = "", "", False
    if item.state is SharedState.OPEN:
        waited = now - item.last_at
        red = waited >= LONG
        state, since = translate("Calls", "Open"), texts.span(round(max(60.0, waited.total_seconds())))
    elif item.state is SharedState.TAKEN:
        who = mirror.people.get(item.taken_by) if item.taken_by is not None else None
        named = translate("Calls", "{name} is calling back").format(name=who.name.split()[0] if who else "?")
        state = translate("Calls", "You are calling back") if mine else named
        since = translate("Calls", "since {time}").format(time=texts.clock_or_more(item.taken_at or item.last_at, now))
    elif item.state is SharedState.DONE:
        state = translate("Calls", "Done {time}").format(time=texts.clock_or_more(item.done_at or item.last_at, now))
        ended = next((deed.by for deed in reversed(item.deeds) if deed.deed in (Deed.DONE, Deed.CALLED_BACK)), None)
        finisher = mirror.people.get(ended) if ended is not None else None
        since = translate("Calls", "by {name}").format(name=finisher.name) if finisher is not None else ""
    tries = f"{item.tries}×" if item.tries > 1 else ""
    memo = " ".join(item.memo.split())
    by = (who.name, who.id) if who is not None else None
    title = name_of(session, item)
    return SharedRow(item.id, title, tries, line, memo, state, since, item.state, mine, red, user, by)


def story(session: Session, item: SharedCallView) -> list[DatedLine]:
    """Who did what and when, the newest first."""
    now = session.now()
    return [
        DatedLine(*_DEED_LOOKS[deed.deed], _words(session, deed), f"{texts.day(deed.at, now)} {texts.clock(deed.at)}")
        for deed in reversed(item.deeds)
    ]


def _words(session: Session, deed: DeedView) -> str:
    person = session.mirror.people.get(deed.by) if deed.by is not None else None
    who = person.name if person is not None else texts.doer(LEFT if deed.by is not None else "")
    words = {
        Deed.MISSED: translate("Calls", "Called, nobody answered"),
        Deed.TAKEN: translate("Calls", "{name} took it"),
        Deed.CALLED: translate("Calls", "{name} called"),
        Deed.GIVEN_BACK: translate("Calls", "{name} gave it back"),
        Deed.LAPSED: translate("Calls", "Fell open again by itself"),
        Deed.CALLED_BACK: translate("Calls", "{name} got through"),
        Deed.CALLED_AGAIN: translate("Calls", "Called again and got through"),
        Deed.DONE: translate("Calls", "{name} said that it is done"),
        Deed.REOPENED: translate("Calls", "{name} opened it again"),
        Deed.NOTED: translate("Calls", "{name} wrote the memo"),
        Deed.VOICEMAIL: translate("Calls", "Left a voicemail"),
        Deed.UNKNOWN: translate("Calls", "Something that this version doesn't know"),
    }
    return words[deed.deed].format(name=who)
