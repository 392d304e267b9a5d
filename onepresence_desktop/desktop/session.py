"""The one bridge from the client's mirror to Qt: a typed signal per slice that views connect to.

What everyone may see changes in bursts (a morning, an import): it is collected for one frame, so that a burst costs one
repaint (design, section 7.3).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from onepresence_desktop.client import readings
from onepresence_desktop.client.mirror import Mirror
from onepresence_desktop.client.phonebook import Phonebook
from onepresence_desktop.desktop import company_time
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.domain.people import UserId
from onepresence_desktop.wire import views
from onepresence_desktop.wire.contacts import ContactChanges, ContactView
from onepresence_desktop.wire.slices import Audience, Keyed, Slice
from onepresence_desktop.wire.stream import SLICES, Event, SnapshotView

FRAME_MS = 16
DAY_STEP_MS = 60_000
"""How long midnight may be missed: timers stand still while the machine sleeps, and its clock may be set."""


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


class SliceChanged(QObject):
    """The signal of one slice.

    told: for the user's own slices the event that came; for those of everyone or of receptionists the list of keys that
    changed since the last time, at most once per frame.
    """

    told = Signal(object)


class Session(QObject):
    """What the views know: the mirror, the server's time, and a signal for each slice.

    reset: everything may be other. connection_changed: a `Connection`. phonebook_changed: the ids of contacts that
    came, changed or went; None when the user's stars did. copy_shown: all contacts are here that were kept on disk,
    which come in while `showing_copy`. day_changed: it is another day here, and what is said of days ("tomorrow") must
    be said again. Each slice's signal (see `SliceChanged`) is `changed(SLICE)` and an attribute
    `<word>_changed`; those used in many places are named here.
    """

    reset = Signal()
    connection_changed = Signal(object)
    phonebook_changed = Signal(object)
    copy_shown = Signal()
    day_changed = Signal()

    people_changed: SignalInstance
    presence_changed: SignalInstance
    me_changed: SignalInstance
    diversions_changed: SignalInstance
    messages_changed: SignalInstance
    calls_changed: SignalInstance
    history_changed: SignalInstance
    contacts_changed: SignalInstance
    shared_contacts_changed: SignalInstance

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mirror = Mirror()
        self.phonebook = Phonebook()
        self.connection = Connection(ConnectionState.SIGNED_OUT)
        self.showing_copy = False
        self._skew = timedelta()
        self._signals = {one: SliceChanged(self) for one in SLICES}
        for one, signal in self._signals.items():
            setattr(self, f"{one.word}_changed", signal.told)
        self._touched: dict[Slice[Any], dict[str, None]] = {}
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._flush)
        self._day: date | None = None
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self.look_at_day)
        self.look_at_day()

    def changed(self, which: Slice[Any]) -> SignalInstance:
        """The signal of a slice."""
        return self._signals[which].told

    def now(self) -> datetime:
        """The server's present moment, as well as known: countdowns are told by the server's clock."""
        return datetime.now(UTC) + self._skew

    def look_at_day(self) -> None:
        """Tell of another day if it is one, and look again at midnight, or sooner."""
        here = company_time.local(self.now())
        before, self._day = self._day, here.date()
        midnight = company_time.at(here.date() + timedelta(days=1), time())
        left = math.ceil((midnight - here) / timedelta(milliseconds=1))
        self._midnight.start(max(1, min(DAY_STEP_MS, left)))
        if before not in (None, self._day):
            self.day_changed.emit()

    def show_copy(self, snapshot: views.SnapshotView) -> None:
        """Take in the local copy: shown at once, but not as live."""
        self.mirror = Mirror()
        self.mirror.apply(snapshot)
        self.reset.emit()

    def take(self, event: Event, event_id: str) -> None:
        """Take in one event of the stream."""
        if isinstance(event, SnapshotView):
            self._skew = event.at - datetime.now(UTC)
            self.mirror.live = True
        if event_id:
            self.mirror.event_id = event_id
        self.mirror.at = self.now()
        changed = self.mirror.apply(event)
        if changed is not None:
            self._tell(changed, event)
        elif isinstance(event, SnapshotView):
            self._touched.clear()
            self.reset.emit()

    def _tell(self, which: Slice[Any], event: Event) -> None:
        if which.audience is Audience.OWNER:
            self.changed(which).emit(event)
            return
        self._touched.setdefault(which, {})[which.key(event)] = None
        if isinstance(which, Keyed) and which.removed is not None and isinstance(event, which.removed):
            self._flush()  # nobody may paint a row of somebody who is gone
        elif not self._frame.isActive():
            self._frame.start()

    def set_connection(self, connection: Connection) -> None:
        """Tell the views how the connection stands."""
        self.mirror.live = connection.state is ConnectionState.LIVE
        if connection.state is ConnectionState.STALE and connection.since is not None:
            # Until then all of it was right, however long ago the last change was.
            self.mirror.at = connection.since + self._skew
        if connection != self.connection:
            self.connection = connection
            self.connection_changed.emit(connection)

    def clear(self) -> None:
        """Forget everything (sign-out)."""
        self.mirror = Mirror()
        self.phonebook = Phonebook()
        self._touched.clear()
        self.connection = Connection(ConnectionState.SIGNED_OUT)
        self.reset.emit()
        self.connection_changed.emit(self.connection)

    def take_contacts(self, changes: ContactChanges, *, shared: bool) -> None:
        """Take in contacts that changed."""
        touched = self.phonebook.shelf(shared=shared).take(changes)
        if touched:
            self.phonebook_changed.emit(touched)

    def show_contacts(self, kept: ContactChanges, *, shared: bool) -> None:
        """Take in contacts of the local copy, unless the service has told of this shelf meanwhile."""
        if self.phonebook.shelf(shared=shared).version in (-1, kept.version):
            self.take_contacts(kept, shared=shared)

    def put_contact(self, contact: ContactView) -> None:
        """Take in a contact that the service has answered with."""
        self.phonebook.shelf(shared=contact.shared).put(contact)
        self.phonebook_changed.emit({contact.id})

    def whose(self, number: str) -> tuple[str, UserId | None]:
        """Whose a number is: a colleague's, a contact's, else the name in the history; ("", None) if unknown."""
        name, user_id = self.mirror.whose(number)
        contact = self.phonebook.whose(number) if user_id is None else None
        return (contact.name, None) if contact is not None else (name, user_id)

    def known(self, number: str) -> bool:
        """Whether a number is a colleague's or a contact's."""
        return self.mirror.whose(number)[1] is not None or self.phonebook.whose(number) is not None

    def own_call(self) -> views.CallView | None:
        """The call the user is in, an answered one before a ringing one."""
        return readings.own_call(self.mirror)

    def call_to_answer(self) -> views.CallView | None:
        """The call that can be taken now: one that rings before one that leaves a message."""
        return readings.call_to_answer(self.mirror)

    def _flush(self) -> None:
        touched, self._touched = self._touched, {}
        for which in SLICES:
            if which in touched:
                self.changed(which).emit(list(touched[which]))
