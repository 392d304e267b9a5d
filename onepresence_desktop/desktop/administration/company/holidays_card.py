"""The days on which the company is closed: the calendar's, and its own; changed at once (spec 12.4f)."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color
from onepresence_desktop.desktop.widgets.buttons import Button, IconButton, Kind
from onepresence_desktop.desktop.widgets.card import Card, Line
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label
from onepresence_desktop.desktop.widgets.refilling import emptied, shown_now
from onepresence_desktop.desktop.widgets.switches import Switch
from onepresence_desktop.wire.holidays import NOT_SAID, HolidayView

SHOWN = 4
WITHIN = 360
"""Days ahead in which a date needs no year."""
_DAY = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?\.?\s*")


def read_day(text: str, today: date) -> date | None:
    """A day as "24.12" or "24-12-2026"; without a year the next such day. None for what is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        year = int(match[3]) if match[3] else today.year
        day = date(year, int(match[2]), int(match[1]))
        return day if match[3] or day >= today else day.replace(year=year + 1)
    except ValueError:
        return None


class HolidaysCard(Card):
    """put: a day, its name, and whether the company is closed then. remove: a day is as the calendar has it again."""

    put = Signal(object, str, bool)
    remove = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._today = date(2000, 1, 1)
        self.days: list[HolidayView] = []
        self.switches: list[Switch] = []
        self.crosses: list[IconButton] = []
        self._all = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = Button(kind=Kind.LINK, small=True)
        self.day, self.name = Field(tabular=True, height=28), Field(height=28)
        self.day.setFixedWidth(86)
        self.add = Button(small=True, icon="add").that_writes()
        self.complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self.complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 8)
        column.setSpacing(4)
        column.addLayout(self._rows)
        adding = QHBoxLayout()
        adding.setContentsMargins(10, 2, 10, 0)
        adding.setSpacing(6)
        adding.addWidget(self.day)
        adding.addWidget(self.name, 1)
        adding.addWidget(self.add)
        column.addLayout(adding)
        self.complaint.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.complaint)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.addWidget(self.more)
        foot.addStretch()
        column.addLayout(foot)
        self.more.clicked.connect(self._show_all)
        self.add.clicked.connect(self._added)
        self.name.returnPressed.connect(self._added)
        self.retranslate()

    def retranslate(self) -> None:
        """All words again."""
        self.day.set_name(translate("Company", "Day, as 24.12"))
        self.day.setPlaceholderText("24.12")
        self.name.set_name(translate("Company", "Name of the day"))
        self.name.setPlaceholderText(self.name.accessibleName())
        self.add.setText(translate("Company", "Add"))
        self.add.updateGeometry()
        self.show_days(self.days, self._today)

    def show_days(self, days: list[HolidayView], today: date) -> None:
        """The next ones and all that the company set itself, with a switch each; the others when they are asked for."""
        self.days, self._today = days, today
        emptied(self._rows)
        coming = [day for day in days if day.day >= today and (day.own or (day.day - today).days < WITHIN)]
        shown = [day for place, day in enumerate(coming) if self._all or place < SHOWN or day.own]
        self.switches, self.crosses = [], []
        for place, day in enumerate(shown):
            if place:
                self._rows.addWidget(Line(Color.LINE_SOFT))
            self._rows.addWidget(self._row(day))
        shown_now(self._rows)
        rest = len(coming) - len(shown)
        self.more.setText(translate("Company", "Show %n more", "", rest))
        self.more.setVisible(rest > 0)
        self.more.updateGeometry()

    def version(self, day: date) -> str | None:
        """Of a day as it is listed here; None of a year that isn't, or of a service that tells none."""
        if not all(one.version for one in self.days) or day.year not in {one.day.year for one in self.days}:
            return None
        return next((one.version for one in self.days if one.day == day), NOT_SAID)

    def _show_all(self) -> None:
        self._all = True
        self.show_days(self.days, self._today)

    def refused(self, words: str) -> None:
        """Say why a day couldn't be changed."""
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))

    def _row(self, day: HolidayView) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 4, 10, 4)
        row.addWidget(Label(day.name, elide=True), 1)
        soon = (day.day - self._today).days < WITHIN
        shape = translate("Texts", "d MMM") if soon else translate("Texts", "d MMM yyyy")
        when = QLocale().toString(QDate(day.day.year, day.day.month, day.day.day), shape)
        row.addWidget(Label(when, role=fonts.Text.SMALL, tone="secondary", tabular=True))
        state = translate("Company", "Closed") if day.closed else translate("Company", "As usual")
        words = Label(state, role=fonts.Text.SMALL, tone="accent" if day.own else "secondary")
        words.setFixedWidth(74)
        row.addWidget(words)
        switch = Switch(translate("Company", "Closed on {day}").format(day=day.name)).that_writes()
        switch.setChecked(day.closed)
        switch.clicked.connect(lambda on, day=day: self.put.emit(day.day, day.name, on))
        self.switches.append(switch)
        row.addWidget(switch)
        cross = IconButton("close", translate("Company", "Take {day} away").format(day=day.name)).that_writes()
        cross.setEnabled(day.own)
        policy = cross.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the switches stand under one another
        cross.setSizePolicy(policy)
        if not day.own:
            cross.hide()
        cross.clicked.connect(lambda _on=False, day=day: self.remove.emit(day.day))
        self.crosses.append(cross)
        row.addWidget(cross)
        return box

    def _added(self) -> None:
        day = read_day(self.day.text(), self._today)
        self.day.set_error(day is None)
        if day is None:
            self.refused(translate("Company", "Write the day as 24.12 or 24.12.2026."))
            return
        name = self.name.text().strip()
        self.name.set_error(not name)
        if not name:
            self.refused(translate("Company", "Give the day a name."))
            return
        self.refused("")
        self.put.emit(day, name, True)

    def added(self) -> None:
        """It is kept: room for another one."""
        self.day.clear()
        self.name.clear()
