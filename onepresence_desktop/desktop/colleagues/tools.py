"""The line over the colleagues: whom to show, and in which of two shapes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.colleagues.content import Counts, Filter, filter_words
from onepresence_desktop.desktop.colleagues.day_board import DAY, WEEK
from onepresence_desktop.desktop.colleagues.scope_button import ScopeButton
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets.card import Surface
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.segmented import Segment, Segmented

LIST, TILES = "list", "tiles"


class Tools(Surface):
    """filter_chosen: another chip, or another scope. view_chosen: LIST, TILES or DAY.

    days_chosen: DAY or WEEK, on the day board.
    """

    filter_chosen = Signal()
    view_chosen = Signal(str)
    days_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Color.BG_WINDOW, parent=parent)
        self.setFixedHeight(40)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, 0, Space.PANE, 4)
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        self.chips: dict[Filter, Chip] = {}
        for which in Filter:
            chip = self.chips[which] = Chip()
            self._group.addButton(chip)
            chip.clicked.connect(lambda _on=False: self.filter_chosen.emit())
            row.addWidget(chip)
        self.chips[Filter.ALL].setChecked(True)
        row.addStretch()
        self.scope = ScopeButton()
        self.scope.chosen.connect(self._fit)
        self.scope.chosen.connect(self.filter_chosen)
        row.addWidget(self.scope)
        self.spans = Segmented(_spans())
        self.spans.chosen.connect(self.days_chosen)
        self.spans.hide()
        row.addWidget(self.spans)
        self.views = Segmented(_segments())
        self.views.chosen.connect(self.view_chosen)
        row.addWidget(self.views)

    def set_view(self, which: str) -> None:
        """LIST, TILES, or DAY or WEEK of the day board."""
        self.views.set_chosen(DAY if which == WEEK else which)
        self.show_days(which in (DAY, WEEK))
        if which in (DAY, WEEK):
            self.spans.set_chosen(which)

    def show_days(self, shown: bool) -> None:
        """Whether one can choose between a day and a week."""
        self.spans.setVisible(shown)

    def show_scope(self, shown: bool) -> None:
        """Whether one can choose among whom is searched: while something is typed."""
        if self.scope.isHidden() == shown:
            self.scope.setVisible(shown)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the icon of the scope where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.scope.isHidden():
            self.scope.shorten(True)
            self._row.invalidate()
            spare = self.width() - self._row.minimumSize().width()
            self.scope.shorten(spare < self.scope.words_width())

    @property
    def filter(self) -> Filter:
        """The chip chosen."""
        return next(which for which, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Counts | None) -> None:
        """How many each chip would leave; None: nobody is known yet."""
        if counts is None:
            for chip in self.chips.values():
                chip.set_count("")
            return
        self.chips[Filter.ALL].set_count(texts.count(counts.everyone))
        self.chips[Filter.FAVOURITES].set_count(texts.count(counts.favourites))
        self.chips[Filter.DEPARTMENT].set_count(texts.count(counts.department))
        self.chips[Filter.DEPARTMENT].setVisible(counts.has_department)
        self.chips[Filter.FREE].set_count(texts.count(counts.free) if counts.free is not None else "–")
        self._fit()

    def retranslate(self) -> None:
        """All words again."""
        for which, chip in self.chips.items():
            chip.setText(filter_words(which))
            chip.updateGeometry()
        self.scope.retranslate()
        self.views.setAccessibleName(translate("Colleagues", "List, tiles or day board"))
        self.views.set_segments(_segments())
        self.spans.setAccessibleName(translate("DayBoard", "Day or week"))
        self.spans.set_segments(_spans())


def _segments() -> list[Segment]:
    return [
        Segment(LIST, icon="view-list", name=translate("Colleagues", "List")),
        Segment(TILES, icon="view-tiles", name=translate("Colleagues", "Tiles by department")),
        Segment(DAY, icon="view-day", name=translate("DayBoard", "Day board")),
    ]


def _spans() -> list[Segment]:
    return [Segment(DAY, translate("DayBoard", "Day")), Segment(WEEK, translate("DayBoard", "Week"))]
