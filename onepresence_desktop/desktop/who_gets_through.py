"""Who gets through while calls are diverted: of one diversion, or as usual (spec 3.11)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.number_list import NumberList
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.domain.passing import Passing


class WhoGetsThrough(QWidget):
    """A chip for each exception, and the user's list under them; as long as they are the usual ones, they follow those.

    folded: one line that opens it, and the list is there only when it is ticked. changed: other exceptions.
    list_wanted: another list (numbers as typed), which is the same in every diversion.
    """

    changed = Signal()
    list_wanted = Signal(list)

    def __init__(self, session: Session, *, folded: bool = True) -> None:
        super().__init__()
        self._session = session
        self._folded = folded
        self._followed = self._usual
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._box = QWidget()
        self.head = Button(kind=Kind.LINK, height=24, small=True, flush=True)
        self.head.clicked.connect(lambda: self._open(opened=not self._box.isVisibleTo(self)))
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        row = QWidget()
        flow = FlowLayout(row)
        self.chips: dict[Passing, Chip] = {}
        for passing in Passing.known():
            chip = self.chips[passing] = Chip(outlined=True, radius=8)
            chip.setAutoExclusive(False)
            chip.clicked.connect(self._chosen)
            flow.addWidget(chip)
        inside.addWidget(row)
        self.numbers = NumberList(session)
        self.numbers.wanted.connect(self.list_wanted)
        self.add = self.numbers.add
        inside.addWidget(self.numbers)
        column.addWidget(self._box)
        self.head.setVisible(folded)
        self._box.setVisible(not folded)
        session.me_changed.connect(self._told)
        session.reset.connect(self._told)

    @property
    def ticked(self) -> tuple[Passing, ...]:
        """The exceptions shown."""
        return tuple(passing for passing, chip in self.chips.items() if chip.isChecked())

    @property
    def exceptions(self) -> tuple[Passing, ...] | None:
        """What is ticked; None where that is what the user usually lets through."""
        return None if set(self.ticked) == set(self._usual) else self.ticked

    def fill(self, exceptions: tuple[Passing, ...] | None) -> None:
        """Show these; None: those the user usually lets through."""
        self._followed = self._usual
        shown = self._usual if exceptions is None else exceptions
        for passing, chip in self.chips.items():
            chip.setChecked(passing in shown)
        self._arrange()

    @property
    def _usual(self) -> tuple[Passing, ...]:
        me = self._session.mirror.me
        return tuple(me.exceptions.usual) if me is not None else ()

    def complain(self, words: str) -> None:
        """Say why the list can't be as it was wanted; "" takes it back."""
        self.numbers.complain(words)

    def _open(self, *, opened: bool) -> None:
        self._box.setVisible(opened)
        self._arrange()

    def _chosen(self) -> None:
        self._arrange()
        self.changed.emit()

    def _told(self, *_: object) -> None:
        followed, self._followed = self._followed, self._usual
        if set(self.ticked) == set(followed):
            self.fill(None)
        else:
            self._arrange()

    def _arrange(self) -> None:
        words = texts.joined([texts.passing(each) for each in self.ticked]) or translate("Diversion", "nobody")
        self.head.setText(translate("Diversion", "Who gets through: {who}").format(who=words))
        self.head.updateGeometry()
        me = self._session.mirror.me
        stars = len(me.favourites) if me is not None else 0
        self.chips[Passing.FAVOURITES].set_count(str(stars) if stars else "")
        numbers = me.exceptions.numbers if me is not None else []
        self.chips[Passing.LIST].set_count(str(len(numbers)) if numbers else "")
        self.numbers.show_numbers(numbers)
        self.numbers.setVisible(not self._folded or self.chips[Passing.LIST].isChecked())

    def retranslate(self) -> None:
        """All texts again."""
        words = {
            Passing.COLLEAGUES: translate("Diversion", "Colleagues"),
            Passing.FAVOURITES: translate("Diversion", "Favourites"),
            Passing.LIST: translate("Diversion", "My list"),
            Passing.TWICE: translate("Diversion", "Calls again in 3 min"),
        }
        for passing, chip in self.chips.items():
            chip.setText(words[passing])
            chip.updateGeometry()
        self.numbers.say(
            translate("Diversion", "Add a number to my list"), translate("Diversion", "Take {name} off the list")
        )
        self._arrange()
