"""Five minutes before a calendar's entry diverts, its owner is told, and may say "not this time" (spec 5.3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.popups.toasts import NoteToast, Toast
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.domain.calendar_words import ANNOUNCED
from onepresence_desktop.domain.diversion import Origin
from onepresence_desktop.wire.diversions import StandingView

LONGEST_MS = 60_000
"""The clock may be set, or the computer may have slept, meanwhile."""


class Announcements(QObject):
    """Tells once of each entry; what is taken back meanwhile goes away."""

    def __init__(
        self, session: Session, actions: Actions, show: Callable[[Toast], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._show = session, actions, show
        self._told: set[tuple[str, str]] = set()
        self.toasts: dict[str, NoteToast] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        session.diversions_changed.connect(self.look)
        session.reset.connect(self.look)
        self.look()

    def look(self) -> None:
        """Tell of what is near, take away what isn't to come any more, and sleep until the next."""
        self._timer.stop()
        diversions = self._session.mirror.diversions
        coming = [one for one in diversions.coming if one.origin is Origin.CALENDAR] if diversions else []
        now = self._session.now()
        for gone in set(self.toasts) - {one.id for one in coming}:
            self.toasts[gone].close()
        waits = []
        for one in coming:
            left = (one.starts_at - now).total_seconds()
            if 0 < left <= ANNOUNCED.total_seconds():
                self._tell(one, left)
            elif left > 0:
                waits.append(left - ANNOUNCED.total_seconds())
        if waits:
            self._timer.start(max(250, min(LONGEST_MS, round(min(waits) * 1000))))

    def _tell(self, one: StandingView, left: float) -> None:
        if (one.id, one.starts_at.isoformat()) in self._told:
            return
        self._told.add((one.id, one.starts_at.isoformat()))
        name = texts.diversion_name(one.title, one.reason)
        title = translate("Shell", "{reason} at {time}").format(reason=name, time=texts.clock(one.starts_at))
        where = translate("Shell", "From your calendar: {destination}")
        line = where.format(destination=texts.destination(one.destination))
        action = translate("Shell", "Not this time")
        toast = NoteToast("calendar", Color.DIVERTED_TINT, Color.DIVERTED_TEXT, title, line, action)
        toast.action.clicked.connect(lambda: self._actions.remove_diversion(one.id))
        toast.destroyed.connect(lambda: self._gone(one.id, toast))
        toast.leave_after(round(left * 1000))
        self.toasts[one.id] = toast
        self._show(toast)

    def _gone(self, diversion_id: str, toast: NoteToast) -> None:
        if self.toasts.get(diversion_id) is toast:
            del self.toasts[diversion_id]
