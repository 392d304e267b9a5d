"""Colleagues one wants to be told of as soon as they are free (spec 2.6); each is told once, and then forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop.session import Session
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.domain.presence import Presence


class Watches(QObject):
    """free: a user id, who is free now. changed: the user ids whose watch began or ended.

    Free is what everybody sees as that: phones, diversions, meetings and working hours all say so, and it is known for
    sure. They live as long as one is signed in, also over a lost connection.
    """

    free = Signal(str)
    changed = Signal(list)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._users: dict[UserId, None] = {}
        session.presence_changed.connect(self._look)
        session.people_changed.connect(self._look_at_all)
        session.reset.connect(self._look_at_all)
        session.connection_changed.connect(self._look_at_all)

    @property
    def users(self) -> frozenset[UserId]:
        """Who is waited for."""
        return frozenset(self._users)

    def can_watch(self, user: UserId) -> bool:
        """Whether there is anything to wait for: not for oneself, and not for somebody who is free."""
        mirror = self._session.mirror
        me = mirror.me.id if mirror.me is not None else None
        return user != me and user in mirror.people and not self._is_free(user)

    def toggle(self, user: UserId) -> None:
        """Begin to wait for somebody, or leave off."""
        if user in self._users:
            self._end(user)
        elif self.can_watch(user):
            self._users[user] = None
            self.changed.emit([user])

    def _look_at_all(self) -> None:
        if self._session.mirror.me is None:
            gone = list(self._users)
            self._users.clear()
            if gone:
                self.changed.emit(gone)
            return
        self._look(list(self._users))

    def _look(self, users: list[UserId]) -> None:
        for user in users:
            if user not in self._users:
                continue
            if user not in self._session.mirror.people:
                self._end(user)
            elif self._is_free(user):
                self._end(user)
                self.free.emit(user)

    def _end(self, user: UserId) -> None:
        del self._users[user]
        self.changed.emit([user])

    def _is_free(self, user: UserId) -> bool:
        mirror = self._session.mirror
        seen = mirror.presence.get(user)
        return mirror.live and seen is not None and seen.presence is Presence.AVAILABLE
