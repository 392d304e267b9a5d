"""The one bridge from the client's mirror to Qt: typed signals that views connect to.

Presence changes are collected for one frame, so that a burst costs one repaint (design, section 7.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.client.mirror import Mirror, Part
from onepresence_desktop.domain.calls import CallState
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire import events, views

FRAME_MS = 16


class ConnectionState(Enum):
    """How the window stands to the service."""

    SIGNED_OUT = "signed_out"
    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Connection:
    """since: when it was last confirmed; retry_at: the next try (both on this machine's clock, aware UTC)."""

    state: ConnectionState
    since: datetime | None = None
    retry_at: datetime | None = None
    error: OnePresenceError | None = None


class Session(QObject):
    """What the views know: the mirror, the server's time, and a signal for each kind of change.

    reset: everything may be other. presence_changed: list of user ids. calls_changed: the `CallView` that changed.
    connection_changed: a `Connection`.
    """

    reset = Signal()
    people_changed = Signal()
    presence_changed = Signal(list)
    me_changed = Signal()
    diversions_changed = Signal()
    messages_changed = Signal()
    calls_changed = Signal(object)
    history_changed = Signal()
    connection_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mirror = Mirror()
        self.connection = Connection(ConnectionState.SIGNED_OUT)
        self._skew = timedelta()
        self._touched: dict[UserId, None] = {}
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._flush)

    def now(self) -> datetime:
        """The server's present moment, as well as known: countdowns are told by the server's clock."""
        return datetime.now(UTC) + self._skew

    def show_copy(self, snapshot: views.SnapshotView) -> None:
        """Take in the local copy: shown at once, but not as live."""
        self.mirror = Mirror()
        self.mirror.apply(snapshot)
        self.reset.emit()

    def take(self, event: events.Event, event_id: str) -> None:
        """Take in one event of the stream."""
        if isinstance(event, views.SnapshotView):
            self._skew = event.at - datetime.now(UTC)
            self.mirror.live = True
        if event_id:
            self.mirror.event_id = event_id
        self.mirror.at = self.now()
        part = self.mirror.apply(event)
        if isinstance(event, views.PresenceView | views.ReceptionNote):
            self._touch(event.user_id)
        elif isinstance(event, views.CallView):
            self.calls_changed.emit(event)
        else:
            self._tell(part)

    def _tell(self, part: Part) -> None:
        match part:
            case Part.ALL:
                self._touched.clear()
                self.reset.emit()
            case Part.PEOPLE:
                self.people_changed.emit()
            case Part.ME:
                self.me_changed.emit()
            case Part.DIVERSIONS:
                self.diversions_changed.emit()
            case Part.MESSAGES:
                self.messages_changed.emit()
            case Part.HISTORY:
                self.history_changed.emit()

    def set_connection(self, connection: Connection) -> None:
        """Tell the views how the connection stands."""
        self.mirror.live = connection.state is ConnectionState.LIVE
        if connection != self.connection:
            self.connection = connection
            self.connection_changed.emit(connection)

    def clear(self) -> None:
        """Forget everything (sign-out)."""
        self.mirror = Mirror()
        self._touched.clear()
        self.connection = Connection(ConnectionState.SIGNED_OUT)
        self.reset.emit()
        self.connection_changed.emit(self.connection)

    def own_call(self) -> views.CallView | None:
        """The call the user is in, an answered one before a ringing one."""
        calls = sorted(
            self.mirror.calls.values(),
            key=lambda c: (c.state not in (CallState.CONNECTED, CallState.HELD), c.started_at),
        )
        return calls[0] if calls else None

    def _touch(self, user_id: UserId) -> None:
        self._touched[user_id] = None
        if not self._frame.isActive():
            self._frame.start()

    def _flush(self) -> None:
        touched, self._touched = list(self._touched), {}
        if touched:
            self.presence_changed.emit(touched)
