"""The form of a schedule: reason, day, times, how it repeats, destination, texts. It knows no service."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.diversion.draft import NOTE_ROOM, RECEPTION_NOTE_ROOM, Wrong
from onepresence_desktop.desktop.diversion.schedule.draft import (
    Fault,
    ScheduleDraft,
    parse_clock,
    parse_date,
    parse_dates,
    show_date,
    tidy_clock,
    tidy_dates,
)
from onepresence_desktop.desktop.diversion.schedule.faults import sentence
from onepresence_desktop.desktop.diversion.schedule.repeat import Repeat
from onepresence_desktop.desktop.diversion.schedule.repeat_fields import RepeatFields
from onepresence_desktop.desktop.diversion.target import Target
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Space
from onepresence_desktop.desktop.widgets.fields import Field, Select
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Reason

REASONS = tuple(reason for reason in Reason.known() if reason is not Reason.DO_NOT_DISTURB)
TITLE_ROOM = 40
_EMPTY = date(2001, 1, 1)


class ScheduleForm(QWidget):
    """changed: the user has made another draft of it. submitted: Ctrl+Enter."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._today = _EMPTY
        self._filled: ScheduleDraft | None = None
        self._filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 12, Space.PANE, 12)
        column.setSpacing(14)
        self._labels = {name: field_label() for name in ("reason", "title", "day", "start", "end", "skip", "to")}
        self.reason, self.title = Select(), Field()
        self.reason.setFixedHeight(32)
        self.title.setMaxLength(TITLE_ROOM)
        column.addLayout(_row((self._labels["reason"], self.reason, 0), (self._labels["title"], self.title, 1)))
        self.day = Field(icon="calendar", tabular=True)
        self.start, self.end = Field(icon="clock", tabular=True), Field(icon="clock", tabular=True)
        for field in (self.day, self.start, self.end):
            field.setFixedWidth(124)
        times = _row(
            (self._labels["day"], self.day, 0),
            (self._labels["start"], self.start, 0),
            (self._labels["end"], self.end, 0),
        )
        times.addStretch(1)
        column.addLayout(times)
        self.complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        column.addWidget(self.complaint)
        self.repeat = RepeatFields()
        column.addWidget(self.repeat)
        self.skipped = Field(tabular=True)
        self._skip_box = labelled(self._labels["skip"], self.skipped)
        column.addWidget(self._skip_box)
        self.skip_complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        column.addWidget(self.skip_complaint)
        self.holidays = CheckBox()
        column.addWidget(self.holidays)
        self.where = Select()
        self.where.setFixedHeight(32)
        column.addLayout(_row((self._labels["to"], self.where, 0), stretch=True))
        self.target = Target(session)
        column.addWidget(self.target)
        self.note, self.reception_note = Field(), Field()
        self._note_label, self._reception_label = field_label(), field_label()
        self.note.setMaxLength(NOTE_ROOM)
        self.reception_note.setMaxLength(RECEPTION_NOTE_ROOM)
        column.addLayout(_row((self._note_label, self.note, 1), (self._reception_label, self.reception_note, 1)))
        column.addStretch()
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.reason.picked.connect(lambda _key: self._told())
        self.where.picked.connect(self._where_picked)
        self.target.changed.connect(self._told)
        self.holidays.clicked.connect(lambda _on=False: self._told())
        self.repeat.changed.connect(self._repeat_changed)
        self.day.textEdited.connect(self._day_typed)
        for field in (self.title, self.start, self.end, self.skipped, self.note, self.reception_note):
            field.textEdited.connect(lambda _text: self._told())
        for field in (self.day, self.start, self.end, self.repeat.last, self.repeat.times, self.skipped):
            field.editingFinished.connect(self._left)

    def _kinds(self, *chosen: Destination) -> list[DestinationKind]:
        return readings.destination_kinds(self._session.mirror, *chosen)

    # --- reading and filling ---

    def fill(self, draft: ScheduleDraft, today: date) -> None:
        """Show a draft."""
        self._filling, self._filled, self._today = True, draft, today
        self.reason.set_key(draft.reason)
        self.title.setText(draft.title)
        self.day.setText(show_date(draft.day, today))
        self.start.setText(f"{draft.begin:%H:%M}")
        self.end.setText(f"{draft.end:%H:%M}")
        self.repeat.fill(draft.repeat, draft.day)
        self.skipped.setText(", ".join(show_date(day, today) for day in draft.skipped))
        self.holidays.setChecked(draft.skip_holidays)
        self.where.set_rows([(kind, _where(kind)) for kind in self._kinds(draft.destination)])
        self.where.set_key(draft.destination.kind)
        if draft.destination.number:
            self.target.set_number(draft.destination.number)
        else:
            self.target.field.clear()
        self.note.setText(draft.note)
        self.reception_note.setText(draft.reception_note)
        self._filling = False
        self._arrange()
        self.complain()

    @property
    def draft(self) -> ScheduleDraft | None:
        """What the form says; None as long as something can't be read."""
        day, begin, end = self._day(), parse_clock(self.start.text()), parse_clock(self.end.text())
        skipped = parse_dates(self.skipped.text(), self._today)
        if day is None or begin is None or end is None or skipped is None or self._filled is None or self.fault:
            return None
        kind = DestinationKind(self.where.key)
        number = self.target.number if kind is DestinationKind.NUMBER else None
        once = self.repeat.repeat == Repeat()
        return replace(
            self._filled,
            day=day,
            begin=begin,
            end=end,
            title=self.title.text().strip(),
            reason=Reason(self.reason.key),
            repeat=self.repeat.repeat,
            skipped=() if once else skipped,
            skip_holidays=self.holidays.isChecked() and not once,
            destination=Destination(kind, number),
            note=self.note.text().strip(),
            reception_note=self.reception_note.text().strip(),
        )

    @property
    def fault(self) -> Fault | None:
        """The first thing that can't be read."""
        if self._day() is None:
            return Fault.DATE
        if parse_clock(self.start.text()) is None:
            return Fault.START
        if parse_clock(self.end.text()) is None:
            return Fault.END
        if parse_dates(self.skipped.text(), self._today) is None:
            return Fault.SKIPPED
        return self.repeat.fault

    @property
    def target_wrong(self) -> Wrong | None:
        """Why calls can't go to the number typed."""
        return self.target.wrong if self.where.key == DestinationKind.NUMBER else None

    def _day(self) -> date | None:
        return parse_date(self.day.text(), self._today)

    def complain(self, words: str = "", at: Fault | None = None) -> None:
        """Say what is wrong at its field: what can't be read, or what the service has refused (`words`, `at`)."""
        fault = at or self.fault
        said = words or (sentence(fault) if fault is not None else "")
        here = {Fault.DATE: self.day, Fault.START: self.start, Fault.END: self.end, Fault.SKIPPED: self.skipped}
        for each, field in here.items():
            field.set_error(each is fault)
            field.setAccessibleDescription(said if each is fault else "")
        at_times = fault in (Fault.DATE, Fault.START, Fault.END) or bool(words and at is None)
        self.complaint.setText(said if at_times else "")
        self.complaint.setVisible(at_times)
        self.skip_complaint.setText(said if fault is Fault.SKIPPED else "")
        self.skip_complaint.setVisible(fault is Fault.SKIPPED)
        self.repeat.complain(fault if fault in (Fault.LAST_DATE, Fault.LAST_BEFORE, Fault.TIMES) else None)

    # --- what the user does ---

    def _day_typed(self, _text: str) -> None:
        day = self._day()
        if day is not None:
            self.repeat.set_start(day)
        self._told()

    def _left(self) -> None:
        """What was typed, as it was understood: "22" is 22:00."""
        for field in (self.start, self.end):
            _put(field, tidy_clock(field.text()))
        for field in (self.day, self.skipped):
            _put(field, tidy_dates(field.text(), self._today))
        self.repeat.tidy()
        self.complain()

    def _repeat_changed(self) -> None:
        self._arrange()
        self._told()

    def _where_picked(self, _key: str) -> None:
        self._arrange()
        if self.where.key == DestinationKind.NUMBER:
            self.target.field.setFocus(Qt.FocusReason.TabFocusReason)
        self._told()

    def _arrange(self) -> None:
        again = self.repeat.repeat != Repeat()
        self._skip_box.setVisible(again)
        self.holidays.setVisible(again)
        self.target.setVisible(self.where.key == DestinationKind.NUMBER)

    def _told(self) -> None:
        if not self._filling:
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """All texts again."""
        said = {
            "reason": (self.reason, translate("Diversion", "Reason")),
            "title": (self.title, translate("Schedule", "Name, if you like")),
            "day": (self.day, translate("Schedule", "Day")),
            "start": (self.start, translate("Diversion", "From")),
            "end": (self.end, translate("Diversion", "To")),
            "skip": (self.skipped, translate("Schedule", "Not on these days")),
            "to": (self.where, translate("Diversion", "Send calls to")),
        }
        for name, (field, words) in said.items():
            self._labels[name].setText(words)
            field.setAccessibleName(words)
        self.title.setPlaceholderText(translate("Schedule", "Weekly meeting"))
        self.skipped.setPlaceholderText("24/12, 31/12")
        self.holidays.setText(translate("Schedule", "Skip public holidays"))
        kept = self.reason.key, self.where.key
        self.reason.set_rows([(reason, texts.reason(reason)) for reason in REASONS])
        self.where.set_rows([(kind, _where(kind)) for kind in self._kinds()])
        self.reason.set_key(kept[0])
        self.where.set_key(kept[1])
        for label, field, words in (
            (self._note_label, self.note, translate("Diversion", "Text for colleagues")),
            (self._reception_label, self.reception_note, translate("Diversion", "Text for the reception")),
        ):
            label.setText(words)
            field.set_name(words)
        self.repeat.retranslate()
        self.target.retranslate()
        self._arrange()


def _put(field: Field, text: str) -> None:
    if field.text() != text:
        field.setText(text)


def _where(kind: DestinationKind) -> str:
    if kind is DestinationKind.NUMBER:
        return translate("Diversion", "Number")
    return texts.destination(Destination(kind))


def _row(*parts: tuple[Label, QWidget, int], stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for label, field, share in parts:
        row.addWidget(labelled(label, field), share, Qt.AlignmentFlag.AlignTop)
    if stretch:
        row.addStretch(1)
    return row
