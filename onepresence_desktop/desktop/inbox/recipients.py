"""To whom a text goes: colleagues, contacts, numbers and mail addresses, and by which ways each can be reached."""

from __future__ import annotations

from dataclasses import dataclass

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.contact_search import ContactSearch
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.errors import Invalid, NumberRefused
from onepresence_desktop.domain.names import fold
from onepresence_desktop.domain.numbering import NumberKind, dialled
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.people import Customer, UserId
from onepresence_desktop.domain.phonebook import PhoneKind
from onepresence_desktop.wire.bodies import RecipientBody
from onepresence_desktop.wire.contacts import ContactView
from onepresence_desktop.wire.people import PersonView

MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class To:
    """One recipient. email, number: where mail and SMS go, "" for nowhere; user: a colleague, who has it in the inbox
    too."""

    name: str
    email: str = ""
    number: str = ""
    user: UserId | None = None

    def bodies(self, ways: list[Way]) -> list[RecipientBody]:
        """What the service is told, for the ways chosen."""
        if self.user is not None:
            return [RecipientBody(user_id=self.user)]
        found = []
        if Way.EMAIL in ways and self.email:
            found.append(RecipientBody(email=self.email))
        if Way.SMS in ways and self.number:
            found.append(RecipientBody(number=self.number))
        return found

    def reached(self, ways: list[Way]) -> bool:
        """Whether any of the ways leads there; a colleague has an inbox in any case."""
        return self.user is not None or bool(self.bodies(ways))

    def sms(self) -> int:
        """How many SMS of one part it would be."""
        return 1 if self.number else 0

    def where(self, ways: list[Way]) -> str:
        """Where it goes, in words."""
        places = []
        if Way.EMAIL in ways and self.email:
            places.append(self.email)
        if Way.SMS in ways and self.number:
            places.append(texts.number(self.number))
        if self.user is not None:
            places.insert(0, "OnePresence")
        return ", ".join(places) or translate("Inbox", "can't be reached that way")


def of_person(person: PersonView) -> To:
    """A colleague."""
    return To(person.name, person.email or "", person.mobile or "", person.id)


def of_contact(contact: ContactView) -> To:
    """A contact: its first address, and its mobile or first public number."""
    public = [number for number in contact.numbers if number.number.startswith("+")]
    mobile = next((n.number for n in public if n.kind is PhoneKind.MOBILE), public[0].number if public else "")
    return To(contact.name, contact.emails[0].address if contact.emails else "", mobile)


class Known:
    """Knows whom a text may mean."""

    def __init__(self, session: Session, search: ContactSearch) -> None:
        self._session, self._search = session, search

    def offered(self, typed: str) -> list[To]:
        """Whom a name begun may mean: colleagues, then contacts; what is a number or address itself, first."""
        wanted = typed.strip()
        if not wanted:
            return []
        found = [only] if (only := self.meant(wanted)) is not None else []
        words = [f" {word}" for word in fold(wanted).replace("-", " ").split()]
        me = self._session.mirror.me
        for person in self._session.mirror.people.values():
            name = f" {fold(person.name)}".replace("-", " ")
            if all(word in name for word in words) and (me is None or person.id != me.id) and not person.closed:
                found.append(of_person(person))
                if len(found) >= MOST_OFFERED:
                    return found
        found += [to for one in self._search.best(wanted, MOST_OFFERED) if (to := of_contact(one)).email or to.number]
        return found[:MOST_OFFERED]

    def meant(self, text: str) -> To | None:
        """Whom a number, an address or a colleague's id means; None for anything else."""
        text = text.strip()
        person = self._session.mirror.people.get(UserId(text))
        if person is not None:
            return of_person(person)
        name, at, domain = text.partition("@")
        if at:
            whole = name and "." in domain and "@" not in domain and not any(c.isspace() or c in ",;<>" for c in text)
            return To(text, email=text) if whole else None
        return self._number(text)

    def _number(self, text: str) -> To | None:
        view = self._session.mirror.customer
        if view is None or not any(c.isdigit() for c in text):
            return None
        try:
            found = dialled(text, Customer(view.id, view.code, view.name, view.region))
        except (NumberRefused, Invalid):
            return None
        if found.kind is NumberKind.EMERGENCY:
            return None
        name, user = self._session.whose(found.number)
        if user is not None:
            return of_person(self._session.mirror.people[user])
        return (
            None if found.kind is NumberKind.INTERNAL else To(name or texts.number(found.number), number=found.number)
        )
