"""The departments over the colleagues: one chip for all, one for each that there is room for, the rest in a menu."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from onepresence_desktop.desktop import alphabet
from onepresence_desktop.desktop.languages import language_in_use, translate
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.menu import Menu
from onepresence_desktop.wire.people import PersonView

MARGIN, GAP = 16, 4


class Departments(QWidget):
    """chosen: another department, "" for all. The largest stand first; `key` is the one chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.names: list[str] = []
        self.chips: dict[str, Chip] = {}
        self.more = Chip()
        self.more.setCheckable(False)
        self.more.clicked.connect(self._show_menu)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 4, MARGIN, 4)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.more)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_people(())

    def show_people(self, people: Iterable[PersonView]) -> None:
        """Whose departments there are; a chosen one that is no more gives way to all."""
        counts = Counter(person.department for person in people if person.department and not person.closed)
        language = language_in_use()
        names = sorted(counts, key=lambda name: (-counts[name], alphabet.order(name, language)))
        if names != self.names or not self.chips:
            self.names = names
            for chip in self.chips.values():
                self._group.removeButton(chip)
                self._row.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = {name: self._chip(name) for name in ("", *names)}
            for place, chip in enumerate(self.chips.values()):
                self._row.insertWidget(place, chip)
            if self.key not in self.chips:
                self.choose("")
        self.retranslate()

    def _chip(self, name: str) -> Chip:
        chip = Chip(name)
        self._group.addButton(chip)
        chip.setChecked(name == self.key)
        chip.clicked.connect(lambda: self.choose(name))
        return chip

    def choose(self, name: str) -> None:
        """Narrow the colleagues to a department, "" to all."""
        chip = self.chips.get(name)
        if chip is None:
            return
        chip.setChecked(True)
        if name != self.key:
            self.key = name
            self._fit()
            self.chosen.emit()

    def step(self, by: int) -> None:
        """The next one, or the one before; round and round."""
        keys = list(self.chips)
        self.choose(keys[(keys.index(self.key) + by) % len(keys)])

    def retranslate(self) -> None:
        """All words again."""
        self.chips[""].setText(translate("Reception", "All"))
        self.more.setText(translate("Reception", "More"))
        self.setAccessibleName(translate("Reception", "Departments"))
        self.setVisible(bool(self.names))
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, 36)

    def minimumSizeHint(self) -> QSize:
        """One chip at the least."""
        return QSize(60, 36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Others fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show those there is room for, and always the one chosen."""
        room = self.width() - 2 * MARGIN
        wide = {name: chip.sizeHint().width() + GAP for name, chip in self.chips.items()}
        everyone = sum(wide.values()) <= room
        room -= 0 if everyone else self.more.sizeHint().width() + GAP + wide.get(self.key, 0)
        for name, chip in self.chips.items():
            fits = everyone or name == self.key
            if not fits and room >= wide[name]:
                room -= wide[name]
                fits = True
            elif not fits:
                room = 0  # in order: what comes after one that is left out is left out, too
            chip.setVisible(fits)
        self.more.setVisible(not everyone)

    def _show_menu(self) -> None:
        menu = Menu(self.more.text(), parent=self)
        language = language_in_use()
        for name in sorted(self.names, key=lambda one: alphabet.order(one, language)):
            if self.chips[name].isHidden():
                menu.add_row(name, "group").triggered.connect(lambda _on=False, name=name: self.choose(name))
        menu.popup_under(self.more)
