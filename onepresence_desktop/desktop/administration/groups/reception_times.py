"""After how long calls come back to the reception: two fields in the reception's form, each set as it is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.actions import Actions
from onepresence_desktop.desktop.administration.record_form import FieldBox
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.widgets.banner import Banner, Tone
from onepresence_desktop.desktop.widgets.fields import Select
from onepresence_desktop.domain.errors import OnePresenceError
from onepresence_desktop.wire.reception import ReceptionTimesBody, ReceptionTimesView

BACK = (10, 15, 20, 25, 30, 45, 60, 90, 120, 180)
PARKED = (30, 60, 90, 120, 180, 300, 600, 900)
"""Seconds that can be chosen."""


class ReceptionTimes(QWidget):
    """Of the company; shown where its reception is."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._version: str | None = None
        self.back, self.parked = Select(), Select()
        self._boxes = [FieldBox(self.back), FieldBox(self.parked)]
        self.band = Banner(Tone.DANGER)
        row = QGridLayout()
        row.setHorizontalSpacing(12)
        for place, box in enumerate(self._boxes):
            box.field.setFixedHeight(32)
            row.addWidget(box, 0, place)
            row.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.band)
        self.band.hide()
        for field in (self.back, self.parked):
            field.picked.connect(lambda _key: self._put())
        self.retranslate()

    def retranslate(self) -> None:
        """All words again."""
        self._boxes[0].name(translate("Groups", "A call handed on comes back after"))
        self._boxes[1].name(translate("Groups", "A parked call comes back after"))
        for field, choices in ((self.back, BACK), (self.parked, PARKED)):
            chosen = field.key
            field.set_rows([(str(n), translate("Groups", "%n second(s)", "", n)) for n in choices])
            field.set_key(chosen)

    def load(self) -> None:
        """Ask for them."""
        self._actions.ask("reception_times", lambda client: client.reception_times(), self._arrived)

    def _put(self) -> None:
        body = ReceptionTimesBody(back_after=int(self.back.key), parked_for=int(self.parked.key), version=self._version)
        self._actions.ask("put_reception_times", lambda client: client.put_reception_times(body), self._answered)

    def _answered(self, answer: ReceptionTimesView | OnePresenceError) -> None:
        self._arrived(answer)
        if isinstance(answer, OnePresenceError):
            self.load()  # as it is now, so that nothing unsaved stands there

    def _arrived(self, answer: ReceptionTimesView | OnePresenceError) -> None:
        if isinstance(answer, OnePresenceError):
            self.band.say(texts.error(answer))
            return
        self._version = answer.version
        for field, seconds in ((self.back, answer.back_after), (self.parked, answer.parked_for)):
            if field.findData(str(seconds)) < 0:
                field.addItem(translate("Groups", "%n second(s)", "", seconds), str(seconds))
            field.set_key(str(seconds))
