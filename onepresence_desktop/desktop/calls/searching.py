"""Calls of long ago that a search or filter lets through: asked of the service, for a page knows the newest only."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from onepresence_desktop.desktop import company_time
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.calls.rows import Filter
from onepresence_desktop.domain.calls import CallRecord, Direction
from onepresence_desktop.domain.errors import OnePresenceError

TYPED_MS = 250
"""After the last key, so that not every letter is a question."""
KINDS = {Filter.OUTGOING: Direction.OUTGOING, Filter.MISSED: Direction.MISSED}
"""What the service can tell apart as the page does; calls that came in are also those that were missed."""
Wanted = tuple[str, Filter, date | None]


class CallSearch(QObject):
    """records: what was found, newest first. changed: there is more."""

    changed = Signal()

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self.records: list[CallRecord] = []
        self._wanted: Wanted | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPED_MS)
        self._soon.timeout.connect(self._ask)

    def want(self, text: str, which: Filter, since: date | None, *, all_known: bool) -> None:
        """What is looked for now; nothing is asked for "", nor where every call is known already."""
        wanted = (" ".join(text.split()), which, since)
        if all_known or not wanted[0] or which is Filter.SHARED:
            self._soon.stop()
            self._wanted, self.records = None, []
        elif wanted != self._wanted:
            self._wanted, self.records = wanted, []
            self._soon.start()

    def _ask(self) -> None:
        if self._wanted is None:
            return
        text, which, since = self._wanted
        start = company_time.at(since, time()) if since is not None else None
        self._actions.ask(
            "search_calls",
            lambda client: client.calls(query=text, kind=KINDS.get(which), start=start),
            partial(self._take, self._wanted),
        )

    def _take(self, wanted: Wanted, answer: list[CallRecord] | OnePresenceError) -> None:
        if wanted == self._wanted and not isinstance(answer, OnePresenceError):
            self.records = answer
            self.changed.emit()
