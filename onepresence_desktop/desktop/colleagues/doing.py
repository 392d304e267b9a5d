"""What is done with a colleague's row: call, divert to, star, copy, and the menu with all of it (spec 2.5)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.colleagues.content import ListContent
from onepresence_desktop.desktop.colleagues.delegate import Spot
from onepresence_desktop.desktop.colleagues.details import Details
from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.outside import Outside
from onepresence_desktop.desktop.colleagues.row_menu import MESSAGE_KEYS, OutsideMenu, RowMenu
from onepresence_desktop.desktop.colleagues.rows import Dial, PersonRow, Recent
from onepresence_desktop.desktop.colleagues.standing import Standing, can_be_taken, can_be_waited_for, waiting_for
from onepresence_desktop.desktop.directory_search import kept
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.desktop.widgets.telling import tell
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire.completions import COMPLETIONS
from onepresence_desktop.wire.contacts import ContactView


class Doing(QObject):
    """divert_to_wanted: a number to divert the own phone to. message_wanted: to whom, a colleague's id or a number.

    details_wanted: all of whom. contact_wanted: a contact to be shown in the phonebook. changed: what can be done with
    somebody may be other, though they are as before.
    """

    divert_to_wanted = Signal(str)
    message_wanted = Signal(str)
    details_wanted = Signal(str)
    contact_wanted = Signal(str)
    changed = Signal()

    def __init__(
        self, session: Session, actions: Actions, model: ColleaguesModel, content: ListContent, watches: Watches
    ) -> None:
        super().__init__()
        self._session, self._actions, self._model = session, actions, model
        self._content, self._watches = content, watches
        for told in (session.changed(COMPLETIONS), session.calls_changed):
            told.connect(self._changed)

    def _changed(self) -> None:
        self.changed.emit()

    def tell_state(self, view: QWidget, chosen: UserId | None, changed: list[UserId]) -> None:
        """Say how a colleague is now, who changed while their row has the keys."""
        if chosen is not None and chosen in changed and view.hasFocus():
            row = self._model.person(chosen)
            tell(view, f"{row.name}, {row.words}")

    def call(self, place: int) -> None:
        """Call whom or what stands there."""
        if place < 0:
            return
        match self._model.row(place):
            case PersonRow(number=number):
                self._actions.call(number)
            case Dial(number=number):
                self._actions.call(number)
            case Recent(record=record):
                self._actions.call(record.number)
            case Outside(number=number) if number:
                self._actions.call(number)

    def open_at(self, place: int) -> None:
        """All that is known of whom stands there."""
        match self._model.row(place) if place >= 0 else None:
            case PersonRow(id=user):
                self.details_wanted.emit(user)
            case Outside(contact=contact) if kept(contact):
                self.contact_wanted.emit(contact.id)

    def divert_to_row(self, place: int) -> None:
        """The own calls to whom stands there."""
        match self._model.row(place) if place >= 0 else None:
            case PersonRow(number=number) | Outside(number=number) if number:
                self.divert_to_wanted.emit(number)

    def message_at(self, place: int) -> None:
        """A message to whom stands there."""
        match self._model.row(place) if place >= 0 else None:
            case PersonRow(id=to) | Outside(number=to) if to:
                self.message_wanted.emit(to)

    def keys(self, place: Callable[[], int]) -> list[tuple[str, Callable[[], None]]]:
        """What keys do with the row at `place`, besides moving and calling."""
        return [
            ("Ctrl+Return", lambda: self.message_at(place())),
            (MESSAGE_KEYS, lambda: self.message_at(place())),
            ("Ctrl+D", lambda: self.divert_to_row(place())),
            ("Ctrl+B", lambda: self.star(self._model.user_at(place()))),
            ("Ctrl+C", lambda: self.copy_at(place())),
            ("Ctrl+R", lambda: self.wait_at(place())),
        ]

    def wait_at(self, place: int) -> None:
        """A call to whom stands there as soon as both are free, or not after all."""
        user = self._model.user_at(place)
        if user is not None and (can_be_waited_for(self._session.mirror, user) or self._waits(user)):
            self.wait(user)

    def _waits(self, user: UserId) -> bool:
        return waiting_for(self._session.mirror, user) is not None

    def copy_at(self, place: int) -> None:
        """The number of whom stands there."""
        match self._model.row(place) if place >= 0 else None:
            case PersonRow(number=number) | Outside(number=number) if number:
                QGuiApplication.clipboard().setText(number)

    def clicked(self, place: int, spot: Spot) -> None:
        """A part of a row was pressed."""
        user = self._model.user_at(place)
        if user is None:
            return
        match spot:
            case Spot.NUMBER | Spot.CALL:
                self.call(place)
            case Spot.WAIT:
                self.wait(user)
            case Spot.MESSAGE:
                self.message_at(place)
            case Spot.DIVERT:
                self.divert_to(user)
            case Spot.STAR:
                self.star(user)

    def star(self, user: UserId | None) -> None:
        """A favourite no more, or from now on."""
        if user is None:
            return
        favourites = self._content.favourites()
        changed = [u for u in favourites if u != user] if user in favourites else [*favourites, user]
        self._actions.set_favourites(changed)

    def divert_to(self, user: UserId | None) -> None:
        """The own calls to them."""
        if user is not None:
            self.divert_to_wanted.emit(self._model.person(user).number)

    def mail(self, address: str) -> None:
        """In the system's mail program."""
        QDesktopServices.openUrl(QUrl(f"mailto:{address}"))

    def details_of(self, details: Details, user: UserId) -> None:
        """Show what is known of somebody, and what is set for them already."""
        if user not in self._session.mirror.people:
            return
        details.show_user(user, self._standing(user))

    def pick_up(self, user: UserId) -> None:
        """Take what rings at their phone."""
        self._actions.pick_up_at(user)

    def wait(self, user: UserId) -> None:
        """Be connected with them when both are free, or no longer."""
        waiting = waiting_for(self._session.mirror, user)
        if waiting is None:
            self._actions.complete(user)
        else:
            self._actions.give_up(waiting.id)

    def _standing(self, user: UserId) -> Standing:
        mirror = self._session.mirror
        return Standing(
            starred=user in self._content.favourites(),
            watched=user in self._watches.users,
            can_watch=mirror.live and self._watches.can_watch(user),
            rings=can_be_taken(mirror, user),
            can_wait=can_be_waited_for(mirror, user),
            waiting=waiting_for(mirror, user),
        )

    def show_menu(self, place: int, where: QPoint, parent: QWidget) -> None:
        """All that can be done with a row."""
        match self._model.row(place):
            case Outside(contact=contact, number=number):
                self._show_contact_menu(contact, number, where, parent)
            case PersonRow(id=user):
                self._show_person_menu(user, where, parent)

    def _show_contact_menu(self, contact: ContactView, number: str, where: QPoint, parent: QWidget) -> None:
        menu = OutsideMenu(contact, number, parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.call_chosen.connect(lambda number: self._actions.call(number))
        menu.divert_chosen.connect(self.divert_to_wanted)
        menu.message_chosen.connect(self.message_wanted)
        menu.copy_chosen.connect(QGuiApplication.clipboard().setText)
        menu.mail_chosen.connect(self.mail)
        menu.details_chosen.connect(lambda: self.contact_wanted.emit(contact.id))
        menu.popup(where)

    def _show_person_menu(self, user: UserId, where: QPoint, parent: QWidget) -> None:
        menu = RowMenu(self._session.mirror.people[user], self._standing(user), parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.call_chosen.connect(lambda number: self._actions.call(number))
        menu.divert_chosen.connect(self.divert_to_wanted)
        menu.message_chosen.connect(self.message_wanted)
        menu.pickup_chosen.connect(lambda: self.pick_up(user))
        menu.wait_chosen.connect(lambda: self.wait(user))
        menu.watch_chosen.connect(lambda: self._watches.toggle(user))
        menu.copy_chosen.connect(QGuiApplication.clipboard().setText)
        menu.star_chosen.connect(lambda: self.star(user))
        menu.details_chosen.connect(lambda: self.details_wanted.emit(user))
        menu.mail_chosen.connect(self.mail)
        menu.popup(where)
