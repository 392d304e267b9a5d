"""What pulses in the list and the tiles: the rows in view whose phone rings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QAbstractItemView

from onepresence_desktop.desktop.colleagues.model import ColleaguesModel
from onepresence_desktop.desktop.colleagues.rows import PersonRow
from onepresence_desktop.desktop.widgets.pulse import pulse
from onepresence_desktop.domain.presence import Presence


class Ringing(QObject):
    """Of one view. seen: the places in it now. beats: of a row's rectangle, the part that pulses."""

    def __init__(
        self,
        view: QAbstractItemView,
        model: ColleaguesModel,
        seen: Callable[[], range],
        beats: Callable[[QRect], QRect],
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._seen, self._beats = view, model, seen, beats
        pulse().beat.connect(self._beat)
        view.installEventFilter(self)

    def watch(self) -> None:
        """Other rows are in view, or in other states: pulse while one of them rings."""
        if self._view.isVisible() and any(self._rings(place) for place in self._seen()):
            pulse().hold(self._view)
        else:
            pulse().release(self._view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What nobody sees doesn't pulse."""
        if event.type() is QEvent.Type.Show:
            self.watch()
        elif event.type() is QEvent.Type.Hide:
            pulse().release(self._view)
        return False

    def _rings(self, place: int) -> bool:
        row = self._model.row(place)
        return isinstance(row, PersonRow) and row.presence is Presence.RINGING and not row.stale

    def _beat(self) -> None:
        if self._view.isVisible():
            for place in self._seen():
                if self._rings(place):
                    self._view.viewport().update(self._beats(self._view.visualRect(self._model.index(place, 0))))
