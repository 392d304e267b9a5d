"""What is asked once more before it is done to a person: a new password, leaving, and being forgotten (spec 12.4d)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.person_form import PersonForm
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId


class PersonDeeds(QObject):
    """Of the person in the form. gone: they are no longer there."""

    gone = Signal()

    def __init__(self, actions: Actions, form: PersonForm) -> None:
        super().__init__(form)
        self._actions, self._form = actions, form
        self._agreed: Callable[[], None] = lambda: None
        form.sure.agreed.connect(self._do)

    def shows(self, user_id: UserId) -> bool:
        """Whether an answer about somebody still belongs to what the form shows: another may have been chosen."""
        return self._form.person is not None and self._form.person.id == user_id

    def refused(self, user_id: UserId, answer: object) -> bool:
        """Say a refusal where the person it is about is still shown; whether there was one."""
        if isinstance(answer, OnePresenceError) and self.shows(user_id):
            self._form.refused(answer)
        return isinstance(answer, OnePresenceError)

    def reset_password(self) -> None:
        """Back to the first one, with a code."""
        person = self._form.person
        if person is None:
            return
        user_id = person.id

        def done(answer: str | OnePresenceError) -> None:
            if not self.refused(user_id, answer) and isinstance(answer, str) and self.shows(user_id):
                self._form.code.show_code(answer)

        self._agreed = lambda: self._actions.ask("reset_password", lambda client: client.reset_password(user_id), done)
        words = translate("Administration", "{name} is signed out on all devices, and needs a code to get in again.")
        self._form.code.clear()
        self._form.sure.ask(words.format(name=person.name.split()[0]), translate("Administration", "Reset password"))

    def remove_picture(self, user_id: UserId) -> None:
        """At once."""

        def done(answer: None | OnePresenceError) -> None:
            self.refused(user_id, answer)

        self._actions.ask("remove_picture", lambda client: client.remove_picture(user_id), done)

    def remove(self) -> None:
        """With all that is theirs."""
        person = self._form.person
        if person is None:
            return
        user_id = person.id

        def remove() -> None:
            self._actions.ask(
                "remove_person",
                lambda client: client.remove_person(user_id),
                lambda answer: self._removed(user_id, answer),
            )

        self._agreed = remove
        words = translate(
            "Administration", "Devices, messages and history go with the person, and can't be had back. Type the name:"
        )
        verb = translate("Administration", "Delete {name} for good").format(name=person.name.split()[0])
        self._form.sure.ask(words, verb, person.name)

    def erase(self) -> None:
        """And their name in what others keep."""
        person = self._form.person
        if person is None:
            return
        user_id = person.id

        def erase() -> None:
            self._actions.ask(
                "erase_person",
                lambda client: client.erase_person(user_id),
                lambda answer: self._removed(user_id, answer),
            )

        self._agreed = erase
        words = translate(
            "Administration",
            "Everything of this person goes, and where colleagues' calls and messages name them stands “Former "
            "colleague”. It can't be had back. Type the name:",
        )
        verb = translate("Administration", "Erase {name}'s data").format(name=person.name.split()[0])
        self._form.sure.ask(words, verb, person.name)

    def _removed(self, user_id: UserId, answer: None | OnePresenceError) -> None:
        if not self.refused(user_id, answer) and self.shows(user_id):
            self.gone.emit()

    def _do(self) -> None:
        self._agreed()
