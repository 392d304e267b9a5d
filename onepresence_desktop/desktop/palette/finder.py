"""What the palette finds: numbers, diversions, colleagues, contacts and commands, best first (design, section 7.16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from onepresence_desktop.desktop import quick_diversions, texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.commands_registry import Command, CommandRegistry, Group
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.directory_search import kept
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Compose, ContactPlace, DivertTo, Place
from onepresence_desktop.desktop.palette.people_index import PeopleIndex
from onepresence_desktop.desktop.palette.query import Query, leads, matches, parse
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import PhoneKind
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.contacts import ContactView

MOST = 8
"""Rows; all commands ("?") may be more, and are scrolled."""
MOST_PEOPLE, MOST_RECENT, MOST_QUICK = 5, 5, 2
DIAL_FROM = 2
"""Digits from which a text is a number to call."""
LONGEST_INSIDE = 7
"""Digits of a local number."""


@dataclass(frozen=True, slots=True)
class More:
    """Another thing to do with a row."""

    icon: str
    words: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row. group: the head it stands under. line: what comes of it, or who it is. verb: what Enter does, in words.

    user: a colleague's row. diverts: it sets a diversion. right: at its end. completes: what Tab writes into the field.
    why_not: why it can't be done now; "" when it can. outside: Enter calls somebody who sees the number shown.
    """

    group: str
    title: str
    line: str
    verb: str
    run: Callable[[], None]
    icon: str = ""
    user: UserId | None = None
    diverts: bool = False
    right: str = ""
    more: tuple[More, ...] = ()
    completes: str = ""
    why_not: str = ""
    outside: bool = False


class Finder:
    """call: dials a number on purpose typed. go_to: brings a place of the window to the front.

    contacts: as they can be found, which changes while the service answers.
    """

    def __init__(
        self,
        session: Session,
        actions: Actions,
        registry: CommandRegistry,
        people: PeopleIndex,
        *,
        call: Callable[[str], None],
        go_to: Callable[[Place], None],
        contacts: ContactSearch,
    ) -> None:
        self.contacts = contacts
        self._session, self._actions, self._registry, self._people = session, actions, registry, people
        self._call, self._go_to = call, go_to

    def find(self, text: str) -> list[Hit]:
        """Rows for what is typed; for nothing, the last people and two diversions."""
        query = parse(text, self._session.now())
        if query.lists_all:
            return [self._command(command, query) for command in self._offered()]
        if not query.text:
            return [*self._recent(), *self._used()]
        commands = [c for c in self._offered() if matches(query.named, c.full_name)]
        first = [c for c in commands if leads(query.named, c.words) or leads(query.named, c.full_name)]
        rest = [c for c in commands if c not in first]
        people = [] if query.until is not None and first else list(self._colleagues(query))
        found = [
            *self._number(query),
            *(self._command(command, query) for command in first),
            *people,
            *([] if query.until is not None and first else self._phonebook(query)),
            *(self._command(command, query) for command in rest),
        ]
        return _together(found[:MOST])

    # --- numbers and people ---

    def _number(self, query: Query) -> Iterator[Hit]:
        if len(query.digits) >= DIAL_FROM:
            number, (name, user) = query.number, self._session.whose(query.number)
            yield Hit(
                translate("Palette", "Number"),
                translate("Palette", "Call {number}").format(number=texts.number(number)),
                name or translate("Colleagues", "External number · rings your phone first"),
                translate("Palette", "Call"),
                partial(self._call, number),
                icon="call",
                why_not=self._registry.unable(),
                outside=user is None and _outside(number),
            )

    def _colleagues(self, query: Query) -> Iterator[Hit]:
        index, mirror = self._people.index, self._session.mirror
        me = mirror.me.id if mirror.me is not None else None
        found = [user for user in index.ids(index.find(query.text)) if user != me]
        if len(query.words) > 1 and (not found or self._asks_for_message(query)):
            yield from self._with_verb(query)
            return
        starred = set(mirror.me.favourites) if mirror.me is not None else set()
        best = sorted(found[: MOST_PEOPLE * 4], key=lambda user: user not in starred)
        for user in best[:MOST_PEOPLE]:
            yield self._person(user)

    def _with_verb(self, query: Query) -> Iterator[Hit]:
        """A name and then what to do: "mette mobile"."""
        index = self._people.index
        for user in index.ids(index.find(" ".join(query.words[:-1])))[:MOST_PEOPLE]:
            person = self._person(user)
            yield from self._done_to(person, query)

    def _done_to(self, whom: Hit, query: Query) -> Iterator[Hit]:
        """What the last word asks for, of all that can be done with somebody."""
        for more in whom.more:
            if matches(query.words[-1:], more.words):
                yield Hit(
                    whom.group,
                    whom.title,
                    more.words,
                    more.words,
                    more.run,
                    icon=whom.icon,
                    user=whom.user,
                    why_not=whom.why_not,
                )

    def _asks_for_message(self, query: Query) -> bool:
        """Whether the last word is the one for a message: "mette sms", which isn't a name that begins so."""
        return query.words[-1] in ("sms", fold(translate("Palette", "E-mail")).split("-")[0], "mail", "email")

    # --- contacts ---

    def _phonebook(self, query: Query) -> Iterator[Hit]:
        found = self.contacts.best(query.text, MOST_PEOPLE)
        for contact in found:
            if kept(contact) or contact.numbers or contact.emails:
                yield self._contact(contact)
        if not found and len(query.words) > 1:
            for contact in self.contacts.best(" ".join(query.words[:-1]), MOST_PEOPLE):
                yield from self._done_to(self._contact(contact), query)

    def _contact(self, contact: ContactView) -> Hit:
        number = contact.numbers[0].number if contact.numbers else ""
        mobile = next((n.number for n in contact.numbers if n.kind is PhoneKind.MOBILE), "")
        more = self._messages(contact.emails[0].address if contact.emails else "", mobile)
        if kept(contact):
            show = partial(self._go_to, ContactPlace(contact=contact.id))
            more.append(More("nav-phonebook", translate("Palette", "Show in the phonebook"), show))
        if number:
            divert = partial(self._go_to, DivertTo(number=number))
            more.append(More("forward-to", translate("Palette", "Divert to here"), divert))
        return Hit(
            translate("Palette", "Phonebook") if kept(contact) else translate("Palette", "Directory"),
            contact.name,
            " · ".join(part for part in (contact.title, contact.company) if part and part != contact.name),
            translate("Palette", "Call") if number else more[-1].words,
            partial(self._call, number) if number else more[-1].run,
            icon="building" if contact.company == contact.name else "person",
            right=texts.number(number),
            more=tuple(more),
            completes=contact.name,
            why_not=self._registry.unable() if number else "",
            outside=_outside(number),
        )

    def _messages(self, email: str, mobile: str, user: str = "") -> list[More]:
        """Writing to somebody: by SMS, by e-mail; a colleague by their id has an inbox in any case."""
        more = []
        if mobile:
            sms = partial(self._go_to, Compose(to=(user or mobile,), by=Way.SMS))
            more.append(More("msg-sms", translate("Palette", "SMS"), sms))
        if email or user:
            mail = partial(self._go_to, Compose(to=(user or email,), by=Way.EMAIL))
            more.append(More("msg-email", translate("Palette", "E-mail"), mail))
        return more

    def _person(self, user: UserId) -> Hit:
        mirror = self._session.mirror
        person, seen = mirror.people[user], mirror.presence.get(user)
        free = seen is None or not mirror.live or seen.presence in (Presence.AVAILABLE, Presence.UNKNOWN)
        state = "" if free or seen is None else texts.presence(seen.presence)
        more = []
        if person.mobile:
            mobile = translate("Palette", "Mobile {number}").format(number=texts.number(person.mobile))
            more.append(More("device-mobile", mobile, partial(self._actions.call, person.mobile)))
        divert = partial(self._go_to, DivertTo(number=person.local_number))
        more.append(More("forward-to", translate("Palette", "Divert to here"), divert))
        more += self._messages(person.email or "", person.mobile or "", user)
        return Hit(
            translate("Palette", "Colleagues"),
            person.name,
            " · ".join(part for part in (person.title, person.department) if part),
            translate("Palette", "Call"),
            partial(self._actions.call, person.local_number),
            user=user,
            right=state or texts.number(person.local_number),
            more=tuple(more),
            completes=person.name,
            why_not=self._registry.unable(),
        )

    def _recent(self) -> Iterator[Hit]:
        told: set[str] = set()
        for record in self._session.mirror.history:
            if record.number and record.number not in told and len(told) < MOST_RECENT:
                told.add(record.number)
                yield self._call_record(record)

    def _call_record(self, record: CallRecord) -> Hit:
        now = self._session.now()
        name, user = self._session.whose(record.number)
        icon = {Direction.OUTGOING: "call-out", Direction.INCOMING: "call-in"}.get(record.direction, "call-missed")
        number = texts.number(record.number)
        return Hit(
            translate("Palette", "Recent"),
            name or record.name or number,
            f"{texts.day(record.at, now)} {texts.clock(record.at)}",
            translate("Palette", "Call back"),
            partial(self._actions.call, record.number),
            icon=icon,
            user=user,
            right=number if name or record.name else "",
            why_not=self._registry.unable(),
            outside=user is None and _outside(record.number),
        )

    # --- commands ---

    def _offered(self) -> list[Command]:
        return [command for command in self._registry.commands() if command.id != "palette"]

    def _used(self) -> list[Hit]:
        query = parse("", self._session.now())
        return [self._command(command, query) for command in self._registry.quick()[:MOST_QUICK]]

    def _command(self, command: Command, query: Query) -> Hit:
        if command.id.startswith("divert."):
            return self._diversion(command, query)
        diverts = command.group is Group.DIVERT
        head = translate("Palette", "Divert") if diverts else translate("Palette", "Commands")
        verb = translate("Palette", "Go there") if command.group is Group.GO else translate("Palette", "Do it")
        return Hit(
            head,
            command.full_name,
            command.detail if diverts or command.group is Group.GO else "",
            verb,
            command.run,
            icon=command.icon,
            diverts=diverts and command.id != "open-phone",
            right=command.keys or command.global_keys,
            why_not=command.why_not,
        )

    def _diversion(self, command: Command, query: Query) -> Hit:
        key, now = command.id.removeprefix("divert."), self._session.now()
        item = next(q for q in quick_diversions.quick_items(self._session.mirror) if q.key == key)
        title, run, verb = f"{command.words} {command.detail}".strip(), command.run, translate("Palette", "Divert now")
        ends = quick_diversions.ends(item, self._session.mirror, now)
        if query.until is not None:
            ends, title = query.until, command.words
            run = partial(self._registry.divert_until, key, query.until)
        elif command.checked:
            verb = translate("Palette", "End it")
        until = texts.until(ends, now)
        line = f"{until[:1].upper()}{until[1:]} → {texts.destination(item.destination)}"
        if command.checked and query.until is None:
            line = translate("Palette", "Runs now")
        return Hit(
            translate("Palette", "Divert"),
            title,
            line,
            verb,
            run,
            icon=command.icon,
            diverts=True,
            right=command.keys,
            completes=command.words,
            why_not=command.why_not,
        )


def _outside(number: str) -> bool:
    """Whether a number is longer than those inside the company and those for emergencies."""
    return number.startswith("+") or len(number) > LONGEST_INSIDE


def _together(found: list[Hit]) -> list[Hit]:
    """Those of one group under one head, in the order their first ones came."""
    groups = list(dict.fromkeys(hit.group for hit in found))
    return [hit for group in groups for hit in found if hit.group == group]
