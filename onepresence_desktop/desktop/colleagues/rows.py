"""What stands in the list: heads, people, contacts, the number typed, recent calls; and the words of a person's row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.outside import Outside
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.calls import CallRecord
from onepresence_desktop.domain.people import DeviceKind, UserId
from onepresence_desktop.domain.presence import DeviceState, Presence
from onepresence_desktop.wire.views import PersonView, PresenceView


@dataclass(frozen=True, slots=True)
class Head:
    """Over a group. over: how many rows follow it; counted: whether that is shown. found: when more were found."""

    text: str
    over: int
    counted: bool = True
    found: int = 0

    @property
    def count(self) -> str:
        """The number as shown."""
        return texts.count(self.found or self.over) if self.counted else ""


@dataclass(frozen=True, slots=True)
class Dial:
    """The number typed, as it will be dialled."""

    number: str
    line: str


@dataclass(frozen=True, slots=True)
class Recent:
    """A call of the past whose number matches."""

    record: CallRecord
    title: str
    line: str
    missed: bool


Row = Head | Dial | Recent | Outside | UserId
"""A person stands in the list by his id alone; what his row says is worked out when it is painted."""


class ManyFound(Sequence[Row]):
    """Thousands of people, each looked up when their place is asked for: only a few are ever seen.

    places: of those found, ascending, in `ids`, which lists everybody and never changes. before: rows over them, their
    head the last; after: rows below them.
    """

    def __init__(
        self, before: Sequence[Row], places: Sequence[int], ids: Sequence[UserId], after: Sequence[Row]
    ) -> None:
        self._before, self._places, self._ids, self._after = before, places, ids, after

    def __len__(self) -> int:
        return len(self._before) + len(self._places) + len(self._after)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if place < len(self._before):
            return self._before[place]
        place -= len(self._before)
        people = len(self._places)
        return self._ids[self._places[place]] if place < people else self._after[place - people]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ManyFound):
            return NotImplemented
        mine, theirs = (self._before, self._places, self._after), (other._before, other._places, other._after)
        return self._ids is other._ids and mine == theirs

    __hash__ = None  # type: ignore[assignment]

    def index(self, row: object, start: int = 0, stop: int | None = None) -> int:
        """Where a person stands, without looking through those before."""
        if not isinstance(row, str) or start or stop is not None:
            return super().index(row, start, *(() if stop is None else (stop,)))
        place = self._ids.index(UserId(row))
        found = bisect_left(self._places, place)
        if found == len(self._places) or self._places[found] != place:
            raise ValueError(row)
        return len(self._before) + found


@dataclass(frozen=True, slots=True)
class PersonRow:
    """All that the delegate paints of a person. line: the next most important thing, "" for none.

    desk and mobile: states of the phones, None when there is none of the kind. others: numbers besides the local one.
    can_wait: a call can be made as soon as both are free; waits: one will be. short_line: where `line` has no room.
    """

    id: UserId
    name: str
    presence: Presence
    words: str
    line: str
    line_ink: Color
    line_icon: str
    title: str
    department: str
    number: str
    desk: DeviceState | None
    mobile: DeviceState | None
    favourite: bool
    stale: bool
    others: tuple[str, ...] = ()
    can_wait: bool = False
    waits: bool = False
    short_line: str = ""

    @property
    def spoken(self) -> str:
        """The row as it is read out."""
        parts = [self.name, self.words, self.line, self.title, self.department]
        parts.append(translate("Colleagues", "local {number}").format(number=texts.number(self.number)))
        if self.favourite:
            parts.append(translate("Colleagues", "favourite"))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Wish:
    """For a call when both are free (spec 4.10). possible: there is somebody's call to wait for. waits: it is made.

    rings: both are free, and the own phone rings.
    """

    possible: bool = False
    waits: bool = False
    rings: bool = False


NO_WISH = Wish()

_LOUDEST = (
    DeviceState.RINGING,
    DeviceState.ON_CALL,
    DeviceState.ON_HOLD,
    DeviceState.IDLE,
    DeviceState.UNKNOWN,
    DeviceState.OFFLINE,
)


def person_row(
    person: PersonView,
    seen: PresenceView | None,
    now: datetime,
    *,
    favourite: bool,
    confirmed_at: datetime | None,
    live: bool,
    watched: bool = False,
    destination: str = "",
    wish: Wish = NO_WISH,
) -> PersonRow:
    """The row of a person. confirmed_at: when their state was last known for sure; told when not `live`.

    watched: the user is told as soon as they are free. destination: whose number calls go to, "" when not known. wish:
    for a call when both are free.
    """
    presence = seen.presence if seen is not None else Presence.UNKNOWN
    line, ink, icon = _line(seen, presence, now, destination)
    if watched:
        line, ink, icon = translate("Colleagues", "You are told when free"), Color.ACCENT_TEXT, "bell"
    short = ""
    if wish.waits:
        short = translate("Colleagues", "Call waits")
        line, ink, icon = translate("Colleagues", "Calls when you are both free"), Color.ACCENT_TEXT, "call-when-free"
    if wish.rings:
        short = translate("Colleagues", "Lift the receiver")
        line, ink, icon = translate("Colleagues", "Free now – lift the receiver"), Color.RINGING_TEXT, "bell"
    if not live and confirmed_at is not None:
        ago = texts.ago(confirmed_at, now)
        line, ink, icon = translate("Colleagues", "Last seen {ago}").format(ago=ago), Color.TEXT_TERTIARY, "clock"
    return PersonRow(
        id=person.id,
        name=person.name,
        presence=presence,
        words=texts.presence(presence),
        line=line,
        line_ink=ink,
        line_icon=icon,
        title=person.title,
        department=person.department,
        number=person.local_number,
        desk=_loudest(seen, mobile=False),
        mobile=_loudest(seen, mobile=True),
        favourite=favourite,
        stale=not live,
        others=tuple(number for number in (person.one_number, person.mobile) if number),
        can_wait=wish.possible,
        waits=wish.waits,
        short_line=short,
    )


def _line(seen: PresenceView | None, presence: Presence, now: datetime, destination: str) -> tuple[str, Color, str]:
    if seen is None:
        return "", Color.TEXT_TERTIARY, ""
    if seen.reason is not None:
        words = f"{texts.diversion_name(seen.title, seen.reason)} {texts.until(seen.until, now)}"
        ink = Color.DND_TEXT if presence is Presence.DO_NOT_DISTURB else Color.DIVERTED_TEXT
        note = seen.note or (f"→ {destination or texts.number(seen.destination)}" if seen.destination else "")
        return f"{words} – {note}" if note else words, ink, ""
    if seen.meeting_until is not None:
        words = translate("Colleagues", "In a meeting {until}").format(until=texts.until(seen.meeting_until, now))
        return f"{words} – {seen.meeting}" if seen.meeting else words, Color.MEETING_TEXT, ""
    if presence is Presence.OFF_WORK and seen.returns_at is not None:
        back = f"{texts.day_within(seen.returns_at, now)} {texts.clock(seen.returns_at)}"
        return translate("Colleagues", "At work again {when}").format(when=back), Color.TEXT_TERTIARY, ""
    return "", Color.TEXT_TERTIARY, ""


def _loudest(seen: PresenceView | None, *, mobile: bool) -> DeviceState | None:
    if seen is None:
        return None
    states = {d.state for d in seen.devices if (d.kind is DeviceKind.MOBILE) == mobile}
    return next((state for state in _LOUDEST if state in states), None)
