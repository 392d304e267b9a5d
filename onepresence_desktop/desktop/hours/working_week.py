"""The working week: bars, and the hours of the day chosen as a text (spec 9.1)."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onepresence_desktop.desktop.hours.hours_text import fits, parse_day, show_clock, show_day
from onepresence_desktop.desktop.hours.week_bars import Week, WeekBars
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.texts import repeats
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.buttons import Button
from onepresence_desktop.desktop.widgets.card import Card
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.domain.people import Opening


class WorkingWeek(Card):
    """changed: the week as the user wants it from now on. opening: of something that is open or closed."""

    changed = Signal(object)

    def __init__(self, *, opening: bool = False) -> None:
        super().__init__()
        self._opening = opening
        self.week: Week = ((),) * 7
        self.bars = WeekBars()
        self.hours = Field(tabular=True)
        self._label = field_label()
        self.copy = Button(small=True)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        self.night = Label(role=fonts.Text.SMALL, tone="secondary", wrap=True)
        self.night.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.bars)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(labelled(self._label, self.hours), 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self._complaint)
        column.addWidget(self.night)
        self.bars.chosen.connect(lambda _day: self._fill())
        self.hours.editingFinished.connect(self.take)
        self.hours.textEdited.connect(lambda _text: self.complain(""))
        self.hours.installEventFilter(self)
        self.copy.clicked.connect(self._copy)
        self.retranslate()

    def show_week(self, week: Week) -> None:
        """What the service says; what is being typed stays."""
        self.week = week
        self.bars.show_week(week)
        if not self.hours.isModified():
            self._fill()

    def set_able(self, able: bool) -> None:
        """Whether anything can be changed now."""
        self.hours.setReadOnly(not able)
        self.hours.style().unpolish(self.hours)
        self.hours.style().polish(self.hours)
        self.copy.setEnabled(able)

    def complain(self, words: str) -> None:
        """Say at the field what is wrong; "" takes it back."""
        self.hours.set_error(bool(words))
        self.hours.setAccessibleDescription(words)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def take(self) -> None:
        """Take over what is typed, if it can be read."""
        if not self.hours.isModified():
            return
        day = self._typed()
        if day is not None and not self._put({self.bars.day: day}):
            self.complain(self._too_long())

    def _typed(self) -> tuple[Opening, ...] | None:
        """The hours of the day chosen as they are in the field; None, with a complaint, for what can't be read."""
        if not self.hours.isModified():
            return self.week[self.bars.day]
        day = parse_day(self.hours.text())
        if day is None:
            self.complain(translate("Profile", "Write like 8–16, or 8–12, 13–16; nothing for a day off."))
        return day

    def _copy(self) -> None:
        """The day chosen for all from Monday to Friday, at once: a night may not fit between the hours there were."""
        day = self._typed()
        if day is not None and not self._put({**dict.fromkeys(range(5), day), self.bars.day: day}):
            self.complain(self._too_long())

    def _too_long(self) -> str:
        return translate("Hours", "A night can't last into the hours of the day after.")

    def _put(self, days: dict[int, tuple[Opening, ...]]) -> bool:
        """Take these days over; False for a night that lasts into the next day's hours."""
        week = tuple(days.get(number, day) for number, day in enumerate(self.week))
        if not fits(week):
            return False
        self.hours.setModified(False)
        if week != self.week:
            self.week = week
            self.bars.show_week(self.week)
            self.changed.emit(self.week)
        self._fill()
        return True

    def _fill(self) -> None:
        self.hours.setText(show_day(self.week[self.bars.day]))
        self.hours.setModified(False)
        self.complain("")
        self._name()
        nights = [opening for opening in self.week[self.bars.day] if opening.over_midnight and opening.end > time()]
        self.night.setVisible(bool(nights))
        if nights:
            until = translate("Hours", "Over midnight, until {time} on the day after.")
            self.night.setText(until.format(time=show_clock(nights[0].end)))

    def _name(self) -> None:
        words = translate("Hours", "Open on {day}") if self._opening else translate("Profile", "Hours on {day}")
        words = words.format(day=repeats.weekday(self.bars.day))
        self._label.setText(words)
        self.hours.set_name(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go from day to day while typing."""
        if watched is self.hours and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.take()
                if not self._complaint.isVisible():
                    self.bars.choose(self.bars.day + step)
                return True
        return False

    def retranslate(self) -> None:
        """All texts again."""
        self.copy.setText(translate("Profile", "Copy to weekdays"))
        self.copy.updateGeometry()
        closed = translate("Hours", "Closed")
        self.hours.setPlaceholderText(closed if self._opening else translate("Profile", "Day off"))
        self.bars.show_week(self.week)
        if not self.hours.isModified():
            self._fill()
        self._name()
