"""Missed call, voicemail, text, connection lost and found, a newer version: told once, if its setting is on (10.7)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop import __version__
from onepresence_desktop.client import readings
from onepresence_desktop.desktop import stored_settings as keys
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.pages import CheckPlace, Compose, MessagePlace, Place
from onepresence_desktop.desktop.popups.toasts import NoteToast, Toast
from onepresence_desktop.desktop.session import Connection, ConnectionState, Session
from onepresence_desktop.desktop.stored_settings import Settings
from onepresence_desktop.desktop.texts import doctor as doctor_words
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.doctor import Finding
from onepresence_desktop.domain.messages import Message, MessageKind
from onepresence_desktop.domain.outgoing import Way
from onepresence_desktop.domain.presence import Presence
from onepresence_desktop.wire.doctor import FINDINGS

LOST_FOR_MS = 15_000
"""A connection that is back before this is not worth a word."""
TEXT_ROOM = 120
"""Characters of a text that are told; all of it stands in the inbox."""
_WAYS = {MessageKind.SMS: Way.SMS, MessageKind.EMAIL: Way.EMAIL}
"""Kinds that are texts, and how each is answered."""


class Notifications(QObject):
    """Works out what is new from the difference of states, so nothing is missed over a new snapshot.

    missed, voicemail, text: one is told of now. wanted: a `Place` of the window. window_wanted: the window as it is.
    The first snapshot after signing in tells nothing: it isn't news.
    """

    wanted = Signal(object)
    window_wanted = Signal()
    missed = Signal()
    voicemail = Signal()
    text = Signal()

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
        self._known_findings: set[tuple[str, str]] | None = None
        self._told_lost = False
        self._lost = QTimer(self)
        self._lost.setSingleShot(True)
        self._lost.setInterval(LOST_FOR_MS)
        self._lost.timeout.connect(self._say_lost)
        session.reset.connect(self._look)
        session.messages_changed.connect(self._look_messages)
        session.history_changed.connect(self._look_history)
        session.changed(FINDINGS).connect(self._look_findings)
        session.connection_changed.connect(self._connection)
        self._look()

    def _look(self) -> None:
        # What the local copy had isn't what the user has seen: the first live state is where news begins.
        if self._session.mirror.me is None or not self._session.mirror.live:
            self._known_messages = self._known_records = self._known_findings = None
            return
        self._look_messages()
        self._look_history()
        self._look_findings()
        self._look_for_update()

    def _look_messages(self) -> None:
        messages = self._session.mirror.messages
        known, self._known_messages = self._known_messages, set(messages)
        if known is None or self._quiet():
            return
        for message in messages.values():
            if message.id in known or message.read:
                continue
            if message.kind is MessageKind.VOICEMAIL and self._settings.get(keys.NOTIFY_VOICEMAIL):
                self._say_voicemail(message)
            elif message.kind in _WAYS and self._settings.get(keys.NOTIFY_TEXT):
                self._say_text(message)

    def _look_history(self) -> None:
        history = self._session.mirror.history
        known, self._known_records = self._known_records, {record.id for record in history}
        if known is None or self._quiet() or not self._settings.get(keys.NOTIFY_MISSED):
            return
        for record in history:
            if record.id not in known and record.direction is Direction.MISSED and not record.voicemail:
                self._say_missed(record)

    def _look_findings(self) -> None:
        """What lasts is said to administrators whatever is switched off: nobody else would mend it (spec 12.4e)."""
        found = readings.to_mend(self._session.mirror)
        known, self._known_findings = self._known_findings, {(one.code, one.about) for one in found}
        if known is None or self._quiet():
            return
        for finding in found:
            if (finding.code, finding.about) not in known:
                self._say_finding(finding)

    def _say_finding(self, finding: Finding) -> None:
        look = translate("Shell", "Show")
        what, to_do = doctor_words.what(finding), doctor_words.to_do(finding)
        toast = NoteToast("error", Color.DANGER_TINT, Color.DANGER_TEXT, what, to_do, look)
        toast.action.clicked.connect(lambda: self.wanted.emit(CheckPlace()))
        toast.opened.connect(lambda: self.wanted.emit(CheckPlace()))
        self._show(toast)

    def _quiet(self) -> bool:
        """Do-not-disturb silences notifications (spec 3.8a)."""
        return readings.quiet(self._session.mirror)

    def _look_for_update(self) -> None:
        newer = readings.newer_client(self._session.mirror, __version__)
        if not newer or newer == self._settings.get(keys.UPDATE_TOLD):
            return
        self._settings.set(keys.UPDATE_TOLD, newer)
        title = translate("Shell", "Version {version} of OnePresence is out").format(version=newer)
        line = translate("Shell", "You have version {version}").format(version=__version__)
        self._say_connection(NoteToast("update", Color.ACCENT_TINT, Color.ACCENT_TEXT, title, line))

    def _say_voicemail(self, message: Message) -> None:
        self.voicemail.emit()
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
        toast.action.clicked.connect(lambda: self.wanted.emit(MessagePlace(message=message.id, play=True)))
        toast.opened.connect(lambda: self.wanted.emit(MessagePlace(message=message.id)))
        self._show(toast)

    def _say_text(self, message: Message) -> None:
        self.text.emit()
        title = translate("Shell", "Message from {name}").format(name=self._who(message.name, message.number))
        words = " ".join(message.text.split())
        line = words if len(words) <= TEXT_ROOM else f"{words[: TEXT_ROOM - 1]}…"
        reply, by = translate("Inbox", "Reply") if message.number else "", _WAYS[message.kind]
        icon = "msg-sms" if by is Way.SMS else "msg-email"
        toast = NoteToast(icon, Color.ACCENT_TINT, Color.ACCENT_TEXT, title, line, reply, unread=True)
        toast.action.set_icon("reply")
        toast.action.clicked.connect(lambda: self.wanted.emit(Compose(to=(message.number,), by=by)))
        toast.opened.connect(lambda: self.wanted.emit(MessagePlace(message=message.id)))
        self._show(toast)

    def _say_missed(self, record: CallRecord) -> None:
        self.missed.emit()
        who = self._who(record.name, record.number)
        title = translate("Shell", "Missed call from {name}").format(name=who)
        action = translate("Shell", "Call back") if record.number else ""
        line = " · ".join(part for part in (texts.clock(record.at), self._now(record.number)) if part)
        toast = NoteToast("call-missed", Color.DANGER_TINT, Color.DANGER_TEXT, title, line, action)
        toast.action.set_icon("call")
        toast.action.clicked.connect(lambda: self._actions.call(record.number))
        toast.opened.connect(lambda: self.wanted.emit(Place(section="calls")))
        self._show(toast)

    def _who(self, name: str, number: str) -> str:
        known = name or self._session.whose(number)[0]
        return known or texts.number(number) or translate("Shell", "Withheld number")

    def _now(self, number: str) -> str:
        """What a colleague is doing now, who may be called back; "" for others."""
        mirror = self._session.mirror
        seen = mirror.presence.get(user) if (user := self._session.whose(number)[1]) is not None else None
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
