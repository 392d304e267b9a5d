"""The form: reason, time, destination, texts. It knows no service; it gives a `Draft`."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from onepresence_desktop.client import readings
from onepresence_desktop.desktop import texts
from onepresence_desktop.desktop.diversion.draft import NOTE_ROOM, RECEPTION_NOTE_ROOM, USUAL, Draft
from onepresence_desktop.desktop.diversion.for_colleagues import ForColleagues
from onepresence_desktop.desktop.diversion.remember import Remember
from onepresence_desktop.desktop.diversion.target import Target
from onepresence_desktop.desktop.diversion.times import Period, Times
from onepresence_desktop.desktop.languages import translate
from onepresence_desktop.desktop.session import Session
from onepresence_desktop.desktop.theme import fonts
from onepresence_desktop.desktop.theme.tokens import Color, Space
from onepresence_desktop.desktop.who_gets_through import WhoGetsThrough
from onepresence_desktop.desktop.widgets.buttons import Button, Kind
from onepresence_desktop.desktop.widgets.chips import Chip, OptionCard
from onepresence_desktop.desktop.widgets.fields import Field
from onepresence_desktop.desktop.widgets.flow_layout import FlowLayout
from onepresence_desktop.desktop.widgets.labels import Label, field_label, labelled
from onepresence_desktop.domain.diversion import Destination, DestinationKind, Reason
from onepresence_desktop.wire.groups import GROUPS

REASONS = tuple(reason for reason in Reason.known() if reason is not Reason.DO_NOT_DISTURB)
IN_VIEW = 6
"""Reasons whose chips are in view at first; the rest is under More (spec, section 14)."""
_CARD_ICONS = {
    DestinationKind.VOICEMAIL: "nav-messages",
    DestinationKind.RECEPTION: "nav-reception",
    DestinationKind.NUMBER: "call",
    DestinationKind.OPEN: "status-available",
}


class DiversionForm(QWidget):
    """changed: the user has made another draft of it. moved: the clock has. submitted: Ctrl+Enter."""

    changed = Signal()
    moved = Signal()
    submitted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._last: dict[Reason, Draft] = {}
        self._filling = False
        self._target: Target | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 12, Space.PANE, 6)
        column.setSpacing(Space.GROUP_TO_GROUP)
        self._build_reasons(column)
        self.times = Times(session.now)
        self.starts, self.ends = self.times.starts, self.times.ends
        self.spans, self.open_end = self.times.spans, self.times.open_end
        self.times.changed.connect(self._told)
        self.times.moved.connect(self.moved)
        column.addWidget(self.times)
        self.colleagues = ForColleagues(session)
        self._build_destinations(column)
        self.passes = WhoGetsThrough(session)
        for more in (self.colleagues, self.passes):
            more.changed.connect(self._told)
            column.addWidget(more)
        self._build_texts(column)
        foot = QHBoxLayout()
        self.keeping = Remember(session)
        self.keeping.changed.connect(self._told)
        self.remember = self.keeping.tick
        self.reset = Button(kind=Kind.QUIET, small=True)
        self.reset.clicked.connect(lambda: self._reason_chosen(self.reason))
        foot.addWidget(self.keeping, 1)
        foot.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addStretch()
        self.retranslate()
        self.fill(self._usual(Reason.LUNCH))
        session.changed(GROUPS).connect(self._offer)
        session.reset.connect(self._offer)

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
        self.more = Button(kind=Kind.QUIET, icon="chevron-down", small=True)
        self.more.clicked.connect(lambda: self._show_reasons(every=True))
        flow.addWidget(self.more)
        column.addWidget(labelled(self._reason_label, box))

    def _show_reasons(self, *, every: bool) -> None:
        """The first ones and the one chosen; every: the others too."""
        for place, chip in enumerate(self.reasons.values()):
            chip.setVisible(every or place < IN_VIEW or chip.isChecked())
        self.more.setVisible(not every)

    def _build_destinations(self, column: QVBoxLayout) -> None:
        self._to_where_label = field_label()
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        group = QButtonGroup(self)
        self.cards: dict[DestinationKind, OptionCard] = {}
        for kind in DestinationKind.known():
            card = self.cards[kind] = OptionCard(icon=_CARD_ICONS[kind])
            card.clicked.connect(self._destination_chosen)
            group.addButton(card)
        self._card_grid, self._offered = grid, list[DestinationKind]()
        self.cards[DestinationKind.OPEN].set_icon_color(Color.AVAILABLE_SOLID)
        column.addWidget(labelled(self._to_where_label, box, beside=self.colleagues.split))
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
        period = self.times.period
        kind = next(kind for kind, card in self.cards.items() if card.isChecked())
        to_number = kind is DestinationKind.NUMBER
        return Draft(
            self.reason,
            period.starts_at,
            period.ends_at,
            Destination(kind, self.target.number if to_number else None),
            self.note.text().strip(),
            self.reception_note.text().strip(),
            period.wrong or (self.target.wrong if to_number else None) or self.colleagues.wrong,
            period.span,
            self.colleagues.destination,
            self.passes.exceptions,
        )

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        self._filling = True
        self.reasons.get(draft.reason, self.reasons[Reason.OTHER]).setChecked(True)
        self._show_reasons(every=False)
        self.times.fill(Period(draft.starts_at, draft.ends_at, draft.span))
        self.cards.get(draft.destination.kind, self.cards[DestinationKind.VOICEMAIL]).setChecked(True)
        if draft.destination.number:
            self.target.set_number(draft.destination.number)
        self.note.setText(draft.note)
        self.reception_note.setText(draft.reception_note)
        self.keeping.set_wanted(False)
        self.colleagues.fill(draft.destination_internal)
        self.passes.fill(draft.exceptions)
        self._offer()
        self._filling = False
        self._arrange()
        self._told()

    def used(self) -> None:
        """What is shown has been set: propose it again for this reason."""
        self._last[self.reason] = self.draft

    def start_anew(self) -> None:
        """As the page comes: what was typed is done with."""
        self.fill(self._usual(Reason.LUNCH))

    def divert_to(self, number: str) -> None:
        """Go for a colleague's number."""
        self.cards[DestinationKind.NUMBER].setChecked(True)
        self.target.set_number(number)
        self._arrange()
        self._told()

    def _usual(self, reason: Reason) -> Draft:
        last, span = self._last.get(reason), USUAL.get(reason)
        if last is None:
            return Draft(reason, span=span)
        return Draft(
            reason,
            span=span,
            destination=last.destination,
            note=last.note,
            reception_note=last.reception_note,
            destination_internal=last.destination_internal,
            exceptions=last.exceptions,
        )

    # --- what the user does ---

    def _reason_chosen(self, reason: Reason) -> None:
        self.fill(self._usual(reason))

    def _destination_chosen(self) -> None:
        self._arrange()
        if self.cards[DestinationKind.NUMBER].isChecked():
            self.target.field.setFocus(Qt.FocusReason.TabFocusReason)
        self._told()

    def _arrange(self) -> None:
        if self._target is not None or self.cards[DestinationKind.NUMBER].isChecked():
            self.target.setVisible(self.cards[DestinationKind.NUMBER].isChecked())

    def _offer(self, _which: object = None) -> None:
        """The destinations there are: two beside each other, or all three."""
        chosen = [Destination(kind) for kind, card in self.cards.items() if card.isChecked()]
        kinds = readings.destination_kinds(self._session.mirror, *chosen)
        self.colleagues.offer(kinds)
        if kinds == self._offered:
            return
        self._offered, across = kinds, 2 if len(kinds) % 2 == 0 else len(kinds)
        for card in self.cards.values():
            self._card_grid.removeWidget(card)
            card.hide()
        for place, kind in enumerate(kinds):
            self._card_grid.addWidget(self.cards[kind], place // across, place % across)
            self.cards[kind].show()

    def _told(self) -> None:
        if not self._filling:
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
        self.more.setText(translate("Diversion", "More"))
        self.more.setAccessibleName(translate("Diversion", "More reasons"))
        self.more.updateGeometry()
        labels = {
            self.note: (self._note_label, translate("Diversion", "Text for colleagues")),
            self.reception_note: (self._reception_label, translate("Diversion", "Text for the reception")),
        }
        for field, (label, words) in labels.items():
            label.setText(words)
            field.set_name(words)
        self.times.retranslate()
        self._to_where_label.setText(translate("Diversion", "Send calls to"))
        cards = {
            DestinationKind.VOICEMAIL: ("OneVoicemail", translate("Diversion", "Takes a message")),
            DestinationKind.RECEPTION: (translate("Diversion", "Reception"), translate("Diversion", "Takes the call")),
            DestinationKind.NUMBER: (translate("Diversion", "Number"), translate("Diversion", "Choose who")),
            DestinationKind.OPEN: (translate("Diversion", "Keep open"), translate("Diversion", "The phone rings")),
        }
        for kind, (title, line) in cards.items():
            self.cards[kind].set_words(title, line)
        self.colleagues.retranslate()
        self.passes.retranslate()
        self.keeping.retranslate()
        self.reset.setText(translate("Diversion", "Reset"))
        if self._target is not None:
            self._target.retranslate()
        self._arrange()
