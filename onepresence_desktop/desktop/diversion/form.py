"""The form: reason, time, destination, texts. It knows no service; it gives a `Draft`."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.diversion.draft import NOTE_ROOM, RECEPTION_NOTE_ROOM, USUAL, Draft
from onepresence_desktop.desktop.diversion.target import Target
from onepresence_desktop.desktop.diversion.when import format_when, parse_when
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.chips import Chip, OptionCard
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.desktop.widgets.switches import CheckBox
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Reason

REASONS = tuple(reason for reason in Reason if reason is not Reason.DO_NOT_DISTURB)
SPANS = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
_CARD_ICONS = {
    DestinationKind.VOICEMAIL: "nav-messages",
    DestinationKind.RECEPTION: "nav-reception",
    DestinationKind.NUMBER: "call",
    DestinationKind.OPEN: "status-available",
}

TIMES_WIDTH = 504
"""Room of a line of the form in the window as it comes."""


class DiversionForm(QWidget):
    """changed: the draft is another one. submitted: Ctrl+Enter."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._last: dict[Reason, Draft] = {}
        self._filling = False
        self._ends_at: datetime | None = None
        self._target: Target | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 12, Space.PANE, 6)
        column.setSpacing(Space.GROUP_TO_GROUP)
        self._build_reasons(column)
        self._build_times(column)
        self._build_destinations(column)
        self._build_texts(column)
        foot = QHBoxLayout()
        self.remember = CheckBox()
        self.reset = Button(kind=Kind.QUIET, small=True)
        self.reset.clicked.connect(lambda: self.fill(self._usual(self.reason)))
        foot.addWidget(self.remember)
        foot.addStretch()
        foot.addWidget(self.reset)
        column.addLayout(foot)
        column.addStretch()
        self.retranslate()
        self.fill(self._usual(Reason.LUNCH))

    @property
    def target(self) -> Target:
        """Which number; made when first needed."""
        return self._target or self.make_target()

    def make_target(self) -> Target:
        """The choice of a number, if it isn't there yet."""
        if self._target is None:
            self._target = Target(self._session)
            self._target.changed.connect(self._told)
            self._target_place.addWidget(self._target)
            self._target.hide()
            before: QWidget = self.cards[DestinationKind.OPEN]
            for part in self._target.findChildren(QWidget):
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, part)
                    before = part
        return self._target

    def _build_reasons(self, column: QVBoxLayout) -> None:
        self._reason_label = field_label()
        box = QWidget()
        flow = FlowLayout(box)
        self._reasons = QButtonGroup(self)
        self.reasons: dict[Reason, Chip] = {}
        for reason in REASONS:
            chip = self.reasons[reason] = Chip(icon=texts.REASON_ICONS[reason], outlined=True, radius=8)
            chip.clicked.connect(lambda _on=False, reason=reason: self._reason_chosen(reason))
            self._reasons.addButton(chip)
            flow.addWidget(chip)
        column.addWidget(labelled(self._reason_label, box))

    def _build_times(self, column: QVBoxLayout) -> None:
        self._from_label, self._to_label = field_label(), field_label()
        self.starts, self.ends = Field(icon="clock", tabular=True), Field(icon="clock", tabular=True)
        for field in (self.starts, self.ends):
            field.setFixedWidth(124)
            field.textEdited.connect(lambda _text: self._told())
            field.editingFinished.connect(self._tidy)
        self.ends.textEdited.connect(lambda _text: self._no_span())
        row = self._times = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(labelled(self._from_label, self.starts), 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(labelled(self._to_label, self.ends), 0, Qt.AlignmentFlag.AlignBottom)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        self.spans: list[Chip] = []
        for span in SPANS:
            chip = Chip(outlined=True)
            chip.clicked.connect(lambda _on=False, span=span: self._span_chosen(span))
            self.spans.append(chip)
            chips.addWidget(chip)
        chips.setContentsMargins(0, 0, 0, 2)
        row.addLayout(chips)
        row.setAlignment(chips, Qt.AlignmentFlag.AlignBottom)
        self.open_end = CheckBox()
        self.open_end.clicked.connect(self._open_end_changed)
        self._open_end_box = QWidget()
        lower = QHBoxLayout(self._open_end_box)
        lower.setContentsMargins(0, 0, 0, 7)
        lower.addWidget(self.open_end)
        row.addStretch()
        column.addLayout(row)
        self._below_times = QHBoxLayout()
        column.addLayout(self._below_times)

    def _place_open_end(self) -> None:
        """Beside the times, or below them where its words are long."""
        box = self._open_end_box
        for layout in (self._times, self._below_times):
            layout.removeWidget(box)
        if self._times.sizeHint().width() + box.sizeHint().width() <= TIMES_WIDTH:
            self._times.addWidget(box, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            self._below_times.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_destinations(self, column: QVBoxLayout) -> None:
        self._to_where_label = field_label()
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        group = QButtonGroup(self)
        self.cards: dict[DestinationKind, OptionCard] = {}
        for place, kind in enumerate(DestinationKind):
            card = self.cards[kind] = OptionCard(icon=_CARD_ICONS[kind])
            card.clicked.connect(self._destination_chosen)
            group.addButton(card)
            grid.addWidget(card, place // 2, place % 2)
        self.cards[DestinationKind.OPEN].set_icon_color(Color.AVAILABLE_SOLID)
        column.addWidget(labelled(self._to_where_label, box))
        self._target_place = QVBoxLayout()
        column.addLayout(self._target_place)

    def _build_texts(self, column: QVBoxLayout) -> None:
        self._note_label, self._reception_label = field_label(), field_label()
        self.note, self.reception_note = Field(), Field()
        self._counters = (Label(role=fonts.Text.MICRO, tone="tertiary"), Label(role=fonts.Text.MICRO, tone="tertiary"))
        row = QHBoxLayout()
        row.setSpacing(12)
        rooms = (NOTE_ROOM, RECEPTION_NOTE_ROOM)
        labels = (self._note_label, self._reception_label)
        fields = (self.note, self.reception_note)
        for label, field, room, counter in zip(labels, fields, rooms, self._counters, strict=True):
            field.setMaxLength(room)
            field.textChanged.connect(lambda text, counter=counter, room=room: counter.setText(f"{len(text)}/{room}"))
            field.textChanged.connect(lambda _text: self._told())
            counter.setText(f"0/{room}")
            row.addWidget(labelled(label, field, beside=counter), 1)
        column.addLayout(row)

    # --- reading and filling ---

    @property
    def reason(self) -> Reason:
        """The chip chosen."""
        return next((reason for reason, chip in self.reasons.items() if chip.isChecked()), Reason.OTHER)

    @property
    def draft(self) -> Draft:
        """What the form says now."""
        now = self._session.now()
        typed = self.starts.text().strip()
        starts = parse_when(typed, now, end=False) if typed and not self._means_now(typed) else None
        wrong = bool(typed) and not self._means_now(typed) and starts is None
        ends: datetime | None = None
        if not self.open_end.isChecked():
            ends = self._end(starts or now)
            wrong = wrong or ends is None or ends <= (starts or now)
        kind = next(kind for kind, card in self.cards.items() if card.isChecked())
        number = self.target.number if kind is DestinationKind.NUMBER else None
        return Draft(
            self.reason,
            starts,
            ends,
            Destination(kind, number),
            self.note.text().strip(),
            self.reception_note.text().strip(),
            wrong,
        )

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        now = self._session.now()
        self._filling = True
        self.reasons.get(draft.reason, self.reasons[Reason.OTHER]).setChecked(True)
        self.starts.setText(format_when(draft.starts_at, now) if draft.starts_at is not None else "")
        self._ends_at = draft.ends_at
        self.open_end.setChecked(draft.ends_at is None)
        self.ends.setText(format_when(draft.ends_at, now) if draft.ends_at is not None else "")
        self.cards[draft.destination.kind].setChecked(True)
        if draft.destination.number:
            self.target.set_number(draft.destination.number)
        self.note.setText(draft.note)
        self.reception_note.setText(draft.reception_note)
        self.remember.setChecked(False)
        self._filling = False
        self._mark_span(draft)
        self._arrange()
        self._told()

    def used(self) -> None:
        """What is shown has been set: propose it again for this reason."""
        self._last[self.reason] = self.draft

    def divert_to(self, number: str) -> None:
        """Go for a colleague's number."""
        self.cards[DestinationKind.NUMBER].setChecked(True)
        self.target.set_number(number)
        self._arrange()
        self._told()

    def _usual(self, reason: Reason) -> Draft:
        now = self._session.now()
        last = self._last.get(reason)
        span = USUAL.get(reason)
        ends = now + span if span is not None else None
        if last is None:
            return Draft(reason, ends_at=ends)
        return Draft(
            reason,
            ends_at=ends,
            destination=last.destination,
            note=last.note,
            reception_note=last.reception_note,
        )

    def _end(self, after: datetime) -> datetime | None:
        if self._ends_at is not None and self.ends.text() == format_when(self._ends_at, self._session.now()):
            return self._ends_at
        return parse_when(self.ends.text().strip(), after, end=True)

    def _means_now(self, typed: str) -> bool:
        return typed.casefold() in ("nu", "now", translate("Diversion", "Now").casefold())

    # --- what the user does ---

    def _reason_chosen(self, reason: Reason) -> None:
        self.fill(self._usual(reason))

    def _span_chosen(self, span: timedelta) -> None:
        starts = self.draft.starts_at or self._session.now()
        self._ends_at = starts + span
        self.open_end.setChecked(False)
        self.ends.setText(format_when(self._ends_at, self._session.now()))
        for chip, each in zip(self.spans, SPANS, strict=True):
            chip.setChecked(each == span)
        self._arrange()
        self._told()

    def _no_span(self) -> None:
        self._ends_at = None
        for chip in self.spans:
            chip.setChecked(False)

    def _mark_span(self, draft: Draft) -> None:
        begin = draft.starts_at or self._session.now()
        for chip, span in zip(self.spans, SPANS, strict=True):
            near = draft.ends_at is not None and abs((draft.ends_at - begin - span).total_seconds()) < 5
            chip.setChecked(near)

    def _open_end_changed(self) -> None:
        if not self.open_end.isChecked() and not self.ends.text():
            self._span_chosen(SPANS[1])
            return
        self._no_span()
        self._arrange()
        self._told()

    def _destination_chosen(self) -> None:
        self._arrange()
        if self.cards[DestinationKind.NUMBER].isChecked():
            self.target.field.setFocus(Qt.FocusReason.TabFocusReason)
        self._told()

    def _tidy(self) -> None:
        now = self._session.now()
        draft = self.draft
        if draft.starts_at is not None:
            self.starts.setText(format_when(draft.starts_at, now))
        if draft.ends_at is not None and not draft.wrong:
            self._ends_at = draft.ends_at
            self.ends.setText(format_when(draft.ends_at, now))

    def _arrange(self) -> None:
        self.ends.setEnabled(not self.open_end.isChecked())
        self.ends.setPlaceholderText(
            translate("Diversion", "Until further notice") if self.open_end.isChecked() else "12:30"
        )
        if self.open_end.isChecked():
            self.ends.clear()
        if self._target is not None or self.cards[DestinationKind.NUMBER].isChecked():
            self.target.setVisible(self.cards[DestinationKind.NUMBER].isChecked())

    def _told(self) -> None:
        if not self._filling:
            draft = self.draft
            self.ends.set_error(draft.wrong and not self.open_end.isChecked())
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter diverts."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """All texts again."""
        self._reason_label.setText(translate("Diversion", "Reason"))
        for reason, chip in self.reasons.items():
            chip.setText(texts.reason(reason))
            chip.updateGeometry()
        labels = {
            self.starts: (self._from_label, translate("Diversion", "From")),
            self.ends: (self._to_label, translate("Diversion", "To")),
            self.note: (self._note_label, translate("Diversion", "Text for colleagues")),
            self.reception_note: (self._reception_label, translate("Diversion", "Text for the reception")),
        }
        for field, (label, words) in labels.items():
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
        self.open_end.updateGeometry()
        self._to_where_label.setText(translate("Diversion", "Calls shall go to"))
        cards = {
            DestinationKind.VOICEMAIL: ("OneVoicemail", translate("Diversion", "Takes a message")),
            DestinationKind.RECEPTION: (translate("Diversion", "Reception"), translate("Diversion", "Takes the call")),
            DestinationKind.NUMBER: (translate("Diversion", "Number"), translate("Diversion", "Choose whom")),
            DestinationKind.OPEN: (translate("Diversion", "Keep open"), translate("Diversion", "The phone rings")),
        }
        for kind, (title, line) in cards.items():
            self.cards[kind].set_words(title, line)
        self.remember.setText(translate("Diversion", "Remember as a quick diversion"))
        self.remember.set_line(translate("Diversion", "Shown at the left and in the tray's menu"))
        self.reset.setText(translate("Diversion", "Reset"))
        if self._target is not None:
            self._target.retranslate()
        self._arrange()
