"""How it comes again: the way, the weekdays, and when it ends."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.diversion.schedule import words
from onepresence_desktop.desktop.diversion.schedule.draft import Fault, parse_date, show_date
from onepresence_desktop.desktop.diversion.schedule.faults import sentence
from onepresence_desktop.desktop.diversion.schedule.repeat import WEEKLY, WORKDAYS, Every, Repeat, offered
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled

NEVER, ON_DAY, AFTER = "never", "on_day", "after"
WORKDAY_WEEK = "workdays"
"""The way "every weekday": weekly, on the five days."""
MOST_TIMES = 9999


class DayChip(Chip):
    """One of several weekdays; any number of them may be chosen."""

    def __init__(self) -> None:
        super().__init__(outlined=True)
        self.setAutoExclusive(False)


class RepeatFields(QWidget):
    """changed: the user means another way of coming again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._start = date(2001, 1, 1)
        self._other = ""
        self._label, self._days_label, self._end_label = field_label(), field_label(), field_label()
        self.way = Select()
        self.way.setFixedHeight(32)
        self.way.setMaximumWidth(360)
        self.way.picked.connect(self._way_picked)
        self.days = [DayChip() for _ in range(7)]
        self.ends = Select()
        self.ends.setFixedHeight(32)
        self.ends.picked.connect(self._end_picked)
        self.last = Field(icon="calendar", tabular=True)
        self.times = Field(tabular=True)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        for field in (self.last, self.times):
            field.setFixedWidth(124)
            field.textEdited.connect(lambda _text: self._told())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(labelled(self._label, self.way))
        row = QWidget()
        chips = QHBoxLayout(row)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(4)
        for chip in self.days:
            chip.clicked.connect(lambda _on=False: self._day_clicked())
            chips.addWidget(chip)
        chips.addStretch()
        self._days_box = labelled(self._days_label, row)
        column.addWidget(self._days_box)
        end = QWidget()
        line = QHBoxLayout(end)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.ends)
        line.addWidget(self.last)
        line.addWidget(self.times)
        line.addStretch()
        self._end_box = labelled(self._end_label, end)
        column.addWidget(self._end_box)
        column.addWidget(self._complaint)

    # --- reading and filling ---

    @property
    def repeat(self) -> Repeat:
        """What the fields say; an end that can't be read is none (see `fault`)."""
        way = self.way.key
        every = Every.WEEK if way == WORKDAY_WEEK else Every(way or Every.ONCE)
        days = WORKDAYS if way == WORKDAY_WEEK else self._chosen()
        if every is Every.ONCE:
            return Repeat()
        return Repeat(
            every,
            days if every in WEEKLY else frozenset(),
            self._last() if self.ends.key == ON_DAY else None,
            self._times() if self.ends.key == AFTER else None,
            self._other if every is Every.OTHER else "",
        )

    @property
    def fault(self) -> Fault | None:
        """What keeps it from being saved."""
        if self.way.key == Every.ONCE or self.ends.key == NEVER:
            return None
        if self.ends.key == AFTER:
            return Fault.TIMES if self._times() is None else None
        last = self._last()
        if last is None:
            return Fault.LAST_DATE
        return Fault.LAST_BEFORE if last < self._start else None

    def fill(self, repeat: Repeat, start: date) -> None:
        """Show one."""
        self._start, self._other = start, repeat.other
        self._rows(other=repeat.every is Every.OTHER)
        workdays = repeat.every is Every.WEEK and repeat.days == WORKDAYS
        self.way.set_key(WORKDAY_WEEK if workdays else repeat.every)
        for number, chip in enumerate(self.days):
            chip.setChecked(number in (repeat.days or {start.weekday()}))
        self.ends.set_key(ON_DAY if repeat.until is not None else AFTER if repeat.count is not None else NEVER)
        self.last.setText(show_date(repeat.until, start) if repeat.until is not None else "")
        self.times.setText(str(repeat.count) if repeat.count is not None else "")
        self._rows(other=repeat.every is Every.OTHER)
        self._arrange()

    def set_start(self, start: date) -> None:
        """It begins on another day: what is said of days follows."""
        before, self._start = self._start, start
        if self._chosen() == {before.weekday()}:
            for number, chip in enumerate(self.days):
                chip.setChecked(number == start.weekday())
        self._rows(other=self.way.key == Every.OTHER)

    def complain(self, fault: Fault | None) -> None:
        """Say at the end's field what is wrong."""
        words_ = sentence(fault) if fault is not None else ""
        for field in (self.last, self.times):
            field.set_error(bool(words_) and not field.isHidden())
            field.setAccessibleDescription(words_)
        self._complaint.setText(words_)
        self._complaint.setVisible(bool(words_))

    def tidy(self) -> None:
        """The last day as it was understood."""
        last = self._last()
        if last is not None and self.last.text() != (shown := show_date(last, self._start)):
            self.last.setText(shown)

    def _rows(self, *, other: bool) -> None:
        days = self._chosen() or frozenset({self._start.weekday()})
        ways = [(str(kind), words.every(kind, self._start, days)) for kind in offered(self._start)]
        ways.insert(1, (WORKDAY_WEEK, repeats.week(WORKDAYS)))
        if days == WORKDAYS:
            ways[2] = (Every.WEEK, translate("Schedule", "Every week"))
        if other:
            ways.append((Every.OTHER, words.every(Every.OTHER, self._start, days)))
        self.way.set_rows(ways)

    def _chosen(self) -> frozenset[int]:
        return frozenset(number for number, chip in enumerate(self.days) if chip.isChecked())

    def _last(self) -> date | None:
        return parse_date(self.last.text(), self._start)

    def _times(self) -> int | None:
        typed = self.times.text().strip()
        return int(typed) if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= MOST_TIMES else None

    # --- what the user does ---

    def _way_picked(self, _key: str) -> None:
        self._arrange()
        self._told()

    def _end_picked(self, _key: str) -> None:
        self._arrange()
        field = {ON_DAY: self.last, AFTER: self.times}.get(self.ends.key)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
        self._told()

    def _day_clicked(self) -> None:
        if not self._chosen():
            self.days[self._start.weekday()].setChecked(True)
        self._rows(other=self.way.key == Every.OTHER)
        self._told()

    def _told(self) -> None:
        self.complain(None)
        self.changed.emit()

    def _arrange(self) -> None:
        way = self.way.key
        self._days_box.setVisible(way in WEEKLY)
        self._end_box.setVisible(way != Every.ONCE)
        self.last.setVisible(self.ends.key == ON_DAY)
        self.times.setVisible(self.ends.key == AFTER)
        if way == Every.ONCE:
            self.complain(None)

    def retranslate(self) -> None:
        """All texts again."""
        for label, field, said in (
            (self._label, self.way, translate("Schedule", "Repeats")),
            (self._end_label, self.ends, translate("Schedule", "Ends")),
        ):
            label.setText(said)
            field.setAccessibleName(said)
        self._days_label.setText(translate("Schedule", "On"))
        for number, chip in enumerate(self.days):
            chip.setText(repeats.weekday(number, short=True))
            chip.setAccessibleName(repeats.weekday(number))
            chip.updateGeometry()
        self.last.set_name(translate("Schedule", "Last day"))
        self.times.set_name(translate("Schedule", "How many times"))
        self.last.setPlaceholderText("25/7")
        self.times.setPlaceholderText("10")
        chosen = self.ends.key
        self.ends.set_rows(
            [
                (NEVER, translate("Schedule", "Never")),
                (ON_DAY, translate("Schedule", "On a day")),
                (AFTER, translate("Schedule", "After a number of times")),
            ]
        )
        self.ends.set_key(chosen or NEVER)
        self._rows(other=self.way.key == Every.OTHER)
        self._arrange()
