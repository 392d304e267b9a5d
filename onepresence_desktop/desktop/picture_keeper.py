"""Brings colleagues' pictures to those who paint them: asked for when first seen, a few at a time (spec 9.1)."""

from __future__ import annotations

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.gallery import Gallery
from onepresence_desktop.domain.errors import NotFound, OnePresenceError
from onepresence_desktop.domain.people import UserId

AT_ONCE = 2
"""Questions under way: calls and diversions go over the same connections."""
MOST_WAITING = 60
"""Of those who were scrolled past the oldest are let go; they are wanted again when they are seen again."""
PAINT_AFTER_MS = 120
"""Pictures that come together are painted together."""


class PictureKeeper(QObject):
    """Follows the session and fills a gallery."""

    def __init__(self, session: Session, actions: Actions, gallery: Gallery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions, self._gallery = session, actions, gallery
        self._waiting: deque[str] = deque()
        self._asking: set[str] = set()
        self._painting = QTimer(self)
        self._painting.setSingleShot(True)
        self._painting.setInterval(PAINT_AFTER_MS)
        self._painting.timeout.connect(_paint_again)
        gallery.wanted.connect(self._wanted)
        session.reset.connect(self._reset)
        session.people_changed.connect(self._look)
        self._look()

    def _reset(self) -> None:
        for person in self._waiting:
            self._gallery.forget(person)
        self._waiting.clear()
        self._look()

    def _look(self) -> None:
        which = {str(person.id): person.picture for person in self._session.mirror.people.values() if person.picture}
        self._gallery.set_which(which)
        self._painting.start()

    def _wanted(self, person: str) -> None:
        self._waiting.append(person)
        while len(self._waiting) > MOST_WAITING:
            self._gallery.forget(self._waiting.popleft())
        QTimer.singleShot(0, self, self._go_on)  # somebody is painting now

    def _go_on(self) -> None:
        while self._waiting and len(self._asking) < AT_ONCE and self._session.mirror.live:
            person = self._waiting.popleft()
            if person in self._asking or not self._gallery.which(person):
                continue
            self._asking.add(person)
            self._ask(person)

    def _ask(self, person: str) -> None:
        answered = partial(self._came, person, self._gallery.which(person))
        self._actions.ask("picture", lambda client: client.picture(UserId(person)), answered)

    def _came(self, person: str, which: str, answer: bytes | OnePresenceError) -> None:
        self._asking.discard(person)
        if self._gallery.which(person) != which:
            self._gallery.forget(person)  # another one meanwhile
        elif isinstance(answer, bytes):
            self._gallery.put(person, answer)
            self._painting.start()
        elif not isinstance(answer, NotFound):
            self._gallery.forget(person)  # asked for again when it is seen again
        self._go_on()


def _paint_again() -> None:
    """Whatever shows people anywhere; this is seldom, and what isn't in view costs nothing."""
    for widget in QApplication.allWidgets():
        if widget.isVisible():
            widget.update()
