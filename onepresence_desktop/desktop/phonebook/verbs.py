"""What is done to contacts: saved, starred, deleted, taken back, written to files; each says what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.deleting import Deleting
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.phonebook.files import Form, export
from onepresence_desktop.desktop.phonebook.undoing import Undo
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.banner import Tone
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.phonebook import ContactId
from onepresence_desktop.wire.bodies import ContactBody
from onepresence_desktop.wire.contacts import ContactView


class ContactVerbs(QObject):
    """saved: a contact, as the service has it now. refused: an error that belongs to the form.

    hidden_changed: contacts are hidden that are being deleted (`deleting.hidden`), or shown again.
    """

    saved = Signal(object)
    refused = Signal(object)
    hidden_changed = Signal()

    def __init__(self, session: Session, actions: Actions, undo: Undo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions, self._undo = session, actions, undo
        self.deleting: Deleting[ContactId] = Deleting(self._delete, self)
        self.deleting.changed.connect(self.hidden_changed)

    def save(self, before: ContactView | None, body: ContactBody, *, shared: bool) -> None:
        """Add one, or change the one there was."""
        if before is None:
            self._actions.ask(
                "add_contact", lambda client: client.add_contact(body, shared=shared), partial(self._saved, None)
            )
        else:
            contact_id = before.id
            self._actions.ask(
                "change_contact",
                lambda client: client.change_contact(contact_id, body, shared=shared),
                partial(self._saved, before),
            )

    def _saved(self, before: ContactView | None, answer: ContactView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.refused.emit(answer)
            return
        self._session.put_contact(answer)
        if before is None:
            self._undo.offer(translate("Phonebook", "Contact saved"), partial(self._delete, answer.id))
        else:
            self._undo.offer(translate("Phonebook", "Contact changed"), partial(self._write_back, before))
        self.saved.emit(answer)

    def _write_back(self, contact: ContactView) -> None:
        self._actions.ask(
            "change_contact",
            lambda client: client.change_contact(contact.id, body_of(contact), shared=contact.shared),
            self._written,
        )

    def _written(self, answer: ContactView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self._say_refused(answer)
        else:
            self._session.put_contact(answer)

    def star(self, contact: ContactView, *, on: bool) -> None:
        """Give or take a star."""
        body = ContactBody(favourite=on)
        self._actions.ask(
            "change_contact",
            lambda client: client.change_contact(contact.id, body, shared=contact.shared),
            self._written,
        )

    def star_colleague(self, user: UserId, *, on: bool) -> None:
        """The same for a colleague."""
        me = self._session.mirror.me
        others = [one for one in (me.favourites if me is not None else []) if one != user]
        self._actions.set_favourites([*others, user] if on else others)

    def delete(self, contact: ContactView) -> None:
        """Hide it at once, and delete it when nobody has taken that back for some seconds."""
        self.deleting.begin(contact.id)
        self._undo.offer(
            translate("Phonebook", "{name} deleted").format(name=contact.name), lambda: self._back(contact.id)
        )

    def _back(self, _contact: ContactId) -> None:
        self.deleting.undo()

    def _delete(self, contact_id: ContactId) -> None:
        contact = self._session.phonebook.get(contact_id)
        if contact is not None:
            self._actions.ask(
                "remove_contact",
                lambda client: client.remove_contact(contact_id, shared=contact.shared),
                partial(self._deleted, contact_id),
            )

    def _deleted(self, contact_id: ContactId, answer: object) -> None:
        if isinstance(answer, OnePresenceError):
            self.deleting.hidden.discard(contact_id)
            self._say_refused(answer)
            self.hidden_changed.emit()

    def export(self, form: Form, path: Path, *, shared: bool) -> None:
        """Write all contacts of a kind into a file."""
        words = translate("Phonebook", "Written to {file}").format(file=path.name)
        self._actions.ask(
            "export_contacts",
            lambda client: export(client, path, form, shared=shared),
            lambda answer: (
                self._say_refused(answer) if isinstance(answer, OnePresenceError) else self._undo.offer(words)
            ),
        )

    def _say_refused(self, error: OnePresenceError) -> None:
        self._undo.offer(texts.error(error), tone=Tone.DANGER)


def body_of(contact: ContactView) -> ContactBody:
    """A contact as it was, to be written back."""
    return ContactBody(
        name=contact.name,
        company=contact.company,
        title=contact.title,
        numbers=list(contact.numbers),
        emails=list(contact.emails),
        note=contact.note,
        favourite=contact.favourite,
    )
