"""Missed call, new voicemail, connection lost and found: each shown once, and only if its setting is on (spec 10.7)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.settings import keys
from onepresence_desktop.desktop.settings.keys import Settings
from onepresence_desktop.desktop.shell.toasts import NoteToast, Toast
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.diversion import Reason
from onepresence_desktop.domain.messages import Message, MessageKind
from onepresence_desktop.domain.presence import Presence

LOST_FOR_MS = 15_000
"""A connection that is back before this is not worth a word."""


class Notifications(QObject):
    """Works out what is new from the difference of states, so nothing is missed over a new snapshot.

    voicemail_wanted: a message is to be played; message_wanted: shown. section_wanted: a section, by key;
    window_wanted: the window as it is. The first snapshot after signing in tells nothing: it isn't news.
    """

    voicemail_wanted = Signal(object)
    message_wanted = Signal(object)
    section_wanted = Signal(str)
    window_wanted = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        show: Callable[[Toast], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._settings = settings
        self._show = show
        self._known_messages: set[str] | None = None
        self._known_records: set[str] | None = None
        self._told_lost = False
        self._lost = QTimer(self)
        self._lost.setSingleShot(True)
        self._lost.setInterval(LOST_FOR_MS)
        self._lost.timeout.connect(self._say_lost)
        session.reset.connect(self._look)
        session.messages_changed.connect(self._look_messages)
        session.history_changed.connect(self._look_history)
        session.connection_changed.connect(self._connection)
        self._look()

    def _look(self) -> None:
        # What the local copy had isn't what the user has seen: the first live state is where news begins.
        if self._session.mirror.me is None or not self._session.mirror.live:
            self._known_messages = self._known_records = None
            return
        self._look_messages()
        self._look_history()

    def _look_messages(self) -> None:
        messages = self._session.mirror.messages
        known, self._known_messages = self._known_messages, set(messages)
        if known is None or self._quiet() or not self._settings.get(keys.NOTIFY_VOICEMAIL):
            return
        for message in messages.values():
            if message.id not in known and not message.read and message.kind is MessageKind.VOICEMAIL:
                self._say_voicemail(message)

    def _look_history(self) -> None:
        history = self._session.mirror.history
        known, self._known_records = self._known_records, {record.id for record in history}
        if known is None or self._quiet() or not self._settings.get(keys.NOTIFY_MISSED):
            return
        for record in history:
            if record.id not in known and record.direction is Direction.MISSED and not record.voicemail:
                self._say_missed(record)

    def _quiet(self) -> bool:
        """Do-not-disturb silences notifications (spec 3.8a)."""
        diversions = self._session.mirror.diversions
        if diversions is None:
            return False
        return any(d.id == diversions.counts and d.reason is Reason.DO_NOT_DISTURB for d in diversions.current)

    def _say_voicemail(self, message: Message) -> None:
        who = self._who(message.name, message.number)
        title = translate("Shell", "New voicemail from {name}").format(name=who)
        line = f"{texts.clock(message.at)} · {texts.recording(message.seconds, message.cut_short)}"
        toast = NoteToast(
            "msg-voicemail",
            Color.ACCENT_TINT,
            Color.ACCENT_TEXT,
            title,
            line,
            translate("Shell", "Play"),
            unread=True,
        )
        toast.action.set_icon("play")
        toast.action.clicked.connect(lambda: self.voicemail_wanted.emit(message.id))
        toast.opened.connect(lambda: self.message_wanted.emit(message.id))
        self._show(toast)

    def _say_missed(self, record: CallRecord) -> None:
        who = self._who(record.name, record.number)
        title = translate("Shell", "Missed call from {name}").format(name=who)
        action = translate("Shell", "Call back") if record.number else ""
        line = " · ".join(part for part in (texts.clock(record.at), self._now(record.number)) if part)
        toast = NoteToast("call-missed", Color.DANGER_TINT, Color.DANGER_TEXT, title, line, action)
        toast.action.set_icon("call")
        toast.action.clicked.connect(lambda: self._actions.call(record.number))
        toast.opened.connect(lambda: self.section_wanted.emit("calls"))
        self._show(toast)

    def _who(self, name: str, number: str) -> str:
        known = name or self._session.mirror.whose(number)[0]
        return known or texts.number(number) or translate("Shell", "Withheld number")

    def _now(self, number: str) -> str:
        """What a colleague is doing now, who may be called back; "" for others."""
        mirror = self._session.mirror
        seen = mirror.presence.get(user) if (user := mirror.whose(number)[1]) is not None else None
        if seen is None or not mirror.live or seen.presence is Presence.UNKNOWN:
            return ""
        return translate("Shell", "now: {state}").format(state=texts.presence(seen.presence).lower())

    def _connection(self, connection: Connection) -> None:
        if connection.state is ConnectionState.STALE:
            if not self._lost.isActive() and not self._told_lost:
                self._lost.start()
            return
        self._lost.stop()
        if connection.state is ConnectionState.LIVE and self._told_lost:
            self._told_lost = False
            if self._settings.get(keys.NOTIFY_CONNECTION):
                title = translate("Shell", "Connected again")
                line = translate("Shell", "States are live")
                self._say_connection(NoteToast("online", Color.AVAILABLE_TINT, Color.AVAILABLE_TEXT, title, line))
        elif connection.state is ConnectionState.SIGNED_OUT:
            self._told_lost = False

    def _say_lost(self) -> None:
        self._told_lost = True
        if self._settings.get(keys.NOTIFY_CONNECTION):
            title = translate("Shell", "No connection to the telephone system.")
            line = translate("Shell", "States may be out of date.")
            self._say_connection(NoteToast("disconnected", Color.WARNING_TINT, Color.WARNING_TEXT, title, line))

    def _say_connection(self, toast: NoteToast) -> None:
        toast.opened.connect(self.window_wanted)
        self._show(toast)
