"""A person's calendars, opened from their menu: their form stands before the others until it is left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from onepresence_desktop.client.pbx_client import PbxClient
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.calendar.form import CalendarForm, PersonsCalendar
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.connections import Purpose
from onepresence_desktop.domain.errors import Conflict, OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.calendars import CalendarView
from onepresence_desktop.wire.views import PersonView


class PersonCalendar(QObject):
    """panes: among which its own, made when first needed, takes its place."""

    def __init__(self, session: Session, actions: Actions, panes: QStackedWidget) -> None:
        super().__init__(panes)
        self._session, self._actions, self._panes = session, actions, panes
        self._form: CalendarForm | None = None
        self._person: PersonView | None = None
        self._theirs: PersonsCalendar | None = None
        self._before: QWidget | None = None

    @property
    def form(self) -> CalendarForm:
        """Where it is and what it does."""
        if self._form is None:
            form = self._form = CalendarForm(self._session)
            self._panes.addWidget(form)
            form.back.connect(self._back)
            form.save.connect(self._save)
            form.forget.connect(self._forget)
            form.chosen.connect(self._choose)
            form.conflict.theirs.connect(self._take_theirs)
            form.conflict.mine.connect(self._save_mine)
        return self._form

    def retranslate(self) -> None:
        """All words again."""
        if self._form is not None:
            self._form.retranslate()

    @property
    def in_front(self) -> bool:
        """Whether its form is."""
        return self._form is not None and self._panes.currentWidget() is self._form

    def begin(self, person: PersonView) -> None:
        """Show a person's."""
        form = self.form
        if self._person is None or self._person.id != person.id:
            self._person = person
            form.person = person.name
            form.show_record(PersonsCalendar(person.id))
        form.retranslate()
        if not self.in_front:
            self._before = self._panes.currentWidget()
            self._panes.setCurrentWidget(form)
        self._load()

    def save(self) -> None:
        """As the button."""
        if self.form.save_button.isEnabled():
            self.form.save_button.click()

    def leave(self) -> bool:
        """Drop what was typed, or go back to the person; False when it isn't in front."""
        if not self.in_front:
            return False
        if self.form.changed:
            self.form.cancel_button.click()
        else:
            self.step_aside()
        return True

    def asks(self) -> bool:
        """Whether something typed isn't saved, and it is asked about now; once."""
        return self.in_front and self.form.unsaved.asks(self.form.changed and not self.form.save_button.busy)

    def _back(self) -> None:
        if not self.asks():
            self.step_aside()

    def step_aside(self) -> None:
        """What was in front before is so again."""
        if self.in_front and self._before is not None:
            self._person = None
            self._panes.setCurrentWidget(self._before)

    # --- the service ---

    def _load(self) -> None:
        person = self._person
        if person is not None:
            self.form.setEnabled(False)  # what is typed before it is known would be another person's
            self._actions.ask("person_calendars", partial(_read, user_id=person.id), partial(self._arrived, person.id))

    def _arrived(self, user_id: UserId, answer: PersonsCalendar | OnePresenceError) -> None:
        if self._person is None or self._person.id != user_id:
            return
        self.form.ready()
        if isinstance(answer, OnePresenceError):
            self.form.band.say(texts.error(answer))
        elif not self.form.changed:
            self.form.show_record(answer)
        if self.in_front:
            (self.form.which if self.form.record.every else self.form.kind).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, calendar_id: str) -> None:
        """Another of the person's, once nothing is typed that isn't saved; "" for a new one."""
        record: PersonsCalendar = self.form.record
        if self.asks():
            self.form.which.set_key(record.view.id if record.view is not None else "")
            return
        self.form.show_record(_at(record, calendar_id))
        (self.form.which if calendar_id else self.form.kind).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        person = self._person
        if person is None:
            return
        record: PersonsCalendar = self.form.record
        user_id, body = person.id, self.form.body()
        calendar_id = record.view.id if record.view is not None else None
        self.form.saving()
        self._actions.ask(
            "put_person_calendar",
            lambda client: client.put_person_calendar(user_id, calendar_id, body),
            partial(self._saved, record),
        )

    def _saved(self, record: PersonsCalendar, answer: list[CalendarView] | OnePresenceError) -> None:
        if self._person is None or self._person.id != record.id:
            return
        if isinstance(answer, Conflict) and answer.details.get("what") == "changed":
            compare = partial(self._compare, record, answer)
            self._actions.ask("person_calendars", partial(_read, user_id=record.id), compare)
        elif isinstance(answer, OnePresenceError):
            self.form.refused(answer)
        else:
            now = replace(record, every=tuple(answer))
            self.form.show_record(_at(now, record.view.id if record.view is not None else answer[-1].id))

    def _compare(self, mine: PersonsCalendar, refusal: Conflict, theirs: PersonsCalendar | OnePresenceError) -> None:
        if self._person is None or self._person.id != mine.id:
            return
        if isinstance(theirs, OnePresenceError):
            self.form.refused(theirs)
        else:
            self._theirs = _at(theirs, mine.view.id if mine.view is not None else "")
            self.form.changed_by_others(self._theirs, refusal)

    def _take_theirs(self) -> None:
        self.form.show_record(self._theirs)

    def _save_mine(self) -> None:
        if self._theirs is not None:
            self.form.record, self.form.seen = self._theirs, self._theirs.version
            self._save()

    def _forget(self) -> None:
        person = self._person
        if person is None:
            return
        record: PersonsCalendar = self.form.record
        if record.view is None:
            return
        user_id, calendar_id = person.id, record.view.id
        self._actions.ask(
            "remove_person_calendar",
            lambda client: client.remove_person_calendar(user_id, calendar_id),
            partial(self._forgotten, user_id),
        )

    def _forgotten(self, user_id: UserId, answer: None | OnePresenceError) -> None:
        if self._person is None or self._person.id != user_id:
            return
        if isinstance(answer, OnePresenceError):
            self.form.refused(answer)
            return
        self.form.show_record(PersonsCalendar(user_id))
        self._load()


def _at(record: PersonsCalendar, calendar_id: str) -> PersonsCalendar:
    """The same person's, with one of their calendars in the form, or a new one."""
    return replace(record, view=next((one for one in record.every if one.id == calendar_id), None))


async def _read(client: PbxClient, *, user_id: UserId) -> PersonsCalendar:
    """With the one that may divert in the form."""
    used = next((one for one in await client.connections() if one.purpose is Purpose.CALENDAR and one.counts), None)
    every = tuple(await client.person_calendars(user_id))
    first = next((one for one in every if one.diverts), None)
    return PersonsCalendar(user_id, first, used.name if used is not None else "", every)
