"""All pop-ups of the program: ringing calls, news, and what was refused while nobody looks at the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.caller_cards import CallerCards
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import Place
from onepresence_desktop.desktop.platform import idle
from onepresence_desktop.desktop.popups.announcements import Announcements
from onepresence_desktop.desktop.popups.incoming import IncomingCalls
from onepresence_desktop.desktop.popups.notifications import Notifications
from onepresence_desktop.desktop.popups.nudge import Nudge
from onepresence_desktop.desktop.popups.other_phone import other_phone
from onepresence_desktop.desktop.popups.outgoing import OutgoingCalls
from onepresence_desktop.desktop.popups.sounds import Sounds
from onepresence_desktop.desktop.popups.toasts import NoteToast, ToastStack
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.watches import Watches
from onepresence_desktop.domain.errors import DeviceNotRegistered, OnePresenceError
from onepresence_desktop.domain.people import UserId


class PopUps(QObject):
    """wanted: a `Place` of the window that one of them is about. window_wanted: the window as it is.

    looked_at: whether the window is in front of somebody; then it says what goes on itself. section: which is shown.
    """

    wanted = Signal(object)
    window_wanted = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        watches: Watches,
        cards: CallerCards,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self.stack = ToastStack(self)
        self.stack.demo = lambda: session.mirror.customer is not None and session.mirror.customer.demo
        self.sounds = Sounds(session, settings, self)
        self._incoming = IncomingCalls(session, actions, settings, self.stack, cards, self)
        self.looked_at: Callable[[], bool] = lambda: False
        self.section: Callable[[], str] = lambda: ""
        self._incoming.queue_seen = lambda: self.looked_at() and self.section() == "reception"
        self._outgoing = OutgoingCalls(session, actions, self.stack, lambda: self.looked_at(), self)
        self._notifications = Notifications(session, actions, settings, self.stack.show, self)
        self._notifications.wanted.connect(self.wanted)
        self._notifications.window_wanted.connect(self.window_wanted)
        self._nudge = Nudge(session, actions, settings, self.stack.show, idle.for_this_system(), self)
        self._announcements = Announcements(session, actions, self.stack.show, self)
        self._incoming.rings.connect(lambda: self.sounds.play(keys.SOUND_INCOMING))
        self._notifications.missed.connect(lambda: self.sounds.play(keys.SOUND_MISSED))
        self._notifications.voicemail.connect(lambda: self.sounds.play(keys.SOUND_VOICEMAIL))
        self._notifications.text.connect(lambda: self.sounds.play(keys.SOUND_TEXT))
        watches.free.connect(self._say_free)

    def _say_free(self, user: UserId) -> None:
        person = self._session.mirror.people.get(user)
        if person is None:
            return
        title = translate("Shell", "{name} is free now").format(name=person.name)
        line, action = texts.number(person.local_number), translate("Shell", "Call")
        toast = NoteToast("bell", Color.AVAILABLE_TINT, Color.AVAILABLE_TEXT, title, line, action)
        toast.action.set_icon("call")
        toast.action.clicked.connect(lambda: self._actions.call(person.local_number))
        toast.opened.connect(lambda: self.wanted.emit(Place(section="search")))
        self.stack.show(toast)

    def say(self, words: str, then: Callable[[], None] | None = None) -> None:
        """A short message. then: what a click on it does, instead of showing the window."""
        self._show(NoteToast("info", Color.ACCENT_TINT, Color.ACCENT_TEXT, words), then)

    def refused(self, problem: OnePresenceError) -> None:
        """Why a command was refused; with another phone to call from, when the usual one isn't connected."""
        number = self._actions.last_called
        other = other_phone(self._session, problem) if isinstance(problem, DeviceNotRegistered) and number else None
        if other is None:
            self._show(NoteToast("error", Color.DANGER_TINT, Color.DANGER_TEXT, texts.error(problem)))
            return
        words, device = other
        title, line = texts.error(problem), texts.number(number)
        toast = NoteToast("device-desk-offline", Color.WARNING_TINT, Color.WARNING_TEXT, title, line, words)
        toast.action.clicked.connect(lambda: self._actions.call(number, device))
        self._show(toast)

    def _show(self, toast: NoteToast, then: Callable[[], None] | None = None) -> None:
        """Show it, and what it is about when it is clicked; once, if the same is said again and again."""
        title = toast.title.text()
        there = (shown for shown in self.stack.toasts if isinstance(shown, NoteToast) and shown.isVisible())
        if any(shown.title.text() == title for shown in there):
            toast.deleteLater()
            return
        toast.opened.connect(then or self.window_wanted)
        self.stack.show(toast)
