"""Where calls of colleagues go instead (spec 3.6a)."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.diversion.target import Target
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.labels import field_label
from onepresence_desktop.domain.diversion import Destination, DestinationKind

ROW = (DestinationKind.VOICEMAIL, DestinationKind.RECEPTION, DestinationKind.NUMBER, DestinationKind.OPEN)


class ForColleagues(QWidget):
    """Another destination for colleagues: nothing until it is split off, then a row of its own.

    split: the button that does it, to be put where all calls' destination is headed. changed: another one, or none.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.split = Button(kind=Kind.LINK, height=24, small=True, flush=True)
        self.split.clicked.connect(lambda: self._split(apart=not self.apart))
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._label = field_label()
        row.addWidget(self._label)
        self.chips: dict[DestinationKind, Chip] = {}
        for kind in ROW:
            chip = self.chips[kind] = Chip(outlined=True, radius=8)
            chip.clicked.connect(self._chosen)
            row.addWidget(chip)
        row.addStretch(1)
        column.addWidget(self._row)
        self._target_place = QVBoxLayout()
        column.addLayout(self._target_place)
        self._target: Target | None = None
        self.fill(None)

    @property
    def apart(self) -> bool:
        """Whether colleagues go elsewhere."""
        return self._row.isVisibleTo(self)

    @property
    def destination(self) -> Destination | None:
        """Where colleagues go; None: where all go."""
        if not self.apart:
            return None
        kind = next((kind for kind, chip in self.chips.items() if chip.isChecked()), DestinationKind.VOICEMAIL)
        return Destination(kind, self._target.number if kind is DestinationKind.NUMBER and self._target else None)

    @property
    def wrong(self) -> Wrong | None:
        """Why calls of colleagues can't be sent there, as far as that can be told here."""
        found = self.destination
        to_number = found is not None and found.kind is DestinationKind.NUMBER
        return self._number().wrong if to_number else None

    def fill(self, destination: Destination | None) -> None:
        """Show it."""
        kind = destination.kind if destination is not None else DestinationKind.OPEN
        for each, chip in self.chips.items():
            chip.mark(each is kind)
        if destination is not None and destination.number:
            self._number().set_number(destination.number)
        self._row.setVisible(destination is not None)
        self._arrange()

    def offer(self, kinds: Collection[DestinationKind]) -> None:
        """Where they can go; what was chosen once stays."""
        for kind, chip in self.chips.items():
            chip.setVisible(kind in kinds or chip.isChecked())

    def _number(self) -> Target:
        if self._target is None:
            self._target = Target(self._session)
            self._target.changed.connect(self.changed)
            self._target_place.addWidget(self._target)
        return self._target

    def _split(self, *, apart: bool) -> None:
        self._row.setVisible(apart)
        self._arrange()
        self.changed.emit()

    def _chosen(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        self.setVisible(self.apart)
        number = self.apart and self.chips[DestinationKind.NUMBER].isChecked()
        if number or self._target is not None:
            self._number().setVisible(number)
        apart = translate("Diversion", "The same for all"), translate("Diversion", "Split: outside and colleagues")
        self.split.setText(apart[0] if self.apart else apart[1])
        self.split.updateGeometry()

    def retranslate(self) -> None:
        """All texts again."""
        words = {
            DestinationKind.VOICEMAIL: "OneVoicemail",
            DestinationKind.RECEPTION: translate("Diversion", "Reception"),
            DestinationKind.NUMBER: translate("Diversion", "Number"),
            DestinationKind.OPEN: translate("Diversion", "Keep open"),
        }
        for kind, chip in self.chips.items():
            chip.setText(words[kind])
            chip.setAccessibleName(translate("Diversion", "Colleagues: {where}").format(where=words[kind]))
            chip.updateGeometry()
        self._label.setText(translate("Diversion", "Colleagues"))
        self._row.setAccessibleName(translate("Diversion", "Colleagues"))
        if self._target is not None:
            self._target.retranslate()
        self._arrange()
