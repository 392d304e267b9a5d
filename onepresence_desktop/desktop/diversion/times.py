"""When a diversion begins and ends, as fields, and how it follows the clock until somebody types a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop.diversion.draft import Wrong
from onepresence_desktop.desktop.diversion.when import format_when, parse_span, parse_when
from onepresence_desktop.desktop.diversion.wrong import sentence
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.widgets.chips import Chip
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.switches import CheckBox

SPANS = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
WIDTH = 504
"""Room of a line of the form in the window as it comes."""
FOLLOW_MS = 5000
"""How often a time that follows the clock is looked at; it is shown in minutes."""
NEAR = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Period:
    """What the fields mean now. starts_at None: at once. ends_at None: until further notice.

    span: the end is so long after the beginning, whenever that is; None: the end is a moment. wrong: why it can't be
    sent.
    """

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    span: timedelta | None = None
    wrong: Wrong | None = None


class Times(QWidget):
    """changed: the user means another time. moved: the clock has moved what is shown."""

    changed = Signal()
    moved = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._start: datetime | None = None
        self._end: datetime | None = None
        self._span: timedelta | None = None
        self._from_label, self._to_label = field_label(), field_label()
        self.starts, self.ends = Field(icon="clock", tabular=True), Field(icon="clock", tabular=True)
        for field in (self.starts, self.ends):
            field.setFixedWidth(124)
            field.editingFinished.connect(self._tidy)
        self.starts.textEdited.connect(self._start_typed)
        self.ends.textEdited.connect(self._end_typed)
        self.spans = [Chip(outlined=True) for _ in SPANS]
        self.open_end = CheckBox()
        self.open_end.clicked.connect(self._open_end_changed)
        self._complaint = Label(role=fonts.Text.SMALL, tone="danger", wrap=True)
        self._complaint.hide()
        self._build()
        self._follow = QTimer(self)
        self._follow.setInterval(FOLLOW_MS)
        self._follow.timeout.connect(self.follow)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = self._row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(labelled(self._from_label, self.starts), 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(labelled(self._to_label, self.ends), 0, Qt.AlignmentFlag.AlignBottom)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for chip, span in zip(self.spans, SPANS, strict=True):
            chip.clicked.connect(lambda _on=False, span=span: self._span_chosen(span))
            chips.addWidget(chip)
        chips.setContentsMargins(0, 0, 0, 2)
        row.addLayout(chips)
        row.setAlignment(chips, Qt.AlignmentFlag.AlignBottom)
        self._open_end_box = QWidget()
        lower = QHBoxLayout(self._open_end_box)
        lower.setContentsMargins(0, 0, 0, 7)
        lower.addWidget(self.open_end)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._complaint)
        self._below = QHBoxLayout()
        column.addLayout(self._below)

    # --- reading and filling ---

    @property
    def period(self) -> Period:
        """What the fields mean now."""
        now = self._now()
        typed = self.starts.text().strip()
        start = self._start if self._start is not None and self._start > now else None
        wrong = Wrong.START_UNREADABLE if self._start is None and typed and not _means_now(typed) else None
        if self.open_end.isChecked():
            return Period(start, None, None, wrong)
        begin = start or now
        end = begin + self._span if self._span is not None else self._end
        if wrong is None:
            wrong = self._wrong_end(end, begin, now)
        return Period(start, end, self._span, wrong)

    def _wrong_end(self, end: datetime | None, begin: datetime, now: datetime) -> Wrong | None:
        if end is None:
            return Wrong.END_UNREADABLE if self.ends.text().strip() else Wrong.END_MISSING
        if end <= now:
            return Wrong.END_PAST
        return Wrong.END_BEFORE_START if end <= begin else None

    def fill(self, period: Period) -> None:
        """Show a period."""
        now = self._now()
        self._start, self._end, self._span = period.starts_at, period.ends_at, period.span
        self.starts.setText(format_when(period.starts_at, now) if period.starts_at is not None else "")
        self.open_end.setChecked(period.ends_at is None and period.span is None)
        self._show_end()
        self._mark()
        self._arrange()

    def follow(self) -> None:
        """Show what the clock has made of a time that follows it."""
        before = self.ends.text()
        if self._span is not None and not self.open_end.isChecked():
            self._show_end()
        if self._start is not None and self._start <= self._now() and not self.starts.hasFocus():
            self._start = None
            self.starts.clear()
            before = ""
        if self.ends.text() != before:
            self._complain()
            self.moved.emit()

    def _show_end(self) -> None:
        now = self._now()
        end = (self._start or now) + self._span if self._span is not None else self._end
        text = format_when(end, now) if end is not None and not self.open_end.isChecked() else ""
        if self.ends.text() != text:
            self.ends.setText(text)

    # --- what the user does ---

    def _start_typed(self, text: str) -> None:
        typed = text.strip()
        self._start = None if not typed or _means_now(typed) else parse_when(typed, self._now(), end=False)
        if self._span is not None:
            self._show_end()
        elif self.ends.isModified() and not self.open_end.isChecked():
            self._read_end()
        self._told()

    def _end_typed(self, _text: str) -> None:
        self._read_end()
        self._mark()
        self._told()

    def _read_end(self) -> None:
        typed = self.ends.text().strip()
        self._span = parse_span(typed)
        self._end = None
        if self._span is None and typed:
            self._end = parse_when(typed, self._start or self._now(), end=True)

    def _span_chosen(self, span: timedelta) -> None:
        self._span, self._end = span, None
        self.open_end.setChecked(False)
        self._show_end()
        self._mark()
        self._arrange()
        self._told()

    def _open_end_changed(self) -> None:
        if not self.open_end.isChecked() and self._span is None and self._end is None:
            self._span_chosen(SPANS[1])
            return
        self._show_end()
        self._mark()
        self._arrange()
        self._told()

    def _mark(self) -> None:
        """The chip that says the same as the fields."""
        length = self._span
        if length is None and self._end is not None:
            length = self._end - (self._start or self._now())
        shown = length is not None and not self.open_end.isChecked()
        for chip, span in zip(self.spans, SPANS, strict=True):
            chip.mark(shown and length is not None and abs(length - span) < NEAR)

    def _tidy(self) -> None:
        """What was typed, as it is understood."""
        now = self._now()
        if self._start is not None and self._start > now:
            self.starts.setText(format_when(self._start, now))
        if self.period.wrong is None:
            modified = self.ends.isModified()
            self._show_end()
            self.ends.setModified(modified)
        self._complain()

    def _told(self) -> None:
        self._complain()
        self.changed.emit()

    def _complain(self) -> None:
        """What is wrong, at the field it is about."""
        wrong = self.period.wrong
        at_start = wrong is Wrong.START_UNREADABLE
        words = sentence(wrong) if wrong is not None else ""
        for field, here in ((self.starts, at_start), (self.ends, wrong is not None and not at_start)):
            field.set_error(here)
            field.setAccessibleDescription(words if here else "")
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def _arrange(self) -> None:
        until = self.open_end.isChecked()
        self.ends.setEnabled(not until)
        self.ends.setPlaceholderText(translate("Diversion", "Until further notice") if until else "12:30")
        self._complain()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock while seen."""
        super().showEvent(event)
        self.follow()
        self._follow.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._follow.stop()

    def retranslate(self) -> None:
        """All texts again."""
        for field, label, words in (
            (self.starts, self._from_label, translate("Diversion", "From")),
            (self.ends, self._to_label, translate("Diversion", "To")),
        ):
            label.setText(words)
            field.set_name(words)
        self.starts.setPlaceholderText(translate("Diversion", "Now"))
        spans = (translate("Diversion", "½ h"), translate("Diversion", "1 h"), translate("Diversion", "2 h"))
        for chip, text in zip(self.spans, spans, strict=True):
            chip.setText(text)
            chip.updateGeometry()
        self.open_end.setText(translate("Diversion", "Until further notice"))
        self.open_end.updateGeometry()
        self._place_open_end()
        self._arrange()

    def _place_open_end(self) -> None:
        """Beside the times, or below them where its words are long."""
        box = self._open_end_box
        for layout in (self._row, self._below):
            layout.removeWidget(box)
        if self._row.sizeHint().width() + box.sizeHint().width() <= WIDTH:
            self._row.addWidget(box, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            self._below.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)


def _means_now(typed: str) -> bool:
    return typed.casefold() in ("nu", "now", translate("Diversion", "Now").casefold())
